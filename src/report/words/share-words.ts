import { type Figure, isMajority } from '../../analysis/figures.ts';
import { roundWeighted } from '../../analysis/rounding.ts';
import type { Sentence } from '../document.ts';

/** The word beside a percentage, in brackets with the people who gave the answer, that says they weigh something else. */
export function weightedWord({ weighted }: Figure, before: string, after: string): string {
  return weighted === undefined ? '' : `${before}weighted${after}`;
}

/**
 * A percentage, with a decimal more where it `isFine`, and what it is of: "62% (310 of 500)", "62% (weighted;
 * 310 of 500)".
 */
export function shareWords(figure: Figure, isFine = false): Sentence {
  const people: Sentence = [{ count: figure.count }, ' of ', { count: figure.base }];
  return [{ percent: figure, isFine }, ` (${weightedWord(figure, '', '; ')}`, ...people, ')'];
}

/**
 * Whether a decimal more is to be shown of percentages of which it is said whether they are more than half: one that is would be shown as
 * 50%. Not where weighted ones are known as rounded only.
 */
export function needDecimal(figures: readonly Figure[], decimals: number): boolean {
  const isHalf = ({ percent }: Figure) =>
    percent !== null && roundWeighted(percent, decimals) === 50 * 10 ** decimals;
  const areKnown = figures.every(({ weighted }) => weighted !== null);
  return areKnown && figures.some((one) => isMajority(one) && isHalf(one));
}

/** A percentage after the people it is of: "310 of 500 (62%)", "310 of 500 (62% weighted)". */
export function peopleWords(figure: Figure): Sentence {
  const people: Sentence = [{ count: figure.count }, ' of ', { count: figure.base }];
  return [...people, ' (', { percent: figure }, `${weightedWord(figure, ' ', '')})`];
}
