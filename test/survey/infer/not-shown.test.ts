import { describe, expect, test } from 'vitest';
import { definitionOf } from '../../../src/survey/infer/infer.ts';
import { infer } from '../../support/infer.ts';
import { analyseTables, countsOf, itemOf } from '../../support/survey.ts';

const headers = ['Response ID', 'Date submitted', 'Last page', 'Ward', 'May we write to you?', 'Gender'];

/** A LimeSurvey export: 12 responses, and as many that hold nothing but N/A as are wanted. */
const exportWith = (empty: number, ward = 'North') => [
  headers,
  ...Array.from({ length: 12 + empty }, (_, row) => [
    `${row + 1}`,
    row < 12 ? '2017-05-01 10:00:00' : '',
    row < 12 ? '2' : '0',
    row < 12 ? (row < 6 ? ward : 'South') : '',
    row < 12 ? (row < 8 ? 'Yes' : 'No') : 'N/A',
    row < 11 ? (row < 5 ? 'Female' : 'Male') : 'N/A',
  ]),
];

const blankOf = async (...what: Parameters<typeof exportWith>) => (await infer(exportWith(...what))).blank;

describe('N/A that LimeSurvey writes in place of yes or no', () => {
  test('is no reply where responses that broke off at once hold nothing else', async () => {
    const inference = await infer(exportWith(5));
    expect(inference.blank).toEqual(['N/A']);
    const analysis = await analyseTables(JSON.stringify(definitionOf(inference)), [exportWith(5)]);
    const id = inference.questions[1]?.question.id;
    expect(countsOf(itemOf(analysis, String(id)))).toEqual([
      ['Yes', 8],
      ['No', 4],
    ]);
  });

  test('is no reply where only responses hold it that were never sent', async () => {
    const unsent = Array.from({ length: 4 }, (_, row) => [`${row + 20}`, '', '1', 'North', 'N/A', 'N/A']);
    const sent = exportWith(0).map((row) => row.map((cell) => (cell === 'N/A' ? 'Female' : cell)));
    expect((await infer([...sent, ...unsent])).blank).toEqual(['N/A']);
  });

  test('is an answer, but a doubtful one, where nothing shows what it stands for', async () => {
    const { blank, questions } = await infer(exportWith(1));
    expect(blank).toEqual([]);
    expect(questions[1]).toMatchObject({ certainty: 'doubtful' });
    expect(questions[1]?.ground).toContain('“N/A” may stand where it was not shown');
  });

  test('is an answer where another question offers it beside other answers', async () => {
    expect(await blankOf(5, 'N/A')).toEqual([]);
  });
});
