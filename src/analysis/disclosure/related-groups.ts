import type { Analysis, Breakdown, Group } from '../analysis.ts';
import { campaignId } from '../campaigns.ts';
import type { Cell } from './count-table.ts';
import { type Tables, itemKey } from './places.ts';

/** The same counts the other way round: the one question by the other, where both have one answer a response. */
export function turnedOf(
  { byQuestions, question, item }: Breakdown<number>,
  { breakdowns, questions }: Analysis<number>,
): Breakdown<number> | undefined {
  const [only, ...more] = byQuestions;
  const kindOf = (id: string) => questions.find((one) => one.id === id)?.kind;
  if (only === undefined || more.length > 0 || question !== item) return undefined;
  if (kindOf(question) === 'multiple' || kindOf(only.id) === 'multiple') return undefined;
  return breakdowns.find((one) => one.by === question && one.question === only.id && one.item === only.id);
}

/** The breakdown of the same item by all but the innermost question. */
export function outerOf(
  { byQuestions, question, item }: Breakdown<number>,
  { breakdowns }: Analysis<number>,
): Breakdown<number> | undefined {
  const by = pathTo(byQuestions.length - 1, byQuestions);
  return breakdowns.find((one) => one.by === by && one.question === question && one.item === item);
}

/** What a breakdown by the first of some questions is called. */
function pathTo(depth: number, questions: Breakdown['byQuestions']): string {
  return questions
    .slice(0, depth)
    .map(({ id }) => id)
    .join('+');
}

/** The outer breakdowns before those that are within them. */
export function outerFirst(breakdowns: readonly Breakdown<number>[]): Breakdown<number>[] {
  return breakdowns.toSorted((a, b) => a.byQuestions.length - b.byQuestions.length);
}

/** Whether the counts of nested groups add up to those of another breakdown than the ones that they are within, or are there too. */
export function isTangled(breakdown: Breakdown<number>, { breakdowns }: Analysis<number>): boolean {
  const namesOf = ({ byQuestions, question, item }: Breakdown<number>) => [
    ...byQuestions.map(({ id }) => itemKey(id, id)),
    itemKey(question, item),
  ];
  const own = new Set(namesOf(breakdown));
  const around = breakdown.byQuestions.map((_, index) => pathTo(index + 1, breakdown.byQuestions));
  return breakdowns.some((one) => {
    if (one.by === campaignId || around.includes(one.by)) return false;
    return namesOf(one).every((name) => own.has(name));
  });
}

/** The group that a nested one is within, by its position. */
export function outerGroup({ id }: Pick<Group, 'id'>, { groups }: Pick<Breakdown, 'groups'>): number {
  return groups.findIndex((outer) => id.startsWith(`${outer.id}+`));
}

/** Which outer group each group is within; 0 for all where there is none. */
export function blocksOf({ groups }: Breakdown<number>, outer: Breakdown<number> | undefined): number[] {
  return groups.map((group) => (outer ? outerGroup(group, outer) : 0));
}

/** For each group the count that says how many are in it; none where no table has it. */
export function sizesOf(
  breakdown: Breakdown<number>,
  analysis: Analysis<number>,
  found: Tables,
): (Cell | undefined)[] {
  const { by, byQuestions, groups } = breakdown;
  const { questions, breakdowns } = analysis;
  const outer = outerOf(breakdown, analysis);
  const blocks = blocksOf(breakdown, outer);
  const inner = byQuestions.at(-1)?.id ?? by;
  const options = questions.find(({ id }) => id === inner)?.items[0]?.options ?? [];
  const sizes =
    outer === undefined
      ? undefined
      : breakdowns.find((one) => one.by === outer.by && one.question === inner && one.item === inner);
  const whole =
    outer === undefined ? [found.items.get(itemKey(inner, inner))] : sizes && found.groups.get(sizes);
  return groups.map(({ id }, row) => {
    const option = options.findIndex((one) => one.id === id.slice(id.lastIndexOf('+') + 1));
    return whole?.[blocks[row] ?? 0]?.options[option];
  });
}
