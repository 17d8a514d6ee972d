import { expect, test } from 'vitest';
import { BLANK } from '../../src/responses/responses.ts';
import { collect, issuesOf } from '../support/survey.ts';

test('a word for no reply is no reply to any question, in whatever spelling', async () => {
  const { answers, issues } = await collect(
    `
title: T
blank: ['-', Not answered]
questions:
  - { id: fair, kind: scale, scale: agreement, column: Fair }
  - { id: role, kind: choice, column: Role }
  - { id: heard, kind: multiple, columns: [Post, Web] }
  - { id: years, kind: number, column: Years }
  - { id: why, kind: text, column: Why }
`,
    [
      [
        ['Fair', 'Role', 'Post', 'Web', 'Years', 'Why'],
        ['Agree', 'Parent', 'Post', '', '3', 'It is dear'],
        ['-', 'NOT ANSWERED', '–', 'Not answered', '-', '-'],
      ],
    ],
  );
  const others = issues.filter(({ code }) => code !== 'label-variant');
  expect(others).toMatchObject([{ code: 'unanswered', places: [{ row: 2 }] }]);
  for (const [item] of answers.values()) {
    const [given, none] = item?.answers.cells ?? [];
    expect(given).toBeGreaterThanOrEqual(0);
    expect(none).toBe(BLANK);
  }
});

test.each([
  ['numbers below nought among others', 'number', ['3', '5', '-9', '12', '-99'], ['-9', '-99']],
  ['99 and 999 far above the others', 'choice', ['1', '2', '3', '99', '999'], ['99', '999']],
  [
    'words that no form offers',
    'choice',
    ['Yes', 'No', 'Not asked', '[No answer]'],
    ['Not asked', '[No answer]'],
  ],
  [
    'words that say none in other languages',
    'choice',
    ['Agree', 'Disagree', 'keine Angabe', 'sans réponse', 'Ddim ateb', 'NR'],
    ['keine Angabe', 'sans réponse', 'Ddim ateb', 'NR'],
  ],
  ['NA beside words', 'choice', ['Yes', 'No', 'NA'], ['NA']],
  ['no NA that is a code as others are', 'choice', ['ZA', 'KE', 'NA'], []],
  ['999 and -9 beside words', 'choice', ['Agree', 'Disagree', '999', '-9'], ['999', '-9']],
  ['no age of 99', 'number', ['18', '88', '99'], []],
  ['no scale from -1 to 1', 'choice', ['-1', '0', '1'], []],
  ['nothing that people refuse to say', 'choice', ['Yes', 'No', 'Prefer not to say', 'None'], []],
])('what may stand for no reply is counted and said: %s', async (_, kind, cells, said) => {
  const question = `{ id: q, kind: ${kind}, column: A }`;
  const responses = await collect(`title: T\nquestions: [${question}]`, [
    [['A'], ...cells.map((cell) => [cell])],
  ]);
  expect(issuesOf(responses, 'maybe-no-reply').map(({ value }) => value)).toEqual(said);
  expect(responses.answers.get('q')?.[0]?.answers.cells.every((cell) => cell >= 0)).toBe(true);
});

test('an answer outside a scale is none that gives a view, and is not said to be doubtful', async () => {
  const definition =
    'title: T\nquestions: [{ id: q, kind: scale, scale: agreement, column: A, options: [Agree, Disagree, No answer] }]';
  const responses = await collect(definition, [[['A'], ['Agree'], ['Disagree'], ['No answer']]]);
  expect(issuesOf(responses, 'maybe-no-reply')).toEqual([]);
});

test.each([
  ['choice', '{ id: q, kind: choice, column: A }', 'unknown-answer'],
  ['several answers', '{ id: q, kind: multiple, column: A, separator: ";" }', 'unknown-answer'],
  ['number', '{ id: q, kind: number, column: A }', 'not-a-number'],
])('an error of a spreadsheet is no answer to a question of %s', async (kind, question, code) => {
  const cells = kind === 'number' ? ['3', '5', '#NAME?'] : ['Bus', 'Train', '#NAME?'];
  const responses = await collect(`title: T\nquestions: [${question}]`, [
    [['A'], ...cells.map((cell) => [cell])],
  ]);
  expect(responses.issues).toMatchObject([{ code, value: '#NAME?', places: [{ row: 3 }] }]);
});
