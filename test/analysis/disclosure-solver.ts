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
 * is looked for first.
 */
export function canDiffer(
  name: string,
  truth: ReadonlyMap<string, number>,
  equations: readonly Equation[],
  most: number,
): boolean {
  const value = truth.get(name) ?? 0;
  const others = Array.from({ length: most }, (_, step) => [value + step + 1, value - step - 1]).flat();
  return others.some(
    (other) =>
      other >= 0 && other <= most && isSolvable(equations, new Map([[name, [other, other]]]), most, truth),
  );
}

function isSolvable(
  equations: readonly Equation[],
  given: Map<string, Range>,
  most: number,
  truth: ReadonlyMap<string, number>,
): boolean {
  const ranges = narrow(equations, given, most);
  if (ranges === undefined) return false;
  const names = new Set(equations.flatMap((equation) => equation.names));
  const open = [...names]
    .map((name) => ({ name, range: ranges.get(name) ?? ([0, most] as const) }))
    .filter(({ range: [low, high] }) => low < high)
    .toSorted((a, b) => a.range[1] - a.range[0] - (b.range[1] - b.range[0]));
  const [next] = open;
  if (next === undefined) return true;
  const { name, range } = next;
  const likely = truth.get(name) ?? 0;
  const values = Array.from({ length: range[1] - range[0] + 1 }, (_, step) => range[0] + step);
  for (const value of values.toSorted((a, b) => Math.abs(a - likely) - Math.abs(b - likely))) {
    if (isSolvable(equations, new Map(ranges).set(name, [value, value]), most, truth)) return true;
  }
  return false;
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
