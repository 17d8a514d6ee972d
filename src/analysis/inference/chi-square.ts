import { gammaln } from 'simple-statistics';
import { sumOf } from '../../intake/sum.ts';

/** Counts by group (rows) and answer (columns). Every row and every column has some. */
export type Counts = readonly (readonly number[])[];

/** What a table of counts would hold on average if the answers had nothing to do with the groups. */
function expectedCounts(counts: Counts): number[][] {
  const { rows, columns, all } = marginsOf(counts);
  return rows.map((row) => columns.map((column) => (row * column) / all));
}

/** The sums of the rows and columns of a table. */
export function marginsOf(counts: Counts) {
  const rows = counts.map((row) => sumOf(row));
  const columns = (counts[0] ?? []).map((_, column) => sumOf(counts, (row) => row[column] ?? 0));
  return { rows, columns, all: sumOf(rows) };
}

/**
 * Whether chi-square may be used: four in five of the expected counts are 5 or more, and none is below 1
 * (Cochran, Biometrics 1954).
 */
export function isCochranMet(counts: Counts): boolean {
  const expected = expectedCounts(counts).flat();
  const enough = expected.filter((count) => count >= 5).length;
  return 5 * enough >= 4 * expected.length && expected.every((count) => count >= 1);
}

/** Pearson's chi-square of independence, without correction for continuity. */
export function chiSquare(counts: Counts): { statistic: number; degrees: number; p: number } {
  const expected = expectedCounts(counts);
  let statistic = 0;
  for (const [row, cells] of counts.entries()) {
    for (const [column, count] of cells.entries()) {
      const mean = expected[row]?.[column] ?? 0;
      statistic += (count - mean) ** 2 / mean;
    }
  }
  const degrees = (counts.length - 1) * ((counts[0]?.length ?? 0) - 1);
  return { statistic, degrees, p: upperTail(statistic, degrees) };
}

/** How strongly answers go with groups, 0 to 1: √(X² / (n · min(rows − 1, columns − 1))) (Cramér, 1946). */
export function cramersV(counts: Counts): number {
  const { rows, columns, all } = marginsOf(counts);
  const smaller = Math.min(rows.length, columns.length) - 1;
  return Math.sqrt(Math.min(1, chiSquare(counts).statistic / (all * smaller)));
}

/**
 * How likely a chi-square of so many degrees of freedom is to be at least `statistic`: the incomplete gamma
 * function Q(d/2, x/2), by its series below a + 1 and by its continued fraction above (Abramowitz and Stegun
 * 6.5.29 and 6.5.31, the fraction evaluated by Lentz's method). Twelve digits, far into the tail;
 * simple-statistics has only a table.
 */
export function upperTail(statistic: number, degrees: number): number {
  const [a, x] = [degrees / 2, statistic / 2];
  if (x <= 0) return 1;
  const front = Math.exp(a * Math.log(x) - x - gammaln(a));
  if (x < a + 1) return 1 - front * lowerSeries(a, x);
  return front * upperFraction(a, x);
}

const enough = 1e-16;

function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; term > sum * enough; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

function upperFraction(a: number, x: number): number {
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < 10_000; n++) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / nonZero(numerator * d + b, tiny);
    c = nonZero(b + numerator / c, tiny);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < enough) break;
  }
  return fraction;
}

function nonZero(number: number, tiny: number): number {
  return Math.abs(number) < tiny ? tiny : number;
}
