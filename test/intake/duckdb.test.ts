import { Session } from 'node:inspector/promises';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { loadDuckdb } from '../../src/intake/duckdb/database.ts';
import { readTable } from '../../src/intake/read-table.ts';
import type { ReadOptions } from '../../src/intake/read-table.ts';
import { type Column, type Keep, ONLY_ONCE, type Table } from '../../src/intake/table.ts';
import { UserError } from '../../src/intake/user-error.ts';
import { root, sandbox, exportsOf } from '../cli/sandbox.ts';
import { absent, exportsFolder, why } from '../exports/folder.ts';
import { everything, file, write } from './source.ts';
import { textsOf } from '../support/fingerprint.ts';

const isThere = (await loadDuckdb()) !== undefined;
const without = isThere ? '' : ' (skipped: @duckdb/node-api is not installed)';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'soundings-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Outcome {
  readonly table: Table;
  /** Why csv-parse read it after all; empty where it did not. */
  readonly fallbacks: readonly string[];
}

/** The bytes as a file on disk, read in small chunks by DuckDB where it can be. */
async function readBoth(
  bytes: Buffer,
  keep: Keep = 'values',
  chunk = 1000,
  called = 'responses.csv',
  kept?: readonly number[],
  megabytes = 500,
): Promise<readonly [Table, Outcome]> {
  const name = path.join(folder, called);
  writeFileSync(name, bytes);
  const all: ReadOptions['keep'] = (headings) =>
    new Map((kept ?? headings.map((_, position) => position)).map((position) => [position, keep]));
  const fallbacks: string[] = [];
  const duckdb = {
    engine: 'duckdb',
    limits: { megabytes, threads: megabytes === 500 ? 4 : 1, folder: path.join(folder, 'memory') },
    bytes: bytes.length,
    onFallback: (reason: string) => void fallbacks.push(reason),
  } as const;
  const source = { ...file(bytes, chunk), path: name };
  const table = await readTable(source, { keep: all, duckdb });
  return [await readTable(file(bytes), { keep: all }), { table, fallbacks }];
}

/** A table as plain values, so that codes are compared by what they say and not by how wide they are. */
function plain({ columns, lines, ...rest }: Table) {
  return {
    ...rest,
    lines: [...lines],
    columns: [...columns].map(([position, column]) => [
      position,
      column.values,
      [...column.codes],
      textsOf(column),
    ]),
  };
}

/**
 * The parts of the program that run for each row, by their modules, where `read` reads so many rows. Blocks are counted of what is
 * compiled from then on, so that nothing is to have been read before.
 */
async function modulesForEachRow(reads: readonly ((rows: number) => Promise<void>)[]): Promise<string[][]> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  /** How often each block has run, by its module and place. */
  async function runsOf(
    read: (rows: number) => Promise<void>,
    rows: number,
  ): Promise<ReadonlyMap<string, number>> {
    await read(rows);
    const { result } = await session.post('Profiler.takePreciseCoverage');
    const runs = new Map<string, number>();
    for (const { url, functions } of result) {
      const [, module] = /\/src\/intake\/(.*)\.ts/u.exec(url) ?? [];
      if (module === undefined) continue;
      for (const { startOffset, endOffset, count } of functions.flatMap((one) => one.ranges)) {
        const block = `${module} ${startOffset} ${endOffset}`;
        runs.set(block, Math.max(count, runs.get(block) ?? 0));
      }
    }
    return runs;
  }
  const rows = 10_000;
  const found: string[][] = [];
  for (const read of reads) {
    await runsOf(read, rows);
    const [once, twice] = [await runsOf(read, rows), await runsOf(read, 2 * rows)];
    const more = [...twice].filter(([block, runs]) => runs - (once.get(block) ?? 0) > rows / 20);
    found.push([...new Set(more.map(([block]) => block.split(' ')[0] ?? ''))].toSorted());
  }
  session.disconnect();
  return found;
}

const ugly = [
  '"',
  ',',
  ';',
  '\n',
  '\r\n',
  ' ',
  '\u00a0',
  "'",
  '\\',
  'NULL',
  'é',
  'Ŷ',
  '\u2028',
  '\t',
  '-',
  '0',
  '1e3',
];
const cell = fc.oneof(
  fc.constantFrom('Agree', 'Disagree', 'Don’t know', ''),
  fc.array(fc.constantFrom(...ugly), { maxLength: 4 }).map((parts) => parts.join('')),
);

const surveyOfUgly = `
title: Ugly
respondent: { id: Id }
exclude: [duplicate]
questions:
  - { id: one, kind: choice, options: [Agree, Disagree, Don’t know], column: One }
  - { id: two, kind: multiple, separator: ";", options: [Agree, Disagree, "NULL", "-"], column: Two }
  - { id: three, kind: text, column: Three }
`;

describe.skipIf(!isThere)(`DuckDB${without}`, () => {
  test('of each row JavaScript sees where it ends and how it begins, and of cells those alone of which nearly all differ', async () => {
    const name = path.join(folder, 'counted.csv');
    const onFallback = (reason: string) => expect.unreachable(reason);
    const limits = { megabytes: 500, threads: 2, folder: path.join(folder, 'memory') };
    const reads = [
      new Map<number, Keep>([
        [0, 'ids'],
        [1, 'answers'],
        [2, 'days'],
        [3, 'values'],
      ]),
      new Map<number, Keep>([[4, 'values']]),
    ].map((keep) => async (rows: number) => {
      const records = Array.from(
        { length: rows },
        (_, nth) =>
          `R-${nth},${nth % 2 ? 'Agree' : ''},2024-02-0${1 + (nth % 9)}T10:00:00,${nth % 2000},${nth},said ${nth}\n`,
      );
      const bytes = Buffer.from(`Id,View,Sent,Years,Pounds,Why\n${records.join('')}`);
      writeFileSync(name, bytes);
      const duckdb = { engine: 'duckdb', limits, bytes: bytes.length, onFallback } as const;
      const table = await readTable({ ...file(bytes), path: name }, { keep: () => keep, duckdb });
      expect(table.rows).toBe(rows);
    });
    const [few, many] = await modulesForEachRow(reads);
    const ends = ['duckdb/plain-record', 'duckdb/plain-scan', 'headers/header-watch'];
    expect(few).toEqual(ends);
    expect(many).toEqual(['blank', 'columns/code-map', 'columns/column-builder', 'duckdb/columns', ...ends]);
  });

  test('DuckDB is asked for the columns that are kept, and for no other', async () => {
    const { DuckDBConnection } = await import('@duckdb/node-api');
    const asked = vi.spyOn(DuckDBConnection.prototype, 'run');
    const rows = Array.from({ length: 60 }, (_, nth) => `R-${nth},Agree,said ${nth},2024-02-01\n`);
    const bytes = Buffer.from(`Id,View,Why,Sent\n${rows.join('')}`);
    const name = path.join(folder, 'asked.csv');
    writeFileSync(name, bytes);
    const limits = { megabytes: 500, threads: 2, folder: path.join(folder, 'memory') };
    const onFallback = (reason: string) => expect.unreachable(reason);
    const duckdb = { engine: 'duckdb', limits, bytes: bytes.length, onFallback } as const;
    const keep = () => new Map<number, Keep>([[1, 'values']]);
    await readTable({ ...file(bytes), path: name }, { keep, duckdb });
    const queries = asked.mock.calls.map(([sql]) => sql);
    asked.mockRestore();
    const [loading = ''] = queries.filter((sql) => sql.includes('read_csv'));
    const [selected = ''] = loading.split('FROM read_csv');
    expect([...selected.matchAll(/\bf\d+\b/gu)].map(([column]) => column)).toEqual(['f1']);
  });

  test('makes the same table as csv-parse of whatever is written', async () => {
    let read = 0;
    const rows = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }).map(String), cell, cell, cell), {
      minLength: 26,
      maxLength: 60,
    });
    const keep = fc.constantFrom<Keep>('values', 'fingerprints', 'answers', 'days', 'ids');
    const how = fc.record({
      delimiter: fc.constantFrom(',', ';', '\t', '|'),
      lineEnd: fc.constantFrom('\n', '\r\n'),
      mark: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        rows,
        how,
        keep,
        fc.integer({ min: 1, max: 500 }),
        async (cells, format, kept, chunk) => {
          const bytes = write([['Id', 'One', 'Two', 'Three'], ...cells], { ...format, encoding: 'utf-8' });
          const [expected, { table, fallbacks }] = await readBoth(bytes, kept, chunk);
          expect(plain(table)).toEqual(plain(expected));
          if (fallbacks.length === 0) read++;
        },
      ),
      { numRuns: 60 },
    );
    // Not by leaving it all to csv-parse.
    expect(read).toBeGreaterThan(30);
  }, 60_000);

  test('makes the same table as csv-parse where rows are too long or too short, whichever columns are kept', async () => {
    const short = fc.array(fc.constantFrom('Agree', '', ' ', '"a"', '"b\n""c"""'), {
      minLength: 1,
      maxLength: 6,
    });
    const odd = fc.tuple(fc.nat({ max: 40 }), short);
    await fc.assert(
      fc.asyncProperty(
        fc.array(odd, { maxLength: 3 }),
        fc.uniqueArray(fc.nat({ max: 3 }), { minLength: 1 }),
        fc.integer({ min: 1, max: 400 }),
        async (oddRows, kept, chunk) => {
          const rows = Array.from({ length: 40 }, (_, nth) => [`R${nth}`, 'Agree', '1', 'yes']);
          for (const [at, cells] of oddRows) rows.splice(at, 0, cells);
          const text = ['Id,One,Two,Three', ...rows.map((cells) => cells.join(','))].join('\n');
          const [expected, { table }] = await readBoth(Buffer.from(text), 'values', chunk, undefined, kept);
          expect(plain(table)).toEqual(plain(expected));
        },
      ),
      { numRuns: 150 },
    );
  }, 60_000);

  const row = 'R1,Agree,2024-02-03T10:00:00,"said ""no"""\n';
  const header = 'Id,View,Sent,Why\n';
  const many = row.repeat(40);

  test.each(['R2,Agree,,why not,', 'R2,"Agree",,why not,,', 'R2,"Agree","a\nb","c, d","",'])(
    'reads rows with nothing in the cells that they have too many: %j',
    async (longRow) => {
      const bytes = Buffer.from(`${header}${many}${longRow}\n${many}R3,Agree,,\n`);
      for (const keep of ['values', 'fingerprints'] as const) {
        const [expected, { table, fallbacks }] = await readBoth(bytes, keep, 100);
        expect(fallbacks).toEqual([]);
        expect(plain(table)).toEqual(plain(expected));
      }
    },
  );

  const numbered = Array.from({ length: 80 }, (_, n) => `R${n + 2},Agree,,\n`).join('');

  test.each([
    ['something that DuckDB cannot read', `${header}${many}R2,Agree\n`],
    ['something that DuckDB cannot read', `${header}${many}R2,Agree,,,more\n`],
    ['something that DuckDB cannot read', `${header}${many}R2,"Agree"\n`],
    ['something that DuckDB cannot read', `${header}${many}R2,"Agree",,,more\n${many}`],
    ['blank rows', `${header}${many}\n${row}`],
    ['blank rows', `${header}${many} ,\u00a0,"",\n${row}`],
    ['quotation marks where none belong', `${header}${many}R2,5" pipe,,\n`],
    ['quotation marks where none belong', `${header}${many}R2,"a"b,,\n`],
    [
      'answers that look like rows',
      `${header}${many}R2,Agree,,"no\n${row.replaceAll('"', '').repeat(3)}R3,Agree,,the end"\n`,
    ],
    ['lines that end in different ways', `${header}${many}R2,Agree,,\r\n`],
    ['line breaks of an old kind', `${header}${many}R2,"a\rb",,\n`],
    ['NUL characters or Ctrl-Z', `${header}${many}R2,a\0b,,\n`],
    ['NUL characters or Ctrl-Z', `${header}${many}R2,a,,\n\u001a`],
    [
      'bytes that are not UTF-8',
      Buffer.concat([
        Buffer.from(`${header}${row.repeat(2000)}R2,`),
        Buffer.from([0xff]),
        Buffer.from(',,\n'),
      ]),
    ],
    ['byte order marks in cells', `${header}${many}R2,\ufeffAgree,,\n`],
    ['few rows', `${header}${row}`],
    ['what may be headers or totals among the responses', `${header}${many}${header}${row.repeat(40)}`],
    [
      'what may be headers or totals among the responses',
      `${header}${numbered}Average,,2.5,\n${row.repeat(40)}`,
    ],
    ['what may be headers or totals among the responses', `${header}${row}"Id",View,Sent,Why\n${many}`],
    ['totals or notes under the responses', `${header}${many}Total,40,,\n`],
    ['totals or notes under the responses', `${header}${many}All of them,4000,80,4000\n`],
  ])('leaves to csv-parse a file with %s', async (reason, content) => {
    const [expected, { table, fallbacks }] = await readBoth(Buffer.from(content));
    expect(fallbacks).toEqual([`it has ${reason}`]);
    expect(plain(table)).toEqual(plain(expected));
  });

  test('leaves to csv-parse a file whose name could stand for another one', async () => {
    const [, { fallbacks }] = await readBoth(
      Buffer.from(`${header}${many}`),
      'values',
      1000,
      'responses[1].csv',
    );
    expect(fallbacks).toEqual(['it has a name with brackets or asterisks']);
  });

  test('a file that changed while DuckDB read on is an error', async () => {
    const bytes = Buffer.from(`${header}${many}`);
    const name = path.join(folder, 'changing.csv');
    writeFileSync(name, bytes);
    const check = () => {
      throw new UserError('changing.csv changed while it was read.');
    };
    const duckdb = {
      engine: 'duckdb',
      limits: { megabytes: 500, threads: 4, folder: path.join(folder, 'memory') },
      bytes: bytes.length,
      onFallback: () => undefined,
    } as const;
    await expect(
      readTable({ ...file(bytes), path: name, check }, { keep: everything, duckdb }),
    ).rejects.toThrow('changing.csv changed while it was read.');
  });

  test('leaves a file to csv-parse where headers come again, however they are written', async () => {
    const rows = Array.from({ length: 3000 }, (_, nth) => `R-${nth},Yes,"one, two"`);
    const headers = 'Respondent ID,Heard,Word';
    const [formatted, long] = [
      'Respo<b>ndent</b> ID,Heard,Word',
      `Respondent ${'x'.repeat(5000)},Heard,Word`,
    ];
    for (const [first, again] of [
      [headers, headers],
      [headers, ' Respondent ID,Heard,Word'],
      [headers, 'Respondent  ID ,Heard,Word'],
      [headers, '"Respondent\u00a0ID","Heard",Word'],
      [headers, '\u200bRespondent ID,Heard,Word'],
      [headers, formatted],
      [formatted, formatted],
      [long, long],
    ] as const)
      for (const at of [20, 1500, 3000]) {
        const text = [first, ...rows.toSpliced(at, 0, again), ''].join('\n');
        const [expected, { table, fallbacks }] = await readBoth(Buffer.from(text), 'values', 5000);
        expect([again, at, plain(table)]).toEqual([again, at, plain(expected)]);
        expect([fallbacks.length, expected.rows]).toEqual([1, 3000]);
      }
    const [, { fallbacks }] = await readBoth(
      Buffer.from(['Respondent ID,Heard,Word', ...rows, 'Respondent 7,Yes,"Respondent ID"', ''].join('\n')),
    );
    expect(fallbacks).toEqual([]);
  });

  test('makes the same table of what the first rows did not lead one to expect', async () => {
    const head = Array.from(
      { length: 700 },
      (_, nth) => `${nth},${nth % 2 ? 'Yes' : 'No'},2024-02-1${nth % 9}T10:00:00,a`,
    );
    const others = ['any other value', 'no', '"it\'s, so"', '', 'Yes '];
    const rest = Array.from({ length: 6000 }, (_, nth) => {
      const odd = nth % 50 === 0 ? (others[(nth / 50) % others.length] ?? '') : 'Yes';
      return `${nth + 700},${odd},${nth % 700 === 0 ? '12 March' : '2024-02-14 11:30'},${nth < 3 ? 'a' : `said ${nth}`}`;
    });
    const bytes = Buffer.from(`Id,Heard,When,Word\n${[...head, ...rest].join('\n')}\n`);
    for (const keep of ['values', 'days', 'answers', 'fingerprints', 'ids'] as const) {
      const [expected, { table, fallbacks }] = await readBoth(bytes, keep, 20_000);
      expect(fallbacks).toEqual([]);
      expect(plain(table)).toEqual(plain(expected));
    }
    const [, { table }] = await readBoth(bytes, 'days', 20_000);
    expect(table.columns.get(1)?.values).toEqual([
      'No',
      'Yes',
      'any other value',
      'no',
      "it's, so",
      '',
      'Yes ',
    ]);
    expect(table.columns.get(2)?.values.at(-1)).toBe('12 March');
  });

  test.each([
    ['hold few others', () => 'nothing more'],
    ['repeat them', (nth: number) => `comment ${nth % 2000}`],
    [
      'hold as many that differ in capital letters alone',
      (nth: number) => ['a', 'A'][nth % 2] + ` word ${nth >> 1}`,
    ],
    ['hold others', (nth: number) => `comment ${nth}`],
  ])('makes the same table where the first rows look like free text and the rest %s', async (_, wordOf) => {
    const rows = Array.from(
      { length: 14_000 },
      (__, nth) => `${nth},Yes,${nth < 2000 ? `comment ${nth}` : wordOf(nth)}`,
    );
    const bytes = Buffer.from(`Id,Heard,Word\n${rows.join('\n')}\n`);
    const [expected, { table, fallbacks }] = await readBoth(bytes, 'answers', 30_000);
    expect(fallbacks).toEqual([]);
    expect(plain(table)).toEqual(plain(expected));
  });

  test('reads a file that is larger than the memory it may take', async () => {
    const rows = Array.from(
      { length: 8_000 },
      (_, nth) => `R${nth},Agree,,${`${nth} is what we said. `.repeat(500)}`,
    );
    const bytes = Buffer.from(`${header}${rows.join('\n')}\n`);
    expect(bytes.length).toBeGreaterThan(75e6);
    const [expected, { table, fallbacks }] = await readBoth(
      bytes,
      'values',
      65_536,
      'large.csv',
      undefined,
      60,
    );
    expect(fallbacks).toEqual([]);
    expect(plain(table).columns).toEqual(plain(expected).columns);
  }, 60_000);

  test('reads a cell of 1 MB, and a last line without an end', async () => {
    const bytes = Buffer.from(`${header}${many}R2,Agree,,"${'long, '.repeat(180_000)}"\n${row.trimEnd()}`);
    const [expected, { table, fallbacks }] = await readBoth(bytes, 'values', 65_536);
    expect(fallbacks).toEqual([]);
    expect(plain(table)).toEqual(plain(expected));
  });

  test('reads many rows with line breaks in their cells, and many different values', async () => {
    const rows = Array.from({ length: 60_000 }, (_, nth) => [
      `R${nth}`,
      ['Agree', 'Disagree'][nth % 2] ?? '',
      `2024-02-0${(nth % 9) + 1}T10:00:${nth % 60}`,
      nth % 3 === 0 ? `one, ${nth}\ntwo "${nth}"\r\nthree` : '',
    ]);
    const bytes = write([['Id', 'View', 'Sent', 'Why'], ...rows], {
      delimiter: ',',
      lineEnd: '\r\n',
      encoding: 'utf-8',
      mark: true,
    });
    for (const keep of ['values', 'answers'] as const) {
      const [expected, { table, fallbacks }] = await readBoth(bytes, keep, 200_000);
      expect(fallbacks).toEqual([]);
      expect(plain(table)).toEqual(plain(expected));
    }
  });

  test('of ids that stand in one row each, only that they do is kept', async () => {
    const ids = Array.from({ length: 6000 }, (_, nth) => `R-${nth}`);
    for (const [at, id] of [
      [10, 'R-5999'],
      [20, ''],
      [5000, 'R-7'],
    ] as const)
      ids[at] = id;
    const csv = (cells: readonly string[]) =>
      Buffer.from(`Id,View\n${cells.map((id) => `${id},Agree`).join('\n')}\n`);
    const [all, { table, fallbacks }] = await readBoth(csv(ids), 'ids');
    expect(fallbacks).toEqual([]);
    expect(plain(table)).toEqual(plain(all));
    const { values, codes } = table.columns.get(0) as Column;
    const known = new Set(['', 'R-7', 'R-5999']);
    expect([...codes].map((code) => values[code])).toEqual(ids.map((id) => (known.has(id) ? id : ONLY_ONCE)));

    // An id that could be written in several ways may stand for the same as another one.
    const [expected, read] = await readBoth(csv([...ids, ' R-8', 'no number']), 'ids');
    expect(plain(read.table)).toEqual(plain(expected));
  });

  test('reads packed files, and none that is damaged', async () => {
    const bytes = Buffer.from(`${header}${many}`);
    const zstd = path.join(folder, 'packed.zst');
    const connection = await (await loadDuckdb())?.DuckDBConnection.create();
    await connection?.run(
      `COPY (SELECT 'R' || i AS Id, ['Agree', 'Disagree'][1 + i % 2] AS View FROM range(5000) AS r (i))
       TO '${zstd}' (FORMAT csv, COMPRESSION zstd)`,
    );
    for (const packed of [gzipSync(bytes), readFileSync(zstd)]) {
      const [expected, { table, fallbacks }] = await readBoth(packed);
      expect(fallbacks).toEqual([]);
      expect(plain(table)).toEqual(plain(expected));
      await expect(readBoth(packed.subarray(0, -6))).rejects.toThrow('is damaged');
    }
  });

  test('gives the same bytes of JSON for every fixture', async () => {
    const box = sandbox();
    for (const fixture of readdirSync(path.join(root, 'fixtures'))) {
      const [csv, duckdb] = await Promise.all(
        ['csv', 'duckdb'].map((engine) =>
          box.run(`soundings analyse ${exportsOf(fixture)} -f json --engine ${engine}`),
        ),
      );
      expect(duckdb?.stdout).toBe(csv?.stdout);
      expect(csv?.stdout).toContain('"schemaVersion"');
    }
    box.remove();
  });

  test('gives the same bytes of JSON of whatever is written, also of cells of 1 MB', async () => {
    const box = sandbox();
    box.write('survey.yaml', surveyOfUgly);
    const longest = fc.constantFrom(...ugly, 'a').map((text) => text.repeat(1_048_576 / text.length));
    const comment = fc.oneof({ weight: 60, arbitrary: cell }, { weight: 1, arbitrary: longest });
    const rows = fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }).map(String), cell, cell, comment), {
      minLength: 26,
      maxLength: 60,
    });
    const ragged = fc.option(fc.tuple(fc.nat({ max: 40 }), fc.array(cell, { minLength: 1, maxLength: 6 })), {
      freq: 3,
      nil: undefined,
    });
    let read = 0;
    await fc.assert(
      fc.asyncProperty(rows, ragged, async (cells, odd) => {
        const table: (readonly string[])[] = [['Id', 'One', 'Two', 'Three'], ...cells];
        if (odd !== undefined) table.splice(odd[0] + 1, 0, odd[1]);
        box.write(
          'ugly.csv',
          write(table, { delimiter: ',', lineEnd: '\n', mark: false, encoding: 'utf-8' }),
        );
        const [csv, duckdb] = await Promise.all(
          ['csv', 'duckdb'].map((engine) =>
            box.run(`soundings analyse ugly.csv -s survey.yaml -f json --engine ${engine}`),
          ),
        );
        expect([duckdb?.exitCode, duckdb?.stdout]).toEqual([csv?.exitCode, csv?.stdout]);
        if (csv?.exitCode === 0 && duckdb?.stderr === csv.stderr) read++;
      }),
      { numRuns: 25 },
    );
    expect(read).toBeGreaterThan(1);
    box.remove();
  }, 240_000);

  test.each([
    [40, 'DuckDB', 1],
    [41, 'csv-parse', 0],
  ])('leaves %i columns of a large file to %s, and nothing is said', async (width, _, opened) => {
    const rowOf = (label: string) => Array.from({ length: width }, (__, nth) => `${label}${nth}`).join(',');
    const bytes = Buffer.from([rowOf('Q'), ...Array.from({ length: 60 }, () => rowOf('A'))].join('\n'));
    const name = path.join(folder, 'wide.csv');
    writeFileSync(name, bytes);
    const seen: string[] = [];
    const limits = { megabytes: 500, threads: 1, folder: path.join(folder, 'memory') };
    const onOpen = () => async () => void seen.push('DuckDB');
    const onFallback = (reason: string) => void seen.push(reason);
    const duckdb = { engine: 'auto', limits: { ...limits, onOpen }, bytes: 20_000_000, onFallback } as const;
    const table = await readTable({ ...file(bytes), path: name }, { keep: everything, duckdb });
    expect([table.rows, table.columns.size, seen.length]).toEqual([60, width, opened]);
  });

  test.each([
    [20_000_000, 3_000_000, 'csv-parse'],
    [20_000_000, 5_000_000, 'DuckDB'],
    [15_000_000, 5_000_000, 'csv-parse'],
  ])('of files of %i bytes together one of %i is left to %s', async (allBytes, bytes, reader) => {
    const text = Buffer.from(['Heard,Word', ...Array.from({ length: 60 }, () => 'Yes,a')].join('\n'));
    const name = path.join(folder, 'part.csv');
    writeFileSync(name, text);
    const seen: string[] = [];
    const onOpen = () => async () => void seen.push('DuckDB');
    const limits = { megabytes: 500, threads: 1, folder: path.join(folder, 'memory'), onOpen };
    const onFallback = (reason: string) => void seen.push(reason);
    const duckdb = { engine: 'auto', limits, bytes, allBytes, onFallback } as const;
    const table = await readTable({ ...file(text), path: name }, { keep: everything, duckdb });
    expect([table.rows, seen]).toEqual([60, reader === 'DuckDB' ? ['DuckDB'] : []]);
  });

  test.skipIf(absent)(
    `gives the same bytes of JSON for every real export${why}`,
    async () => {
      const box = sandbox();
      const names = readdirSync(exportsFolder, { recursive: true, encoding: 'utf8' }).filter((name) =>
        /\.(?:csv|tsv)$/u.test(name),
      );
      for (const name of names) {
        const [csv, duckdb] = await Promise.all(
          ['csv', 'duckdb'].map((engine) =>
            box.run(`soundings analyse '${path.join(exportsFolder, name)}' -f json --engine ${engine}`),
          ),
        );
        expect([name, duckdb?.exitCode, duckdb?.stdout]).toEqual([name, csv?.exitCode, csv?.stdout]);
      }
      expect(names.length).toBeGreaterThan(20);
      box.remove();
    },
    240_000,
  );
});
