import { expect, test } from 'vitest';
import { describeIssue } from '../../src/report/issues/issue-words.ts';
import { type Rows, analyseTables, countsOf, issuesOf, itemOf } from '../support/survey.ts';

const definition = `
title: T
opened: 2024-01-01
closed: 2024-01-31
respondent: { submitted: When, status: { column: Status, complete: Done, test: Preview } }
exclude: [test, incomplete, late, { role: Staff }]
questions:
  - { id: role, kind: choice, column: Role }
  - { id: heard, kind: multiple, column: Heard }
  - { id: view, kind: scale, scale: agreement, column: View }
  - { id: why, kind: choice, column: Why, asked: { role: Parent } }
`;

const rows: Rows = [
  ['Status', 'When', 'Role', 'Heard', 'View', 'Why'],
  ['Done', '2024-01-02', 'Parent', 'Email;Letter', 'Agree', 'Cost'],
  ['Preview', '2024-01-02', 'asdf TEST', 'zzz;Email', 'Tend to agree', 'test'],
  ['Partial', '2024-01-03', 'Jane Smith 07700 900123', 'qqq', 'Somewhat agree', ''],
  ['Done', '2024-01-04', 'Teacher', 'Email', 'Disagree', 'Nothing to do with me'],
  ['Done', '2025-01-04', 'Latecomer', 'late', 'Unsure', ''],
  ['Done', '2024-01-05', 'Staff', 'Intranet', "Don't know", ''],
];

test('what only removed responses hold is no option, and does not say how a scale was offered', async () => {
  const analysis = await analyseTables(definition, [rows]);
  expect(analysis.ledger.analysed).toBe(2);
  expect(countsOf(itemOf(analysis, 'role'))).toEqual([
    ['Parent', 1],
    ['Teacher', 1],
  ]);
  expect(countsOf(itemOf(analysis, 'heard'))).toEqual([
    ['Email', 2],
    ['Letter', 1],
  ]);
  expect(countsOf(itemOf(analysis, 'view')).map(([label]) => label)).toEqual([
    'Strongly agree',
    'Agree',
    'Neither agree nor disagree',
    'Disagree',
    'Strongly disagree',
  ]);
});

test('what somebody answered who was not asked is no option', async () => {
  const analysis = await analyseTables(definition, [rows]);
  expect(countsOf(itemOf(analysis, 'why'))).toEqual([['Cost', 1]]);
  expect(issuesOf(analysis, 'answer-not-asked')).toMatchObject([{ value: 'Nothing to do with me' }]);
});

test('an option that a rule removed was seen; one that only a removed response gave was not', async () => {
  expect(issuesOf(await analyseTables(definition, [rows]), 'option-not-seen')).toEqual([]);
  const onlyATest = definition.replace('asked: { role: Parent }', 'asked: { role: asdf TEST }');
  expect(issuesOf(await analyseTables(onlyATest, [rows]), 'option-not-seen')).toMatchObject([
    { value: 'asdf TEST', detail: 'role' },
  ]);
});

test('with one group, the options of the others stay, chosen by nobody', async () => {
  const where = { question: 'role', option: 'Teacher' };
  const analysis = await analyseTables(definition, [rows], { where });
  expect(countsOf(itemOf(analysis, 'role'))).toEqual([
    ['Teacher', 1],
    ['Parent', 0],
  ]);
});

test('of a text that somebody wrote who was not asked nothing is shown', async () => {
  const asked = definition.replace('{ id: why, kind: choice,', '{ id: why, kind: text,');
  const found = issuesOf(await analyseTables(asked, [rows]), 'answer-not-asked');
  expect(found).toMatchObject([{ column: 'Why', count: 1 }]);
  expect(found.map(describeIssue)).toEqual(['an answer from a respondent who was not asked']);
});
