import fc from 'fast-check';
import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import { expect, test } from 'vitest';
import { textWidth, wrapText } from '../../src/render/wrap.ts';

const characters = fc.constantFrom(
  ...[...'ab ab ab.,-é’“—…‑█▏─©ß'],
  ...[
    '\u00a0',
    '\u00ad',
    '\u0301',
    '\ufe0f',
    '\u200b',
    '\u2011',
    '\n',
    '\t',
    '日',
    '😀',
    '\u001b[1m',
    '\u001b[22m',
  ],
);
const anyText = fc.array(characters, { maxLength: 60 }).map((parts) => parts.join(''));
const plainText = fc
  .array(fc.constantFrom(...'ab ab ab é’—…█'), { maxLength: 60 })
  .map((parts) => parts.join(''));
const texts = fc.oneof(anyText, plainText);

test('a text is as wide as the library says', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(textWidth(text)).toBe(stringWidth(text));
    }),
  );
});

test('every character that is measured without the library is one column wide to it too', () => {
  for (let code = 0x20; code < 0x2700; code++) {
    const character = String.fromCharCode(code);
    expect(`${code.toString(16)}: ${textWidth(character)}`).toBe(
      `${code.toString(16)}: ${stringWidth(character)}`,
    );
  }
});

test('a text is wrapped as the library wraps it', () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: 30 }), (text, width) => {
      expect(wrapText(text, width)).toBe(wrapAnsi(text, width, { hard: true }));
    }),
    { numRuns: 1000 },
  );
});
