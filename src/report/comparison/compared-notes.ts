import { runAlarms } from '../../analysis/base-alarms.ts';
import type { Comparable } from '../../analysis/comparison/comparable.ts';
import type { Comparison } from '../../analysis/comparison/comparison.ts';
import { baseAlarmNotes } from '../words/base-words.ts';
import { codeNotes } from '../words/code-words.ts';
import { questionName } from '../words/question-name.ts';
import type { Sentence } from '../document.ts';
import { weightingWords } from '../words/weighting-words.ts';

/** What must be known of each of two runs: how it is weighted, the codes that means are of, and its majorities that depend on the base. */
export function runNotes({ a, b }: Comparison): Record<'a' | 'b', Sentence[]> {
  return { a: notesOf(a.analysis, b.analysis), b: notesOf(b.analysis, a.analysis) };
}

/** Of groups those by which the other run breaks results down too, which are compared. */
function notesOf(run: Comparable, other: Comparable): Sentence[] {
  const { questions, breakdowns, weighting } = run;
  const compared = breakdowns.filter(({ by }) => other.breakdowns.some((one) => one.by === by));
  return [
    ...(weighting ? [weightingWords(weighting, run)] : []),
    ...questions
      .filter(({ items }) => items.some(({ scores }) => scores !== undefined))
      .flatMap((one) => codeNotes(one, `Means and medians of ${questionName(one.id, questions)} are of`)),
    ...baseAlarmNotes(runAlarms(questions, compared), questions),
  ];
}
