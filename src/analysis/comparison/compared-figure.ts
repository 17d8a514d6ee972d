import type { Side } from '../../survey/survey.ts';
import type { OptionFigure } from '../analysis.ts';
import type { Figure } from '../figures.ts';
import { roundWeighted } from '../rounding.ts';
import type { Pair } from './match-questions.ts';

/**
 * A figure of two runs. Where it stands in both, `points` is B's percentage minus A's, exact; null where one
 * has none. Where one is a weighted percentage that is known as rounded only, both are taken as rounded.
 */
export interface ComparedFigure {
  readonly kind: 'net' | 'option';
  readonly label: string;
  readonly side: Side | null;
  readonly a?: Figure;
  readonly b?: Figure;
  readonly points: number | null;
}

/** Makes one of what two runs have of it, both of which show percentages with so many decimals or more. */
export function comparedFigure(
  kind: ComparedFigure['kind'],
  decimals: number,
): (pair: Pair<OptionFigure>) => ComparedFigure {
  return ({ a, b }) => {
    const known = [a?.figure.percent ?? null, b?.figure.percent ?? null];
    const rounded = (percent: number | null) =>
      percent === null ? null : roundWeighted(percent, decimals) / 10 ** decimals;
    const isRounded = isKnownRounded(a?.figure) || isKnownRounded(b?.figure);
    const [before = null, after = null] = isRounded ? known.map(rounded) : known;
    return {
      kind,
      label: b?.label ?? a?.label ?? '',
      side: b?.side ?? a?.side ?? null,
      ...pairOf(a?.figure, b?.figure),
      points: before === null || after === null ? null : after - before,
    };
  };
}

/** Whether neither run hides it for disclosure. */
export function isSeen({ a, b }: ComparedFigure): boolean {
  return [a, b].every((figure) => figure?.count !== null && figure?.withheld !== 'disclosive');
}

/** Whether of a weighted percentage no more is known than is shown. */
export function isKnownRounded(figure: Figure | undefined): boolean {
  return figure?.weighted === null && figure.percent !== null;
}

/** Whether a figure that both runs have is not the same in both. */
export function hasMoved({ a, b, points }: ComparedFigure): boolean {
  if (a === undefined || b === undefined) return false;
  const isOther = points === null ? a.percent !== b.percent : points !== 0;
  return a.count !== b.count || a.base !== b.base || isOther;
}

/** Two things of two runs, without what there is not. */
export function pairOf<T>(a: T | undefined, b: T | undefined): Pair<T> {
  return { ...(a === undefined ? {} : { a }), ...(b === undefined ? {} : { b }) };
}
