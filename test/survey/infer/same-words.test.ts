import { describe, expect, test } from 'vitest';
import { read } from '../../intake/source.ts';
import { infer } from '../../support/infer.ts';
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

const round = ['Do you agree?', 'How old is it?', 'How far is it?', 'How high is it?'];

test('two rounds of a survey side by side have questions that a reader can tell apart', async () => {
  const second = round.map((header) => `${header} (round 2)`);
  expect(await namesOf(['Ref', ...round, ...round])).toEqual([...round, ...second]);
  // Few questions are asked in one of them only.
  expect(await namesOf([...round, 'Why so?', ...round])).toEqual([...round, 'Why so?', ...second]);
});

test('questions of the same words are of no round where the rest is not asked again, or in another order', async () => {
  const [agree = '', old = '', far = '', high = ''] = round;
  expect(await namesOf([...round, agree])).toEqual([...round, `${agree} (2)`]);
  expect(await namesOf([agree, agree, old, old])).toEqual([agree, `${agree} (2)`, old, `${old} (2)`]);
  expect(await namesOf([...round, high, agree, far, old])).toEqual([
    ...round,
    ...[high, agree, far, old].map((header) => `${header} (2)`),
  ]);
  // What is asked of each of several plans.
  const few = [agree, old, far];
  expect(await namesOf([...few, ...few])).toEqual([...few, ...few.map((header) => `${header} (2)`)]);
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

test.each(['How good? [Speed].1', 'How good? [Speed]'])(
  'a row of a grid that comes again has another name than the one before: “%s”',
  async (again) => {
    const { questions } = await infer([
      ['Ref', 'How good? [Speed]', 'How good? [Price]', again],
      ...['Good Bad Bad', 'Good Good Bad', 'Bad Good Good', 'Fair Bad Good'].map((row, n) => [
        `R-${n}`,
        ...row.split(' '),
      ]),
    ]);
    const items = questions.flatMap(({ question }) => ('items' in question ? (question.items ?? []) : []));
    expect(items.map(({ label }) => label)).toEqual(['Speed', 'Price', 'Speed (2)']);
  },
);

describe('questions of Qualtrics whose texts are the same, as their codes tell them apart', () => {
  const exported = (codes: string, parts: string, ...rows: readonly string[]) => {
    const cells = codes.split(',');
    return infer([
      ['ResponseId', 'RecordedDate', ...cells],
      ['Response ID', 'Recorded Date', ...parts.split(',').map((part) => `Which do you use? - ${part}`)],
      ['responseId', 'recordedDate', ...cells].map((id) => `{"ImportId":"${id.replace(/^Q/u, 'QID')}"}`),
      ...rows.map((row, n) => [`R_${n}`, `2024-05-0${n + 1} 10:00:00`, ...row.split(',')]),
    ]);
  };

  test('are two, each with its own base', async () => {
    const { questions } = await exported(
      'Q1_1,Q1_2,Q2_1,Q2_2',
      'Bus,Tram,Car,Taxi',
      'Bus,,,',
      'Bus,Tram,,',
      ',,Car,Taxi',
      ',,,Taxi',
    );
    expect(questions.map(({ question: { kind }, columns }) => [kind, columns.length])).toEqual([
      ['multiple', 2],
      ['multiple', 2],
    ]);
  });

  test('and options that begin alike are of one question, also with the dash of older exports', async () => {
    const codes = ['Q1_1', 'Q1_2', 'Q1_-1', 'Q1_-2'];
    const parts = ['Bus', 'Tram', 'NA - too dear', 'NA - too far'].map((part) => `Which do you use?-${part}`);
    const rows = ['1,,,', '1,1,,', ',,1,', ',,1,1'].map((row, n) => [`R_${n}`, 'rs', ...row.split(',')]);
    const { questions } = await infer([
      ['ResponseID', 'ResponseSet', ...codes],
      ['ResponseID', 'ResponseSet', ...parts],
      ['responseId', 'responseSetId', ...codes].map((id) => `{'ImportId': '${id.replace(/^Q/u, 'QID')}'}`),
      ...rows,
    ]);
    expect(questions.map(({ question: { kind }, columns }) => [kind, columns.length])).toEqual([
      ['multiple', 4],
    ]);
  });

  test('and an option that was recoded below 0 is one of its question', async () => {
    const { questions } = await exported(
      'Q1_1,Q1_2,Q1_-1',
      'Bus,Tram,None of these',
      '1,,',
      '1,1,',
      ',,1',
      ',,1',
    );
    expect(questions.map(({ question: { kind }, columns }) => [kind, columns.length])).toEqual([
      ['multiple', 3],
    ]);
  });
});
