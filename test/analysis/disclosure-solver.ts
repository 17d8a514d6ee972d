/**
 * What somebody can find out who knows everything published: whole numbers from 0 that satisfy equations, by trying them
 * one after the other. Written for small tables, and with none of the code under test.
 */
export interface Equation {
  readonly names: readonly string[];
  readonly sum: number;
  /** Whether the names may also add up to less. */
  readonly atMost?: true;
}

type Range = readonly [low: number, high: number];

/**
 * Whether the equations have a solution in which a number is another than its true one. What is true of the others is where it
 * is looked for first, and with few steps for each other value before it is with more: one may take very long to be ruled out
 * where the next has a solution at once.
 */
export function canDiffer(
  name: string,
  truth: ReadonlyMap<string, number>,
  equations: readonly Equation[],
  most: number,
): boolean {
  const value = truth.get(name) ?? 0;
  let others = Array.from({ length: most }, (_, step) => [value + step + 1, value - step - 1])
    .flat()
    .filter((other) => other >= 0 && other <= most);
  for (let steps = 100; others.length > 0; steps *= 10) {
    const left: number[] = [];
    for (const other of others) {
      const search = { truth, most, steps };
      const found = isSolvable(equations, new Map([[name, [other, other]]]), search);
      if (found) return true;
      if (search.steps <= 0) left.push(other);
    }
    others = left;
  }
  return false;
}

interface Search {
  readonly truth: ReadonlyMap<string, number>;
  readonly most: number;
  /** How many values it may still try; with none left what it says is no proof that there is no solution. */
  steps: number;
}

function isSolvable(equations: readonly Equation[], given: Map<string, Range>, search: Search): boolean {
  const ranges = narrow(equations, given, search.most);
  return (
    ranges !== undefined &&
    apart(equations, ranges, search.most).every((part) => isPartSolvable(part, ranges, search))
  );
}

/** The same of equations that hang together, by trying each value of the number that has the fewest left. */
function isPartSolvable(part: readonly Equation[], ranges: Map<string, Range>, search: Search): boolean {
  const widthOf = (name: string): number => widthIn(ranges, name, search.most);
  const [name = ''] = [...new Set(part.flatMap(({ names }) => names))]
    .filter((one) => widthOf(one) > 0)
    .toSorted((a, b) => widthOf(a) - widthOf(b));
  const [low] = ranges.get(name) ?? [0];
  const likely = search.truth.get(name) ?? 0;
  const values = Array.from({ length: widthOf(name) + 1 }, (_, step) => low + step);
  return values
    .toSorted((a, b) => Math.abs(a - likely) - Math.abs(b - likely))
    .some(
      (value) => search.steps-- > 0 && isSolvable(part, new Map(ranges).set(name, [value, value]), search),
    );
}

function widthIn(ranges: ReadonlyMap<string, Range>, name: string, most: number): number {
  const [low, high] = ranges.get(name) ?? [0, most];
  return high - low;
}

/** Equations that share a number that is still open, put together: what solves some has no say in the others. */
function apart(
  equations: readonly Equation[],
  ranges: ReadonlyMap<string, Range>,
  most: number,
): readonly Equation[][] {
  let parts: { names: Set<string>; equations: Equation[] }[] = [];
  for (const equation of equations) {
    const open = equation.names.filter((name) => widthIn(ranges, name, most) > 0);
    if (open.length === 0) continue;
    const joined = parts.filter((part) => open.some((name) => part.names.has(name)));
    const names = new Set([...open, ...joined.flatMap((part) => [...part.names])]);
    parts = [
      ...parts.filter((part) => !joined.includes(part)),
      { names, equations: [...joined.flatMap((part) => part.equations), equation] },
    ];
  }
  return parts.map((part) => part.equations);
}

/** What is left for each number once every equation has been looked at; nothing where one of them cannot hold. */
function narrow(
  equations: readonly Equation[],
  given: ReadonlyMap<string, Range>,
  most: number,
): Map<string, Range> | undefined {
  const ranges = new Map(given);
  const rangeOf = (name: string): Range => ranges.get(name) ?? [0, most];
  for (let isNew = true; isNew;) {
    isNew = false;
    for (const { names, sum, atMost } of equations) {
      const lows = names.reduce((all, name) => all + rangeOf(name)[0], 0);
      const highs = names.reduce((all, name) => all + rangeOf(name)[1], 0);
      if (lows > sum || (highs < sum && !atMost)) return undefined;
      for (const name of names) {
        const [low, high] = rangeOf(name);
        const top = Math.min(high, sum - (lows - low));
        const bottom = atMost ? low : Math.max(low, sum - (highs - high));
        if (bottom > top) return undefined;
        if (top < high || bottom > low) {
          ranges.set(name, [bottom, top]);
          isNew = true;
          break;
        }
      }
    }
  }
  return ranges;
}
