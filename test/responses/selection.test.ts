import { expect, test } from 'vitest';
import { UserError } from '../../src/intake/user-error.ts';
import { type Rows, analyseTables, collect, countsOf, issuesOf, itemOf } from '../support/survey.ts';

const definition = `
title: T
questions:
  - { id: role, kind: choice, column: Role, options: ["C++", "C", Parent] }
  - { id: heard, kind: multiple, column: Heard }
  - { id: view, kind: scale, scale: agreement, items: [{ id: a, column: A }, { id: b, column: B }] }
  - { id: years, kind: number, column: Years, asked: { role: Parent } }
`;

const rows: Rows = [
  ['Role', 'Heard', 'A', 'B', 'Years'],
  ['Parent', 'Email; Letter', 'Agree', 'Disagree', '4'],
  ['C', 'Email', 'Disagree', 'Agree', '9'],
  ['C++', 'Letter', 'Agree', 'Agree', ''],
  ['Nobody', '', '', '', '8'],
];

const where = async (question: string, option: string) =>
  analyseTables(definition, [rows], { where: { question, option } });

async function refusal(promise: Promise<unknown>): Promise<UserError> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof UserError) return error;
  throw new Error(`not refused: ${String(error)}`);
}

test('a group is named by the label of its option, in any spelling, or by its id', async () => {
  for (const name of ['Parent', ' PARENT ', 'parent']) {
    const { ledger, selection } = await where('role', name);
    expect(selection).toEqual({ question: 'role', option: 'Parent' });
    expect(ledger).toEqual({ received: 4, removed: [{ reason: 'not role=Parent', count: 3 }], analysed: 1 });
  }
});

test('where a name is the label of one option and the id of another, the label counts', async () => {
  expect(
    itemOf(await where('role', 'C'), 'role').options.map(({ id, figure }) => [id, figure.count]),
  ).toEqual([
    ['c', 0],
    ['c-2', 1],
    ['parent', 0],
  ]);
  expect(countsOf(itemOf(await where('role', 'c-2'), 'role'))).toContainEqual(['C', 1]);
  const excluded = await analyseTables(`${definition}\nexclude: [{ role: C }]`, [rows]);
  expect(excluded.ledger.removed).toMatchObject([{ reason: 'role=C', count: 1 }]);
});

test('a group of a multiple question is everybody who ticked the option', async () => {
  const analysis = await where('heard', 'email');
  expect(analysis.ledger.analysed).toBe(2);
  expect(countsOf(itemOf(analysis, 'heard'))).toEqual([
    ['Email', 2],
    ['Letter', 1],
  ]);
});

test('--where says which question or option was probably meant', async () => {
  expect(await refusal(where('rol', 'Parent'))).toMatchObject({
    message: '--where: no question "rol"; did you mean "role"?',
    hint: 'The questions are role, heard, view, years.',
  });
  expect(await refusal(where('role', 'Parnt'))).toMatchObject({
    message: '--where: question "role" has no option "Parnt"; did you mean "Parent"?',
    hint: 'Its options are "C++", "C", "Parent".',
  });
});

test('--where refuses a question of several items or of numbers', async () => {
  expect((await refusal(where('view', 'Agree'))).message).toContain('--where: question "view"');
  expect((await refusal(where('years', '4'))).message).toContain('--where: question "years"');
});

test('--by refuses a question that makes no groups and names those that do', async () => {
  const by = (id: string) => refusal(analyseTables(definition, [rows], { by: [id] }));
  const hint = 'Questions that make groups are role, heard.';
  expect(await by('years')).toMatchObject({
    message: '--by: the answers to question "years" do not make groups.',
    hint,
  });
  expect(await by('view')).toMatchObject({ hint });
  expect(await by('hear')).toMatchObject({
    message: '--by: no question "hear"; did you mean "heard"?',
    hint,
  });
});

test('who was not asked gave no answer, whatever the cell holds, and that is said', async () => {
  const analysis = await analyseTables(definition, [rows]);
  expect(itemOf(analysis, 'years')).toMatchObject({
    states: { option: 1, outside: 0, blank: 0, notAsked: 3, invalid: 0 },
    numbers: { n: 1, mean: 4 },
  });
  expect(issuesOf(analysis, 'answer-not-asked').map(({ value, places }) => [value, places])).toEqual([
    ['9', [{ row: 2, line: 3 }]],
    ['8', [{ row: 4, line: 5 }]],
  ]);
});

test('who was not asked the question that decides was not asked the one that depends on it', async () => {
  const analysis = await analyseTables(
    `title: T
questions:
  - { id: c, kind: choice, column: C, asked: { b: Yes } }
  - { id: b, kind: choice, column: B, asked: { a: Yes } }
  - { id: a, kind: choice, column: A }`,
    [
      [
        ['A', 'B', 'C'],
        ['Yes', 'Yes', 'x'],
        ['No', 'Yes', 'x'],
        ['Yes', 'No', 'x'],
      ],
    ],
  );
  expect(itemOf(analysis, 'c').states).toMatchObject({ option: 1, notAsked: 2 });
  expect(itemOf(analysis, 'b').states).toMatchObject({ option: 2, notAsked: 1 });
});

test('an option of a rule that nobody chose is said once, with the one that was probably meant', async () => {
  const responses = await collect(
    `title: T
exclude: [{ role: Parnt }]
questions:
  - { id: role, kind: choice, column: Role }
  - { id: years, kind: number, column: Years, asked: { role: Parnt } }`,
    [rows],
  );
  expect(issuesOf(responses, 'option-not-seen')).toMatchObject([
    { value: 'Parnt', suggestion: 'Parent', detail: 'role', count: 1 },
  ]);
});
