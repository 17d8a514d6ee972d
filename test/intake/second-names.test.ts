import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { secondRowOf } from '../../src/intake/second-names.ts';
import { namesOf, read } from './source.ts';

const people = (count: number, cells: (n: number) => string): string[] =>
  Array.from({ length: count }, (_, n) => cells(n));
const views = ['Agree', 'Disagree', 'Neither'];
const shown = async (rows: readonly string[]) => {
  const table = await read(`${rows.join('\n')}\n`);
  return { rows: table.rows, names: namesOf(table), faults: table.faults.map(({ code }) => code) };
};

describe('a second row of headers is no response', () => {
  const answers = people(20, (n) => `${n + 1},${n % 3 ? 'North' : 'South'},${views[n % 3]}`);
  const texts = ['Which area?', 'Do you agree?'];

  test.each([
    ['texts under codes', 'Ref,Q1,Q2', `Ref,${texts.join(',')}`],
    ['texts under codes, with nothing under the id', 'Ref,Q1,Q2', `,${texts.join(',')}`],
    ['codes under texts', `Ref,${texts.join(',')}`, 'ref,q1,q2'],
    ['short names over texts', 'Ref,area,agree', `Reference,${texts.join(',')}`],
  ])('%s', async (_, first, second) => {
    const { rows, names, faults } = await shown([first, second, ...answers]);
    expect([rows, names.slice(1), faults]).toEqual([20, texts, ['second-headers']]);
  });

  test('statements under codes, which ask nothing', async () => {
    const cells = (n: number) => `${views[n % 3]},${views[n % 2]},${views[(n + 1) % 3]}`;
    const { rows, names } = await shown([
      'Q1,Q2,Q3',
      'It is clear,It is fair,It is good',
      ...people(20, cells),
    ]);
    expect([rows, names]).toEqual([20, ['It is clear', 'It is fair', 'It is good']]);
  });

  test('numbers of questions are codes', async () => {
    const { names } = await shown([
      'Question 1,Question 2,Question 3',
      'Do you live here?,The plan is good,Any other comments?',
      ...people(20, (n) => `${n % 2 ? 'Yes' : 'No'},${views[n % 3]},Words ${'a'.repeat(n)}`),
    ]);
    expect(names).toEqual(['Do you live here?', 'The plan is good', 'Any other comments?']);
  });

  test('options and items under codes are of the question that their codes or texts share', async () => {
    const cells = (n: number) => `${n},${n % 2 ? 'Parks' : ''},Roads,${views[n % 3]},${views[n % 2]}`;
    const { names } = await shown([
      'Ref,q1_1,q1_2,q2_1,q2_2',
      'Ref,Which do you use? - Parks,Which do you use? - Roads,Bus,Train',
      ...people(20, cells),
    ]);
    expect(names.slice(1)).toEqual([
      'Which do you use? - Parks',
      'Which do you use? - Roads',
      'q2 - Bus',
      'q2 - Train',
    ]);
  });

  test.each([
    ['nothing under the id', ','],
    ['the id again', 'Ref,'],
  ])('the question over each of its columns, with %s', async (_, lead) => {
    const first = 'Ref,Which do you use?,Which do you use?,How good are they?,How good are they?';
    const cells = (n: number) =>
      `${n},${n % 2 ? 'Parks' : ''},${n % 3 ? 'Roads' : ''},Good,${n % 2 ? 'Bad' : 'Good'}`;
    const { rows, names } = await shown([first, `${lead}Parks,Roads,Parks,Roads`, ...people(20, cells)]);
    expect(rows).toBe(20);
    expect(names.slice(1, 4)).toEqual([
      'Which do you use? - Parks',
      'Which do you use? - Roads',
      'How good are they? - Parks',
    ]);
  });
});

test.each([
  ['Ref,Role,It is clear,It is fair,Parks,Roads,Trams', ',,How far do you agree?,,What should we fund?,,'],
  [
    'Ref,,It is clear,It is fair,Parks,Roads,Trams',
    ',Role played here?,How far do you agree?,,What should we fund?,,',
  ],
])('questions under what belongs to them are headers: %s', async (parts, questions) => {
  const cells = (n: number) =>
    `P${n},Owner,${views[n % 3]},${views[n % 2]},${n % 2 ? 'Parks' : ''},${n % 3 ? 'Roads' : ''},Trams`;
  const { rows, names } = await shown([parts, questions, ...people(20, cells)]);
  expect(rows).toBe(20);
  expect([names[0], ...names.slice(2, 5)]).toEqual([
    'Ref',
    'How far do you agree? - It is clear',
    'How far do you agree? - It is fair',
    'What should we fund? - Parks',
  ]);
});

describe('the first response is not taken for headers', () => {
  test('but where too few others show what it is, a warning says so', async () => {
    const few = ['Ref,Q1,Q2', ',Which area?,Do you agree?', '1,North,Agree', '2,South,Agree'];
    expect(await shown(few)).toMatchObject({ rows: 3, faults: ['maybe-headers'] });
  });

  test.each([
    ['a number', '1,What?,Why?'],
    ['an answer that others give', 'R,Agree,Why should I?'],
    ['an id as the others are', 'P7,What now?,Why?'],
  ])('where it holds %s', async (_, response) => {
    const others = people(
      12,
      (n) => `${response.startsWith('1') ? n + 2 : `P${n + 20}`},${views[n % 3]},note ${'a'.repeat(n)}`,
    );
    expect(await shown(['Ref,Q1,Q2', response, ...others])).toMatchObject({ rows: 13, faults: [] });
  });

  test.each([
    [
      'two questions, under questions',
      'Is it fair?,Why?,Anything else?',
      ',Why was I not asked?,Who pays for this?',
    ],
    ['single words, under codes', 'Q1,Q2,Q3', 'Maybe,Rarely,'],
    ['postal districts, under questions', 'Where do you live?,Which way?,How often?', 'SO15,B3,'],
  ])('where it holds %s', async (_, first, response) => {
    const others = Array.from(
      { length: 30 },
      (_one, n) => `${views[n % 3]},${views[n % 2]},${views[(n + 1) % 3]}`,
    );
    expect(await shown([first, response, ...others])).toMatchObject({ rows: 31 });
  });

  test('where columns without headers hold the same in every row', async () => {
    const others = people(
      6,
      (n) => `${n + 1},${n % 2 ? 'North' : 'South'},${views[n % 3]},checked,yes,online`,
    );
    expect(await shown(['Ref,Area,View,,,', ...others])).toMatchObject({
      rows: 6,
      names: ['Ref', 'Area', 'View', '', '', ''],
    });
  });

  test('whatever people answer', () => {
    const word = fc.constantFrom('the', 'plan', 'is', 'bad', 'why', 'do', 'you', 'need', 'this');
    const text = fc.tuple(fc.array(word, { maxLength: 8 }), fc.constantFrom('', '', '', '?', '.'));
    const kinds = [
      fc.constantFrom(...views, 'Strongly agree', 'Agree', ''),
      fc.constantFrom('Yes', 'No', 'No', ''),
      fc.nat({ max: 80 }).map(String),
      fc.nat({ max: 4 }).map((n) => `a${n}`),
      text.map(([words, end]) => (words.length === 0 ? '' : words.join(' ') + end)),
    ];
    const tables = fc
      .array(fc.nat({ max: kinds.length - 1 }), { minLength: 2, maxLength: 6 })
      .chain((columns) =>
        fc.array(fc.tuple(...columns.map((kind) => kinds[kind] ?? fc.constant(''))), {
          minLength: 8,
          maxLength: 24,
        }),
      );
    fc.assert(
      fc.property(tables, (rows) => {
        const headers = (rows[0] ?? []).map((_, column) => `Q${column + 1}`);
        expect(secondRowOf([headers, ...rows])).not.toBe('headers');
      }),
      { numRuns: 1000 },
    );
  });
});

test('a file with the texts of the questions above each response is refused', async () => {
  const texts = 'What is your own age?,What is your ward called?,What is it that you want?,';
  const rows = people(8, (n) => `${texts}${n}\n${20 + n},North,words ${n},x`);
  await expect(shown(['age,ward,want,note', ...rows])).rejects.toThrow(
    'has rows that hold the texts of the questions among its responses',
  );
});
