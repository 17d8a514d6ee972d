import type { Breakdown, Distribution, Group, NumberSummary } from '../analysis.ts';
import { withoutStatistics } from '../numbers.ts';
import { hideBase, withoutWeighedStates } from './hide.ts';
import { type Limits, isSmallCount, sizeOf } from './limits.ts';
import type { Row } from './tables.ts';

/**
 * Numbers of all responses. Of a profile question, or of a group that a run is about, the smallest and the largest are one person's
 * each. How many were not asked is how many gave another answer to what decides that.
 */
export function hideNumbers<Kind extends Distribution<number>>(
  item: Kind,
  { hidden: { states, numbers: isHidden }, table }: Row,
  isAboutPeople: boolean,
  limits: Limits,
): Omit<Kind, keyof Distribution> & Distribution {
  const { numbers } = item;
  if (table.isWithheld || states.size > 0) return withoutSize(item);
  if (numbers === undefined || (!isAboutPeople && !isHidden)) return item;
  if (isAboutPeople && isSmallCount(numbers.n, limits)) return withoutSize(item);
  const isFew = isAboutPeople && isSmall(numbers, limits);
  return { ...item, numbers: isFew || isHidden ? hidden(numbers.n) : withoutExtremes(numbers) };
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
  const withOther = (wanted: (group: Group<number>, index: number) => boolean, areTold: AreTold) =>
    overlapping ? chosen(groups, wanted) : withSmallest(groups, outerOf, chosen(groups, wanted), areTold);
  const sizeIn = (index: number) =>
    (rows[index]?.hidden.states.size ?? 0) > 0 ? Infinity : (rows[index]?.size ?? Infinity);
  // Where everybody gave a number, as many in a group did as are in it.
  const isTold = total.states.option === sizeOf(total);
  const sizeless = withOther(
    (group, index) =>
      (rows[index]?.hidden.states.size ?? 0) > 0 ||
      (!isTold && isSmallCount(group.numbers?.n ?? 0, limits)) ||
      outerOf(group)?.base.count === null,
    (own) => areNumbersTold(own.map((index) => ({ n: groups[index]?.numbers?.n ?? 0, size: sizeIn(index) }))),
  );
  const without = withOther(
    (group, index) =>
      sizeless.has(index) ||
      rows[index]?.hidden.numbers === true ||
      (group.numbers !== undefined && isSmall(group.numbers, limits)) ||
      outerOf(group)?.numbers?.withheld === 'disclosive',
    // Those in none, where they are few, are one more group.
    (own, outer) => own.length + (left.has(outer) ? 1 : 0) === 1,
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

/** Whether something is told of some groups, by position, all else of the group around them being shown. */
type AreTold = (own: readonly number[], outer: ReturnType<OuterOf>) => boolean;

/** Whether how many of some groups gave a number has one value for one of them: all together, how large each is, and that some did, are known. */
function areNumbersTold(own: readonly { readonly n: number; readonly size: number }[]): boolean {
  const sumOf = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0);
  const together = sumOf(own.map(({ n }) => n));
  return own.some((one) => {
    const others = own.filter((other) => other !== one).map(({ size }) => size);
    return Math.max(1, together - sumOf(others)) >= Math.min(one.size, together - others.length);
  });
}

/** These groups, and beside them within their outer group the smallest others, until what they lack of the total tells nothing of one. */
function withSmallest(
  groups: readonly Group<number>[],
  outerOf: OuterOf,
  hiding: ReadonlySet<number>,
  areTold: AreTold,
): Set<number> {
  const all = new Set(hiding);
  for (const outer of new Set(groups.map(outerOf))) {
    const within = groups
      .flatMap((group, index) => (outerOf(group) === outer && (group.numbers?.n ?? 0) > 0 ? [index] : []))
      .toSorted((a, b) => (groups[a]?.numbers?.n ?? 0) - (groups[b]?.numbers?.n ?? 0));
    while (
      areTold(
        within.filter((index) => all.has(index)),
        outer,
      )
    ) {
      const smallest = within.find((index) => !all.has(index));
      if (smallest === undefined) break;
      all.add(smallest);
    }
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
