import type { Breakdown, ItemAnalysis, QuestionAnalysis } from '../../analysis/analysis.ts';
import { campaignId, campaignText } from '../../analysis/campaigns.ts';
import type { Comparable } from '../../analysis/comparison/comparable.ts';
import { kindId, kindText } from '../../analysis/kinds.ts';

/** What an item is called in a table of its answers; one that is worded the other way round is marked. */
export function itemLabel({ label, reversed }: Pick<ItemAnalysis, 'label' | 'reversed'>): string {
  return reversed ? `${label} (worded the other way round)` : label;
}

/**
 * What a question is called above its table or sentence: with what it was asked of, where that is one item
 * under a label of its own.
 */
export function questionTitle({ text, items }: Pick<QuestionAnalysis, 'text' | 'items'>): string {
  const [item, ...others] = items;
  return item === undefined || others.length > 0 || item.label === text
    ? text
    : `${text} – ${itemLabel(item)}`;
}

/** Questions as far as they are named. */
export type Questions = readonly Pick<Comparable['questions'][number], 'id' | 'text'>[];

/** The words of a question; its id where they are not known. */
export function questionText(id: string, questions: Questions): string {
  return questions.find((one) => one.id === id)?.text ?? id;
}

/**
 * A question by its own words, “What is your role?”, with its id where another has the same; by its id where
 * its words are not known.
 */
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

/**
 * An item in quotation marks, away from its question: “Parks”, or “Parks” of “How important is each?”; by its
 * id where its label is not known.
 */
export function quotedItem(
  place: Parameters<typeof findItem>[0],
  questions: Comparable['questions'],
): string {
  const label = findItem(place, questions)?.label ?? place.item;
  const question = questionOf(place, questions);
  if (question?.text === label) return questionName(question.id, questions);
  return `“${label}”${question ? ` of ${questionName(question.id, questions)}` : ''}`;
}

/** An item above a table, without quotation marks: “How important is each? – Parks”. */
export function itemTitle(place: Parameters<typeof findItem>[0], questions: Comparable['questions']): string {
  const item = findItem(place, questions);
  const label = item ? itemLabel(item) : place.item;
  const question = questionOf(place, questions);
  if (question === undefined) return label;
  return question.text === item?.label ? `${label} (${question.id})` : `${question.text} – ${label}`;
}

/** The question to be named with an item, whose label is a mere code or that of an item of another question too. */
export function questionOf(
  place: Parameters<typeof findItem>[0],
  questions: Comparable['questions'],
): Comparable['questions'][number] | undefined {
  const label = findItem(place, questions)?.label;
  const question = questions.find(({ id }) => id === place.question);
  if (label === undefined || question === undefined) return undefined;
  const isCode = !/\p{L}/u.test(label) && label !== question.text;
  const isShared = questions.some(
    ({ id, items }) => id !== question.id && items.some((item) => item.label === label),
  );
  return isCode || isShared ? question : undefined;
}

/** By which questions results are broken down: by “Role” and, within that, by “Age”. */
export function groupedBy([first, ...within]: Breakdown['byQuestions']): string {
  return [`by “${first?.text}”`, ...within.map(({ text }) => ` and, within that, by “${text}”`)].join('');
}

/** By which questions results are, from the id of a breakdown (role+age) and the words of these questions. */
export function groupedWords(by: string, questions: Questions): string {
  const made = [
    { id: kindId, text: kindText },
    { id: campaignId, text: campaignText },
  ];
  return groupedBy(by.split('+').map((id) => ({ id, text: questionText(id, [...questions, ...made]) })));
}
