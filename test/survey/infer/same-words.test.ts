import { expect, test } from 'vitest';
import { read } from '../../intake/source.ts';
import { inferDefinition } from '../../../src/survey/infer/infer.ts';

/** What a reader sees of each question of a table: how it is asked, and whether that came before. */
async function namesOf(headers: readonly string[], above: readonly string[] = []) {
  const cells = (row: number) => [`R${row}`, row % 2 ? 'Yes' : 'No', row % 3 ? 'Under 25' : '25 or over'];
  const rows = Array.from({ length: 12 }, (_, row) =>
    headers.map((header) => cells(row)[['Ref', 'Do you agree?'].indexOf(header)] ?? cells(row)[2]),
  );
  const table = await read([...above, ...[headers, ...rows].map(String)].join('\n'));
  const { questions } = inferDefinition(table);
  return questions.map(({ question: { text, column } }) => text ?? column);
}

const round = ['Do you agree?', 'How old is it?', 'How far is it?'];

test('two rounds of a survey side by side have questions that a reader can tell apart', async () => {
  const second = round.map((header) => `${header} (round 2)`);
  expect(await namesOf(['Ref', ...round, ...round])).toEqual([...round, ...second]);
  // Few questions are asked in one of them only.
  expect(await namesOf([...round, 'Why so?', ...round])).toEqual([...round, 'Why so?', ...second]);
});

test('questions of the same words are of no round where the rest is not asked again, or in another order', async () => {
  const [agree = '', old = '', far = ''] = round;
  expect(await namesOf([...round, agree])).toEqual([...round, `${agree} (2)`]);
  expect(await namesOf([agree, agree, old, old])).toEqual([agree, `${agree} (2)`, old, `${old} (2)`]);
  expect(await namesOf([agree, old, far, agree, far, old])).toEqual([
    ...round,
    ...[agree, far, old].map((header) => `${header} (2)`),
  ]);
  // What is asked of each of several problems, after other questions.
  const problems = [far, 'Was it solved?'];
  expect(await namesOf([agree, old, ...problems, ...problems])).toEqual([
    agree,
    old,
    ...problems,
    ...problems.map((header) => `${header} (2)`),
  ]);
});

test('nor are facts about each member of a household', async () => {
  const person = ['Age group', 'What is your gender?'];
  expect(await namesOf([...person, ...person])).toEqual([
    ...person,
    ...person.map((header) => `${header} (2)`),
  ]);
});

test('rounds are called what the file calls them', async () => {
  const two = round.slice(0, 2);
  const named = (name: string) => two.map((header) => `${header} (${name})`);
  expect(await namesOf(['Ref', ...two, ...two], [',Spring 2023,,Autumn 2025,'])).toEqual([
    ...named('Spring 2023'),
    ...named('Autumn 2025'),
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
