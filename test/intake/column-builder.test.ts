import { expect, test } from 'vitest';
import { columnBuilder } from '../../src/intake/columns/column-builder.ts';
import { GIVEN } from '../../src/intake/columns/fingerprint.ts';
import { fingerprint, textsOf } from '../support/fingerprint.ts';

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

test('where nobody knows what a column holds, its answers are kept until they can only be free text', () => {
  const [few, many] = [columnBuilder('answers'), columnBuilder('answers')];
  for (let row = 0; row < 20_000; row++) {
    few.add(`answer ${row % 300}`);
    many.add(row % 4 === 0 ? ' ' : `comment ${row}`);
  }
  expect(few.column(20_000).values).toHaveLength(300);
  const column = many.column(20_000);
  expect(column.values).toEqual(['', GIVEN]);
  expect(column.texts?.prints.runs).toHaveLength(15_000);
  expect([...column.codes.subarray(0, 5)]).toEqual([0, 1, 1, 1, 0]);
  expect(column.codes.filter((code) => code === 0)).toHaveLength(5000);
  expect(textsOf(column).slice(0, 2)).toEqual([[], fingerprint('comment 1')]);
});

test('what stands on a platform for no reply is blank', () => {
  const builder = columnBuilder('values', new Set(['Not Answered']));
  for (const cell of ['Yes', 'Not Answered', '']) builder.add(cell);
  expect(builder.column(3).values).toEqual(['Yes', '', '']);
});

test('a column as far as its first rows knows nothing of what stands below', () => {
  const builder = columnBuilder('values');
  for (const cell of ['Yes', 'No', 'Yes', 'Total']) builder.add(cell);
  expect(builder.column(3)).toEqual({ values: ['Yes', 'No'], codes: Uint8Array.of(0, 1, 0) });
});
