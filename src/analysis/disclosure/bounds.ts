import { baseOf, figuresOf } from './changes.ts';
import { entry, sumOf } from './effect.ts';
import type { Effects } from './effects.ts';
import type { Row } from './tables.ts';

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
