import { groupBy } from '../../intake/group-by.ts';
import type { Dim, Split } from './dims.ts';
import { entry } from './effect.ts';
import { type Field, stateOf, valueOf } from './fields.ts';
import type { Grid } from './exchange.ts';
import { areOfOneColumn } from './one-column.ts';
import type { Row, Table, Tables } from './tables.ts';

/** So many responses, and those behind every guarded count, are looked at for other ones that would do. */
const MOST_RECORDS = 10_000;

/** Responses that are alike in every division but one, by their part in that one and their answer to an item. */
export interface Stratum extends Grid {
  /** The records behind each count, by position. */
  readonly people: readonly (readonly number[])[];
  /** One record of each row. */
  readonly firsts: readonly number[];
  /** The groups of each row, kept once they are looked up. */
  readonly groups: Map<Split, readonly (readonly number[])[]>;
  /** The rows in each group, kept likewise. */
  readonly inGroup: Map<Split, ReadonlyMap<number, ReadonlySet<number>>>;
}

/** The responses among which exchanges are looked for. */
export interface Pool {
  readonly tables: Tables;
  readonly records: readonly number[];
  /** Kept once they are made: the strata of an item and a division. */
  readonly strata: Map<Field, Map<Dim, readonly Stratum[]>>;
  /** The same by the groups of a division in which any are, of those that are in more than one part. */
  readonly byGroup: Map<readonly Stratum[], Map<Split, ReadonlyMap<number, readonly Stratum[]>>>;
  /** The records of each group. */
  readonly groups: Map<Split, readonly (readonly number[])[]>;
  /** The records that gave each option of an item. */
  readonly giving: Map<Field, readonly (readonly number[])[]>;
  /** The responses divided by the side that they take in an item. */
  readonly sides: Map<Field, Split>;
}

/**
 * The responses of an analysis, or of a large one some thousands, among them all behind guarded counts: one of those that are
 * alike in everything, and in an order of their own, so that the order of rows makes no difference, nor whether they are counted.
 */
export function poolOf(tables: Tables): Pool {
  const all = Array.from({ length: Math.min(tables.size, MOST_RECORDS) }, (_, record) => record);
  const found = new Set(all);
  if (tables.size > MOST_RECORDS) {
    for (const table of tables.all) addGuarded(table, tables.size, found);
  }
  const distinct = new Map<string, number>();
  for (const record of found) {
    const key = keyOf(record, tables);
    if (!distinct.has(key)) distinct.set(key, record);
  }
  const records = [...distinct].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, record]) => record);
  const known = {
    strata: new Map(),
    byGroup: new Map(),
    groups: new Map(),
    giving: new Map(),
    sides: new Map(),
  };
  return { tables, records, ...known };
}

/** All that is counted of a response; what it weighs does not follow from its answers where a column has weights as well. */
function keyOf(record: number, { fields, dims, weights }: Tables): string {
  const answers = fields.map((field) => {
    const value = valueOf(field, record);
    return value ? value.join('+') : -stateOf(field, record);
  });
  const parts = dims.map((dim) =>
    !dim.fields.some((field) => fields.includes(field)) || weights?.dims.includes(dim)
      ? dim.cells[record]
      : '',
  );
  return [...answers, ...parts].join(' ');
}

function addGuarded(table: Table, size: number, records: Set<number>): void {
  const { field, split, rows } = table;
  if (table.isWithheld || rows.every(({ guard }) => guard.figures.size === 0)) return;
  const groupsOf = split?.groupsOf ?? (() => [0]);
  for (let record = 0; record < size; record++) {
    const value = valueOf(field, record);
    if (value === undefined) continue;
    for (const group of groupsOf(record) ?? []) {
      const row: Row | undefined = rows[group];
      if (row && value.some((option) => row.guard.figures.has(option))) records.add(record);
    }
  }
}

/** The responses of the pool that are in a row. */
export function recordsIn({ table: { split, rows } }: Row, group: number, pool: Pool): readonly number[] {
  if (split === undefined) return pool.records;
  let groups = pool.groups.get(split);
  if (groups === undefined) {
    const found: number[][] = rows.map(() => []);
    for (const record of pool.records)
      for (const one of split.groupsOf(record) ?? []) found[one]?.push(record);
    pool.groups.set(split, found);
    groups = found;
  }
  return groups[group] ?? [];
}

/**
 * The strata of an item and a division: responses that may trade their answers without anybody seeing it, but for those who see
 * the division. The item's own answers may make another division, in which they then trade places.
 */
export function strataOf(field: Field, dim: Dim, pool: Pool): readonly Stratum[] {
  const byDim = entry(pool.strata, field, () => new Map<Dim, readonly Stratum[]>());
  const known = byDim.get(dim);
  if (known) return known;
  const { dims, columns, weights, rounding } = pool.tables;
  const restOf = (all: readonly Dim[]) =>
    all.flatMap((one) => {
      // Where weighted results are rounded, responses of other weights may do; the answers that weights are raked by must be as many.
      if (rounding && weights?.dims.includes(one) && !one.fields.includes(field)) return [];
      const makers = one.fields.filter((other) => other !== field && !dim.fields.includes(other));
      return makers.length === one.fields.length ? [one.cells] : makers.map(({ cells }) => cells);
    });
  const answering = pool.records.filter((record) => valueOf(field, record) !== undefined);
  const strataBy = (all: readonly Dim[]) => {
    const rest = restOf(all);
    const groups = groupBy(answering, (record) => rest.map((cells) => cells[record]).join(' '));
    return [...groups.values()].map((records) => stratumOf(records, field, dim));
  };
  const others = dims.filter((one) => one !== dim);
  // What is read from the column of the division may be another with it.
  const free = others.filter(
    ({ fields }) => !fields.some((one) => dim.fields.some((other) => areOfOneColumn(one, other, columns))),
  );
  const strata = [...strataBy(others), ...(free.length < others.length ? strataBy(free) : [])];
  byDim.set(dim, strata);
  return strata;
}

/** The strata with somebody in a group and somebody in another part. */
export function strataWith(
  group: number,
  split: Split,
  strata: readonly Stratum[],
  { byGroup }: Pool,
): readonly Stratum[] {
  const bySplit = entry(byGroup, strata, () => new Map<Split, ReadonlyMap<number, readonly Stratum[]>>());
  const index = entry(bySplit, split, () => {
    const found = new Map<number, Stratum[]>();
    for (const stratum of strata) {
      const groups = stratum.rows > 1 ? new Set(groupsIn(stratum, split).flat()) : [];
      for (const one of groups) entry(found, one, () => []).push(stratum);
    }
    return found;
  });
  return index.get(group) ?? [];
}

function stratumOf(records: readonly number[], field: Field, dim: Dim): Stratum {
  const rows = new Map<number, number>();
  const firsts: number[] = [];
  for (const record of records) {
    const cell = dim.cells[record] ?? -1;
    if (rows.has(cell)) continue;
    rows.set(cell, rows.size);
    firsts.push(record);
  }
  const columns = field.isSeveral ? 1 : field.values.length;
  const people: number[][] = Array.from({ length: rows.size * columns }, () => []);
  for (const record of records) {
    const column = field.isSeveral ? 0 : (valueOf(field, record)?.[0] ?? 0);
    people[(rows.get(dim.cells[record] ?? -1) ?? 0) * columns + column]?.push(record);
  }
  return {
    rows: rows.size,
    columns,
    counts: people.map(({ length }) => length),
    people,
    firsts,
    groups: new Map(),
    inGroup: new Map(),
  };
}

/** The groups that each row of a stratum is in. */
export function groupsIn({ firsts, groups }: Stratum, split: Split): readonly (readonly number[])[] {
  return entry(groups, split, () => firsts.map((first) => split.groupsOf(first) ?? []));
}

/** The rows of a stratum that are in a group. */
export function rowsIn(group: number, stratum: Stratum, split: Split): ReadonlySet<number> {
  const known = entry(stratum.inGroup, split, () => {
    const found = new Map<number, Set<number>>();
    for (const [row, own] of groupsIn(stratum, split).entries())
      for (const one of own) entry(found, one, () => new Set()).add(row);
    return found;
  });
  return known.get(group) ?? new Set();
}
