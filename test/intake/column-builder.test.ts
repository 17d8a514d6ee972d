import { expect, test } from 'vitest';
import { columnBuilder } from '../../src/intake/column-builder.ts';

test.each([
  [256, Uint8Array],
  [257, Uint16Array],
  [65_536, Uint16Array],
  [65_537, Uint32Array],
])('%i different answers take no wider codes than they need', (count, type) => {
  const builder = columnBuilder('values');
  for (let n = 0; n < count; n++) builder.add(`answer ${n}`);
  builder.add('answer 0');
  builder.add(`answer ${count - 1}`);
  const { values, codes } = builder.column(count + 2);
  expect(codes).toBeInstanceOf(type);
  expect(codes).toHaveLength(count + 2);
  expect(values).toHaveLength(count);
  expect([codes[count - 1], codes[count], codes[count + 1]]).toEqual([count - 1, 0, count - 1]);
  expect(codes.every((code, row) => row >= count || code === row)).toBe(true);
});

test('a column without rows is empty', () => {
  expect(columnBuilder('values').column(0)).toEqual({ values: [], codes: new Uint8Array(0) });
});
