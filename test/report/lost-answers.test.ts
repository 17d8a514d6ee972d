import { expect, test } from 'vitest';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { tablesDocument } from '../../src/report/tables/tables.ts';
import { analyseTables } from '../support/survey.ts';

/** What stands under the table of a question with these answers. */
async function notes(question: string, cells: readonly string[]): Promise<string> {
  const rows = [['Q', 'id'], ...cells.map((cell, row) => [cell, `${row}`])];
  const analysis = await analyseTables(`{ title: T, questions: [{ id: q, column: Q, ${question} }] }`, [
    rows,
  ]);
  return renderMarkdown(tablesDocument(analysis));
}

const cells = (valid: number, invalid: number): string[] =>
  Array.from({ length: valid + invalid }, (_, row) => (row < valid ? 'Yes' : 'Bus'));

test('the share of answers that could not be counted stands under a table whose base it makes small', async () => {
  const options = 'kind: choice, options: [Yes, No]';
  expect(await notes(options, cells(20, 40))).toContain(
    'Much of what was answered could not be counted: 67% of 60 answers. The percentages are of the rest. Check whether answers stand in the wrong column.',
  );
  const all = await notes(`${options}, base: all`, cells(20, 40));
  expect(all).toContain('67% of 60 answers. Check');
});

test('a slip here and there is only counted', async () => {
  for (const given of [cells(100, 5), cells(4, 2)])
    expect(await notes('kind: choice, options: [Yes, No]', given)).not.toContain('Much of what');
});
