import { DuckDBConnection } from '@duckdb/node-api';

/*
 * What an analyst would write who wants these figures of test/bench/generate.js and nothing else: how many responses were
 * complete and how many are left, and of these the answers to each priority and to clarity; each priority by role and how many
 * wrote a comment where `role` and `comments` are asked for. Each is a line of JSON.
 */

const [file = '', ...more] = process.argv.slice(2);
const [byRole, withComments] = ['role', 'comments'].map((what) => more.includes(what));
const priorities = ['quality', 'provision', 'reviews', 'identification', 'alternative'];

const connection = await DuckDBConnection.create();
await connection.run(`
  CREATE TEMP TABLE responses AS SELECT
    "Response ID" AS id,
    "Submitted" AS submitted,
    "Status" AS status,
    "Strengthening the quality assurance framework" AS quality,
    "0–25 SEND commissioned services and provision" AS provision,
    "Improving timeliness and transformation of Annual Reviews of Education, Health and Care plans" AS reviews,
    "Strengthening early identification and intervention through inclusive practice" AS identification,
    "Alternative Provision" AS alternative,
    "Is it clear what we want to achieve from the priority areas?" AS clarity
    ${byRole ? `, "Which best describes you?" AS role` : ''}
    ${withComments ? `, trim("Please tell us more") <> '' AS commented` : ''}
  FROM read_csv('${file.replaceAll("'", "''")}', header = true, all_varchar = true, quote = '"', escape = '"', strict_mode = true)
`);
await connection.run(`
  CREATE TEMP TABLE analysed AS SELECT * FROM responses WHERE status = 'Completed'
  QUALIFY row_number() OVER (PARTITION BY id ORDER BY submitted) = 1
`);
const queries = [
  `SELECT status, count(*) FROM responses GROUP BY 1`,
  `SELECT count(*) FROM analysed`,
  ...[...priorities, 'clarity'].map((answer) => `SELECT ${answer}, count(*) FROM analysed GROUP BY 1`),
  ...(byRole ? priorities : []).map(
    (answer) => `SELECT role, ${answer}, count(*) FROM analysed GROUP BY 1, 2`,
  ),
  ...(withComments ? [`SELECT count(*) FROM analysed WHERE commented`] : []),
];
for (const sql of queries) console.log(JSON.stringify((await connection.runAndReadAll(sql)).getRowsJson()));
connection.closeSync();
