import { type Constraint, solve } from 'yalps';
import { addUp, groupBy } from '../../intake/group-by.ts';
import { sumOf } from '../../intake/sum.ts';
import { type Part, type Sum, type Target, type Ways, extentsOf, neededOf } from './number-ways.ts';

/** By how much numbers go up: from one of two to the other, or by 1 where all are whole; nothing where there is no such step. */
export function stepOf(numbers: ReadonlySet<number>): number | undefined {
  const [one = 0, other = 0, ...more] = numbers;
  if (numbers.size < 2) return undefined;
  if (more.length === 0) return Math.abs(other - one);
  return [...numbers].every(Number.isSafeInteger) ? 1 : undefined;
}

/** How many steps more, and how many fewer, the numbers of each part, by position, may come to together. */
type Room = readonly { readonly up: number; readonly down: number }[];

/**
 * What follows from some sums where numbers go up in steps: there may be no other sum of some between that of as many times the lowest
 * number of all and that of as many times the highest. Whether there is one is an integer programme; where it takes too long there
 * counts as none.
 */
export function waysInSteps(sums: readonly Sum[], parts: readonly Part[], step: number): Ways {
  const [lowest, highest] = extentsOf(parts);
  const room = parts.map(({ n, sum }) => ({
    up: Math.round((n * highest - sum) / step),
    down: Math.round((sum - n * lowest) / step),
  }));
  const inSums = inEach(sums, room);
  const alike = [...groupBy(parts.keys(), (at) => inSums[at]?.join(' ')).values()];
  const found: Change[] = [];
  return (target) => {
    if (isExchangeable(target, alike, room)) return undefined;
    if (found.some((change) => sumOf(target, (at) => change.get(at) ?? 0) !== 0)) return undefined;
    const other = changeOf(target, sums, room);
    if (!other) return neededOf(sums, (some) => !changeOf(target, some, room)).flatMap(({ from }) => from);
    found.push(other);
    return undefined;
  };
}

/** The sums that each part is in, by position. */
function inEach(sums: readonly Sum[], { length }: Room): readonly (readonly number[])[] {
  const found = Array.from({ length }, (): number[] => []);
  for (const [nth, { of }] of sums.entries()) for (const at of of) found[at]?.push(nth);
  return found;
}

/** Whether some may have a step more and others, who are in the same sums, one fewer, or the other way round. */
function isExchangeable(target: Target, alike: readonly Target[], room: Room): boolean {
  const isIn = new Set(target);
  return alike.some((own) => {
    const some = own.flatMap((at) => (isIn.has(at) ? (room[at] ?? []) : []));
    const others = own.flatMap((at) => (isIn.has(at) ? [] : (room[at] ?? [])));
    const may = (ways: Room, way: 'up' | 'down') => ways.some((one) => one[way] > 0);
    return (may(some, 'up') && may(others, 'down')) || (may(some, 'down') && may(others, 'up'));
  });
}

/** By how many steps the numbers of each part, by position, are others. */
type Change = ReadonlyMap<number, number>;

/** A change that leaves sums as they are, but for that of some; nothing where none was found. */
function changeOf(target: Target, sums: readonly Sum[], room: Room): Change | undefined {
  const isIn = new Set(target);
  const same = sums.map((_, nth) => [`sum ${nth}`, { equal: 0 }] as const);
  const steps = inEach(sums, room).flatMap((own, at): Step[] => {
    const names = [...own.map((nth) => `sum ${nth}`), ...(isIn.has(at) ? ['target'] : [])];
    const stepBy = (by: 1 | -1, most = 0): Step => ({ at, by, most, terms: names.map((name) => [name, by]) });
    return [stepBy(1, room[at]?.up), stepBy(-1, room[at]?.down)].filter(({ most }) => most > 0);
  });
  const [more, fewer] = [{ min: 1 }, { max: -1 }];
  return stepsFor([...same, ['target', more]], steps) ?? stepsFor([...same, ['target', fewer]], steps);
}

/** A step that the numbers of a part may take so many times, and what it changes. */
interface Step {
  readonly at: number;
  readonly by: 1 | -1;
  readonly most: number;
  readonly terms: readonly (readonly [name: string, times: number])[];
}

/** Steps that do what is asked. Only of those that were taken too many times before it is asked how many times they may be. */
function stepsFor(
  asked: readonly (readonly [string, Constraint])[],
  steps: readonly Step[],
): Change | undefined {
  const bounded = new Set<Step>();
  const nameOf = ({ at, by }: Step) => `${at} by ${by}`;
  const termsOf = (step: Step) =>
    bounded.has(step) ? [...step.terms, [nameOf(step), 1] as const] : step.terms;
  for (;;) {
    const bounds = [...bounded].map((step) => [nameOf(step), { max: step.most }] as const);
    const { status, variables } = solve(
      {
        constraints: [...asked, ...bounds],
        variables: steps.map((step) => [step, termsOf(step)] as const),
        integers: true,
      },
      { checkCycles: true, maxIterations: MOST_BRANCHES },
    );
    if (status !== 'optimal') return undefined;
    const above = variables.filter(([{ most }, times]) => Math.round(times) > most);
    if (above.length === 0)
      return addUp(variables.map(([{ at, by }, times]) => [at, by * Math.round(times)] as const));
    for (const [step] of above) bounded.add(step);
  }
}

/** An integer programme of more branches than this takes too long. */
const MOST_BRANCHES = 200;
