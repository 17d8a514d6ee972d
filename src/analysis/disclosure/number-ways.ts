import { extentOf } from '../../intake/extent.ts';
import { knownFrom } from './echelon.ts';
import type { Row } from './tables.ts';

/** Responses that gave a number and are in the same rows, with their lowest and highest number by its place among all. */
export interface Part {
  readonly rows: ReadonlySet<Row>;
  n: number;
  lowest: number;
  highest: number;
}

/** People of whom the mean must not be found out, by the positions of the parts that they are. */
export type Target = readonly number[];

/** The rows from which the sum of some follows; nothing where it does not. */
export type Ways = (target: Target) => readonly Row[] | undefined;

/** A sum that is known, and from which rows. */
export interface Sum {
  readonly of: Target;
  readonly from: readonly Row[];
}

/** What follows from some sums by adding up and taking away. */
export function waysFrom(sums: readonly Sum[], parts: readonly Part[]): Ways {
  const all = sums.map(({ of }) => of);
  const known = knownFrom(all, parts.length);
  return (target) => known.waysTo(target)?.flatMap((nth) => sums[nth]?.from ?? []);
}

/**
 * The same where all of a row, all whom the shown groups of a table leave of it, or all who are not known of them, gave the lowest number
 * of all, or the highest: of each this is known as soon as their sum is.
 */
export function withExtremes(
  ways: Ways,
  sums: readonly Sum[],
  left: readonly Target[],
  parts: readonly Part[],
): Ways {
  const [lowest] = extentOf(parts.map((part) => part.lowest));
  const [, highest] = extentOf(parts.map((part) => part.highest));
  const isAll = (target: Target, number: number) =>
    target.every((at) => parts[at]?.lowest === number && parts[at].highest === number);
  // That all gave the same number is told by the results of all.
  const hasAny = (target: Target) =>
    lowest < highest && target.some((at) => isAll([at], lowest) || isAll([at], highest));
  const candidates = [...sums.map(({ of }) => of), ...left].filter(hasAny);
  const all = [...sums];
  let known = ways;
  for (let before = -1; before < all.length && candidates.length > 0;) {
    before = all.length;
    const unknown = new Set(candidates.flat().filter((at) => known([at]) === undefined));
    for (const target of candidates) {
      const open = target.filter((at) => unknown.has(at));
      const from = isAll(open, lowest) || isAll(open, highest) ? known(open) : undefined;
      if (from) all.push(...open.map((at): Sum => ({ of: [at], from })));
    }
    if (all.length > before) known = waysFrom(all, parts);
  }
  return known;
}
