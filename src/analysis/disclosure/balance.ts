import { sumOf } from '../../intake/sum.ts';
import { moreOf } from './effect.ts';
import { type Edit, type Effects, effectsOf } from './effects.ts';
import { changesOf, pairChanges } from './changes.ts';
import { type Field, saidOf } from './fields.ts';
import { keepLeast } from './least.ts';
import { type Pool, strataOf } from './pool.ts';
import type { Rounding } from './rounded.ts';
import { type Leeway, leewayOf, weighEffect } from './shifted.ts';
import type { Row } from './tables.ts';
import { trade } from './ticks.ts';

/** Exchanges that are added at most so that a weighted result of all is shown as it was. */
const MOST_BALANCING = 40;

/** So many of the exchanges that do most are tried each time. */
const MOST_TRIED = 12;

/**
 * Edits with others that make up for what they change in weighted results of all as rounded: two responses that weigh differently
 * exchange their answers, so that what all weigh is nearer to what it was, and so on. Only such as leave what is wanted as it is.
 */
export function balance(
  edits: readonly Edit[],
  isWanted: (effects: Effects) => boolean,
  pool: Pool,
): readonly Edit[] {
  const { rounding } = pool.tables;
  if (rounding === undefined) return edits;
  const leeways = new Map<Row, Leeway>();
  let best = edits;
  for (let left = MOST_BALANCING; left > 0; left--) {
    const effects = effectsOf(best, pool.tables);
    const shift = effects && firstShift(effects, rounding, leeways);
    if (shift === undefined) return best;
    const used = new Set(best.map(({ record }) => record));
    const next = exchangesOf(shift, used, rounding, pool)
      .map((more) => [...best, ...more])
      .find((together) => {
        const then = effectsOf(together, pool.tables);
        return then !== undefined && isWanted(then);
      });
    if (next === undefined) return best;
    best = next;
  }
  return best;
}

/**
 * Edits by which whoever takes over the answer of another takes over what that one says to all else of which weighted results of all
 * would be shown otherwise too: as much as before weighs each of these answers then.
 */
export function takeMore(edits: readonly Edit[], pool: Pool): readonly Edit[] {
  const { tables } = pool;
  const { rounding } = tables;
  const effects = rounding && effectsOf(edits, tables);
  const givers = giversOf(edits);
  if (effects === undefined || givers === undefined) return edits;
  const own = new Set(edits.map(({ field }) => field));
  const seen = [...changesOf(effects)].flatMap(([{ table }, { shifted }]) =>
    table.split === undefined && shifted.length > 0 ? [table.field] : [],
  );
  const beside = [...effects.pairings].flatMap(([pairing, effect]) => {
    const { figures, shifted } = pairChanges(pairing, effect, rounding);
    return figures.length + shifted.length > 0 ? [pairing.view, pairing.clarity] : [];
  });
  const fields = [...new Set([...seen, ...beside])].filter((field) => !own.has(field) && !field.makesGroups);
  const more = fields.flatMap((field) =>
    [...givers].map(([record, giver]): Edit => ({ record, field, to: saidOf(field, giver) })),
  );
  return [...edits, ...more];
}

/** Whose answer each response takes over; nothing where it is that of none of them. */
function giversOf(edits: readonly Edit[]): Map<number, number> | undefined {
  const givers = new Map<number, number>();
  const free = new Set(edits.map(({ record }) => record));
  if (free.size < edits.length) return undefined;
  for (const { record, field, to } of edits) {
    const giver = [...free].find((other) => other !== record && String(saidOf(field, other)) === String(to));
    if (giver === undefined) return undefined;
    free.delete(giver);
    givers.set(record, giver);
  }
  return givers;
}

/** A weighted result of all that would be shown otherwise: by how much each answer weighs more, and how much it may. */
interface Shift {
  readonly field: Field;
  /** By option. */
  readonly more: readonly number[];
  readonly leeway: Leeway;
}

function firstShift({ rows }: Effects, rounding: Rounding, leeways: Map<Row, Leeway>): Shift | undefined {
  for (const [row, effect] of rows) {
    const { field, split } = row.table;
    if (split !== undefined || field.isSeveral || effect.byWeight.length === 0) continue;
    const leeway = leeways.get(row) ?? leewayOf(row, rounding);
    leeways.set(row, leeway);
    const { options } = weighEffect(effect, rounding.weightOf);
    const shift = { field, more: field.ids.map((_, option) => moreOf(options, option)), leeway };
    if (excessOf(shift) > 0) return shift;
  }
  return undefined;
}

/** How far answers, and nets of them, weigh more or less than they may, all together. */
function excessOf({ more, leeway }: Pick<Shift, 'more' | 'leeway'>): number {
  return sumOf(leeway, ({ options, low, high }) => {
    const now = sumOf(options, (option) => more[option] ?? 0);
    return Math.max(0, low - now, now - high);
  });
}

/** Exchanges of two answers between responses of two weights that leave less excess, those that leave least first. */
function exchangesOf(
  { field, more, leeway }: Shift,
  used: ReadonlySet<number>,
  rounding: Rounding,
  pool: Pool,
): Edit[][] {
  const excess = excessOf({ more, leeway });
  const best: { readonly left: number; readonly edits: () => Edit[] }[] = [];
  const then = [...more];
  for (const { giver, taker, from, to, moved } of pairsOf(field, used, rounding, pool)) {
    then[from] = (more[from] ?? 0) - moved;
    then[to] = (more[to] ?? 0) + moved;
    const left = excessOf({ more: then, leeway });
    [then[from], then[to]] = [more[from] ?? 0, more[to] ?? 0];
    if (left >= excess || left >= (best[MOST_TRIED - 1]?.left ?? Infinity)) continue;
    const edits = () => trade(field, giver, taker);
    keepLeast(best, { left, edits }, MOST_TRIED, (one) => one.left);
  }
  return best.map(({ edits }) => edits());
}

/** Two responses alike but for what they weigh, of which the heavier may give up one answer for another. */
interface Pair {
  readonly giver: number;
  readonly taker: number;
  /** The answer of the heavier, and that of the lighter. */
  readonly from: number;
  readonly to: number;
  /** How much less the one answer would weigh then, and how much more the other. */
  readonly moved: number;
}

function* pairsOf(
  field: Field,
  used: ReadonlySet<number>,
  { weightOf }: Rounding,
  pool: Pool,
): Generator<Pair> {
  const [classes] = pool.tables.weights?.dims ?? [];
  for (const { columns, people, firsts } of classes ? strataOf(field, classes, pool) : []) {
    const free = people.map((some) => some.find((record) => !used.has(record)));
    const weights = firsts.map((first) => weightOf[classes?.cells[first] ?? -1] ?? 0);
    for (const [one, heavier] of weights.entries())
      for (const [other, lighter] of weights.entries()) {
        if (heavier <= lighter) continue;
        for (let from = 0; from < columns; from++) {
          const giver = free[one * columns + from];
          if (giver === undefined) continue;
          for (let to = 0; to < columns; to++) {
            const taker = free[other * columns + to];
            if (taker !== undefined && to !== from)
              yield { giver, taker, from, to, moved: heavier - lighter };
          }
        }
      }
  }
}
