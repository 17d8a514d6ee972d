import { describe, expect, test } from 'vitest';
import { cellsOf, namesOf, read } from './source.ts';

const lines = (rows: readonly string[]): string => `${rows.join('\n')}\n`;
const shown = async (rows: readonly string[]) => {
  const table = await read(lines(rows));
  return { platform: table.layout.platform, names: namesOf(table), cells: cellsOf(table) };
};
const refused = async (rows: readonly string[]) =>
  read(lines(rows)).then(
    () => 'read',
    (error: unknown) => String(error),
  );

/** Every order of some rows but the first one, which is theirs. */
function orders(rows: readonly string[]): string[][] {
  if (rows.length < 2) return [[...rows]];
  return rows.flatMap((row, index) => orders(rows.toSpliced(index, 1)).map((rest) => [row, ...rest]));
}

describe('header rows that stand in another order are read as in their own', () => {
  const answers = ['Agree', 'Disagree', 'Strongly agree'];
  const responses = Array.from(
    { length: 12 },
    (_, n) =>
      `${100_000_000 + n},05/0${(n % 9) + 1}/2024,${answers[n % 3]},${n % 2 ? 'Bus' : ''},${n % 4 ? '' : 'Car'},words ${n}`,
  );
  const surveymonkey = [
    'Respondent ID,Start Date,Do you agree?,Which do you use?,,Comments',
    ',,Q1,Q2,,Q3',
    ',,Response,Bus,Car,Open-Ended Response',
  ];

  test.each(
    orders(surveymonkey).map((rows) => [rows.map((row) => surveymonkey.indexOf(row)).join(''), rows]),
  )('SurveyMonkey with numbers: %s', async (_, rows) => {
    expect(await shown([...rows, ...responses])).toEqual(await shown([...surveymonkey, ...responses]));
  });

  test('SurveyMonkey, with the ids of respondents and without', async () => {
    const [titles = '', , options = ''] = surveymonkey;
    const right = await shown([titles, options, ...responses]);
    expect(right.platform).toBe('surveymonkey');
    expect(await shown([options, titles, ...responses])).toEqual(right);
    const cut = (row: string): string => row.split(',').slice(2).join(',');
    const bare = [options, titles, ...responses].map(cut);
    expect(await shown(bare)).toEqual(await shown([titles, options, ...responses].map(cut)));
  });

  test('and that they do is said', async () => {
    const saidOf = async (rows: readonly string[]) => (await read(rows.join('\n'))).layout.recognisedBy;
    const [titles = '', , options = ''] = surveymonkey;
    const right = 'the header row with “Response”';
    expect(await saidOf([titles, options, ...responses])).toBe(right);
    expect(await saidOf([options, titles, ...responses])).toBe(
      `${right}, with its header rows in another order`,
    );
  });

  test('and a response under or beside “Response” is none', async () => {
    const letters = Array.from({ length: 20 }, (_, n) => `R${n},${n % 7 ? 20 + n : ''},words number ${n}`);
    expect((await shown(['Response ID,Age,Response', ...letters])).cells).toHaveLength(20);
    expect((await shown(['Name,Group,Open-Ended Response', 'Ann,,Why?', ...letters])).cells).toHaveLength(21);
    const kinds = ['Petition,No', 'Form,Yes', 'Response,No', 'Form,Yes', 'Petition,No'];
    expect((await shown(['Type,Do you agree?', ...kinds])).cells).toHaveLength(5);
    expect((await shown(['Type,Do you agree?', ...kinds.slice(2)])).cells).toHaveLength(3);
  });

  test('and a first response that others repeat is none, though an answer is called as its column is', async () => {
    const given = [...Array.from({ length: 8 }, () => 'Agree,Agree,Clear'), 'Disagree,Agree,Unclear'];
    const { names, cells } = await shown(['View,Bus,Clear', ...given]);
    expect([names, cells.length]).toEqual([['View', 'Bus', 'Clear'], 9]);
  });

  const qualtrics = [
    'StartDate,Finished,ResponseId,Q1_1,Q1_2',
    'Start Date,Finished,Response ID,The plan is - good,The plan is - clear',
    '"{""ImportId"":""startDate""}","{""ImportId"":""finished""}","{""ImportId"":""_recordId""}","{""ImportId"":""QID1_1""}","{""ImportId"":""QID1_2""}"',
  ];
  const people = answers.map((answer, n) => `2024-05-0${n + 1},1,R_${n},${answer},Agree`);

  test.each(orders(qualtrics).map((rows) => [rows.map((row) => qualtrics.indexOf(row)).join(''), rows]))(
    'Qualtrics: %s',
    async (_, rows) => {
      expect(await shown([...rows, ...people])).toEqual(await shown([...qualtrics, ...people]));
    },
  );

  const smartsurvey = [
    'UserID,Started,Ended,How far do you agree?,,Which do you use?,',
    ',,,It is good,It is clear,,',
    ',,,,,Bus,Car',
  ];
  const users = answers.map((answer, n) => `${n},01/05/2024,01/05/2024,${answer},Agree,Bus,-`);

  test.each(orders(smartsurvey).map((rows) => [rows.map((row) => smartsurvey.indexOf(row)).join(''), rows]))(
    'SmartSurvey: %s',
    async (_, rows) => {
      expect(await shown([...rows, ...users])).toEqual(await shown([...smartsurvey, ...users]));
    },
  );

  test('no platform in particular, with the ids in the second row', async () => {
    const above = 'Ref,Ward,How far do you agree?,,Which do you use?,,';
    const below = ',,It is good,It is clear,Bus,Car,Train';
    const rows = answers.flatMap((answer, n) => [
      `P${n},North,${answer},Agree,Bus,,`,
      `R${n},South,Agree,${answer},,Car,Train`,
    ]);
    const right = await shown([above, below, ...rows]);
    expect(right.names).toContain('Which do you use? - Train');
    expect(await shown([below, above, ...rows])).toEqual(right);
  });

  test('but a row of options that sorting has moved among the responses is refused, with its line', async () => {
    const [titles = '', , options = ''] = surveymonkey;
    const message = await refused([titles, ...responses, options]);
    expect(message).toContain('has a row of headers on line 14, among the responses');
    expect(await refused([titles, responses[0] ?? '', options, ...responses.slice(1)])).toContain(
      'on line 3',
    );
    const [codes = '', texts = '', ids = ''] = qualtrics;
    expect(await refused([`${codes},RecordedDate,DistributionChannel`, texts, ...people, ids])).toContain(
      'on line 6',
    );
  });
});

describe('headers among the responses, where exports are pasted under one another', () => {
  const responses = Array.from(
    { length: 30 },
    (_, n) => `R${n},${n % 2 ? 'Yes' : 'No'},${n % 3 ? 'Bus' : ''}`,
  );
  const header = 'ID,Agree?,Bus';

  test('are no responses, and are said with their lines', async () => {
    const { rows, faults, columns } = await read(lines([header, ...responses, header, ...responses]));
    expect(rows).toBe(60);
    expect((await read(lines([header, ...responses.slice(0, 9), header, ...responses]))).rows).toBe(39);
    expect(faults).toEqual([expect.objectContaining({ code: 'header-row', line: 32 })]);
    expect(columns.get(1)?.values).toEqual(['No', 'Yes']);
  });

  test('are left out with every row of them', async () => {
    const both = ['Which?,,Comment', 'Bus,Car,Open-Ended Response'];
    const answers = Array.from(
      { length: 30 },
      (_, n) => `${n % 2 ? '' : 'Bus'},${n % 3 ? '' : 'Car'},some words ${n}`,
    );
    const { rows, faults } = await read(lines([...both, ...answers, ...both, ...answers]));
    expect([rows, faults.map(({ line }) => line)]).toEqual([60, [33, 34]]);
  });

  test('are refused where they are others, or where totals stand above them', async () => {
    const wide = 'ID,Agree?,Age,Where?,Why?';
    const answers = Array.from({ length: 30 }, (_, n) => `R${n},Yes,${20 + n},here ${n},so ${n}`);
    const other = 'ID,Where?,Agree?,Age,Why not?';
    expect(await refused([wide, ...answers, other, ...answers])).toContain(
      'another row of headers on line 32, with other headers',
    );
    expect(await refused([header, ...responses, 'Total,30,15', header, ...responses])).toContain(
      'averages, totals or notes on line 32',
    );
  });

  test('stand in nobody’s way where they come after a few responses', async () => {
    const google = 'Timestamp,Rating,Agree?';
    const answers = Array.from({ length: 9 }, (_, n) => `1/${n + 1}/2024 10:00:00,${(n % 5) + 1},Yes`);
    const { layout, rows } = await read(lines([google, ...answers, google, ...answers]));
    expect([layout.platform, rows]).toEqual(['googleforms', 18]);
    expect(await refused([google, ...answers, ',3.2,', google, ...answers])).toContain('on line 11');
  });

  test('are not seen in a response that ticks every option by its name', async () => {
    const options = 'Bus,Car,Walk,Comment';
    const answers = Array.from(
      { length: 30 },
      (_, n) => `${n % 2 ? '' : 'Bus'},${n % 3 ? 'Car' : ''},Walk,note ${n}`,
    );
    expect((await read(lines([options, ...answers, 'Bus,Car,Walk,note', 'Bus,Car,Walk,']))).faults).toEqual(
      [],
    );
  });
});

describe('a file whose first row of headers is missing is refused', () => {
  test('where the first row holds the time of a response', async () => {
    const rows = Array.from({ length: 12 }, (_, n) => `2024-05-${n + 10} 10:00,comment ${n},${n}`);
    expect(await refused(rows)).toContain('has no headers: its first row holds answers (“2024-05-10 10:00”)');
    expect(await refused(['2024-05-10 10:00,Comment,Age', 'one,comment 1,2'])).toBe('read');
  });

  test('but not where only a row of texts under codes says some of them again', async () => {
    const answers = Array.from(
      { length: 12 },
      (_, n) => `100,${n % 3 === 0 ? 'False' : 'True'},Agree,w ${n}`,
    );
    const { rows, layout } = await read(
      lines(['Progress,Finished,Q1,Q2', 'Progress,Finished,How far do you agree?,Why?', ...answers]),
    );
    expect([rows, layout.headings.map(({ name }) => name)]).toEqual([
      12,
      ['Progress', 'Finished', 'How far do you agree?', 'Why?'],
    ]);
    const headless = Array.from({ length: 12 }, (_, n) => `Agree,${n % 2 ? 'True' : 'False'},w ${n}`);
    expect(await refused([...headless, 'Disagree,True,w'])).toContain('no headers');
  });

  test('where it holds the options of SurveyMonkey', async () => {
    const answers = Array.from(
      { length: 12 },
      (_, n) => `${100_000_000 + n},Yes,${n % 2 ? 'Bus' : ''},words ${n}`,
    );
    const message = await refused([',Response,Bus,Open-Ended Response', ...answers]);
    expect(message).toContain('no row of questions above it');
    expect(await refused(['Id,Agree?,Bus,Open-Ended Response', ...answers])).toBe('read');
  });
});

describe('a question with nothing above it, right of another that stands over several columns', () => {
  const namesUnder = async (last: string, cells: readonly string[]) =>
    namesOf(
      await read(
        lines([
          ',How far do you agree?,,Which do you use?,,',
          `Ref,It is good,It is clear,Bus,Car,${last}`,
          ...cells.map(
            (cell, n) => `P${n},Agree,Disagree,${n % 2 ? 'Bus' : ''},${n % 3 ? 'Car' : ''},${cell}`,
          ),
        ]),
      ),
    );

  test('is one of its own where it asks something, or is no option that was ticked', async () => {
    const answers = ['Yes', 'No', 'Yes', 'No'];
    expect((await namesUnder('Do you live here?', answers)).at(-1)).toBe('Do you live here?');
    expect((await namesUnder('Local', answers)).at(-1)).toBe('Local');
  });

  test('belongs to it where it is ticked too, or holds words beside the options', async () => {
    expect((await namesUnder('Train', ['Train', '', '', 'Train'])).at(-1)).toBe('Which do you use? - Train');
    expect((await namesUnder('Other mode', ['', 'a raft', '', ''])).at(-1)).toBe(
      'Which do you use? - Other mode',
    );
  });
});

test('a first response from SmartSurvey without an id is one, where others answer the same', async () => {
  const table = await read(
    [
      'UserID,Started,Do you agree?,Which do you use?,',
      ',,Agree,,Trams',
      '101,01/03/2024 10:00,Agree,Parks,Trams',
      '102,01/03/2024 11:00,Disagree,,Trams',
      '103,01/03/2024 12:00,Agree,Parks,-',
    ].join('\n'),
  );
  expect(table.layout).toMatchObject({ platform: 'smartsurvey', headerRows: 1 });
  expect(table.rows).toBe(4);
});
