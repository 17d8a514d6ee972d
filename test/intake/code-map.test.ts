import { expect, test } from 'vitest';
import { codeMap } from '../../src/intake/columns/code-map.ts';

test('codes are found whichever Map has them, and more than one Map can hold', () => {
  const codes = codeMap<string>(3);
  const values = Array.from({ length: 10 }, (_, n) => `id ${n}`);
  for (const [code, value] of values.entries()) {
    expect(codes.get(value)).toBeUndefined();
    codes.add(value, code);
  }
  expect(values.map((value) => codes.get(value))).toEqual(values.map((_, code) => code));
  codes.clear();
  expect(codes.get('id 0')).toBeUndefined();
});
