import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadDuckdb } from '../../src/intake/duckdb/database.ts';
import { type Sandbox, exportsOf, root, sandbox } from './sandbox.ts';

const isThere = (await loadDuckdb()) !== undefined;
const without = isThere ? '' : ' (skipped: @duckdb/node-api is not installed)';
const send = path.resolve(root, exportsOf('send-strategy-2023'));

let place: Sandbox;
beforeAll(() => {
  place = sandbox();
});
afterAll(() => place.remove());

/** Runs the program that is in a folder as it is installed: `npm test` builds it first. */
function runIn(folder: string, ...argv: string[]) {
  const program = path.join(folder, 'bin/soundings.js');
  return spawnSync(process.execPath, [...argv.slice(0, -1), program, 'analyse', send, argv.at(-1) ?? ''], {
    cwd: place.folder,
    encoding: 'utf8',
  });
}

describe('where DuckDB is not installed', () => {
  beforeAll(() => {
    for (const part of ['bin', 'dist', 'package.json'])
      cpSync(path.join(root, part), path.join(place.folder, 'installed', part), { recursive: true });
  });
  const run = (option: string) => runIn(path.join(place.folder, 'installed'), option);

  test('the program runs all the same', () => {
    const { status, stdout, stderr } = run('--engine=auto');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toBe(runIn(root, '--engine=csv').stdout);
  });

  test('whoever asks for it is told how to install it', () => {
    const { status, stdout, stderr } = run('--engine=duckdb');
    expect({ status, stdout, stderr }).toEqual({
      status: 2,
      stdout: '',
      stderr:
        'soundings: DuckDB is not installed.\nInstall it: npm install @duckdb/node-api. Or leave out --engine duckdb.\n',
    });
  });
});

describe.skipIf(!isThere)(`DuckDB${without}`, () => {
  test('is loaded only where it is to read something', () => {
    place.write(
      'libraries.cjs',
      'process.on("exit", () => console.error(process.report.getReport().sharedObjects.join("\\n")))',
    );
    const isLoaded = (engine: string) =>
      /duckdb/u.test(runIn(root, '-r', './libraries.cjs', `--engine=${engine}`).stderr);
    expect([isLoaded('auto'), isLoaded('csv'), isLoaded('duckdb')]).toEqual([false, false, true]);
  });

  test('what it cannot read cleanly goes to csv-parse, which is said once', async () => {
    place.write('mixed.csv', `View,Why\n${'Agree,because\n'.repeat(600)}Agree,be"cause\n`);
    const line = 'soundings analyse mixed.csv -f json';
    const [csv, duckdb] = await Promise.all(
      ['csv', 'duckdb'].map((engine) => place.run(`${line} --engine ${engine}`)),
    );
    expect(duckdb?.stdout).toBe(csv?.stdout);
    expect(duckdb?.stderr.match(/^note: .*\n/gmu)).toEqual([
      'note: mixed.csv is read by csv-parse, which takes longer: it has quotation marks where none belong.\n',
    ]);
  });
});
