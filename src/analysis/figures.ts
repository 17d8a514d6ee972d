import type { BaseRule, Side } from '../survey/survey.ts';
import type { Interval } from './inference/intervals.ts';
import { NEARLY } from './rounding.ts';

/** Why a figure has no percentage; a `disclosive` one has no count either. */
export type Withheld = 'empty-base' | 'small-base' | 'outside-base' | 'disclosive';

/**
 * A number of responses; null where it could tell something about a person and is hidden. Figures are computed with
 * `number` for `Count` and published after the hiding pass (disclosure/) has taken out what must not be seen.
 */
export type Count = number | null;

/** A count out of a base. The id is its name everywhere: `priorities.quality.agree`. */
export interface Figure<N extends Count = Count> {
  readonly id: string;
  readonly count: N;
  readonly base: N;
  /**
   * What those counted weigh together, where responses are weighted; the percentage is then of that. Null
   * where it would tell too much.
   */
  readonly weighted?: N;
  /** Exact, out of 100; null where none is given, for the reason in `withheld`. */
  readonly percent: number | null;
  readonly withheld?: Withheld;
  /** Of a probability sample: the 95% interval of the percentage. */
  readonly interval?: Interval;
}

/** How many responses are in each state; the states add up to the responses analysed. */
export interface States<N extends Count = Count> {
  readonly option: N;
  readonly outside: N;
  readonly blank: N;
  readonly notAsked: N;
  readonly invalid: N;
}

export interface Base<N extends Count = Count> {
  readonly rule: BaseRule;
  readonly count: N;
  /** What the base weighs, where responses are weighted. Null where it would tell too much. */
  readonly weighted?: N;
  /** How many responses of a simple random sample would be as precise (Kish: (Σw)² / Σw²). Null as `weighted` is. */
  readonly effective?: N;
}

/**
 * How many responses a percentage is out of, by rule: `answered`, those who gave any option, don't know included;
 * `all`, every response that was asked, whatever its cell holds; `gave-view`, those who answered on the scale itself.
 */
export function baseCount(rule: BaseRule, { option, outside, blank, invalid }: States<number>): number {
  switch (rule) {
    case 'answered':
      return option + outside;
    case 'all':
      return option + outside + blank + invalid;
    case 'gave-view':
      return option;
  }
}

/** How many responses of a simple random sample would be as precise as those that weigh so much: Kish's (Σw)² / Σw². */
export function effectiveBase(weight: number, squares: number): number {
  return squares > 0 ? weight ** 2 / squares : 0;
}

/** What a figure is besides its count and base, as far as it is anything. */
interface FigureRules {
  readonly minimumBase?: number;
  readonly side?: Side | null;
  readonly weighted?: number | undefined;
}

/**
 * A figure from its count and base, and where responses are weighted from what those counted weigh. No
 * percentage is given of an empty base, of a base below `minimumBase`, or for an option outside the scale
 * when the base holds only those on it.
 */
export function figure(
  id: string,
  count: number,
  base: Base<number>,
  { minimumBase = 0, side = null, weighted }: FigureRules = {},
): Figure<number> {
  const withheld = withholding(base, minimumBase, side);
  const figures = { id, count, base: base.count, ...(weighted === undefined ? {} : { weighted }) };
  if (withheld) return { ...figures, percent: null, withheld };
  // None are 0% and all are 100%, though weights that are added up in another order may come to a little more or less.
  const isOfWeights = weighted !== undefined && count > 0 && count < base.count;
  const [part, whole] = isOfWeights ? [weighted, base.weighted ?? 0] : [count, base.count];
  return { ...figures, percent: (100 * part) / whole };
}

/** Whether a figure is more than half of its base. */
export function isMajority({ count, base, weighted, percent }: Figure): boolean {
  if (percent === null || count === null || base === null) return false;
  return weighted === undefined ? 2 * count > base : percent > 50 + NEARLY;
}

function withholding(
  { rule, count, weighted = count }: Base<number>,
  minimumBase: number,
  side: Side | null,
): Withheld | undefined {
  if (rule === 'gave-view' && side === 'outside') return 'outside-base';
  if (count === 0 || weighted <= 0) return 'empty-base';
  return count < minimumBase ? 'small-base' : undefined;
}
