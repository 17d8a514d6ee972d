import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chiSquare, cramersV, isCochranMet, upperTail } from '../../src/analysis/inference/chi-square.ts';
import { fisherExact, fisherSimulated } from '../../src/analysis/inference/fisher.ts';
import { holm } from '../../src/analysis/inference/holm.ts';
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
    [430, 474, 0.87768, 0.93012],
    [392, 436, 0.86723, 0.92396],
    [10, 14, 0.4535, 0.88279],
    [67, 76, 0.79, 0.9364],
    [45, 76, 0.4798, 0.6956],
    [30, 76, 0.2925, 0.5071],
  ])('of %i of %i is %f to %f', (count, size, lower, upper) => {
    const interval = wilson(of(count, size));
    expect(interval.lower).toBeCloseTo(lower, 4);
    expect(interval.upper).toBeCloseTo(upper, 4);
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

describe(r ? 'R on this machine' : 'R, which is not on this machine: skipped', () => {
  test.skipIf(!r)('computes the same', () => {
    const commands = [
      'prop.test(67, 76, correct = FALSE)$conf.int',
      'pchisq(200, 10, lower.tail = FALSE)',
      'fisher.test(matrix(c(2, 10, 15, 3), 2))$p.value',
      'chisq.test(matrix(c(762, 484, 327, 239, 468, 477), 2), correct = FALSE)$p.value',
      'p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm")',
    ];
    const program = commands.map(
      (command) => `cat(format(${command}, digits = 15), sep = "\\n"); cat("\\n")`,
    );
    const { stdout } = spawnSync('Rscript', ['-e', program.join('; ')], { encoding: 'utf8' });
    const { lower, upper } = wilson(of(67, 76));
    const ours = [lower, upper, upperTail(200, 10), fisherExact(twins), chiSquare(large).p];
    const theirs = stdout.trim().split(/\s+/u).map(Number);
    for (const [nth, value] of [...ours, ...holm([0.01, 0.04, 0.03, 0.005])].entries())
      expect((theirs[nth] ?? Number.NaN) / value).toBeCloseTo(1, 9);
  });
});
