/**
 * What somebody can find out who knows everything published: whole numbers from 0 that satisfy equations, by trying them
 * one after the other. Written for small tables, and with none of the code under test.
 */
export interface Equation {
  readonly names: readonly string[];
  readonly sum: number;
  /** Whether the names may also add up to less, or to more. */
  readonly atMost?: true;
  readonly atLeast?: true;
}

type Range = readonly [low: number, high: number];

/**
 * Whether the equations have a solution in which a number is another than its true one. It is looked for close to what is true,
 * where no number is off by more than one, then twice as far with more steps, and so on: most often a few people who change
 * places are all it takes, and where all that is possible was tried there is none.
 */
export function canDiffer(
  name: string,
  truth: ReadonlyMap<string, number>,
  equations: readonly Equation[],
  most: number,
): boolean {
  const around = (value: number, reach: number): Range => [
    Math.max(0, value - reach),
    Math.min(most, value + reach),
  ];
  const names = new Set(equations.flatMap((equation) => equation.names));
  const value = truth.get(name) ?? 0;
  for (let [reach, allowed] = [1, 1000]; ; reach *= 2, allowed *= 4) {
    const near = new Map([...names].map((one) => [one, around(truth.get(one) ?? 0, reach)]));
    const [low, high] = around(value, reach);
    let isUndecided = reach < most;
    for (let other = low; other <= high; other += 1) {
      if (other === value) continue;
      const search = { truth, most, steps: allowed };
      if (isSolvable(equations, new Map(near).set(name, [other, other]), search)) return true;
      isUndecided ||= search.steps <= 0;
    }
    if (!isUndecided) return false;
  }
}

/** The same of how many there are of some together, where it is known how many there are of all in `truth`. */
export function canSumDiffer(
  some: readonly string[],
  truth: ReadonlyMap<string, number>,
  equations: readonly Equation[],
): boolean {
  const sumOf = (names: readonly string[]) => names.reduce((sum, name) => sum + (truth.get(name) ?? 0), 0);
  const all = [...truth.keys()];
  const most = sumOf(all);
  const others = { names: ['it', ...all.filter((name) => !some.includes(name))], sum: most };
  return canDiffer('it', new Map([...truth, ['it', sumOf(some)]]), [...equations, others], most);
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

/**
 * The same of equations that hang together, by trying each value of the number that has the fewest left, of those in equations that do
 * not hold with what is true, or nearest to it: whatever is wrong elsewhere follows from these.
 */
function isPartSolvable(part: readonly Equation[], ranges: Map<string, Range>, search: Search): boolean {
  const likelyOf = (name: string): number => {
    const [low, high] = ranges.get(name) ?? [0, search.most];
    return Math.min(high, Math.max(low, search.truth.get(name) ?? 0));
  };
  const wrong = part.filter((equation) => !isHolding(equation, likelyOf));
  if (wrong.length === 0) return true;
  const widthOf = (name: string): number => widthIn(ranges, name, search.most);
  const [name = ''] = [...new Set(wrong.flatMap(({ names }) => names))]
    .filter((one) => widthOf(one) > 0)
    .toSorted((a, b) => widthOf(a) - widthOf(b));
  const [low] = ranges.get(name) ?? [0];
  const likely = likelyOf(name);
  const values = Array.from({ length: widthOf(name) + 1 }, (_, step) => low + step);
  return values
    .toSorted((a, b) => Math.abs(a - likely) - Math.abs(b - likely))
    .some(
      (value) => search.steps-- > 0 && isSolvable(part, new Map(ranges).set(name, [value, value]), search),
    );
}

function isHolding({ names, sum, atMost, atLeast }: Equation, valueOf: (name: string) => number): boolean {
  const all = names.reduce((total, name) => total + valueOf(name), 0);
  return (all <= sum || atLeast === true) && (all >= sum || atMost === true);
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
    for (const { names, sum, atMost, atLeast } of equations) {
      const lows = names.reduce((all, name) => all + rangeOf(name)[0], 0);
      const highs = names.reduce((all, name) => all + rangeOf(name)[1], 0);
      if ((lows > sum && !atLeast) || (highs < sum && !atMost)) return undefined;
      for (const name of names) {
        const [low, high] = rangeOf(name);
        const top = atLeast ? high : Math.min(high, sum - (lows - low));
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

/** Whether a sum of some follows from sums of others, whatever they are: by elimination, each sum as a row of ones and zeros. */
export function followsFrom(sums: readonly (readonly number[])[], one: readonly number[]): boolean {
  const rows: { readonly row: readonly number[]; readonly pivot: number }[] = [];
  const leftOf = (sum: readonly number[]) =>
    rows.reduce((left, { row, pivot }) => {
      const times = (left[pivot] ?? 0) / (row[pivot] ?? 1);
      return left.map((value, at) => value - times * (row[at] ?? 0));
    }, sum);
  const placeIn = (left: readonly number[]) => left.findIndex((value) => Math.abs(value) > 1e-6);
  for (const sum of sums) {
    const row = leftOf(sum);
    if (placeIn(row) >= 0) rows.push({ row, pivot: placeIn(row) });
  }
  return placeIn(leftOf(one)) < 0;
}
