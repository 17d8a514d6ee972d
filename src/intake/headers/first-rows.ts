import { isBlank, tidy } from '../blank.ts';
import { once } from '../once.ts';
import type { Rows } from './layout.ts';

/** No option is as long, and hardly a header: of a longer cell the ends tell what it is. */
const LONGEST = 10_000;

/** A cell as it is compared with others: as a label, '' where nothing can be seen. No heading is made of what may be cut. */
export function labelIn(cell: string): string {
  if (isBlank(cell)) return '';
  return tidy(cell.length > LONGEST ? cell.slice(0, LONGEST / 2) + cell.slice(-LONGEST / 2) : cell);
}

/** The cells of a row so: whoever looks at the first rows looks at these, which are made once. */
export const labelsIn = once((row: readonly string[]): readonly string[] => row.map(labelIn));

/** The labels of a column in these rows, where it holds something. */
export function answersIn(rows: Rows, column: number): string[] {
  return rows.map((row) => labelsIn(row)[column] ?? '').filter((label) => label !== '');
}

/** Whether these answers are one label and nothing else, as those who tick an option say its name. */
export function areTicks(answers: readonly string[], label: string): boolean {
  return answers.length > 0 && answers.every((answer) => answer === label);
}

/** How many columns these rows have. */
export function widthOf(rows: Rows): number {
  return Math.max(0, ...rows.map((row) => row.length));
}

/** What stands in which of the first rows, by its name; a row that is not there has none. */
export type Places = readonly (number | undefined)[];

/**
 * The first rows in the order of `places`, and then the rest: the header rows of an export in the order in which its platform
 * writes them. Nothing where these are not the very first rows, or stand in that order already.
 */
export function reordered(rows: Rows, places: Places): Rows | undefined {
  const known = places.filter((place) => place !== undefined);
  const isFirst = known.toSorted((a, b) => a - b).every((place, index) => place === index);
  if (!isFirst || known.every((place, index) => place === index)) return undefined;
  return [...known.map((place) => rows[place] ?? []), ...rows.slice(known.length)];
}

/** The first of so many rows of which this is true. */
export function placeOf(
  rows: Rows,
  most: number,
  isIt: (row: readonly string[]) => boolean,
): number | undefined {
  const place = rows.slice(0, most).findIndex(isIt);
  return place === -1 ? undefined : place;
}

/** Whether no row below says again what this one says in a column: a header does not, an answer does sooner or later. */
export function isSaidOnce(row: readonly string[], below: Rows): boolean {
  return labelsIn(row).every(
    (label, column) => label === '' || !below.some((other) => labelsIn(other)[column] === label),
  );
}
