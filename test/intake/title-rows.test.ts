import { describe, expect, test } from 'vitest';
import { countTitles } from '../../src/intake/headers/title-rows.ts';
import { refuseWithoutHeaders } from '../../src/intake/headers/headerless.ts';
import { refuseKnownSummaries } from '../../src/intake/headers/summaries.ts';
import { read } from './source.ts';

const headers = ['Response ID', 'Do you agree?', 'Who are you?'];
const answers = (count: number) =>
  Array.from({ length: count }, (_, row) => [
    `${row}`,
    ['Agree', 'Disagree'][row % 2] ?? '',
    ['Parent', 'School', 'Other'][row % 3] ?? '',
  ]);

describe('lines above the headers', () => {
  test.each([
    ['one, alone', [['Survey results']], 1],
    [
      'two, filled up with empty cells',
      [
        ['Parking', '', ''],
        ['Exported 12/03/2023', '', ''],
      ],
      2,
    ],
    ['none', [], 0],
  ])('%s', (_name, titles, count) => {
    expect(countTitles([...titles, headers, ...answers(10)])).toBe(count);
  });

  test('a question over the options that are ticked is no title', () => {
    const ticked = Array.from({ length: 10 }, (_, row) =>
      ['Bus', 'Train', 'Foot'].map((one, nth) => (nth === row % 3 ? one : '')),
    );
    expect(countTitles([['How do you travel?', '', ''], ['Bus', 'Train', 'Foot'], ...ticked])).toBe(0);
  });

  test('questions, each over the first of its columns, are no title', async () => {
    const rows = Array.from(
      { length: 10 },
      (_, row) => `${row % 3 ? 'Agree' : 'Disagree'},Agree,Agree,${row % 2 ? 'North' : 'South'}`,
    );
    const questions = 'How far do you agree?,,,Which area?';
    const { layout } = await read([questions, 'Plan,Cost,Time,Response', ...rows].join('\n'));
    expect([layout.platform, layout.headings.map(({ question }) => question)]).toEqual([
      'surveymonkey',
      [...Array.from({ length: 3 }, () => 'How far do you agree?'), 'Which area?'],
    ]);
    const ids = Array.from({ length: 10 }, (_, row) => `${100 + row},Morning,,${row % 3 ? 'Morning' : ''},`);
    const withIds = [
      'Respondent ID,When do you visit?,,,',
      ',Mon - Morning,Mon - Noon,Tue - Morning,Tue - Noon',
    ];
    const table = await read([...withIds, ...ids].join('\n'));
    expect(table.layout.headings[1]).toMatchObject({ question: 'When do you visit?', part: 'Mon - Morning' });
  });

  test('a first row of few answers is no title', () => {
    expect(countTitles([headers, ['1', '', ''], ...answers(10)])).toBe(0);
  });
});

test.each([
  ['under a title', ['Museum panel,,,,', ',Round 1,,Round 2,']],
  ['over each of their columns', [',2023,2023,2025,2025']],
  ['over each of their columns, beside a header', ['Ref,2023,2023,2025,2025'], ''],
])('names of rounds over headers are no response, nor are these: %s', async (_name, above, first = 'Ref') => {
  const rows = Array.from(
    { length: 12 },
    (_, row) => `${row + 1},${row % 3 ? 'Agree' : 'Disagree'},Weekly,Agree,${row % 2 ? 'Weekly' : 'Never'}`,
  );
  const names = first + ',Keep the museum?,How often do you visit?,Keep the museum?,How often do you visit?';
  const table = await read([...above, names, ...rows].join('\n'));
  expect(table.rows).toBe(12);
  expect(table.columns.get(1)?.values).toEqual(['Disagree', 'Agree']);
});

test.each([
  [',2023,2025', 'Ref,Keep it?,Keep it?'],
  [',2023,2025', ',Keep it?,Keep it?'],
  ['Ref,2023,2025', ',Keep it?,Keep it?'],
  ['Ref,Round 1,Round 2', ',Keep it?,Keep it?'],
  ['Panel,,', ',2023,2025', 'Ref,Keep it?,Keep it?'],
])('so are names of rounds over one question each: %s, %s', async (...above) => {
  const rows = Array.from(
    { length: 12 },
    (_, n) => `${n + 1},${n % 3 ? 'Yes' : 'No'},${n % 2 ? 'Yes' : 'No'}`,
  );
  const { layout, rows: count } = await read([...above, ...rows].join('\n'));
  expect([layout.headerRows, count]).toEqual([above.length, 12]);
  expect(layout.headings.slice(1).map(({ part }) => part)).toEqual(['Keep it?', 'Keep it?']);
});

test('answers that ask the same in two columns are a response', async () => {
  const rows = ['1,Why?,Why?', '2,No,Yes', '3,Yes,No', '4,No,No', '5,Yes,Yes', '6,Why?,No'];
  expect((await read(['Ref,2023,2025', ...rows].join('\n'))).rows).toBe(6);
});

describe('lines of title stand above headers', () => {
  const rows = Array.from(
    { length: 12 },
    (_, row) =>
      `${row + 1},${row % 3 ? 'Agree' : 'Disagree'},${row % 2 ? 'Yes' : 'No'},,${row % 5 ? '' : 'x'}`,
  );

  test.each(['Ref,Keep the museum?,Do you visit?,,', ',Keep the museum?,Do you visit?,,'])(
    'that leave columns without a name: %s',
    async (names) => {
      const table = await read(['Museum panel,,,,', 'Exported 12/03/2023,,,,', names, ...rows].join('\n'));
      expect([table.layout.titles, table.rows]).toEqual([2, 12]);
      expect(table.layout.headings[2]?.name).toBe('Do you visit?');
    },
  );

  test.each([
    ['from 1', ['1,2,3,4,5']],
    ['from 0', ['0,1,2,3,4']],
    ['under a title', ['Museum panel,,,,', '1,2,3,4,5']],
  ])('that number the columns, %s', async (_name, above) => {
    const table = await read([...above, 'Ref,Keep it?,Do you visit?,Area,Notes', ...rows].join('\n'));
    expect([table.layout.headerRows, table.rows]).toEqual([above.length + 1, 12]);
    expect(table.columns.get(1)?.values).toEqual(['Disagree', 'Agree']);
  });

  test('but a program that numbers the columns and has no headers leaves the first response one', async () => {
    const table = await read(['0,1,2,3,4', ...rows].join('\n'));
    expect([table.layout.headerRows, table.rows]).toEqual([1, 12]);
  });
});

test.each(['1,2,3,4,5,6', 'Bins,,,,,\n1,2,3,4,5,6'])(
  'numbers of columns stand above the two header rows of SurveyMonkey: %j',
  async (above) => {
    const rows = Array.from(
      { length: 12 },
      (_, row) => `${(row % 10) + 1},${(row % 9) + 2},Bus,${row % 2 ? 'Train' : ''},,${(row % 4) + 3}`,
    );
    const written = [
      'How good is it?,How clean is it?,How do you travel?,,,How far is it?',
      'Response,Response,Bus,Train,Foot,Response',
    ];
    const { layout, rows: count } = await read([above, ...written, ...rows].join('\n'));
    expect([layout.platform, count]).toEqual(['surveymonkey', 12]);
    expect(layout.headings[3]).toMatchObject({ question: 'How do you travel?', part: 'Train' });
  },
);

test('lines of title may stand above a question that is only over the first of its columns', async () => {
  const rows = ['1,Agree,Disagree,Agree,,North', '2,Agree,Agree,,Agree,South'];
  const table = await read(
    [
      'Bins consultation 2024,,,,,',
      'No.,How good is it?,,,,Ward',
      ',Bins,Bags,Sacks,Caddies,',
      ...rows,
      ...rows,
    ].join('\n'),
  );
  expect([table.layout.headerRows, table.rows]).toEqual([3, 4]);
  expect(table.layout.headings.map(({ question, part }) => [question, part])).toContainEqual([
    'How good is it?',
    'Bags',
  ]);
});

describe('a file without headers', () => {
  test('is refused, with what its first row holds', () => {
    expect(() => refuseWithoutHeaders('a.csv', answers(20))).toThrow(
      'a.csv has no headers: its first row holds answers (“Agree”, “Parent”).',
    );
  });

  test('is not one whose headers nobody gave as an answer, or whose ticks repeat them', () => {
    expect(() => refuseWithoutHeaders('a.csv', [headers, ...answers(20)])).not.toThrow();
    const ticked = Array.from({ length: 20 }, (_, row) => ['Bus', row % 2 ? 'Train' : '']);
    expect(() => refuseWithoutHeaders('a.csv', [['Bus', 'Train'], ...ticked])).not.toThrow();
  });
});

test.each([
  [
    [
      ['Count of ID', 'Column Labels'],
      ['Row Labels', 'Agree', 'Grand Total'],
    ],
    'pivot table',
  ],
  [[['Results'], ['Number of records in this query:', '76']], 'page of statistics'],
  [[['Q1. Who are you?'], ['Answer Choices', 'Responses', '']], 'summary of the answers'],
])('a table of results is refused whichever platform is named: %j', (rows, what) => {
  expect(() => refuseKnownSummaries('a.csv', rows)).toThrow(what);
});
