import { parse, type Dialect } from '@polyglot-sql/sdk';
import { parse as parsePostgres } from 'libpg-query';
import { describe, expect, test } from 'vitest';
import { loadDefinition } from '../../src/survey/load-definition.ts';
import { patternQuery } from '../../src/survey/pattern-query.ts';
import type { SqlDialectName } from '../../src/survey/sql-dialects.ts';

const odd = ['It\'s "so"', 'a `tick`', 'back\\slash', 'Barn – “é”'];
const definition = `
title: Odd names
respondent: { id: Id, submitted: Sent, channel: Channel }
blank: ["n/a", "it's"]
questions:
${odd.map((name, nth) => `  - { id: q${nth}, kind: choice, column: ${JSON.stringify(name)} }`).join('\n')}
  - { id: modes, kind: multiple, columns: [Modes Bus, Modes Car] }
  - { id: why, kind: text, column: Why }
`;
const query = (dialect: SqlDialectName, text = definition) =>
  patternQuery(loadDefinition(text, 'survey.yaml'), dialect);

/** What a parser of the engine's own language makes of a query; throws where it is none. */
const parsers: Readonly<Record<SqlDialectName, (sql: string) => Promise<unknown>>> = {
  postgres: parsePostgres,
  duckdb: async (sql) => parsed(sql, 'duckdb' as Dialect),
  spark: async (sql) => parsed(sql, 'spark' as Dialect),
  bigquery: async (sql) => parsed(sql, 'bigquery' as Dialect),
};

function parsed(sql: string, dialect: Dialect): unknown {
  const { success, ast, error } = parse(sql, dialect);
  if (!success) throw new Error(error);
  return ast;
}

describe.each(Object.entries(parsers))('for %s', (dialect, parseQuery) => {
  test('a parser of its language reads the query, with every name as it is', async () => {
    const tree = JSON.stringify(await parseQuery(query(dialect as SqlDialectName)));
    for (const name of [...odd, 'Id', 'Modes Bus', 'Why', 'Responses', 'n/a', "it's", 'given'])
      expect(tree).toContain(JSON.stringify(name));
  });

  test('the parser would find a fault', async () => {
    await expect(parseQuery(query(dialect as SqlDialectName).replace('GROUP BY', 'GROUP'))).rejects.toThrow();
  });
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
  expect(() => query('duckdb', definition.replace('blank:', 'exclude: [campaign]\nblank:'))).toThrow(
    'survey.yaml: the definition leaves out campaigns, which cannot be told from answer patterns',
  );
  expect(() => query('duckdb', definition.replace('column: Why', 'column: "#7"'))).toThrow(
    /^survey\.yaml:\d+:\d+: column #7 has a number for a name, which a table does not know\.$/u,
  );
});
