import { runAlarms } from '../../analysis/base-alarms.ts';
import type { Comparable } from '../../analysis/comparison/comparable.ts';
import type { ComparedItem } from '../../analysis/comparison/compare.ts';
import type { Comparison } from '../../analysis/comparison/comparison.ts';
import { alone, fewestDiffering, mayBePart, movedByFew } from '../../analysis/comparison/fewest-differing.ts';
import { largestHidden } from '../../analysis/disclosure/limits.ts';
import { baseAlarmNotes } from '../words/alarm-words.ts';
import { codeNotes } from '../words/code-words.ts';
import { listed } from '../words/phrases.ts';
import { questionName } from '../words/question-name.ts';
import type { Sentence } from '../document.ts';
import { weightingWords } from '../words/weighting-words.ts';

/**
 * What must be known of each of two runs: how it is weighted, the codes that means are of, and its majorities
 * that depend on the base.
 */
export function runNotes({ a, b }: Comparison): Record<'a' | 'b', Sentence[]> {
  return { a: notesOf(a.analysis, b.analysis), b: notesOf(b.analysis, a.analysis) };
}

/** Of groups those by which the other run breaks results down too, which are compared. */
function notesOf(run: Comparable, other: Comparable): Sentence[] {
  const { questions, breakdowns, weighting, settings } = run;
  const compared = breakdowns.filter(({ by }) => other.breakdowns.some((one) => one.by === by));
  return [
    ...(weighting ? [weightingWords(weighting, run)] : []),
    ...questions
      .filter(({ items }) => items.some(({ scores }) => scores !== undefined))
      .flatMap((one) => codeNotes(one, `Means and medians of ${questionName(one.id, questions)} are of`)),
    ...baseAlarmNotes(runAlarms(questions, compared), questions, settings.decimals),
  ];
}

/** Below so many responses that differ, what moved says what single people answered. */
export const fewRows = 10;

/**
 * That what moved tells what single people answered, where few rows differ; and where rows are not known, or
 * are counted by other rules, that it may, where no count moved by more than few.
 */
export function fewSentences(comparison: Comparison): Sentence[] {
  const { rows } = comparison;
  if (rows) {
    const { added, removed, changed, same, withoutId } = rows;
    const differing = added + removed + changed;
    // By their ids these are other respondents, and so many.
    if (changed + same + withoutId.a + withoutId.b === 0 && differing >= fewRows) return [];
  }
  if (rows && rows.changed + rows.same > 0) {
    const { added, removed, changed, same } = rows;
    const differing = added + removed + changed;
    if (differing > 0 && differing < fewRows)
      return [
        [
          'So few rows differ that what moved tells what these people answered: do not publish this comparison.',
        ],
      ];
    if (differing > 0 && changed <= same) return smallSentences(comparison);
  }
  const fewest = fewestDiffering(comparison);
  if (fewest === 0 || fewest >= fewRows) return smallSentences(comparison);
  return [
    [
      'By these figures A and B may differ in as few as ',
      { count: fewest },
      ` response${fewest === 1 ? '' : 's'}. If both are of the same respondents, what moved tells what these few answered: do not publish this comparison then.`,
    ],
  ];
}

/**
 * Warns of counts that moved by as few as are hidden elsewhere, where they are how many of those in one of the runs alone gave an answer:
 * where both runs are of the same respondents and hardly anybody is in the other alone, or one may be part of the other.
 */
function smallSentences(comparison: Comparison): Sentence[] {
  const { a, b, rows } = comparison;
  const levels = [a, b].map(({ analysis }) => analysis.settings.disclosure);
  const most = Math.max(...levels.map((level) => (level === undefined ? 0 : largestHidden(level))));
  const moved = movedByFew(comparison, most);
  if (moved.length === 0) return [];
  const why = 'such a difference is how many of those whom only one of the two has gave an answer';
  const isOneExport = b.analysis.inputs.every(({ sha256 }) =>
    a.analysis.inputs.some((one) => one.sha256 === sha256),
  );
  if (isOneExport || (rows && rows.changed <= rows.same && rows.same > 0)) {
    const small = moved.filter((item) => {
      const differing = alone(item, comparison);
      return Math.min(differing.a, differing.b) < fewRows;
    });
    return smallWords(
      small,
      comparison,
      most,
      `Both are of the same respondents, but for some: ${why}. Publish the figures of one of the two, not of both, and do not publish this comparison.`,
    );
  }
  return mayBePart(comparison)
    ? smallWords(
        moved,
        comparison,
        most,
        `If one of them is a part of the other, ${why}: publish the figures of one of the two then, not of both, and do not publish this comparison.`,
      )
    : [];
}

/** So many questions are named. */
const MOST_NAMED = 3;

/** In which questions counts differ by few, and what that means; nothing where there are none. */
function smallWords(
  small: readonly ComparedItem[],
  { a, b }: Comparison,
  most: number,
  means: string,
): Sentence[] {
  if (small.length === 0) return [];
  const questions = [...b.analysis.questions, ...a.analysis.questions];
  const names = [...new Set(small.map(({ question }) => questionName(question, questions)))];
  const more = names.length - MOST_NAMED;
  const named = names.slice(0, MOST_NAMED).map((name): Sentence => [name]);
  return [
    [
      'Some counts of A and B differ by 1 to ',
      { count: most },
      ', in ',
      ...listed([
        ...named,
        ...(more > 0 ? [[{ count: more }, ` more question${more > 1 ? 's' : ''}`] as Sentence] : []),
      ]),
      `. ${means}`,
    ],
  ];
}
