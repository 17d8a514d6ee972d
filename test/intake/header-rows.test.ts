import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeNames } from '../../src/intake/headers/names-row.ts';
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

  test.each([
    ['pandas', 'Unnamed: 7', 'Unnamed: 8'],
    ['Excel', 'Column1', 'Column2'],
  ])('options under what %s wrote where no header was', async (_, one, other) => {
    const cells = (n: number) => `${n},${views[n % 3]},${n % 2 ? 'Bus' : ''},${n % 3 ? '' : 'Tram'},Train,40`;
    const { rows, names, faults } = await shown([
      `,Do you agree?,How do you travel?,${one},${other},How old are you?`,
      '0,Response,Bus,Tram,Train,Response',
      ...people(20, cells),
    ]);
    const options = ['Bus', 'Tram', 'Train'].map((option) => `How do you travel? - ${option}`);
    expect([rows, names.slice(1, 5), faults]).toEqual([20, ['Do you agree?', ...options], []]);
  });

  test('where all headers are what a program wrote, or they are out of order, they are the names of columns', async () => {
    const lines = people(9, (n) => `${n},${views[n % 3]},${views[n % 2]}`);
    expect((await shown(['Column1,Column2,Column3', ...lines])).names).toEqual([
      'Column1',
      'Column2',
      'Column3',
    ]);
    expect((await shown(['Ref,Column9,Column4', ...lines])).names).toEqual(['Ref', 'Column9', 'Column4']);
    expect((await shown(['Ref,Unnamed: 4,View', ...lines])).names).toEqual(['Ref', 'Unnamed: 4', 'View']);
  });

  test('options under their question, though each of its columns has a number', async () => {
    const cells = (n: number) => `${n + 1},${n % 2 ? 'Bus' : ''},${n % 3 ? '' : 'Tram'},${views[n % 3]}`;
    const { rows, names } = await shown([
      'Respondent ID,Q1 01—How do you travel?,Q1 02—How do you travel?,Q2 00—Do you agree?',
      'Respondent ID,Bus,Tram,Response',
      ...people(20, cells),
    ]);
    expect(rows).toBe(20);
    expect(names.slice(1, 3)).toEqual(['How do you travel? - Bus', 'How do you travel? - Tram']);
    expect(names[3]).toMatch(/Do you agree\?/u);
  });

  test.each([
    ['Q1 01—Which?,Q1 02—Which?,Q2 01—Which?,Q2 02—Which?', ['Q1—Which?', 'Q2—Which?']],
    ['1.1 - Which?,1.1 - Which?,2.1 - Which?,2.1 - Which?', ['1.1 - Which?', '2.1 - Which?']],
  ])('options under two questions that say the same, with the numbers of these: %s', async (first, asked) => {
    const cells = (n: number) => `${n},${n % 2 ? 'Bus' : ''},${n % 3 ? '' : 'Tram'},,${n % 4 ? 'Tram' : ''}`;
    const { rows, names } = await shown([`Ref,${first}`, 'Ref,Bus,Tram,Bus,Tram', ...people(20, cells)]);
    const options = asked.flatMap((question) => ['Bus', 'Tram'].map((option) => `${question} - ${option}`));
    expect([rows, names.slice(1)]).toEqual([20, options]);
  });

  test.each(['Response,Response', 'Response,Open-Ended Response'])(
    'questions that say the same keep their numbers over %s',
    async (second) => {
      const asked = ['1.1. Do you agree with this proposal?', '1.2. Do you agree with this proposal?'];
      const cells = (n: number) => `${114_000_000 + n},${views[n % 3]},${views[n % 2]}`;
      const { rows, names } = await shown([
        `Respondent ID,${asked.join(',')}`,
        `,${second}`,
        ...people(20, cells),
      ]);
      expect([rows, names]).toEqual([20, ['Respondent ID', ...asked]]);
    },
  );

  test('columns that are numbered with their question belong to it, one of them named like another too', async () => {
    const cells = (n: number) => `${n},${views[n % 3]},${n % 3 ? '' : 'By sea'},${n % 4 ? '' : 'By air'},Yes`;
    const { names } = await shown([
      'Respondent ID,Q1 01—How?,Q1 02—How?,Q1 03—How?,Q2 00—Is it clear?',
      ',Response,Other (please specify),Other (please specify),Response',
      ...people(20, cells),
    ]);
    const other = 'How? - Other (please specify)';
    expect(names.slice(1)).toEqual(['How?', other, other, 'Q2 00—Is it clear?']);
  });

  test('options of one letter or two under their questions, with a cross at what each person chose', async () => {
    const crosses = (n: number) =>
      ['A', 'N', 'SD'].map((_, option) => (n % 3 === option ? 'x' : '')).join(',');
    const { rows, names } = await shown([
      'Ref,The plan is clear,,,The plan is fair,,',
      ',A,N,SD,A,N,SD',
      ...people(20, (n) => `${n},${crosses(n)},${crosses(n + 1)}`),
    ]);
    const options = ['clear', 'fair'].flatMap((what) =>
      ['A', 'N', 'SD'].map((option) => `The plan is ${what} - ${option}`),
    );
    expect([rows, names.slice(1)]).toEqual([20, options]);
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

  test('single words under codes of eight questions that all others answer with figures', async () => {
    const items = ['Price', 'Taste', 'Health', 'Time', 'Friends', 'Place', 'Staff', 'Choice'];
    const { rows, names } = await shown([
      items.map((_, n) => `Q1${'abcdefgh'[n] ?? ''}`).join(','),
      items.join(','),
      ...people(20, (n) => items.map((_, at) => (n + at) % 5).join(',')),
    ]);
    expect([rows, names]).toEqual([20, items]);
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

  const questions = 'Which area do you live in?,Do you agree?,Your age,Why?';
  const others = people(
    20,
    (n) => `${n % 3 ? 'North' : 'South'},${views[n % 3]},${18 + ((n * 7) % 50)},note ${'a'.repeat(n)}`,
  );

  test.each([
    ['answers in Welsh', 'Gogledd,Cytuno’n gryf,tri deg,Mae’n syniad da ond pam nawr?'],
    ['own words everywhere', 'Elsewhere,Perhaps,rather not say,Who pays for all of this?'],
    ['“date” and “text” for answers', 'text,Radio,number,date'],
  ])('where it holds %s', async (_, first) => {
    for (const headers of [questions, 'Q1,Q2,Q3,Q4', 'area,agree,age,why'])
      for (const count of [3, 8, 20]) {
        const table = await shown([headers, first, ...others.slice(0, count)]);
        expect(table).toMatchObject({ rows: count + 1, names: headers.split(',') });
      }
  });

  test('where it answers one question and ticks nothing', async () => {
    const ticks = people(
      20,
      (n) => `${n % 2 ? 'words' : ''},${n % 3 ? 'Parks' : ''},${n % 2 ? '' : 'Roads'}`,
    );
    expect(
      await shown(['Why do you say that?,Parks,Roads', 'Why not more buses?,,', ...ticks]),
    ).toMatchObject({
      rows: 21,
      faults: [],
    });
  });

  test('where it says the same under headers that come twice', async () => {
    const twice = people(20, (n) => `P${n + 20},${views[n % 3]},${views[n % 2]}`);
    expect(await shown(['Ref,It is fair,It is fair', ',Maybe,Maybe', ...twice])).toMatchObject({ rows: 21 });
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
        expect(judgeNames([headers, ...rows]).is).not.toBe('headers');
      }),
      { numRuns: 1000 },
    );
  });
});

const english = [
  'Ref',
  'Sent',
  'Which area do you live in?',
  'Do you agree that it is clear?',
  'Any other comments?',
];
const welsh = [
  'Cyf',
  'Dyddiad',
  'Ym mha ardal ydych chi’n byw?',
  'A ydych chi’n cytuno?',
  'Unrhyw sylwadau eraill?',
];
const response = (n: number): string[] => [
  `R${n + 101}`,
  `2024-03-0${(n % 9) + 1} 10:00`,
  n % 3 ? 'North' : 'South',
  views[n % 3] ?? '',
  n % 2 ? '' : `note ${'a'.repeat(n)}`,
];

/** So many responses under these headers, with ids and times or without. */
const exported = async (heads: readonly (readonly string[])[], count: number, isNamed: boolean) => {
  const rows = [...heads, ...Array.from({ length: count }, (_, n) => response(n))];
  return shown(rows.map((row) => row.slice(isNamed ? 0 : 2).join(',')));
};

describe.each([
  ['with ids and times', true],
  ['without them', false],
])('in a file %s, responses are counted without', (_, isNamed) => {
  const names = english.slice(isNamed ? 0 : 2);
  const blank = ['', ''];
  const codes = ['Q1', 'Q2', 'Q3'];

  test.each<[string, readonly (readonly string[])[]]>([
    ['codes over texts, with the names of the others', [[...blank, ...codes], english]],
    ['numbers over texts', [[...blank, 'Question 1', 'Question 2', 'Question 3'], english]],
    ['bare numbers over texts', [[...blank, '1', '2a', '2b'], english]],
    ['questions in Welsh below', [english, welsh]],
    ['questions in Welsh above', [welsh, english]],
    ['sorts of questions', [english, ['text', 'date', 'radio', 'radio', 'open-ended']]],
    [
      'sorts of questions as databases call them',
      [english, ['varchar', 'datetime', 'String', 'Integer', 'text']],
    ],
    [
      'sorts of questions with their lists',
      [english, ['text', 'date', 'select_one area', 'select_one view', 'text']],
    ],
    ['which of them had to be answered', [english, ['', '', 'Required', 'Required', 'Optional']]],
    ['sorts of questions above', [['text', 'date', 'radio', 'radio', 'open-ended'], english]],
    ['two languages under codes', [['Ref', 'Sent', ...codes], [...blank, ...english.slice(2)], welsh]],
  ])('%s', async (_name, heads) => {
    for (const count of [8, 20, 40]) {
      const { rows, names: found, faults } = await exported(heads, count, isNamed);
      expect([rows, found]).toEqual([count, names]);
      expect(faults).toEqual(heads.slice(1).map(() => 'second-headers'));
    }
  });
});

test('what the numbers of a scale stand for is one of headers over numbers, or where each response has an id', async () => {
  const legend = '1 = agree; 2 = disagree';
  const clear = ['1', '2', '2', '1'].map((point, nth) => `${point},${['Yes', 'No'][nth % 2]}`);
  expect(await shown(['Is it clear?,Is it fair?', `${legend},`, ...clear])).toMatchObject({ rows: 4 });
  expect(await exported([english, ['', '', '', legend, '']], 8, true)).toMatchObject({ rows: 8 });
  const comments = ['fine', 'good one', 'bad one'];
  expect(await shown(['Comments', '"7: bus is late, 8: bus is full"', ...comments])).toMatchObject({
    rows: 4,
  });
});

test('what says that a question had to be answered is an answer where others give such an answer', async () => {
  const answers = ['Optional,Mandatory', 'Mandatory,Never', 'Optional,Never', 'Never,Optional'];
  const rows = ['Should A be?,Should B be?', 'Mandatory,Mandatory', ...answers];
  expect(await shown(rows)).toMatchObject({ rows: 5 });
});

describe('with two or three responses', () => {
  test.each<[string, readonly (readonly string[])[]]>([
    [
      'the names of id and time again',
      [
        ['Ref', 'Sent', 'Q1', 'Q2', 'Q3'],
        [...english.slice(0, 2), 'Area', 'Clear', 'Notes'],
      ],
    ],
    ['sorts of questions', [english, ['', '', 'single_select', 'scale', 'text_area']]],
    ['nothing but questions in Welsh under questions', [english, ['', '', ...welsh.slice(2)]]],
  ])('%s are headers', async (_, heads) => {
    expect(await exported(heads, 2, true)).toMatchObject({ rows: 2, faults: ['second-headers'] });
    expect(await exported(heads, 3, true)).toMatchObject({ rows: 3, faults: ['second-headers'] });
  });

  test.each<[string, readonly (readonly string[])[]]>([
    ['texts under codes', [['', '', 'Q1', 'Q2', 'Q3'], english]],
    [
      'short names under codes',
      [
        ['', '', 'Q1', 'Q2', 'Q3'],
        ['', '', 'Area', 'Clear', 'Notes'],
      ],
    ],
    ['short names under questions', [english, ['', '', 'area', 'clear', 'comments']]],
    ['questions in Welsh', [english, welsh]],
  ])('%s may be headers, and a warning says so', async (_, heads) => {
    expect(await exported(heads, 2, false)).toMatchObject({ rows: 3, faults: ['maybe-headers'] });
  });
});

test('sections over codes over texts are three rows of headers', async () => {
  const heads = [
    ['', '', 'About you', '', 'Your views', '', ''],
    ['Ref', 'Sent', 'Q1', 'Q2', 'Q3', 'Q4', 'Q5'],
    ['', '', 'Which area is it?', 'What is your role?', 'Is it clear?', 'Is it fair?', 'Anything else?'],
  ];
  const cells = (n: number) => [...response(n), views[n % 2], `words ${'a'.repeat(n)}`].join(',');
  const { rows, names, faults } = await shown([...heads.map((row) => row.join(',')), ...people(20, cells)]);
  expect([rows, faults]).toEqual([20, ['second-headers', 'second-headers']]);
  expect(names.slice(0, 4)).toEqual([
    'Ref',
    'Sent',
    'About you - Which area is it?',
    'About you - What is your role?',
  ]);
});

test('names of variables in every column are headers, and so is all above them', async () => {
  const variables = ['lfdn', 'lastpage', 'duration', 'v_1', 'v_2', 'v_3', 'v_4', 'date_of_last_access'];
  const labels = ['number', 'last page', 'time', 'Parks', 'Roads', 'Clear', 'Why', 'date of last access'];
  const texts = ['', '', '', 'How far do you agree?', 'How far do you agree?', 'Is it clear?', 'Why?', ''];
  const cells = (n: number) =>
    `${n},${n * 31},${n + 40},${views[n % 3]},${views[n % 2]},Yes,,2024-03-01 10:00`;
  const rows = [texts, labels, variables].map((row) => row.join(','));
  const three = await shown([...rows, ...people(5, cells)]);
  expect([three.rows, three.faults]).toEqual([5, ['second-headers', 'second-headers']]);
  expect(three.names.slice(3, 5)).toEqual(['How far do you agree? - Parks', 'How far do you agree? - Roads']);
  const two = await shown([...rows.slice(1), ...people(5, cells)]);
  expect([two.rows, two.faults]).toEqual([5, ['second-headers']]);
});

test.each([1, 2, 3, 12])(
  'codes and single words of %i people are answers, one in every column',
  async (count) => {
    const said = [
      ['sw4', 'E8', 'N1'],
      ['A2', 'B2', 'C2'],
      ['D1', 'C1', 'B1'],
      ['Yes', 'No', 'Maybe'],
      ['No', 'Yes', 'Sometimes'],
      ['Daily', 'Weekly', 'Never'],
      ['Bus', 'Tram', 'Walk'],
    ];
    const { rows, faults } = await shown([
      'Reference,Postcode district,Tariff,Council tax band,Own a car?,Own a bike?,How often?,Travel by',
      ...people(count, (n) => [`R${n + 17}`, ...said.map((answers) => answers[n % 3])].join(',')),
    ]);
    expect([rows, faults]).toEqual([count, []]);
  },
);

test('choices of plots, each of them said once in its column, are answers', async () => {
  const crops = ['tea', 'milk', 'jam', 'oats', 'rye', 'hay', 'corn', 'peas'];
  const plots = (n: number) => crops.map((_, at) => `${'ABCDEFGH'[(n + at) % 8]}${n + 1}`).join(',');
  const { rows, faults } = await shown([
    crops.map((crop) => `Which plot for ${crop}?`).join(','),
    ...people(9, plots),
  ]);
  expect([rows, faults]).toEqual([9, []]);
});

test('names of sections over two questions each are headers, with few responses too', async () => {
  const heads = [
    'Ref,Area,About you,,Your views,,',
    ',,What is your role?,How old are you?,Is it clear?,Is it fair?,Notes',
  ];
  const cells = (n: number) => `P${n},North,Owner,${20 + n},${views[n % 3]},${views[n % 2]},`;
  const { rows, names, faults } = await shown([...heads, ...people(3, cells)]);
  expect([rows, faults]).toEqual([3, ['second-headers']]);
  expect(names.slice(2, 6)).toEqual([
    'About you - What is your role?',
    'About you - How old are you?',
    'Your views - Is it clear?',
    'Your views - Is it fair?',
  ]);
});

describe('whoever says how many rows are headers is believed', () => {
  const doubtful = ['Q1,Q2,Q3', 'Area,Clear,Notes', 'North,Agree,words', 'South,Disagree,'];
  const named = async (rows: readonly string[], headerRows: string) => {
    const table = await read(`${rows.join('\n')}\n`, { headerRows });
    return { rows: table.rows, names: namesOf(table), faults: table.faults.map(({ code }) => code) };
  };

  test('where the second is in doubt', async () => {
    const names = ['Area', 'Clear', 'Notes'];
    expect(await named(doubtful, '2')).toEqual({ rows: 2, names, faults: ['second-headers'] });
    expect(await named(doubtful, '1')).toEqual({ rows: 3, names: ['Q1', 'Q2', 'Q3'], faults: [] });
  });

  test('where the second was taken for headers', async () => {
    const rows = [
      'Ref,Q1,Q2',
      'Ref,Which area?,Do you agree?',
      ...people(20, (n) => `${n},a${n % 2},${views[n % 3]}`),
    ];
    expect(await named(rows, '1')).toMatchObject({ rows: 21, names: ['Ref', 'Q1', 'Q2'], faults: [] });
  });

  test('under lines of title, and where the first leaves out what the second names', async () => {
    const rows = [
      'Parks,,,,,',
      'Ref,Your views,,,Role,Area',
      ',It is clear,It is fair,Notes,,',
      '1,Agree,Agree,,Owner,North',
      '2,Agree,,words,Tenant,South',
    ];
    expect(await named(rows, '2')).toMatchObject({
      rows: 2,
      names: [
        'Ref',
        'Your views - It is clear',
        'Your views - It is fair',
        'Your views - Notes',
        'Role',
        'Area',
      ],
    });
  });

  test('but not where it is no number of rows', async () => {
    for (const headerRows of ['0', 'two', '1.5', '25'])
      await expect(named(doubtful, headerRows)).rejects.toThrow('is no number of header rows');
  });
});

test('a file with the texts of the questions above each response is refused', async () => {
  const texts = 'What is your own age?,What is your ward called?,What is it that you want?,';
  const rows = people(8, (n) => `${texts}${n}\n${20 + n},North,words ${n},x`);
  await expect(shown(['age,ward,want,note', ...rows])).rejects.toThrow(
    'has rows that hold the texts of the questions among its responses',
  );
});

test('a row of options in an export of Citizen Space is named', async () => {
  const { rows, faults } = await shown([
    'Response ID,Role,Which do you use?,,,',
    ',,Parks,Roads,Trams,Buses',
    ...people(
      9,
      (n) => `ANON-0000-0000-${n},Owner,Parks,${n % 2 ? 'Roads' : ''},Trams,${n % 3 ? 'Buses' : ''}`,
    ),
  ]);
  expect([rows, faults]).toEqual([9, ['second-headers']]);
});
