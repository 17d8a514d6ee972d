import { type Report, didYouMean, quote } from './definition-errors.ts';
import type { Definition } from './schema.ts';
import type { Question, WeightingRules } from './survey.ts';

/** How far percentages that were rounded one by one may be from 100 together. */
const tolerance = 1;

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
    const total = Object.values(population).reduce((sum, share) => sum + share, 0);
    const arePeople = total > 100 + tolerance && Object.values(population).every(Number.isInteger);
    if (Math.abs(total - 100) > tolerance && !arePeople) {
      report(
        path,
        `the percentages of ${quote(id)} add up to ${Number(total.toFixed(2))}, not to 100; numbers of people may stand in their place`,
        'key',
      );
      return [];
    }
    const shares = new Map(Object.entries(population).map(([label, share]) => [label, share / total]));
    return [{ question: id, shares }];
  });
  return { rake: margins, ...(trim === undefined ? {} : { trim }) };
}
