import { sumOf } from '../../intake/sum.ts';
import type { Responses } from '../../responses/responses.ts';
import type { Analysis, Breakdown, Distribution, NumberSummary, Group } from '../analysis.ts';
import { withoutStatistics } from '../numbers.ts';
import { count, entry } from './effect.ts';
import { type Field, stateOf, states, valueOf } from './fields.ts';
import { hideBase, withoutWeighedStates } from './hide.ts';
import { type Limits, isSmallCount, sizeOf } from './limits.ts';
import { hideSums } from './number-sums.ts';
import type { Row, Table, Tables } from './tables.ts';

/**
 * Marks what is to be hidden of numbers: the statistics of a small group, and of one of which few gave one of two numbers, how many gave
 * one where these are few, and as much of other groups as it takes that none of it can be worked out. So too of all responses to a profile question, or of a group that a run is about.
 */
export function hideNumberGroups(
  analysis: Analysis<number>,
  tables: Tables,
  { counts }: Pick<Responses, 'counts'>,
): void {
  const { byField, byBreakdown, limits, isOfGroup } = tables;
  const numbers = [...byField].filter(([{ question }]) => question.kind === 'number');
  const few = new Set(numbers.flatMap(([field, own]) => fewOfTwo(field, own, tables, counts)));
  for (const [{ question }, [whole]] of numbers)
    for (const row of question.profile || isOfGroup ? (whole?.rows ?? []) : [])
      markFew(row, { isSizeHidden: isSmallCount(givenIn(row), limits), isFewOfTwo: few.has(row) }, limits);
  for (const breakdown of outerFirst(analysis.breakdowns)) {
    const table = byBreakdown.get(breakdown);
    if (table?.field.question.kind !== 'number' || table.isWithheld) continue;
    hideFewIn(table, breakdown, { outer: outerRows(breakdown, analysis, tables), few }, limits);
  }
  for (const [field] of numbers) hideSums(field, tables, counts);
}

/** How many gave a number. */
function givenIn({ distribution }: Row): number {
  return distribution.states.option;
}

/** Where there are two numbers alone, such as 0 and 1, a mean is a count: the rows of which few gave the one, or the other. */
function fewOfTwo(
  field: Field,
  own: readonly Table[],
  { size, limits }: Tables,
  counts: Responses['counts'],
): Row[] {
  const given = new Map<Row, Map<number, number>>();
  const numbers = new Set<number>();
  for (let record = 0; record < size && numbers.size < 3; record++) {
    if (stateOf(field, record) !== 0) continue;
    const [number = 0] = valueOf(field, record) ?? [];
    numbers.add(number);
    for (const { split, rows } of own)
      for (const row of split?.groupsOf(record)?.flatMap((at) => rows[at] ?? []) ?? (split ? [] : rows))
        count(
          entry(given, row, () => new Map<number, number>()),
          number,
          counts?.[record] ?? 1,
        );
  }
  if (numbers.size !== 2) return [];
  return [...given].flatMap(([row, times]) =>
    [...times.values()].some((one) => isSmallCount(one, limits)) ? [row] : [],
  );
}

function markFew(
  row: Row,
  { isSizeHidden, isFewOfTwo }: { readonly isSizeHidden: boolean; readonly isFewOfTwo: boolean },
  limits: Limits,
): void {
  const { hidden, isOfNobody } = row;
  if (isSizeHidden) for (const state of states.keys()) hidden.states.add(state);
  const n = givenIn(row);
  const isFew = isFewOfTwo || (n > 0 && n < limits.group);
  hidden.numbers ||= isSizeHidden || (isFew && !isOfNobody);
}

/** The row of the group that each group of a breakdown is within; none where it is within all responses. */
function outerRows(
  breakdown: Breakdown<number>,
  analysis: Analysis<number>,
  { byBreakdown }: Tables,
): (Row | undefined)[] {
  const outer = outerOf(breakdown, analysis);
  return breakdown.groups.map((group) => outer && byBreakdown.get(outer)?.rows[outerGroup(group, outer)]);
}

/** Marks the small groups of a table, and those of which not even may be seen how many gave a number. */
function hideFewIn(
  { rows }: Table,
  { groups, overlapping, total }: Breakdown<number>,
  { outer, few }: { readonly outer: readonly (Row | undefined)[]; readonly few: ReadonlySet<Row> },
  limits: Limits,
): void {
  const own = rows.slice(0, groups.length);
  const isSizeless = ({ hidden, table }: Row) => hidden.states.size > 0 || table.isWithheld;
  // Where everybody gave a number, as many in a group did as are in it.
  const isTold = total.states.option === sizeOf(total);
  const first = new Set(
    own.filter((row, index) => {
      const around = outer[index];
      return (
        isSizeless(row) ||
        (!isTold && !row.isOfNobody && isSmallCount(givenIn(row), limits)) ||
        (around && (isSizeless(around) || around.hidden.base))
      );
    }),
  );
  const parts = [...new Set(outer)].map((one) => own.filter((_, index) => outer[index] === one));
  const sizeless = overlapping
    ? first
    : new Set([...first, ...parts.flatMap((part) => withSmallest(part, first))]);
  for (const row of own) markFew(row, { isSizeHidden: sizeless.has(row), isFewOfTwo: few.has(row) }, limits);
}

/** Some of the groups in the same outer one, and the smallest others, until what they lack of the total does not tell how many of one gave a number. */
function withSmallest(rows: readonly Row[], hiding: ReadonlySet<Row>): Row[] {
  const within = rows.filter((row) => givenIn(row) > 0).toSorted((a, b) => givenIn(a) - givenIn(b));
  const all = within.filter((row) => hiding.has(row));
  const others = within.filter((row) => !hiding.has(row));
  while (areNumbersTold(all)) {
    const smallest = others.shift();
    if (smallest === undefined) break;
    all.push(smallest);
  }
  return all;
}

/** Whether how many of some groups gave a number has one value for one of them: all together, how large each is, and that some did, are known. */
function areNumbersTold(own: readonly Row[]): boolean {
  const sizeIn = ({ hidden, size }: Row) => (hidden.states.size > 0 ? Infinity : size);
  const together = sumOf(own, givenIn);
  return own.some((one) => {
    const others = own.filter((other) => other !== one).map(sizeIn);
    return Math.max(1, together - sumOf(others)) >= Math.min(sizeIn(one), together - others.length);
  });
}

/** Numbers as they may be seen. Of people that something is told of, the smallest and the largest are one person's each. */
export function hideNumbers<Kind extends Distribution<number>>(
  item: Kind,
  { hidden, table }: Row,
  isAboutPeople: boolean,
): Omit<Kind, keyof Distribution> & Distribution {
  if (table.isWithheld || hidden.states.size > 0) return withoutSize(item);
  const { numbers } = item;
  if (numbers === undefined) return item;
  return {
    ...(hidden.shiftedStates ? withoutWeighedStates(item) : item),
    base: hideBase(item.base, hidden),
    numbers: statisticsOf(numbers, hidden.numbers, isAboutPeople),
  };
}

function statisticsOf(
  numbers: NumberSummary<number>,
  isHidden: boolean,
  isAboutPeople: boolean,
): NumberSummary {
  if (isHidden) return withoutStatistics(numbers.n, 'disclosive');
  return isAboutPeople ? { ...numbers, minimum: null, maximum: null } : numbers;
}

/** What is left of numbers of which not even may be seen how many they are. */
function withoutSize<Kind extends Distribution<number>>(
  distribution: Kind,
): Omit<Kind, keyof Distribution> & Distribution {
  return {
    ...withoutWeighedStates(distribution),
    base: { rule: distribution.base.rule, count: null },
    states: { option: null, outside: null, blank: null, notAsked: null, invalid: null },
    numbers: withoutStatistics(null, 'disclosive'),
  };
}

/** The breakdown of the same item by all but the innermost question. */
function outerOf(
  { byQuestions, question, item }: Breakdown<number>,
  { breakdowns }: Analysis<number>,
): Breakdown<number> | undefined {
  const by = byQuestions
    .slice(0, -1)
    .map(({ id }) => id)
    .join('+');
  return breakdowns.find((one) => one.by === by && one.question === question && one.item === item);
}

/** The outer breakdowns before those that are within them. */
function outerFirst(breakdowns: readonly Breakdown<number>[]): Breakdown<number>[] {
  return breakdowns.toSorted((a, b) => a.byQuestions.length - b.byQuestions.length);
}

/** The group that a nested one is within, by its position. */
function outerGroup({ id }: Pick<Group, 'id'>, { groups }: Pick<Breakdown, 'groups'>): number {
  return groups.findIndex((outer) => id.startsWith(`${outer.id}+`));
}
