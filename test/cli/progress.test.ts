import { expect, test } from 'vitest';
import type { Io } from '../../src/cli/io.ts';
import { watchReading } from '../../src/cli/exports/progress.ts';

const half = new Uint8Array(500_000);

/** What is written while a file of 1 MB is read in two pieces, between which so many milliseconds pass. */
async function written(
  pause: number,
  {
    quiet = false,
    isTerminal = true,
    columns = 80,
    name = 'responses.csv',
    bytes = 1_000_000,
    since = 0,
  } = {},
) {
  const texts: string[] = [];
  let clock = 0;
  const io = {
    stderr: { write: (text: string) => void texts.push(text), isTerminal, columns },
    now: () => clock,
  } as unknown as Io;
  const source = {
    name,
    async *open() {
      yield half;
      clock += pause;
      yield half;
    },
  };
  const progress = watchReading(source, bytes, quiet, io, since);
  for await (const chunk of progress.source.open()) {
    progress.onRows(chunk.length / 250);
  }
  progress.clear();
  return texts.join('');
}

test('of a reading that takes longer than half a second it is shown how far it is, and taken away again', async () => {
  const text = await written(600);
  expect(text).toMatch(/100% █{20} 2,000 rows, 2 MB\/s, \d+s left: responses\.csv/u);
  // Its line is empty at the end, and nothing that was set on the terminal stays.
  expect(text).toMatch(/\x1b\[2K$/u);
  expect(text).not.toMatch(/\x1b\[\?\d+[hl]/u);
});

test('of several readings it is shown from half a second after the first began', async () => {
  expect(await written(300)).toBe('');
  expect(await written(300, { since: -250 })).toContain('100% ');
});

test('what is left is reckoned from all the time that it took so far', async () => {
  expect(await written(190_000, { bytes: 1_500_000 })).toContain('1m35s left');
});

test('nothing is wider than the terminal', async () => {
  const lines = (await written(600, { columns: 40 })).replaceAll(/\x1b\[?[\d?]*[A-Z78]/gu, '\n').split('\n');
  expect(Math.max(...lines.map((line) => [...line].length))).toBeLessThanOrEqual(40);
});

test.each([60, 44])('at %i columns nothing is cut off but the name', async (columns) => {
  const text = await written(600, { columns, name: `${'long'.repeat(20)}.csv` });
  expect(text).toMatch(/100% (?:█+ )?2,000 rows, 2 MB\/s, \d+s left/u);
});

test('of what comes without its length it is shown how much of it has come', async () => {
  expect(await written(600, { bytes: 0, name: 'standard input' })).toContain(
    '2,000 rows, 2 MB/s: standard input',
  );
});

test('the line is gone as soon as all has been read, whatever is done with it then', async () => {
  const texts: string[] = [];
  const stderr = { write: (text: string) => void texts.push(text), isTerminal: true, columns: 80 };
  let clock = 0;
  const io = { stderr, now: () => clock } as unknown as Io;
  const source = {
    name: 'responses.csv',
    async *open() {
      yield half;
      clock += 600;
      yield half;
    },
  };
  for await (const _ of watchReading(source, 1_000_000, false, io).source.open());
  expect(texts.join('')).toMatch(/\x1b\[2K$/u);
});

test('a name is shown without being obeyed', async () => {
  expect(await written(600, { name: '{rows}\u001b[2J.csv' })).toContain('left: {rows}␛[2J.csv');
});

test.each([
  ['a short reading', 0, {}],
  ['a reading that is to be quiet', 600, { quiet: true }],
  ['a reading without a terminal', 600, { isTerminal: false }],
])('nothing is shown of %s', async (_, pause, how) => {
  expect(await written(pause, how)).toBe('');
});
