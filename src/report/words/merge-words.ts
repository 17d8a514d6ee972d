import type { Analysis } from '../../analysis/analysis.ts';
import type { DisclosureNote } from '../../analysis/note.ts';
import type { Sentence } from '../document.ts';
import { listed } from './phrases.ts';
import { questionText } from './question-name.ts';

/** Which answers, and which groups, might be counted as one so that less is hidden: a sentence each. */
export function mergeNotes(
  notes: readonly Extract<DisclosureNote, { code: 'merge-to-show' }>[],
  questions: Analysis['questions'],
): Sentence[] {
  const placesOf = (as: (typeof notes)[number]['as']) =>
    notes
      .filter((note) => note.as === as)
      .map(({ question, answers }) => ({
        text: `“${questionText(question, questions)}”`,
        names: listed(answers.map((name) => [`“${name}”`])).join(''),
      }));
  const [answers, groups, enough] = [placesOf('answers'), placesOf('groups'), placesOf('enough')];
  const inAnswers = answers.map(({ text, names }) => `${names} to ${text}`).join('; ');
  const inGroups = groups.map(({ text, names }) => `by ${text} of ${names}`).join('; ');
  return [
    ...enough.map(({ text, names }): Sentence => [
      `Counted as one by “merge” in the definition, ${names} of ${text} would have no small count in these results: then nothing need be hidden of them.`,
    ]),
    ...(inAnswers === ''
      ? []
      : [
          [
            `So that no small count can be seen or worked out it is hidden how many answered ${inAnswers}. ${mergeWords('Answers')}`,
          ],
        ]),
    ...(inGroups === ''
      ? []
      : [[`More than half is hidden in results ${inGroups}. ${mergeWords('Groups')}`]]),
  ];
}

/** Whether some answers to a question can be counted as one by “merge”, and others be left beside them. */
export function canMerge(question: Analysis['questions'][number] | undefined): boolean {
  return question?.kind === 'choice' && question.items.some(({ options }) => options.length > 2);
}

/** What may hide less; only a question with one answer can have some counted as one. */
export function mergeWords(what: 'Answers' | 'Groups'): string {
  return `${what} that go together, counted as one by “merge” in the definition, may hide less.`;
}
