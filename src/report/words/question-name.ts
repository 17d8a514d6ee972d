import type { Breakdown, ItemAnalysis, QuestionAnalysis } from '../../analysis/analysis.ts';
import { campaignId, campaignText } from '../../analysis/campaigns.ts';
import type { Comparable } from '../../analysis/comparison/comparable.ts';
import { kindId, kindText } from '../../analysis/kinds.ts';

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

type Questions = readonly Pick<Comparable['questions'][number], 'id' | 'text'>[];

/** A question by its own words, “What is your role?”, with its id where another has the same; by its id where its words are not known. */
export function questionName(id: string, questions: Questions): string {
  const text = questions.find((one) => one.id === id)?.text;
  if (text === undefined) return `question ${id}`;
  const isOther = questions.some((one) => one.text === text && one.id !== id);
  return isOther ? `“${text}” (${id})` : `“${text}”`;
}

/** The item that two ids name, of questions of which one id may be that of several. */
export function findItem<Item extends { readonly id: string }>(
  { question, item }: { readonly question: string; readonly item: string },
  questions: readonly { readonly id: string; readonly items: readonly Item[] }[],
): Item | undefined {
  return questions.find(({ id }) => id === question)?.items.find(({ id }) => id === item);
}

/** An item by its label, in quotation marks; by its id where that is not known. */
export function quotedItem(
  place: Parameters<typeof findItem>[0],
  questions: Comparable['questions'],
): string {
  return `“${findItem(place, questions)?.label ?? place.item}”`;
}

/** By which questions results are broken down: by “Role” and, within that, by “Age”. */
export function groupedBy([first, ...within]: Breakdown['byQuestions']): string {
  return [`by “${first?.text}”`, ...within.map(({ text }) => ` and, within that, by “${text}”`)].join('');
}

/** The same of the id of a breakdown, role+age, with the words of these questions. */
export function groupedWords(by: string, questions: readonly { id: string; text: string }[]): string {
  const made = [
    { id: kindId, text: kindText },
    { id: campaignId, text: campaignText },
  ];
  const known = [...questions, ...made];
  return groupedBy(by.split('+').map((id) => known.find((one) => one.id === id) ?? { id, text: id }));
}
