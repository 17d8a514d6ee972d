import { rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { csv } from '../support/survey.ts';
import { type Sandbox, sandbox } from './sandbox.ts';

let place: Sandbox;
beforeEach(() => {
  place = sandbox();
});
afterEach(() => place.remove());

interface Result {
  readonly questions: readonly {
    readonly kind: string;
    readonly text: string;
    readonly items: readonly {
      readonly base: { readonly count: number };
      readonly options?: readonly { label: string; count: number }[];
    }[];
  }[];
}

/** What a file comes to, question by question: the kind, the base of each item, and the count of each option. */
async function analyse(text: string, more = '') {
  place.write('responses.csv', text);
  const { stdout, stderr, exitCode } = await place.run(`soundings analyse responses.csv -f json ${more}`);
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
  const { questions } = JSON.parse(stdout) as Result;
  return {
    stderr,
    questions: questions.map(({ kind, text: asked, items }) => ({
      kind,
      text: asked,
      bases: items.map(({ base }) => base.count),
      options: items.map(({ options = [] }) => options.map(({ label, count }) => `${label} ${count}`)),
    })),
  };
}

describe('HTML entities in an export', () => {
  const encoded = csv([
    ['Response ID', 'Time Started', 'Date Submitted', 'What matters to the Council&#39;s plan?'],
    ...[
      'R&amp;D;Parks &amp; paths',
      'R&amp;D',
      'Parks &amp; paths;Children&#146;s &quot;hubs&quot;',
      'Parks &amp; paths',
      '&nbsp;',
    ]
      .flatMap((cell) => Array.from({ length: 5 }, () => cell))
      .map((cell, nth) => [`${nth}`, '2024-03-01 10:00:00', '2024-03-01 10:05:00', cell]),
  ]);
  const figures = {
    kind: 'multiple',
    text: "What matters to the Council's plan?",
    bases: [20],
    options: [['Parks & paths 15', 'R&D 10', 'Children’s "hubs" 5']],
  };

  test('are the characters that they stand for, before a cell is cut at its semicolons', async () => {
    expect((await analyse(encoded)).questions).toEqual([figures]);
    expect((await analyse(encoded, '--engine duckdb')).questions).toEqual([figures]);
  });

  test('are what a definition says, with the characters or as they stand in the file', async () => {
    for (const options of [
      `[R&D, Parks & paths, Children's "hubs"]`,
      `["R&amp;D", "Parks &amp; paths", "Children&#39;s &quot;hubs&quot;"]`,
    ]) {
      place.write(
        'survey.yaml',
        `{ title: T, questions: [{ id: q, kind: multiple, column: "What matters to the Council's plan?", options: ${options} }] }`,
      );
      expect((await analyse(encoded)).questions).toMatchObject([
        { bases: [20], options: [['R&D 10', 'Parks & paths 15', 'Children\'s "hubs" 5']] },
      ]);
    }
  });

  test('are apostrophes where SmartSurvey writes @SQ@, in headers and cells', async () => {
    const rows = [
      ['Id', 'What is the council@SQ@s best idea?'],
      ...[1, 2, 3, 4].map((n) => [`R${n}`, 'Children@SQ@s centre']),
    ];
    expect((await analyse(csv(rows))).questions).toMatchObject([
      { text: "What is the council's best idea?", options: [["Children's centre 4"]] },
    ]);
  });

  test('that HTML does not know, and control characters, stay as they are written', async () => {
    const cells = ['A&bogus;', 'B&#27;[2J', 'C & D;'].flatMap((cell) => [cell, cell]);
    const { questions } = await analyse(
      csv([['Id', 'Which?'], ...cells.map((cell, nth) => [`R${nth}`, cell])]),
    );
    expect(questions[0]?.options.flat()).toEqual(['A&bogus; 2', 'B&#27;[2J 2', 'C & D; 2']);
  });
});

describe('columns under one question', () => {
  const agree = ['Agree', 'Disagree', 'Strongly agree', 'Neither agree nor disagree', 'Agree'];
  const rows = (headers: readonly string[], cells: readonly (readonly string[])[]) =>
    csv([
      ['Id', ...headers, 'Do you agree with the plan?'],
      ...[...cells, ...cells].map((row, nth) => [`R${nth}`, ...row, agree[nth % 5] ?? '']),
    ]);

  test.each([
    ['✓ Parks', '✓ Roads'],
    ['✔️', '✓ Roads'],
    ['☑ Parks', '☑'],
    ['X', 'x'],
  ])('hold ticks where a box is before the option, or in its place: %s, %s', async (parks, roads) => {
    const cells = [
      [parks, roads],
      [parks, ''],
      ['', roads],
      ['', ''],
      [parks, ''],
    ];
    const figures = { kind: 'multiple', bases: [8], options: [['Parks 6', 'Roads 4']] };
    const { questions } = await analyse(
      rows(['Which do you use? - Parks', 'Which do you use? - Roads'], cells),
    );
    expect(questions[0]).toMatchObject({ ...figures, text: 'Which do you use?' });
    expect((await analyse(rows(['Parks', 'Roads'], cells))).questions[0]).toMatchObject(figures);
  });

  test('hold no ticks where “1” is how many there are', async () => {
    for (const adults of ['1', '2']) {
      const cells = [
        ['1', '1'],
        [adults, ''],
        ['1', ''],
        ['1', '1'],
        ['1', ''],
      ];
      for (const stem of ['How many of you are', 'How many people in each age group live with you?']) {
        const { questions } = await analyse(rows([`${stem} - Adults`, `${stem} - Children 0-4`], cells));
        expect(questions[0]).toMatchObject({ kind: 'number', text: stem });
      }
    }
  });

  test('hold ticks where “1” is one of those that are counted, or the number in a band', async () => {
    const cells = [
      ['1', '1'],
      ['1', ''],
      ['', '1'],
      ['1', ''],
      ['1', ''],
    ];
    const stem = 'How many of these services do you use?';
    const { questions } = await analyse(rows([`${stem} - Parks`, `${stem} - Buses`], cells));
    expect(questions[0]).toMatchObject({ kind: 'multiple', options: [['Parks 8', 'Buses 4']] });
    const bands = [
      ['1', ''],
      ['', '1'],
      ['1', ''],
      ['1', ''],
      ['1', ''],
    ];
    const asked = 'How many people live with you?';
    const result = await analyse(rows([`${asked} - One`, `${asked} - Two or more`], bands));
    expect(result.questions[0]?.options).toEqual([['One 8', 'Two or more 2']]);
  });

  test('hold a question of its own where yes or no is said beside options that were ticked', async () => {
    const stem = 'Which do you use?';
    for (const [parks, roads] of [
      ['Parks', 'Roads'],
      ['Yes', 'Yes'],
    ] as const) {
      const cells = [
        [parks, '', 'Yes'],
        ['', roads, 'No'],
        [parks, roads, 'No'],
        ['', '', 'No'],
        [parks, '', ''],
      ];
      const { questions } = await analyse(
        rows([`${stem} - Parks`, `${stem} - Roads`, `${stem} - Museum`], cells),
      );
      expect(questions.slice(0, 2)).toMatchObject([
        { kind: 'multiple', bases: [8], options: [['Parks 6', 'Roads 4']] },
        { kind: 'scale', bases: [8], options: [['Yes 2', 'No 6']] },
      ]);
    }
    const all = [
      ['Yes', 'No', 'Yes'],
      ['No', 'Yes', 'No'],
      ['Yes', 'Yes', 'No'],
    ];
    const { questions } = await analyse(
      rows([`${stem} - Parks`, `${stem} - Roads`, `${stem} - Museum`], all),
    );
    expect(questions[0]).toMatchObject({ kind: 'multiple', options: [['Parks 4', 'Roads 4', 'Museum 2']] });
  });

  test('hold a question of its own where yes or no is said to what ends in a question mark', async () => {
    const title = ['Respondent ID', 'Collector ID', 'Start Date', 'End Date'];
    const cells = [
      ['Parks', 'Yes', 'Roads'],
      ['', 'No', 'Roads'],
      ['Parks', 'No', ''],
      ['Parks', '', 'Roads'],
    ];
    const { questions } = await analyse(
      csv([
        [...title, 'Which do you use?', '', ''],
        ['', '', '', '', 'Parks', 'Is that every week?', 'Roads'],
        ...[...cells, ...cells].map((row, nth) => [`${nth}`, '1', '2024-03-13', '2024-03-14', ...row]),
      ]),
    );
    expect(questions).toMatchObject([
      { kind: 'multiple', bases: [8], options: [['Parks 6', 'Roads 6']] },
      { text: 'Is that every week?', bases: [6], options: [['Yes 2', 'No 4']] },
    ]);
  });
});

describe('several answers in a cell', () => {
  const answered = async (cells: readonly string[]) => {
    const twice = [...cells, ...cells];
    const { questions } = await analyse(
      csv([['Id', 'Which do you use?'], ...twice.map((cell, nth) => [`R${nth}`, cell])]),
    );
    return questions[0];
  };

  test.each(['\n', '\r\n', ' \n'])(
    'with a comma and a line break between them (%j) are cut at both',
    async (end) => {
      const cells = [`Parks,${end}Roads`, 'Roads', `Roads,${end}Parks, paths,`, `Parks`, ''];
      expect(await answered(cells)).toMatchObject({
        kind: 'multiple',
        bases: [8],
        options: [['Roads 6', 'Parks 4', 'Parks, paths 2']],
      });
    },
  );

  test('are cut at line breaks where a comma stands before some of them only', async () => {
    expect(
      await answered(['Yes, always\nRoads', 'Roads', 'Yes, always', 'Roads\nYes, always', '']),
    ).toMatchObject({
      kind: 'multiple',
      options: [['Roads 6', 'Yes, always 6']],
    });
  });

  test('are the texts of a list as Python writes it, with commas and quotation marks of their own', async () => {
    const cells = [
      `['Parks', "Children's centres"]`,
      `['Roads, paths']`,
      `['Roads, paths', 'Parks']`,
      '[]',
      `['Caf\\xe9']`,
    ];
    expect(await answered(cells)).toMatchObject({
      kind: 'multiple',
      bases: [8],
      options: [['Parks 4', 'Roads, paths 4', 'Café 2', "Children's centres 2"]],
    });
  });
});

describe('NA in a file that R wrote', () => {
  const rows = (lines: readonly string[]) =>
    [...lines, ...lines, ...lines].map((line, nth) => `${nth},${line}`);

  test('is no reply where it is bare and texts are in quotation marks, and N/A stays an answer', async () => {
    const lines = rows(['"North","N/A"', 'NA,"Yes"', '"South","No"', 'NA,NA', '"North",""']);
    for (const more of ['', '--engine duckdb']) {
      const { questions, stderr } = await analyse(
        ['"id","park","Is it used?"', ...lines, ''].join('\n'),
        more,
      );
      expect(stderr).toContain('Taken for no reply: “NA”.');
      expect(questions.map(({ options }) => options.flat().toSorted())).toEqual([
        ['North 6', 'South 3'],
        ['N/A 3', 'No 3', 'Yes 3'],
      ]);
    }
  });

  test('is an answer where somebody has it in quotation marks, or no text is', async () => {
    for (const lines of [
      ['"North"', 'NA', '"NA"', '"South"'],
      ['North', 'NA', 'NA', 'South'],
    ]) {
      const { questions } = await analyse(['"id","ward"', ...rows(lines), ''].join('\n'));
      expect(questions[0]?.options[0]).toContain('NA 6');
    }
  });

  test('is no reply beside numbers too, where no cell of those columns is blank', async () => {
    const lines = ['North,Yes,3,', 'NA,No,NA,It is good', 'South,NA,12,', 'NA,Yes,4,'];
    const header = 'id,ward,Is it used?,Years lived here,Comments';
    const { questions } = await analyse([header, ...rows(lines), ''].join('\n'));
    expect(questions).toMatchObject([{ bases: [6] }, { bases: [9] }, { kind: 'number', bases: [9] }, {}]);
    const blank = [header, ...rows([...lines, ',,5,']), ''].join('\n');
    expect((await analyse(blank)).questions[0]?.options[0]).toContain('NA 6');
  });
});

describe('what was taken out of a file', () => {
  const rows = (header: string, lines: readonly string[]) =>
    [header, ...[...lines, ...lines, ...lines].map((line, nth) => `R${nth},${line}`)].join('\n');
  const lines = [
    'Parent,[redacted]',
    'Teacher,Roads',
    'Redacted,Roads',
    'Parent,***',
    'Teacher,Parks',
    'Parent,Parks',
  ];

  test('is no reply among options, and the command says so', async () => {
    const { questions, stderr } = await analyse(
      rows('Id,Which best describes you?,What matters most?', lines),
    );
    expect(stderr).toContain('Taken for no reply: “[redacted]”, “***”, “Redacted”.');
    expect(questions).toMatchObject([
      { bases: [15], options: [['Parent 9', 'Teacher 6']] },
      { bases: [12], options: [['Parks 6', 'Roads 6']] },
    ]);
  });

  test('is an answer still where somebody wrote in their own words', async () => {
    const written = [...lines, ...lines, ...lines].map((line, nth) =>
      nth % 3 === 0 ? `R${nth},${line},[redacted]` : `R${nth},${line},It is ${'very '.repeat(nth)}dear`,
    );
    const header = 'Id,Which best describes you?,What matters most?,Any comments?';
    const { questions, stderr } = await analyse([header, ...written].join('\n'));
    expect(stderr).toContain('Taken for no reply: “***”, “Redacted”.');
    expect(questions[2]).toMatchObject({ kind: 'text', bases: [18] });
  });

  test('is an option where people say how their answers are to be published', async () => {
    const cells = ['Published in full', 'Anonymised', 'Withheld', 'Anonymised'];
    const text = rows('Id,How may we publish your answers?', cells);
    expect((await analyse(text)).questions[0]?.options).toEqual([
      ['Anonymised 6', 'Published in full 3', 'Withheld 3'],
    ]);
  });
});

test('places under short headers side by side are questions about the person, each of its own', async () => {
  const cells = ['North,South', 'South,North', 'East,East', 'North,North', 'South,South', 'East,South'];
  const rows = [...cells, ...cells, ...cells].map((cell, nth) => `R${nth},${cell}`);
  const { questions } = await analyse(['Id,Area,Ward', ...rows].join('\n'));
  expect(questions.map(({ text }) => text)).toEqual(['Area', 'Ward']);
});

test('answers that a part of the responses has joined by another mark are counted as the others are', async () => {
  const cells = ['Bus, Car', 'Car', 'Bus; Car', 'Bus', 'Tram, Bus', 'Tram'];
  const rows = [...cells, ...cells].map((cell, nth) => [`R${nth}`, cell]);
  const { questions, stderr } = await analyse(csv([['Id', 'Which do you use?'], ...rows]));
  expect(questions).toMatchObject([
    { kind: 'multiple', bases: [12], options: [['Bus 8', 'Car 6', 'Tram 4']] },
  ]);
  expect(stderr).toContain('“Bus; Car” is counted as each of the options that it names');
});

test('names that end in a number are no options where hardly one was given twice', async () => {
  const cells = Array.from({ length: 12 }, (_, nth) => `R${nth},School ${nth * 7}`);
  const { questions } = await analyse(['Id,Where do you teach?', ...cells].join('\n'));
  expect(questions[0]?.kind).toBe('text');
});

test('a last row that only says “Total” is named with how to keep it, and kept where a definition lists that', async () => {
  const cells = ['North,Agree', 'South,Disagree', 'North,Agree', 'South,Agree'];
  const rows = [...cells, ...cells, ...cells].map((cell, nth) => `${nth + 1},${cell},Yes`);
  const text = ['Response,Team,View,Read', ...rows, ',Total,,'].join('\n');
  expect((await analyse(text)).stderr).toContain('row 13 (line 14): “Total” stands over figures');
  const definition = `{ title: T, questions: [{ id: q, kind: choice, column: Team, options: [North, South, Total] },
    { id: v, kind: choice, column: View }] }`;
  place.write('survey.yaml', definition);
  expect((await analyse(text)).questions[0]).toMatchObject({
    bases: [13],
    options: [['North 6', 'South 6', 'Total 1']],
  });
});

test('one header row of SmartSurvey has the number of each question before its options, which are Yes or No', async () => {
  const about = 'UserID,UserNo,Name,Email,IP Address,Unique ID,Started,Ended';
  const asked = [
    'Q1. Clear?',
    'Q2.1. Parks',
    'Q2.2. Roads',
    'Q2.3. Other (please specify):',
    'Q2.4. Why those?',
  ];
  const answers = ['Yes,Yes,No,No,Near me', 'No,No,Yes,Bins,-', '-,No,No,No,-', 'Yes,Yes,Yes,No,All of it'];
  const rows = answers.map(
    (cells, nth) => `${nth + 7},${nth},,,,,19/03/2024 13:56:58,19/03/2024 14:06:34,${cells}`,
  );
  const { questions } = await analyse([`${about},${asked.join(',')}`, ...rows].join('\n'));
  expect(questions).toMatchObject([
    { kind: 'scale', text: 'Q1. Clear?', bases: [3], options: [['Yes 2', 'No 1']] },
    {
      kind: 'multiple',
      text: 'Q2',
      bases: [3],
      options: [['Parks 2', 'Roads 2', 'Other (please specify): 1']],
    },
    { kind: 'text', bases: [2] },
  ]);
});

test('No under each option of SmartSurvey is no reply, as it stands there where the question was not asked too', async () => {
  const headers = [
    'UserID,UserNo,Unique ID,Started,Ended,Q1. Have you a website?',
    'Q2.1. Agendas,Q2.2. Minutes,Q3.1. No money,Q3.2. No time',
  ];
  const answers = [
    'Yes,Yes,No,No,No',
    'No,No,No,Yes,Yes',
    'Yes,Yes,Yes,No,No',
    'No,No,No,No,Yes',
    '-,No,No,No,No',
  ];
  const rows = answers.map(
    (cells, n) => `${n + 7},${n},u${n},19/03/2024 13:56:58,19/03/2024 14:06:34,${cells}`,
  );
  const { questions, stderr } = await analyse([headers.join(','), ...rows].join('\n'));
  expect(questions).toMatchObject([
    { kind: 'scale', bases: [4] },
    { kind: 'multiple', bases: [2], options: [['Agendas 2', 'Minutes 1']] },
    { kind: 'multiple', bases: [2], options: [['No money 1', 'No time 2']] },
  ]);
  expect(stderr).toContain('row 5 (line 6): blank, or no option ticked, under every question');
});

test.each([
  ['NR', 'Postcode area', ['IP', 'PE', 'CB']],
  ['Missing', 'Condition of the sign', ['Good', 'Worn', 'Painted over']],
])(
  '%s beside the answers of a scale is none of them, but one under “%s” among its like',
  async (word, header, others) => {
    const areas = [...others, word];
    const views = ['Strongly agree', 'Agree', 'Disagree', 'Strongly disagree', word];
    const rows = (those: readonly string[]) =>
      csv([
        [header, 'Do you agree with the plan?'],
        ...Array.from({ length: 40 }, (_, n) => [those[n % those.length] ?? '', views[n % 5] ?? '']),
      ]);
    const { questions, stderr } = await analyse(rows(areas));
    expect(questions).toMatchObject([
      { kind: 'choice', bases: [40], options: [expect.arrayContaining([`${word} 10`])] },
      { kind: 'scale', bases: [32] },
    ]);
    expect(stderr).toContain(`“${word}” is not an option`);
    // Beside names it is no place, and no reply.
    const named = await analyse(rows(['North Walsham', 'Thorpe', 'Ely', word]));
    expect(named.questions).toMatchObject([
      { kind: 'choice', bases: [30] },
      { kind: 'scale', bases: [32] },
    ]);
    expect(named.stderr).toContain(`Taken for no reply: “${word}”`);
  },
);

test('what is no answer is a warning without a definition as with that of init, with the same figures', async () => {
  const cells = ['Agree', 'Strongly agree', 'Disagree', 'Strongly disagree', 'Neither agree nor disagree'];
  const fair = [...Array.from({ length: 60 }, (_, nth) => cells[nth % 5]), '"Agree; Disagree"'];
  const rows = fair.map((cell, nth) => `R${nth},${cell},${nth === 7 ? '3' : cells[(nth * 7) % 5]}\n`);
  place.write('form.csv', `Id,The plan is fair,How far do you agree with the route?\n${rows.join('')}`);
  const validate = async () => {
    const { stdout, exitCode } = await place.run('soundings validate form.csv -f json');
    const { issues } = JSON.parse(stdout) as {
      issues: { code: string; severity: string; examples: object[] }[];
    };
    return { exitCode, issues: issues.map(({ code, severity }) => `${code} ${severity}`), stdout };
  };
  const figures = async () => (await place.run('soundings analyse form.csv -f csv')).stdout;
  const [made, before] = [await validate(), await figures()];
  const warnings = { exitCode: 0, issues: ['unknown-answer warning', 'several-answers warning'] };
  expect(made).toMatchObject(warnings);
  await place.run('soundings init form.csv --yes');
  const defined = await validate();
  expect(defined).toMatchObject(warnings);
  expect(JSON.parse(defined.stdout)).toMatchObject({
    issues: [{ examples: [{ value: '3' }] }, {}],
  });
  expect(await figures()).toBe(before);
  // What may be misspelt is for somebody to decide.
  rmSync(path.join(place.folder, 'survey.yaml'));
  place.write(
    'form.csv',
    `Id,The plan is fair\n${[...fair, 'Agre'].map((cell, nth) => `R${nth},${cell}\n`).join('')}`,
  );
  const errors = { exitCode: 1, issues: ['unknown-answer error', 'several-answers warning'] };
  expect(await validate()).toMatchObject(errors);
  const misspelt = await place.run('soundings init form.csv --yes -o -');
  expect(misspelt.stdout).toContain('uncounted: [ Agree; Disagree ]');
  place.write('survey.yaml', misspelt.stdout);
  expect(await validate()).toMatchObject(errors);
});

test('one person who ticked two of a scale with a column an option is said, and init lists what they ticked', async () => {
  const options = ['Agree', 'Neither agree nor disagree', 'Disagree'];
  const given = [...Array.from({ length: 60 }, (_, nth) => [options[nth % 3]]), ['Agree', 'Disagree']];
  place.write(
    'form.csv',
    csv([
      ['Ref', ...options.map((option) => `The plan is fair: ${option}`), 'Why?'],
      ...given.map((ticks, nth) => [
        `A${nth}`,
        ...options.map((option) => (ticks.includes(option) ? 'x' : '')),
        `words ${nth} said here`,
      ]),
    ]),
  );
  const made = await place.run('soundings analyse form.csv');
  expect(made.stdout).toMatch(/Agree\b.* 20\n/u);
  expect(made.stdout).toContain('Base: 60, those who answered.');
  expect(made.stderr).toContain('“Agree; Disagree” is more than one answer');
  await place.run('soundings init form.csv --yes');
  expect((await place.run('soundings validate form.csv')).exitCode).toBe(0);
});

test('what one question lists as no answer is an error still in another', async () => {
  const question = (column: string, more: object) => ({
    id: column,
    kind: 'scale',
    scale: 'yes-no',
    column,
    ...more,
  });
  const questions = [question('live', { uncounted: 'Yes; No' }), question('work', {})];
  place.write('survey.yaml', JSON.stringify({ title: 'T', questions }));
  place.write('form.csv', 'live,work\nYes,No\nYes; No,No\nNo,Yes\n');
  expect((await place.run('soundings validate form.csv')).exitCode).toBe(0);
  place.write('form.csv', 'live,work\nYes,No\nYes; No,No\nNo,Yes; No\n');
  const { stdout, exitCode } = await place.run('soundings validate form.csv');
  expect([exitCode, stdout]).toEqual([1, expect.stringContaining('more than one answer')]);
});

test('who was screened out is incomplete, as is who broke off, and can be left out', async () => {
  const rows = ['Complete,North', 'Disqualified,', 'Partial,South', 'Complete,South', 'Complete,North'];
  const lines = rows.map((row, nth) => `${nth},2024-05-01 09:00,2024-05-01 09:05,${row}\n`);
  place.write('form.csv', `Response ID,Time Started,Date Submitted,Status,Which ward?\n${lines.join('')}`);
  const { stdout } = await place.run('soundings validate form.csv');
  expect(stdout).toContain('incomplete responses: 2; they are counted');
  const { stdout: made } = await place.run('soundings init form.csv --yes -o -');
  expect(made).toContain('# exclude: [incomplete]');
  place.write('survey.yaml', made.replace('# exclude', 'exclude'));
  const analysed = JSON.parse((await place.run('soundings analyse form.csv -f json')).stdout) as object;
  expect(analysed).toMatchObject({
    ledger: { received: 5, removed: [{ reason: 'incomplete', count: 2 }], analysed: 3 },
  });
});

/** By platform: its own columns, what these hold for responses that are sent off, and for tests, and for others. */
const statuses = {
  'Qualtrics, in words': {
    columns: 'ResponseId,RecordedDate,Status,Finished',
    sent: ['IP Address,True', 'Spam,True'],
    tests: ['Survey Preview,True', 'Survey Test,True'],
    unfinished: ['IP Address,False'],
  },
  'Qualtrics, in codes': {
    columns: 'ResponseId,RecordedDate,Status,Finished',
    sent: ['0,1', '8,1'],
    tests: ['1,1', '2,1'],
    unfinished: ['0,0'],
  },
  Alchemer: {
    columns: 'Response ID,Date Submitted,Time Started,Status,Test Data',
    sent: ['9:00,Complete,', '9:00,Complete,'],
    tests: ['9:00,Complete,Yes', '9:00,Complete,True', '9:00,Complete,1'],
    unfinished: ['9:00,Partial,', '9:00,Disqualified,'],
  },
  Typeform: {
    columns: '#,Submit Date (UTC),Response Type',
    sent: ['completed', 'completed'],
    tests: [],
    unfinished: ['partial', 'started'],
  },
  'SmartSurvey, before anybody finished': {
    columns: 'UserID,Ended,Status',
    sent: [],
    tests: [],
    unfinished: ['Partial', 'Disqualified'],
  },
  REDCap: {
    columns: 'record_id,survey_timestamp,survey_complete',
    sent: ['2', '2'],
    tests: [],
    unfinished: ['0', '1'],
  },
  LimeSurvey: {
    columns: 'Response ID,Date last action,Date submitted,Last page',
    sent: ['2024-05-01 09:05:00,3', '2024-05-01 09:06:00,3'],
    tests: [],
    unfinished: [',1', ',2'],
  },
};

test.each(Object.entries(statuses))(
  'responses that are no response, or not a whole one, can be left out: %s',
  async (_, { columns, sent, tests, unfinished }) => {
    const rows = [...sent, ...tests, ...unfinished].flatMap((row) => [row, row]);
    const lines = rows.map((row, nth) => `${nth + 1},2024-05-0${(nth % 7) + 1} 09:05:00,${row},North\n`);
    place.write('form.csv', `${columns},Which ward?\n${lines.join('')}`);
    const { stdout: made } = await place.run('soundings init form.csv --yes -o -');
    place.write('survey.yaml', made.replace('# exclude', 'exclude'));
    const { stdout } = await place.run('soundings analyse form.csv -f json');
    const { ledger } = JSON.parse(stdout) as { ledger: object };
    const removed = Object.entries({ test: tests, incomplete: unfinished }).flatMap(([reason, some]) =>
      some.length > 0 ? [{ reason, count: 2 * some.length }] : [],
    );
    expect(ledger).toMatchObject({ received: rows.length, removed, analysed: 2 * sent.length });
  },
);

describe('an option of several that one person alone chose', () => {
  const asked = 'How do you travel? (choose all that apply)';
  const cells = ['Walk;Cycle', 'Walk', 'Cycle;Car', 'Car;Other', 'Car', 'Walk;Car']
    .flatMap((cell) => [cell, cell, cell])
    .concat('Walk;Horse');
  const rowsWith = (separator: string, before: readonly string[], more: readonly string[] = []) =>
    cells.map((cell, nth) => [
      `ID-${nth}`,
      ...before,
      cell.replaceAll(';', separator),
      ...(more.length === 0 ? [] : [cell.endsWith('Other') ? `by boat ${nth}` : '']),
    ]);
  const counts = ['Walk 10', 'Car 12', 'Cycle 6', 'Other 3', 'Horse 1'];
  const day = '2025-06-01 09:00:00';

  test.each([
    [
      'Jisc Online Surveys',
      [['Unique Response Number', `1. ${asked}`, '1.a. If you selected Other, please specify:']],
      rowsWith(',', [], ['']),
    ],
    [
      'Alchemer',
      [['Response ID', 'Time Started', 'Date Submitted', 'Status', asked, `Other - Write In:${asked}`]],
      rowsWith(';', [day, day, 'Complete'], ['']),
    ],
    [
      'Qualtrics',
      [
        ['ResponseId', 'RecordedDate', 'Q1', 'Q1_4_TEXT'],
        ['Response ID', 'Recorded Date', `${asked} - Selected Choice`, `${asked} - Other - Text`],
        ['_recordId', 'recordedDate', 'QID1', 'QID1_4_TEXT'].map((id) => `{"ImportId":"${id}"}`),
      ],
      rowsWith(',', [day], ['']),
    ],
    [
      'GOV.UK Forms',
      [['Reference', 'Submitted at', asked]],
      rowsWith(', ', ['2025-06-01T09:00:00.000+01:00']),
    ],
  ])('is one of its own on %s, which keeps what people write elsewhere', async (_, headers, rows) => {
    const { questions, stderr } = await analyse(csv([...headers, ...rows]));
    const [{ kind, options: [options = []] = [] } = {}] = questions;
    expect({ kind, options: options.toSorted() }).toEqual({ kind: 'multiple', options: counts.toSorted() });
    expect(stderr).not.toContain('Counted as “Other”');
  });

  test('is one of its own however few answered, so that one person alone chose most of them', async () => {
    const few = ['Walk', 'Walk,Car', 'Car', 'Cycle,Car', 'Bus', 'Walk,Tram', 'Walk,Other (please say)'];
    const rows = few.map((cell, nth) => [
      `R_${nth}`,
      day,
      cell,
      cell.endsWith('(please say)') ? 'A boat' : '',
    ]);
    const headers = [
      ['ResponseId', 'RecordedDate', 'Q1', 'Q1_6_TEXT'],
      ['Response ID', 'Recorded Date', asked, `${asked} - Other (please say) - Text`],
      ['_recordId', 'recordedDate', 'QID1', 'QID1_6_TEXT'].map((id) => `{"ImportId":"${id}"}`),
    ];
    const { questions } = await analyse(csv([...headers, ...rows]));
    const [{ options: [options = []] = [] } = {}] = questions;
    const lone = ['Bus 1', 'Cycle 1', 'Other (please say) 1', 'Tram 1'];
    expect(options.toSorted()).toEqual([...lone, 'Car 3', 'Walk 4'].toSorted());
  });

  test('is “Other” where respondents typed the lists, each in their own way', async () => {
    const typed = ['Roads, parks', 'parks, bins', 'Bins, roads', 'Parks'].flatMap((cell) => [
      cell,
      cell,
      cell,
    ]);
    const rows = [...typed, 'Roads, Mr Jones of Mill Lane'].map((cell, nth) => [`ID-${nth}`, cell]);
    const { questions } = await analyse(
      csv([['Unique Response Number', '1. Your priorities?'], ...rows]),
      '--platform jisc',
    );
    expect(JSON.stringify(questions)).not.toContain('Jones');
  });

  test('is “Other” where people may write in the same cells, and that is said', async () => {
    const { questions, stderr } = await analyse(
      csv([
        ['Timestamp', asked],
        ...rowsWith(', ', []).map(([, cell]) => ['01/06/2025 09:00:00', cell ?? '']),
      ]),
    );
    expect(questions[0]?.options[0]?.toSorted()).toEqual(['Car 12', 'Cycle 6', 'Other 4', 'Walk 10']);
    expect(stderr).toContain('Counted as “Other”, since nobody else gave the same answer: travel (1)');
  });
});

test('two questions in the same words are each counted from its own column, where one has a line break at its end', async () => {
  const rows = [...'443454435445'].map((cell, nth) => [cell, `${3 + (nth % 3)}`]);
  const { questions } = await analyse(csv([['It is clear.\n', 'It is clear.'], ...rows]));
  expect(questions.map(({ options }) => options)).toEqual([[['3 2', '4 7', '5 3']], [['3 4', '4 4', '5 4']]]);
});
