import { describe, expect, test } from 'vitest';
import { quotesOf } from '../../src/intake/records/quotes.ts';

describe('the quotation marks of a record', () => {
  test.each(['', 'a,b', '"a","b"', '"a,""b"', '"",""', ',"a\nb",', '""""'])('are sound in %j', (text) => {
    expect(quotesOf(text, ',')).toEqual({ kind: 'sound' });
  });

  test.each(['5" pipe,b', 'a,"b"c', '"a"b"c",d', 'a, "b"', '"a" ,b', '""a,"b\nc"', 'a"b,"c","d""e"'])(
    'are astray in %j',
    (text) => {
      expect(quotesOf(text, ',')).toEqual({ kind: 'stray' });
    },
  );

  test.each([
    ['"a\nb"c', 0],
    ['"a\nb","c\r\nd"e', 1],
    ['5" pipe,"a\rb"c', 0],
  ])('may run two rows together in %j', (text, lines) => {
    expect(quotesOf(text, ',')).toEqual({ kind: 'torn', lines });
  });
});
