import { expect, test } from 'vitest';
import { printable, printableLines } from '../../src/render/printable.ts';

test('line breaks and tabs become spaces, one each', () => {
  expect(printable('a\r\nb\nc\rd\te')).toBe('a b c d e');
});

test('control characters are shown and never obeyed', () => {
  expect(printable('\u001b[31mred\u001b]8;;http://x\u0007\u0000\u007f\u009b2J\u0085')).toBe(
    '␛[31mred␛]8;;http://x␇␀␡<U+009B>2J<U+0085>',
  );
});

test('marks that turn the direction of text are shown as their codes', () => {
  const embeddings = ['\u202a', '\u202b', '\u202c', '\u202d', '\u202e'];
  const isolates = ['\u2066', '\u2067', '\u2068', '\u2069'];
  const marks = [...embeddings, ...isolates, '\u200e', '\u200f', '\u061c', '\u2028', '\u2029'];
  for (const mark of marks) {
    const code = mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    expect(printable(`a${mark}b`)).toBe(`a<U+${code}>b`);
  }
});

test('no character below the first printable one survives', () => {
  const all = Array.from({ length: 0xa0 }, (_, code) => String.fromCharCode(code)).join('');
  expect(printable(all)).not.toMatch(/\p{Cc}/u);
});

test('letters of every script, accents, emoji and joiners are left alone', () => {
  const text = 'naïve café e\u0301 עברית العربية 日本語 👩‍👩‍👧 £ – “ ”\u00a0x';
  expect(printable(text)).toBe(text);
});

test('our own line breaks around an export’s text are kept', () => {
  expect(printableLines('first\nsecond\u001b')).toBe('first\nsecond␛');
});
