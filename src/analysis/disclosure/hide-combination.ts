import type { Combination } from '../combinations.ts';
import { hiddenFigure } from './hide.ts';
import { isSmallCount } from './limits.ts';
import type { Pairing, Tables } from './tables.ts';

/** Views beside clarity without what would tell something that is hidden elsewhere. */
export function hideCombination({ combination, hidden, shifted }: Pairing): Combination {
  const figures = combination.figures.map((one, at) =>
    hidden.has(at) || shifted.has(at)
      ? { ...one, figure: hiddenFigure(one.figure, !hidden.has(at), true) }
      : one,
  );
  return { ...combination, figures };
}

/**
 * Leaves out the views beside clarity that would show a small count of the group (`selected`) that a run is about. Not where the group
 * gave one answer to one of the two questions: there they say the same as the results of the other.
 */
export function withholdSmallViews(selected: string, tables: Tables): void {
  const { pairings, limits } = tables;
  for (const pairing of [...pairings]) {
    const { combination, view, clarity, hidden } = pairing;
    const isWithheld = [view, clarity].some((field) => tables.wholeOf(field)?.isWithheld);
    const isTold = [view, clarity].some(({ question }) => question.id === selected) && !isWithheld;
    const isSmallShown = combination.figures.some(
      ({ figure }, at) => !hidden.has(at) && isSmallCount(figure.count ?? 0, limits),
    );
    if (isWithheld || (isSmallShown && !isTold)) pairings.delete(pairing);
  }
}
