import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadDuckdb } from '../../src/intake/duckdb/database.ts';
import { readTable } from '../../src/intake/read-table.ts';
import { type Sandbox, root, sandbox } from '../cli/sandbox.ts';
import { cellsOf, everything, file, namesOf } from './source.ts';

const library = await loadDuckdb();
const without = library === undefined ? ' (skipped: @duckdb/node-api is not installed)' : '';

let folder: string;
let place: Sandbox;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'soundings-'));
  place = sandbox();
});
afterAll(() => {
  rmSync(folder, { recursive: true });
  place.remove();
});

/** What a query gives, as a Parquet file. */
async function parquet(query: string, name = path.join(folder, 'responses.parquet')): Promise<string> {
  const connection = await library?.DuckDBConnection.create();
  await connection?.run(`COPY (${query}) TO '${name}' (FORMAT parquet)`);
  connection?.closeSync();
  return name;
}

async function read(name: string) {
  const limits = { megabytes: 500, threads: 4, folder: path.join(folder, 'memory') };
  const duckdb = { engine: 'auto', limits, bytes: 0, onFallback: () => undefined } as const;
  return readTable({ ...file(readFileSync(name)), path: name }, { keep: everything, duckdb });
}

describe.skipIf(library === undefined)(`a Parquet file${without}`, () => {
  test('is read as text: whole numbers without a point, nothing where there is no value, lists with semicolons', async () => {
    const name = await parquet(`
      SELECT * FROM (VALUES
        ('R1', 'Agree', 1, 3.0::DOUBLE, ['Bus', 'Car'], DATE '2024-02-03', true),
        ('R2', NULL, NULL, 'nan'::DOUBLE, NULL, NULL, NULL),
        (NULL, '', NULL, NULL, NULL, NULL, NULL),
        ('R3', ' x "y", z', 12, 0.5, ['Car'], DATE '2024-12-31', false)
      ) AS t ("Id", "How do you ""feel""?", "Age", "Score", "Travel", "Sent", "Consent")`);
    const table = await read(name);
    expect(namesOf(table)).toEqual(['Id', 'How do you "feel"?', 'Age', 'Score', 'Travel', 'Sent', 'Consent']);
    expect(cellsOf(table)).toEqual([
      ['R1', 'Agree', '1', '3', 'Bus; Car', '2024-02-03', 'true'],
      ['R2', '', '', '', '', '', ''],
      ['R3', ' x "y", z', '12', '0.5', 'Car', '2024-12-31', 'false'],
    ]);
    expect(table).toMatchObject({ rows: 3, blankRows: 1, lines: new Uint32Array([2, 3, 5]), faults: [] });
  });

  test('may have totals under the responses, which are none, and no headers among them', async () => {
    const responses = `SELECT 'R' || i AS "Id", 'Yes' AS "Q", i::VARCHAR AS "Age" FROM range(20, 60) AS t(i)`;
    const table = await read(await parquet(`${responses} UNION ALL SELECT 'Average', '', '39.5'`));
    expect(table).toMatchObject({ rows: 40, blankRows: 0 });
    expect(table.faults).toEqual([
      { code: 'summary-row', row: 41, line: 42, cells: 3, text: 'Average, 39.5' },
    ]);
    expect(table.lines).toHaveLength(40);
    expect(table.columns.get(1)?.values).toEqual(['Yes']);
    const repeated = await parquet(`${responses} UNION ALL SELECT ' Id', 'Q', 'Age'`);
    await expect(read(repeated)).rejects.toThrow(
      'names of its columns among the responses, in 1 of its rows',
    );
  });

  test('has every value, also those that JavaScript and SQL do not hold alike', async () => {
    const odd = `SELECT 'R' || i AS "Id", [chr(65279) || 'Yes', 'Yes', 'a' || chr(0) || 'b'][i % 3 + 1] AS "Q" FROM range(300) AS t(i)`;
    const table = await read(await parquet(odd));
    const values = table.columns.get(1)?.values ?? [];
    expect(values.filter((value) => value.startsWith('a'))).toHaveLength(1);
    expect(cellsOf(table).map(([, cell]) => cell?.at(-1))).toEqual(
      Array.from({ length: 300 }, (_, nth) => (nth % 3 === 2 ? 'b' : 's')),
    );
    expect(values.filter((value) => value.endsWith('Yes'))).toEqual(['\ufeffYes', 'Yes']);
    const ids = `SELECT [chr(65279) || 'R1', 'R1'][i % 2 + 1] || (i // 2) AS "Id", 'Yes' AS "Q" FROM range(12000) AS t(i)`;
    expect(new Set(cellsOf(await read(await parquet(ids))).map(([id]) => id)).size).toBeGreaterThan(5999);
  });

  test('has columns whatever they are called', async () => {
    const name = await parquet(
      `SELECT 'R1' AS "\ufeffId", 'Yes' AS "\ufeff\ufeffA", 'No' AS "f0", 1 AS "a ""b"" c"`,
    );
    const table = await read(name);
    expect(namesOf(table).map((one) => one.replaceAll('\ufeff', ''))).toEqual(['Id', 'A', 'f0', 'a "b" c']);
    expect(cellsOf(table)).toEqual([['R1', 'Yes', 'No', '1']]);
  });

  test('has a time with a zone on the same day whatever machine reads it', async () => {
    const days = `SELECT 'R' || i AS "Id", 'Yes' AS "Q", TIMESTAMPTZ '2024-02-20 00:00:00+00' + to_hours(i) AS "Sent" FROM range(48) AS t(i)`;
    await parquet(days, path.join(place.folder, 'zones.parquet'));
    const respondent = 'respondent: { id: Id, submitted: Sent }, exclude: [late]';
    place.write(
      'zones.yaml',
      `{ title: T, closed: 2024-02-20, ${respondent}, questions: [{ id: q, kind: choice, column: Q }] }`,
    );
    const analysed = ['UTC', 'Asia/Tokyo', 'America/New_York'].map((TZ) => {
      const command = [
        path.join(root, 'bin/soundings.js'),
        'analyse',
        'zones.parquet',
        '-s',
        'zones.yaml',
        '-f',
        'json',
      ];
      const { stdout } = spawnSync(process.execPath, command, {
        cwd: place.folder,
        encoding: 'utf8',
        env: { ...process.env, TZ },
      });
      return (JSON.parse(stdout) as { ledger: { analysed: number } }).ledger.analysed;
    });
    expect(analysed).toEqual([24, 24, 24]);
  });

  test.each([
    'send-strategy-2023/responses.csv',
    'street-trees/responses.csv',
    'tenants-survey/responses.csv',
    'library-hours/responses.csv',
  ])('of the rows of %s gives the same figures and issues', async (fixture) => {
    const from = path.join(place.folder, 'fixtures', fixture);
    await parquet(
      `SELECT * FROM read_csv('${from}', all_varchar = true, header = true, strict_mode = false)`,
      from.replace('.csv', '.parquet'),
    );
    const [csv, other] = await Promise.all(
      [fixture, fixture.replace('.csv', '.parquet')].map(async (name) => {
        const { stdout } = await place.run(`soundings analyse fixtures/${name} -f json`);
        const {
          inputs: _,
          issues,
          ...figures
        } = JSON.parse(stdout.replaceAll('responses.parquet', 'responses.csv'));
        return { figures, issues };
      }),
    );
    expect(other).toEqual(csv);
  });

  test('is refused where it is damaged, packed, not a file, or DuckDB is not wanted', async () => {
    const name = await parquet("SELECT 'R1' AS id");
    const bytes = readFileSync(name);
    const refusals = [
      ['cut.parquet', bytes.subarray(0, -9), 'cut.parquet', 'is a Parquet file that cannot be read'],
      ['packed.parquet.gz', gzipSync(bytes), 'packed.parquet.gz', 'Unpack it first'],
      ['whole.parquet', bytes, 'whole.parquet --engine csv', 'Leave out --engine csv.'],
      ['whole.parquet', bytes, '- < whole.parquet', 'Name the file, in place of standard input.'],
    ] as const;
    for (const [written, content, line, message] of refusals) {
      place.write(written, content);
      const { exitCode, stderr } = await place.run(`soundings analyse ${line}`);
      expect([exitCode, stderr]).toEqual([2, expect.stringContaining(message)]);
    }
  });

  test('a definition is made from it', async () => {
    await parquet(
      "SELECT 'R' || i AS id, ['Agree', 'Disagree', 'Neither agree nor disagree'][1 + i % 3] AS view FROM range(60) AS r (i)",
      path.join(place.folder, 'views.parquet'),
    );
    expect((await place.run('soundings init views.parquet -o -')).stdout).toContain('scale: agreement');
  });
});

test('without a path a Parquet file cannot be read', async () => {
  writeFileSync(path.join(folder, 'x.parquet'), 'PAR1');
  await expect(readTable(file('PAR1'), { keep: everything })).rejects.toThrow(
    'responses.csv is a Parquet file, which only DuckDB reads.',
  );
});
