import { expect, test } from 'vitest';
import { dayOf } from '../../src/intake/columns/day.ts';

test.each([
  ['2023-07-24T08:15:26', '2023-07-24'],
  ['2023-07-24 08:15', '2023-07-24'],
  ['2024-12-31T23:59:59.000Z', '2024-12-31'],
])('of %s only the day is kept', (cell, day) => {
  expect(dayOf(cell)).toBe(day);
});

test.each([
  '2023-07-24',
  '24/07/2023 08:15',
  '2023-02-30T08:15:26',
  '2023-04-31T08:15:26',
  '2023-13-01T08:15:26',
  '2024-02-29T08:15:26',
  ' 2023-07-24T08:15:26',
  'yesterday',
  '',
])('%s is kept whole', (cell) => {
  expect(dayOf(cell)).toBe(cell);
});

test('every day that is kept without its time is a day of the calendar', () => {
  for (let at = Date.UTC(2023, 0, 1); at < Date.UTC(2025, 0, 1); at += 86_400_000) {
    const day = new Date(at).toISOString().slice(0, 10);
    expect(dayOf(`${day}T12:00`)).toBe(day === '2024-02-29' ? '2024-02-29T12:00' : day);
  }
});
