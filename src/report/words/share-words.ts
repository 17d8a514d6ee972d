import type { Figure } from '../../analysis/figures.ts';
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

/** A percentage after the people it is of: "310 of 500 (62%)", "310 of 500 (62% weighted)". */
export function peopleWords(figure: Figure): Sentence {
  const people: Sentence = [{ count: figure.count }, ' of ', { count: figure.base }];
  return [...people, ' (', { percent: figure }, `${weightedWord(figure, ' ', '')})`];
}
