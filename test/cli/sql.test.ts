import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadDuckdb } from '../../src/intake/duckdb.ts';
import { write } from '../intake/source.ts';
import { type Sandbox, sandbox } from './sandbox.ts';

const library = await loadDuckdb();
const without = library === undefined ? ' (skipped: @duckdb/node-api is not installed)' : '';

let place: Sandbox;
beforeAll(() => {
  place = sandbox();
});
afterAll(() => place.remove());

/** Runs a query over the rows of an export in DuckDB; gives the path of the CSV file that it makes. */
async function inDuckdb(sql: string, from: string, to: string): Promise<void> {
  const connection = await library?.DuckDBConnection.create();
  const file = (name: string) => `'${path.join(place.folder, name)}'`;
  await connection?.run(
    `CREATE TABLE responses AS SELECT * FROM read_csv(${file(from)}, all_varchar = true, header = true, quote = '"', escape = '"')`,
  );
  await connection?.run(`COPY (${sql.replace(/;\s*$/u, '')}) TO ${file(to)} (FORMAT csv, HEADER)`);
  connection?.closeSync();
}

/** An analysis without what is said of files and rows; of a sum the last digits depend on the order of the rows. */
async function figuresOf(line: string) {
  const { stdout, stderr, exitCode } = await place.run(`soundings analyse ${line} -f json`);
  expect([exitCode, stderr]).toEqual([0, expect.anything()]);
  const {
    inputs: _,
    issues: __,
    ledger,
    ...figures
  } = JSON.parse(stdout, (_key, value: unknown) =>
    typeof value === 'number' ? Number(value.toPrecision(12)) : value,
  );
  return { ...figures, ledger: { ...ledger, byFile: [] } };
}

/** The figures of the responses, and those of the answer patterns that DuckDB makes of them. */
async function bothFigures(definition: string, responses: string) {
  place.write('own.yaml', definition);
  const { stdout, stderr } = await place.run('soundings sql own.yaml --dialect duckdb');
  expect(stderr).toBe('');
  await inDuckdb(stdout, responses, 'patterns.csv');
  const counted = /^respondent:$/mu.test(definition)
    ? definition.replace(/^respondent:$/mu, 'respondent:\n  count: Responses')
    : `${definition}\nrespondent: { count: Responses }\n`;
  place.write('counted.yaml', counted);
  return [
    await figuresOf(`${responses} -s own.yaml`),
    await figuresOf('patterns.csv -s counted.yaml'),
  ] as const;
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

  const definition = `title: Survey of views
opened: 2024-02-01
closed: 2024-02-20
respondent:
  id: The "id"
  submitted: Sent
  status: { column: Status, complete: [Done] }
  weight: Weight
  kind: { column: Kind, individual: Person, petition: Petition, signatories: Signed }
exclude: [incomplete, late, duplicate]
blank: ["-"]
questions:
  - { id: view, kind: scale, scale: agreement, text: View, column: "View, 'yours'", options: [Agree, Neither agree nor disagree, Disagree] }
  - { id: role, kind: choice, text: Role, column: Role, options: [Parent, Other] }
  - { id: travel, kind: multiple, text: Travel, column: Travel, separator: ";", options: [Bus, Car] }
  - id: rates
    kind: choice
    text: Rates
    options: [Good, Poor]
    items: [{ id: price, columns: [Price good, Price poor] }, { id: speed, columns: [Speed good, Speed poor] }]
  - { id: age, kind: number, text: Age, column: Age }
  - { id: why, kind: text, text: Why, column: Why }
breakdowns: [role]
`;
  const given = fc.record({
    id: fc.constantFrom('', 'R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7'),
    status: fc.constantFrom('Done', 'Done', 'Done', 'Begun'),
    weight: fc.constantFrom('1', '0.5', '2'),
    view: fc.constantFrom('Agree', 'Agree', 'Disagree', 'Neither agree nor disagree', '', 'Agre'),
    role: fc.constantFrom('Parent', 'Other', ''),
    travel: fc.constantFrom('', 'Bus', 'Bus;Car', 'Car'),
    price: fc.constantFrom(['', ''], ['Good', ''], ['', 'Poor'], ['Good', 'Poor']),
    age: fc.constantFrom('', '7', '12'),
    kind: fc.constantFrom('Person', 'Petition'),
    why: fc.constantFrom('', ' ', '-', 'It is "good", we think'),
  });

  test('give the same figures as the responses, whoever answered what, and how often', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(given, { minLength: 3, maxLength: 40 }), async (answers) => {
        const rows = answers.map((one, nth) => [
          one.id,
          `2024-02-${String(1 + Math.floor(nth / 1.7)).padStart(2, '0')}T10:${String(nth + 10)}:00`,
          one.status,
          one.weight,
          one.view,
          one.role,
          one.travel,
          ...one.price,
          ...one.price.toReversed().map((cell) => (cell === '' ? '' : cell === 'Good' ? 'Poor' : 'Good')),
          one.age,
          one.why,
          one.kind,
          one.kind === 'Petition' ? '30' : '',
        ]);
        const header = [
          'The "id"',
          'Sent',
          'Status',
          'Weight',
          "View, 'yours'",
          'Role',
          'Travel',
          ...['Price good', 'Price poor', 'Speed good', 'Speed poor'],
          'Age',
          'Why',
          'Kind',
          'Signed',
        ];
        place.write(
          'own.csv',
          write([header, ...rows], { delimiter: ',', lineEnd: '\n', encoding: 'utf-8', mark: false }),
        );
        const [fromRows, fromPatterns] = await bothFigures(definition, 'own.csv');
        expect(fromPatterns).toEqual(fromRows);
      }),
      { numRuns: 25 },
    );
  }, 120_000);
});
