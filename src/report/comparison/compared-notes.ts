import { runAlarms } from '../../analysis/base-alarms.ts';
import type { Comparable } from '../../analysis/comparison/comparable.ts';
import type { Comparison } from '../../analysis/comparison/comparison.ts';
import { fewestDiffering, mayBePart, movedByFew } from '../../analysis/comparison/fewest-differing.ts';
import { largestHidden } from '../../analysis/disclosure/limits.ts';
import { baseAlarmNotes } from '../words/base-words.ts';
import { codeNotes } from '../words/code-words.ts';
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
 * Warns of counts that moved by as few as are hidden elsewhere, if both runs are of the same respondents or
 * one may be part of the other.
 */
function smallSentences(comparison: Comparison): Sentence[] {
  const { a, b, rows } = comparison;
  const levels = [a, b].map(({ analysis }) => analysis.settings.disclosure);
  const most = Math.max(...levels.map((level) => (level === undefined ? 0 : largestHidden(level))));
  if (!movedByFew(comparison, most)) return [];
  const said = `Some counts of A and B differ by 1 to ${most}. `;
  const why = 'such a difference is a small count of those who are in one of the two alone';
  const isOneExport = b.analysis.inputs.every(({ sha256 }) =>
    a.analysis.inputs.some((one) => one.sha256 === sha256),
  );
  if (isOneExport || (rows && rows.changed <= rows.same && rows.same > 0))
    return [
      [
        `${said}Both are of the same respondents, at least in part, and ${why}: do not publish this comparison.`,
      ],
    ];
  return mayBePart(comparison)
    ? [[`${said}If one of them is a part of the other, ${why}: do not publish this comparison then.`]]
    : [];
}
