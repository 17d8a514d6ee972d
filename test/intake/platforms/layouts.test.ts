import { describe, expect, test } from 'vitest';
import { read } from '../source.ts';
import { columnsOf } from './fixtures.ts';

describe('Kobo and ODK', () => {
  test('count no answer twice where each is both joined and split', async () => {
    const lines = ['_id,_uuid,trip/mode,trip/mode/bus,trip/mode/car,trip/mode_other', '1,u,bus car,1,1,raft'];
    expect(await columnsOf(lines)).toEqual([
      '(id)',
      '(technical)',
      '(technical)',
      'mode | bus',
      'mode | car',
      'mode_other',
    ]);
  });

  test('may have labels with strokes in them', async () => {
    const lines = [
      'Your age/sex?,How?,How?/On foot,How?/By bus/tram,_id,_submission_time',
      '30,x,1,0,1,2024-05-01',
    ];
    expect(await columnsOf(lines)).toEqual([
      'Your age/sex?',
      '(technical)',
      ...['How? | On foot', 'How? | By bus/tram'],
      ...['(id)', '(submitted)'],
    ]);
  });

  test('put the question before the rows of a grid, and a group before questions of its own', async () => {
    const lines = [
      '_id,_submission_time,How good are they?/Parks,How good are they?/Roads / paths,About you/Ward,About you/Age,Car/Own?,Car/Use?',
      '1,2024-05-01,Good,Poor,Nadi,30,Yes,No',
      '2,2024-05-01,Fair,Good,Suva,40,No,No',
    ];
    expect((await columnsOf(lines)).slice(2)).toEqual([
      ...['How good are they? | Parks', 'How good are they? | Roads / paths'],
      ...['About you/Ward', 'About you/Age', 'Car/Own?', 'Car/Use?'],
    ]);
  });

  test('put the groups before a name, and their own columns at both ends', async () => {
    const headers =
      'SubmissionDate,start,hh-village,hh-loc-Latitude,meta-instanceID,KEY,SubmitterName,Status,ReviewState';
    expect(await columnsOf([headers, '2024-05-01,x,Nadi,-17.8,u,u,A,,'])).toEqual([
      ...['(submitted)', '(technical)', 'village', '(personal)', '(technical)'],
      ...['(id)', '(personal)', '(technical)', '(technical)'],
    ]);
  });
});

test('REDCap is headed by labels too', async () => {
  const lines = [
    'Record ID,Survey Timestamp,Which? (choice=Parks),Which? (choice=Paths (lit)),Complete?',
    '1,[not completed],Checked,Unchecked,Incomplete',
  ];
  expect(await columnsOf(lines)).toEqual([
    ...['(id)', '(submitted)', 'Which? | Parks', 'Which? | Paths (lit)', '(status)'],
  ]);
  const inR = ['Age,Which....choice.Parks.,Which....choice.Paths..lit..', '30,Checked,Unchecked'];
  expect(await columnsOf(inR)).toEqual(['Age', 'Which.. | Parks', 'Which.. | Paths..lit.']);
  const others = ['Age,Good..choice.of.food.,Good..choice.of.drinks.', '30,Yes,No', '40,No,No'];
  expect(await columnsOf(others)).toEqual(['Age', 'Good..choice.of.food.', 'Good..choice.of.drinks.']);
});

test.each([
  ['Spanish', 'Id,Hora de inicio,Hora de finalización,Correo electrónico,Nombre'],
  ['French', 'ID,Heure de début,Heure de fin,Adresse de messagerie,Nom'],
  ['German', 'ID,Startzeit,Fertigstellungszeit,E-Mail,Name'],
])('Microsoft Forms names its own columns in %s too', async (_, own) => {
  const lines = [`${own},Which?`, '1,9:00,9:01,a,b,Bus;Tram;', '2,9:00,9:01,a,b,Bus;'];
  const { layout } = await read(lines.join('\n'));
  expect([layout.platform, layout.separator]).toEqual(['microsoftforms', ';']);
  expect(await columnsOf(lines)).toEqual([
    ...['(id)', '(technical)', '(submitted)', '(personal)', '(personal)', 'Which?'],
  ]);
});

test.each(['', '#', 'Unnamed: 0'])(
  'Microsoft Forms is known behind numbers of rows under “%s”',
  async (header) => {
    const lines = [
      `${header},ID,Start time,Completion time,Email,Name,Which?`,
      ...['1,7,9:00,9:01,a,b,Bus;Tram;', '2,8,9:00,9:01,a,b,Bus;'],
    ];
    const { layout } = await read(lines.join('\n'));
    expect([layout.platform, layout.separator]).toEqual(['microsoftforms', ';']);
    expect(await columnsOf(lines)).toEqual([
      ...['(technical)', '(id)', '(technical)', '(submitted)', '(personal)', '(personal)', 'Which?'],
    ]);
  },
);

test('Kobo’s names are known as R rewrites them, and what R writes into a box that was not shown', async () => {
  const lines = [
    'X_uuid,home.travel,home.travel.bus,home.travel.on_foot,X_submission_time',
    'a,bus,1,0,2024-05-01',
    'b,NA,NA,NA,2024-05-01',
  ];
  expect(await columnsOf(lines)).toEqual([
    ...['(technical)', '(technical)', 'home.travel | bus', 'home.travel | on_foot', '(submitted)'],
  ]);
});

test('a question that follows another is no box of it, whatever Kobo calls it', async () => {
  const lines = ['_uuid,q5,q5.1,q6,q6.1,q6.other', 'a,yes,1,bus,0,NA', 'b,no,NA,car,1,NA'];
  expect(await columnsOf(lines)).toEqual(['(technical)', 'q5', 'q5.1', 'q6', 'q6.1', 'q6.other']);
});

test('Microsoft Forms adds marks and feedback to the questions of a quiz', async () => {
  const lines = [
    'Id,Start time,Completion time,Email,Name,Total points,Quiz feedback,Ward,Points - Ward,Feedback - Ward,x,Name2,Name',
    '1,9:00,9:01,a,b,2,,North,1,,,,Mo',
  ];
  expect((await columnsOf(lines)).slice(5)).toEqual([
    ...['(technical)', '(technical)', 'Ward', '(technical)', '(technical)', 'x', 'Name', 'Name'],
  ]);
  const spanish = (own: string) =>
    columnsOf([
      `ID,Hora de inicio,Hora de finalización,Correo electrónico,Nombre,${own},Zona,Puntos: Zona,Comentarios: Zona`,
      '1,9:00,9:01,a,b,,Norte,,',
    ]);
  expect((await spanish('Total de puntos')).slice(5)).toEqual([
    ...['(technical)', 'Zona', '(technical)', '(technical)'],
  ]);
  expect((await spanish('Edad')).slice(5)).toEqual(['Edad', 'Zona', 'Puntos: Zona', 'Comentarios: Zona']);
});

describe('Alchemer', () => {
  const start = 'Time Started,Date Submitted,Status';
  const row = '2024-05-01,2024-05-01,Complete,a,b';

  test.each([
    ['Where: at home,Other - Write In:Where: at home', 'Where: at home', 'Where: at home | Other - Write In'],
    ['A:Which: of these,B: too:Which: of these', 'Which: of these | A', 'Which: of these | B: too'],
    ['Ward: north,Age: in years', 'Ward: north', 'Age: in years'],
  ])('divides its headers where the question is known: %s', async (headers, ...questions) => {
    const lines = [`${start},${headers}`, row];
    expect((await columnsOf(lines)).slice(3)).toEqual(questions);
  });

  test('has columns of its own called “Comments” and “City” before the first question only', async () => {
    const lines = [`${start},Comments,City,Ward,City,Comments`, '2024-05-01,2024-05-01,Complete,,York,a,b,c'];
    expect((await columnsOf(lines)).slice(3)).toEqual([
      ...['(technical)', '(personal)', 'Ward', 'City', 'Comments'],
    ]);
  });
});

test('SmartSurvey may have fewer header rows, and a question over its first column or over each', async () => {
  const two = [
    'UserID,Ended,Q1. Which?,,Q2. Which?,Q2. Which?',
    ',,One,Two,One,Two',
    '7,2024-05-01,One,-,-,Two',
  ];
  const questions = ['Q1. Which? | One', 'Q1. Which? | Two', 'Q2. Which? | One', 'Q2. Which? | Two'];
  expect(await columnsOf(two)).toEqual(['(id)', '(submitted)', ...questions]);
  expect(await columnsOf(['UserID,Ended,Q1. Which?', '7,2024-05-01,One'])).toEqual([
    '(id)',
    '(submitted)',
    'Q1. Which?',
  ]);
});

test.each([
  ['one header row', ['UserID,Ended,Agree?,Role', ',,,', ',,Yes,', '7,2024-05-01,No,-'], 2],
  ['two', ['UserID,Ended,Agree?,', ',,Speed,Price', ',2024-05-01,Yes,No', '7,2024-05-01,No,-'], 2],
])('the first responses under %s of SmartSurvey may have no id', async (_, lines, rows) => {
  expect(await read(lines.join('\n'))).toMatchObject({ layout: { platform: 'smartsurvey' }, rows });
});

describe.each([
  ['smartsurvey', 'UserID,Ended', '7,2024-05-01'],
  ['jotform', 'Submission Date,Submission ID', '2024-05-01,7'],
  ['jisc', 'Unique Response Number,Response submitted', '7,2024-05-01'],
  ['surveymonkey', 'Respondent ID,Collector ID', '114069855029,451407384'],
  ['surveymonkey', 'respondent_id,collector_id', '114069855029,451407384'],
  ['limesurvey', 'id,lastpage', '7,3'],
  ['alchemer', 'Time Started,Date Submitted', '2024-05-01 10:00:00,2024-05-01 10:05:00'],
  ['typeform', '#,Submit Date (UTC)', 'r2w0retelulfeavbz8nkr2w0,2024-05-01 10:05:00'],
  ['microsoftforms', 'Start time,Completion time', '5/13/24 9:00:00,5/13/24 9:04:00'],
  ['googleforms', 'Timestamp,Email Address', '5/13/2024 9:00:00,a@example.org'],
  ['kobo', '_uuid,_submission_time', '0e7c1d7a,2024-05-01'],
])('%s, whatever it is believed to do', (platform, metadata, ids) => {
  test.each([' - ', ': ', ':', ' | ', ' > ', ' >> ', '/'])(
    'may join question and option by "%s"',
    async (mark) => {
      const [fund, rate] = ['1. Which of these should we fund?', '2. How good are they?'];
      const parts = [
        `${fund}${mark}Parks`,
        `${fund}${mark}Roads`,
        `${rate}${mark}Parks`,
        `${rate}${mark}Roads`,
      ];
      const { layout } = await read(
        `${metadata},${parts.join(',')},3. Ward\n${ids},Parks,,Good,Poor,North\n`,
      );
      expect(layout.platform).toBe(platform);
      const found = layout.headings.slice(2).map(({ name, part }) => [name, part]);
      expect(found).toEqual([
        [parts[0], 'Parks'],
        [parts[1], 'Roads'],
        [parts[2], 'Parks'],
        [parts[3], 'Roads'],
        ['3. Ward', undefined],
      ]);
      expect(new Set(layout.headings.slice(2).map(({ question }) => question)).size).toBe(3);
    },
  );
});

test.each(['Tijdstempel', 'Отметка времени', 'Zaman damgası', 'タイムスタンプ'])(
  'Google Forms is recognised by “%s” over times',
  async (header) => {
    const { layout } = await read(`${header},Rate it\n9-5-2023 13:51:39,Good\n9-5-2023 14:02:10,Poor\n`);
    expect([layout.platform, layout.headings[0]?.role]).toEqual(['googleforms', 'submitted']);
  },
);

test('what Google Forms puts after each answer of a quiz is no answer, in whatever language', async () => {
  const asked = ['Which strain?', 'Which strain? [Puntuación]', 'Which strain? [Comentarios]'];
  const { layout } = await read(
    [
      ['Marca temporal', 'Puntuación total', ...asked, 'Rate [Parks]'].join(','),
      '2020/12/09 12:30:11 PM EST,1.00 / 2,A,1.00 / 1,Well done,Good',
      '2020/12/09 3:37:47 PM EST,0.00 / 2,B,-- / 0,,Poor',
    ].join('\n'),
  );
  const roles = [undefined, 'technical', 'technical'];
  expect(layout.headings.map(({ role }) => role)).toEqual(['submitted', 'technical', ...roles, undefined]);
});

test.each([
  ['other ids', (n: number) => `${n}`],
  ['no ids', () => ''],
])('the first response of a Qualtrics export with %s is no row of texts', async (_, idOf) => {
  const answers = ['Strongly agree', 'Agree', 'Agree', 'Disagree'];
  const rows = answers.map((answer, n) => `${idOf(n)},2024-02-0${n + 1} 10:00:00,${answer}`);
  const { rows: received, layout } = await read(['ResponseId,RecordedDate,Q1', ...rows].join('\n'));
  expect([layout.platform, received]).toEqual(['qualtrics', 4]);
  const withTexts = await read(['ResponseId,RecordedDate,Q1', 'Antwort-ID,Datum,Wie?', ...rows].join('\n'));
  expect(withTexts.rows).toBe(4);
});

test('Qualtrics is known by its id and time, though its other columns were taken out', async () => {
  const lines = [
    'Finished,RecordedDate,ResponseId,Q1_First Click,Q1_Page Submit,Q1',
    'True,2024-05-01,R_1,0.5,9,Yes',
  ];
  const { layout } = await read(lines.join('\n'));
  expect(layout.platform).toBe('qualtrics');
  expect(await columnsOf(lines)).toEqual([
    ...['(status)', '(submitted)', '(id)', '(technical)', '(technical)'],
    'Q1',
  ]);
});

test('Qualtrics has the text of an "Other" beside its question', async () => {
  const lines = [
    'ResponseId,Q1,Q1_4_TEXT',
    'Response ID,Which?,Which? - Other - Text',
    '{"ImportId":"a"},x,x',
    'R_1,a,b',
  ];
  expect(await columnsOf(lines)).toEqual(['(id)', 'Which?', 'Which? | Other - Text']);
});

test.each([
  ['nothing else', []],
  ['the import ids', ['{"ImportId":"finished"},x,x,x,x,x,{"ImportId":"QID1_1"},{"ImportId":"QID1_2"}']],
])('Qualtrics is read by its row of texts where that is kept with %s', async (_, ids) => {
  const lines = [
    'Finished,Response Type,Recorded Date,Response ID,Location Latitude,Distribution Channel,Agree? - Fair,Agree? - Clear',
    ...ids.map((row) => row.replace(/\{[^}]*\}/gu, (id) => `"${id.replaceAll('"', '""')}"`)),
    'True,IP Address,2024-05-01 10:00:00,R_1,52.1,anonymous,Yes,No',
  ];
  const { layout } = await read(`${lines.join('\n')}\n`);
  expect(layout.platform).toBe('qualtrics');
  expect(await columnsOf(lines)).toEqual([
    ...['(status)', '(preview)', '(submitted)', '(id)', '(personal)', '(technical)'],
    ...['Agree? | Fair', 'Agree? | Clear'],
  ]);
});

test('Qualtrics has its import ids under its own columns where somebody numbered the rows before them', async () => {
  const lines = [
    'num,StartDate,Finished,ResponseId,Q1',
    'num,Start Date,Finished,Response ID,Which?',
    `1,${['startDate', 'finished', '_recordId', 'QID1'].map((id) => `"{""ImportId"":""${id}""}"`).join(',')}`,
    '2,2024-05-01 10:00:00,True,R_1,a',
  ];
  const { layout, rows } = await read(`${lines.join('\n')}\n`);
  expect([layout.platform, layout.headerRows, rows]).toEqual(['qualtrics', 3, 1]);
  expect(await columnsOf(lines)).toEqual(['(technical)', '(technical)', '(status)', '(id)', 'Which?']);
});

test('Qualtrics of 2016 has import ids in single quotation marks, and no spaces about the dash', async () => {
  const lines = [
    'ResponseID,Finished,Q1,Q2_1,Q2_2,Q3',
    'ResponseID,Finished,Which?,Rate each-Squash,Rate each-Well-kept peas,Why?',
    [
      "{'ImportId': 'responseId'}",
      "{'ImportId': 'finished'}",
      "{'ImportId': 'QID1'}",
      "{'ImportId': 'QID2-1'}",
    ]
      .concat("{'ImportId': 'QID2-2'}", "{'ImportId': 'QID3-TEXT'}")
      .join(','),
    'R_1,1,a,4,5,because',
  ];
  const { layout, rows } = await read(lines.join('\n'));
  expect([layout.platform, layout.headerRows, rows]).toEqual(['qualtrics', 3, 1]);
  const headings = layout.headings.filter(({ role }) => role === undefined);
  expect(headings.map(({ question, part, isText = false }) => [question, part, isText])).toEqual([
    ['Which?', undefined, false],
    ['Rate each', 'Squash', false],
    ['Rate each', 'Well-kept peas', false],
    ['Why?', undefined, true],
  ]);
});

test('Qualtrics has what came with a link among its own columns, and topics that it found itself', async () => {
  const lines = [
    'ResponseId,Q1,panel,Q2 - Parent Topics,Q2_DO',
    'Response ID,Which?,panel,Q2 - Parent Topics,FL_1 - Display Order',
    '{"ImportId":"_recordId"},{"ImportId":"QID1"},{"ImportId":"panel"},{"ImportId":"QID2_TEXT_a"},{"ImportId":"FL_1_DO"}',
    'R_1,a,b,c,d',
  ].map((line) => line.replaceAll(/\{("[^{]*")\}/gu, (json) => `"${json.replaceAll('"', '""')}"`));
  expect(await columnsOf(lines)).toEqual(['(id)', 'Which?', '(embedded)', '(technical)', '(technical)']);
});

test('Qualtrics has questions of its own import id whatever their code, and the order shown under such a code', async () => {
  const codes = 'Finished,RecordedDate,ResponseId,WHAT_TO_DO,Q3_DO,Q3_DO_1,Distribution channel';
  const texts =
    'Finished,Recorded Date,Response ID,What first?,Q3 - Display Order,Which?,How did it reach you?';
  const ids = ['finished', 'recordedDate', '_recordId', 'QID2', 'QID3_DO', 'QID4_1', 'QID5'].map(
    (id) => `"{""ImportId"":""${id}""}"`,
  );
  const lines = [codes, texts, ids.join(','), 'True,2024-05-01,R_1,Roads,1|2,A,preview'];
  const own = ['(status)', '(submitted)', '(id)'];
  const asked = ['What first?', '(technical)', 'Which?', 'How did it reach you?'];
  expect(await columnsOf(lines)).toEqual([...own, ...asked]);
  expect(await columnsOf(lines.toSpliced(2, 1))).toEqual([...own, ...asked]);
});

test('Qualtrics says by its channel which responses are previews where its status was taken out', async () => {
  const lines = (...more: readonly string[]) =>
    [
      ['Finished', 'RecordedDate', 'ResponseId', 'DistributionChannel', ...more.slice(0, 1), 'Q1'],
      ['True', '2024-05-01', 'R_1', 'preview', ...more.slice(1), 'Yes'],
    ].map((row) => row.join(','));
  const { layout } = await read(lines().join('\n'));
  expect(layout.preview).toEqual(['preview']);
  expect((await columnsOf(lines()))[3]).toBe('(preview)');
  expect((await columnsOf(lines('Status', 'IP Address'))).slice(3)).toEqual([
    ...['(technical)', '(preview)'],
    'Q1',
  ]);
});

test('Qualtrics with internal ids in place of codes has the codes before its texts', async () => {
  const { layout, rows } = await read(
    [
      'endDate,_recordId,recordedDate,distributionChannel,duration,QID6_1,QID6_5,QID6_5_TEXT,QID7,panel',
      'End Date,Response ID,Recorded Date,DistributionChannel - Distribution Channel,Duration (in seconds),D-1_1 - How? - Selected Choice - On foot,D-1_5 - How? - Selected Choice - Other,D-1_5_TEXT - How? - Other - Text,D-2 - When - if at all?,panel - panel',
      '2026-01-02 10:00:00,R_1,2026-01-02 10:00:00,anonymous,60,On foot,,,Daily,a',
    ].join('\n'),
  );
  expect([layout.platform, layout.headerRows, rows]).toEqual(['qualtrics', 2, 1]);
  expect(layout.headings.map(({ role, question, part, isText }) => role ?? [question, part, isText])).toEqual(
    [
      'technical',
      'id',
      'submitted',
      'preview',
      'technical',
      ['How?', 'On foot', undefined],
      ['How?', 'Other', undefined],
      ['How?', 'Other - Text', true],
      ['When - if at all?', undefined, undefined],
      'embedded',
    ],
  );
});

test('Qualtrics ends a question that asks for words too before “Selected Choice”', async () => {
  const { layout } = await read(
    [
      'ResponseId,RecordedDate,DistributionChannel,Q2_1,Q2_2,Q3',
      'Response ID,Recorded Date,Distribution Channel,How? - Selected Choice - Bus,How? - Selected Choice - Other,Why? - Selected Choice',
      'R_1,2026-01-02 10:00:00,anonymous,Bus,,Because',
    ].join('\n'),
  );
  expect(layout.headings.slice(3).map(({ question, part }) => [question, part])).toEqual([
    ['How?', 'Bus'],
    ['How?', 'Other'],
    ['Why?', undefined],
  ]);
  // As a definition made before may call it.
  expect(layout.headings[5]?.aliases).toContain('Why? - Selected Choice');
});

test('Qualtrics says by its codes that options which begin alike are of one question with the others', async () => {
  const { layout } = await read(
    [
      'ResponseId,RecordedDate,DistributionChannel,Q2_1,Q2_2,Q2_3,Q2_3_TEXT',
      'Response ID,Recorded Date,Distribution Channel,How? - Selected Choice - Bus - day,How? - Selected Choice - Bus - night,How? - Selected Choice - Other,How? - Other - Text',
      'R_1,2026-01-02 10:00:00,anonymous,Bus - day,,Other,Tram',
    ].join('\n'),
  );
  expect(layout.headings.slice(3).map(({ question, part }) => [question, part])).toEqual([
    ['How?', 'Bus - day'],
    ['How?', 'Bus - night'],
    ['How?', 'Other'],
    ['How?', 'Other - Text'],
  ]);
});

test.each(['ResponseId,RecordedDate', 'RecordedDate,Finished'])(
  'Qualtrics has questions of several columns where its codes are all there is: %s',
  async (own) => {
    const lines = [`${own},Progress,Q1_1,Q1_2,Q2,Q2_1_TEXT`, 'R_1,True,100,Agree,Disagree,Yes,Because'];
    const { layout } = await read(lines.join('\n'));
    expect(layout.platform).toBe('qualtrics');
    expect(layout.headings.slice(3).map(({ name, question, part }) => [name, question, part])).toEqual([
      ['Q1_1', 'Q1', '1'],
      ['Q1_2', 'Q1', '2'],
      ['Q2', 'Q2', undefined],
      ['Q2_1_TEXT', 'Q2_1_TEXT', undefined],
    ]);
  },
);

test('Qualtrics has what it finds out about who answered among its own columns, with its codes alone too', async () => {
  const lines = [
    'ResponseId,Finished,Q_RelevantIDDuplicateScore,Q_RelevantIDLastStartDate,Q_BallotBoxStuffing,Q_1',
    'R_1,True,0,,,a',
  ];
  expect((await columnsOf(lines, 'qualtrics')).slice(2)).toEqual([
    ...Array<string>(3).fill('(technical)'),
    'Q_1',
  ]);
});

test('Google Forms joins by another mark in the file that the form itself gives', async () => {
  const sheet = await read('Timestamp,Which?\n5/13/2024 9:00:00,"A, B"\n');
  const direct = await read(
    'Timestamp,Which?\n2024/05/13 9:00:00 am GMT,"A;B, or C"\n2024/05/13 9:01:00 am GMT,"B, or C"\n',
  );
  expect([sheet.layout.separator, direct.layout.separator]).toEqual([', ', ';']);
});

test('Jotform joins by line ends or by a mark', async () => {
  const lines = await read('Submission Date,Which?\n2024-05-13,"A\nB"\n');
  const marks = await read('Submission Date,Which?\n2024-05-13,A; B\n');
  expect([lines.layout.separator, marks.layout.separator]).toEqual(['\n', ';']);
});

test('Jisc numbers its questions, and the number is another name of each', async () => {
  const { layout } = await read('1. Ward,1.a. If other,2.i. Paths\nNorth,,x\n');
  expect(layout.recognisedBy).toBe('question numbers such as 1.a');
  expect(layout.headings.map(({ name, aliases }) => [name, ...aliases])).toEqual([
    ['1. Ward', 'Ward', '1'],
    ['1.a. If other', 'If other', '1.a'],
    ['2.i. Paths', 'Paths', '2.i'],
  ]);
});

describe('Citizen Space', () => {
  test('is known by its ids where nobody left anything out', async () => {
    const { layout } = await read('Response ID,Ward\nANON-4KXR-9ZQ1-A,North\n');
    expect(layout.recognisedBy).toBe('response ids such as ANON-0000-0000-0');
  });

  test('is not taken for granted where a column says that responses were finished', async () => {
    const { layout } = await read('Response ID,Status,Ward\nANON-4KXR-9ZQ1-A,Completed,North\n');
    expect(layout.platform).toBe('generic');
  });

  test('has "Not Answered" for no reply, wherever it stands', async () => {
    const rows = Array.from(
      { length: 40 },
      (_, row) => `ANON-4KXR-9Z${row + 10}-A,${row < 39 ? 'North' : 'Not Answered'}`,
    );
    const { columns } = await read(['Response ID,Ward', ...rows].join('\n'));
    expect(columns.get(1)?.values).toEqual(['North', '']);
  });
});

test('SmartSurvey may leave a row of headers empty, which is no blank row among the responses', async () => {
  const lines = [
    'UserID,Started,Ended,Agree?,',
    ',,,Speed,Price',
    ',,,,',
    '1,x,y,Yes,No',
    ',,,,',
    '2,x,y,No,No',
  ];
  expect(await read(lines.join('\n'))).toMatchObject({ rows: 2, blankRows: 1 });
});

describe('Qualtrics in one row of headers', () => {
  test('may have each text behind its code', async () => {
    const lines = [
      'RecordedDate:Recorded Date,ResponseId:Response ID,IPAddress:IP Address,Q1:How old are you?,Q2_1:Agree? - Fair,Q2_2:Agree? - Clear: both',
      '2024-05-01 10:00:00,R_1,192.0.2.1,30,Yes,No',
      '2024-05-02 10:00:00,R_2,192.0.2.2,40,No,No',
    ];
    const { layout, rows } = await read(lines.join('\n'));
    expect([layout.platform, layout.headerRows, rows]).toEqual(['qualtrics', 1, 2]);
    expect(await columnsOf(lines)).toEqual([
      ...['(submitted)', '(id)', '(personal)', 'How old are you?', 'Agree? | Fair', 'Agree? | Clear: both'],
    ]);
  });

  test('is known where somebody took the ids out', async () => {
    const lines = [
      'StartDate,Progress,Duration__in_seconds_,Finished,RecordedDate,Q_RelevantIDFraudScore,Q1',
      '2024-05-01 09:50:00,100,61,1,2024-05-01 10:00:00,0,30',
    ];
    expect((await read(lines.join('\n'))).layout.platform).toBe('qualtrics');
    expect(await columnsOf(lines)).toEqual([
      ...['(technical)', '(technical)', '(technical)', '(status)', '(submitted)', '(technical)', 'Q1'],
    ]);
  });
});
