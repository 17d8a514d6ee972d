import { labelsIn } from './first-rows.ts';
import type { Rows } from './layout.ts';

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
