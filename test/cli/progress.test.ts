import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Io } from '../../src/cli/io.ts';
import { watchReading } from '../../src/cli/progress.ts';

const half = new Uint8Array(500_000);

/** What is written while a file of 1 MB is read in two pieces, between which so many milliseconds pass. */
async function written(
  pause: number,
  { quiet = false, isTerminal = true, columns = 80, name = 'responses.csv' } = {},
) {
  const texts: string[] = [];
  const io = {
    stderr: { write: (text: string) => void texts.push(text), isTerminal, columns },
  } as unknown as Io;
  const source = {
    name,
    async *open() {
      yield half;
      await setTimeout(pause);
      yield half;
    },
  };
  const progress = watchReading(source, 1_000_000, quiet, io);
  for await (const chunk of progress.source.open()) {
    progress.onRows(chunk.length / 250);
    await setTimeout(1);
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

test('nothing is wider than the terminal', async () => {
  const lines = (await written(600, { columns: 40 })).replaceAll(/\x1b\[?[\d?]*[A-Z78]/gu, '\n').split('\n');
  expect(Math.max(...lines.map((line) => [...line].length))).toBeLessThanOrEqual(40);
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
