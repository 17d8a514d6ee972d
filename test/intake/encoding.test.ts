import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { detectEncoding } from '../../src/intake/bytes/encoding.ts';
import { utf8Check } from '../../src/intake/bytes/utf8-check.ts';

const detect = (bytes: Buffer, whole = true): string => detectEncoding({ bytes, whole });

describe('an encoding is detected', () => {
  test('UTF-32 by its byte order mark, before UTF-16', () => {
    expect(detect(iconv.encode('A,B', 'utf-32le', { addBOM: true }))).toBe('utf-32le');
    expect(detect(iconv.encode('A,B', 'utf-32be', { addBOM: true }))).toBe('utf-32be');
  });

  test('UTF-16 without a mark in a script of its own', () => {
    const greek = 'Ερώτηση,Απάντηση\r\n'.repeat(20);
    expect(detect(iconv.encode(greek, 'utf-16le'))).toBe('utf-16le');
    expect(detect(iconv.encode(greek, 'utf-16be'))).toBe('utf-16be');
  });

  test('UTF-8 where a few NULs are in the text', () => {
    expect(detect(Buffer.from('A,B\n\0,1\n'))).toBe('utf-8');
  });

  test('UTF-8 where the sample cuts a character, but not where the file does', () => {
    const cut = Buffer.from('Answer €').subarray(0, -1);
    expect(detect(cut, false)).toBe('utf-8');
    expect(detect(cut, true)).toBe('windows-1252');
  });
});

describe('the check for UTF-8', () => {
  test.each(['é', '€', '😀', 'a€b😀cé'])('accepts %j split anywhere', (text) => {
    const bytes = Buffer.from(text);
    for (let at = 0; at <= bytes.length; at++) {
      const check = utf8Check();
      expect(check.accepts(bytes.subarray(0, at)) && check.accepts(bytes.subarray(at))).toBe(true);
      expect(check.ends()).toBe(true);
    }
  });

  test.each([[[0x80]], [[0xc3, 0x28]], [[0xe2, 0x82, 0x41]], [[0xff, 0x41]], [[0xed, 0xa0, 0x80, 0x41]]])(
    'refuses the bytes %j however they are split',
    (bytes) => {
      const check = utf8Check();
      expect(bytes.map((byte) => check.accepts(Uint8Array.of(byte))).every(Boolean) && check.ends()).toBe(
        false,
      );
      const whole = utf8Check();
      expect(whole.accepts(Uint8Array.from(bytes)) && whole.ends()).toBe(false);
    },
  );
});
