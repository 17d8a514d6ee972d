import { expect, test } from 'vitest';
import { cellsOf, namesOf, read } from '../source.ts';
import { columnsOf } from './fixtures.ts';

test('a row of question numbers above the questions is no question and no response', async () => {
  const table = await read(
    [
      ',,Q1,Q2,,',
      'Respondent ID,Start Date,How old are you?,Which bins?,,',
      ',Start Date,Response,Food,Garden,Other (please specify)',
      '114069855029,7/10/2022 15:22,4,1,,',
      '114064010549,6/30/2022 14:37,6,,2,Glass',
    ].join('\n'),
  );
  expect(table.layout).toMatchObject({ platform: 'surveymonkey', headerRows: 3 });
  expect(namesOf(table)).toEqual([
    'Respondent ID',
    'Start Date',
    'How old are you?',
    'Which bins? - Food',
    'Which bins? - Garden',
    'Which bins? - Other (please specify)',
  ]);
  expect(table.layout.headings[2]?.aliases).toContain('Q1');
  expect(cellsOf(table)).toHaveLength(2);
});

test.each([
  [
    'the options of a rating with one row that has no label are options',
    [
      'Respondent ID,Collector ID,How confident are you?,,Which bins?',
      ',, - Very unconfident, - Confident,Food - garden too',
      '114069855029,462841205,Very unconfident,,Food - garden too',
      '114069855030,462841205,,Confident,',
    ],
    [
      '(id)',
      '(technical)',
      'How confident are you? | Very unconfident',
      'How confident are you? | Confident',
    ],
    ['Which bins? | Food - garden too'],
  ],
  [
    'what pandas writes over a column without a header is no header',
    [
      'Respondent ID,Which bins?,Unnamed: 2,How old are you?',
      'Unnamed: 0_level_1,Food,Garden,Response',
      '114069855029,Food,,4',
      '114069855030,Food,Garden,5',
    ],
    ['(id)', 'Which bins? | Food', 'Which bins? | Garden', 'How old are you?'],
    [],
  ],
  [
    'where headers have only the number of their question, a dash belongs to the option',
    [
      'Respondent ID,8. SQL,8. SQL - embedded,8. NoSQL - columns,8. NoSQL - documents,8. Images,9. Rate - Speed,9. Rate - Price',
      '12390574951,SQL,SQL - embedded,,,Images,4,5',
    ],
    ['(id)', '8. SQL', '8. SQL - embedded', '8. NoSQL - columns', '8. NoSQL - documents', '8. Images'],
    ['9. Rate | Speed', '9. Rate | Price'],
  ],
  [
    'the question stands over the first of its columns only, and not over what follows a text',
    [
      'Respondent ID,Do you agree?,,Why?,,',
      ',It is fair,It is clear,Open-Ended Response,Etcd,Strimzi',
      '114069855029,Agree,Disagree,It is,Etcd,',
      '114069855030,Agree,Agree,It is not,,Strimzi',
    ],
    ['(id)', 'Do you agree? | It is fair', 'Do you agree? | It is clear', 'Why?'],
    [' | Etcd', ' | Strimzi'],
  ],
])('%s', async (_, lines, first, others) => {
  expect(await columnsOf(lines)).toEqual([...first, ...others]);
});

test('the second header row is known where only the ids of respondents are left beside the question', async () => {
  const ratings = ['1000,Good,Poor,', '1001,,Good,Poor', '1002,Poor,Good,Good', '1003,Good,,'];
  const table = await read(['Respondent ID,How good is each?,,', ',Bins,Roads,Parks', ...ratings].join('\n'));
  expect(table.layout).toMatchObject({ platform: 'surveymonkey', headerRows: 2 });
  expect(table.rows).toBe(4);
  expect(namesOf(table).slice(1)).toEqual(
    ['Bins', 'Roads', 'Parks'].map((part) => `How good is each? - ${part}`),
  );
});

test('of a question with several answers the second header row is known by the ticks alone', async () => {
  const table = await read(
    ['Which do you use?,,', 'Bins,Roads,Parks', 'Bins,,', ',Roads,', 'Bins,Roads,Parks'].join('\n'),
  );
  expect(table.layout.headerRows).toBe(2);
  expect(table.rows).toBe(3);
});

test.each([
  ['whose id is blank, but which has an answer elsewhere', 'ID,Role,Why?,', ',Clerk,Because,so'],
  ['that says what others say', 'ID,Role,Why?,', ',,Because,No'],
  ['that has an id', 'ID,Role,Why?,', '1,,Because,so'],
])('a first response %s is no header row', async (_, headers, first) => {
  const others = ['2,Cook,Because,', '3,Cook,No,thanks', '4,Cook,Yes,'];
  expect((await read([headers, first, ...others].join('\n'))).rows).toBe(4);
});

test('the row of options is one though figures stand in it, and the answers below are numbers', async () => {
  const table = await read(
    [
      ',,q1,,,q2',
      'Respondent ID,Collector ID,How many sites?,,,Why?',
      ',,1,2-4,5 or more,Open-Ended Response',
      '114321933663,42,1,,,Because',
      '114321933664,42,,,3,',
    ].join('\n'),
  );
  expect([table.layout.platform, table.layout.headerRows, table.rows]).toEqual(['surveymonkey', 3, 2]);
  expect(namesOf(table).slice(2)).toEqual([
    ...['1', '2-4', '5 or more'].map((part) => `How many sites? - ${part}`),
    'Why?',
  ]);
});

test('a first response that says Response is no header row', async () => {
  const rows = ['1,2024-01-01,Response,20', '2,2024-01-02,Petition,31', '3,2024-01-05,Response,18'];
  const { layout, rows: received } = await read(
    ['ID,Submitted,Are you sending a,Age', ...rows, ''].join('\n'),
  );
  expect([layout.platform, layout.headerRows, received]).toEqual(['generic', 1, 3]);
});

test.each([
  ['under headers that are whole questions', 'Do you agree?,Which area?', ',,Agree,North', 'Disagree,South'],
  [
    'with what others say',
    'Do you agree?,',
    ',,Agree,North',
    'Agree,South\n118500000099,2024-03-01,Neither,North',
  ],
])('a first response without an id is one %s', async (_, questions, first, others) => {
  const rows = Array.from({ length: 4 }, (_row, n) => `11850000000${n},2024-03-0${n + 1},${others}`);
  const table = await read([`Respondent ID,Start Date,${questions}`, first, ...rows].join('\n'));
  expect(table.layout).toMatchObject({ platform: 'surveymonkey', headerRows: 1 });
  expect(cellsOf(table)[0]).toEqual(first.split(','));
});

test('a number that nobody ticked is an option in a row of them', async () => {
  const table = await read(
    [
      'Respondent ID,Start Date,How many?,,,How good is it?',
      ',,1,2,3,',
      '118500000001,2024-03-01,1,,,Good',
      '118500000002,2024-03-02,,2,,Bad',
    ].join('\n'),
  );
  expect(table.rows).toBe(2);
  expect(namesOf(table).slice(2, 5)).toEqual(['How many? - 1', 'How many? - 2', 'How many? - 3']);
});

test('a cell of NUL characters, as some programs write for nothing, is blank in a row of options too', async () => {
  const table = await read(
    [
      'RespondentID,CollectorID,How old are you?,Which bins?,',
      '\0,\0,Response,Food,Garden',
      '5343553482,96864758,40,Food,\0',
      '5338827383,96864758,50,,Garden',
    ].join('\n'),
  );
  expect(table).toMatchObject({ rows: 2, layout: { platform: 'surveymonkey', headerRows: 2 } });
  expect(cellsOf(table)[0]).toEqual(['5343553482', '96864758', '40', 'Food', '']);
});

test('what is rated under “Language”, as a column of the platform is called, is a question all the same', async () => {
  const rows = Array.from(
    { length: 4 },
    (_, nth) => `11800${nth},44,03/01/2024 10:00,${nth % 2 ? 'Satisfied' : 'Dissatisfied'},Satisfied`,
  );
  const { layout } = await read(
    ['Respondent ID,Collector ID,Start Date,Language,Parking', ',,,Response,Response', ...rows].join('\n'),
  );
  expect(layout.headings.map(({ role }) => role)).toEqual([
    'id',
    'technical',
    'technical',
    undefined,
    undefined,
  ]);
});
