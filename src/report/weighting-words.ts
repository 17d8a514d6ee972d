import type { Analysis } from '../analysis/analysis.ts';
import type { Figure } from '../analysis/figures.ts';
import type { WeightingSummary } from '../analysis/weights.ts';
import type { Sentence } from './document.ts';
import { listed } from './phrases.ts';

/** By what responses are weighted, and how much precision that costs. */
export function weightingWords(
  { effective, designEffect, raked, unweighted, trimmed }: WeightingSummary,
  questions: Analysis['questions'],
): Sentence {
  const names = raked.map((id) => `“${questions.find((one) => one.id === id)?.text ?? id}”`);
  const how =
    names.length === 0
      ? 'by the column of weights'
      : `to the population by ${listed(names.map((name) => [name])).join('')}`;
  return [
    `Percentages, means and quartiles are weighted ${how}; counts and bases are the people who answered. The responses are as precise as `,
    { value: effective },
    ' of a simple random sample would be (effective base), a design effect of ',
    { value: designEffect },
    '.',
    ...(unweighted > 0
      ? [' ', { count: unweighted }, ' without a weight weigh nothing in any percentage.']
      : []),
    ...(trimmed > 0
      ? [' The weights of ', { count: trimmed }, ' were trimmed, so that the margins hold only nearly.']
      : []),
  ];
}

/** The word beside a percentage, in brackets with the people who gave the answer, that says they weigh something else. */
export function weightedWord({ weighted }: Figure, before: string, after: string): string {
  return weighted === undefined ? '' : `${before}weighted${after}`;
}
