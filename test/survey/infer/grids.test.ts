import { describe, expect, test } from 'vitest';
import { infer } from '../../support/infer.ts';

const satisfaction = ['Very satisfied', 'Satisfied', 'Dissatisfied', 'Very dissatisfied', "Don't know"];
const importance = ['High', 'Medium', 'Low', "Don't know"];

/** What a LimeSurvey export of two rows of a grid, each under two headings, is taken for. */
async function grid(headings: readonly string[], cells: readonly (readonly string[])[]) {
  const { questions } = await infer([
    ['id', 'submitdate', 'lastpage', ...headings.map((heading) => `Your views [${heading}]`)],
    ...Array.from({ length: 40 }, (_, n) => [
      `${n + 1}`,
      '2024-05-01 10:00:00',
      '3',
      ...cells.map((answers, column) => answers[(n * (column + 1)) % answers.length] ?? ''),
    ]),
  ]);
  return questions.map(({ question }) => [
    question.kind,
    question.text,
    'items' in question ? question.items?.map(({ label }) => label) : [],
  ]);
}

describe('a grid whose rows are rated on two scales', () => {
  const headings = ['Bus][Importance', 'Bus][Satisfaction', 'Car][Importance', 'Car][Satisfaction'];

  test('is a question for each, though both have “Don’t know”', async () => {
    const cells = [importance, satisfaction, importance, satisfaction];
    expect(await grid(headings, cells)).toEqual([
      ['choice', 'Your views - Importance', ['Bus', 'Car']],
      ['scale', 'Your views - Satisfaction', ['Bus', 'Car']],
    ]);
  });

  test('is one question where both scales are the same', async () => {
    const cells = [satisfaction, satisfaction, satisfaction, satisfaction];
    expect(await grid(headings, cells)).toMatchObject([
      ['scale', 'Your views', expect.objectContaining({ length: 4 })],
    ]);
  });
});
