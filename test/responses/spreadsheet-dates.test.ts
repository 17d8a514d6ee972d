import { expect, test } from 'vitest';
import { analyse } from '../../src/analysis/analyse.ts';
import { rangeBehind } from '../../src/responses/questions/spreadsheet-dates.ts';
import { type Rows, collect, countsOf, issuesOf, itemOf } from '../support/survey.ts';

test.each([
  ['Oct-49', '10–49'],
  ['5-Feb', '2–5'],
  ['10-Jun', '6–10'],
  ['02-May', '2–5'],
  ['oct–19', '10–19'],
  ['Sept-20', '9–20'],
])('“%s” may have been the range %s', (value, range) => {
  expect(rangeBehind(value)).toBe(range);
});

test.each([
  'May',
  'May 2022',
  '2-5',
  'Mon-12',
  '5-February',
  'May-2022',
  '12-Feb-2024',
  'Oct-4',
  'X-Jan',
  '',
])('“%s” is no such date', (value) => {
  expect(rangeBehind(value)).toBeUndefined();
});

async function dates(question: string, rows: Rows) {
  const responses = await collect(`title: T\nquestions: [{ id: q, ${question} }]`, [rows]);
  const found = issuesOf(responses, 'excel-date').map(({ value, suggestion, count }) => [
    value,
    suggestion,
    count,
  ]);
  return { responses, found, counts: countsOf(itemOf(analyse(responses), 'q')) };
}

test('a range that became a date stays the answer that it is, with a warning', async () => {
  const rows = [['A'], ['1'], ['5-Feb'], ['5-Feb'], ['10-Jun'], ['More than 10']];
  const { found, counts, responses } = await dates('kind: choice, column: A', rows);
  expect(found).toEqual([
    ['5-Feb', '2–5', 2],
    ['10-Jun', '6–10', 1],
  ]);
  expect(counts).toContainEqual(['5-Feb', 2]);
  expect(issuesOf(responses, 'excel-date')[0]).toMatchObject({
    column: 'A',
    places: [{ row: 2 }, { row: 3 }],
  });
});

test('a day with its year may be a range among ranges, and is a day among days', async () => {
  const some = (...cells: string[]) =>
    dates('kind: choice, column: A', [['A'], ...cells.map((cell) => [cell])]);
  expect((await some('05/10/2025', '11-20', 'Under 5', '2025-04-02 00:00:00')).found).toEqual([
    ['05/10/2025', '5–10', 1],
    ['2025-04-02 00:00:00', '2–4', 1],
  ]);
  for (const open of ['More than 10', 'over £10', '11+', '11 or more', 'Under 2'])
    expect((await some('0', '06/10/2025', open)).found).toEqual([['06/10/2025', '6–10', 1]]);
  expect((await some('06/10/2025', 'More than 10 days ago', '11 or more times')).found).toEqual([]);
  expect((await some('£5 to £10', '1.3.2025')).found).toEqual([['1.3.2025', '1–3', 1]]);
  expect(
    (await some('05/10/2025', '12/10/2025', '2025-04-02', 'Neither', '10:30-11:30 on 05/10/2025')).found,
  ).toEqual([]);
  expect((await some('05/10/2025', '18-19 October', '10-11 am on 5 October')).found).toEqual([]);
});

test('a range that became a date and so is no option is unknown, and the reason is said', async () => {
  const { found, responses } = await dates('kind: choice, column: A, options: [2-5, 6-10]', [
    ['A'],
    ['5-Feb'],
  ]);
  expect(found).toEqual([['5-Feb', '2–5', 1]]);
  expect(issuesOf(responses, 'unknown-answer')).toMatchObject([{ value: '5-Feb' }]);
});

test('a date among several answers in one cell is said by itself', async () => {
  const { found } = await dates('kind: multiple, column: A', [['A'], ['Oct-49;None'], ['None']]);
  expect(found).toEqual([['Oct-49', '10–49', 1]]);
});

test('a header that became a date is said where its option is ticked', async () => {
  const { found, counts } = await dates('kind: multiple, columns: [5-Feb, 11+]', [
    ['5-Feb', '11+', 'X'],
    ['1', '0', 'x'],
    ['1', '1', 'x'],
    ['0', '1', 'x'],
  ]);
  expect(found).toEqual([['5-Feb', '2–5', 2]]);
  expect(counts).toEqual([
    ['5-Feb', 2],
    ['11+', 2],
  ]);
});

test('a date under the header of its range is a tick and said', async () => {
  const { found, counts } = await dates('kind: multiple, columns: [2-5, 11+]', [
    ['2-5', '11+'],
    ['5-Feb', '11+'],
  ]);
  expect(found).toEqual([['5-Feb', '2–5', 1]]);
  expect(counts).toEqual([
    ['2-5', 1],
    ['11+', 1],
  ]);
});

test('a date in a column of numbers or of text is no concern of this', async () => {
  const { responses } = await dates('kind: number, column: A', [['A'], ['5-Feb'], ['3']]);
  expect(issuesOf(responses, 'excel-date')).toEqual([]);
});
