import type { Analysis, ItemAnalysis, QuestionAnalysis } from '../analysis.ts';
import type { Cell, CountTable, Line } from './count-table.ts';
import { type Limits, isDeclined, isSmallCount, isSmallGroup } from './limits.ts';
import { type Places, baseColumns, netsOf, shown, unshown } from './places.ts';

/** A row that nobody sees, of which nothing is known but its sums. */
const unknown = Infinity;

/** All responses to an item, over a row that nobody sees: as many more of one option, as many fewer of another. */
export function tabulateItem(
  question: QuestionAnalysis<number>,
  item: ItemAnalysis<number>,
  analysis: Analysis<number>,
  limits: Limits,
): Places {
  const isGuarded = question.profile || analysis.selection !== undefined;
  const isSmall = analysis.selection !== undefined && isSmallGroup(item, limits);
  const makesGroups = analysis.breakdowns.some(({ byQuestions }) =>
    byQuestions.some(({ id }) => id === question.id),
  );
  const guards = (count: number, label: string) =>
    isGuarded && (isSmall || (isSmallCount(count, limits) && !isDeclined(label)));
  const lines = item.options.map(({ label, figure }): Line => {
    // Hiding how many are in a group hides the group in every breakdown.
    const cost = makesGroups && figure.count >= limits.group ? 6 : 1;
    return { ...shown, cost: isDeclined(label) ? 30 : cost };
  });
  const counts = item.options.map(({ figure }) => figure.count);
  const alone = {
    rows: [shown, unshown],
    parents: [],
    isTurned: false,
    rowSum: () => undefined,
    columnSum: () => undefined,
  };
  const guardedOf = (option: number) => guards(counts[option] ?? 0, item.options[option]?.label ?? '');
  if (question.kind === 'multiple') {
    const options = lines.map((line, option): Cell => {
      const count = counts[option] ?? 0;
      const table: CountTable = {
        ...alone,
        columns: [line, unshown],
        counts: [count, item.base.count - count, unknown, unknown],
        guarded: new Set(guardedOf(option) ? [0] : []),
        nets: [],
        guardedNets: new Set(),
        base: [0, 1],
      };
      return { table, at: 0 };
    });
    return { options, base: [] };
  }
  const table: CountTable = {
    ...alone,
    columns: lines,
    counts: [...counts, ...counts.map(() => unknown)],
    guarded: new Set([...counts.keys()].filter(guardedOf)),
    nets: netsOf(item),
    guardedNets: new Set(
      item.nets.flatMap(({ label, figure }, net) => (guards(figure.count, label) ? [net] : [])),
    ),
    base: baseColumns(item),
  };
  const options = counts.map((_, at): Cell => ({ table, at }));
  return { options, base: table.base.flatMap((column) => options[column] ?? []) };
}
