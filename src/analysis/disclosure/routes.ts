import { BLANK, NOT_ASKED } from '../../responses/responses.ts';
import type { Edit } from './effects.ts';
import { withColumns } from './one-column.ts';
import type { Tables } from './tables.ts';
import { type Field, type Other, type Route, type Said, isAsked, saidOf, valueOf } from './fields.ts';

/** What each response would say, by record and field. */
type Sayings = Map<number, Map<Field, Said>>;

/** Edits with all that follows from them for what else is read from the same columns, and for questions that only some are asked. */
export function withAll(
  edits: readonly Edit[],
  { fields, columns }: Pick<Tables, 'fields' | 'columns'>,
): readonly Edit[] {
  return withRoutes(withColumns(edits, columns), fields);
}

/**
 * Edits with all that follows from them for questions that only some are asked. Who would be asked takes over the answers of one who
 * would no longer be, to questions asked by way of these too, and leaves blank what is left without such a one; who would not be asked
 * says nothing there.
 */
function withRoutes(edits: readonly Edit[], fields: readonly Field[]): readonly Edit[] {
  const gates = new Set(edits.flatMap(({ field }) => (field.routes.length > 0 ? [field] : [])));
  if (gates.size === 0) return edits;
  const sayings: Sayings = new Map();
  for (const { record, field, to } of edits) say(sayings, record, field, to);
  for (const gate of gates) {
    const records = [...sayings.keys()].filter((record) => sayings.get(record)?.has(gate));
    for (const route of gate.routes) follow(route, gate, records, sayings, fields);
  }
  return [...sayings].flatMap(([record, said]) => [...said].map(([field, to]) => ({ record, field, to })));
}

/** How many more or fewer would be asked each of the questions of which as many would not. */
export function askedOtherwise(edits: readonly Edit[]): ReadonlyMap<Route, number> {
  const more = new Map<Route, number>();
  for (const { record, field, to } of edits) {
    for (const route of field.routes) {
      const isNow = isAsked(route, typeof to === 'number' ? undefined : to);
      const difference = Number(isNow) - Number(isAsked(route, valueOf(field, record)));
      more.set(route, (more.get(route) ?? 0) + difference);
    }
  }
  return new Map([...more].filter(([, difference]) => difference !== 0));
}

function follow(
  route: Route,
  gate: Field,
  records: readonly number[],
  sayings: Sayings,
  fields: readonly Field[],
): void {
  const wasAsked = (record: number) => isAsked(route, valueOf(gate, record));
  const wouldBe = (record: number) => isAsked(route, valueOf(gate, record, sayings.get(record)));
  const coming = records.filter((record) => !wasAsked(record) && wouldBe(record));
  const going = records.filter((record) => wasAsked(record) && !wouldBe(record));
  const own = fields.filter((field) => field.question.id === route.to);
  const further = askedByWayOf(own, fields);
  for (const [nth, record] of coming.entries()) {
    const giver = going[nth];
    for (const field of own) say(sayings, record, field, giver === undefined ? BLANK : saidOf(field, giver));
    for (const field of giver === undefined ? [] : further)
      say(sayings, record, field, saidOf(field, giver ?? record));
  }
  for (const record of going)
    for (const field of [...own, ...further]) say(sayings, record, field, NOT_ASKED);
}

/** The items of all questions that are asked by way of some, of one that leads to another too. */
function askedByWayOf(some: readonly Field[], fields: readonly Field[]): Field[] {
  const ids = some.flatMap(({ routes }) => routes.map(({ to }) => to));
  const next = fields.filter(({ question }) => ids.includes(question.id));
  return next.length === 0 ? [] : [...next, ...askedByWayOf(next, fields)];
}

function say(sayings: Sayings, record: number, field: Field, said: Said): void {
  sayings.set(record, (sayings.get(record) ?? new Map<Field, Said>()).set(field, said));
}

/** Whether a response that would be asked what it was not, or not what it was, would give another answer to what decides that. */
export function isAskedByAnswer(record: number, other: Other): boolean {
  return [...other].every(([field, to]) => {
    const { asked } = field.question;
    const isSame = (to === NOT_ASKED) === (saidOf(field, record) === NOT_ASKED);
    return isSame || [...other.keys()].some(({ question }) => question.id === asked?.question);
  });
}
