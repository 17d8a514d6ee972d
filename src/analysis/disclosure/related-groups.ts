import type { Analysis, Breakdown, Group } from '../analysis.ts';

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

/** The group that a nested one is within, by its position. */
export function outerGroup({ id }: Pick<Group, 'id'>, { groups }: Pick<Breakdown, 'groups'>): number {
  return groups.findIndex((outer) => id.startsWith(`${outer.id}+`));
}
