import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/analysis/analyse.ts';
import { analyseColumn, analyseTables, collect, countsOf, issuesOf, itemOf } from '../support/survey.ts';

test('an option far down a long list of options is counted as itself', async () => {
  const wards = Array.from({ length: 300 }, (_, n) => `Ward ${n}`);
  const item = await analyseColumn(`kind: choice, options: ${JSON.stringify(wards)}`, [
    'Ward 3',
    'Ward 127',
    'Ward 128',
    'Ward 255',
    'Ward 299',
  ]);
  expect(item.states).toEqual({ option: 5, outside: 0, blank: 0, notAsked: 0, invalid: 0 });
  expect(countsOf(item).filter(([, count]) => count > 0)).toEqual([
    ['Ward 3', 1],
    ['Ward 127', 1],
    ['Ward 128', 1],
    ['Ward 255', 1],
    ['Ward 299', 1],
  ]);
});

test('without a list of options those seen are taken, most frequent first, ties by label', async () => {
  const item = await analyseColumn('kind: choice', ['b', 'c', 'a', 'c', '']);
  expect(countsOf(item)).toEqual([
    ['c', 2],
    ['a', 1],
    ['b', 1],
  ]);
});

test('spellings of one label are one option, under the most frequent of them', async () => {
  const cells = ['Don’t know', "don't  know", "Don't know", "Don't know", '\u00a0DON’T KNOW\ufeff'];
  const item = await analyseColumn('kind: choice', cells);
  expect(countsOf(item)).toEqual([["Don't know", 5]]);
});

test('dashes and the encoding of an accent make no difference to a label', async () => {
  const item = await analyseColumn('kind: choice, options: [18–24, Café]', ['18-24', '18—24', 'Cafe\u0301']);
  expect(countsOf(item)).toEqual([
    ['18–24', 2],
    ['Café', 1],
  ]);
});

test('a variant of a label is counted and noted once, a misspelling is not counted and names its option', async () => {
  const { issues } = await collect(
    '{ title: T, questions: [{ id: q, kind: choice, column: A, options: [Parent] }] }',
    [[['A'], ['parent'], ['parent'], ['Parnet'], ['Parent']]],
  );
  expect(issuesOf({ issues }, 'label-variant')).toMatchObject([
    { value: 'parent', suggestion: 'Parent', count: 2, column: 'A' },
  ]);
  expect(issuesOf({ issues }, 'unknown-answer')).toMatchObject([
    { value: 'Parnet', suggestion: 'Parent', count: 1, places: [{ row: 3, line: 4 }] },
  ]);
});

test('an option without letters and digits, and options of one id, each have an id of their own', async () => {
  const { options } = await analyseColumn('kind: choice, options: ["C", "C++", "?", "!", "No / none"]', [
    'C',
  ]);
  expect(options.map(({ id }) => id)).toEqual(['c', 'c-2', 'option', 'option-2', 'no-none']);
});

test('a row with more cells than the header gives no answer to any question and no option to any list', async () => {
  const analysis = await analyseTables(
    `title: T
questions:
  - { id: role, kind: choice, column: Role }
  - { id: view, kind: scale, scale: agreement, column: View }
  - { id: heard, kind: multiple, column: Heard }
  - { id: parts, kind: multiple, columns: [Part, Other part] }
  - { id: years, kind: number, column: Years }
  - { id: more, kind: text, column: More }`,
    [
      [
        ['Role', 'View', 'Heard', 'Part', 'Other part', 'Years', 'More'],
        ['Parent', 'Agree', 'Email', 'Yes', '', '3', 'Good'],
        ['I live here', 'at no. 7', 'Parent', 'Agree', 'Email', 'Yes', '3', 'Good'],
      ],
    ],
  );
  for (const { items } of analysis.questions) {
    expect(items[0]?.states).toEqual({ option: 1, outside: 0, blank: 0, notAsked: 0, invalid: 1 });
  }
  expect(countsOf(itemOf(analysis, 'role'))).toEqual([['Parent', 1]]);
  expect(countsOf(itemOf(analysis, 'heard'))).toEqual([['Email', 1]]);
  expect(analysis.issues).toEqual([
    {
      code: 'long-row',
      file: 'part-1.csv',
      detail: '8 instead of 7',
      count: 1,
      places: [{ row: 2, line: 3 }],
    },
  ]);
});

test('a row with fewer cells than the header leaves the missing ones blank', async () => {
  const responses = await collect('{ title: T, questions: [{ id: q, kind: choice, column: B }] }', [
    [['A', 'B'], ['1', 'x'], ['2']],
  ]);
  expect(issuesOf(responses, 'short-row')).toMatchObject([{ detail: '1 instead of 2', count: 1 }]);
  const [answers] = responses.answers.get('q') ?? [];
  expect([...(answers?.answers.cells ?? [])]).toEqual([0, -1]);
});

test.each([
  ['joiners', '\u200d\u200c'],
  ['zero-width spaces and marks of direction', '\u200b\u200e \u200f\u2060'],
  ['soft hyphens and variation selectors', '\u00ad\ufe0f'],
])('a cell that holds only %s is no reply', async (_, cell) => {
  const item = await analyseColumn('kind: choice', ['Yes', cell]);
  expect(item.states).toMatchObject({ option: 1, blank: 1 });
  expect(countsOf(item)).toEqual([['Yes', 1]]);
});

test.each([
  [
    'without a list',
    '',
    [
      ['Others', 3],
      ['Parent', 2],
    ],
  ],
  [
    'with one',
    ', options: [Parent, Nurse, Carer, Pupil]',
    [
      ['Parent', 2],
      ['Others', 3],
      ['Pupil', 0],
    ],
  ],
])(
  'answers that are merged are one option, and each is named: %s of options',
  async (_name, options, counts) => {
    const kind = `kind: choice${options}, merge: { Others: [Nurse, Carer] }`;
    const cells = ['Parent', 'nurse', 'Carer', 'Parent', 'Others'];
    expect(countsOf(await analyseColumn(kind, cells))).toEqual(counts);
  },
);

test('an answer that the definition counts as another is no misspelling of it', async () => {
  const definition =
    '{ title: T, questions: [{ id: q, kind: choice, column: A, options: [Parent, Others], merge: { Others: [Nurse] } }] }';
  const { issues } = await collect(definition, [[['A'], ['Parent'], ['parent'], ['Nurse'], ['others']]]);
  expect(issuesOf({ issues }, 'label-variant').map(({ value }) => value)).toEqual(['parent', 'others']);
});

test('an answer that is merged and that nobody gave is said, where no options are listed', async () => {
  const rows = [['Q'], ['Parent'], ['nurse'], ['Carer']];
  const unseen = async (options: string) => {
    const merge = 'merge: { Others: [Others, Nurse, Carrer, Diver] }';
    const definition = `title: T\nquestions: [{ id: q, kind: choice, column: Q, ${merge}${options} }]`;
    return issuesOf(await collect(definition, [rows]), 'option-not-seen');
  };
  expect(await unseen('')).toMatchObject([
    { value: 'Carrer', suggestion: 'Carer', detail: 'q' },
    { value: 'Diver', detail: 'q' },
  ]);
  expect(await unseen(', options: [Parent, Carer, Nurse, Carrer, Diver]')).toEqual([]);
});

test('an answer cannot be part of two others, nor be made of others itself', async () => {
  await expect(analyseColumn('kind: choice, merge: { A: [C], B: [C] }', ['C'])).rejects.toThrow(
    'cannot be part of both',
  );
  await expect(analyseColumn('kind: choice, merge: { A: [B], B: [C] }', ['C'])).rejects.toThrow(
    'made of other answers itself',
  );
});

describe('what was written under Typeform’s “Other” beside a question with one answer', () => {
  const token = 'r2w0retelulfeavbz8nkr2w04hf2b6nx';
  const rows = [
    ['#', 'Your job?', 'Other', 'Why?'],
    ...[
      ['Cook', ''],
      ['Cook', ''],
      ['Baker', ''],
      ['Baker', ''],
      ['', 'Diver'],
      ['', 'Pilot'],
    ].map(([job = '', other = '']) => [token, job, other, 'So']),
  ];
  const read = async (options: string) => {
    const definition = `title: T\nquestions: [{ id: job, kind: choice, column: Your job?${options} }]`;
    const responses = await collect(definition, [rows]);
    return { responses, counts: countsOf(itemOf(analyse(responses), 'job')) };
  };

  test('is the answer Other where the definition has no such option, and is said', async () => {
    const { responses, counts } = await read(', options: [Cook, Baker]');
    expect(counts).toEqual([
      ['Cook', 2],
      ['Baker', 2],
      ['Other', 2],
    ]);
    expect(issuesOf(responses, 'write-in')).toHaveLength(1);
    expect(issuesOf(responses, 'unknown-answer')).toEqual([]);
  });

  test.each(['Other', 'Other (please specify)'])('is the option %s where there is one', async (other) => {
    expect((await read(`, options: [${other}, Cook, Baker]`)).counts[0]).toEqual([other, 2]);
  });

  test('leaves another word that is no option an issue', async () => {
    const { responses } = await read(', options: [Cook]');
    expect(issuesOf(responses, 'unknown-answer').map(({ value }) => value)).toEqual(['Baker']);
  });
});

test('an e-mail address or a telephone number that somebody left is counted and not shown', async () => {
  const cells = ['Library', 'Library', 'jane.doe@example.org', '07700 900123', ' JANE.DOE@example.org'];
  const responses = await collect('title: T\nquestions: [{ id: q, kind: choice, column: Q }]', [
    [['Q'], ...cells.map((cell) => [cell])],
  ]);
  expect(countsOf(itemOf(analyse(responses), 'q'))).toEqual([
    ['(contact details)', 3],
    ['Library', 2],
  ]);
  expect(JSON.stringify(responses.issues)).not.toMatch(/jane|07700/iu);
});

test('but an address that several chose is an option of its own', async () => {
  const cells = ['plans@town.example', 'info@town.example', 'Neither'].flatMap((one) => [one, one, one]);
  const responses = await collect('title: T\nquestions: [{ id: q, kind: choice, column: Q }]', [
    [['Q'], ...cells.map((cell) => [cell])],
  ]);
  expect(countsOf(itemOf(analyse(responses), 'q')).map(([, count]) => count)).toEqual([3, 3, 3]);
});
