import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadDuckdb, openDatabase } from '../../src/intake/duckdb/database.ts';

const library = await loadDuckdb();
const without = library === undefined ? ' (skipped: @duckdb/node-api is not installed)' : '';

let place: string;
beforeAll(() => {
  place = mkdtempSync(path.join(tmpdir(), 'soundings-'));
});
afterAll(() => rmSync(place, { recursive: true }));

/** More rows than anybody waits for, none like another, so that they go to disk. */
const endless = `CREATE TEMP TABLE cells AS SELECT md5(i::VARCHAR) AS c0 FROM range(1000000000000) AS r (i)`;

test.skipIf(library === undefined)(
  `who has to end closes the database, which then has stopped and put nothing on disk that stays${without}`,
  async () => {
    if (library === undefined) return;
    const folder = path.join(place, 'spilled');
    const close: (() => Promise<void>)[] = [];
    let open = 0;
    const onOpen = (how: () => Promise<void>) => {
      close.push(how);
      open++;
      return async () => void open--;
    };
    const database = await openDatabase({ library, limits: { megabytes: 60, threads: 2, folder, onOpen } });
    const loaded = database.load(endless, [{ position: 0, keep: 'values', cell: '', foreseen: [] }]);
    const rows = loaded.rows().then(
      () => 'rows',
      () => 'an error',
    );
    expect(open).toBe(1);
    while (!existsSync(folder)) await setTimeout(5);
    // Whoever waits for rows goes on to nothing else, such as another reader.
    await expect(Promise.race([rows, close[0]?.().then(() => 'closed')])).resolves.toBe('closed');
    expect([open, existsSync(folder)]).toEqual([0, false]);
    await database.close();
  },
);
