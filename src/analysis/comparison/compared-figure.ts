import type { Side } from '../../survey/survey.ts';
import type { OptionFigure } from '../analysis.ts';
import type { Figure } from '../figures.ts';
import type { Pair } from './match-questions.ts';

/** A figure of two runs. Where it stands in both, `points` is B's percentage minus A's, exact; null where one has none. */
export interface ComparedFigure {
  readonly kind: 'net' | 'option';
  readonly label: string;
  readonly side: Side | null;
  readonly a?: Figure;
  readonly b?: Figure;
  readonly points: number | null;
}

/** Makes one of what two runs have of it. */
export function comparedFigure(kind: ComparedFigure['kind']): (pair: Pair<OptionFigure>) => ComparedFigure {
  return ({ a, b }) => {
    const [before, after] = [a?.figure.percent ?? null, b?.figure.percent ?? null];
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

/** Whether a figure that both runs have is not the same in both. */
export function hasMoved({ a, b }: ComparedFigure): boolean {
  if (a === undefined || b === undefined) return false;
  return a.count !== b.count || a.base !== b.base || a.percent !== b.percent;
}

/** Two things of two runs, without what there is not. */
export function pairOf<T>(a: T | undefined, b: T | undefined): Pair<T> {
  return { ...(a === undefined ? {} : { a }), ...(b === undefined ? {} : { b }) };
}
