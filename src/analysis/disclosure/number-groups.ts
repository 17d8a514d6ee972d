import type { Breakdown, Distribution, Group, NumberSummary } from '../analysis.ts';
import { withoutStatistics } from '../numbers.ts';
import { hideBase, withoutWeighedStates } from './hide.ts';
import { type Limits, isSmallCount, sizeOf } from './limits.ts';
import type { Row } from './tables.ts';

/** Numbers of all responses to a profile question, or of a group that a run is about. The smallest and the largest are one person's each. */
export function hideNumbers<Kind extends Distribution<number>>(
  item: Kind,
  limits: Limits,
): Omit<Kind, keyof Distribution> & Distribution {
  const { numbers } = item;
  if (numbers === undefined) return item;
  if (isSmallCount(numbers.n, limits)) return withoutSize(item);
  return { ...item, numbers: isSmall(numbers, limits) ? hidden(numbers.n) : withoutExtremes(numbers) };
}

/** What is shown of the group that one is within; nothing where it is within all responses. */
type OuterOf = (group: Pick<Group, 'id'>) => Distribution<number | null> | undefined;

/**
 * The groups of a number question, without the statistics of small ones. Where these are of one group only, those of the
 * smallest other go too: with the number of responses the one mean could be worked out from the others. `rows` say what must not
 * be shown of each group, and `outerOf` what is shown of the group that each is within.
 */
export function hideGroupNumbers(
  { groups, overlapping, total }: Breakdown<number>,
  rows: readonly Row[],
  outerOf: OuterOf,
  limits: Limits,
): Group[] {
  // Those in no group, where they are few, are one more group of which nothing is shown.
  const left = new Set(
    rows.flatMap(({ isRest, distribution: { states }, table: { split } }, index) =>
      isRest && states.option > 0 && states.option < limits.group
        ? [outerOf({ id: split?.names[index] ?? '' })]
        : [],
    ),
  );
  const nobody: typeof left = new Set();
  const withOther = (wanted: (group: Group<number>, index: number) => boolean, few = nobody) =>
    overlapping ? chosen(groups, wanted) : withSmallest(groups, outerOf, chosen(groups, wanted), few);
  // Where everybody gave a number, as many in a group did as are in it.
  const isTold = total.states.option === sizeOf(total);
  const sizeless = withOther(
    (group, index) =>
      (rows[index]?.hidden.states.size ?? 0) > 0 ||
      (!isTold && isSmallCount(group.numbers?.n ?? 0, limits)) ||
      outerOf(group)?.base.count === null,
  );
  const without = withOther(
    (group, index) =>
      sizeless.has(index) ||
      rows[index]?.hidden.numbers === true ||
      (group.numbers !== undefined && isSmall(group.numbers, limits)) ||
      outerOf(group)?.numbers?.withheld === 'disclosive',
    left,
  );
  return groups.map((group, index): Group => {
    const { numbers } = group;
    if (numbers === undefined) return group;
    if (sizeless.has(index)) return withoutSize(group);
    const row = rows[index];
    const { base, ...shown } = row?.hidden.shiftedStates ? withoutWeighedStates(group) : group;
    return {
      ...shown,
      base: row ? hideBase(base, row.hidden) : base,
      numbers: without.has(index) ? hidden(numbers.n) : withoutExtremes(numbers),
    };
  });
}

function chosen(
  groups: readonly Group<number>[],
  wanted: (group: Group<number>, index: number) => boolean,
): Set<number> {
  return new Set(groups.flatMap((group, index) => (wanted(group, index) ? [index] : [])));
}

/**
 * These groups, and beside one that is the only one within its outer group the smallest other: else what it lacks of the total tells
 * it. `few` are the outer groups of which a few are in none: these count as one.
 */
function withSmallest(
  groups: readonly Group<number>[],
  outerOf: OuterOf,
  hiding: ReadonlySet<number>,
  few: ReadonlySet<ReturnType<OuterOf>>,
): Set<number> {
  const all = new Set(hiding);
  for (const outer of new Set(groups.map(outerOf))) {
    const within = groups.flatMap((group, index) =>
      outerOf(group) === outer && (group.numbers?.n ?? 0) > 0 ? [index] : [],
    );
    const own = within.filter((index) => hiding.has(index)).length;
    if (own + (few.has(outer) ? 1 : 0) !== 1) continue;
    const [smallest] = within
      .filter((index) => !hiding.has(index))
      .toSorted((a, b) => (groups[a]?.numbers?.n ?? 0) - (groups[b]?.numbers?.n ?? 0));
    if (smallest !== undefined) all.add(smallest);
  }
  return all;
}

/** What is left of numbers of which not even may be seen how many they are. */
export function withoutSize<Kind extends Distribution<number>>(
  distribution: Kind,
): Omit<Kind, keyof Distribution> & Distribution {
  return {
    ...withoutWeighedStates(distribution),
    base: { rule: distribution.base.rule, count: null },
    states: { option: null, outside: null, blank: null, notAsked: null, invalid: null },
    numbers: hidden(null),
  };
}

function isSmall({ n }: NumberSummary<number>, limits: Limits): boolean {
  return n > 0 && n < limits.group;
}

function hidden(n: number | null): NumberSummary {
  return withoutStatistics(n, 'disclosive');
}

function withoutExtremes(numbers: NumberSummary<number>): NumberSummary<number> {
  return { ...numbers, minimum: null, maximum: null };
}
