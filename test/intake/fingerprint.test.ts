import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fingerprint, runsOf } from '../support/fingerprint.ts';

const text = 'Please don’t close the library – it’s the only warm place we have.';

test.each([
  'PLEASE DON’T CLOSE THE LIBRARY – IT’S THE ONLY WARM PLACE WE HAVE.',
  "Please don't close the library - it's the only warm place we have",
  '  Please dont close\r\nthe library; its the only  warm place we have!! ',
  'Please don’t close the library – it’s the only warm place we have.'.normalize('NFD'),
])('case, white space, punctuation and quotation marks make no other text: %j', (other) => {
  expect(fingerprint(other)).toEqual(fingerprint(text));
});

test.each([
  'Please don’t close the library – it’s the only warm place I have.',
  'Please close the library – it’s the only warm place we have.',
  'the Please don’t close library – it’s the only warm place we have.',
])('other words, and the same in another order, do: %j', (other) => {
  expect(fingerprint(other)).not.toEqual(fingerprint(text));
});

test('accents and letters of any script are kept apart', () => {
  expect(fingerprint('Tŷ Newydd')).not.toEqual(fingerprint('Ty Newydd'));
  expect(fingerprint('Библиотека нужна')).not.toEqual(fingerprint('Библиотека важна'));
  expect(fingerprint('cafe\u0301')).toEqual(fingerprint('café'));
});

test('the words of a text cannot be read from it', () => {
  const bytes = Buffer.from(Uint32Array.from(fingerprint(text)).buffer);
  expect(bytes.toString('latin1')).not.toMatch(/library|warm/iu);
  expect(bytes.toString('utf16le')).not.toMatch(/library|warm/iu);
});

test('a text of fewer than eight words has no runs to compare', () => {
  expect(runsOf('one two three four five six seven')).toHaveLength(0);
  expect(runsOf('one two three four five six seven eight')).toHaveLength(6);
  expect(runsOf('…')).toHaveLength(0);
});

test('one word replaced changes three runs of three words', () => {
  const words = Array.from({ length: 34 }, (_, nth) => `word${nth}`);
  const [one, other] = [words, words.with(20, 'other')].map((some) => new Set(runsOf(some.join(' ')))) as [
    Set<number>,
    Set<number>,
  ];
  expect(one.size).toBe(32);
  expect([...one].filter((run) => !other.has(run))).toHaveLength(3);
});

test('texts of very many words are the same only where all of their words are', () => {
  const long = Array.from({ length: 3000 }, (_, nth) => `word${nth}`);
  const print = fingerprint(long.join(' '));
  expect(runsOf(long.join(' '))).toHaveLength(32);
  expect(fingerprint(long.with(2999, 'other').join(' '))).not.toEqual(print);
});

test('what the words of a text are does not depend on whether another word has to be normalised', () => {
  const character = fc.oneof(
    fc.constantFrom(...' ’éŷΣσςİıßŉǆ´ﬁ①½가각각\u0301\u0327\u00a0\u00ad\u200b𝐀😀'),
    fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
  );
  fc.assert(
    fc.property(fc.array(character, { maxLength: 12 }), (characters) => {
      const some = characters.join('');
      expect(fingerprint(`fi ${some}`)).toEqual(fingerprint(`ﬁ ${some}`));
    }),
    { numRuns: 3000 },
  );
});
