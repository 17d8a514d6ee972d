import { expect, test } from 'vitest';
import { type Asker, settleDoubts } from '../../src/cli/commands/settle-doubts.ts';
import { definitionOf } from '../../src/survey/infer/infer.ts';
import { csv } from '../support/survey.ts';
import { sandbox } from './sandbox.ts';
import { infer, repeated } from '../support/infer.ts';

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
function answering(answers: readonly (string | undefined)[]) {
  const asked: string[] = [];
  const offered: string[][] = [];
  const next = (question: string) => Promise.resolve(answers[asked.push(question) - 1]);
  const asker: Asker = {
    choose(question, choices) {
      offered.push(choices.map(({ label }) => label));
      return next(question);
    },
    write: next,
  };
  return { ...asker, asked, offered };
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

test('init asks whoever is at the terminal, and nobody with --yes', async () => {
  const place = sandbox();
  try {
    place.write('responses.csv', csv(rows));
    const asker = answering(['number', 'scale', 'Do you agree that …', 'yes', 'yes']);
    const init = async (more: string) =>
      (await place.run(`soundings init responses.csv -o - ${more}`, { asker })).stdout;
    const guessed = await init('--yes');
    expect(asker.asked).toEqual([]);
    expect(guessed).not.toContain('kind: number');
    expect(await init('')).toContain('kind: number');
    expect(asker.asked).toHaveLength(5);
  } finally {
    place.remove();
  }
});

test('a question can be left out, and what is not wanted stays a proposal', async () => {
  const settled = await settleDoubts(await infer(rows), answering(['leave out', 'leave out', 'no', 'no']));
  expect(definitionOf(settled)).toEqual({
    title: 'Responses',
    respondent: { id: 'Response ID', status: { column: 'Status', complete: ['Complete'] } },
    questions: [{ id: 'best-describes', kind: 'choice', column: 'Which best describes you?' }],
  });
});

test('each choice says what comes of it', async () => {
  const asker = answering(['choice', 'scale', 'What?', 'no', 'no']);
  await settleDoubts(await infer(rows), asker);
  expect(asker.offered.slice(0, 2)).toEqual([
    [
      'one answer out of 1 · 2 · 3',
      'a number: its mean and its range',
      'words: only how many wrote some is counted',
      'nothing: leave it out',
    ],
    [
      'the scale agreement: Strongly agree · Agree · Disagree · Strongly disagree',
      '2 questions of their own, one a column',
      'one answer out of Disagree · Agree',
      'nothing: leave it out',
    ],
  ]);
});

test('answers joined in a cell are shown apart, and as they stand', async () => {
  const asker = answering(['multiple']);
  const cells = ['Post, Web', 'Web', 'Post', 'Radio, Web', 'Radio', 'Post, Radio'];
  await settleDoubts(
    await infer([['Response ID', 'How did you hear?'], ...cells.map((cell, row) => [`R${row}`, cell])]),
    asker,
  );
  expect(asker.offered).toEqual([
    [
      'several answers out of Post · Radio · Web',
      'one answer out of Post · Post, Radio · Post, Web · Radio · Radio, Web · Web',
      'words: only how many wrote some is counted',
      'nothing: leave it out',
    ],
  ]);
});

test('a misspelt answer can be taken for what it means', async () => {
  const asker = answering(['instead']);
  const cells = repeated({ 'Strongly agree': 5, Agree: 4, Disagree: 3, 'Stronlgy agree': 2 });
  const settled = await settleDoubts(
    await infer([['Response ID', 'It is fair'], ...cells.map((cell, row) => [`R${row}`, cell])]),
    asker,
  );
  expect(asker.offered[0]?.[1]).toBe('the scale agreement, with “Stronlgy agree” meaning “Strongly agree”');
  expect(definitionOf(settled)).toMatchObject({
    questions: [{ kind: 'scale', scale: 'agreement', column: 'It is fair' }],
    scales: { agreement: { synonyms: { 'Strongly agree': ['Stronlgy agree'] } } },
  });
});

test('what is no answer of a scale is listed as such, but a misspelling, and where it is counted', async () => {
  const cells = repeated({
    'Strongly agree': 25,
    Agree: 20,
    Disagree: 20,
    'Stronlgy agree': 1,
    'Agree; Disagree': 1,
  });
  const settled = async (answer: string) => {
    const table = [['Response ID', 'It is fair'], ...cells.map((cell, row) => [`R${row}`, cell])];
    const { questions } = definitionOf(await settleDoubts(await infer(table), answering([answer])));
    return [questions[0]?.uncounted ?? []].flat();
  };
  expect(await settled('scale')).toEqual(['Agree; Disagree']);
  expect(await settled('instead')).toEqual(['Agree; Disagree']);
  expect(await settled('choice')).toEqual([]);
});

test('statements that only stand side by side can be questions of their own', async () => {
  const settled = await settleDoubts(await infer(rows), answering(['leave out', 'apart', 'no', 'no']));
  expect(definitionOf(settled).questions.slice(0, 2)).toMatchObject([
    { id: 'agreement-plan-fair', kind: 'scale', scale: 'agreement', column: 'The plan is fair' },
    { id: 'agreement-plan-clear', kind: 'scale', scale: 'agreement', column: 'The plan is clear' },
  ]);
});

test('somebody who breaks off leaves nothing settled', async () => {
  await expect(settleDoubts(await infer(rows), answering([undefined]))).rejects.toThrow(
    'You broke off, and nothing was written.',
  );
});

test('a cell that may hold more than one answer can be said to hold several', async () => {
  const own = { 'My mother told me': 1, 'In a shop': 1, 'From the bus': 1, 'At the school gate': 1 };
  const cells = repeated({ Paper: 9, Web: 6, 'Paper;Web': 1, ...own });
  const asker = answering(['several']);
  const inference = await infer([['ID', 'How did you hear?'], ...cells.map((cell, n) => [`${n}`, cell])]);
  const settled = await settleDoubts(inference, asker);
  expect(asker.offered[0]).toContainEqual(expect.stringMatching(/^several answers out of Paper · Web/u));
  expect(definitionOf(settled).questions).toEqual([
    {
      id: 'hear',
      kind: 'multiple',
      column: 'How did you hear?',
      separator: ';',
      options: ['Paper', 'Web', ...Object.keys(own).toSorted()],
    },
  ]);
});
