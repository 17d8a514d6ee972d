import { expect, test } from 'vitest';
import { plainHeading } from '../../src/intake/headers/headings.ts';
import { collectResponses } from '../../src/responses/collect.ts';
import { claimColumns } from '../../src/survey/columns/claims.ts';
import { loadDefinition } from '../../src/survey/definition/load-definition.ts';
import { type Rows, analyseTables, collect, countsOf, issuesOf, itemOf } from '../support/survey.ts';

const question = 'questions: [{ id: role, kind: choice, column: Role }]';

test('responses outside the dates of the consultation are late, both days included', async () => {
  const { ledger } = await collect(
    `{ title: T, opened: 2023-07-24, closed: 2023-08-11, respondent: { submitted: When }, exclude: [late], ${question} }`,
    [
      [
        ['Role', 'When'],
        ['a', '23/07/2023 23:59'],
        ['a', '24/07/2023 00:00'],
        ['a', '11/08/2023 23:59'],
        ['a', '12/08/2023'],
        ['a', ''],
      ],
    ],
  );
  expect(ledger).toEqual({ received: 5, removed: [{ reason: 'late', count: 2 }], analysed: 3 });
});

test('where the order of days and months is not proven nobody is late, and that is said', async () => {
  const responses = await collect(
    `{ title: T, closed: 2023-08-11, respondent: { submitted: When }, exclude: [late], ${question} }`,
    [
      [
        ['Role', 'When'],
        ['a', '09/10/2023'],
      ],
    ],
  );
  expect(responses.ledger.analysed).toBe(1);
  expect(issuesOf(responses, 'ambiguous-dates')).toMatchObject([{ column: 'When', detail: 'ambiguous' }]);
});

test('nothing is said of dates that cannot be read where nobody can be late', async () => {
  const rows = [
    ['Role', 'When'],
    ['a', '4/1/2025 12:31:28'],
    ['a', '4/2/2025 09:10:00'],
    ['a', '40:14.9'],
  ];
  const { issues } = await collect(`{ title: T, respondent: { submitted: When }, ${question} }`, [rows]);
  expect(issues).toEqual([]);
});

test('a response is not removed as late for a year that may be a day', async () => {
  const responses = await collect(
    `{ title: T, opened: 2024-02-01, closed: 2024-03-31, respondent: { submitted: When }, exclude: [late], ${question} }`,
    [
      [
        ['Role', 'When'],
        ['a', '24/03/15'],
        ['a', '24/03/15'],
        ['a', '2024-02-30'],
        ['a', '2024-01-31'],
      ],
    ],
  );
  expect(responses.ledger.removed).toEqual([{ reason: 'late', count: 1 }]);
  expect(issuesOf(responses, 'ambiguous-dates')).toMatchObject([{ column: 'When', count: 2 }]);
  expect(issuesOf(responses, 'bad-date')).toMatchObject([{ value: '2024-02-30', count: 1 }]);
});

test('a response without a date is named where late ones are left out, and only there', async () => {
  const rows = [
    ['Role', 'When'],
    ['a', '2024-03-15'],
    ['a', ''],
    ['a', ' '],
  ];
  const survey = (exclude: string) =>
    `{ title: T, closed: 2024-03-31, respondent: { submitted: When }, exclude: [${exclude}], ${question} }`;
  expect(issuesOf(await collect(survey('late'), [rows]), 'bad-date')).toMatchObject([
    { count: 1 },
    { count: 1 },
  ]);
  expect(issuesOf(await collect(survey(''), [rows]), 'bad-date')).toEqual([]);
});

/** Responses to a survey of one column, in which every row has a value of its own. */
function distinctValues(definition: string) {
  const headings = [plainHeading('A')];
  const values = Array.from({ length: 131_000 }, (_, row) => `on day ${row}`);
  const table = {
    file: 'big.csv',
    sha256: '',
    encoding: 'utf-8',
    delimiter: ',',
    layout: { platform: 'generic', recognisedBy: 'one header row', headerRows: 1, headings } as const,
    columns: new Map([[0, { values, codes: Uint32Array.from(values.keys()) }]]),
    rows: values.length,
    lines: Uint32Array.from(values, (_, row) => row + 2),
    blankRows: 0,
    faults: [],
  };
  const survey = loadDefinition(definition, 'survey.yaml');
  return collectResponses(survey, [{ table, claims: claimColumns(survey, headings, 'big.csv') }]);
}

test('very many different dates that cannot be read are an issue each', () => {
  const responses = distinctValues(
    '{ title: T, closed: 2024-03-31, respondent: { submitted: A }, questions: [{ id: more, kind: text, column: A }] }',
  );
  expect(issuesOf(responses, 'bad-date')).toHaveLength(responses.size);
});

test('very many different answers that do not count are an issue each', () => {
  const responses = distinctValues('{ title: T, questions: [{ id: n, kind: number, column: A }] }');
  expect(issuesOf(responses, 'not-a-number')).toHaveLength(responses.size);
});

const everything = `
title: T
respondent:
  id: ID
  status: { column: Status, complete: [Done, Finished], test: Preview }
  channel: Channel
exclude: [test, incomplete, duplicate, { role: Staff }]
${question}`;

test('a repeat that is left out though it answers otherwise is named, for people to say which is meant', async () => {
  const definition = `{ title: T, respondent: { id: ID }, exclude: [duplicate], ${question} }`;
  const rows = [
    ['ID', 'Role'],
    ['1', 'Parent'],
    ['1', 'Pupil'],
    ['2', 'Parent'],
    ['2', ' parent'],
  ];
  const others = [
    ['ID', 'Role'],
    ['2', 'PARENT'],
    ['3', 'Pupil'],
  ];
  const responses = await collect(definition, [rows, others]);
  expect(responses.ledger.removed).toEqual([{ reason: 'duplicate', count: 3 }]);
  expect(issuesOf(responses, 'duplicate-id')).toMatchObject([
    { column: 'ID', detail: 'left out', count: 1, places: [{ row: 2, line: 3 }] },
  ]);
});

test('a repeat that answers the same in another spelling or order is no other', async () => {
  const definition = `
title: T
respondent: { id: ID }
exclude: [duplicate]
questions:
  - { id: heard, kind: multiple, column: Heard, separator: ";" }
  - { id: years, kind: number, column: Years }
  - { id: why, kind: text, column: Why }`;
  const rows = [
    ['ID', 'Heard', 'Years', 'Why'],
    ['1', 'Radio;TV', '3', 'It is near, and free'],
    ['1', 'TV; Radio', '3.0', 'it is near and free!'],
    ['2', 'Radio', '3', ''],
    ['2', 'Radio', '4', ''],
  ];
  const responses = await collect(definition, [rows]);
  expect(issuesOf(responses, 'duplicate-id')).toMatchObject([{ count: 1, places: [{ row: 4 }] }]);
});

test('a rule may name what was written in place of several options', async () => {
  const definition = `
title: T
exclude: [{ heard: Other }]
questions:
  - { id: heard, kind: multiple, column: Heard, options: [Radio, TV] }`;
  const { ledger } = await collect(definition, [[['Heard'], ['Radio;TV'], ['TV;A friend'], ['Radio']]]);
  expect(ledger).toMatchObject({ removed: [{ count: 1 }], analysed: 2 });
});

test('an incomplete response is removed before a duplicate is looked for', async () => {
  const rows: Rows = [
    ['ID', 'Status', 'Channel', 'Role'],
    ['1', 'Partial', 'Online', 'Parent'],
    ['1', 'Done', 'Online', 'Parent'],
    ['1', 'done', 'online', 'Staff'],
    ['2', 'Preview', 'Online', 'Parent'],
    ['2', 'Finished', '', 'Staff'],
    ['', 'Finished', 'Paper', 'Parent'],
    ['', 'Finished', 'Paper', 'Parent'],
    ['3', '', 'Paper', 'Parent'],
  ];
  const analysis = await analyseTables(everything, [rows]);
  expect(analysis.ledger).toEqual({
    received: 8,
    removed: [
      { reason: 'test', count: 1 },
      { reason: 'incomplete', count: 2 },
      { reason: 'duplicate', count: 1 },
      { reason: 'role=Staff', count: 1, answer: { question: 'role', options: ['Staff'] } },
    ],
    analysed: 3,
  });
  const parts = analysis.ledgerParts.byChannel.map(({ label, received, removed, analysed }) => [
    label,
    received,
    ...removed.map(({ count }) => count),
    analysed,
  ]);
  expect(parts).toEqual([
    ['Paper', 3, 0, 1, 0, 0, 2],
    ['Online', 4, 1, 1, 1, 0, 1],
    ['Not stated', 1, 0, 0, 0, 1, 0],
  ]);
  expect(issuesOf(analysis, 'missing-id')).toMatchObject([{ count: 2 }]);
});

test('a response without the time that nearly all others have is said where there are no ids', async () => {
  const times = Array.from({ length: 6 }, (_, day) => [`2024-05-0${day + 1}`, 'Yes']);
  const definition =
    'title: T\nrespondent: { submitted: Sent }\nquestions: [{ id: q, kind: choice, column: Q }]';
  const told = async (rows: readonly (readonly string[])[]) => {
    const analysis = await analyseTables(definition, [[['Sent', 'Q'], ...rows]]);
    return issuesOf(analysis, 'missing-id').map(({ column, count }) => [column, count]);
  };
  expect(await told([...times, ['', '75% yes']])).toEqual([['Sent', 1]]);
  expect(await told([...times, ['', 'Yes'], ['', 'No']])).toEqual([]);
  const many = Array.from({ length: 5 }, () => times).flat();
  expect(await told([...many, ['', 'Yes'], ['', 'No'], ['', 'Maybe']])).toEqual([['Sent', 3]]);
  expect(await told([...times.slice(2), ['', 'Yes']])).toEqual([]);
});

test('ids are the same across exports and whatever the white space around them, but not whatever their case', async () => {
  const definition = `{ title: T, respondent: { id: ID }, exclude: [duplicate], ${question} }`;
  const { ledger } = await collect(definition, [
    [
      ['ID', 'Role'],
      ['R_1a', 'a'],
      ['R_1A', 'a'],
    ],
    [
      ['Role', 'ID'],
      ['a', ' R_1a\u00a0'],
      ['a', 'R_2'],
    ],
  ]);
  expect(ledger).toEqual({ received: 4, removed: [{ reason: 'duplicate', count: 1 }], analysed: 3 });
});

test('a channel has the same name whichever of its spellings comes first', async () => {
  const definition = `{ title: T, respondent: { channel: Channel }, ${question} }`;
  const rows = [
    ['online', 'a'],
    ['Online', 'a'],
    ['', 'a'],
  ];
  for (const some of [rows, rows.toReversed()]) {
    const { ledgerParts } = await collect(definition, [[['Channel', 'Role'], ...some]]);
    expect(ledgerParts.byChannel).toEqual([
      { label: 'Online', received: 2, removed: [], analysed: 2 },
      { label: 'Not stated', received: 1, removed: [], analysed: 1 },
    ]);
  }
});

test('what could have been removed and is not is counted and noted', async () => {
  const responses = await collect(everything.replace(/^exclude.*$/mu, ''), [
    [
      ['ID', 'Status', 'Channel', 'Role'],
      ['1', 'Done', 'Online', 'a'],
      ['1', 'Preview', 'Online', 'a'],
      ['2', 'Partial', 'Online', 'a'],
    ],
  ]);
  expect(responses.ledger).toEqual({ received: 3, removed: [], analysed: 3 });
  for (const code of ['test', 'incomplete', 'duplicate-id'])
    expect(issuesOf(responses, code)).toMatchObject([{ count: 1 }]);
});

test('a record whose count cannot be read is removed as one response, and said', async () => {
  const analysis = await analyseTables(`{ title: T, respondent: { count: N }, ${question} }`, [
    [
      ['N', 'Role'],
      ['3', 'a'],
      [' 2 ', 'b'],
      ['-1', 'b'],
      ['1.5', 'b'],
      ['', 'b'],
      ['many', 'b'],
      ['99999999999', 'b'],
    ],
  ]);
  expect(analysis.ledger).toEqual({
    received: 10,
    removed: [{ reason: 'bad-count', count: 5 }],
    analysed: 5,
  });
  expect(issuesOf(analysis, 'bad-count').map(({ value }) => value)).toEqual([
    '-1',
    '1.5',
    '',
    'many',
    '99999999999',
  ]);
  expect(countsOf(itemOf(analysis, 'role'))).toEqual([
    ['a', 3],
    ['b', 2],
  ]);
});

test('a count is read as any number is, and a record that stands for none is not received', async () => {
  const analysis = await analyseTables(`{ title: T, respondent: { count: N }, ${question} }`, [
    [
      ['N', 'Role'],
      ['1,000', 'a'],
      ['2.0', 'b'],
      ['0', 'c'],
    ],
  ]);
  expect(analysis.ledger).toEqual({ received: 1002, removed: [], analysed: 1002 });
  expect(countsOf(itemOf(analysis, 'role'))).toEqual([
    ['a', 1000],
    ['b', 2],
  ]);
  expect(analysis.issues).toMatchObject([{ code: 'no-responses', value: '0', count: 1 }]);
});

test('a respondent column that only some exports have is said, one that none has is refused', async () => {
  const definition = `{ title: T, respondent: { channel: Chanel }, ${question} }`;
  const responses = await collect(definition, [
    [
      ['Role', 'Chanel'],
      ['a', 'Online'],
    ],
    [['Role'], ['a']],
  ]);
  expect(issuesOf(responses, 'missing-column')).toMatchObject([{ file: 'part-2.csv', column: 'Chanel' }]);
  await expect(
    collect(definition, [
      [
        ['Role', 'Channel'],
        ['a', 'Online'],
      ],
    ]),
  ).rejects.toThrow('no column "Chanel" in part-1.csv; did you mean "Channel"?');
});

test('without a list of complete states whatever is not blank is complete, such as a date of submission', async () => {
  const definition = `{ title: T, respondent: { status: { column: submitdate } }, exclude: [incomplete], ${question} }`;
  const { ledger } = await collect(definition, [
    [
      ['submitdate', 'Role'],
      ['2024-03-01 10:00:00', 'a'],
      ['', 'a'],
      ['\u00a0', 'a'],
      ['1980-01-01 00:00:00', 'a'],
    ],
  ]);
  expect(ledger).toEqual({ received: 4, removed: [{ reason: 'incomplete', count: 2 }], analysed: 2 });
});

const previews = `
title: T
respondent:
  status: { column: Finished, complete: 'True', test: Trial }
  test: { column: Status, values: [Survey Preview, Survey Test] }
${question}`;
const withPreviews: Rows = [
  ['Status', 'Finished', 'Role'],
  ['IP Address', 'True', 'a'],
  ['survey preview', 'True', 'a'],
  ['Survey Test', 'False', 'a'],
  ['IP Address', 'Trial', 'a'],
  ['IP Address', 'False', 'a'],
];

test('tests may be told apart by another column than that which says who finished', async () => {
  const { ledger } = await collect(`${previews}\nexclude: [test, incomplete]`, [withPreviews]);
  expect(ledger.removed).toEqual([
    { reason: 'test', count: 3 },
    { reason: 'incomplete', count: 1 },
  ]);
});

test('a test that another column tells apart is kept and noted where the definition does not leave tests out', async () => {
  const responses = await collect(`${previews}\nexclude: [incomplete]`, [withPreviews]);
  expect(responses.ledger).toEqual({
    received: 5,
    removed: [{ reason: 'incomplete', count: 2 }],
    analysed: 3,
  });
  expect(issuesOf(responses, 'test')).toMatchObject([{ count: 2, places: [{ row: 2 }, { row: 4 }] }]);
});

test('the column of tests alone is enough to leave tests out', async () => {
  const definition = `{ title: T, respondent: { test: { column: Status, values: Survey Preview } }, exclude: [test], ${question} }`;
  const { ledger } = await collect(definition, [withPreviews]);
  expect(ledger).toEqual({ received: 5, removed: [{ reason: 'test', count: 1 }], analysed: 4 });
});

test('a state of complete responses that no response has is said, and which was probably meant', async () => {
  const rows: Rows = [
    ['Role', 'State'],
    ['a', 'Complete'],
    ['b', 'Partial'],
  ];
  const stateOf = (complete: string) =>
    collect(
      `{ title: T, respondent: { status: { column: State, complete: [${complete}] } }, exclude: [incomplete], ${question} }`,
      [rows],
    );
  const wrong = await stateOf('Completed');
  expect(wrong.ledger.analysed).toBe(0);
  expect(issuesOf(wrong, 'option-not-seen')).toMatchObject([
    { column: 'State', value: 'Completed', suggestion: 'Complete' },
  ]);
  expect(issuesOf(await stateOf('Completed, Complete'), 'option-not-seen')).toEqual([]);
});

test('responses that are blank under every question are said, and those of which an answer was not read are not', async () => {
  const responses = await collect(
    `title: T
questions:
  - { id: fair, kind: scale, scale: agreement, column: Fair }
  - { id: heard, kind: multiple, columns: [Post, Web] }
  - { id: why, kind: text, column: Why }`,
    [
      [
        ['ID', 'Fair', 'Post', 'Web', 'Why'],
        ['1', 'Agree', '', '', ''],
        ['2', '', '', '', ''],
        ['3', 'Purple', '', '', ''],
        ['4', '', 'No', 'No', ' '],
        ['5', '', '', 'Yes', ''],
      ],
    ],
  );
  expect(issuesOf(responses, 'unanswered')).toMatchObject([{ count: 2, places: [{ row: 2 }, { row: 4 }] }]);
  expect(responses.ledger).toMatchObject({ received: 5, analysed: 5 });
});
