import type { BaseRule, Side } from '../survey/survey.ts';

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
  /** Exact, out of 100; null where none is given, for the reason in `withheld`. */
  readonly percent: number | null;
  readonly withheld?: Withheld;
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

/**
 * A figure from its count and base. No percentage is given of an empty base, of a base below `minimumBase`, or for an
 * option outside the scale when the base holds only those on it.
 */
export function figure(
  id: string,
  count: number,
  base: Base<number>,
  minimumBase: number,
  side: Side | null = null,
): Figure<number> {
  const withheld = withholding(base, minimumBase, side);
  const figures = { id, count, base: base.count };
  return withheld
    ? { ...figures, percent: null, withheld }
    : { ...figures, percent: (100 * count) / base.count };
}

function withholding(
  { rule, count }: Base<number>,
  minimumBase: number,
  side: Side | null,
): Withheld | undefined {
  if (rule === 'gave-view' && side === 'outside') return 'outside-base';
  if (count === 0) return 'empty-base';
  return count < minimumBase ? 'small-base' : undefined;
}
