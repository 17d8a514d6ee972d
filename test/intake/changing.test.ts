import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { byteSource } from '../../src/cli/exports/files.ts';
import type { Io } from '../../src/cli/io.ts';
import { loadDuckdb } from '../../src/intake/duckdb/database.ts';
import { readTable } from '../../src/intake/read-table.ts';
import { everything } from './source.ts';

const library = await loadDuckdb();

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'soundings-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const rows = Array.from({ length: 40_000 }, (_, row) => `R${row},Agree,${(row * 7919) % 9973} words`);
const csv = Buffer.from(`Id,View,Why\n${rows.join('\n')}\n`);

/** A frame of zstd that packs nothing: blocks as they are (RFC 8878). */
function stored(bytes: Buffer): Buffer {
  const most = 1 << 17;
  const blocks = Array.from({ length: Math.ceil(bytes.length / most) }, (_, nth) => {
    const block = bytes.subarray(nth * most, (nth + 1) * most);
    const isLast = (nth + 1) * most >= bytes.length;
    const header = Buffer.alloc(3);
    header.writeUIntLE((block.length << 3) | (isLast ? 1 : 0), 0, 3);
    return Buffer.concat([header, block]);
  });
  return Buffer.concat([Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x38]), ...blocks]);
}

async function parquetOf(name: string): Promise<Buffer> {
  writeFileSync(`${name}.csv`, csv);
  const connection = await library?.DuckDBConnection.create();
  await connection?.run(
    `COPY (FROM read_csv('${name}.csv', all_varchar = true)) TO '${name}' (FORMAT parquet)`,
  );
  connection?.closeSync();
  return readFileSync(name);
}

const forms = {
  csv: async () => csv,
  // Not made smaller, so that it is not read to its end before the headers are known.
  'csv.gz': async () => gzipSync(csv, { level: 0 }),
  'csv.zst': async () => stored(csv),
  parquet: parquetOf,
};
const changes = {
  grows: (file: string) => appendFileSync(file, 'R9,Agree,\n'),
  shrinks: (file: string) => truncateSync(file, statSync(file).size - 9),
  vanishes: (file: string) => rmSync(file),
  'is replaced': (file: string) => {
    const bytes = readFileSync(file);
    rmSync(file);
    writeFileSync(file, bytes);
  },
};

describe.each([
  ['csv', 'csv'],
  ['csv', 'duckdb'],
  ['csv.gz', 'csv'],
  ['csv.gz', 'duckdb'],
  ['csv.zst', 'csv'],
  ['csv.zst', 'duckdb'],
  ['parquet', 'duckdb'],
] as const)('a file of %s, read by %s,', (form, engine) => {
  const skip = engine === 'duckdb' && library === undefined;
  const limits = { megabytes: 500, threads: 2, folder: '' };

  async function readWhile(happens: (file: string) => void): Promise<number> {
    const file = path.join(folder, `responses.${form}`);
    writeFileSync(file, await forms[form](file));
    const duckdb = { engine: 'duckdb', limits, bytes: 0, onFallback: () => undefined } as const;
    const table = await readTable(byteSource(file, 'responses', { cwd: folder } as Io), {
      // It is asked when the headers are known, and nothing else of the file need be.
      keep(headings) {
        happens(file);
        return everything(headings);
      },
      ...(engine === 'duckdb' && {
        duckdb: { ...duckdb, limits: { ...limits, folder: path.join(folder, 'memory') } },
      }),
    });
    return table.rows;
  }

  test.skipIf(skip)('is read where it stays as it is', async () => {
    expect(await readWhile(() => undefined)).toBe(rows.length);
  });

  test.skipIf(skip).each(Object.entries(changes))(
    'that %s while it is read is an error',
    async (_, change) => {
      await expect(readWhile(change)).rejects.toThrow(
        /^(?:\S+responses\.\S+|responses) (?:was removed or replaced|changed) while it was read|there is no such file|cannot be read|ends too soon|damaged/u,
      );
    },
  );
});
