import { BLANK } from '../../responses/responses.ts';
import type { Edit } from './effects.ts';
import type { Target } from './exchanges.ts';
import { type Field, type Value, saidOf, valueOf } from './fields.ts';
import { keepLeast } from './least.ts';
import { givenBy, spread } from './loose.ts';
import { costOfChange } from './loss.ts';
import { areOfOneColumn } from './one-column.ts';
import { type Pool, recordsIn } from './pool.ts';
import { mayBlanksBeHidden } from './sizes.ts';

/** So many changes of one response are tried of each sort: those that change least at first sight. */
const MOST_ALONE = 60;

/** The options that a response is to give in place of its own, or to tick or not as well. */
type OptionsFor = (record: number) => Iterable<number>;

/** One response that gives another answer, where the results of all may be hidden: to the item itself or to what makes the groups. */
export function* changesAlone(target: Target, pool: Pool): Generator<readonly Edit[]> {
  const { row } = target;
  const { field, split, rows } = row.table;
  if (field.isPersonal) {
    const inside = recordsIn(row, rows.indexOf(row), pool);
    yield* editsOf(field, inside, (record) => tellingOptions(target, record, pool), pool);
  }
  const makers = split?.makers.filter((maker) => maker.isPersonal && maker !== field) ?? [];
  if (makers.length === 0) return;
  const group = rows.indexOf(row);
  const leaving: number[] = [];
  const entering: number[] = [];
  for (const record of givenBy(target, pool))
    (split?.groupsOf(record)?.includes(group) ? leaving : entering).push(record);
  for (const maker of makers) {
    const entries = entriesTo(target, maker, pool);
    yield* editsOf(maker, leaving, () => maker.open, pool);
    yield* editsOf(maker, entering, () => entries, pool);
  }
}

/** The options of a target's item by which a response would make its count another: of the rest there may be hundreds. */
function tellingOptions(
  { row, options, figure }: Target,
  record: number,
  { tables }: Pool,
): Iterable<number> {
  const { field, split } = row.table;
  const isMaker = split?.makers.some((one) => one === field || areOfOneColumn(one, field, tables.columns));
  if (isMaker === true || figure === undefined) return field.open;
  const value = valueOf(field, record) ?? [];
  // Of several ticks one can be taken away or added, and only one that is the only one moved.
  const mayMove = !field.isSeveral || value.length < 2;
  return mayMove && value.some((one) => options.includes(one))
    ? field.open
    : options.filter((one) => field.open.has(one));
}

/** The options of what makes the groups by which somebody would enter the group of a target. */
function entriesTo({ row }: Target, maker: Field, { tables }: Pool): Iterable<number> {
  const { field, split, rows } = row.table;
  const isReadWithIt = maker.routes.length > 0 || areOfOneColumn(maker, field, tables.columns);
  if (row.isRest || isReadWithIt) return maker.open;
  const path = split?.names[rows.indexOf(row)]?.split('+') ?? [];
  const depth = split?.dims.findIndex(({ fields }) => fields.includes(maker)) ?? -1;
  const option = maker.positions.get(path[depth] ?? '') ?? -1;
  return maker.open.has(option) ? [option] : [];
}

/** Some of the responses with other options each; or without an answer, where how many gave none may be hidden. */
function* editsOf(
  field: Field,
  records: readonly number[],
  optionsFor: OptionsFor,
  pool: Pool,
): Generator<readonly Edit[]> {
  const whole = pool.tables.wholeOf(field);
  const mayBeBlank = mayBlanksBeHidden(field, pool.tables);
  const mayTell = (record: number) => {
    const said = saidOf(field, record);
    return typeof said !== 'number' || (mayBeBlank && said === BLANK);
  };
  const [row] = whole?.rows ?? [];
  const costOf = (option: number) => (row ? costOfChange(row, option) : 0);
  const costOfAnswer = (record: number) =>
    (valueOf(field, record) ?? []).reduce((sum, option) => sum + costOf(option), 0);
  const own = cheapest(spread(records.filter(mayTell), field), costOfAnswer, MOST_ALONE);
  for (const record of own) {
    const value = valueOf(field, record) ?? [];
    const others = [...optionsFor(record)].filter((option) => field.isSeveral || !value.includes(option));
    for (const option of cheapest(others, costOf, Math.ceil(MOST_ALONE / own.length))) {
      const to = withOption(field, value, option);
      if (to.length > 0) yield [{ record, field, to }];
      if (field.isSeveral && value.length < 2 && !value.includes(option))
        yield* movesOf(field, record, option, pool);
    }
    if (value.length > 0 && mayBeBlank) yield [{ record, field, to: BLANK }];
  }
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

/** So many at most, those that cost least; in their own order where there are no more. */
function cheapest(all: readonly number[], costOf: (one: number) => number, most: number): readonly number[] {
  if (all.length <= most) return all;
  const best: { readonly one: number; readonly cost: number }[] = [];
  for (const one of all) {
    const cost = costOf(one);
    if (best.length === most && cost >= (best.at(-1)?.cost ?? 0)) continue;
    keepLeast(best, { one, cost }, most, (other) => other.cost);
  }
  return best.map(({ one }) => one);
}

/** An answer with another option; where several may be ticked, with one tick more or less. */
function withOption({ isSeveral }: Field, value: Value, option: number): Value {
  if (!isSeveral) return [option];
  return value.includes(option)
    ? value.filter((one) => one !== option)
    : [...value, option].toSorted((a, b) => a - b);
}
