import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadDuckdb } from '../../src/intake/duckdb/database.ts';
import { type Sandbox, exportsOf, root, sandbox } from './sandbox.ts';

/** The program as it is installed: `npm test` builds it first. */
const program = path.join(root, 'bin/soundings.js');
const send = exportsOf('send-strategy-2023');
const messy = exportsOf('messy');

const isThere = (await loadDuckdb()) !== undefined;
const without = isThere ? '' : ' (skipped: @duckdb/node-api is not installed)';

let place: Sandbox;
beforeAll(() => {
  place = sandbox();
});
afterAll(() => place.remove());

function soundings(...argv: string[]) {
  return spawnSync(process.execPath, [program, ...argv], { cwd: place.folder, encoding: 'utf8' });
}

/** A command line of a shell, in which soundings is the program. */
function shell(line: string) {
  const script = `set -o pipefail; soundings() { "${process.execPath}" "${program}" "$@"; }; ${line}`;
  return spawnSync('bash', ['-c', script], { cwd: place.folder, encoding: 'utf8' });
}

test('a large export that two threads read gives the figures of one', () => {
  place.write(
    'of-large.yaml',
    'title: T\nrespondent: { id: Id }\nexclude: [duplicate]\nquestions:\n  - { id: agree, kind: choice, column: Agree, options: [Yes, No] }\n  - { id: why, kind: text, column: Why }\n',
  );
  const answers = ['Yes', 'No', 'Yse', ''];
  const why = 'and so on\nand on, "as they say", because of what was said before, '
    .repeat(3)
    .replaceAll('"', '""');
  const rows = Array.from(
    { length: 90_000 },
    (_, nth) => `${nth % 80_000},${answers[nth % 7] ?? 'No'},"${nth} ${why}"`,
  );
  place.write('large.csv', ['Id,Agree,Why', ...rows, ''].join('\n'));
  const run = (line: string) => shell(`soundings analyse ${line} -s of-large.yaml --engine csv -f json`);
  const figures = ({ stdout }: ReturnType<typeof shell>) => {
    const { ledger, questions, issues } = JSON.parse(stdout) as Record<string, unknown>;
    return JSON.stringify({ ledger, questions, issues }).replaceAll('standard input', 'large.csv');
  };
  expect(figures(run('large.csv'))).toBe(figures(run('- < large.csv')));
});

describe('a pipe with a name', () => {
  const long = `Agree?\n${'Yes\nNo\n'.repeat(50_000)}`;

  test('is read from its first row to its last', () => {
    place.write('long.csv', long);
    const questions = (line: string) =>
      (JSON.parse(shell(line).stdout) as { readonly questions: unknown }).questions;
    const whole = questions('soundings analyse long.csv -f json');
    for (const line of [
      'soundings analyse <(cat long.csv) -f json',
      'mkfifo named; cat long.csv > named & soundings analyse named -f json',
      'cat long.csv | soundings analyse /dev/stdin -f json',
    ])
      expect({ line, questions: questions(line) }).toEqual({ line, questions: whole });
  });

  test('is waited for until Ctrl-C', async () => {
    spawnSync('mkfifo', ['silent'], { cwd: place.folder });
    const child = spawn(process.execPath, [program, 'analyse', 'silent'], { cwd: place.folder });
    await setTimeout(1500);
    expect(child.exitCode).toBeNull();
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([130, null]);
  });
});

describe('a reader that goes away is no failure', () => {
  test.each([
    `soundings analyse ${send} --by role | head -1`,
    `soundings validate ${messy} --all -f json | head -c 1 >/dev/null`,
    'soundings schema | true',
    `soundings analyse ${send} --by role -f json | sleep 0.1`,
  ])('%s', (line) => {
    const { status, stderr } = shell(line);
    const code = line.includes('validate') ? 1 : 0;
    expect({ status, stderr }).toEqual({ status: code, stderr: '' });
  });

  test('nor is one of standard error', () => {
    const { status, stdout } = shell(`soundings analyse ${messy} -f json 2> >(true)`);
    expect({ status, whole: stdout.trimEnd().endsWith('}') }).toEqual({ status: 0, whole: true });
  });
});

test('the exit code reaches the shell', () => {
  expect(soundings('analyse', send).status).toBe(0);
  expect(soundings('validate', ...messy.split(' ')).status).toBe(1);
  expect(soundings('analyse', ...messy.split(' '), '--strict').status).toBe(1);
  expect(soundings('check', 'fixtures/messy').status).toBe(0);
  expect(soundings('check', 'nowhere').status).toBe(2);
  expect(soundings('analyse', 'nowhere.csv').status).toBe(2);
  expect(soundings('frobnicate').status).toBe(2);
  expect(soundings('--version').status).toBe(0);
});

test('a Node that does not take the compiled code runs the program all the same', () => {
  // V8 refuses code that was compiled under other flags, as it does that of another version.
  const { status, stdout } = spawnSync(process.execPath, ['--no-opt', program, '--version'], {
    encoding: 'utf8',
  });
  expect({ status, stdout }).toEqual({ status: 0, stdout: soundings('--version').stdout });
});

test('a pattern that the shell leaves alone stands for the files that fit', () => {
  const [first = ''] = messy.split(' ');
  const pattern = path.join(path.dirname(first), '*.csv');
  expect(soundings('validate', pattern, '-f', 'json').stdout).toBe(
    shell(`soundings validate ${pattern} -f json`).stdout,
  );
  expect(soundings('analyse', 'fixtures/send*2023/res*.csv').stdout).toBe(soundings('analyse', send).stdout);
});

test('a pipe takes everything, however much it is', () => {
  const { stdout, status } = shell(`soundings analyse ${messy} -f json 2>/dev/null | cat`);
  expect(status).toBe(0);
  expect(stdout.length).toBeGreaterThan(20_000);
  expect(JSON.parse(stdout)).toHaveProperty('notes');
});

test('the same input gives the same bytes in every process, wherever and whenever it runs', () => {
  const runs = ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles'].map((TZ) =>
    spawnSync(process.execPath, [program, 'report', ...messy.split(' ')], {
      cwd: place.folder,
      encoding: 'utf8',
      env: { ...process.env, TZ, LC_ALL: TZ === 'UTC' ? 'C' : 'tr_TR.UTF-8' },
    }),
  );
  expect(runs[0]?.stdout).not.toBe('');
  for (const run of runs) expect([run.stdout, run.stderr]).toEqual([runs[0]?.stdout, runs[0]?.stderr]);
});

test('standard input is read to its end as it comes', async () => {
  const bytes = readFileSync(path.join(place.folder, send));
  const child = spawn(
    process.execPath,
    [program, 'analyse', '-', '-s', 'fixtures/send-strategy-2023/survey.yaml', '-f', 'csv'],
    { cwd: place.folder },
  );
  let stdout = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  for (let at = 0; at < bytes.length; at += 999) child.stdin.write(bytes.subarray(at, at + 999));
  child.stdin.end();
  const [code] = (await once(child, 'close')) as [number];
  expect(code).toBe(0);
  expect(stdout).toBe(soundings('analyse', send, '-f', 'csv').stdout);
});

describe('a file is written whole or not at all', () => {
  const left = () => place.list().filter((name) => name.startsWith('figures'));

  test('a whole one takes its place', () => {
    expect(soundings('analyse', send, '-o', 'figures.json').status).toBe(0);
    expect(JSON.parse(place.read('figures.json'))).toHaveProperty('notes');
    expect(left()).toEqual(['figures.json']);
  });

  test('one that exists stays as it is', () => {
    place.write('figures.csv', 'mine');
    const { status, stderr } = soundings('analyse', send, '-o', 'figures.csv');
    expect({ status, first: stderr.split('\n')[0] }).toEqual({
      status: 2,
      first: 'soundings: figures.csv: it exists already.',
    });
    expect(place.read('figures.csv')).toBe('mine');
    expect(left()).toEqual(['figures.csv', 'figures.json']);
  });

  test
    .runIf(process.platform === 'linux')
    .each([
      `soundings analyse ${send}`,
      `soundings report ${send}`,
      `soundings validate ${send}`,
      'soundings check fixtures/send-strategy-2023',
      'soundings schema',
      'soundings --help',
      'soundings --version',
    ])('where standard output cannot be written %s says so in two lines', (line) => {
    const { status, stderr } = shell(`${line} >/dev/full`);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'soundings: standard output: the disk is full.\nWhat has been written there is not whole.\n',
    });
  });

  test.runIf(process.platform === 'linux')('where the disk is full nothing is left behind', () => {
    // A limit on the size of files stands for a full disk: the write fails part-way.
    const { status, stderr } = shell(
      `trap '' XFSZ; ulimit -f 8; soundings analyse ${messy} --by uses -f json -o figures-full.json 2>&1 >/dev/null | tail -2 >&2`,
    );
    expect(status).toBe(2);
    expect(stderr).toContain('soundings: figures-full.json: ');
    expect(left()).toEqual(['figures.csv', 'figures.json']);
  });

  test('where two runs write the same new file one of them says so, and the file is whole', async () => {
    const runs = ['json', 'json'].map(() => {
      const child = spawn(process.execPath, [program, 'analyse', send, '-o', 'figures-two.json'], {
        cwd: place.folder,
      });
      return once(child, 'close') as Promise<[number]>;
    });
    const codes = (await Promise.all(runs)).map(([code]) => code);
    expect(codes.toSorted()).toEqual([0, 2]);
    expect(JSON.parse(place.read('figures-two.json'))).toHaveProperty('notes');
    expect(left()).toEqual(['figures-two.json', 'figures.csv', 'figures.json']);
  });
});

test('Ctrl-C ends it with exit code 130, as a shell says it, and nothing is written', () => {
  // It waits for its input; when it is interrupted it has started.
  const waiting = `"${process.execPath}" "${program}" analyse - -o interrupted.json < <(sleep 3 2>/dev/null)`;
  const { stdout } = shell(`${waiting} & sleep 1.5; kill -INT $!; wait $!; echo $?`);
  expect(stdout).toBe('130\n');
  expect(place.list().filter((name) => name.startsWith('interrupted'))).toEqual([]);
});

/** The status of a program when it has ended, as a shell says it where a signal ended it. */
async function statusOf(child: ChildProcess): Promise<number> {
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  return code ?? 128 + constants.signals[signal ?? 'SIGKILL'];
}

const statuses = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const;

test.each(statuses)('%s while it reads is an exit code of its own', async (signal, status) => {
  place.write(
    'listens.cjs',
    `process.on('newListener', (name) => { if (name === '${signal}') process.stderr.write('listens'); });`,
  );
  const child = spawn(process.execPath, ['-r', './listens.cjs', program, 'analyse', '-'], {
    cwd: place.folder,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  const ended = once(child, 'exit');
  await once(child.stderr, 'data');
  child.kill(signal);
  expect(await ended).toEqual([status, null]);
});

test.each(statuses)('%s ends it at once while it counts, and nothing is written', async (signal, status) => {
  const header = Array.from({ length: 2000 }, (_, item) => `Do you agree with proposal ${item}?`);
  const answers = ['Strongly agree', 'Agree', 'Disagree', 'Strongly disagree', 'Not sure'];
  const rows = Array.from({ length: 200 }, (_, row) =>
    header.map((_name, item) => answers[(row * item) % 5]),
  );
  place.write('wide.csv', [header, ...rows].map((cells) => `${cells.join(',')}\n`).join(''));
  place.write('kept.json', 'mine');
  const child = spawn(process.execPath, [program, 'analyse', 'wide.csv', '-o', 'kept.json', '--force'], {
    cwd: place.folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = statusOf(child);
  // It has said what it made of the columns, and counts, which takes it seconds.
  await once(child.stderr, 'data');
  const asked = performance.now();
  child.kill(signal);
  expect(await ended).toBe(status);
  expect(performance.now() - asked).toBeLessThan(1000);
  expect(place.read('kept.json')).toBe('mine');
  expect(place.list().filter((name) => name.endsWith('.part'))).toEqual([]);
});

test.each(statuses)('what is being written when %s comes is whole', async (signal, status) => {
  place.write(
    'signal.cjs',
    `const fs = require('node:fs'); const write = fs.writeFileSync;
     fs.writeFileSync = (...all) => { process.kill(process.pid, '${signal}'); write(...all); };`,
  );
  const output = `whole-${status}.json`;
  const child = spawn(process.execPath, ['-r', './signal.cjs', program, 'analyse', send, '-o', output], {
    cwd: place.folder,
    stdio: 'ignore',
  });
  expect(await statusOf(child)).toBe(status);
  expect(place.list().filter((name) => name.startsWith('whole-'))).toContain(output);
  expect(place.list().filter((name) => name.endsWith('.part'))).toEqual([]);
  expect(JSON.parse(place.read(output))).toHaveProperty('notes');
});

test.skipIf(!isThere)(`what DuckDB has put on disk is gone when a signal stops it${without}`, async () => {
  const texts = Array.from(
    { length: 8_000 },
    (_, row) => `${row},Agree,${`${row} is secret. `.repeat(500)}\n`,
  );
  place.write('large.csv', `ID,Do you agree?,Comments\n${texts.join('')}`);
  const temporary = path.join(place.folder, 'temporary');
  for (const [signal, status] of statuses) {
    mkdirSync(temporary, { recursive: true });
    const child = spawn(
      process.execPath,
      [program, 'analyse', 'large.csv', '--engine', 'duckdb', '--memory', '60MB', '-o', 'large.json'],
      { cwd: place.folder, env: { ...process.env, TMPDIR: temporary }, stdio: 'ignore' },
    );
    const ended = statusOf(child);
    const spilled = () => readdirSync(temporary, { recursive: true }).length > 1;
    while (!spilled() && child.exitCode === null) await setTimeout(5);
    child.kill(signal);
    expect(await ended).toBe(status);
    expect([readdirSync(temporary), place.list().includes('large.json')]).toEqual([[], false]);
  }
});

test('what asks questions and what starts other programs is not loaded by a run that does neither', () => {
  place.write('print.cjs', 'process.on("exit", () => console.error(process.moduleLoadList.join("\\n")))');
  const options = { cwd: place.folder, encoding: 'utf8' } as const;
  const { stderr } = spawnSync(process.execPath, ['-r', './print.cjs', program, 'analyse', send], options);
  const loaded = stderr.split('\n').map((name) => name.replace('NativeModule ', ''));
  expect(loaded).toContain('fs');
  expect(loaded.filter((name) => ['readline', 'child_process'].includes(name))).toEqual([]);
});
