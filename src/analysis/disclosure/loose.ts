import { traitsOf } from './cycles.ts';
import { entry } from './effect.ts';
import type { Edit } from './effects.ts';
import { NOT_ASKED } from '../../responses/responses.ts';
import { type Field, saidOf, valueOf } from './fields.ts';
import { type Target, pairedWith } from './exchanges.ts';
import { nearestPairs } from './nearest.ts';
import { type Pool, recordsIn } from './pool.ts';
import { trade, tradeTick } from './ticks.ts';

/** So many responses are tried of each sort: those that nothing sets apart are alike. */
const MOST_TRIED = 4;
const FEW_TRIED = 2;

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
export function spread(records: readonly number[], field: Field, beside: readonly Field[] = []): number[] {
  const taken = new Map<number | string, number>();
  return records.filter((record) => {
    const cell = field.cells[record] ?? -1;
    const key = beside.length === 0 ? cell : [cell, ...traitsOf(record, beside)].join(' ');
    const count = (taken.get(key) ?? 0) + 1;
    taken.set(key, count);
    return count <= (field.makesGroups ? FEW_TRIED : MOST_TRIED);
  });
}

/** Two responses, one in the group and one not, that trade their answers although they differ in other ways too. */
export function* exchangesAcross(target: Target, pool: Pool): Generator<readonly Edit[]> {
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
    const own = spread(givers.filter(has), field, beside);
    const others = spread(
      takers.filter((one) => !has(one)),
      field,
      beside,
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
