import type { Responses } from '../../responses/responses.ts';
import type { Dim } from './dims.ts';
import { entry } from './effect.ts';
import { type Field, stateOf, valueOf } from './fields.ts';
import { type Part, type Sum, type Target, type Ways, waysFrom, withExtremes } from './number-ways.ts';
import type { Row, Table, Tables } from './tables.ts';
import { stepOf, waysInSteps } from './whole-steps.ts';

/**
 * Hides statistics of the numbers of groups until no mean that is hidden can be worked out from those that are shown, nor that of few:
 * those whom the shown groups of a table leave of all or of any other group, and those in the same groups. From a mean and how many it is
 * of follows their sum, and sums can be added to each other and taken away; where it is as low or as high as it can be, each of them gave
 * the lowest number of all or the highest, and of whole numbers there may be one sum alone that fits. Whoever does so is taken to know
 * how many are in which groups of any two questions.
 */
export function hideSums(field: Field, tables: Tables, counts: Responses['counts']): void {
  const [whole, ...by] = tables.byField.get(field) ?? [];
  const [all] = whole?.rows ?? [];
  if (all === undefined || by.length === 0) return;
  const parts = partsOf(field, by, all, tables, counts);
  const step = stepOf(numbersOf(field, tables));
  const families = familiesOf(by).map((family): Family => {
    const rows = new Set([all, ...family.flatMap((table) => table.rows)]);
    return { family, rows, parts: together(parts, rows), step };
  });
  while (families.map((one) => hideOneMore(one, all, tables)).includes(true));
}

/** The numbers that anybody gave. */
function numbersOf(field: Field, { size }: Tables): Set<number> {
  const numbers = new Set<number>();
  for (let record = 0; record < size; record++)
    if (stateOf(field, record) === 0) for (const number of valueOf(field, record) ?? []) numbers.add(number);
  return numbers;
}

/** What a response is in, and how many are in the same. */
function partsOf(
  field: Field,
  by: readonly Table[],
  all: Row,
  { size }: Tables,
  counts: Responses['counts'],
): Part[] {
  const parts = new Map<string, Part>();
  for (let record = 0; record < size; record++) {
    if (stateOf(field, record) !== 0) continue;
    const places = by.map(({ split }) => split?.groupsOf(record) ?? []);
    const key = places.join(' ');
    const rowsIn = () => by.flatMap(({ rows }, nth) => places[nth]?.flatMap((at) => rows[at] ?? []) ?? []);
    const [number = 0] = valueOf(field, record) ?? [];
    const n = counts?.[record] ?? 1;
    const one = { n, sum: n * number, lowest: number, highest: number };
    addPart(parts, key, one, () => new Set([all, ...rowsIn()]));
  }
  return [...parts.values()];
}

/** Adds a part to those with the same key, which are one. */
function addPart(
  parts: Map<string, Part>,
  key: string,
  { n, sum, lowest, highest }: Omit<Part, 'rows'>,
  rowsIn: () => ReadonlySet<Row>,
): void {
  const known = entry(parts, key, () => ({ rows: rowsIn(), n: 0, sum: 0, lowest, highest }));
  known.n += n;
  known.sum += sum;
  known.lowest = Math.min(known.lowest, lowest);
  known.highest = Math.max(known.highest, highest);
}

/** Parts of which only some rows are told apart. */
function together(parts: readonly Part[], rows: ReadonlySet<Row>): Part[] {
  const order = new Map([...rows].map((row, nth) => [row, nth]));
  const found = new Map<string, Part>();
  for (const part of parts) {
    const own = [...part.rows].filter((row) => rows.has(row));
    const key = own.map((row) => order.get(row)).join(' ');
    addPart(found, key, part, () => new Set(own));
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

/** Tables that are looked at together. */
interface Family {
  readonly family: readonly Table[];
  readonly rows: ReadonlySet<Row>;
  readonly parts: readonly Part[];
  /** By how much its numbers go up. */
  readonly step: number | undefined;
}

/** Hides one more group of each way to what must not be found out, and says whether there was any. */
function hideOneMore({ family, rows, parts, step }: Family, all: Row, { limits }: Tables): boolean {
  const partsIn = new Map<Row, number[]>();
  for (const [at, { rows: own }] of parts.entries())
    for (const row of own) entry(partsIn, row, () => []).push(at);
  const isIn = (row: Row): Target => partsIn.get(row) ?? [];
  const shown = [...rows].filter(isShown);
  const nOf = (target: Target) => target.reduce((sum, at) => sum + (parts[at]?.n ?? 0), 0);
  const hidden = [...rows].filter((row) => !isShown(row) && !row.isOfNobody);
  const isFew = (target: Target) => nOf(target) < limits.group;
  const isOpen = (target: Target) => target.length > 0 && nOf(target) < all.distribution.states.option;
  const own = hidden.flatMap((row) => {
    const target = isIn(row);
    return isOpen(target) && (!row.isRest || isFew(target)) ? [target] : [];
  });
  const left = leftIn(family, parts);
  const each = [...parts.keys()].map((at) => [at]);
  const isOfPeople = (target: Target) =>
    target.some((at) => [...(parts[at]?.rows ?? [])].every((row) => !row.isOfNobody));
  const few = [...each, ...left].filter((target) => isFew(target) && isOpen(target) && isOfPeople(target));
  if (own.length + few.length === 0) return false;
  const sums = shown.map((row): Sum => ({ of: isIn(row), from: [row] }));
  const ways = waysFrom(sums, parts);
  const waysByExtremes = withExtremes(ways, sums, parts);
  const waysBySteps = step === undefined ? undefined : waysInSteps(sums, parts, step);
  const more = new Set<Row>();
  const waysTo: Ways = (target) => waysByExtremes(target) ?? waysBySteps?.(target);
  for (const way of [...own.map(waysTo), ...few.map(ways)]) {
    if (way === undefined || way.some((row) => more.has(row))) continue;
    const [smallest] = way
      .filter((row) => row !== all)
      .toSorted((a, b) => a.distribution.states.option - b.distribution.states.option);
    if (smallest) more.add(smallest);
  }
  for (const row of more) row.hidden.numbers = true;
  return more.size > 0;
}

/** Those whom the shown groups of each table leave of each row, and those in none that it lists. */
function leftIn(family: readonly Table[], parts: readonly Part[]): Target[] {
  return family.flatMap(({ rows }) => {
    const outside = (groups: readonly Row[]): number[] =>
      [...parts.keys()].filter((at) => !groups.some((row) => parts[at]?.rows.has(row)));
    const byRow = new Map<Row, number[]>();
    for (const at of outside(rows.filter(isShown)))
      for (const row of parts[at]?.rows ?? []) byRow.set(row, [...(byRow.get(row) ?? []), at]);
    return [...byRow.values(), outside(rows.filter(({ isRest, isListed }) => isListed && !isRest))];
  });
}

/** Whether readers see the statistics of a row's numbers. */
function isShown({ isRest, isListed, hidden, table, distribution }: Row): boolean {
  const isSeen = !isRest && isListed && !table.isWithheld && !hidden.numbers && hidden.states.size === 0;
  return isSeen && distribution.states.option > 0;
}
