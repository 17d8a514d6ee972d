import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chiSquare, cramersV, isCochranMet, upperTail } from '../../src/analysis/inference/chi-square.ts';
import { fisherExact, fisherSimulated } from '../../src/analysis/inference/fisher.ts';
import { summariseNumbers } from '../../src/analysis/numbers.ts';
import { holm } from '../../src/analysis/inference/group-tests.ts';
import { finiteCorrection, newcombe, wilson } from '../../src/analysis/inference/intervals.ts';

/*
 * Reference values: computed with R 4.2.2, and by those named. Each can be computed again where R is on the machine: the last
 * test does that, or says that it did not.
 */

const of = (count: number, size: number) => ({ share: count / size, size });

describe('an interval of a percentage', () => {
  // The first five are cases of Newcombe 1998; the last three are the published totals of a council’s strategy.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
    [29, 29, 0.883, 1],
    [67, 76, 0.79, 0.9364],
    [45, 76, 0.4798, 0.6956],
    [30, 76, 0.2925, 0.5071],
  ])('of %i of %i is %f to %f', (count, size, lower, upper) => {
    const interval = wilson(of(count, size));
    expect(interval.lower).toBeCloseTo(lower, 4);
    expect(interval.upper).toBeCloseTo(upper, 4);
  });

  // Published with 1.96 for 1.959964: of 10 of 14 that is one in the last digit.
  test.each([
    [430, 474, 0.87768, 0.93012, 5],
    [392, 436, 0.86723, 0.92396, 5],
    [10, 14, 0.4535, 0.88279, 4],
  ])('of %i of %i is %f to %f, as published', (count, size, lower, upper, digits) => {
    const interval = wilson(of(count, size));
    expect(interval.lower).toBeCloseTo(lower, digits);
    expect(interval.upper).toBeCloseTo(upper, digits);
  });

  test('begins at 0 and ends at 1 exactly, where nobody or everybody is counted', () => {
    expect(wilson(of(0, 7)).lower).toBe(0);
    expect(wilson(of(7, 7)).upper).toBe(1);
  });

  test('holds the percentage, and is narrower the more responses there are', () => {
    fc.assert(
      fc.property(
        fc.nat(500),
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 2, max: 50 }),
        (k, n, times) => {
          const share = of(Math.min(k, n), n);
          const [one, many] = [wilson(share), wilson({ ...share, size: n * times })];
          expect(one.lower).toBeLessThanOrEqual(share.share);
          expect(one.upper).toBeGreaterThanOrEqual(share.share);
          expect(one.lower).toBeGreaterThanOrEqual(0);
          expect(one.upper).toBeLessThanOrEqual(1);
          expect(many.upper - many.lower).toBeLessThan(one.upper - one.lower);
        },
      ),
    );
  });

  test('is a point where the whole population answered', () => {
    expect(finiteCorrection(1000, 1000)).toBe(0);
    expect(wilson({ share: 0.4, size: Infinity })).toEqual({ lower: 0.4, upper: 0.4 });
  });

  test('is corrected for a population of 1,000 by 0.9617302', () => {
    expect(finiteCorrection(76, 1000)).toBeCloseTo(0.9617302, 7);
  });
});

describe('an interval of a difference', () => {
  // Newcombe 1998, table II, and the R packages that cite it.
  test.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('of %i of %i and %i of %i is %f to %f more', (k1, n1, k2, n2, lower, upper) => {
    const interval = newcombe(of(k1, n1), of(k2, n2));
    expect(interval.lower).toBeCloseTo(lower, 4);
    expect(interval.upper).toBeCloseTo(upper, 4);
  });
});

// Published with the functions of DolphinDB; Fisher’s own twins; R’s documentation of fisher.test (Agresti: job satisfaction).
const large = [
  [762, 327, 468],
  [484, 239, 477],
];
const tea = [
  [3, 1],
  [1, 3],
];
const twins = [
  [2, 15],
  [10, 3],
];
const job = [
  [1, 2, 1, 0],
  [3, 3, 6, 1],
  [10, 10, 14, 9],
  [6, 7, 12, 11],
];
const ninths = [
  [9, 1],
  [3, 7],
];

describe('a test of the differences between groups', () => {
  test('is chi-square of 30.0701490958 and Cramér’s V of 0.1044358', () => {
    const { statistic, degrees, p } = chiSquare(large);
    expect(statistic).toBeCloseTo(30.0701490958, 10);
    expect(degrees).toBe(2);
    expect(p).toBeCloseTo(2.953589e-7, 13);
    expect(cramersV(large)).toBeCloseTo(0.1044358, 7);
  });

  test.each([
    [3.8414588, 1, 0.05],
    [5.9914645, 2, 0.05],
    [9.487729, 4, 0.05],
    [15.5073131, 8, 0.05],
    [41.8214, 1, 1.00002882774e-10],
    [1000, 1000, 0.494052853829],
    [1300, 1000, 3.88973649949e-10],
    [200, 10, 1.61393e-37],
  ])('a chi-square of %f with %i degrees of freedom has a p of %e', (statistic, degrees, p) => {
    expect(upperTail(statistic, degrees) / p).toBeCloseTo(1, 5);
  });

  test('is made by chi-square where four in five expected counts are 5 or more and none is below 1', () => {
    const twice = (...row: number[]) => [row, row];
    expect(isCochranMet(twice(10, 10, 10, 10, 3))).toBe(true);
    expect(isCochranMet(twice(10, 10, 10, 3, 3))).toBe(false);
    expect(isCochranMet(twice(10, 10, 10, 10, 1))).toBe(true);
    expect(isCochranMet([...twice(10, 10, 10, 10)].map((row, nth) => [...row, nth]))).toBe(false);
  });

  test('is exact where the expected counts are small', () => {
    expect(isCochranMet(large)).toBe(true);
    for (const table of [tea, twins, job, ninths]) expect(isCochranMet(table)).toBe(table === twins);
    expect(fisherExact(tea)).toBeCloseTo(0.4857143, 7);
    expect(fisherExact(twins)).toBeCloseTo(0.0005367241, 10);
    expect(fisherExact(ninths)).toBeCloseTo(0.01976661, 8);
    expect(chiSquare(ninths).statistic).toBeCloseTo(7.5, 10);
    expect(chiSquare(ninths).p).toBeCloseTo(0.006169899, 9);
    expect(chiSquare(job).statistic).toBeCloseTo(5.965515, 6);
  });

  test('is estimated for a larger table, to 0.007, and the same each time', () => {
    expect(Math.abs(fisherSimulated(job) - 0.7826849)).toBeLessThan(0.007);
    expect(fisherSimulated(job)).toBe(fisherSimulated(job));
  });

  test('an estimate comes to the exact value of tables of two rows and columns', () => {
    const count = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(fc.tuple(count, count, count, count), ([a, b, c, d]) => {
        const table = [
          [a, b],
          [c, d],
        ];
        expect(Math.abs(fisherSimulated(table) - fisherExact(table))).toBeLessThan(0.015);
      }),
      { numRuns: 25 },
    );
  });

  test('does not depend on the order of groups and answers', () => {
    const row = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 5 }), (table) => {
        const turned = table.toReversed().map((counts) => counts.toReversed());
        expect(chiSquare(turned).p).toBeCloseTo(chiSquare(table).p, 10);
        expect(cramersV(turned)).toBeCloseTo(cramersV(table), 10);
      }),
    );
  });

  test('is corrected for how many tests there are', () => {
    const corrected = holm([0.01, 0.04, 0.03, 0.005]);
    for (const [nth, p] of [0.03, 0.06, 0.06, 0.02].entries()) expect(corrected[nth]).toBeCloseTo(p, 12);
    expect(holm([0.6, 0.7])).toEqual([1, 1]);
    expect(holm([])).toEqual([]);
  });
});

const r = spawnSync('Rscript', ['--version']).status === 0;

const { lower: wilsonLower, upper: wilsonUpper } = wilson(of(67, 76));
const corrected = wilson({ share: 67 / 76, size: 76 / finiteCorrection(76, 400) ** 2 });
const difference = newcombe(of(56, 70), of(48, 80));
const numbers = summariseNumbers([12, 1, 7, 3], [2, 1, 4, 1]);
const weighed = summariseNumbers([12, 1, 7, 3], [1, 1, 1, 1], 0, [0.5, 2.5, 1, 1.5]);

/** Every statistic, as R has it and as we do. */
const statistics: readonly (readonly [command: string, ours: readonly number[]])[] = [
  ['prop.test(67, 76, correct = FALSE)$conf.int', [wilsonLower, wilsonUpper]],
  // Its bounds are where a share is 1.96 standard errors from the one found: with the correction, the roots of another square.
  [
    '{ p <- 67 / 76; v <- qnorm(0.975)^2 * (400 - 76) / (400 - 1) / 76; sort(Re(polyroot(c(p^2, -(2 * p + v), 1 + v)))) }',
    [corrected.lower, corrected.upper],
  ],
  [
    '{ a <- prop.test(56, 70, correct = FALSE)$conf.int; b <- prop.test(48, 80, correct = FALSE)$conf.int; p <- 56 / 70; q <- 48 / 80; c(p - q - sqrt((p - a[1])^2 + (b[2] - q)^2), p - q + sqrt((a[2] - p)^2 + (q - b[1])^2)) }',
    [difference.lower, difference.upper],
  ],
  ['sqrt((1000 - 76) / (1000 - 1))', [finiteCorrection(76, 1000)]],
  [
    '{ x <- chisq.test(matrix(c(762, 484, 327, 239, 468, 477), 2), correct = FALSE); c(x$statistic, x$parameter) }',
    [chiSquare(large).statistic, chiSquare(large).degrees],
  ],
  ['pchisq(200, 10, lower.tail = FALSE)', [upperTail(200, 10)]],
  ['fisher.test(matrix(c(2, 10, 15, 3), 2))$p.value', [fisherExact(twins)]],
  ['chisq.test(matrix(c(762, 484, 327, 239, 468, 477), 2), correct = FALSE)$p.value', [chiSquare(large).p]],
  [
    '{ m <- matrix(c(762, 484, 327, 239, 468, 477), 2); sqrt(chisq.test(m, correct = FALSE)$statistic / sum(m)) }',
    [cramersV(large)],
  ],
  ['p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm")', holm([0.01, 0.04, 0.03, 0.005])],
  [
    'c(mean(c(12, 12, 1, 7, 7, 7, 7, 3)), quantile(c(12, 12, 1, 7, 7, 7, 7, 3), c(0.25, 0.5, 0.75)))',
    [numbers.mean, numbers.lowerQuartile, numbers.median, numbers.upperQuartile].map(Number),
  ],
  ['weighted.mean(c(12, 1, 7, 3), c(0.5, 2.5, 1, 1.5))', [Number(weighed.mean)]],
  ['c(1, 3, 7, 12)[which(cumsum(c(2.5, 1.5, 1, 0.5)) / 5.5 >= 0.5)[1]]', [Number(weighed.median)]],
];

describe(r ? 'R on this machine' : 'R, which is not on this machine: skipped', () => {
  const compute = (command: string) =>
    spawnSync('Rscript', ['-e', `cat(format(as.numeric(${command}), digits = 15), sep = "\\n")`], {
      encoding: 'utf8',
    })
      .stdout.trim()
      .split(/\s+/u)
      .map(Number);

  test.skipIf(!r).each(statistics)('computes the same: %s', (command, ours) => {
    const theirs = compute(command);
    expect(theirs).toHaveLength(ours.length);
    for (const [nth, value] of ours.entries()) expect((theirs[nth] ?? Number.NaN) / value).toBeCloseTo(1, 9);
  });

  test.skipIf(!r)('computes what is estimated here', () => {
    const job4 = 'matrix(c(1, 3, 10, 6, 2, 3, 10, 7, 1, 6, 14, 12, 0, 1, 9, 11), 4)';
    expect(Math.abs(fisherSimulated(job) - (compute(`fisher.test(${job4})$p.value`)[0] ?? 0))).toBeLessThan(
      0.007,
    );
  });
});
