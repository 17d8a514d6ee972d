import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/analysis/analyse.ts';
import { UserError } from '../../src/intake/user-error.ts';
import { type Rows, collect, countsOf, issuesOf, itemOf, netsOf } from '../support/survey.ts';

const grid = (scales = '') => `title: T
questions:
  - id: q
    kind: scale
    scale: agreement
    items: [{ id: a, column: Q5_1 }, { id: b, column: Q5_2 }, { id: c, column: Q5_3 }]
${scales}`;

const words: Rows = [
  ['Q5_1', 'Q5_2', 'Q5_3'],
  ['Agree', 'Disagree', 'Agree'],
];
const codes: Rows = [
  ['Q5_1', 'Q5_2', 'Q5_3'],
  ['6', '4', 'Agree'],
  ['2', '', '4'],
  [' 10 ', '3', ''],
];

async function refusal(definition: string, tables: readonly Rows[]): Promise<UserError> {
  const error: unknown = await collect(definition, tables).catch((thrown: unknown) => thrown);
  if (error instanceof UserError) return error;
  throw new Error('the export was accepted');
}

describe('a scale whose column holds only numbers', () => {
  test('is refused with the file, the columns, the numbers and what to do', async () => {
    const { message, hint } = await refusal(grid(), [words, codes]);
    expect(message).toBe(
      'part-2.csv: column "Q5_1" and 1 more hold numbers (2, 3, 4, 6, 10) and no answers of the scale "agreement".',
    );
    expect(hint).toBe(
      'Export the responses again with the answers as text, or say under "scales" what each number means: ' +
        'agreement: { synonyms: { Strongly agree: [2] } }',
    );
  });

  test('is read where the definition has the code book', async () => {
    const book = `scales: { agreement: { synonyms: {
  Strongly disagree: [1], Neither agree nor disagree: [2], Agree: [3, 10], Strongly agree: [4], Disagree: [6] } } }`;
    const responses = await collect(grid(book), [codes]);
    const item = itemOf(analyse(responses), 'q', 'a');
    expect(netsOf(item)).toEqual([
      ['agree', 1],
      ['neither', 1],
      ['disagree', 1],
    ]);
    expect(item.states.invalid).toBe(0);
    expect(issuesOf(responses, 'label-variant')).toContainEqual(
      expect.objectContaining({ value: '6', suggestion: 'Disagree' }),
    );
  });

  test('reports the numbers that a code book leaves out', async () => {
    const responses = await collect(grid('scales: { agreement: { synonyms: { Strongly agree: [4] } } }'), [
      codes,
    ]);
    expect(countsOf(itemOf(analyse(responses), 'q', 'b'))).toContainEqual(['Strongly agree', 1]);
    expect(issuesOf(responses, 'unknown-answer').map(({ value }) => value)).toEqual(['6', '2', ' 10 ', '3']);
  });
});

test('a scale of numbers is read as it stands, and so is a column in which numbers are the exception', async () => {
  const stars = 'scales: { stars: { positive: [4, 5], neutral: 3, negative: [1, 2] } }';
  const definition = `title: T\n${stars}\nquestions: [{ id: q, kind: scale, scale: stars, column: A }]`;
  const responses = await collect(definition, [[['A'], ['5'], ['6'], ['3']]]);
  expect(issuesOf(responses, 'unknown-answer')).toMatchObject([{ value: '6' }]);
  const mixed = await collect('title: T\nquestions: [{ id: q, kind: scale, scale: agreement, column: A }]', [
    [['A'], ['Agree'], ['4'], ['']],
  ]);
  expect(issuesOf(mixed, 'unknown-answer')).toMatchObject([{ value: '4' }]);
});

test('a column without an answer is no column of numbers', async () => {
  const responses = await collect(grid(), [
    [
      ['Q5_1', 'Q5_2', 'Q5_3'],
      ['', '', 'Agree'],
    ],
  ]);
  expect(responses.issues).toEqual([]);
});
