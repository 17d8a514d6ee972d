import { weightedMean } from 'simple-statistics';
import type { NumberSummary } from './analysis.ts';
import type { Count, Withheld } from './figures.ts';
import { sumOf } from '../intake/sum.ts';

/**
 * Mean and quartiles of numbers that each occur `counts` times. Quartiles interpolate between the two nearest
 * numbers (Hyndman and Fan's type 7: what Excel's QUARTILE.INC and R do), found without writing the numbers
 * out one by one. Of fewer than `minimumBase` numbers no statistic is given.
 *
 * With `weights`, one sum a value, mean and quartiles are weighted: a quartile is then the lowest number up
 * to which so much of the weight lies.
 */
export function summariseNumbers(
  values: readonly number[],
  counts: ArrayLike<number>,
  minimumBase = 0,
  weights?: ArrayLike<number>,
): NumberSummary<number> {
  const given = values
    .map((value, index) => ({ value, count: counts[index] ?? 0, weight: weights?.[index] ?? 0 }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => a.value - b.value);
  const n = sumOf(given, ({ count }) => count);
  const whole = sumOf(given, ({ weight }) => weight);
  if (n === 0 || n < minimumBase || (weights && whole <= 0)) {
    return withoutStatistics(n, n > 0 && n < minimumBase ? 'small-base' : 'empty-base');
  }
  const ranked = (rank: number) => {
    let below = 0;
    for (const { value, count } of given) {
      below += count;
      if (rank < below) return value;
    }
    return given.at(-1)?.value ?? NaN;
  };
  const weightedQuantile = (share: number) => {
    let below = 0;
    const reached = given.find(({ weight }) => (below += weight) >= share * whole * (1 - Number.EPSILON * 8));
    return (reached ?? given.at(-1))?.value ?? NaN;
  };
  const quantile = (share: number) => {
    if (weights && share > 0 && share < 1) return weightedQuantile(share);
    const position = (n - 1) * share;
    const [low, high] = [ranked(Math.floor(position)), ranked(Math.ceil(position))];
    return low + (high - low) * (position - Math.floor(position));
  };
  return {
    n,
    mean: weightedMean(
      given.map(({ value }) => value),
      given.map(({ count, weight }) => (weights ? weight : count)),
    ),
    minimum: quantile(0),
    lowerQuartile: quantile(0.25),
    median: quantile(0.5),
    upperQuartile: quantile(0.75),
    maximum: quantile(1),
  };
}

/** A summary without a single statistic, for the reason in `withheld`. */
export function withoutStatistics<N extends Count>(
  n: N,
  withheld: Exclude<Withheld, 'outside-base'>,
): NumberSummary<N> {
  return {
    n,
    withheld,
    mean: null,
    minimum: null,
    lowerQuartile: null,
    median: null,
    upperQuartile: null,
    maximum: null,
  };
}

/**
 * Why a statistic is not given. The smallest and the largest number may be hidden where the others are not:
 * each is one person's.
 */
export function whyNoStatistic(summary: Pick<NumberSummary, 'n' | 'withheld'> | undefined): Withheld {
  return summary?.withheld ?? (summary === undefined || summary.n === 0 ? 'empty-base' : 'disclosive');
}
