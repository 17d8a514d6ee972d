import { expect, test } from 'vitest';
import { placeText } from '../../src/render/issues.ts';

test('a place names the file, and the row, line and column where it has them', () => {
  const place = { file: 'a.csv', message: '' };
  expect(placeText(place)).toBe('a.csv');
  expect(placeText({ ...place, row: 4, line: 5, column: 'Role' })).toBe('a.csv, row 4 (line 5), Role');
});

test('a place that stands for thousands of responses says how many, as counts are shown anywhere', () => {
  expect(placeText({ file: 'a.csv', row: 4, line: 5, responses: 1200, message: '' })).toBe(
    'a.csv, row 4 (line 5), 1,200 responses',
  );
});
