import { PassThrough } from 'node:stream';
import type { ReadStream, WriteStream } from 'node:tty';
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { terminalAsker } from '../../src/cli/commands/terminal-asker.ts';

/** A terminal of so many columns, on which somebody types `keys` once they are asked, and what it showed. */
function terminal(columns: number) {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => input });
  const shown: string[] = [];
  const output = Object.assign(new PassThrough(), { isTTY: true, columns, rows: 24 });
  output.on('data', (chunk) => shown.push(String(chunk)));
  const asker = terminalAsker(input as unknown as ReadStream, output as unknown as WriteStream);
  const type = (keys: string) => setTimeout(() => input.write(keys), 50);
  return { asker, type, shown: () => stripVTControlCharacters(shown.join('')) };
}

const choices = [
  { value: 'choice', label: 'A choice' },
  { value: 'text', label: 'Words of their own' },
];

test.each([
  ['Ctrl-C', '\u0003'],
  ['Ctrl-D', '\u0004'],
])('%s breaks off, whatever is asked', async (_, key) => {
  for (const ask of [
    (one: ReturnType<typeof terminal>) => one.asker?.choose('What is it?', choices),
    (one: ReturnType<typeof terminal>) => one.asker?.write('What was asked?', 'Roads'),
  ]) {
    const one = terminal(80);
    one.type(key);
    // oxlint-disable-next-line no-await-in-loop -- one terminal after the other
    expect(await ask(one)).toBeUndefined();
  }
});

test('a terminal that does not say how wide it is shows whole lines', async () => {
  const one = terminal(0);
  one.type('\r');
  expect(await one.asker?.choose('1 of 2. “Roads”: a few whole numbers. What is it?', choices)).toBe(
    'choice',
  );
  expect(one.shown()).toContain('1 of 2. “Roads”: a few whole numbers. What is it?');
});
