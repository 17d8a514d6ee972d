import type { Figure, Withheld } from '../analysis/figures.ts';
import type { Interval } from '../analysis/inference/intervals.ts';
import { roundPercent, roundPoints, roundWeighted } from '../analysis/rounding.ts';

/** The marks for what is not given. */
const marks: Readonly<Record<Withheld, string>> = {
  'empty-base': 'n/a',
  'small-base': '[u]',
  'outside-base': 'n/a',
  disclosive: '[c]',
};

/**
 * A percentage as a reader sees it: rounded once, half up; "<1%" for more than none that would round to 0, ">99%" for
 * fewer than all that would round to 100; "n/a" of an empty base, "[u]" where the base is too small to give one,
 * "[c]" where it is hidden.
 */
export function showPercent(figure: Figure, decimals: number): string {
  const { count, base, withheld, weighted, percent } = figure;
  if (withheld || count === null || base === null) return showWithheld(withheld ?? 'disclosive');
  const unit = 10 ** decimals;
  const isWeighted = weighted !== undefined && percent !== null;
  const units = isWeighted ? roundWeighted(percent, decimals) : roundPercent(count, base, decimals);
  const [some, all] = isWeighted ? [percent > 0, percent >= 100] : [count > 0, count >= base];
  if (some && units === 0) return `<${(1 / unit).toFixed(decimals)}%`;
  if (!all && units >= 100 * unit) return `>${(100 - 1 / unit).toFixed(decimals)}%`;
  return `${(units / unit).toFixed(decimals)}%`;
}

/**
 * What stands in place of a figure that is not given: "n/a", "[u]" where the base is too small, "[c]" where
 * it is hidden.
 */
export function showWithheld(withheld: Withheld): string {
  return marks[withheld];
}

/** A statistic as `showValue` has it, or what stands in place of one that is not given. */
export function showStatistic({ value, withheld }: { value: number | null; withheld?: Withheld }): string {
  return value === null ? showWithheld(withheld ?? 'empty-base') : showValue(value);
}

/** A difference in percentage points, with its sign: +12, -3, 0. */
export function showPoints(points: number, decimals: number): string {
  const units = roundPoints(points, decimals);
  const text = (Math.abs(units) / 10 ** decimals).toFixed(decimals);
  if (units === 0) return text;
  return `${units < 0 ? '-' : '+'}${text}`;
}

/** An interval of percentages, each bound rounded as weighted percentages are: 79% to 94%. */
export function showInterval({ lower, upper }: Interval, decimals: number): string {
  const [from, to] = [lower, upper].map((bound) =>
    (roundWeighted(bound, decimals) / 10 ** decimals).toFixed(decimals),
  );
  return `${from}% to ${to}%`;
}

/** An interval of differences in percentage points: -2 to +20. */
export function showPointsInterval({ lower, upper }: Interval, decimals: number): string {
  return `${showPoints(lower, decimals)} to ${showPoints(upper, decimals)}`;
}

/** How likely something is, to three decimals: = 0.034, < 0.001. */
export function showProbability(probability: number): string {
  if (probability < 0.001) return '< 0.001';
  return `= ${probability.toFixed(3)}`;
}

/** How far two percentages are apart: 9 percentage points, 1 percentage point, less than 1 percentage point. */
export function showApart(points: number, decimals: number): string {
  const units = Math.abs(roundPoints(points, decimals));
  const text = (Math.max(units, 1) / 10 ** decimals).toFixed(decimals);
  if (points === 0) return '0 percentage points';
  const unit = Number(text) === 1 ? 'percentage point' : 'percentage points';
  return `${units === 0 ? 'less than ' : ''}${text} ${unit}`;
}

/** A count with commas in thousands: 15,628. One that is hidden is "[c]". */
export function showCount(count: number | null): string {
  if (count === null) return showWithheld('disclosive');
  return String(count).replace(/\B(?=(?:\d{3})+$)/gu, ',');
}

/**
 * A statistic with at most two decimals and no trailing zeros: 1.5, 2, 1,204.25; without a comma where it may
 * be a year: 1984.
 */
export function showValue(value: number): string {
  const cents = Math.round(Math.abs(value) * 100);
  const [whole = '0', decimals = ''] = (cents / 100).toFixed(2).split('.');
  const fraction = decimals.replace(/0+$/u, '');
  const shown = value >= 1900 && value < 2100 ? whole : showCount(Number(whole));
  return `${value < 0 && cents > 0 ? '-' : ''}${shown}${fraction === '' ? '' : `.${fraction}`}`;
}

/** A difference between two counts or statistics, with its sign: +1,200, -1.5, 0. */
export function showChange(change: number): string {
  const text = showValue(change);
  return change > 0 && text !== '0' ? `+${text}` : text;
}
