import { solve } from 'yalps';
import { extentOf } from '../../intake/extent.ts';
import { knownFrom } from './echelon.ts';
import type { Row } from './tables.ts';

/** Responses that gave a number and are in the same rows, with the sum of their numbers, the lowest and the highest. */
export interface Part {
  readonly rows: ReadonlySet<Row>;
  n: number;
  sum: number;
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

/** The lowest number that anybody gave, and the highest. */
export function extentsOf(parts: readonly Part[]): readonly [lowest: number, highest: number] {
  return extentOf(parts.flatMap(({ lowest, highest }) => [lowest, highest]));
}

/** More sums than this are not tried one by one for whether the others do without it. */
const MOST_TRIED = 40;

/** Those of some sums from which something still follows without the others. */
export function neededOf(sums: readonly Sum[], follows: (some: readonly Sum[]) => boolean): readonly Sum[] {
  let needed = sums;
  for (const sum of sums.length > MOST_TRIED ? [] : sums) {
    const others = needed.filter((one) => one !== sum);
    if (follows(others)) needed = others;
  }
  return needed;
}

/**
 * The same where some gave the lowest number of all, or the highest: where no other numbers of theirs fit the sums, since none is below
 * the one or above the other, theirs are known too.
 */
export function withExtremes(ways: Ways, sums: readonly Sum[], parts: readonly Part[]): Ways {
  const [lowest, highest] = extentsOf(parts);
  // That all gave the same number is told by the results of all.
  if (lowest === highest) return ways;
  const sides = parts.map((part): Side => {
    if (part.lowest !== part.highest) return 0;
    return part.lowest === lowest ? 1 : part.highest === highest ? -1 : 0;
  });
  const found = [...fixedBy(sums, sides)].filter((at) => ways([at]) === undefined);
  if (found.length === 0) return ways;
  const needed = neededOf(sums, (some) => {
    const fixed = fixedBy(some, sides);
    return found.every((at) => fixed.has(at));
  });
  const from = needed.flatMap((sum) => sum.from);
  return waysFrom([...sums, ...found.map((at): Sum => ({ of: [at], from }))], parts);
}

/** Whether the sum of a part can only grow, since all in it gave the lowest number, only fall, or do both. */
type Side = 1 | -1 | 0;

/** More equations than this, of parts at an extreme alone, take too long; there are as many in no ordinary table. */
const MOST_EQUATIONS = 60;

/**
 * The parts at an extreme of which the sum can be no other, whatever those of all others are, as long as these sums stay. There is one
 * change of all that leaves the sums as they are and moves every part that can be moved: a linear programme finds it.
 */
function fixedBy(sums: readonly Sum[], sides: readonly Side[]): ReadonlySet<number> {
  const edge = [...sides.keys()].filter((at) => sides[at] !== 0);
  const free = [...sides.keys()].filter((at) => sides[at] === 0);
  const order = [...free, ...edge];
  const rows = sums.map(({ of }) => {
    const own = new Set(of);
    return Float64Array.from(order, (at) => (own.has(at) ? 1 : 0));
  });
  const equations = withoutFirst(rows, free.length);
  if (equations.length === 0 || equations.length > MOST_EQUATIONS) return new Set();
  const constraints = new Map<string, { equal: number } | { max: number }>(
    equations.map((_, nth) => [`sum ${nth}`, { equal: 0 }]),
  );
  const variables = new Map<string, Map<string, number>>();
  const held = edge.filter((at, nth) => {
    const change = equations.flatMap((row, own): [string, number][] => {
      const times = row[free.length + nth] ?? 0;
      return times === 0 ? [] : [[`sum ${own}`, times * (sides[at] ?? 0)]];
    });
    if (change.length === 0) return false;
    constraints.set(`part ${at}`, { max: 1 });
    variables.set(`${at}`, new Map([...change, [`part ${at}`, 1], ['moved', 1]]));
    variables.set(`more of ${at}`, new Map(change));
    return true;
  });
  const solved = solve({ objective: 'moved', constraints, variables }, { checkCycles: true });
  const moved = new Set(solved.variables.map(([name]) => name));
  return new Set(held.filter((at) => !moved.has(`${at}`)));
}

/** The equations that follow from others, sums of which are 0, where the first so many of their parts may be anything. */
function withoutFirst(rows: readonly Float64Array[], free: number): Float64Array[] {
  let left = [...rows];
  for (let part = 0; part < free; part++) {
    const pivot = left.find((row) => Math.abs(row[part] ?? 0) > TINY);
    if (pivot === undefined) continue;
    left = left.filter((row) => row !== pivot);
    for (const row of left) {
      const times = (row[part] ?? 0) / (pivot[part] ?? 1);
      if (Math.abs(times) > TINY)
        for (let at = part; at < row.length; at++) row[at] = (row[at] ?? 0) - times * (pivot[at] ?? 0);
    }
  }
  return left
    .map((row) => row.map((times) => (Math.abs(times) > TINY ? times : 0)))
    .filter((row) => row.some((times) => times !== 0));
}

/** Less than this is 0, but for rounding. */
const TINY = 1e-9;
