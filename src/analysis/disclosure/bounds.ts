import { baseOf, figuresOf, hide } from './changes.ts';
import { entry, sumOf } from './effect.ts';
import { type Effects, effectsOf } from './effects.ts';
import type { Row, Tables } from './tables.ts';
import { groupBy } from '../../intake/group-by.ts';
import type { Target } from './exchanges.ts';
import type { Chosen } from './search.ts';
import { nothingHidden } from './rows.ts';

/** By how much a count differs from what it is: at the least, below 0 or 0, and at the most. */
type Range = readonly [low: number, high: number];

/** What the hidden counts of a row come to in other responses of which all that is published would be the same. */
export interface Bounds {
  /** By position in `figures` of the row. */
  readonly figures: Map<number, Range>;
  /** By position in `states`. */
  readonly states: Map<number, Range>;
  base: Range;
}

/** No more than what it is. */
const ASIS: Range = [0, 0];

/**
 * Widens the bounds of counts by what they come to in one alternative: the lowest and the highest that each is found to be in any.
 * Whoever solves for a count from all that is published finds at least these two, since each is the count of responses of which the
 * same would be published.
 */
export function addBounds(bounds: Map<Row, Bounds>, effects: Effects): void {
  for (const [row, effect] of effects.rows) {
    const own = entry(bounds, row, newBounds);
    for (const at of figuresOf(row, [effect]))
      widen(own.figures, at, sumOf(row.figures[at] ?? [], effect.options));
    for (const [state, more] of effect.states.entries()) widen(own.states, state, more);
    own.base = around(own.base, baseOf(row.table, effect));
  }
}

function newBounds(): Bounds {
  return { figures: new Map(), states: new Map(), base: ASIS };
}

function widen(ranges: Map<number, Range>, at: number, more: number): void {
  ranges.set(at, around(ranges.get(at) ?? ASIS, more));
}

function around([low, high]: Range, more: number): Range {
  return [Math.min(low, more), Math.max(high, more)];
}

/** Whether a count may be one or another. */
export function isOpen(range: Range | undefined): boolean {
  return range !== undefined && range[0] < range[1];
}

/**
 * Which of the other responses found are needed for each target to be another number in some: those found first may do nothing that
 * later ones do not. The dearest are left out first, and shown again is what only they would change.
 */
export function keepNeeded(found: readonly Chosen[], targets: readonly Target[], tables: Tables): Chosen[] {
  const byRow = groupBy(targets, ({ row }) => row);
  const opened = new Map(found.map((one) => [one, openedBy(effectsOf(one.edits, tables), byRow)]));
  const times = new Map<Target, number>();
  for (const own of opened.values())
    for (const target of own) times.set(target, (times.get(target) ?? 0) + 1);
  const needed = new Set(found);
  for (const one of found.toSorted((a, b) => b.loss - a.loss)) {
    const own = opened.get(one) ?? [];
    if (own.some((target) => (times.get(target) ?? 0) < 2)) continue;
    needed.delete(one);
    for (const target of own) times.set(target, (times.get(target) ?? 0) - 1);
  }
  if (needed.size === found.length) return [...found];
  for (const { rows } of tables.all) for (const row of rows) row.hidden = nothingHidden();
  for (const { hidden, shifted } of tables.pairings) for (const part of [hidden, shifted]) part.clear();
  tables.ungrouped.clear();
  for (const { edits } of needed) {
    const effects = effectsOf(edits, tables);
    if (effects) hide(effects, tables);
  }
  return [...needed];
}

/** The targets, given by their rows, that are another number in some other responses. */
function openedBy(effects: Effects | undefined, byRow: ReadonlyMap<Row, readonly Target[]>): Target[] {
  const bounds = new Map<Row, Bounds>();
  if (effects) addBounds(bounds, effects);
  return [...bounds.keys()].flatMap((row) =>
    (byRow.get(row) ?? []).filter((target) => isTargetOpen(target, bounds)),
  );
}

/** Whether other responses were found in which a count is another. */
export function isTargetOpen({ row, figure, state }: Target, bounds: ReadonlyMap<Row, Bounds>): boolean {
  const own = bounds.get(row);
  if (state !== undefined) return isOpen(own?.states.get(state));
  return isOpen(figure === undefined ? own?.base : own?.figures.get(figure));
}
