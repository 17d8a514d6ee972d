import type { BaseRule, Side } from '../survey/survey.ts';

/** Why a figure has a count but no percentage. */
export type Withheld = 'empty-base' | 'small-base' | 'outside-base';

/** A count out of a base. The id is its name everywhere: `priorities.quality.agree`. */
export interface Figure {
  readonly id: string;
  readonly count: number;
  readonly base: number;
  /** Exact, out of 100; null where none is given, for the reason in `withheld`. */
  readonly percent: number | null;
  readonly withheld?: Withheld;
}

/** How many responses are in each state; the states add up to the responses analysed. */
export interface States {
  readonly option: number;
  readonly outside: number;
  readonly blank: number;
  readonly notAsked: number;
  readonly invalid: number;
}

export interface Base {
  readonly rule: BaseRule;
  readonly count: number;
}

/**
 * How many responses a percentage is out of, by rule: `answered`, those who gave any option, don't know included;
 * `all`, every response that was asked, whatever its cell holds; `gave-view`, those who answered on the scale itself.
 */
export function baseCount(rule: BaseRule, { option, outside, blank, invalid }: States): number {
  switch (rule) {
    case 'answered':
      return option + outside;
    case 'all':
      return option + outside + blank + invalid;
    case 'gave-view':
      return option;
  }
}

/**
 * A figure from its count and base. No percentage is given of an empty base, of a base below `minimumBase`, or for an
 * option outside the scale when the base holds only those on it.
 */
export function figure(
  id: string,
  count: number,
  base: Base,
  minimumBase: number,
  side: Side | null = null,
): Figure {
  const withheld = withholding(base, minimumBase, side);
  const figures = { id, count, base: base.count };
  return withheld
    ? { ...figures, percent: null, withheld }
    : { ...figures, percent: (100 * count) / base.count };
}

function withholding({ rule, count }: Base, minimumBase: number, side: Side | null): Withheld | undefined {
  if (rule === 'gave-view' && side === 'outside') return 'outside-base';
  if (count === 0) return 'empty-base';
  return count < minimumBase ? 'small-base' : undefined;
}
