import { expect, test } from 'vitest';
import { readDates } from '../../src/responses/dates.ts';

test('ISO dates are read whatever follows them', () => {
  expect(readDates(['2024-03-04', ' 2024-3-4T23:59:59Z', '2024-03-04 10:00:00+01:00', ''])).toEqual({
    order: 'iso',
    dates: ['2024-03-04', '2024-03-04', '2024-03-04', undefined],
  });
});

test('one day above 12 proves the order of the whole column', () => {
  expect(readDates(['03/04/2024 09:30', '13/04/2024'])).toEqual({
    order: 'day-first',
    dates: ['2024-04-03', '2024-04-13'],
  });
  expect(readDates(['03/04/2024', '04/13/2024 9:30 PM'])).toEqual({
    order: 'month-first',
    dates: ['2024-03-04', '2024-04-13'],
  });
  expect(readDates(['13.04.2024', '1-2-2024', '2024-05-06'])).toEqual({
    order: 'day-first',
    dates: ['2024-04-13', '2024-02-01', '2024-05-06'],
  });
});

test('without proof no date of either order is read, but ISO dates still are', () => {
  expect(readDates(['03/04/2024', '05/06/2024', '2024-07-08', ' '])).toEqual({
    order: 'ambiguous',
    dates: [null, null, '2024-07-08', undefined],
  });
});

test('a column that proves both orders is contradictory', () => {
  expect(readDates(['13/04/2024', '04/13/2024'])).toEqual({ order: 'contradictory', dates: [null, null] });
});

test('days that no calendar has are not dates', () => {
  expect(readDates(['31/02/2024', '29/02/2024', '29/02/2023', '00/01/2024', '31/13/2024']).dates).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
  expect(readDates(['31/02/2024', '29/02/2024', '29/02/2023', '00/01/2024'])).toEqual({
    order: 'day-first',
    dates: [null, '2024-02-29', null, null],
  });
  expect(readDates(['2024-02-30', '2024-13-01', '2024-00-10', '0000-00-00']).dates).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

test('a year of two digits is of this century', () => {
  expect(readDates(['24/07/23', '1/8/23 10:00'])).toEqual({
    order: 'day-first',
    dates: ['2023-07-24', '2023-08-01'],
  });
});

test('what is not a date of these patterns is not read', () => {
  const values = ['4 March 2024', 'yesterday', '20240304', '13/04/123', '1/2', '13/04/20245'];
  expect(readDates(values).dates).toEqual(values.map(() => null));
});
