import { expect, test } from 'vitest';
import { analyseColumn } from '../support/survey.ts';

const numbersIn = async (...cells: string[]) => analyseColumn('kind: number', cells);

test('commas that group thousands, signs, decimals and spaces around are read', async () => {
  const item = await numbersIn('1,200', ' 12 ', '-4', '−4', '+3', '2.50', '.5', '1,234,567.8');
  expect(item.numbers).toMatchObject({ n: 8, minimum: -4, median: 2.75, maximum: 1234567.8 });
});

test('more different numbers than a function takes arguments are read', async () => {
  const cells = Array.from({ length: 130_000 }, (_, nth) => `${nth + 1}`);
  const item = await analyseColumn('kind: number', cells);
  expect(item.numbers).toMatchObject({ n: 130_000, minimum: 1, median: 65_000.5, maximum: 130_000 });
});

test('what would have to be guessed at is no number', async () => {
  const cells = [
    '3,5',
    '1,20',
    '12,3456',
    '1.200.300',
    '5 years',
    '12%',
    '£5',
    '1e3',
    '0x10',
    'Infinity',
    '--4',
    '.',
  ];
  const item = await numbersIn(...cells, '9'.repeat(400), '7');
  expect(item.states).toEqual({ option: 1, outside: 0, blank: 0, notAsked: 0, invalid: cells.length + 1 });
  expect(item.numbers).toMatchObject({ n: 1, mean: 7 });
});

test('two spellings of one number are one number', async () => {
  const item = await numbersIn('1000', '1,000', '1000.0', '+1000', '-0', '0');
  expect(item.numbers).toMatchObject({ n: 6, mean: 4000 / 6, minimum: 0 });
});

test('where nobody gave a number every statistic is missing', async () => {
  const { numbers } = await numbersIn('', 'many');
  expect(numbers).toEqual({
    n: 0,
    withheld: 'empty-base',
    mean: null,
    minimum: null,
    lowerQuartile: null,
    median: null,
    upperQuartile: null,
    maximum: null,
  });
});
