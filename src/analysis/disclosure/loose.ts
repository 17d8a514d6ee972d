import { traitsOf } from './cycles.ts';
import { entry } from './effect.ts';
import type { Edit } from './effects.ts';
import { NOT_ASKED } from '../../responses/responses.ts';
import { type Field, saidOf, valueOf } from './fields.ts';
import { type Target, pairedWith } from './exchanges.ts';
import { type Pool, recordsIn } from './pool.ts';
import { trade, tradeTick } from './ticks.ts';
import { costOfChange } from './loss.ts';
import type { Table, Tables } from './tables.ts';

/** So many responses are tried of each sort: those that nothing sets apart are alike. More are where none of these will do. */
const MOST_TRIED = 4;
const FEW_TRIED = 2;
const MORE_TRIED = 30;

/** So many exchanges between a group and others are tried: those that change least at first sight. */
const MOST_ACROSS = 120;

/** Who is counted in a target's count, or would be in its group. */
export function givenBy(target: Target, pool: Pool): readonly number[] {
  const { field } = target.row.table;
  const [option, ...more] = target.options;
  if (target.figure === undefined || option === undefined || more.length > 0)
    return pool.records.filter((record) => hasAny(target, record));
  const all = entry(pool.giving, field, () => {
    const found: number[][] = field.ids.map(() => []);
    for (const record of pool.records)
      for (const one of valueOf(field, record) ?? []) found[one]?.push(record);
    return found;
  });
  return all[option] ?? [];
}

function hasAny({ row, options, figure }: Target, record: number): boolean {
  const value = valueOf(row.table.field, record);
  return figure === undefined ? value !== undefined : value?.some((one) => options.includes(one)) === true;
}

/** Who answers the item of a target, in its group and not; where nothing is shown of the groups, all who were asked. */
function sidesOf(
  { row }: Target,
  pool: Pool,
): { readonly inside: readonly number[]; readonly outside: readonly number[] } {
  const { field, rows, isWithheld: isTableWithheld } = row.table;
  const isIn = (record: number) => {
    const said = saidOf(field, record);
    return typeof said !== 'number' || (isTableWithheld && said !== NOT_ASKED);
  };
  const inside = recordsIn(row, rows.indexOf(row), pool).filter(isIn);
  const own = new Set(inside);
  const outside = pool.records.filter((record) => !own.has(record) && isIn(record));
  return { inside, outside };
}

/** Some records of each answer, and of each side that they take in what is shown beside it. */
export function spread(
  records: readonly number[],
  field: Field,
  beside: readonly Field[] = [],
  most = field.makesGroups ? FEW_TRIED : MOST_TRIED,
): number[] {
  const taken = new Map<number | string, number>();
  return records.filter((record) => {
    const cell = field.cells[record] ?? -1;
    const key = beside.length === 0 ? cell : [cell, ...traitsOf(record, beside)].join(' ');
    const count = (taken.get(key) ?? 0) + 1;
    taken.set(key, count);
    return count <= most;
  });
}

/** Two responses, one in the group and one not, that trade their answers although they differ in other ways too; or of many more. */
export function* exchangesAcross(target: Target, pool: Pool, areMany = false): Generator<readonly Edit[]> {
  const { row, options } = target;
  const { field, split } = row.table;
  if (split === undefined) return;
  const { inside, outside } = sidesOf(target, pool);
  const has = (record: number) => hasAny(target, record);
  const beside = pairedWith(field, pool.tables);
  const makers = split.makers.filter((maker) => maker !== field);
  for (const [givers, takers] of [
    [inside, outside],
    [outside, inside],
  ] as const) {
    const most = areMany ? MORE_TRIED : undefined;
    const own = spread(givers.filter(has), field, beside, most);
    const others = spread(
      takers.filter((one) => !has(one)),
      field,
      beside,
      most,
    );
    for (const { giver, taker } of nearestPairs(
      own,
      others,
      MOST_ACROSS,
      { field, options, beside },
      pool.tables,
    )) {
      const edits = tradeAnswers(field, options, giver, taker);
      if (edits) yield edits;
      // Where nothing is shown of the groups, the two may trade places just as well.
      for (const maker of row.table.isWithheld ? makers : []) yield trade(maker, giver, taker);
    }
  }
}

/** Two responses exchange their answers, or one tick. */
function tradeAnswers(
  field: Field,
  options: readonly number[],
  giver: number,
  taker: number,
): readonly Edit[] | undefined {
  const [gives, takes] = [valueOf(field, giver), valueOf(field, taker)];
  if (!field.isSeveral || gives === undefined || takes === undefined) return trade(field, giver, taker);
  const option = options.find((one) => gives.includes(one));
  return option === undefined ? undefined : tradeTick(field, option, giver, taker);
}

/** Two responses that may exchange answers, with what that would cost at first sight. */
interface Pair {
  readonly giver: number;
  readonly taker: number;
  readonly cost: number;
}

/** Where a response is counted, and what it costs to change the counts there. */
interface Places {
  readonly record: number;
  /** The groups that it is in, by table. */
  readonly groups: readonly (readonly number[])[];
  readonly costs: readonly number[];
  /** What must be alike, or much more would look different. */
  readonly traits: string;
}

/** More than the loss in any one table. */
const UNLIKE = 1000;

/**
 * Those of all pairs of two responses that change least if they exchange some answers to an item, so many at most: the more
 * groups they are both in, the less.
 */
function nearestPairs(
  givers: readonly number[],
  takers: readonly number[],
  most: number,
  of: { readonly field: Field; readonly options: readonly number[]; readonly beside: readonly Field[] },
  tables: Tables,
): Pair[] {
  const shown = (tables.byField.get(of.field) ?? []).filter(({ split, isWithheld }) => split && !isWithheld);
  const placesOf = (record: number) => placesIn(record, shown, of, tables);
  const others = takers.map(placesOf);
  let nearest: Pair[] = [];
  let limit = Infinity;
  const keep = () => {
    nearest = nearest.toSorted((one, other) => one.cost - other.cost).slice(0, most);
    if (nearest.length === most) limit = nearest.at(-1)?.cost ?? Infinity;
  };
  for (const giver of givers) {
    const own = placesOf(giver);
    for (const other of others) {
      const cost = costBetween(own, other);
      if (cost >= limit) continue;
      nearest.push({ giver, taker: other.record, cost });
      if (nearest.length > 2 * most) keep();
    }
  }
  keep();
  return nearest;
}

function placesIn(
  record: number,
  shown: readonly Table[],
  { options, beside }: { readonly options: readonly number[]; readonly beside: readonly Field[] },
  { weights }: Tables,
): Places {
  const groups = shown.map(({ split }) => split?.groupsOf(record) ?? []);
  const costs = shown.map(({ rows }, nth) => {
    let sum = 0;
    for (const at of groups[nth] ?? []) {
      const row = rows[at];
      if (row) for (const option of options) sum += costOfChange(row, option);
    }
    return sum;
  });
  const traits = [...traitsOf(record, beside), ...(weights?.groupsOf(record) ?? [])].join(' ');
  return { record, groups, costs, traits };
}

function costBetween(one: Places, other: Places): number {
  let cost = one.traits === other.traits ? 0 : UNLIKE;
  // Responses of the same parts have the same list of groups.
  for (const [nth, groups] of one.groups.entries())
    if (groups !== other.groups[nth]) cost += (one.costs[nth] ?? 0) + (other.costs[nth] ?? 0);
  return cost;
}
