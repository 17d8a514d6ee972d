import { effectBySide, splitBySide } from './by-side.ts';
import type { Split } from './dims.ts';
import { type PlainEffect, entry, moreOf } from './effect.ts';
import type { Edit, Effects } from './effects.ts';
import { type Field, valueOf } from './fields.ts';
import { type Weighed, weighed } from './loss.ts';
import { type Pool, type Stratum, groupsIn, strataOf, strataWith } from './pool.ts';
import { withAll } from './routes.ts';
import type { Table } from './tables.ts';
import { trade, tradeTick } from './ticks.ts';

/** Items with more distinct numbers than this are not looked into. */
const MOST_VALUES = 60;

/** Exchanges that are tried one after another to make good what an edit changes beside what it is for. */
const MOST_REPAIRS = 48;

/**
 * Edits with others that make up for what they change in tables that are not meant: two responses that differ in nothing but the
 * division trade answers, so that its counts are again what they were. Only those that leave less changed are taken.
 */
export function repair(
  edits: readonly Edit[],
  isWanted: (effects: Effects) => boolean,
  pool: Pool,
): readonly Edit[] {
  let best = edits;
  let known = weighed(best, pool.tables);
  while (known !== undefined && known.loss >= 1) {
    let [tries, better]: [number, Weighed | undefined] = [MOST_REPAIRS, undefined];
    for (const more of repairsOf(known.effects, best, pool)) {
      if (tries-- === 0) break;
      const all = [...best, ...more];
      const together = withAll(all, pool.tables);
      // What else follows from exchanged answers may be about any item.
      const isAll = together.length === all.length && together.every((edit, nth) => edit === all[nth]);
      const before = isAll ? { weighed: known, more } : undefined;
      const next = weighed(together, pool.tables, known.loss, before);
      if (next === undefined || next.loss >= known.loss || !isWanted(next.effects)) continue;
      [best, better] = [together, next];
      break;
    }
    known = better;
  }
  return best;
}

/** What would cancel some of what is changed, table by table; first of what is weighted. */
function* repairsOf({ rows, pairings }: Effects, edits: readonly Edit[], pool: Pool): Generator<Edit[]> {
  const used = new Set(edits.map(({ record }) => record));
  const byTable = new Map<Table, Map<number, PlainEffect>>();
  for (const [row, effect] of rows) {
    const { table } = row;
    if (table.isWithheld) continue;
    entry(byTable, table, () => new Map<number, PlainEffect>()).set(table.rows.indexOf(row), effect);
    const { weights } = pool.tables;
    if (weights && table.split === undefined)
      yield* cancel(
        table.field,
        weights,
        new Map(effect.byWeight.map((part) => [part.weight, part])),
        used,
        pool,
      );
  }
  for (const [{ field, split }, groups] of byTable)
    if (split) yield* cancel(field, split, groups, used, pool);
  for (const { view, clarity } of pairings.keys()) {
    yield* cancel(view, splitBySide(clarity, pool), effectBySide(view, clarity, edits), used, pool);
    yield* cancel(clarity, splitBySide(view, pool), effectBySide(clarity, view, edits), used, pool);
  }
}

function* cancel(
  field: Field,
  split: Split,
  groups: ReadonlyMap<number, PlainEffect>,
  used: ReadonlySet<number>,
  pool: Pool,
): Generator<Edit[]> {
  const [dim, ...more] = split.dims;
  if (dim === undefined || more.length > 0 || field.values.length > MOST_VALUES) return;
  const at = (group: number, option: number) => {
    const own = groups.get(group);
    return own ? moreOf(own.options, option) : 0;
  };
  const isFree = (record: number) => !used.has(record);
  for (const [group, { options }] of groups) {
    for (const [nth, option] of options.at.entries()) {
      if ((options.more[nth] ?? 0) <= 0) continue;
      const lacking = field.isSeveral
        ? [-1]
        : options.at.filter((_, other) => (options.more[other] ?? 0) < 0);
      const others = [...groups.keys()].filter((other) => at(other, option) < 0);
      for (const lack of lacking) {
        for (const other of others.length > 0 ? others : [undefined]) {
          yield* pairsFor(
            { field, group, option, lack, other },
            isFree,
            split,
            strataWith(group, split, strataOf(field, dim, pool), pool),
          );
        }
      }
    }
  }
}

/** Who is wanted: one in a group with an option, one in another, or only not in the group, with the one that is lacking. */
interface Wanted {
  readonly field: Field;
  readonly group: number;
  readonly option: number;
  /** Below 0 where several options may be ticked: then one with the tick, and one without. */
  readonly lack: number;
  readonly other: number | undefined;
}

/** So many pairs are looked for to make up for one change: where those of one stratum undo what is wanted, those of another may not. */
const MOST_STRATA = 3;

/** Pairs whose exchange makes up for a change, one of each stratum in which there is any. */
function* pairsFor(
  wanted: Wanted,
  isFree: (record: number) => boolean,
  split: Split,
  strata: readonly Stratum[],
): Generator<Edit[]> {
  let left = MOST_STRATA;
  for (const stratum of strata) {
    const found = pairIn(stratum, wanted, isFree, split);
    if (found === undefined) continue;
    yield found;
    if (--left === 0) return;
  }
}

function pairIn(
  stratum: Stratum,
  { field, group, option, lack, other }: Wanted,
  isFree: (record: number) => boolean,
  split: Split,
): Edit[] | undefined {
  const restOf = (groups: readonly number[]) =>
    groups.filter((one) => one !== group && one !== other).join(' ');
  const { columns, people } = stratum;
  const at = (row: number, column: number) => people[row * columns + column]?.find(isFree);
  const all = groupsIn(stratum, split);
  for (const [giver, given] of all.entries()) {
    const one = lack < 0 ? undefined : at(giver, option);
    if (!given.includes(group) || (lack >= 0 && one === undefined)) continue;
    const rest = restOf(given);
    for (const [taker, taken] of all.entries()) {
      const two = lack < 0 ? undefined : at(taker, lack);
      if (lack >= 0 && two === undefined) continue;
      const isOther = other === undefined || taken.includes(other);
      if (taken.includes(group) || !isOther || rest !== restOf(taken)) continue;
      if (one !== undefined && two !== undefined) return trade(field, one, two);
      const [givers, takers] = [giver, taker].map((row) => (people[row] ?? []).filter(isFree));
      const edits = tradeBetween(field, option, givers ?? [], takers ?? []);
      if (edits) return edits;
    }
  }
  return undefined;
}

function tradeBetween(
  field: Field,
  option: number,
  givers: readonly number[],
  takers: readonly number[],
): Edit[] | undefined {
  const has = (record: number) => valueOf(field, record)?.includes(option) === true;
  const giver = givers.find((record) => has(record) && (valueOf(field, record)?.length ?? 0) > 1);
  const taker = takers.find((record) => !has(record));
  return giver === undefined || taker === undefined ? undefined : tradeTick(field, option, giver, taker);
}
