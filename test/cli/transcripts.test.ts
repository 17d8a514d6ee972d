import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, exportsOf, sandbox } from './sandbox.ts';
import { transcript } from './transcript.ts';

const send = 'fixtures/send-strategy-2023';
const sendExport = `${send}/responses.csv`;
const parking = exportsOf('parking-permits');
const messy = exportsOf('messy');

let place: Sandbox;
beforeEach(() => {
  place = sandbox();
});
afterEach(() => place.remove());

/** The definition of the SEND strategy with some words of it replaced. */
function definition(...changes: readonly (readonly [string, string])[]): string {
  let text = place.read(`${send}/survey.yaml`);
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`the definition does not hold ${from}`);
    text = text.replace(from, to);
  }
  return text;
}

/** The rows of the SEND strategy's export, the headers first. */
function rows(): string[] {
  return place.read(sendExport).trimEnd().split('\n');
}

describe('help', () => {
  test('soundings without a command says what there is, and that it could not run', () =>
    transcript(place, 'help-none', ['soundings']));
  test('every command says how it is used', () =>
    transcript(
      place,
      'help',
      ['', 'analyse ', 'report ', 'validate ', 'init ', 'check ', 'compare ', 'sql ', 'schema '].map(
        (name) => `soundings ${name}--help`,
      ),
    ));
  test('sql prints its query, and says what is wrong with what it was given', async () => {
    place.write(
      'survey.yaml',
      'title: Buses\nrespondent: { id: Id }\nquestions:\n  - { id: view, kind: scale, scale: agreement, column: View }\n  - { id: why, kind: text, column: Why }\n',
    );
    place.write(
      'open.yaml',
      'title: Buses\nquestions:\n  - { id: role, kind: choice, column: Role }\n  - { id: how, kind: multiple, column: How }\n',
    );
    await transcript(place, 'sql', [
      'soundings sql survey.yaml --dialect postgres --platform kobo',
      'soundings sql open.yaml --dialect postgres',
      'soundings sql survey.yaml',
      'soundings sql survey.yaml --dialect oracle',
      'soundings sql survey.yaml --dialect duckdb --platform kodo',
      'soundings sql survey.yml --dialect duckdb',
    ]);
  });
  test('the version is one line', () => transcript(place, 'version', ['soundings --version']));
  test('schema prints the JSON Schema', async () => {
    await place.run('soundings schema').then(({ stdout }) => place.write('schema.json', stdout));
    await transcript(place, 'schema', ['head -12 schema.json']);
  });
});

describe('an output that is called -', () => {
  test('is standard output, in the format that the command writes there', async () => {
    place.write('responses.csv', place.read(sendExport));
    await transcript(place, 'output-standard', [
      `soundings analyse ${sendExport} -o - --where 'role=School or other education setting'`,
      `soundings validate ${sendExport} -o -`,
      `soundings check ${send} -o -`,
      'soundings init responses.csv -o -',
      'ls',
    ]);
    const printed = await place.run(`soundings report ${sendExport}`);
    expect((await place.run(`soundings report ${sendExport} -o -`)).stdout).toBe(printed.stdout);
  });
});

describe('analyse', () => {
  test('prints a table for every question', () =>
    transcript(place, 'analyse', [`soundings analyse ${sendExport}`]));
  test('takes the width of a wide terminal, and its colours', () =>
    transcript(place, 'analyse-wide', [`soundings analyse ${sendExport}`], { columns: 160 }));
  test('takes the width of a narrow terminal', () =>
    transcript(place, 'analyse-narrow', [`soundings analyse ${sendExport} --no-color`], { columns: 60 }));
  test('is spelt the American way too', () =>
    transcript(place, 'analyze', [`soundings analyze ${sendExport} --where 'role=Parent or carer' -f csv`]));
  test('prints no colour when it is told not to', () =>
    transcript(
      place,
      'no-colour',
      [
        `NO_COLOR=1 soundings analyse ${sendExport} --where 'role=School or other education setting'`,
        `TERM=dumb soundings validate ${sendExport}`,
        `soundings validate ${messy} --no-color --where uses=No`,
      ],
      { columns: 80 },
    ));
  test('prints colour where there is no terminal when it is told to', () =>
    transcript(place, 'force-color', [
      `FORCE_COLOR=1 soundings validate ${messy}`,
      `FORCE_COLOR=0 soundings validate ${sendExport}`,
      `FORCE_COLOR=1 NO_COLOR=1 soundings analyse ${sendExport} --where 'role=School or other education setting'`,
    ]));
  test('writes JSON', () => transcript(place, 'analyse-json', [`soundings analyse ${sendExport} -f json`]));
  test('writes CSV', () => transcript(place, 'analyse-csv', [`soundings analyse ${sendExport} -f csv`]));
  test('writes Markdown', () =>
    transcript(place, 'analyse-markdown', [`soundings analyse ${sendExport} -f markdown`]));
  test('breaks questions down', () =>
    transcript(place, 'analyse-by', [`soundings analyse ${sendExport} --by role`]));
  test('says what campaigns answered, and what the results are without them', () => {
    const exports = exportsOf('bus-subsidies');
    const survey = place.read('fixtures/bus-subsidies/survey.yaml');
    place.write('without.yaml', survey.replace('questions:', 'exclude: [campaign]\n\nquestions:'));
    return transcript(place, 'campaigns', [
      `soundings analyse ${exports}`,
      `soundings report ${exports}`,
      `soundings analyse ${exports} --survey without.yaml`,
    ]);
  });
  test('reports each kind of respondent apart', () =>
    transcript(place, 'analyse-kinds', ['soundings analyse fixtures/street-trees/responses.csv']));
  test('weights percentages, and says by what and how precise they are', () =>
    transcript(place, 'analyse-weights', [
      'soundings analyse fixtures/library-hours/responses.csv',
      'soundings report fixtures/library-hours/responses.csv',
      'soundings analyse fixtures/library-hours/responses.csv -f csv',
    ]));
  test('gives intervals and tests of a probability sample', () =>
    transcript(place, 'analyse-sample', [
      'soundings analyse fixtures/tenants-survey/responses.csv',
      'soundings report fixtures/tenants-survey/responses.csv',
      'soundings analyse fixtures/tenants-survey/responses.csv -f csv',
    ]));
  test('takes only those who gave an answer', () =>
    transcript(place, 'analyse-where', [`soundings analyse ${sendExport} --where 'role=parent or carer'`]));
  test('joins several exports', () => transcript(place, 'analyse-joined', [`soundings analyse ${parking}`]));
  test('says what is wrong with the data on standard error', () =>
    transcript(place, 'analyse-messy', [`soundings analyse ${messy}`]));
  test('keeps what it says on standard error to the width of a terminal', () =>
    transcript(place, 'analyse-messy-terminal', [`soundings analyse ${messy} --no-color --where uses=Yes`], {
      columns: 80,
    }));
  test('fails on errors in the data when it must be strict', () =>
    transcript(place, 'analyse-strict', [
      `soundings analyse ${messy} --strict -o figures.json`,
      `soundings analyse ${sendExport} --strict -o sound.json`,
      'ls',
    ]));
  test('reads standard input', () =>
    transcript(place, 'analyse-stdin', [
      `soundings analyse - -s ${send}/survey.yaml --where 'role=School or other education setting' < ${sendExport}`,
      `soundings analyse - < ${sendExport}`,
      `soundings analyse - -s ${send}/survey.yaml`,
    ]));
  test('writes a file in the format of its ending', () =>
    transcript(place, 'analyse-output', [
      ...['json', 'csv', 'md', 'txt', 'TXT'].flatMap((ending) => [
        `soundings analyse ${sendExport} -o figures.${ending}`,
        `head -4 figures.${ending}`,
      ]),
      `soundings analyse ${sendExport} -o figures -f csv`,
      'head -2 figures',
      'ls',
    ]));
  test('replaces a file only when it is told to', () =>
    transcript(place, 'analyse-force', [
      `soundings analyse ${sendExport} -o figures.md`,
      `soundings analyse ${parking} -o figures.md`,
      'head -1 figures.md',
      `soundings analyse ${parking} -o figures.md --force`,
      'head -1 figures.md',
    ]));
  test('refuses an output that it could not write or should not', async () => {
    place.write('survey.json', JSON.stringify({ title: 'T', questions: [] }));
    await transcript(place, 'output-errors', [
      `soundings analyse ${sendExport} -o figures.pdf`,
      `soundings analyse ${sendExport} -o figures`,
      `soundings analyse ${sendExport} -o figures.docx`,
      `soundings analyse ${sendExport} -o nowhere/figures.md`,
      `soundings analyse ${sendExport} -o fixtures -f json`,
      `soundings analyse ${sendExport} -o ${sendExport} --force`,
      `soundings analyse ${sendExport} -s survey.json -o survey.json --force`,
      `soundings analyse ${sendExport} -o`,
      'ls',
    ]);
  });
});

describe('report', () => {
  test('writes the committee summary', () => transcript(place, 'report', [`soundings report ${sendExport}`]));
  test('writes the summary of a survey with routing, bases that differ and several exports', () =>
    transcript(place, 'report-parking', [`soundings report ${parking}`]));
  test('writes the summary of a survey in which everything is wrong', () =>
    transcript(place, 'report-messy', [`soundings report ${messy}`]));
  test('dates a summary only when it is told the date', async () => {
    const made = async (line: string, name: string) => {
      await place.run(`${line} -o ${name}`);
      place.write(name, `${place.read(name).trimEnd().split('\n').at(-1)}\n`);
    };
    await made(`soundings report ${sendExport} --date 2023-09-14`, 'date.md');
    await made(`SOURCE_DATE_EPOCH=1694649600 soundings report ${sendExport}`, 'epoch.md');
    await made(`SOURCE_DATE_EPOCH=1 soundings report ${sendExport} --date 2024-02-29`, 'both.md');
    await transcript(place, 'report-date', [
      'head -1 date.md',
      'head -1 epoch.md',
      'head -1 both.md',
      `soundings report ${sendExport} --date yesterday`,
      `soundings report ${sendExport} --date 2023-02-29`,
      `soundings report ${sendExport} --date 14/09/2023`,
      `soundings report ${sendExport} --date ''`,
      `SOURCE_DATE_EPOCH=today soundings report ${sendExport}`,
      `SOURCE_DATE_EPOCH=99999999999999999 soundings report ${sendExport}`,
    ]);
  });
});

describe('validate', () => {
  test('finds nothing wrong where nothing is', () =>
    transcript(place, 'validate-sound', [
      ...['table', 'json', 'csv', 'github'].map((format) => `soundings validate ${sendExport} -f ${format}`),
      `soundings validate ${parking}`,
    ]));
  test('lists what is wrong, with examples', () =>
    transcript(place, 'validate', [`soundings validate ${messy}`]));
  test('lists every place of it', () =>
    transcript(place, 'validate-all', [`soundings validate ${messy} --all`]));
  test('lists it as JSON', () => transcript(place, 'validate-json', [`soundings validate ${messy} -f json`]));
  test('lists it as CSV', () =>
    transcript(place, 'validate-csv', [`soundings validate ${messy} -f csv --all`]));
  test('marks the lines for GitHub', () =>
    transcript(place, 'validate-github', [`soundings validate ${messy} -f github`]));
  test('writes a file and still fails', () =>
    transcript(place, 'validate-output', [
      `soundings validate ${messy} -o issues.csv`,
      'head -3 issues.csv',
      `soundings validate ${messy} -o issues.txt`,
      'head -3 issues.txt',
      `soundings validate ${messy} -o issues.md`,
    ]));
  test('names exports of the same name by their paths', async () => {
    place.write(
      `${send}/../responses.csv`,
      rows().slice(0, 3).join('\n').replaceAll('ANON', 'PAPER').replaceAll('Strongly agree', 'Strongly agre'),
    );
    await transcript(place, 'validate-same-names', [
      `soundings validate fixtures/responses.csv ${sendExport} -s ${send}/survey.yaml`,
    ]);
  });
});

describe('check', () => {
  const expected = `${send}/expected.json`;
  const alter = (change: (figures: Record<string, unknown>) => void) => {
    const figures = JSON.parse(place.read(expected)) as Record<string, unknown>;
    change(figures);
    place.write(expected, JSON.stringify(figures));
  };

  test('passes fixtures whose figures are as expected', () =>
    transcript(place, 'check', [
      `soundings check ${send} fixtures/parking-permits/ fixtures/messy`,
      `soundings check ${send} -f junit`,
      `soundings check ${send} -f github`,
    ]));
  test('says which figure moved, appeared or vanished', async () => {
    alter((figures) => {
      figures['priorities.quality.agree'] = { count: 66, base: 76, shown: '87%' };
      delete figures['clarity.clear'];
      figures['clarity.very-clear'] = { count: 1, base: 76, shown: '1%' };
    });
    await transcript(place, 'check-differs', [
      `soundings check fixtures/messy ${send}`,
      `soundings check fixtures/messy ${send} -f junit`,
      `soundings check fixtures/messy ${send} -f github`,
      `soundings check fixtures/messy ${send} -o check.xml`,
      'head -3 check.xml',
      `soundings check fixtures/messy ${send} -o check.txt`,
      'head -3 check.txt',
    ]);
  });
  test('says why a fixture could not be run, and runs the others', async () => {
    place.write('fixtures/notes.md', '');
    place.write('fixtures/messy/expected.json', '{"uses.yes": 3}');
    await transcript(place, 'check-errors', [
      `soundings check nowhere fixtures ${sendExport} fixtures/messy fixtures/parking-permits`,
      'soundings check nowhere -f junit',
      'soundings check nowhere -f github',
      'soundings check',
      `soundings check ${send} -o check.pdf`,
    ]);
  });
  test('says that there are no expected figures, and writes them when it is told to', async () => {
    place.write('fixtures/responses.csv', place.read(sendExport));
    place.write('fixtures/survey.yaml', definition());
    await transcript(place, 'check-update', [
      'soundings check fixtures',
      'soundings check fixtures --update',
      'head -6 fixtures/expected.json',
      'soundings check fixtures',
    ]);
  });
});

describe('compare', () => {
  const next = 'fixtures/send-strategy-2025';

  test('sets two rounds side by side, with why their figures may differ', () =>
    transcript(place, 'compare', [`soundings compare ${send} ${next}`]));
  test('writes Markdown and JSON', () =>
    transcript(place, 'compare-formats', [
      `soundings compare ${send} ${next} -f markdown`,
      `soundings compare ${send} ${next} -o moved.json`,
      'head -140 moved.json',
    ]));
  test('tells which rows were added, removed or changed between two exports', async () => {
    const [head = '', ...others] = rows();
    place.write('survey.yaml', definition());
    place.write('monday.csv', [head, ...others.slice(0, 60)].join('\n'));
    const corrected = others.slice(2).map((row, index) => (index === 4 ? row.replace(',No,', ',Yes,') : row));
    place.write('friday.csv', [head, ...corrected].join('\n'));
    place.write('saturday.csv', [head, ...corrected.slice(0, -1)].join('\n'));
    await transcript(place, 'compare-rows', [
      'soundings compare monday.csv friday.csv',
      'soundings compare friday.csv saturday.csv --fail-on 2',
      'soundings compare monday.csv friday.csv --fail-on 1 -o moved.md',
      'ls',
    ]);
  });
  test('compares analyses in JSON, with the breakdowns that both have', async () => {
    place.write('survey.yaml', definition(['exclude: [incomplete, duplicate]', 'exclude: [late]']));
    place.write('later.csv', place.read(sendExport).split('\n').slice(0, 60).join('\n'));
    await transcript(place, 'compare-analyses', [
      `soundings analyse ${sendExport} --by role -o before.json`,
      'soundings analyse later.csv --by role -o after.json',
      'soundings compare before.json after.json',
      `soundings compare before.json ${send}`,
    ]);
  });
  test('says what cannot be compared', async () => {
    place.write('old.json', '{ "schemaVersion": 7, "questions": [] }');
    place.write('other.json', '{ "figures": [] }');
    place.write('torn.json', '{ "schemaVersion": 1');
    place.write('empty.json', '{ "schemaVersion": 1, "questions": [] }');
    await transcript(
      place,
      'compare-errors',
      [
        ...[`${send} ${send}/`, `${send} nowhere`, `${send} fixtures`, `${send} fixtures/platform-redcap`],
        ...['old.json', 'other.json', 'torn.json', 'empty.json'].map((file) => `${file} ${send}`),
        ...[`${send} ${next} --fail-on two`, `${send} ${next} -o moved.csv`, `${send}`],
        ...[sendExport, `${send}/survey.yaml`, `${next}/responses.csv`].map(
          (file) => `${send} ${next} -o ${file} -f json --force`,
        ),
        `${send} ${next} --survey nowhere.yaml`,
        'old.json other.json --survey survey.yaml',
      ].map((line) => `soundings compare ${line}`),
    );
  });
});

describe('files of several channels', () => {
  beforeEach(() => {
    const [head = '', ...others] = rows();
    place.write('online.csv', [head, ...others.slice(0, 70)].join('\n'));
    place.write('paper.csv', [head, ...others.slice(70)].join('\n'));
  });
  test('the channel of each file is kept and shown in a table', () =>
    transcript(place, 'channels', [
      `soundings report online.csv paper.csv -s ${send}/survey.yaml --channel Online=online.csv --channel Paper=paper.csv`,
    ]));
  test('a channel is of one of the files, and of one only', () =>
    transcript(
      place,
      'channel-errors',
      ['paper', 'paper=papier.csv', 'Paper=paper.csv --channel Post=paper.csv'].map(
        (option) => `soundings analyse online.csv paper.csv -s ${send}/survey.yaml --channel ${option}`,
      ),
    ));
});

describe('without a definition', () => {
  beforeEach(() => place.write('responses.csv', place.read(sendExport)));
  test('the questions are made from the columns, and that is said', () =>
    transcript(place, 'inferred-analyse', [
      'soundings analyse responses.csv',
      'soundings validate responses.csv',
    ]));
  test('the summary says that nobody has checked the questions', () =>
    transcript(place, 'inferred-report', ['soundings report responses.csv']));
  test('init writes the definition that would be made, and what it made of each column', () =>
    transcript(place, 'init', [
      'soundings init responses.csv --yes',
      'head -0 survey.yaml',
      'ls',
      'soundings validate responses.csv',
    ]));
  test('a paper form typed in by hand keeps its scales in spite of slips, and its names to itself', async () => {
    const fair = [
      'Agree',
      'Strongly agree',
      '-',
      'Agree',
      'Disagree',
      'Agree; Disagree',
      'Agree',
      'Disagree',
    ];
    const clear = [
      'Agree',
      'Agree',
      'Stronlgy agree',
      'Disagree',
      'No response',
      'Agree',
      'Cannot say',
      'Agree',
    ];
    const form = ['No.,8. Name,Postcode,It is fair,It is clear,Would you use it?,Any other comments?'];
    for (let row = 0; row < 16; row++)
      form.push(
        `${row + 1},Ann Green,BS1 1AA,${row < 8 ? (fair[row] ?? '') : 'Agree'},${clear[row % 8] ?? ''},${row % 3 ? 'Yes' : 'No'},${row % 2 ? 'None' : ''}`,
      );
    place.write('paper.csv', `${form.join('\n')}\n`);
    await transcript(place, 'inferred-paper', [
      'soundings init paper.csv --yes',
      'head -0 survey.yaml',
      'soundings validate paper.csv',
      'soundings analyse paper.csv -f csv',
    ]);
  });
  test('init asks nothing where nobody is at a terminal, and replaces no file', () =>
    transcript(place, 'init-errors', [
      'soundings init responses.csv -o mine.yaml',
      'soundings init responses.csv -o mine.yaml',
      'soundings init responses.csv -o responses.csv',
      'soundings init responses.csv -o nowhere/mine.yaml',
      'soundings init responses.csv -o responses.csv/mine.yaml',
      'soundings init nothing.csv',
      'soundings init fixtures',
      'soundings init responses.csv --platform snap',
      'soundings init - < responses.csv',
    ]));
});

describe('errors', () => {
  test('an export is not there, or is a folder', () =>
    transcript(place, 'error-export', [
      'soundings analyse nowhere.csv',
      `soundings analyse nowhere.csv -s ${send}/survey.yaml`,
      `soundings analyse fixtures`,
      `soundings analyse fixtures -s ${send}/survey.yaml`,
      `soundings analyse ${sendExport}/responses.csv -s ${send}/survey.yaml`,
      `soundings analyse ${sendExport} ${sendExport}`,
      'soundings analyse',
    ]));
  test('an export is there twice', async () => {
    place.write(`${send}/responses (1).csv`, place.read(sendExport));
    await transcript(place, 'error-export-twice', [
      `soundings report ${sendExport} './${sendExport}'`,
      `soundings report ${sendExport} '${send}/responses (1).csv'`,
      `soundings report - - -s ${send}/survey.yaml < ${sendExport}`,
    ]);
  });
  test('an export holds no responses', async () => {
    place.write('empty.csv', '');
    place.write('blank.csv', '\n\n , ,\n');
    place.write('header.csv', `${rows()[0]}\n`);
    place.write('blank-rows.csv', `${rows()[0]}\n,,,,\n\n`);
    await transcript(
      place,
      'error-empty',
      ['empty', 'blank', 'header', 'blank-rows'].map(
        (name) => `soundings analyse ${name}.csv -s ${send}/survey.yaml`,
      ),
    );
  });
  test('an export is not CSV', async () => {
    place.write('workbook.csv', 'PK\u0003\u0004\u0014\0\u0006\0\0\0xl/workbook.xml');
    place.write('form.csv', '%PDF-1.7\n%\n');
    place.write('page.csv', '<!DOCTYPE html><title>Sign in</title>');
    place.write('answers.csv', '[{"role": "Parent", "view": "Agree"}]');
    place.write('export.zip', 'PK\u0003\u0004\u0014\0\0\0\0\0responses.csv');
    place.write(
      'bytes.csv',
      Uint8Array.from({ length: 400 }, (_, index) => (index * 7) % 32),
    );
    await transcript(
      place,
      'error-not-csv',
      ['workbook.csv', 'form.csv', 'page.csv', 'answers.csv', 'export.zip', 'bytes.csv'].map(
        (name) => `soundings analyse ${name} -s ${send}/survey.yaml`,
      ),
    );
  });
  test('a quotation mark is never closed', async () => {
    const [header = '', first = '', second = ''] = rows();
    place.write('end.csv', `${header}\n${first}\nX-1,"2023-07-24,Completed\n`);
    place.write('middle.csv', `${header}\n${first}\nX-1,"2023-07-24,Completed\n${second}\n${first}\n`);
    await transcript(place, 'error-quotation-mark', [
      `soundings analyse end.csv -s ${send}/survey.yaml`,
      `soundings analyse middle.csv -s ${send}/survey.yaml`,
    ]);
  });
  test('the definition named is not there', async () => {
    place.write('responses.csv', place.read(sendExport));
    await transcript(place, 'error-no-definition', [
      'soundings analyse responses.csv -s nowhere.yaml',
      'soundings analyse responses.csv -s fixtures',
    ]);
  });
  test('the definition is wrong', async () => {
    place.write('key.yaml', definition(['column: Alternative', 'colum: Alternative']));
    place.write('scale.yaml', definition(['scale: agreement', 'scale: agrement']));
    place.write('yaml.yaml', definition(['questions:', 'questions']));
    place.write('empty.yaml', '');
    place.write('no-questions.json', '{"title": "Nothing asked"}');
    place.write('column.yaml', definition(['column: Alternative Provision', 'column: Alternativ Provision']));
    place.write(
      'columns.yaml',
      definition(['column: Alternative Provision', 'column: Zzz'], ['id: Response ID', 'id: Respondent']),
    );
    await transcript(
      place,
      'error-definition',
      [
        'key.yaml',
        'scale.yaml',
        'yaml.yaml',
        'empty.yaml',
        'no-questions.json',
        'column.yaml',
        'columns.yaml',
      ].map((name) => `soundings analyse ${sendExport} -s ${name}`),
    );
  });
  test('the respondent columns of the definition are not in the export', async () => {
    place.write('respondent.yaml', definition(['id: Response ID', 'id: Respons ID']));
    await transcript(place, 'error-respondent', [`soundings analyse ${sendExport} -s respondent.yaml`]);
  });
  test('an option has a value that there is not', () =>
    transcript(
      place,
      'error-values',
      [
        ...['--encoding klingon', '--delimiter colon', "--delimiter ''", '--format pdf', '-f ', '-o '],
        ...['--by rolle', '--by priorities', '--by comments'],
        ...['--where role', '--where role=', '--where =x', '--where rolle=x', '--where role=Teacher'],
        ...['--where role=Parnt', '--where role=school', '--where role=Other'],
        ...['--where comments=x', '--where role=Other --where clarity=yes'],
      ].map((options) => `soundings analyse ${sendExport} ${options}`),
    ));
  test('an option is wrong about how the export is written', () =>
    transcript(place, 'error-reading', [
      `soundings analyse ${sendExport} --encoding utf-16le`,
      `soundings analyse ${sendExport} --delimiter semicolon`,
      `soundings analyse fixtures/messy/responses-05-windows-1252-pipe.csv --encoding utf-8`,
    ]));
  test('a command or an option is not known', () =>
    transcript(place, 'error-usage', [
      'soundings analys responses.csv',
      'soundings frobnicate',
      'soundings frobnicate --help',
      'soundings help frobnicate',
      'soundings --versoin',
      `soundings analyse ${sendExport} --formt json`,
      `soundings report ${sendExport} --format json`,
      `soundings check ${send} --format json`,
      'soundings schema survey.yaml',
    ]));
});
