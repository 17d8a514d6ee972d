import { expect, test } from 'vitest';
import { type Asker, settleDoubts } from '../../src/cli/settle-doubts.ts';
import { definitionOf } from '../../src/survey/infer/infer.ts';
import { infer } from '../support/infer.ts';

const rows = [
  ['Response ID', 'Status', 'Rate us', 'The plan is fair', 'The plan is clear', 'Which best describes you?'],
  ...Array.from({ length: 12 }, (_, n) => [
    `${n}`,
    n === 0 ? 'Partial' : 'Complete',
    `${(n % 3) + 1}`,
    n % 2 === 0 ? 'Agree' : 'Disagree',
    n % 3 === 0 ? 'Agree' : 'Disagree',
    n % 4 === 0 ? 'Parent' : 'School',
  ]),
];

/** Somebody who answers in turn; `asked` is what they were asked. */
function answering(answers: readonly (string | undefined)[]): Asker & { readonly asked: string[] } {
  const asked: string[] = [];
  const next = (question: string) => Promise.resolve(answers[asked.push(question) - 1]);
  return { asked, choose: next, write: next };
}

test('only what is doubtful is asked, and what is answered stands in the definition', async () => {
  const asker = answering(['number', 'scale', 'Do you agree that …', 'yes', 'yes']);
  const settled = await settleDoubts(await infer(rows), asker);
  expect(asker.asked).toEqual([
    expect.stringContaining('“Rate us”'),
    expect.stringContaining('“The plan is fair” and 1 more'),
    expect.stringContaining('What was asked'),
    'Leave out incomplete responses?',
    'Break every question down by best-describes?',
  ]);
  expect(definitionOf(settled)).toMatchObject({
    exclude: ['incomplete'],
    questions: [
      { kind: 'number', column: 'Rate us' },
      { kind: 'scale', text: 'Do you agree that …', items: [{}, {}] },
      { kind: 'choice' },
    ],
    breakdowns: ['best-describes'],
  });
});

test('a question can be left out, and what is not wanted stays a proposal', async () => {
  const settled = await settleDoubts(await infer(rows), answering(['leave out', 'leave out', 'no', 'no']));
  expect(definitionOf(settled)).toEqual({
    title: 'Responses',
    respondent: { id: 'Response ID', status: { column: 'Status', complete: ['Complete'] } },
    questions: [{ id: 'best-describes', kind: 'choice', column: 'Which best describes you?' }],
  });
});

test('somebody who breaks off leaves nothing settled', async () => {
  await expect(settleDoubts(await infer(rows), answering([undefined]))).rejects.toThrow(
    'You broke off, and nothing was written.',
  );
});
