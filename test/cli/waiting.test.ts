import { expect, test } from 'vitest';
import type { Io } from '../../src/cli/io.ts';
import { whileSaying } from '../../src/cli/waiting.ts';

const cleared = '\r\x1b[K';

/** What is written while some work tells again and again that it goes on, and so many milliseconds pass each time. */
function written(
  pauses: readonly number[],
  { quiet = false, isTerminal = true, columns = 80, fails = false } = {},
) {
  const texts: string[] = [];
  let clock = 0;
  const stderr = { write: (text: string) => void texts.push(text), isTerminal, columns };
  const work = (goesOn: () => void) => {
    for (const pause of pauses) {
      clock += pause;
      goesOn();
    }
    if (fails) throw new Error('it failed');
    return 'done';
  };
  const run = () =>
    whileSaying(
      'Counting sheep …',
      quiet,
      { stderr, now: () => clock } satisfies Pick<Io, 'stderr' | 'now'>,
      work,
    );
  if (fails) expect(run).toThrow('it failed');
  else expect(run()).toBe('done');
  return texts.join('');
}

test('what takes longer than a second is said once, and taken away again at the end', () => {
  expect(written([600, 600, 600])).toBe(`Counting sheep …${cleared}`);
});

test('it is taken away where the work fails too', () => {
  expect(written([1200], { fails: true })).toBe(`Counting sheep …${cleared}`);
});

test('it takes no more than a line of a narrow terminal', () => {
  expect(written([1200], { columns: 10 })).toBe(`Counting ${cleared}`);
});

test.each([
  ['short work', [100, 100], {}],
  ['work that is to be quiet', [1200], { quiet: true }],
  ['work without a terminal', [1200], { isTerminal: false }],
])('nothing is said of %s', (_, pauses, how) => {
  expect(written(pauses, how)).toBe('');
});
