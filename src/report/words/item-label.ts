import type { ItemAnalysis, QuestionAnalysis } from '../../analysis/analysis.ts';

/** What an item is called in a table of its answers; one that is worded the other way round is marked. */
export function itemLabel({ label, reversed }: ItemAnalysis): string {
  return reversed ? `${label} (worded the other way round)` : label;
}

/** What a question is called above its table or sentence: with what it was asked of, where that is one item under a label of its own. */
export function questionTitle({ text, items }: Pick<QuestionAnalysis, 'text' | 'items'>): string {
  const [item, ...others] = items;
  return item === undefined || others.length > 0 || item.label === text
    ? text
    : `${text} – ${itemLabel(item)}`;
}
