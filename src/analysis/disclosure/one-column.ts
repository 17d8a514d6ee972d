import { respondentKinds } from '../../responses/respondents/kinds.ts';
import { BLANK, type Responses } from '../../responses/responses.ts';
import type { Analysis } from '../analysis.ts';
import { kindId, kindText } from '../kinds.ts';
import type { Edit } from './effects.ts';
import { type Field, type Other, type Said, saidOf, statesFrom } from './fields.ts';

/** Items that are read from one column, and the kind of respondent: whoever had written another answer would say another thing in each. */
export interface Column {
  readonly fields: readonly Field[];
  /** The kind of respondent among them, as if it were an item. */
  readonly kind?: Field;
  /** What anybody says in all of them. */
  readonly sayings: ReadonlyMap<string, readonly Said[]>;
}

/** The columns from which more is read than one item. How many are of each kind is told wherever there are results by kind. */
export function columnsOf(
  fields: readonly Field[],
  { sharedColumns, kinds, size }: Responses,
  { breakdowns }: Analysis<number>,
): Column[] {
  const isKindTold = breakdowns.some(({ by }) => by === kindId);
  return sharedColumns.flatMap(({ items, isOfKind }): Column[] => {
    const read = fields.filter(({ question, item }) => items.includes(`${question.id}.${item.id}`));
    const kind = isOfKind && isKindTold && kinds ? fieldOfKind(kinds.cells) : undefined;
    const all = [...read, ...(kind ? [kind] : [])];
    if (all.length < 2) return [];
    const found = new Map<string, readonly Said[]>();
    for (let record = 0; record < size; record++) {
      const said = all.map((field) => saidOf(field, record));
      const key = keyOf(said);
      if (!found.has(key)) found.set(key, said);
    }
    // By what they are, so that the order of the rows makes no difference.
    const sayings = new Map([...found].toSorted(([one], [other]) => (one < other ? -1 : 1)));
    return [{ fields: all, sayings, ...(kind && { kind }) }];
  });
}

function fieldOfKind(cells: Field['cells']): Field {
  const states = statesFrom([]);
  const base = { rule: 'answered', count: 0 } as const;
  const [id, text] = [kindId, kindText];
  return {
    question: { id, kind: 'choice', text, base: base.rule, profile: false, items: [] },
    item: { id, label: text, states, base, options: [], nets: [] },
    cells,
    values: respondentKinds.map((_, at) => [at]),
    isSeveral: false,
    ids: respondentKinds,
    positions: new Map(respondentKinds.map((kind, at) => [kind, at])),
    sides: respondentKinds.map(() => null),
    isPersonal: false,
    areZerosShown: true,
    open: new Set(),
    declined: new Set(),
    isByFrequency: false,
    makesGroups: true,
    routes: [],
  };
}

function keyOf(said: readonly Said[]): string {
  return said.map((one) => (typeof one === 'number' ? one : `:${one.join('+')}`)).join(' ');
}

/**
 * Edits with what else is read from the same columns: as much as it was where that goes with the new answer, else what another of the
 * edited responses leaves, else what anybody says.
 */
export function withColumns(edits: readonly Edit[], columns: readonly Column[]): readonly Edit[] {
  return columns.reduce(withColumn, edits);
}

function withColumn(edits: readonly Edit[], { fields, sayings }: Column): readonly Edit[] {
  const records = new Map<number, Map<Field, Said>>();
  for (const { record, field, to } of edits)
    if (fields.includes(field))
      records.set(record, (records.get(record) ?? new Map<Field, Said>()).set(field, to));
  const left = [...records.keys()].map((record) => fields.map((field) => saidOf(field, record)));
  const more = [...records].flatMap(([record, other]): Edit[] => {
    const isFitting = (said: readonly Said[]) =>
      fields.every(
        (field, at) =>
          !other.has(field) || keyOf(said.slice(at, at + 1)) === keyOf([other.get(field) ?? BLANK]),
      );
    const own = sayings.get(keyOf(fields.map((field) => saidOf(field, record, other))));
    const nth = own ? -1 : left.findIndex(isFitting);
    const [taken] = nth < 0 ? [] : left.splice(nth, 1);
    const to = own ?? taken ?? [...sayings.values()].find(isFitting);
    return fields.flatMap((field, at) => {
      const said = to?.[at];
      return said === undefined || other.has(field) ? [] : [{ record, field, to: said }];
    });
  });
  return [...edits, ...more];
}

/**
 * Whether each response would say in all that is read from a column what somebody does, or nothing, and as many would be of each kind
 * of respondent: that is told.
 */
export function isReadAsTold(others: ReadonlyMap<number, Other>, columns: readonly Column[]): boolean {
  return columns.every(({ fields, sayings, kind }) => {
    const moved = [...others].filter(([, other]) => fields.some((field) => other.has(field)));
    const isReadable = moved.every(([record, other]) => {
      const said = fields.map((field) => saidOf(field, record, other));
      return sayings.has(keyOf(said)) || said.every((one) => one === BLANK);
    });
    if (kind === undefined || !isReadable) return isReadable;
    const was = moved.map(([record]) => keyOf([saidOf(kind, record)]));
    const is = moved.map(([record, other]) => keyOf([saidOf(kind, record, other)]));
    return was.toSorted().join('\n') === is.toSorted().join('\n');
  });
}

/** Whether two items are read from one column. */
export function areOfOneColumn(one: Field, other: Field, columns: readonly Column[]): boolean {
  return columns.some(({ fields }) => fields.includes(one) && fields.includes(other));
}

/** What goes with each option of an item, by position, in another item of the same column. */
function goingWith(field: Field, other: Field, columns: readonly Column[]): Map<number, ReadonlySet<string>> {
  const { fields, sayings } =
    columns.find((one) => one.fields.includes(field) && one.fields.includes(other)) ?? none;
  const going = new Map<number, Set<string>>();
  for (const said of sayings.values()) {
    const options = said[fields.indexOf(field)];
    for (const option of typeof options === 'object' ? options : [])
      going.set(option, (going.get(option) ?? new Set()).add(keyOf([said[fields.indexOf(other)] ?? BLANK])));
  }
  return going;
}

const none: Column = { fields: [], sayings: new Map() };

/** The options of an item, by position, that go with one answer alone to another item of the same column. */
export function settledBy(field: Field, maker: Field, columns: readonly Column[]): ReadonlySet<number> {
  const going = goingWith(field, maker, columns);
  return new Set([...going].flatMap(([option, { size }]) => (size === 1 ? [option] : [])));
}

/**
 * The options of an item, by position, that organisations and petitions alone gave, which are no secret but in a run about one group;
 * and those that all of a kind gave and nobody else, as is told.
 */
export function toldByKind(
  field: Field,
  columns: readonly Column[],
  isOfGroup: boolean,
): { readonly noPersons: ReadonlySet<number>; readonly told: ReadonlySet<number> } {
  const [kind] = columns.flatMap((one) => one.kind ?? []);
  const going = kind ? goingWith(field, kind, columns) : new Map<number, ReadonlySet<string>>();
  const people = [keyOf([[respondentKinds.indexOf('individual')]]), keyOf([BLANK])];
  const isNoPerson = (option: number) => !isOfGroup && !people.some((one) => going.get(option)?.has(one));
  const isAlone = (option: number) => {
    const [own = '', ...more] = going.get(option) ?? [];
    return more.length === 0 && [...going].every(([other, kinds]) => other === option || !kinds.has(own));
  };
  const all = [...going.keys()];
  return {
    noPersons: new Set(all.filter(isNoPerson)),
    told: new Set(all.filter((option) => isNoPerson(option) || isAlone(option))),
  };
}
