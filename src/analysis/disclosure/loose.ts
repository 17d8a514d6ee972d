import { traitsOf } from './cycles.ts';
import type { Edit } from './effects.ts';
import { BLANK, NOT_ASKED } from '../../responses/responses.ts';
import { type Field, type Value, saidOf, valueOf } from './fields.ts';
import { type Target, pairedWith } from './exchanges.ts';
import { nearestPairs } from './nearest.ts';
import { type Pool, recordsIn } from './pool.ts';
import { trade, tradeTick } from './ticks.ts';

/** So many responses are tried of each sort: those that nothing sets apart are alike. */
const MOST_TRIED = 4;
const FEW_TRIED = 2;

/** So many exchanges between a group and others are tried: those that change least at first sight. */
const MOST_ACROSS = 120;

/** One response that gives another answer, where the results of all may be hidden: to the item itself or to what makes the groups. */
export function* changesAlone(target: Target, pool: Pool): Generator<readonly Edit[]> {
  const { row } = target;
  const { field, split } = row.table;
  if (field.isPersonal) {
    const inside = recordsIn(row, row.table.rows.indexOf(row), pool);
    const own = inside.filter((record) => mayTell(field, record, isWithheld(field, pool)));
    for (const record of spread(own, field)) yield* editsOf(field, record, pool);
  }
  for (const maker of split?.makers ?? []) {
    if (!maker.isPersonal || maker === field) continue;
    const { inside, outside } = sidesOf(target, pool);
    for (const side of [inside, outside]) {
      const own = side.filter(
        (record) => hasAny(target, record) && mayTell(maker, record, isWithheld(maker, pool)),
      );
      for (const record of spread(own, maker)) yield* editsOf(maker, record, pool);
    }
  }
}

/** Whether nothing is shown of the results of all, not even how many gave no answer. */
function isWithheld(field: Field, { tables }: Pool): boolean {
  return tables.wholeOf(field)?.isWithheld === true;
}

/** Whether a response answers an item, or where that is not told, left it blank. */
function mayTell(field: Field, record: number, isBlankToo: boolean): boolean {
  const said = saidOf(field, record);
  return typeof said !== 'number' || (isBlankToo && said === BLANK);
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
function spread(records: readonly number[], field: Field, beside: readonly Field[] = []): number[] {
  const taken = new Map<string, number>();
  return records.filter((record) => {
    const key = [...(valueOf(field, record) ?? []), '', ...traitsOf(record, beside)].join(' ');
    const count = (taken.get(key) ?? 0) + 1;
    taken.set(key, count);
    return count <= (field.makesGroups ? FEW_TRIED : MOST_TRIED);
  });
}

/** Every other answer of one response; where several may be ticked, one tick more or less, or the only one moved. */
function* editsOf(field: Field, record: number, pool: Pool): Generator<readonly Edit[]> {
  const value = valueOf(field, record) ?? [];
  for (const option of field.open) {
    const isOwn = value.includes(option);
    const to: Value = field.isSeveral
      ? isOwn
        ? value.filter((one) => one !== option)
        : [...value, option].toSorted((a, b) => a - b)
      : [option];
    if (to.length > 0 && (!isOwn || field.isSeveral)) yield [{ record, field, to }];
    if (field.isSeveral && value.length < 2 && !isOwn) yield* movesOf(field, record, option, pool);
  }
  if (value.length > 0 && isWithheld(field, pool)) yield [{ record, field, to: BLANK }];
}

/** Whoever ticked one option, or none, ticks another instead; and somebody who ticked that among others does no longer. */
function* movesOf(field: Field, record: number, option: number, pool: Pool): Generator<readonly Edit[]> {
  const move = { record, field, to: [option] };
  yield [move];
  const ticksOf = (one: number) => valueOf(field, one) ?? [];
  const other = pool.records.find((one) => ticksOf(one).length > 1 && ticksOf(one).includes(option));
  if (other === undefined) return;
  yield [move, { record: other, field, to: ticksOf(other).filter((one) => one !== option) }];
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
