import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SparkSQL as Spark } from 'dt-sql-parser';
import fc from 'fast-check';
import { parse as parsePostgres } from 'libpg-query';
import BigQuery from 'node-sql-parser/build/bigquery.js';
import { build } from 'rolldown';
import { describe, expect, test } from 'vitest';
import { isBlank, isEmptyField, tidy } from '../../src/intake/blank.ts';
import { loadDuckdb } from '../../src/intake/duckdb/database.ts';
import { loadDefinition } from '../../src/survey/definition/load-definition.ts';
import { interpretJoined } from '../../src/responses/questions/interpret-multiple.ts';
import { patternColumns } from '../../src/survey/patterns/columns.ts';
import { patternParts } from '../../src/survey/patterns/parts.ts';
import { patternQuery } from '../../src/survey/patterns/query.ts';
import { type SqlDialectName, sqlDialects } from '../../src/survey/patterns/sql-dialects.ts';

const odd = ['It\'s "so"', 'a `tick`', 'back\\slash', 'Barn – “é”'];
const definitionOf = (names: readonly string[]) => `
title: Odd names
respondent: { id: Id, submitted: Sent, channel: Channel, count: Times }
exclude: [duplicate]
blank: ["n/a", "it's"]
questions:
${names.map((name, nth) => `  - { id: q${nth}, kind: choice, column: ${JSON.stringify(name)} }`).join('\n')}
  - { id: modes, kind: multiple, columns: [Modes Bus, "Modes: Other (please specify)"] }
  - { id: heard, kind: multiple, column: Heard, separator: "|", options: ["On 'air'", "Back\\\\slash"] }
  - { id: age, kind: number, column: Age }
  - { id: why, kind: text, column: Why }
`;
const definition = definitionOf(odd);
const query = (dialect: SqlDialectName, text = definition) =>
  patternQuery(loadDefinition(text, 'survey.yaml'), dialect);

const duckdb = await loadDuckdb();

/** Spark's grammar, which comes in modules that only a bundler can put together. */
async function sparkParser() {
  const folder = mkdtempSync(path.join(tmpdir(), 'soundings-'));
  const file = path.join(folder, 'spark.mjs');
  const input = fileURLToPath(import.meta.resolve('dt-sql-parser/dist/parser/spark/index.js'));
  await build({ input, platform: 'node', logLevel: 'silent', output: { file, format: 'esm' } });
  const { SparkSQL } = (await import(file)) as { SparkSQL: typeof Spark };
  rmSync(folder, { recursive: true });
  return new SparkSQL();
}

/** A text of which some characters have a backslash before them. */
function unescaped(text: string): string {
  return text.replaceAll(/\\(.)/gsu, '$1');
}

/** What a parser of the engine's own language makes of a query; throws where it is none. */
const parsers: Readonly<Record<SqlDialectName, (sql: string) => Promise<unknown>>> = {
  postgres: parsePostgres,
  async duckdb(sql) {
    const connection = await duckdb?.DuckDBConnection.create();
    const serialise = `SELECT json_serialize_sql('${sql.replaceAll("'", "''")}')`;
    const [[text] = []] = (await connection?.runAndReadAll(serialise))?.getRows() ?? [];
    connection?.closeSync();
    const tree = JSON.parse(String(text)) as { error: boolean; error_message?: string };
    if (tree.error) throw new Error(tree.error_message);
    return tree;
  },
  async spark(sql) {
    const parser = await sparkParser();
    const [fault] = parser.validate(sql);
    if (fault !== undefined) throw new Error(fault.message);
    // Its tree has no names, so these are read from the tokens: `a``b`, and strings with backslashes.
    return parser.getAllTokens(sql).flatMap((token) => {
      const text = token.text ?? '';
      if (text.startsWith('`')) return [text.slice(1, -1).replaceAll('``', '`')];
      return text.startsWith("'") ? [unescaped(text.slice(1, -1))] : [];
    });
  },
  async bigquery(sql) {
    const tree = new BigQuery.Parser().astify(sql, { database: 'bigquery' });
    // It leaves strings as they are written.
    return JSON.parse(JSON.stringify(tree), (key, value: unknown) =>
      key === 'value' && typeof value === 'string' ? unescaped(value) : value,
    );
  },
};

describe.each(Object.entries(parsers))('for %s', (dialect, parseQuery) => {
  const isAbsent = dialect === 'duckdb' && duckdb === undefined;
  const why = isAbsent ? ' (skipped: @duckdb/node-api is not installed)' : '';

  const names = dialect === 'bigquery' ? ["It's _so_", 'a _tick_', 'back_slash', 'Barn – _é_'] : odd;
  const sql = () => query(dialect as SqlDialectName);

  test.skipIf(isAbsent)(
    `a parser of its language reads the query, with every name as it may be${why}`,
    async () => {
      const tree = JSON.stringify(await parseQuery(sql()));
      for (const name of [...names, 'Id', 'Modes Bus', 'Why', 'Times', 'given'])
        expect(tree).toContain(JSON.stringify(name));
      expect(tree).toContain("(n/a|it['‘’‚‛ʼ′`´]s)");
    },
  );

  test.skipIf(isAbsent)(`the parser would find a fault${why}`, async () => {
    await expect(parseQuery(sql().replace('GROUP BY', 'GROUP'))).rejects.toThrow();
  });
});

test('BigQuery is given no name that it refuses for a column', () => {
  const named = definition.replace('column: Age', 'column: "2. Your age (years)?"');
  const sql = query('bigquery', named);
  expect(sql).toContain('coalesce(CAST(`2_ Your age _years__` AS STRING)');
  expect(sql).toContain(' AS `2_ Your age _years__`');
  expect(sql).toContain('-- Names of columns have _ in place of what a name may not hold');
  expect(query('spark', named)).toContain(' AS `2. Your age (years)?`');
  expect(query('spark', named)).not.toContain('Names of columns have _');
});

test('two columns that BigQuery would call the same are refused', () => {
  const named = (one: string, other: string) =>
    definition.replace('column: Age', `column: "${one}"`).replace('column: Why', `column: "${other}"`);
  for (const [one, other] of [
    ['Why?', 'Why!'],
    ['Why_', 'Why?'],
    ['Why', 'WHY'],
  ] as const) {
    expect(() => query('bigquery', named(one, other))).toThrow(
      `columns "${one}" and "${other}" would both be called "${other.replace(/[?!]/u, '_')}" in bigquery.`,
    );
    expect(query('spark', named(one, other))).toContain(`AS \`${other}\``);
  }
});

test('what leaves the database is said', () => {
  const sql = query('postgres', definition.replace('column: Age', 'column: [Age, How old]'));
  for (const line of [
    '-- The definition calls "Age" "How old" too.',
    '-- Then analyse that with the same definition.',
    '-- Of "Why" there is only whether anything was written.',
    '-- Of words that people wrote in "Modes: Other (please specify)", "Heard", "Age" there is only that there are some.',
    '-- Of "Sent" there is only the day, where a time such as 10:05 follows it.',
    '-- the figures of an export that is not in the order of time may differ from these.',
  ])
    expect(sql.split('\n')).toContain(line);
});

test.each(['_file_upload', '_PARTITIONTIME', '_Table_1', '__root__'])(
  'a column that BigQuery would not have in any table is refused: %s',
  (name) => {
    const named = definition.replace('column: Why', `column: ${name}`);
    expect(() => query('bigquery', named)).toThrow(
      /the name of column "_+\w+" begins with _+\w+, which bigquery keeps for itself\.$/u,
    );
    expect(query('duckdb', named)).toContain(`AS "${name}"`);
    expect(query('bigquery', definition.replace('column: Why', 'column: _filed'))).toContain('AS `_filed`');
  },
);

test('the number of responses has a name that no other column has', () => {
  const named = definition
    .replace(', count: Times', '')
    .replace('column: Age', 'column: responses')
    .replace('column: Why', 'column: Responses counted');
  const sql = query('bigquery', named);
  expect(sql).toContain('count(*) AS `Responses counted counted`');
  expect(sql).toContain('and in it under respondent: count: Responses counted counted\n');
});

test('columns of which no options are listed are named, since what people wrote there leaves with the answers', () => {
  const open = `
title: Open
questions:
  - { id: role, kind: choice, column: Role }
  - { id: how, kind: multiple, column: How, separator: ";" }
  - { id: home, kind: choice, column: Home, options: [Owned, Other] }
  - { id: when, kind: multiple, column: When, separator: ";", options: [Day, Night] }
  - { id: why, kind: text, column: Why }
`;
  const leaving =
    'What people wrote in "Role", "How" in their own words, as under Other, leaves with the answers';
  expect(query('duckdb', open)).toContain(`-- ${leaving}: list the options in the definition`);
  const listed = open.replaceAll(/column: (?:Role|How)/gu, '$&, options: [A, Other]');
  expect(query('duckdb', listed)).not.toContain('leaves with the answers');
});

test('what patterns cannot hold is said', () => {
  expect(() => query('duckdb', definition.replace(/submitted: [^,}]+,?/u, ''))).toThrow(
    'survey.yaml: the definition leaves out duplicates, and a table has no order that tells which response was the first.',
  );
  const long = definition.replace(
    'column: Why',
    `column: "Why do you think so?${' Please say why.'.repeat(4)}"`,
  );
  expect(() => query('postgres', long)).toThrow(
    'is longer than the 63 bytes that a name may have in postgres.',
  );
  expect(query('duckdb', long)).toContain('Please say why.');
  const welsh = (letters: number) => definition.replace('column: Why', `column: "${'ŵ'.repeat(letters)}"`);
  expect(query('bigquery', welsh(300))).toContain('ŵ');
  expect(() => query('bigquery', welsh(301))).toThrow(
    'is longer than the 300 characters that a name may have in bigquery.',
  );
  expect(() => query('duckdb', definition.replace('[duplicate]', '[campaign]'))).toThrow(
    'survey.yaml: the definition leaves out campaigns, which cannot be told from answer patterns',
  );
  expect(() => query('duckdb', definition.replace('column: Why', 'column: "#7"'))).toThrow(
    /^survey\.yaml:\d+:\d+: column #7 has a number for a name, which a table does not know\.$/u,
  );
  expect(() => query('duckdb', definition.replace('column: Age', 'column: Times'))).toThrow(
    /column "Times" is how many responses there are, and asked for something else too\.$/u,
  );
});

test('nothing that cannot be seen is ink, to an engine as to the reader', () => {
  const ink = /regexp_matches\(a\d+, '(.+?)'\)/u.exec(query('duckdb', definition))?.[1] ?? '';
  const inJavaScript = new RegExp(ink.replaceAll(/\\x\{([0-9A-F]+)\}/gu, String.raw`\u{$1}`), 'u');
  for (let code = 0; code <= 0xffff; code++) {
    const text = String.fromCharCode(code);
    if (code < 0xd800 || code > 0xdfff)
      expect([code, inJavaScript.test(text)]).toEqual([code, !isBlank(text)]);
  }
});

test.skipIf(duckdb === undefined)(
  'cells are no reply to an engine where they are to the reader',
  async () => {
    const connection = await duckdb?.DuckDBConnection.create();
    const parts = patternParts(sqlDialects.duckdb, []);
    const marks = ['Not Answered', '-', '[not completed]'];
    const column = { kept: 'known-words', nth: 0, header: 'Why', also: [], words: [] } as const;
    const around = [
      ...[
        '',
        ' ',
        '\u00a0',
        '\t\n',
        '\u200b',
        '\u2060',
        '\ufeff',
        '\u00ad',
        '\u200e',
        '\u0085',
        '.',
        '&nbsp;',
      ],
      ...[
        '&NBSP;',
        '<br>',
        '<BR />',
        '</p>',
        '<p class="x">',
        '<b\n>',
        '</B>',
        '<h3>',
        '<x>',
        '<u',
        '< b>',
        '–',
      ],
    ];
    const piece = fc.array(fc.constantFrom(...around), { maxLength: 4 }).map((all) => all.join(''));
    const mark = fc.tuple(fc.constantFrom(...marks, 'Not', ''), piece, fc.constantFrom('', '', 'Answered'));
    const cells = fc.tuple(piece, mark, piece).map((all) => all.flat().join(''));
    const all = fc.sample(cells, 3000);
    const table = `SELECT unnest([${all.map(sqlDialects.duckdb.literal).join(', ')}]) AS a0`;
    // Not the cells themselves, which lose a byte order mark on the way to JavaScript.
    const sql = `SELECT ${parts.reply('a0', marks)} = '', ${parts.part(column)} = '' FROM (${table})`;
    const found = (await connection?.runAndReadAll(sql))?.getRows() ?? [];
    expect(found).toHaveLength(3000);
    for (const [nth, cell] of all.entries()) {
      const isReply = cell === '' || marks.includes(tidy(cell));
      expect([cell, ...(found[nth] ?? [])]).toEqual([cell, isReply, isBlank(cell) || isEmptyField(cell)]);
    }
  },
);

describe.skipIf(duckdb === undefined)('of several answers in one cell', () => {
  const options = [
    'Bus',
    'Car, or van',
    'Tŷ',
    "O'Neil’s (other)",
    'Bus, tram',
    'Walk - far',
    'R&D | x',
    'Given',
  ];
  const words = [
    ...options,
    'BUS',
    'car,  or van',
    'car',
    'tŷ'.normalize('NFD'),
    "o’neil's  (OTHER)",
    'walk – far',
  ];
  const own = [
    'my own bike',
    'Tram 42',
    '1,000 of us',
    'a/b',
    'Büs',
    '[x]',
    '?',
    '-',
    '\u00ad',
    'n/a',
    'and',
    'Bus (under Bus)',
  ];
  const joints = ['/', ' and ', ' & ', '\n', '|', ';', ',', ', ', '; ', ';;', ' ;', ''];
  const spaces = ['', '', '', ' ', '\u00a0', '\u200b', '&nbsp;', '<br>', '<b>'];
  const piece = fc.tuple(
    fc.constantFrom(...spaces),
    fc.constantFrom(...words, ...own),
    fc.constantFrom(...spaces),
  );
  const anyCell = fc.oneof(
    {
      weight: 9,
      arbitrary: fc
        .array(fc.tuple(piece, fc.constantFrom(...joints)), { maxLength: 5 })
        .map((all) => all.flat(2).join('')),
    },
    {
      weight: 1,
      arbitrary: fc
        .array(fc.constantFrom(...words, 'a "word"'), { maxLength: 3 })
        .map((all) => JSON.stringify(all)),
    },
  );

  /** What of these cells is in a pattern. */
  async function toldOf(separator: string, cells: readonly string[]): Promise<readonly string[]> {
    const questions = [{ id: 'q', kind: 'multiple', column: 'Q', separator, options }];
    const survey = loadDefinition(JSON.stringify({ title: 'T', questions }), 'survey.json');
    const parts = patternParts(sqlDialects.duckdb, []);
    const [part] = patternColumns(survey).map((column) => parts.part(column));
    const connection = await duckdb?.DuckDBConnection.create();
    const table = `SELECT unnest([${cells.map(sqlDialects.duckdb.literal).join(', ')}]) AS a0`;
    const rows = (await connection?.runAndReadAll(`SELECT ${part} FROM (${table})`))?.getRows() ?? [];
    return rows.map(([one]) => String(one));
  }

  test.each([
    ['Bus; my own bike, 07700 900123;Tŷ', 'Bus;given-2;Tŷ'],
    ['Bus, tram\nand more;bus ; CAR,  OR VAN', 'given-2;bus ; CAR,  OR VAN'],
    ['Bus;Walk – far;', 'Bus;Walk – far;'],
    ['Bus/Walk - far; Tŷ', 'Bus/Walk - far; Tŷ'],
    ['["Bus","Tŷ"]', '["Bus","Tŷ"]'],
  ])('there is only that there are some besides the options: %j', async (cell, part) => {
    expect(await toldOf(';', [cell])).toEqual([part]);
  });

  test.each([';', ', ', '|', ' / '])(
    'the reader finds the same ones in what is left as in the cell, with %j between them',
    async (separator) => {
      const cells = fc.sample(anyCell, 4000);
      const told = await toldOf(separator, cells);
      const read = (value: string) => {
        const { meanings, sets } = interpretJoined(options, separator, new Map([[value, 1]]));
        const meaning = meanings.get(value) ?? 0;
        return meaning < 0 ? meaning : sets[meaning];
      };
      for (const [nth, value] of cells.entries())
        expect([value, read(told[nth] ?? '')]).toEqual([value, read(value)]);
      expect(told.filter((one, nth) => one !== cells[nth]).length).toBeGreaterThan(200);
    },
  );
});
