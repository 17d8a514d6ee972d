import { expect, test } from 'vitest';
import { figure } from '../../src/analysis/figures.ts';
import { showApart, showCount, showPercent, showPoints, showValue } from '../../src/render/numbers.ts';

const percent = (count: number, base: number, decimals = 0) =>
  showPercent(figure('f', count, { rule: 'answered', count: base }), decimals);

test('a percentage is rounded half up', () => {
  expect(percent(67, 76)).toBe('88%');
  expect(percent(57, 200)).toBe('29%');
  expect(percent(57, 200, 1)).toBe('28.5%');
  expect(percent(1, 3, 2)).toBe('33.33%');
  expect(percent(1, 4, 2)).toBe('25.00%');
});

test('none is 0% and all is 100%, and nothing else is', () => {
  expect([percent(0, 7), percent(7, 7)]).toEqual(['0%', '100%']);
  expect([percent(0, 7, 1), percent(7, 7, 2)]).toEqual(['0.0%', '100.00%']);
  for (const decimals of [0, 1, 2]) {
    const zero = (0).toFixed(decimals);
    const hundred = (100).toFixed(decimals);
    for (const base of [1, 2, 7, 199, 200, 201, 1999, 2000, 2001, 19_999, 20_001, 1_000_000]) {
      for (const count of [1, 2, base - 2, base - 1]) {
        if (count <= 0 || count >= base) continue;
        expect(percent(count, base, decimals)).not.toBe(`${zero}%`);
        expect(percent(count, base, decimals)).not.toBe(`${hundred}%`);
      }
    }
  }
});

test('some that would round to none are less than one unit, and nearly all more than one short of all', () => {
  expect([percent(1, 200), percent(1, 201), percent(1, 15_628)]).toEqual(['1%', '<1%', '<1%']);
  expect([percent(198, 200), percent(199, 200), percent(200, 201)]).toEqual(['99%', '>99%', '>99%']);
  expect([percent(1, 2001, 1), percent(2000, 2001, 1)]).toEqual(['<0.1%', '>99.9%']);
  expect([percent(1, 20_001, 2), percent(20_000, 20_001, 2)]).toEqual(['<0.01%', '>99.99%']);
});

test('a percentage that is withheld is a mark', () => {
  expect(percent(0, 0)).toBe('n/a');
  const small = figure('f', 3, { rule: 'answered', count: 9 }, { minimumBase: 10 });
  expect([small.percent, showPercent(small, 0)]).toEqual([null, '[u]']);
  expect(showPercent(figure('f', 3, { rule: 'answered', count: 10 }, { minimumBase: 10 }), 0)).toBe('30%');
  const outside = figure('f', 3, { rule: 'gave-view', count: 20 }, { side: 'outside' });
  expect([outside.percent, showPercent(outside, 0)]).toEqual([null, 'n/a']);
});

test('a difference has a sign and is rounded once, halves away from nought', () => {
  expect([12.4, 12.5, -12.5, 0.4, -0.4, 0].map((points) => showPoints(points, 0))).toEqual([
    '+12',
    '+13',
    '-13',
    '0',
    '0',
    '0',
  ]);
  // 57.5% less 55%, which as floating point numbers is a little less than two and a half.
  expect(showPoints((100 * 23) / 40 - 55.00000000000001, 0)).toBe('+3');
  expect(showPoints(-0.26, 1)).toBe('-0.3');
});

test('how far two percentages are apart is said in words', () => {
  expect([9.4, -9.5, 1, 0.2, 0].map((points) => showApart(points, 0))).toEqual([
    '9 percentage points',
    '10 percentage points',
    '1 percentage point',
    'less than 1 percentage point',
    '0 percentage points',
  ]);
  expect(showApart(1.25, 1)).toBe('1.3 percentage points');
});

test('counts have commas in thousands', () => {
  const counts = [0, 999, 1000, 15_628, 100_000, 1_234_567, 4_294_967_295_000];
  expect(counts.map(showCount)).toEqual([
    '0',
    '999',
    '1,000',
    '15,628',
    '100,000',
    '1,234,567',
    '4,294,967,295,000',
  ]);
});

test('a statistic has at most two decimals, no zeros after them and no negative zero', () => {
  const values = [1.5, 2, 1204.25, 0.1 + 0.2, 2 / 3, 0.004, -0.004, -4, -1204.5, 0.125, 99.999, -0];
  expect(values.map(showValue)).toEqual([
    '1.5',
    '2',
    '1,204.25',
    '0.3',
    '0.67',
    '0',
    '0',
    '-4',
    '-1,204.5',
    '0.13',
    '100',
    '0',
  ]);
});

test('what may be a year has no comma', () => {
  expect([1899, 1900, 1984.5, 2099, 2100].map(showValue)).toEqual([
    '1,899',
    '1900',
    '1984.5',
    '2099',
    '2,100',
  ]);
});
