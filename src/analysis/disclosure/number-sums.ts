import type { Responses } from '../../responses/responses.ts';
import { campaignId } from '../campaigns.ts';
import type { Dim } from './dims.ts';
import { knownFrom } from './echelon.ts';
import { type Field, stateOf } from './fields.ts';
import type { Row, Table, Tables } from './tables.ts';

/** Responses that gave a number and are in the same rows. */
interface Part {
  readonly rows: ReadonlySet<Row>;
  readonly n: number;
}

/** People of whom the mean must not be found out, by the positions of the parts that they are. */
type Target = readonly number[];

/**
 * Hides statistics of the numbers of groups until no mean that is hidden can be worked out from those that are shown, nor that of few:
 * those whom the shown groups of a table leave of all or of any other group, and those in the same groups. From a mean and how many it is
 * of follows their sum, and sums can be added to each other and taken away. Whoever does so is taken to know how many are in which groups
 * of any two questions.
 */
export function hideSums(field: Field, tables: Tables, counts: Responses['counts']): void {
  const [whole, ...by] = tables.byField.get(field) ?? [];
  const [all] = whole?.rows ?? [];
  if (all === undefined) return;
  const parts = partsOf(field, by, all, tables, counts);
  const families = familiesOf(by).map((family) => {
    const rows = new Set([all, ...family.flatMap((table) => table.rows)]);
    return { family, rows, parts: together(parts, rows) };
  });
  while (families.map((one) => hideOneMore(one, all, tables)).includes(true));
}

/** What a response is in, and how many are in the same. */
function partsOf(
  field: Field,
  by: readonly Table[],
  all: Row,
  { size }: Tables,
  counts: Responses['counts'],
): Part[] {
  const parts = new Map<string, { readonly rows: ReadonlySet<Row>; n: number }>();
  for (let record = 0; record < size; record++) {
    if (stateOf(field, record) !== 0) continue;
    const places = by.map(({ split }) => split?.groupsOf(record) ?? []);
    const key = places.join(' ');
    const rowsIn = () => by.flatMap(({ rows }, nth) => places[nth]?.flatMap((at) => rows[at] ?? []) ?? []);
    const part = parts.get(key) ?? { rows: new Set([all, ...rowsIn()]), n: 0 };
    part.n += counts?.[record] ?? 1;
    parts.set(key, part);
  }
  return [...parts.values()];
}

/** Parts of which only some rows are told apart. */
function together(parts: readonly Part[], rows: ReadonlySet<Row>): Part[] {
  const order = new Map([...rows].map((row, nth) => [row, nth]));
  const found = new Map<string, { readonly rows: ReadonlySet<Row>; n: number }>();
  for (const part of parts) {
    const own = [...part.rows].filter((row) => rows.has(row));
    const key = own.map((row) => order.get(row)).join(' ');
    const known = found.get(key) ?? { rows: new Set(own), n: 0 };
    known.n += part.n;
    found.set(key, known);
  }
  // So that the order of the responses makes no difference.
  return [...found].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, part]) => part);
}

/** The tables by what any two of them are by, and by parts of it. */
function familiesOf(by: readonly Table[]): (readonly Table[])[] {
  const families = new Map<string, readonly Table[]>();
  const dimsOf = ({ split }: Table): readonly Dim[] => split?.dims ?? [];
  for (const [nth, one] of by.entries()) {
    for (const other of by.slice(nth)) {
      const dims = new Set([...dimsOf(one), ...dimsOf(other)]);
      const family = by.filter((table) => dimsOf(table).every((dim) => dims.has(dim)));
      families.set(family.map((table) => by.indexOf(table)).join(' '), family);
    }
  }
  return [...families.values()];
}

/** Hides one more group of each way to what must not be found out, and says whether there was any. */
function hideOneMore(
  { family, rows, parts }: { family: readonly Table[]; rows: ReadonlySet<Row>; parts: readonly Part[] },
  all: Row,
  { limits }: Tables,
): boolean {
  const isIn = (row: Row) => [...parts.keys()].filter((at) => parts[at]?.rows.has(row));
  const shown = [...rows].filter(isShown);
  const nOf = (target: Target) => target.reduce((sum, at) => sum + (parts[at]?.n ?? 0), 0);
  const hidden = [...rows].filter((row) => !isShown(row) && !isOfCampaigns(row.table));
  const groups = hidden.filter(({ isRest }) => !isRest).map(isIn);
  const left = [...hidden.filter(({ isRest }) => isRest).map(isIn), ...fewIn(family, parts)];
  const few = left.filter((target) => nOf(target) < limits.group);
  const targets = [...groups, ...few].filter(
    (target) => target.length > 0 && nOf(target) < all.distribution.states.option,
  );
  if (targets.length === 0) return false;
  const known = knownFrom(shown.map(isIn), parts.length);
  const more = new Set<Row>();
  for (const target of targets) {
    const way = known.waysTo(target)?.flatMap((nth) => shown[nth] ?? []) ?? [];
    if (way.some((row) => more.has(row))) continue;
    const [smallest] = way
      .filter((row) => row !== all && !isOfCampaigns(row.table))
      .toSorted((a, b) => a.distribution.states.option - b.distribution.states.option);
    if (smallest) more.add(smallest);
  }
  for (const { hidden: own } of more) own.numbers = true;
  return more.size > 0;
}

/** Those in the same rows, and those whom the shown groups of each table leave of each row. */
function fewIn(family: readonly Table[], parts: readonly Part[]): Target[] {
  const left = family
    .filter((table) => !isOfCampaigns(table))
    .flatMap((table) => {
      const groups = table.rows.filter(isShown);
      const byRow = new Map<Row, number[]>();
      for (const [at, { rows }] of parts.entries()) {
        if (groups.some((row) => rows.has(row))) continue;
        for (const row of rows) byRow.set(row, [...(byRow.get(row) ?? []), at]);
      }
      return [...byRow.values()];
    });
  return [...[...parts.keys()].map((at) => [at]), ...left];
}

/** Whether readers see the statistics of a row's numbers. */
function isShown({ isRest, isListed, hidden, table, distribution }: Row): boolean {
  const isSeen = !isRest && isListed && !table.isWithheld && !hidden.numbers && hidden.states.size === 0;
  return isSeen && distribution.states.option > 0;
}

/** What a campaign thinks is no secret. */
function isOfCampaigns({ split }: Table): boolean {
  return split?.by === campaignId;
}
