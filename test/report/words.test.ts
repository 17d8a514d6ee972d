import { expect, test } from 'vitest';
import { ledgerSentence } from '../../src/report/ledger-words.ts';
import { describeNote } from '../../src/report/note-words.ts';
import { sentenceText } from '../../src/render/inline.ts';
import { analyseTables } from '../support/survey.ts';

const ledgerText = (received: number, ...removed: readonly (readonly [string, number])[]) => {
  const analysed = received - removed.reduce((sum, [, count]) => sum + count, 0);
  const reasons = removed.map(([reason, count]) => ({ reason, count }));
  return sentenceText(ledgerSentence({ received, removed: reasons, analysed }), 0);
};

test('what was received, removed and analysed is one sentence', () => {
  expect(ledgerText(15_628)).toBe('We received 15,628 responses; all are analysed here.');
  expect(ledgerText(1)).toBe('We received 1 response; it is analysed here.');
  expect(ledgerText(1_005, ['incomplete', 1_000], ['duplicate', 1], ['late', 0], ['test', 3])).toBe(
    'We received 1,005 responses, of which 1 is analysed here: 1,000 were incomplete, 1 was a repeat of an earlier response and 3 were tests.',
  );
});

test('an option that holds an equals sign is named whole', () => {
  expect(ledgerText(3, ['age=a = b', 1])).toContain('left out by rule (age: a = b)');
  expect(ledgerText(3, ['not age=<=17', 1])).toContain('outside the group age = <=17');
});

test('the counts in a note have commas in thousands', async () => {
  const analysis = await analyseTables(
    `{ title: T, respondent: { count: N }, questions: [{ id: q, kind: scale, scale: agreement, column: Q }] }`,
    [
      [
        ['Q', 'N'],
        ['Agree', '6000'],
        ['Disagree', '5000'],
        ["Don't know", '3000'],
      ],
    ],
  );
  expect(analysis.notes.map((note) => sentenceText(describeNote(note, analysis), 0))).toEqual([
    '“Q”: whether a majority answered “agree” depends on the base: 43% (6,000 of 14,000) of those who answered, 43% (6,000 of 14,000) of everybody who was asked and 55% (6,000 of 11,000) of those who gave a view.',
  ]);
});
