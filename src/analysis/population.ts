import type { OptionFigure } from './analysis.ts';
import { sumOf } from '../intake/sum.ts';

/**
 * An option beside the population: what share of the respondents that can be compared gave it, and what share
 * of the population would.
 */
export interface PopulationShare {
  /** Of the population, out of 100, as the definition has it. */
  readonly percent: number;
  /** How many respondents gave an option for which the population is known: they are compared. */
  readonly base: number;
  /** Of those compared, out of 100; null where there are none. */
  readonly compared: number | null;
  /** Percentage points, exact: `compared` minus `percent`. */
  readonly points: number | null;
}

/**
 * Sets options beside what is known of the population. Answers of which nothing is known there, such as "Prefer not to
 * say", are in nobody's base: the others would look too few beside the population.
 */
export function besidePopulation(
  options: readonly OptionFigure<number>[],
  population: ReadonlyMap<string, number>,
): OptionFigure<number>[] {
  const base = sumOf(options, ({ label, figure }) => (population.has(label) ? figure.count : 0));
  return options.map((option): OptionFigure<number> => {
    const percent = population.get(option.label);
    if (percent === undefined) return option;
    const compared = base === 0 ? null : (100 * option.figure.count) / base;
    const points = compared === null ? null : compared - percent;
    return { ...option, population: { percent, base, compared, points } };
  });
}
