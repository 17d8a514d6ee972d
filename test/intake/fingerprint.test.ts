import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellsWithoutEntities } from '../../src/intake/columns/entities.ts';
import { isFingerprint, runReader } from '../../src/intake/columns/fingerprint.ts';
import type { Table } from '../../src/intake/table.ts';
import { fingerprint } from '../support/fingerprint.ts';

const runsOf = (print: string) => [...runReader()(print)];

const text = 'Please don’t close the library – it’s the only warm place we have.';

test.each([
  'PLEASE DON’T CLOSE THE LIBRARY – IT’S THE ONLY WARM PLACE WE HAVE.',
  "Please don't close the library - it's the only warm place we have",
  '  Please dont close\r\nthe library; its the only  warm place we have!! ',
  'Please don’t close the library – it’s the only warm place we have.'.normalize('NFD'),
])('case, white space, punctuation and quotation marks make no other text: %j', (other) => {
  expect(fingerprint(other)).toBe(fingerprint(text));
});

test.each([
  'Please don’t close the library – it’s the only warm place I have.',
  'Please close the library – it’s the only warm place we have.',
  'the Please don’t close library – it’s the only warm place we have.',
])('other words, and the same in another order, do: %j', (other) => {
  expect(fingerprint(other)).not.toBe(fingerprint(text));
});

test('accents and letters of any script are kept apart', () => {
  expect(fingerprint('Tŷ Newydd')).not.toBe(fingerprint('Ty Newydd'));
  expect(fingerprint('Библиотека нужна')).not.toBe(fingerprint('Библиотека важна'));
  expect(fingerprint('cafe\u0301')).toBe(fingerprint('café'));
});

test('the words of a text cannot be read from it', () => {
  expect(fingerprint(text)).not.toMatch(/library|warm/iu);
  expect(isFingerprint(fingerprint(text))).toBe(true);
  expect(isFingerprint(text)).toBe(false);
});

test('a text of fewer than eight words has no runs to compare', () => {
  expect(runsOf(fingerprint('one two three four five six seven'))).toHaveLength(0);
  expect(runsOf(fingerprint('one two three four five six seven eight'))).toHaveLength(6);
  expect(runsOf(fingerprint('…'))).toHaveLength(0);
});

test('one word replaced changes three runs of three words', () => {
  const words = Array.from({ length: 34 }, (_, nth) => `word${nth}`);
  const [one, other] = [words, words.with(20, 'other')].map(
    (some) => new Set(runsOf(fingerprint(some.join(' ')))),
  ) as [Set<number>, Set<number>];
  expect(one.size).toBe(32);
  expect([...one].filter((run) => !other.has(run))).toHaveLength(3);
});

test('texts of very many words are the same only where all of their words are', () => {
  const long = Array.from({ length: 3000 }, (_, nth) => `word${nth}`);
  const print = fingerprint(long.join(' '));
  expect(runsOf(print)).toHaveLength(32);
  expect(fingerprint(long.with(2999, 'other').join(' '))).not.toBe(print);
});

test('what the words of a text are does not depend on whether another word has to be normalised', () => {
  const character = fc.oneof(
    fc.constantFrom(...' ’éŷΣσςİıßŉǆ´ﬁ①½가각각\u0301\u0327\u00a0\u00ad\u200b𝐀😀'),
    fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
  );
  fc.assert(
    fc.property(fc.array(character, { maxLength: 12 }), (characters) => {
      const some = characters.join('');
      expect(fingerprint(`fi ${some}`)).toBe(fingerprint(`ﬁ ${some}`));
    }),
    { numRuns: 3000 },
  );
});

test('what looks like an entity in a fingerprint is none', () => {
  const print = `${fingerprint(text)}&lt;`;
  const column = { values: [print, 'R&amp;D'], codes: Uint8Array.of(0, 1) };
  const { columns } = cellsWithoutEntities({ columns: new Map([[0, column]]) } as unknown as Table);
  expect(columns.get(0)?.values).toEqual([print, 'R&D']);
});
