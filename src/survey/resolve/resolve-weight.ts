import { type Report, didYouMean, isNotOf, quote } from '../definition/definition-errors.ts';
import { percentagesOf } from './resolve-options.ts';
import type { Definition } from '../definition/schema.ts';
import { fold } from '../labels/labels.ts';
import type { Path } from '../definition/locate.ts';
import type { Question, WeightingRules } from '../survey.ts';
import { sumOf } from '../../intake/sum.ts';

/** How far from 100 floating point may take percentages that add up to it. */
const exactly = 1e-9;

/** The margins that weights are raked to, as shares. Percentages add up to 100; anything else is numbers of people. */
export function weightingOf(
  { rake, trim }: NonNullable<Definition['weight']>,
  questions: ReadonlyMap<string, Question>,
  report: Report,
): WeightingRules {
  if (Object.keys(rake).length === 0) report(['weight', 'rake'], '"rake" needs a question', 'key');
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
    checkTargets(question, Object.entries(population), path, report);
    const percentages = percentagesOf(new Map(Object.entries(population)), quote(id), path, report);
    if (percentages === undefined) return [];
    // Rounded percentages add up to 100 only nearly, and shares to 1.
    const total = sumOf(percentages.values());
    const shares = new Map([...percentages].map(([label, percent]) => [label, percent / total]));
    return [{ question: id, shares, ...(Math.abs(total - 100) > exactly && { total }) }];
  });
  return { rake: margins, ...(trim === undefined ? {} : { trim }) };
}

/** Reports targets of nothing, those that stand twice, and those of answers that are no options. */
function checkTargets(
  question: Question & { readonly kind: 'choice' | 'scale' },
  targets: readonly (readonly [label: string, target: number])[],
  path: Path,
  report: Report,
): void {
  const options = question.options ?? [];
  for (const [nth, [label, target]] of targets.entries()) {
    const isSame = (other: string) => fold(other) === fold(label);
    if (target === 0)
      report(
        [...path, label],
        `${quote(label)} has the share 0: leave it out, and those who gave this answer keep their weight, or leave their responses out with "exclude"`,
      );
    if (options.length > 0 && !options.some(isSame))
      report(
        [...path, label],
        isNotOf(label, `among the options of question ${quote(question.id)}`, options),
        'key',
      );
    if (targets.findIndex(([other]) => isSame(other)) < nth)
      report([...path, label], `${quote(label)} stands twice in ${quote(question.id)}`, 'key');
  }
}
