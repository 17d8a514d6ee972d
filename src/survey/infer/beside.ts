import { fold } from '../labels/labels.ts';
import { asksForWords, isOther } from '../labels/own-words.ts';
import type { ColumnFacts } from './facts.ts';

/** Whether a column may hold the words of those to whom no option fits, or more about those that do. */
export function isBeside({ heading: { part = '' } }: ColumnFacts): boolean {
  return asksForWords(part) || /\b(?:other|arall|comments?|sylwadau)\b/iu.test(part);
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
