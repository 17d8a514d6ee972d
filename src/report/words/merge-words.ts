import type { Analysis } from '../../analysis/analysis.ts';
import type { DisclosureNote } from '../../analysis/note.ts';
import type { Sentence } from '../document.ts';
import { sumOf } from '../../intake/sum.ts';
import { MOST_TOGETHER, quotedNames } from './phrases.ts';
import { questionText } from './question-name.ts';

type MergeNote = Extract<DisclosureNote, { code: 'merge-to-show' }>;

/**
 * Which answers, and which groups, might be counted as one so that less is hidden, and which hidden answers cannot be: a sentence each;
 * where there are many answers, one for each question.
 */
export function mergeNotes(notes: readonly MergeNote[], questions: Analysis['questions']): Sentence[] {
  const placesOf = (as: MergeNote['as']): Place[] =>
    notes
      .filter((note) => note.as === as)
      .map(({ question, answers }) => ({ text: `“${questionText(question, questions)}”`, names: answers }));
  const [groups, enough] = [placesOf('groups'), placesOf('enough')];
  const inGroups = groups
    .map(
      ({ text, names }) =>
        `by ${text} of ${names.length > MOST_TOGETHER ? `${names.length} groups` : quotedNames(names)}`,
    )
    .join('; ');
  return [
    ...enough.map(({ text, names }): Sentence => [
      `Counted as one by “merge” in the definition, ${quotedNames(names)} of ${text} would have no small count in these results: then nothing need be hidden of them.`,
    ]),
    ...hiddenAnswers(placesOf('answers'), mergeWords('Answers')),
    ...hiddenAnswers(
      placesOf('several'),
      'As respondents could give several answers, these cannot be counted as one.',
    ),
    ...(inGroups === ''
      ? []
      : [[`More than half is hidden in results ${inGroups}. ${mergeWords('Groups')}`]]),
  ];
}

/** A question, and some of its answers. */
interface Place {
  readonly text: string;
  readonly names: readonly string[];
}

/** Of which answers it is hidden how many gave them, and what can be done about it. */
function hiddenAnswers(places: readonly Place[], then: string): Sentence[] {
  if (places.length === 0) return [];
  const start = 'So that no small count can be seen or worked out it is hidden how many';
  const named = places.map(({ text, names }) =>
    names.length > MOST_TOGETHER
      ? `gave ${names.length} of the answers to ${text}, those with [c] in its table`
      : `answered ${quotedNames(names)} to ${text}`,
  );
  return sumOf(places, ({ names }) => names.length) > MOST_TOGETHER && places.length > 1
    ? [
        ...named.map((one, at): Sentence => [`${at === 0 ? start : 'It is hidden too how many'} ${one}.`]),
        [then],
      ]
    : [[`${start} ${named.join('; or ')}. ${then}`]];
}

/** Whether some answers to a question can be counted as one by “merge”, and others be left beside them. */
export function canMerge(question: Analysis['questions'][number] | undefined): boolean {
  return question?.kind === 'choice' && question.items.some(({ options }) => options.length > 2);
}

/** What may hide less; only a question with one answer can have some counted as one. */
export function mergeWords(what: 'Answers' | 'Groups'): string {
  return `${what} that go together, counted as one by “merge” in the definition, may hide less.`;
}
