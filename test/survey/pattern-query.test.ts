import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SparkSQL as Spark } from 'dt-sql-parser';
import { parse as parsePostgres } from 'libpg-query';
import BigQuery from 'node-sql-parser/build/bigquery.js';
import { build } from 'rolldown';
import { describe, expect, test } from 'vitest';
import { loadDuckdb } from '../../src/intake/duckdb/database.ts';
import { loadDefinition } from '../../src/survey/definition/load-definition.ts';
import { patternQuery } from '../../src/survey/patterns/query.ts';
import type { SqlDialectName } from '../../src/survey/patterns/sql-dialects.ts';

const odd = ['It\'s "so"', 'a `tick`', 'back\\slash', 'Barn – “é”'];
const definitionOf = (names: readonly string[]) => `
title: Odd names
respondent: { id: Id, submitted: Sent, channel: Channel, count: Times }
exclude: [duplicate]
blank: ["n/a", "it's"]
questions:
${names.map((name, nth) => `  - { id: q${nth}, kind: choice, column: ${JSON.stringify(name)}, options: [Yes, No] }`).join('\n')}
  - { id: modes, kind: multiple, columns: [Modes Bus, "Modes: Other (please specify)"], options: [Bus, Other (please specify)] }
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
      expect(tree).toContain("it(['‘’‚‛ʼ′`´]|&[#a-zA-Z0-9]{2,8};)s");
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
    '-- Of "Age" there are only numbers.',
    '-- Of "Sent" there is only the day.',
    '-- Of "Id" there is only which responses have the same.',
    '-- Of "Channel" everything leaves as it is: nobody may have written anything there but how a response came.',
    '-- Of all other columns there is only what the definition lists. In place of anything else stands “given”.',
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

test('a question of which nobody knows the options is refused: people may have written anything there', () => {
  const listed = `
title: Open
questions:
  - { id: role, kind: choice, column: Role, options: [Parent, Other] }
  - { id: how, kind: multiple, column: How, separator: ";", options: [Bus, Other] }
  - { id: when, kind: multiple, columns: [Day, Night], options: [Day, Night] }
  - { id: rate, kind: choice, columns: [Good, Bad], options: [Good, Bad] }
  - { id: view, kind: scale, scale: agreement, columns: [For, Against], options: [Agree, Disagree] }
  - { id: grid, kind: choice, options: [A, B], items: [{ id: one, column: One }, { id: two, column: Two }] }
  - { id: clear, kind: scale, scale: clarity, column: Clear }
  - { id: why, kind: text, column: Why }
`;
  expect(query('duckdb', listed)).toContain('AS "Role"');
  const lines = listed.split('\n');
  for (const [nth, line] of lines.entries()) {
    const [options, id] = [/ options: \[.*?\],?/u.exec(line)?.[0], /id: (\w+)/u.exec(line)?.[1]];
    if (options === undefined) continue;
    const open = lines
      .with(nth, line.replace(options, ''))
      .join('\n')
      .replaceAll(/,\s*\}/gu, ' }');
    expect(() => query('duckdb', open)).toThrow(
      new RegExp(`^survey\\.yaml:${nth + 1}:\\d+: question "${id}" lists no options: `, 'u'),
    );
  }
  expect(() => query('duckdb', listed.replaceAll(/, options: \[(?:Parent|Bus), Other\]/gu, ''))).toThrow(
    'survey.yaml:4:39: question "role" lists no options (nor does "how"): what people wrote in their own words cannot be told from them.',
  );
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
    /column "Times" is asked for two things that a pattern cannot hold together\.$/u,
  );
});
