import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadDuckdb } from '../../src/intake/duckdb/database.ts';
import { write } from '../intake/source.ts';
import { type Sandbox, sandbox } from './sandbox.ts';

const library = await loadDuckdb();
const without = library === undefined ? ' (skipped: @duckdb/node-api is not installed)' : '';

let place: Sandbox;
beforeAll(() => {
  place = sandbox();
});
afterAll(() => place.remove());

/** What BigQuery takes for no name of a column, as far as the exports here have it. */
const noNames = /["()?,…]/gu;

/** A query for BigQuery as DuckDB understands it: names, strings and functions are written otherwise. */
function fromBigquery(sql: string): string {
  return sql
    .replaceAll(/--.*|`[^`]*`|'(?:\\.|[^'\\])*'/gu, (part) => {
      if (part.startsWith('--')) return '';
      return part.startsWith('`') ? `"${part.slice(1, -1)}"` : `E${part}`;
    })
    .replaceAll('REGEXP_CONTAINS(', 'regexp_matches(')
    .replaceAll('REGEXP_REPLACE(', 'replaced(');
}

/** Runs a query over the rows of an export in DuckDB; gives the path of the CSV file that it makes. */
async function inDuckdb(sql: string, from: string, to: string, isForBigquery = false): Promise<void> {
  const connection = await library?.DuckDBConnection.create();
  const file = (name: string) => `'${path.join(place.folder, name)}'`;
  await connection?.run(
    `CREATE TABLE responses AS SELECT * FROM read_csv(${file(from)}, all_varchar = true, header = true, quote = '"', escape = '"')`,
  );
  if (isForBigquery) {
    await connection?.run(
      `CREATE MACRO replaced(t, expression, "by") AS regexp_replace(t, expression, "by", 'g')`,
    );
    const columns = (await connection?.runAndReadAll('DESCRIBE responses'))?.getRows() ?? [];
    for (const name of columns
      .map(([column]) => String(column))
      .filter((column) => column.search(noNames) >= 0))
      await connection?.run(
        `ALTER TABLE responses RENAME "${name.replaceAll('"', '""')}" TO "${name.replaceAll(noNames, '_')}"`,
      );
  }
  const query = (isForBigquery ? fromBigquery(sql) : sql).replace(/;\s*$/u, '');
  await connection?.run(`COPY (${query}) TO ${file(to)} (FORMAT csv, HEADER)`);
  connection?.closeSync();
}

/** An analysis without what is said of files and rows; of a sum the last digits depend on the order of the rows. */
async function figuresOf(line: string) {
  const { stdout, stderr, exitCode } = await place.run(`soundings analyse ${line} -f json`);
  expect([exitCode, stderr]).toEqual([0, expect.anything()]);
  const {
    inputs: _,
    definition: _definition,
    issues: __,
    ledger,
    ...figures
  } = JSON.parse(stdout, (_key, value: unknown) =>
    typeof value === 'number' ? Number(value.toPrecision(12)) : value,
  );
  return { ...figures, ledger: { ...ledger, byFile: [] } };
}

/**
 * The figures of the responses, and those of the answer patterns that DuckDB makes of them or, where `rows` says so, of the same
 * rows in another order.
 */
async function bothFigures(
  definition: string,
  responses: string,
  { rows = responses, options = '', dialect = 'duckdb' } = {},
) {
  place.write('own.yaml', definition);
  const { stdout, stderr } = await place.run(`soundings sql own.yaml --dialect ${dialect} ${options}`);
  expect(stderr).toBe('');
  await inDuckdb(stdout, rows, 'patterns.csv', dialect === 'bigquery');
  const counted = /^respondent:$/mu.test(definition)
    ? definition.replace(/^respondent:$/mu, 'respondent:\n  count: Responses')
    : `${definition}\nrespondent: { count: Responses }\n`;
  place.write('counted.yaml', /^ *count: Times$/mu.test(definition) ? definition : counted);
  return [
    await figuresOf(`${responses} -s own.yaml`),
    await figuresOf('patterns.csv -s counted.yaml'),
  ] as const;
}

/** Writes an export of which every cell is in quotation marks. */
function writeRows(file: string, rows: readonly (readonly string[])[]): void {
  place.write(file, write(rows, { delimiter: ',', lineEnd: '\n', encoding: 'utf-8', mark: false }));
}

test('what is wrong with a pattern is said once, with how many responses it stands for', async () => {
  place.write('patterns.csv', 'A,n\nAgree,5\nAgre,1234\nAgre,1\nDisagree,2\n');
  place.write(
    'patterns.yaml',
    'title: T\nrespondent: { count: n }\nquestions: [{ id: a, kind: choice, column: A, options: [Agree, Disagree] }]',
  );
  const { stdout } = await place.run('soundings validate patterns.csv -s patterns.yaml');
  expect(stdout.replaceAll(/\s+/gu, ' ')).toContain(
    'options of their question: 2, which stand for 1,235 responses; they are not counted [unknown-answer] patterns.csv, row 2 (line 3), 1,234 responses, A: “Agre”',
  );
  const json = await place.run('soundings analyse patterns.csv -s patterns.yaml -f json');
  expect(JSON.parse(json.stdout)).toMatchObject({
    questions: [{ items: [{ states: { option: 7, invalid: 1235 } }] }],
    issues: [
      {
        code: 'unknown-answer',
        count: 2,
        responses: 1235,
        examples: [
          { row: 2, line: 3, responses: 1234 },
          { row: 3, line: 4 },
        ],
      },
    ],
  });
});

describe.skipIf(library === undefined)(`answer patterns from DuckDB${without}`, () => {
  test.each(['send-strategy-2023', 'street-trees', 'library-hours', 'tenants-survey'])(
    'of %s give the same figures as the responses',
    async (fixture) => {
      const folder = `fixtures/${fixture}`;
      const [rows, patterns] = await bothFigures(
        place.read(`${folder}/survey.yaml`),
        `${folder}/responses.csv`,
      );
      expect(patterns).toEqual(rows);
    },
  );

  test.each(['send-strategy-2023', 'street-trees', 'library-hours', 'tenants-survey'])(
    'of %s give the same figures under the names that BigQuery has for columns',
    async (fixture) => {
      const folder = `fixtures/${fixture}`;
      const [rows, patterns] = await bothFigures(
        place.read(`${folder}/survey.yaml`),
        `${folder}/responses.csv`,
        { dialect: 'bigquery' },
      );
      expect(patterns).toEqual(rows);
    },
  );

  test('of a table from a platform have no reply where its export has none', async () => {
    writeRows('citizens.csv', [
      ['Response ID', 'View', 'Role', 'Why'],
      ['ANON-AAAA-AAAA-1', 'Agree', 'Not Answered', 'Not Answered'],
      ['ANON-AAAA-AAAA-2', 'Not Answered', 'Parent', 'Because'],
      ['ANON-AAAA-AAAA-3', 'Disagree', 'Parent', ''],
      ['ANON-AAAA-AAAA-4', 'Disagree', 'Not Answered ', 'Not\u00a0 Answered'],
      ['ANON-AAAA-AAAA-5', 'Agree', 'not answered', ' – '],
      ['ANON-AAAA-AAAA-6', 'Agree', 'Parent', '…'],
      ['ANON-AAAA-AAAA-7', 'Agree', 'Parent', '<p>\u00a0</p>'],
    ]);
    const views = `title: Views
respondent:
  id: Response ID
questions:
  - { id: view, kind: scale, scale: agreement, text: View, column: View }
  - { id: role, kind: choice, text: Role, column: Role, options: [Parent, not answered] }
  - { id: why, kind: text, text: Why, column: Why }
`;
    const [rows, patterns] = await bothFigures(views, 'citizens.csv', { options: '--platform citizenspace' });
    expect(patterns).toEqual(rows);
    expect(rows).toMatchObject({
      questions: [
        {},
        { items: [{ states: { blank: 2, option: 5 } }] },
        { items: [{ states: { blank: 4 } }] },
      ],
    });
  });

  test.each([
    ['ResponseId', 'RecordedDate', ''],
    ['ResponseId', 'RecordedDate', ' --platform qualtrics'],
    ['UserID', 'Ended', ' --platform smartsurvey'],
    ['Respondent ID', 'End Date', ' --platform surveymonkey'],
  ])('with %s and %s have no rows that are taken for headers%s', async (id, sent, platform) => {
    const rows = Array.from({ length: 12 }, (_, nth) => [
      nth < 4 ? '' : `R_${nth}`,
      nth < 4 ? '' : '2024-02-03 10:05',
      nth < 2 ? '' : ['Yes', 'No'][nth % 2],
      nth % 3 === 0 ? 'Because' : '',
    ]);
    writeRows('people.csv', [[id, sent, 'View', 'View why'], ...rows.map((row) => row.map(String))]);
    const views = `title: Views\nrespondent:\n  id: ${id}\n  submitted: ${sent}\nquestions:
  - { id: view, kind: choice, column: View, options: [Yes, No] }\n  - { id: why, kind: text, column: View why }\n`;
    place.write('people.yaml', views);
    const sql = await place.run('soundings sql people.yaml --dialect duckdb');
    await inDuckdb(sql.stdout, 'people.csv', 'patterns.csv');
    place.write('people.yaml', views.replace('  id:', '  count: Responses\n  id:'));
    const { ledger } = await figuresOf(`patterns.csv -s people.yaml${platform}`);
    expect(ledger).toMatchObject({ received: 12, analysed: 12 });
  });

  const definition = `title: Survey of views
report: { disclosure: none }
opened: 2024-02-01
closed: 2024-02-20
respondent:
  id: The "id"
  submitted: Sent
  status: { column: Status, complete: [Done] }
  weight: Weight
  kind: { column: Kind, individual: Person, petition: Petition, signatories: Signed }
exclude: [incomplete, late, duplicate]
blank: ["-", "It's n/a"]
questions:
  - { id: view, kind: scale, scale: agreement, text: View, column: "View, 'yours'", options: [Agree, Neither agree nor disagree, Disagree] }
  - { id: role, kind: choice, text: Role, column: Role, options: [Parent, Café & bar, Other] }
  - { id: travel, kind: multiple, text: Travel, column: Travel, separator: ";", options: [Bus, Car] }
  - id: rates
    kind: choice
    text: Rates
    options: [Good, Poor]
    items: [{ id: price, columns: [Price good, Price poor] }, { id: speed, columns: [Speed good, Speed poor] }]
  - { id: paths, kind: multiple, text: Paths, columns: [Wide, "Other (please specify)"], options: [Wide, Other (please specify)] }
  - { id: age, kind: number, text: Age, column: Age }
  - { id: why, kind: text, text: Why, column: Why }
breakdowns: [role]
`;
  const header = [
    ...['The "id"', 'Sent', 'Status', 'Weight', "View, 'yours'", 'Role', 'Travel'],
    ...['Price good', 'Price poor', 'Speed good', 'Speed poor', 'Wide', 'Other (please specify)'],
    ...['Age', 'Why', 'Kind', 'Signed'],
  ];
  const two = (number: number) => String(number).padStart(2, '0');
  /** The nth of the times at which responses came, several a day, in the ways in which exports have them. */
  const timeForms: Readonly<Record<string, (nth: number) => string>> = {
    'to the second': (nth) => `2024-02-${two(1 + Math.floor(nth / 1.7))}T10:${two(nth + 10)}:07`,
    'to the minute': (nth) =>
      `2024-02-${two(1 + Math.floor(nth / 1.7))}${nth % 2 ? ' ' : 'T'}10:${two(nth + 10)}`,
    'in a zone': (nth) => `2024-02-${two(1 + Math.floor(nth / 1.7))} 10:${two(nth + 10)}:30.5+01`,
    days: (nth) => `2024-02-${two(1 + Math.floor(nth / 1.7))}`,
    'day first': (nth) => `${1 + Math.floor(nth / 1.7)}/02/2024 ${9 + Math.floor(nth / 20)}:${two(nth + 10)}`,
    'with none': (nth) => (nth % 3 ? `2024-02-${two(1 + Math.floor(nth / 1.7))} 10:${two(nth + 10)}` : ' '),
    'in words': (nth) => (nth % 3 ? `${1 + nth} February 2024 10:05` : 'When I cut a hedge'),
    'in two zones': (nth) => `2024-02-03 0${nth % 2 ? 9 : 8}:${two(nth + 10)}+0${nth % 2}`,
  };
  const sortable = ['to the second', 'to the minute', 'in a zone'];
  const ids = ['R1', 'R2', 'R3', 'R4', 'R5', 'R 6', 'r1', 'pattern 1', 'pattern 2', 'id 1', 'a hedge'];
  const oddIds = [
    '',
    '\u3000',
    '\u200e',
    'n/a\u00a0',
    'it’s  N/A',
    'R1\t',
    '\u00a0R2',
    '\ufeffR2',
    'R3\u2028',
    'R4\u200b',
    'R\u20056',
    'R&nbsp;6',
    '<b>R5</b>',
  ];
  const given = fc.record({
    id: fc.oneof(fc.constantFrom(...ids), fc.constantFrom(...ids, ...oddIds)),
    status: fc.constantFrom('Done', 'Done', 'Done ', 'Begun', 'Cut a hedge'),
    weight: fc.constantFrom('1', '0.5', '2', '1e+00', '5E-1', 'as a hedge'),
    view: fc.oneof(
      fc.constantFrom('Agree', 'Agree', 'Disagree', 'Neither agree nor disagree', '', 'Agre', '2'),
      fc.constantFrom('Agree / Cytuno', 'cytuno', 'Agree (Cytuno)', 'Agree; Disagree', '<b>Agree</b>&nbsp;'),
      fc.constantFrom(
        ...['A hedge', 'Agree: a hedge', 'Agree <a hedge>', 'Agree <b hedge>', 'Agree \u6811\u7bf1'],
      ),
    ),
    role: fc.constantFrom(
      ...['Parent', 'Other', '', 'parent ', 'A hedge', 'Call 07700 900123', 'given'],
      ...['Caf&eacute; &amp; bar', 'café  &  bar', '<b>Other</b>', 'Other; Parent', '-'],
    ),
    travel: fc.constantFrom(
      '',
      'Bus',
      'Bus;Car',
      'Car',
      'Bus; a hedge',
      'a hedge; ring 07700;car ',
      'Bus/Car',
      'Bus/Car; a hedge',
      '<p style="hedge">Bus</p>; &lt;hedge&gt;',
      '["Bus", "Car"]',
      '#REF!',
    ),
    price: fc.constantFrom(
      ...[
        ['', ''],
        ['Good', ''],
        ['', 'Poor'],
        ['Good', 'Poor'],
        ['Good (a hedge)', ''],
        ['', 'A hedge'],
      ],
    ),
    wide: fc.oneof(
      fc.constantFrom('', 'Wide', 'Wide', 'no', '3', '\u2713 Wide'),
      fc.constantFrom('Llydan hedge', 'llydan  hedge', 'Llydan hedge', 'perhaps a hedge', 'No hedge', '!'),
    ),
    other: fc.constantFrom(
      '',
      'No\u00a0',
      '–',
      'not  checked',
      'yes',
      'Other (please specify)',
      'A hedge',
      '07700 900123',
      '5',
    ),
    age: fc.constantFrom('', '7', '1,200', ' −3\u00a0', '12.5', '1 2', '-', '–', 'Call 07700 900123'),
    kind: fc.constantFrom('Person', 'Petition', 'petition ', 'A hedge'),
    signed: fc.constantFrom('30', '1,200', 'a hedge', ''),
    why: fc.oneof(
      fc.constantFrom('', ' ', '-', 'It is "good", we think', '<br>', '<p>&nbsp;</p>', '<b>', 'given', '- -'),
      fc.constantFrom(
        '\u2003',
        '\u3000\v',
        '\u00ad',
        '\u200e',
        '\u180e\u2060',
        '—',
        '&nbsp;-',
        'IT‘S   N/A',
        'it is n/a',
      ),
    ),
    /** Where its row stands among the others. */
    place: fc.nat(),
  });

  test('are not made where it cannot be told which response of an id was the first', async () => {
    const duplicates = `title: T\nrespondent:\n  id: Id\n  submitted: Sent\nexclude: [duplicate]\nquestions: [{ id: a, kind: choice, column: A, options: [Yes, No] }]\n`;
    const made = (...rows: readonly (readonly string[])[]) => {
      writeRows('own.csv', [['Id', 'Sent', 'A'], ...rows, ['3', '', 'Yes'], ['', '', 'No']]);
      return bothFigures(duplicates, 'own.csv');
    };
    const message =
      'It cannot be told which of several responses with the same "Id" was the first: leave only that in the table, or give each a time of its own in "Sent", such as 2024-02-14 10:05:00, all in one time zone.';
    for (const [one, other] of [
      ['9/02/2024 9:00', '10/02/2024 10:00'],
      ['2024-02-09', '2024-02-09'],
      ['2024-02-09', '2024-02-09 10:00'],
      ['2024-02-09 10:00+00', '2024-02-09 10:30+01'],
      ['', '2024-02-09 10:30'],
    ] as const)
      await expect(made(['1', one, 'Yes'], ['1', other, 'No'])).rejects.toThrow(message);
  });

  test('are the same whatever the columns of the table are called', async () => {
    const names = `title: T\nrespondent:\n  id: turn\n  submitted: p2\nexclude: [duplicate]\nquestions: [{ id: a, kind: choice, column: p0, options: [Yes, No] }, { id: b, kind: choice, column: id, options: [a, b, c] }]\n`;
    writeRows('own.csv', [
      ['turn', 'p2', 'p0', 'id'],
      ['x', '2024-01-01 10:00', 'Yes', 'a'],
      [' x', '2024-01-02 10:00', 'No', 'b'],
      ['y', '2024-01-02 10:00', 'No', 'c'],
    ]);
    const [fromRows, fromPatterns] = await bothFigures(names, 'own.csv');
    expect(fromPatterns).toEqual(fromRows);
  });

  test('add up the numbers of responses of a table that has them, however they are written', async () => {
    const counted = `title: T\nrespondent:\n  count: Times\nquestions: [{ id: a, kind: choice, column: A, options: [Yes, No] }]\n`;
    const rows = (count: string) => [
      ['Times', 'A'],
      ...['1,200', ' +3', '4.0', '1'].map((times) => [times, 'Yes']),
      [count, 'No'],
    ];
    writeRows('own.csv', rows('0'));
    const [fromRows, fromPatterns] = await bothFigures(counted, 'own.csv');
    expect(fromPatterns).toEqual(fromRows);
    expect(place.read('patterns.csv')).toContain('Yes,1208');
    writeRows('own.csv', rows('some'));
    await expect(bothFigures(counted, 'own.csv')).rejects.toThrow(
      '"Times" has to be a whole number of responses in every row',
    );
  });

  test('give the same figures as the responses, whoever answered what, when, and how often', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(given, { minLength: 3, maxLength: 30 }),
        fc.constantFrom(...sortable, ...Object.keys(timeForms)),
        fc.constantFrom('duckdb', 'bigquery'),
        async (answers, form, dialect) => {
          const rows = answers.map((one, nth) => [
            one.id,
            timeForms[form]?.(nth) ?? '',
            ...[one.status, one.weight, one.view, one.role, one.travel],
            ...one.price,
            ...one.price.toReversed().map((cell) => (cell === '' ? '' : cell === 'Good' ? 'Poor' : 'Good')),
            ...[one.wide, one.other, one.age, one.why, one.kind, one.signed],
          ]);
          const places = answers.map((one) => one.place);
          const shuffled = [...rows.keys()].toSorted((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
          writeRows('own.csv', [header, ...rows]);
          writeRows('shuffled.csv', [header, ...shuffled.map((nth) => rows[nth] ?? [])]);
          const figures = await bothFigures(definition, 'own.csv', { rows: 'shuffled.csv', dialect }).catch(
            (error: unknown) => {
              // Times of other forms do not tell which response was the first.
              expect(String(error)).toContain(
                'It cannot be told which of several responses with the same "The "id""',
              );
              expect(sortable).not.toContain(form);
            },
          );
          if (figures === undefined) return;
          expect(figures[1]).toEqual(figures[0]);
          expect(place.read('patterns.csv')).not.toMatch(/hedge|07700|we think|10:/u);
        },
      ),
      { numRuns: 50 },
    );
  }, 240_000);

  test('tell apart what stands under options beside them, since it may be the name of one in another language', async () => {
    const options = ['Paths', 'Benches / Meinciau', 'Lights'];
    const headers = ['Parks one', 'Parks two', 'Parks three', 'Parks more'];
    const ticked = `title: T
report: { disclosure: none }
respondent:
  status: { column: Status, complete: [Done] }
exclude: [incomplete]
questions:
  - { id: parks, kind: multiple, columns: [Parks one, Parks two, Parks three, Parks more], options: [Paths, Benches / Meinciau, Lights, Other] }
  - { id: best, kind: choice, columns: [Best paths, Best lights], options: [Paths, Lights] }
`;
    const cell = (nth: number) =>
      fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom('', options[nth] ?? 'Other') },
        fc.constantFrom(
          'Llwybrau',
          'Llwybrau ',
          'LLWYBRAU',
          'Goleuadau’r hedge',
          "goleuadau'r hedge",
          'Dim hedge',
        ),
        fc.constantFrom(
          'Yes',
          'no',
          '3',
          '0',
          '7',
          'Lights',
          '\u2713 Paths',
          'Meinciau',
          'a hedge',
          'b hedge',
          '\u6811',
        ),
      );
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(
            fc.constantFrom('Done', 'Done', 'Begun'),
            cell(0),
            cell(1),
            cell(2),
            cell(3),
            cell(0),
            cell(2),
          ),
          { minLength: 3, maxLength: 12 },
        ),
        fc.constantFrom(['', 'Paths'], ['Llwybrau', 'a hedge'], ['3', '0']),
        async (rows, usual) => {
          // In most of the rows there is nothing but two sorts of cells.
          const few = rows.map((row, nth) =>
            row.map((one, column) => (column > 0 && nth % 4 > 0 ? String(usual[(nth + column) % 2]) : one)),
          );
          for (const all of [rows, few]) {
            writeRows('own.csv', [['Status', ...headers, 'Best paths', 'Best lights'], ...all]);
            const [fromRows, fromPatterns] = await bothFigures(ticked, 'own.csv --header-rows 1', {
              rows: 'own.csv',
            });
            expect(fromPatterns).toEqual(fromRows);
            expect(place.read('patterns.csv')).not.toMatch(/hedge|llwybr|\u6811/iu);
          }
        },
      ),
      { numRuns: 25 },
    );
  }, 240_000);
});
