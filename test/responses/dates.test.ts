import { expect, test } from 'vitest';
import { readDates } from '../../src/responses/respondents/dates.ts';

/** Each value as its ISO date, or why it has none. */
function daysOf(...values: string[]): string[] {
  return readDates(values).dates.map((date) => (typeof date === 'object' ? date.day : date));
}

const orderOf = (...values: string[]) => readDates(values).order;

test('a date with its year in full and first is read whatever follows it', () => {
  expect(daysOf('2024-03-04', ' 2024-3-4T23:59:59Z', '2024-03-04 10:00:00+01:00', '')).toEqual([
    '2024-03-04',
    '2024-03-04',
    '2024-03-04',
    'blank',
  ]);
  expect(daysOf('2024/03/05', '2024/3/5 9:00', '2024.03.05', '20240305', '20240305T101500Z')).toEqual(
    Array.from({ length: 5 }, () => '2024-03-05'),
  );
  expect(orderOf('2024-03-04', '2024/03/05')).toBe(null);
});

test('a date that names its month is read', () => {
  const values = [
    '5 March 2024',
    '5 Mar 2024 10:15',
    '05-Mar-2024',
    '5th of March, 2024',
    'March 5, 2024',
    'Mar 5 2024 at 10:15',
    'Tue, 05 Mar 2024 10:15:00 GMT',
    'Tuesday 5 March 2024',
    'Tuesday, March 5, 2024 10:15 AM',
  ];
  expect(daysOf(...values)).toEqual(values.map(() => '2024-03-05'));
  expect(daysOf('1 Sept 2024', '31 April 2024', '5 Mars 2024', '5 Ma 2024', '5 March 24')).toEqual([
    '2024-09-01',
    ...Array.from({ length: 4 }, () => 'unreadable'),
  ]);
});

test('one day above 12 proves the order of the whole column', () => {
  expect(daysOf('03/04/2024 09:30', '13/04/2024')).toEqual(['2024-04-03', '2024-04-13']);
  expect(orderOf('03/04/2024 09:30', '13/04/2024')).toBe('day-first');
  expect(daysOf('03/04/2024', '04/13/2024 9:30 PM')).toEqual(['2024-03-04', '2024-04-13']);
  expect(daysOf('13.04.2024', '1-2-2024', '2024-05-06')).toEqual(['2024-04-13', '2024-02-01', '2024-05-06']);
});

test('without proof no date of either order is read, but those that need none still are', () => {
  expect(daysOf('03/04/2024', '05/06/2024', '2024-07-08', '9 July 2024', ' ')).toEqual([
    'unclear',
    'unclear',
    '2024-07-08',
    '2024-07-09',
    'blank',
  ]);
  expect(orderOf('03/04/2024', '05/06/2024')).toBe('ambiguous');
});

test('a column that proves both orders is contradictory', () => {
  expect(orderOf('13/04/2024', '04/13/2024')).toBe('contradictory');
  expect(daysOf('13/04/2024', '04/13/2024')).toEqual(['unclear', 'unclear']);
});

test('an impossible date proves nothing and does not keep the others from being read', () => {
  expect(daysOf('13/13/2024', '15/03/2024', '01/04/2024')).toEqual([
    'unreadable',
    '2024-03-15',
    '2024-04-01',
  ]);
  expect(daysOf('99/99/2024', '2024-02-30', '03/31/2024')).toEqual([
    'unreadable',
    'unreadable',
    '2024-03-31',
  ]);
  expect(daysOf('31/02/2024', '01/04/2024')).toEqual(['unreadable', 'unclear']);
  expect(daysOf('29/02/2023', '29/02/2024', '00/01/2024')).toEqual([
    'unreadable',
    '2024-02-29',
    'unreadable',
  ]);
  expect(daysOf('2024-02-30', '2024-13-01', '2024-00-10', '0000-00-00', '20241301')).toEqual(
    Array.from({ length: 5 }, () => 'unreadable'),
  );
});

test('a year of two digits that could come first proves no order', () => {
  expect(daysOf('24/03/15', '24/04/01')).toEqual(['unclear', 'unclear']);
  expect(orderOf('24/07/23', '1/8/23 10:00')).toBe('ambiguous');
  expect(daysOf('30/02/24', '15/03/24')).toEqual(['unclear', 'unclear']);
});

test('a year of two digits is of this century where another date settles the order', () => {
  expect(daysOf('24/07/23', '1/8/2023 10:00')).toEqual(['2023-07-24', '2023-08-01']);
  expect(daysOf('03/31/24', '04/01/24')).toEqual(['2024-03-31', '2024-04-01']);
  expect(daysOf('15/03/40', '16/03/24', '30/02/24')).toEqual(['2040-03-15', '2024-03-16', 'unreadable']);
  expect(daysOf('40/03/15', '24/03/16')).toEqual(['2040-03-15', '2024-03-16']);
});

test('what is not a date of these patterns cannot be read', () => {
  const values = ['yesterday', '1711929600', '45383', '13/04/123', '1/2', '13/04/20245', '10:00 2024-03-10'];
  expect(daysOf(...values)).toEqual(values.map(() => 'unreadable'));
});
