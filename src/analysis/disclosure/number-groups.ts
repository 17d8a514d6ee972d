import type { Breakdown, Distribution, Group, ItemAnalysis, NumberSummary } from '../analysis.ts';
import { withoutStatistics } from '../numbers.ts';
import type { Limits } from './limits.ts';
import type { Row } from './tables.ts';

/** Numbers of all responses to a profile question, or of a group that a run is about. The smallest and the largest are one person's each. */
export function hideNumbers(item: ItemAnalysis<number>, limits: Limits): ItemAnalysis {
  const { numbers } = item;
  if (numbers === undefined) return item;
  return { ...item, numbers: isSmall(numbers, limits) ? hidden(numbers.n) : withoutExtremes(numbers) };
}

/**
 * The groups of a number question, without the statistics of small ones. Where these are of one group only, those of the
 * smallest other go too: with the number of responses the one mean could be worked out from the others. `rows` say what must not
 * be shown of each group, and `outerOf` what is shown of the group that each is within.
 */
export function hideGroupNumbers(
  { groups, overlapping }: Breakdown<number>,
  rows: readonly Row[],
  outerOf: (group: Group<number>) => Distribution<number | null> | undefined,
  limits: Limits,
): Group[] {
  const isSizeKnown = (group: number) => (rows[group]?.hidden.states.size ?? 0) === 0;
  const without = new Set<number>();
  for (const [index, group] of groups.entries()) {
    const isOuterHidden = outerOf(group)?.numbers?.withheld === 'disclosive';
    const isOwnSmall = group.numbers !== undefined && isSmall(group.numbers, limits);
    const isOther = rows[index]?.hidden.numbers === true || !isSizeKnown(index);
    if (isOwnSmall || isOuterHidden || isOther) without.add(index);
  }
  const blocks = new Set(groups.map(outerOf));
  for (const outer of overlapping ? [] : blocks) {
    const within = groups.flatMap((group, index) =>
      outerOf(group) === outer && (group.numbers?.n ?? 0) > 0 ? [index] : [],
    );
    const own = within.filter((index) => without.has(index));
    if (own.length !== 1) continue;
    const [smallest] = within
      .filter((index) => !without.has(index))
      .toSorted((a, b) => (groups[a]?.numbers?.n ?? 0) - (groups[b]?.numbers?.n ?? 0));
    if (smallest !== undefined) without.add(smallest);
  }
  return groups.map((group, index): Group => {
    const { numbers, base } = group;
    if (numbers === undefined) return group;
    if (!isSizeKnown(index)) {
      return {
        ...group,
        base: { rule: base.rule, count: null },
        states: { option: null, outside: null, blank: null, notAsked: null, invalid: null },
        numbers: hidden(null),
      };
    }
    return { ...group, numbers: without.has(index) ? hidden(numbers.n) : withoutExtremes(numbers) };
  });
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
