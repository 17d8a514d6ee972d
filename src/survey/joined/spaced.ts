import { tidy } from '../../intake/blank.ts';
import { divide } from '../labels/several-answers.ts';
import type { LabelCount } from '../infer/facts.ts';
import { answersAllowed } from './how-many.ts';
import type { Joined } from './joined.ts';
import { countOf } from '../infer/scale-reading.ts';

/**
 * Cells in which spaces stand between answers that have spaces of their own: "Day centre Youth club", where both were given
 * alone too. Undefined where there are none, or where they may be names of one thing: "North East" beside "North" and "East".
 */
export function findSpaced(labels: readonly LabelCount[], question: string): Joined | undefined {
  if (!labels.every(({ raw }) => /^[\p{Lu}\d]/u.test(tidy(raw)))) return undefined;
  const whole = new Set(labels.map(({ folded }) => folded));
  const partsOf = ({ folded }: LabelCount): readonly string[] => [
    ...(divide(folded, (key) => (key !== folded && whole.has(key) ? key : undefined), /( )/u) ?? []),
  ];
  const severals = labels.filter((label) => partsOf(label).length > 1);
  const parts = severals.flatMap(partsOf);
  const areLong = parts.filter((part) => part.includes(' ')).length * 2 > parts.length;
  const areMany = severals.some((label) => partsOf(label).length > 2);
  if (severals.length === 0 || !(areLong || areMany || answersAllowed(question) === 'several'))
    return undefined;
  return {
    separator: ' ',
    options: labels.flatMap((label) => (severals.includes(label) ? [] : [label.label])),
    writeIns: 0,
    severals: countOf(severals),
    isRanking: false,
    isTyped: false,
  };
}
