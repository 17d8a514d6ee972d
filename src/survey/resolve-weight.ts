import { type Report, didYouMean, quote } from './definition-errors.ts';
import { percentagesOf } from './resolve-population.ts';
import type { Definition } from './schema.ts';
import type { Question, WeightingRules } from './survey.ts';

/** The margins that weights are raked to, as shares. Percentages add up to 100; anything else is numbers of people. */
export function weightingOf(
  { rake, trim }: NonNullable<Definition['weight']>,
  questions: ReadonlyMap<string, Question>,
  report: Report,
): WeightingRules {
  const margins = Object.entries(rake).flatMap(([id, population]) => {
    const path = ['weight', 'rake', id];
    const question = questions.get(id);
    if (question === undefined) {
      report(path, `no question ${quote(id)}${didYouMean(id, questions.keys())}`, 'key');
      return [];
    }
    if ((question.kind !== 'choice' && question.kind !== 'scale') || question.items.length > 1) {
      report(path, `question ${quote(id)} does not put each response into one group`, 'key');
      return [];
    }
    const percentages = percentagesOf(new Map(Object.entries(population)), quote(id), path, report);
    if (percentages === undefined) return [];
    // Rounded percentages add up to 100 only nearly, and shares to 1.
    const total = [...percentages.values()].reduce((sum, percent) => sum + percent, 0);
    const shares = new Map([...percentages].map(([label, percent]) => [label, percent / total]));
    return [{ question: id, shares }];
  });
  return { rake: margins, ...(trim === undefined ? {} : { trim }) };
}
