import { isBlank } from '../../src/intake/blank.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SparkSQL as Spark } from 'dt-sql-parser';
import { parse as parsePostgres } from 'libpg-query';
import BigQuery from 'node-sql-parser/build/bigquery.js';
import { build } from 'rolldown';
import { describe, expect, test } from 'vitest';
import { loadDuckdb } from '../../src/intake/duckdb.ts';
import { loadDefinition } from '../../src/survey/load-definition.ts';
import { patternQuery } from '../../src/survey/pattern-query.ts';
import type { SqlDialectName } from '../../src/survey/sql-dialects.ts';

const odd = ['It\'s "so"', 'a `tick`', 'back\\slash', 'Barn – “é”'];
const definitionOf = (names: readonly string[]) => `
title: Odd names
respondent: { id: Id, submitted: Sent, channel: Channel }
blank: ["n/a", "it's"]
questions:
${names.map((name, nth) => `  - { id: q${nth}, kind: choice, column: ${JSON.stringify(name)} }`).join('\n')}
  - { id: modes, kind: multiple, columns: [Modes Bus, Modes Car] }
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

  const names = dialect === 'bigquery' ? odd.filter((name) => !/[`\\]/u.test(name)) : odd;
  const sql = () => query(dialect as SqlDialectName, definitionOf(names));

  test.skipIf(isAbsent)(
    `a parser of its language reads the query, with every name as it is${why}`,
    async () => {
      const tree = JSON.stringify(await parseQuery(sql()));
      for (const name of [...names, 'Id', 'Modes Bus', 'Why', 'Responses', 'n/a', "it's", 'given'])
        expect(tree).toContain(JSON.stringify(name));
    },
  );

  test.skipIf(isAbsent)(`the parser would find a fault${why}`, async () => {
    await expect(parseQuery(sql().replace('GROUP BY', 'GROUP'))).rejects.toThrow();
  });
});

test('marks and backslashes in names have a backslash before them for BigQuery, which its parser here does not know', () => {
  expect(query('bigquery')).toContain('CAST(`a \\`tick\\`` AS STRING)');
  expect(query('bigquery')).toContain('AS `back\\\\slash`');
});

test('no text and no id that stands once is in it, and of a time only the day', () => {
  const sql = query('postgres');
  expect(sql).toContain(`THEN 'given' ELSE '' END AS p9`);
  expect(sql).toContain('CASE WHEN count(*) OVER (PARTITION BY trim(a0)) > 1 AND ');
  expect(sql).toContain('THEN substr(a1, 1, 10)');
  expect(sql).toContain('-- Of "Why" there is only whether anything was written.');
});

test('numbers of responses that are there already are added up', () => {
  const sql = query('spark', definition.replace('respondent: {', 'respondent: { count: Times,'));
  expect(sql).toContain('sum(counted) AS `Times`');
  expect(sql).toContain('-- Then analyse that with the same definition.');
});

test('what patterns cannot hold is said', () => {
  const repeats = definition.replace('blank:', 'exclude: [duplicate]\nblank:');
  expect(() => query('duckdb', repeats.replace(/submitted: [^,}]+,?/u, ''))).toThrow(
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
  expect(() => query('duckdb', definition.replace('blank:', 'exclude: [campaign]\nblank:'))).toThrow(
    'survey.yaml: the definition leaves out campaigns, which cannot be told from answer patterns',
  );
  expect(() => query('duckdb', definition.replace('column: Why', 'column: "#7"'))).toThrow(
    /^survey\.yaml:\d+:\d+: column #7 has a number for a name, which a table does not know\.$/u,
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
