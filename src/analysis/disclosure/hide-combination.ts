import type { OptionFigure } from '../analysis.ts';
import type { Combination } from '../combinations.ts';
import type { Cell } from './count-table.ts';
import { hideCount, isKnown } from './hide.ts';
import { isSmallCount } from './limits.ts';
import { itemKey } from './places.ts';
import type { Plan } from './publish.ts';

/**
 * Views beside clarity are the counts of a breakdown by clarity: what is hidden there is hidden here. Of one group only they are
 * counts of a group, and all are hidden where one is small.
 */
export function hideCombination(
  combination: Combination,
  { analysis, limits, tables, hiding }: Plan,
): Combination {
  const { question, item, clarity } = combination;
  const views = analysis.questions.find(({ id }) => id === question)?.items.find(({ id }) => id === item);
  const clear = analysis.questions
    .find(({ id }) => id === clarity.question)
    ?.items.find(({ id }) => id === clarity.item);
  const straight = analysis.breakdowns.find(
    (one) => one.by === clarity.question && one.question === question && one.item === item,
  );
  const turned = analysis.breakdowns.find(
    (one) => one.by === question && one.question === clarity.question && one.item === clarity.item,
  );
  const breakdown = straight ?? turned;
  const places = breakdown && tables.groups.get(breakdown);
  if (views === undefined || clear === undefined) return combination;
  if (analysis.selection !== undefined) {
    const own = [
      [question, item],
      [clarity.question, clarity.item],
    ].flatMap(([id = '', name = '']) => tables.items.get(itemKey(id, name))?.options ?? []);
    const isSmall = combination.figures.some(({ figure }) => isSmallCount(figure.count ?? 0, limits));
    const isShown = !isSmall && own.every((cell) => isKnown([cell], hiding));
    return {
      ...combination,
      figures: combination.figures.map((one) => ({ ...one, figure: hideCount(one.figure, isShown) })),
    };
  }
  if (breakdown === undefined || places === undefined) return combination;
  const [rows, columns] = straight ? [clear, views] : [views, clear];
  const cellsOf = (isRow: (option: OptionFigure) => boolean, isColumn: (option: OptionFigure) => boolean) =>
    breakdown.groups.flatMap(({ id }, index): Cell[] => {
      const row = rows.options.find((option) => option.id === id);
      if (row === undefined || !isRow(row)) return [];
      return columns.options.flatMap((option, column) =>
        isColumn(option) ? (places[index]?.options[column] ?? []) : [],
      );
    });
  const isSideOf = (side: OptionFigure['side']) => (option: OptionFigure) => option.side === side;
  const corners = combination.figures.map(({ sides }) => {
    if (sides === undefined) return [];
    const [view, clearness] = sides.map(isSideOf) as [
      (option: OptionFigure) => boolean,
      (option: OptionFigure) => boolean,
    ];
    return straight ? cellsOf(clearness, view) : cellsOf(view, clearness);
  });
  return {
    ...combination,
    figures: combination.figures.map((one, index) => {
      const cells = one.sides === undefined ? corners.flat() : (corners[index] ?? []);
      return {
        ...one,
        figure: hideCount(one.figure, isKnown(cells, hiding)),
      };
    }),
  };
}
