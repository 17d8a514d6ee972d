import { expect, test } from 'vitest';
import { read } from '../../intake/source.ts';
import { inferDefinition } from '../../../src/survey/infer/infer.ts';

test('two rounds of a survey side by side have questions that a reader can tell apart', async () => {
  const rows = Array.from(
    { length: 12 },
    (_, n) => `${n % 2 ? 'Yes' : 'No'},16-24,${n % 3 ? 'Yes' : 'No'},25+`,
  );
  const table = await read(`Do you agree?,Age,Do you agree?,Age\n${rows.join('\n')}\n`);
  const { questions } = inferDefinition(table);
  expect(questions.map(({ question: { text, column } }) => text ?? column)).toEqual([
    'Do you agree?',
    'Age',
    'Do you agree? (2)',
    'Age (2)',
  ]);
});

/** The columns of each question of a table, whose options repeat their names where they were ticked. */
async function columnsOf(
  headers: readonly string[],
  cells: (option: string, n: number, at: number) => string,
) {
  const rows = Array.from({ length: 12 }, (_, n) => headers.map((header, at) => cells(header, n, at)));
  const { questions } = inferDefinition(await read([headers, ...rows].map(String).join('\n')));
  return questions.map(({ columns }) => columns);
}

const ticked = (header: string, n: number, at: number): string =>
  (n + at) % 3 === 0 ? '' : (header.split(' - ')[1] ?? header);

test.each(['Which? - ', ''])(
  'and so have options to tick all of which come again beside them, after “%s”',
  async (asked) => {
    const options = ['Bus', 'Tram', 'Walk'].map((option) => asked + option);
    const [second, third] = [2, 3].map((time) => options.map((option) => `${option} (${time})`));
    expect(await columnsOf([...options, ...options, ...options], ticked)).toEqual([options, second, third]);
    const [bus = '', tram = '', walk = ''] = options;
    expect(await columnsOf([bus, tram, walk, bus], ticked)).toEqual([[bus, tram, walk, `${bus} (2)`]]);
    expect(await columnsOf([bus, bus, tram, tram], ticked)).toEqual([
      [bus, `${bus} (2)`, tram, `${tram} (2)`],
    ]);
  },
);

test('and so have the rows of a grid', async () => {
  const rows = ['How far? - Fair', 'How far? - Clear'];
  const rated = (_: string, n: number, at: number) =>
    ['Agree', 'Disagree', 'Strongly agree'][(n + at) % 3] ?? '';
  expect(await columnsOf([...rows, ...rows], rated)).toEqual([rows, rows.map((row) => `${row} (2)`)]);
});
