import { isBlank, tidy } from '../../intake/blank.ts';
import type { Claims } from '../../survey/columns/columns.ts';
import { fold } from '../../survey/labels/labels.ts';
import { repeatedText } from './interpret-tick.ts';
import { asksForWords } from '../../survey/labels/own-words.ts';
import type { Tally } from './labels-seen.ts';

/**
 * The label of each column's option where the definition lists none: what the export calls the part of the
 * question, else its whole header. Where that is a code, or holds more than the option, the text that all ticks repeat.
 */
export function optionLabels(
  columns: readonly number[],
  tallies: readonly Tally[],
  { headings, names }: Claims,
): readonly string[] {
  const questions = new Set(columns.map((column) => headings[column]?.question));
  return columns.map((column, nth) => {
    const { name = '', part } = headings[column] ?? {};
    const own = isBlank(name) ? (names[column] ?? '') : tidy(name);
    const label = questions.size === 1 && part !== undefined ? part : own;
    const text = asksForWords(label) ? undefined : repeatedText(label, tallies[nth] ?? new Map());
    return text !== undefined && (isCode(label) || fold(label).includes(fold(text))) ? text : label;
  });
}

/** Whether a header has no word in it: 0001, SQ001, Q5_3. */
function isCode(header: string): boolean {
  return !/\p{L}{3}/u.test(header);
}
