import { DuckDBConnection } from '@duckdb/node-api';

/*
 * What an analyst would write who wants the figures of test/bench/generate.js and nothing else: the counts of each priority,
 * of each by role and of clarity, the answers that are none, and how many responses were left out and why.
 */

const [file = ''] = process.argv.slice(2);
const connection = await DuckDBConnection.create();
const source = `read_csv('${file.replaceAll("'", "''")}', header = true, all_varchar = true, quote = '"', escape = '"', strict_mode = true)`;
await connection.run(`CREATE TEMP TABLE responses AS SELECT * FROM ${source}`);
const described = (await connection.runAndReadAll('DESCRIBE responses'))
  .getRows()
  .map(([name]) => String(name));
const column = (at) => `"${(described[at] ?? '').replaceAll('"', '""')}"`;
const [id, submitted, status, role, clarity, comment] = [0, 1, 2, 3, 9, 10].map(column);
const items = [4, 5, 6, 7, 8].map(column);
await connection.run(`
  CREATE TEMP TABLE analysed AS SELECT * FROM (
    SELECT *, row_number() OVER (PARTITION BY ${id} ORDER BY ${submitted}) AS turn
    FROM responses WHERE ${status} = 'Completed'
  ) WHERE turn = 1
`);
const results = [
  `SELECT ${status}, count(*) FROM responses GROUP BY 1`,
  `SELECT count(*) FROM analysed`,
  ...[...items, clarity, role].map(
    (answer) => `SELECT ${answer}, count(*) FROM analysed GROUP BY 1 ORDER BY 1`,
  ),
  ...[...items, clarity].map(
    (answer) => `SELECT ${role}, ${answer}, count(*) FROM analysed GROUP BY 1, 2 ORDER BY 1, 2`,
  ),
  ...items.map(
    (answer) => `SELECT ${clarity}, ${answer}, count(*) FROM analysed GROUP BY 1, 2 ORDER BY 1, 2`,
  ),
  `SELECT count(*) FROM analysed WHERE trim(${comment}) <> ''`,
];
for (const sql of results) console.log(JSON.stringify((await connection.runAndReadAll(sql)).getRowsJson()));
connection.closeSync();
