import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Role } from '../../../src/intake/headers/layout.ts';
import { type PlatformName, platforms } from '../../../src/intake/platforms/registry.ts';
import { recogniseLayout } from '../../../src/intake/headers/recognise.ts';
import { read } from '../source.ts';
import { fileOf, fixtures, plainFiles, readFixture, rowsOf } from './fixtures.ts';

/** What each fixture is recognised by, how many header rows and responses it has, and which column has which role. */
const known: Readonly<
  Record<
    Exclude<PlatformName, 'generic'>,
    readonly [by: string, headers: number, rows: number, Partial<Record<Role, string>>]
  >
> = {
  qualtrics: [
    'its header row of import ids',
    3,
    7,
    { id: 'ResponseId', submitted: 'RecordedDate', status: 'Finished', preview: 'Status' },
  ],
  typeform: [
    'the columns # and Submit Date (UTC)',
    1,
    5,
    { id: '#', submitted: 'Submit Date (UTC)', status: 'Response Type' },
  ],
  redcap: [
    'the column redcap_survey_identifier',
    1,
    6,
    { id: 'record_id', submitted: 'loneliness_survey_timestamp', status: 'loneliness_survey_complete' },
  ],
  kobo: ['the column _uuid', 1, 5, { id: '_id', submitted: '_submission_time' }],
  smartsurvey: ['the columns UserID and Ended', 3, 6, { id: 'UserID', submitted: 'Ended' }],
  alchemer: [
    'the columns Time Started and Date Submitted',
    1,
    6,
    { id: 'Response ID', submitted: 'Date Submitted', status: 'Status' },
  ],
  limesurvey: [
    'the column Last page',
    1,
    6,
    { id: 'Response ID', submitted: 'Date last action', status: 'Date submitted' },
  ],
  microsoftforms: [
    'the columns Start time and Completion time',
    1,
    6,
    { id: 'ID', submitted: 'Completion time' },
  ],
  surveymonkey: ['the header row with “Response”', 2, 8, { id: 'Respondent ID', submitted: 'End Date' }],
  jisc: ['the column Unique Response Number', 1, 5, { id: 'Unique Response Number' }],
  govukforms: [
    'the columns Reference and Submitted at, which come first',
    1,
    5,
    { id: 'Reference', submitted: 'Submitted at' },
  ],
  citizenspace: ['the answer “Not Answered”', 1, 5, { id: 'Response ID', submitted: 'Date Submitted' }],
  googleforms: ['the column Timestamp with a time in every row', 1, 5, { submitted: 'Timestamp' }],
  jotform: [
    'the columns Submission Date and Submission IP',
    1,
    5,
    { id: 'Submission ID', submitted: 'Submission Date' },
  ],
};

describe.each(Object.entries(known))('the fixture of %s', (name, [by, headerRows, rows, columns]) => {
  test('is recognised, and by what is said', async () => {
    const { layout } = await readFixture(fileOf(name));
    expect([layout.platform, layout.recognisedBy, layout.headerRows]).toEqual([name, by, headerRows]);
  });

  test('has as many responses as its README says', async () => {
    expect((await readFixture(fileOf(name))).rows).toBe(rows);
  });

  test('has its columns about the respondent told from questions, one of each sort', async () => {
    const { headings } = (await readFixture(fileOf(name))).layout;
    const found = headings.flatMap(({ role, name: header }): [Role, string][] =>
      role === undefined || role === 'technical' || role === 'personal' ? [] : [[role, header]],
    );
    expect(found).toHaveLength(Object.keys(columns).length);
    expect(Object.fromEntries(found)).toEqual(columns);
  });

  test('is taken for no other platform’s', () => {
    const first = rowsOf(fileOf(name));
    const takers = Object.entries(platforms).filter(([, { recognise }]) => recognise(first) !== undefined);
    expect(takers.map(([taker]) => taker)).toEqual([name, 'generic']);
  });
});

test('every platform has a fixture, and every such folder a platform', () => {
  const folders = readdirSync(fixtures).filter((name) => name.startsWith('platform-'));
  const names = Object.keys(platforms).filter((name) => name !== 'generic');
  expect(folders).toEqual(names.map((name) => `platform-${name}`).toSorted());
});

test.each(plainFiles)('%s is of no platform in particular', async (file) => {
  const headerRows = file.endsWith('-codes.csv') ? 2 : 1;
  expect((await readFixture(file)).layout).toMatchObject({ platform: 'generic', headerRows });
});

describe('a file is of no platform in particular', () => {
  test.each([
    ['with a column called Status', 'Response ID,Submitted,Status,Age\n1,2024-05-01,Completed,25–44\n'],
    ['with a name and an email', 'ID,Name,Email,Do you agree?\n1,A,a@example.com,Yes\n'],
    ['with a column called Timestamp that has no times', 'Timestamp,Do you agree?\nearly,Yes\n'],
    ['with numbered questions', '1. Your ward,2. Your age,3. Your views\nNorth,25,Fine\n'],
    ['with brackets in a question', 'Your ward [if known],Your age [in years]\nNorth,25\n'],
    ['with colons in its questions', 'About you: age,About you: sex\n25,Female\n'],
    ['with a date of submission among others', 'Ward,Submission Date,Reference\nNorth,2024-05-01,7\n'],
    ['with a reference that is not first', 'Ward,Reference,Submitted at\nNorth,7,2024-05-01T10:00:00\n'],
    ['with a start time alone', 'ID,Start time,Ward\n1,09:00,North\n'],
    ['with a user id alone', 'UserID,Ward\n1,North\n'],
    ['with a column called end', 'start,end,Ward\n1,2,North\n'],
    ['with questions called so', 'Start,End,Today,Ward\nYes,No,Yes,North\nNo,No,,South\n'],
    ['with ratings under such headers', 'Start,End,Today,Ward\n4,5,1,North\n2,3,3,South\n'],
    [
      'with when it was filled in behind other columns',
      'Response ID,Ward,Start time,Completion time\n7,North,9:00,9:05\n',
    ],
  ])('%s', async (_, text) => {
    const { layout } = await read(text);
    expect([layout.platform, layout.recognisedBy]).toEqual(['generic', 'one header row']);
  });
});

test('columns that other programs call something_other are no sign of LimeSurvey', () => {
  const platform = (header: string) =>
    recogniseLayout([header.split(','), header.split(',').map(() => 'x')]).platform;
  expect(platform('id,how_run,how_run_other,why_run_other')).toBe('generic');
  expect(platform('id,q1,q1_other,q2_SQ001')).toBe('limesurvey');
});

test('Kobo is known by what its forms keep of themselves, where the ids were taken away', async () => {
  const header = 'start,end,today,ward,travel,travel.bus,travel.on_foot,home/_gps_latitude';
  const rows = [
    '9:00,9:04,2024-05-01,north,bus on_foot,1,1,51.5',
    '9:10,9:14,2024-05-01,south,on_foot,0,1,51.6',
  ];
  const { layout } = await read([header, ...rows, ''].join('\n'));
  expect([layout.platform, layout.recognisedBy]).toEqual(['kobo', 'the columns start, end and today']);
  expect(layout.headings.slice(3).map(({ question, part, role }) => [role ?? question, part])).toEqual([
    ['ward', undefined],
    ['technical', undefined],
    ['travel', 'bus'],
    ['travel', 'on_foot'],
    ['personal', undefined],
  ]);
});

test('and where their dates have the month in words', async () => {
  const rows = [
    'start,end,today,Ward',
    '"Nov 17, 2016 4:31:03 PM","Nov 17, 2016 4:40:00 PM","Nov 17, 2016",North',
  ];
  expect((await read([...rows, ''].join('\n'), { delimiter: ',' })).layout.platform).toBe('kobo');
});

describe('LimeSurvey without the last page and the language', () => {
  const platform = (header: string) =>
    recogniseLayout([header.split(','), header.split(',').map(() => 'N/A')]).platform;

  test('is known by its own columns beside items of one question', () => {
    const items = 'What would help? [Lanes],What would help? [Parking]';
    expect(platform(`Response ID,Date submitted,Referrer URL,Do you cycle?,${items}`)).toBe('limesurvey');
    expect(platform(`Response ID,Date last action,${items}`)).toBe('limesurvey');
  });

  test('is not seen in brackets of questions that share nothing, nor beside columns of others', () => {
    expect(platform('Response ID,Date submitted,Ward [if known],Age [in years]')).toBe('generic');
    expect(platform('Response ID,Date Submitted,Help? [Lanes],Help? [Parking]')).not.toBe('limesurvey');
    expect(platform('Response ID,Help? [Lanes],Help? [Parking]')).not.toBe('limesurvey');
  });
});
