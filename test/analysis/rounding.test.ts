import { expect, test } from 'vitest';
import { roundPercent } from '../../src/analysis/rounding.ts';

/** Rounds half up by long division: the whole units, and one more where the rest is half a unit or more. */
function byLongDivision(count: bigint, base: bigint, unitsInAll: bigint): bigint {
  const whole = (count * unitsInAll) / base;
  const rest = count * unitsInAll - whole * base;
  return rest + rest >= base ? whole + 1n : whole;
}

test.each([0, 1, 2])(
  'every count out of every base up to 1,000 is rounded half up, to %i decimals',
  (decimals) => {
    const unitsInAll = 100n * 10n ** BigInt(decimals);
    const wrong: string[] = [];
    for (let base = 1; base <= 1000; base++) {
      for (let count = 0; count <= base; count++) {
        const units = roundPercent(count, base, decimals);
        if (units !== Number(byLongDivision(BigInt(count), BigInt(base), unitsInAll))) {
          wrong.push(`${count}/${base} as ${units}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  },
);

test('exact halves go up', () => {
  // BSA table conventions: "0.5% = 1%; 36.5% = 37%".
  expect(roundPercent(1, 200, 0)).toBe(1);
  expect(roundPercent(73, 200, 0)).toBe(37);
  // Where 100 * 57 / 200 is rounded in binary floating point or to even, 28.
  expect(roundPercent(57, 200, 0)).toBe(29);
  expect(roundPercent(1, 2000, 1)).toBe(1);
  expect(roundPercent(1005, 100_000, 2)).toBe(101);
});

test('bases of millions are rounded as exactly', () => {
  const wrong: number[] = [];
  for (let base = 9_999_001; base <= 9_999_100; base++) {
    for (let count = 0; count <= base; count += 99_991) {
      const exact = Number(byLongDivision(BigInt(count), BigInt(base), 10_000n));
      if (roundPercent(count, base, 2) !== exact) wrong.push(count / base);
    }
  }
  expect(wrong).toEqual([]);
});

test('published figures are reproduced', () => {
  const rounded = (base: number, ...counts: number[]) => counts.map((count) => roundPercent(count, base, 0));
  // gov.scot: the parts of these 1,324 are printed as 1, 1, 2 and 5.
  expect(rounded(15_628, 1324)).toEqual([8]);
  // Uniform: nets from counts, 716 + 592 and 195 + 185.
  const uniform = [716, 592, 967, 195, 185, 96];
  const base = uniform.reduce((sum, count) => sum + count, 0);
  expect(rounded(base, ...uniform)).toEqual([26, 22, 35, 7, 7, 3]);
  expect(rounded(base, 716 + 592, 195 + 185)).toEqual([48, 14]);
  // The refreshed SEND strategy.
  expect(rounded(76, 67, 45, 30)).toEqual([88, 59, 39]);
});
