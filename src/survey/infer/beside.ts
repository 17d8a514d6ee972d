import { fold } from '../labels/labels.ts';
import { asksForWords, isOther } from '../labels/own-words.ts';
import { tickWords, untickedWords } from '../labels/tick-words.ts';
import type { ColumnFacts } from './facts.ts';

/** Whether a column may hold the words of those to whom no option fits, or more about those that do. */
export function isBeside({ heading: { question, part }, labels }: ColumnFacts): boolean {
  // As forms with names in place of questions call it, “fuel_other” beside “fuel”, where it is no option of it, ticked or not.
  const isBox = labels.every(({ folded }) => tickWords.has(folded) || untickedWords.has(folded));
  if (part === undefined) return !isBox && /[^\W_]_(?:other|oth|specify|autre|otro)$/iu.test(question);
  return asksForWords(part) || /\b(?:other|arall|\w*comments?|sylwadau)\b/iu.test(part);
}

/** Whether an option of the same name, or Other in some other words, is ticked in a column of its own: this one then holds its words. */
export function hasTwin({ heading, labels, filled }: ColumnFacts, ticks: readonly ColumnFacts[]): boolean {
  const part = fold(heading.part ?? '');
  const isTwin = (tick: ColumnFacts): boolean => {
    const other = fold(tick.heading.part ?? '');
    return other === part || (isOther(other) && tick.filled >= filled);
  };
  return labels.length > 0 && ticks.some(isTwin);
}
