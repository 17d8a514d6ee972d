import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/analysis/analyse.ts';
import { analyseColumn, analyseTables, collect, countsOf, issuesOf, itemOf } from '../support/survey.ts';

const heard = 'kind: multiple, options: [Email, "Letter, leaflet", Letter, "Email, work"], separator: ","';

test('where options hold the separator the longest option wins', async () => {
  const item = await analyseColumn(heard, ['Letter, leaflet', 'Letter, Email, work', 'Email,Letter']);
  expect(countsOf(item)).toEqual([
    ['Email', 1],
    ['Letter, leaflet', 1],
    ['Letter', 2],
    ['Email, work', 1],
  ]);
});

test('an option that is twice in a cell is counted once', async () => {
  const item = await analyseColumn('kind: multiple', ['Email;email ; Email;', 'Email']);
  expect(countsOf(item)).toEqual([['Email', 2]]);
  expect(item.states.option).toBe(2);
});

test('separators at the ends and next to each other are no answer', async () => {
  const item = await analyseColumn('kind: multiple', ['Email;', ';;Letter;;', ';', ' ; ', '']);
  expect(countsOf(item)).toEqual([
    ['Email', 1],
    ['Letter', 1],
  ]);
  expect(item.states).toEqual({ option: 2, outside: 0, blank: 3, notAsked: 0, invalid: 0 });
});

test('what is no option is a write-in, counted once a respondent as Other', async () => {
  const item = await analyseColumn('kind: multiple, options: [Email, Letter]', [
    'Email;a bus;a poster',
    'a bus',
  ]);
  expect(countsOf(item)).toEqual([
    ['Email', 1],
    ['Letter', 0],
    ['Other', 2],
  ]);
  expect(item.base.count).toBe(2);
});

test('what is written twice in one cell is said once, however it is spelt', async () => {
  const { issues } = await collect(
    '{ title: T, questions: [{ id: q, kind: multiple, column: A, options: [Newspaper, Email] }] }',
    [[['A'], ['a bus;a bus;A  bus'], ['EMAIL;EMAIL'], ['a bus'], ['a bus;a car']]],
  );
  const counts = (code: string) => issuesOf({ issues }, code).map(({ value, count }) => [value, count]);
  expect(counts('write-in')).toEqual([
    ['a bus', 3],
    ['a car', 1],
  ]);
  expect(counts('label-variant')).toEqual([['EMAIL', 1]]);
});

test('write-ins are counted as the option that asks for them', async () => {
  for (const other of [
    'Other',
    'Other (please specify)',
    'Other - please state',
    'Other, specify:',
    'OTHER…',
  ]) {
    const question = `kind: multiple, options: [Email, "${other}"]`;
    const item = await analyseColumn(question, ['Email;a bus', `${other};a poster`, 'a train']);
    expect(countsOf(item)).toEqual([
      ['Email', 1],
      [other, 3],
    ]);
  }
});

test('an option that only begins with "other" takes no write-ins', async () => {
  const question = 'kind: multiple, options: [Parent, Other family member, Other]';
  const item = await analyseColumn(question, ['Parent;a neighbour', 'Other family member']);
  expect(countsOf(item)).toEqual([
    ['Parent', 1],
    ['Other family member', 1],
    ['Other', 1],
  ]);
});

test('a write-in that is nearly an option is said to be', async () => {
  const { issues } = await collect(
    '{ title: T, questions: [{ id: q, kind: multiple, column: A, options: [Newspaper, Email] }] }',
    [[['A'], ['Newspapr; on the bus']]],
  );
  expect(issuesOf({ issues }, 'near-option')).toMatchObject([{ value: 'Newspapr', suggestion: 'Newspaper' }]);
  expect(issuesOf({ issues }, 'write-in')).toMatchObject([{ value: 'on the bus' }]);
});

describe('another mark than the separator', () => {
  const listed = 'kind: multiple, options: [Parks, Roads, "Libraries, museums"]';

  test('is cut at too, where nothing but listed options comes of it, and is said with its row', async () => {
    const cells = [
      'Roads;Parks',
      'Roads, Parks',
      'parks|Roads',
      'Parks / Roads; Libraries, museums',
      'Roads and Parks',
      'Roads|',
      'Roads\nParks',
      '|',
    ];
    const definition = `title: T\nquestions: [{ id: q, column: A, ${listed} }]`;
    const responses = await collect(definition, [[['A'], ...cells.map((cell) => [cell])]]);
    expect(countsOf(itemOf(analyse(responses), 'q'))).toEqual([
      ['Parks', 6],
      ['Roads', 7],
      ['Libraries, museums', 1],
      ['Other', 1],
    ]);
    expect(
      issuesOf(responses, 'other-separator').map(({ value, places }) => [
        value,
        places[0]?.row,
        places[0]?.line,
      ]),
    ).toEqual([
      ['Roads, Parks', 2, 3],
      ['parks|Roads', 3, 4],
      ['Parks / Roads', 4, 5],
      ['Roads and Parks', 5, 6],
      ['Roads|', 6, 7],
      ['Roads Parks', 7, 8],
    ]);
  });

  test('is cut at too where an option beside it holds the separator', async () => {
    const cells = [
      'Bike, scooter or skates;Bus;Train',
      'Bus;Bike, scooter or skates',
      'Bus, Bike, scooter or skates',
      'Bus;Bike, scooter, Train',
    ];
    const options = 'separator: ", ", options: [Bus, Train, "Bike, scooter or skates"]';
    const definition = `title: T\nquestions: [{ id: q, column: A, kind: multiple, ${options} }]`;
    const responses = await collect(definition, [[['A'], ...cells.map((cell) => [cell])]]);
    expect(countsOf(itemOf(analyse(responses), 'q'))).toEqual([
      ['Bus', 3],
      ['Train', 2],
      ['Bike, scooter or skates', 3],
      ['Other', 1],
    ]);
    const said = issuesOf(responses, 'other-separator').map(({ value, places }) => [value, places[0]?.row]);
    expect(said).toEqual([
      ['Bike, scooter or skates;Bus;Train', 1],
      ['Bus;Bike, scooter or skates', 2],
    ]);
  });

  test('counts the same in an online file and in one that was typed up', async () => {
    const online = [['A'], ['Parks;Roads'], ['Roads']];
    const typed = [['A'], ['Parks, Roads'], ['Libraries, museums, Roads']];
    const analysis = await analyseTables(`title: T\nquestions: [{ id: q, column: A, ${listed} }]`, [
      online,
      typed,
    ]);
    expect(countsOf(itemOf(analysis, 'q'))).toEqual([
      ['Parks', 2],
      ['Roads', 4],
      ['Libraries, museums', 1],
    ]);
  });

  test('stays within what somebody wrote: one option and other words are one write-in', async () => {
    const item = await analyseColumn(listed, ['Roads, and my street', 'Libraries, Roads']);
    expect(countsOf(item)).toEqual([
      ['Parks', 0],
      ['Roads', 0],
      ['Libraries, museums', 0],
      ['Other', 2],
    ]);
  });

  test('stays within options that nobody listed', async () => {
    const item = await analyseColumn('kind: multiple', ['Parks;Roads', 'Parks and Roads']);
    expect(countsOf(item)).toContainEqual(['Parks and Roads', 1]);
  });
});

test('answers may be joined by a line break, by several characters or by words', async () => {
  for (const separator of ['\n', ' / ', ' and ', '|', '::', ' ']) {
    const question = `kind: multiple, separator: ${JSON.stringify(separator)}`;
    const item = await analyseColumn(question, [`Email${separator}Letter`, 'Letter']);
    expect(countsOf(item)).toEqual([
      ['Letter', 2],
      ['Email', 1],
    ]);
  }
});

const columns =
  'title: T\nquestions: [{ id: q, kind: multiple, columns: [Email, No, "Other (please say)"] }]';

test('a column an option: repeating the option, a tick or a yes chooses it, no or blank does not', async () => {
  const analysis = await analyseTables(columns, [
    [
      ['Email', 'No', 'Other (please say)'],
      ['Email', 'No', ''],
      ['yes', '', '0'],
      ['1', '', 'on a bus'],
      ['✓', '', 'Not selected'],
      ['0', '', ''],
      ['', '', ''],
    ],
  ]);
  expect(countsOf(itemOf(analysis, 'q'))).toEqual([
    ['Email', 4],
    ['No', 1],
    ['Other (please say)', 1],
  ]);
  expect(itemOf(analysis, 'q').states).toMatchObject({ option: 4, blank: 1 });
});

test.each([
  ...['0', 'No', 'N', 'N/A', 'NA', '-', 'Not selected', 'Not ticked', 'Unchecked', 'False', '☐'],
  ...['Nac ydw', 'Nac oes', 'Naddo', 'Non', 'Faux', 'Nein', 'Falsch', 'Falso'],
])('a column an option: “%s” is no tick, and whoever has nothing else gave no reply', async (word) => {
  const analysis = await analyseTables(columns, [
    [
      ['Email', 'No', 'Other (please say)'],
      ['Email', word, ''],
      [word, 'Yes', ''],
      [word, word, ''],
    ],
  ]);
  const item = itemOf(analysis, 'q');
  expect(countsOf(item).map(([, count]) => count)).toEqual([1, 1, 0]);
  expect(item.states).toMatchObject({ option: 2, blank: 1, invalid: 0 });
});

test.each([
  ...['yes', 'Y', '1', 'TRUE', 'x', 'Checked', 'Selected', 'ticked', '✓', '✔', '☑'],
  ...['Ydw', 'Oes', 'Ie', 'Oui', 'Vrai', 'Ja', 'Wahr', 'Sí', 'Verdadero'],
])('a column an option: “%s” is a tick, which goes without saying', async (word) => {
  const text = 'title: T\nquestions: [{ id: q, kind: multiple, columns: [Email, Letter] }]';
  const rows = [
    ['Email', 'Letter'],
    [word, ''],
    ['', 'Letter'],
  ];
  const responses = await collect(text, [rows]);
  expect(countsOf(itemOf(analyse(responses), 'q'))).toEqual([
    ['Email', 1],
    ['Letter', 1],
  ]);
  expect(responses.issues).toEqual([]);
});

test('in a column named No that also says yes, no is no tick', async () => {
  const analysis = await analyseTables(columns, [
    [
      ['Email', 'No', 'Other (please say)'],
      ['Yes', 'No', 'No'],
      ['No', 'Yes', 'No'],
    ],
  ]);
  expect(countsOf(itemOf(analysis, 'q')).map(([, count]) => count)).toEqual([1, 1, 0]);
});

test.each([
  ['0', '1', '2'],
  ['No', 'Roads', 'Parks'],
  ['N/A', 'Roads', 'Parks'],
])(
  'an option called “%s” is not ticked where most other options are denied in that word',
  async (...options) => {
    const [word] = options;
    const analysis = await analyseTables(
      `title: T\nquestions: [{ id: q, kind: multiple, columns: [${options.map((one) => `"Which? - ${one}"`).join()}] }]`,
      [
        [
          options.map((option) => `Which? - ${option}`),
          [word, '1', word],
          [word, '1', '1'],
          [word, word, word],
          ['', '', ''],
        ],
      ],
    );
    expect(countsOf(itemOf(analysis, 'q'))).toEqual(options.map((option, nth) => [option, [0, 2, 1][nth]]));
    expect(issuesOf(analysis, 'tick-value')).toEqual([]);
  },
);

test('an option called No is ticked by that word, though somebody wrote it under Other or a row has slipped', async () => {
  const analysis = await analyseTables(columns, [
    [
      ['Email', 'No', 'Other (please say)'],
      ['Email', '', 'No'],
      ['', 'No', ''],
      ['', 'No', 'no'],
    ],
  ]);
  expect(countsOf(itemOf(analysis, 'q')).map(([, count]) => count)).toEqual([1, 2, 0]);
});

test('a cell that is neither tick nor blank makes the whole answer invalid', async () => {
  const analysis = await analyseTables(columns, [
    [
      ['Email', 'No', 'Other (please say)'],
      ['Email', 'Letter', ''],
      ['Email', 'No', ''],
    ],
  ]);
  expect(itemOf(analysis, 'q').states).toMatchObject({ option: 1, invalid: 1 });
  expect(issuesOf(analysis, 'unknown-answer')).toMatchObject([{ column: 'No', value: 'Letter', count: 1 }]);
});

test('a separator without its white space, or at the end, parts options all the same', async () => {
  const options = '["Walking, wheeling or cycling", Car or van, None of these]';
  const item = await analyseColumn(`kind: multiple, separator: ", ", options: ${options}`, [
    'Walking,wheeling or cycling, Car or van',
    'walking, wheeling or cycling,  Car or van, ',
    'Car or van,',
    'Car or van,Walking , wheeling or cycling',
    ', ,',
  ]);
  expect(countsOf(item)).toEqual([
    ['Walking, wheeling or cycling', 3],
    ['Car or van', 4],
    ['None of these', 0],
  ]);
  expect(item.states).toMatchObject({ option: 4, blank: 1 });
});

test('an option that holds the separator is said to be spelt otherwise only where the cell has it so', async () => {
  const responses = await collect(
    '{ title: T, questions: [{ id: q, kind: multiple, column: A, separator: ",", options: ["Parks, gardens", Roads] }] }',
    [[['A'], ['Parks, gardens,Roads'], ['Parks,gardens,Roads']]],
  );
  expect(issuesOf(responses, 'label-variant').map(({ value }) => value)).toEqual(['Parks,gardens']);
});

test('words of one’s own are not cut at a comma without white space', async () => {
  const responses = await collect(
    '{ title: T, questions: [{ id: q, kind: multiple, column: A, separator: ", ", options: [Bus, Train] }] }',
    [[['A'], ['Bus, 1,000 steps a day,Train']]],
  );
  expect(issuesOf(responses, 'write-in').map(({ value }) => value)).toEqual(['1,000 steps a day']);
});

test('options that are not listed keep their commas, unless they are others that lack a space between them', async () => {
  const item = await analyseColumn('kind: multiple, separator: ", "', [
    'Under 1,000, Bus,',
    'Bus,Train',
    'Train, Bus',
  ]);
  expect(countsOf(item)).toEqual([
    ['Bus', 3],
    ['Train', 2],
    ['Under 1,000', 1],
  ]);
});

const projects =
  'title: T\nquestions: [{ id: q, kind: multiple, columns: [Which? - Strimzi, Which? - Helm, Which? - Strimzi (2)] }]';
const projectHeaders = ['Which? - Strimzi', 'Which? - Helm', 'Which? - Strimzi'];

test('an option that is listed twice is one option, and whoever ticked it twice counts once', async () => {
  const analysis = await analyseTables(projects, [
    [
      projectHeaders,
      ['Strimzi', '', 'Strimzi'],
      ['Strimzi', 'Helm', ''],
      ['', 'Helm', 'strimzi'],
      ['', 'Helm', ''],
      ['', 'No', '0'],
    ],
  ]);
  expect(countsOf(itemOf(analysis, 'q'))).toEqual([
    ['Strimzi', 3],
    ['Helm', 3],
  ]);
  expect(itemOf(analysis, 'q').states).toMatchObject({ option: 4, blank: 1, invalid: 0 });
});

test('an option that is listed twice is said once, with its columns', async () => {
  const rows = [projectHeaders, ['Strimzi', 'Helm', 'Strimzi']];
  const responses = await collect(projects, [rows, rows]);
  expect(issuesOf(responses, 'option-twice')).toEqual([
    {
      code: 'option-twice',
      file: 'part-1.csv',
      value: 'Strimzi',
      detail: '“Which? - Strimzi”, “Which? - Strimzi (2)”',
      count: 1,
      places: [],
    },
  ]);
});

/** The labels of the options that columns are taken for. */
async function labelsOf(headers: readonly string[], ...rows: readonly (readonly string[])[]) {
  const names = headers.map((header, nth) =>
    headers.indexOf(header) < nth ? `"${header} (2)"` : `"${header}"`,
  );
  const definition = `title: T\nquestions: [{ id: q, kind: multiple, columns: [${names.join(', ')}] }]`;
  return itemOf(await analyseTables(definition, [[headers, ...rows]]), 'q').options.map(({ label }) => label);
}

test('an option is called what its header says after the question, else by the whole header', async () => {
  expect(await labelsOf(['Heard - Email', 'Heard - Letter'], ['1', '1'])).toEqual(['Email', 'Letter']);
  expect(await labelsOf(['Email', 'Letter'], ['1', '1'])).toEqual(['Email', 'Letter']);
});

test('parts of different questions keep the question in their label', async () => {
  const headers = ['Used - Email', 'Used - Letter', 'Liked - Email', 'Liked - Letter'];
  expect(await labelsOf(headers, ['1', '1', '1', '1'])).toEqual(headers);
});

test('where a header is a code or holds more than the option, an option is called what its ticks repeat', async () => {
  const ticked = ['Father', 'Not selected'];
  expect(await labelsOf(['q0004_0001', 'q0004_0002'], ticked, ['Not selected', 'Mother'])).toEqual([
    'Father',
    'Mother',
  ]);
  const headers = ['1. Heard of it: E-mail', '1. Heard of it: Post'];
  expect(await labelsOf(headers, ['e-mail', ''], ['e-mail', 'Post'])).toEqual(['e-mail', 'Post']);
});

test('a tick, a number or a write-in is not what an option is called', async () => {
  const headers = ['A1', 'A2', 'Email', 'Other (please specify)'];
  expect(await labelsOf(headers, ['Yes', '8', '1', 'please'])).toEqual(headers);
});

test('where all ticks of a column hold the same thing that is not its option they are ticks, and that is noted', async () => {
  const definition =
    'title: T\nquestions: [{ id: q, kind: multiple, columns: [A, B, C], options: [Email, Letter, Other] }]';
  const responses = await collect(definition, [
    [
      ['A', 'B', 'C'],
      ['8', 'Llythyr', '9'],
      ['', 'Llythyr', '9'],
      ['8', 'No', ''],
      ['0', ' llythyr', 'Not selected'],
    ],
  ]);
  expect(countsOf(itemOf(analyse(responses), 'q'))).toEqual([
    ['Email', 2],
    ['Letter', 3],
    ['Other', 2],
  ]);
  expect(issuesOf(responses, 'tick-value').map(({ column, value, count }) => [column, value, count])).toEqual(
    [
      ['A', '8', 2],
      ['B', 'Llythyr', 2],
      ['B', ' llythyr', 1],
      ['C', '9', 2],
    ],
  );
  expect(issuesOf(responses, 'unknown-answer')).toEqual([]);
});

test('a cell that repeats another option is no tick of its own column, even where nothing else stands there', async () => {
  const responses = await collect(
    'title: T\nquestions: [{ id: q, kind: multiple, columns: [Email, Letter, Other] }]',
    [
      [
        ['Email', 'Letter', 'Other'],
        ['Email', '', ''],
        ['Email', 'Email', ''],
        ['', 'Email', 'Letter'],
        ['', '', 'Letter'],
      ],
    ],
  );
  expect(issuesOf(responses, 'misplaced-answer')).toMatchObject([
    { column: 'Letter', value: 'Email', suggestion: 'Letter', count: 2 },
  ]);
  // Words of one's own may be those of another option: they stay where they were written.
  expect(issuesOf(responses, 'write-in')).toMatchObject([{ column: 'Other', value: 'Letter', count: 2 }]);
  const item = itemOf(analyse(responses), 'q');
  expect(countsOf(item)).toEqual([
    ['Email', 1],
    ['Letter', 0],
    ['Other', 1],
  ]);
  expect(item.states).toMatchObject({ option: 2, invalid: 2 });
});

test('a write-in under Other is no code, even where it is the only one', async () => {
  const responses = await collect(columns, [
    [
      ['Email', 'No', 'Other (please say)'],
      ['', '', 'on a bus'],
    ],
  ]);
  expect(issuesOf(responses, 'write-in')).toMatchObject([{ value: 'on a bus', count: 1 }]);
  expect(issuesOf(responses, 'tick-value')).toEqual([]);
});

test('where each option has a code of its own, 0 is one', async () => {
  const analysis = await analyseTables(
    'title: T\nquestions: [{ id: q, kind: multiple, columns: [Bus, Train, Unsure] }]',
    [
      [
        ['Bus', 'Train', 'Unsure'],
        ['2', '3', ''],
        ['', '3', ''],
        ['', '', '0'],
      ],
    ],
  );
  expect(countsOf(itemOf(analysis, 'q')).map(([, count]) => count)).toEqual([1, 2, 1]);
  expect(issuesOf(analysis, 'tick-value')).toContainEqual(
    expect.objectContaining({ column: 'Unsure', value: '0' }),
  );
});

test.each([
  ['stands beside the code of an option', ['0', '2', '0'], ['0', '0', '3']],
  ['is no code where two options have the same', ['0', '2', ''], ['0', '', '2']],
])('0 says no where it %s', async (_, first, second) => {
  const analysis = await analyseTables(
    'title: T\nquestions: [{ id: q, kind: multiple, columns: [Bus, Train, Walk] }]',
    [[['Bus', 'Train', 'Walk'], first, second]],
  );
  expect(countsOf(itemOf(analysis, 'q')).map(([, count]) => count)).toEqual([0, 1, 1]);
});

test('where numbers say yes and no, that of no is no tick in a column that holds nothing else', async () => {
  const analysis = await analyseTables(
    'title: T\nquestions: [{ id: q, kind: multiple, columns: [Bus, Train] }]',
    [
      [
        ['Bus', 'Train'],
        ['1', '2'],
        ['2', '2'],
      ],
    ],
  );
  expect(countsOf(itemOf(analysis, 'q')).map(([, count]) => count)).toEqual([0, 0]);
  expect(issuesOf(analysis, 'unknown-answer').map(({ column, count }) => [column, count])).toEqual([
    ['Bus', 1],
    ['Train', 2],
  ]);
});

describe('options that are called otherwise in another language', () => {
  const park =
    'title: T\nquestions: [{ id: q, kind: multiple, columns: [Paths, Benches / Meinciau, Toilets] }]';
  const headers = ['Paths', 'Benches / Meinciau', 'Toilets'];
  const read = async (...rows: string[][]) => {
    const responses = await collect(park, [[headers, ...rows]]);
    const item = itemOf(analyse(responses), 'q');
    const noted = issuesOf(responses, 'tick-value').map(({ value }) => value);
    return { counts: countsOf(item).map(([, count]) => count), invalid: item.states.invalid, noted };
  };

  test('are ticked in either, as the header has them or as the one other text of their column', async () => {
    const rows = [
      ['Paths', 'Benches', 'Toilets'],
      ['Llwybrau', 'Meinciau', ''],
      ['', '', 'Toiledau'],
    ];
    expect(await read(...rows)).toEqual({
      counts: [2, 2, 2],
      invalid: 0,
      noted: ['Llwybrau', 'Toiledau'],
    });
  });

  test('are not taken from one odd cell, from a text in several columns, nor where rows have slipped', async () => {
    expect(await read(['Paths', '', ''], ['Pahts', '', ''])).toMatchObject({ counts: [1, 0, 0], invalid: 1 });
    const declined = ['Unable to say', '', 'Unable to say'];
    expect(await read(['Paths', '', 'Toilets'], declined)).toMatchObject({ counts: [1, 0, 1], invalid: 1 });
    const slipped = ['North', 'Paths', ''];
    expect(await read(['Paths', '', ''], slipped, slipped)).toMatchObject({ counts: [1, 0, 0], invalid: 2 });
    const none = ['None of these', '', ''];
    expect(await read(['Paths', '', ''], none, none)).toMatchObject({ counts: [1, 0, 0], invalid: 2 });
  });
});
