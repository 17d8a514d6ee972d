import type { Analysis, Breakdown } from '../analysis.ts';
import type { Cell } from './count-table.ts';
import type { Limits } from './limits.ts';
import { type Places, type Tables, baseColumns, itemKey, shown, unshown } from './places.ts';
import { blocksOf, isTangled, outerOf, sizesOf, turnedOf } from './related-groups.ts';
import { type Rows, besides, tabulateRows } from './row-tables.ts';

/**
 * A breakdown as tables, and where each of its groups stands; nothing where its sums are those of more tables than an
 * exchange can follow: groups within groups that overlap, or that another breakdown has in another order.
 */
export function tabulateGroups(
  breakdown: Breakdown<number>,
  analysis: Analysis<number>,
  found: Tables,
  limits: Limits,
): readonly Places[] | undefined {
  const { byQuestions, groups, overlapping, total } = breakdown;
  const turned = turnedPlaces(breakdown, analysis, found);
  if (turned) return turned;
  if (byQuestions.length > 1 && (overlapping || isTangled(breakdown, analysis))) return undefined;
  const outer = outerOf(breakdown, analysis);
  const around = outer
    ? found.groups.get(outer)
    : [found.items.get(itemKey(breakdown.question, breakdown.item))];
  if (around === undefined) return undefined;
  const blocks = blocksOf(breakdown, outer);
  const sizes = sizesOf(breakdown, analysis, found);
  const totals = outer ? outer.groups : [total];
  const placesOf = (rows: Rows) => tabulateRows(rows, breakdown, totals, around, analysis, limits);
  if (overlapping) {
    return groups.flatMap((group, index) => {
      const sums = [sizes[index], besides(sizes[index])];
      return placesOf({ lines: [shown, unshown], groups: [group, undefined], sums }).slice(0, 1);
    });
  }
  const left = [...new Set(blocks)];
  // How those in no group answered shows only in how far groups are from all others, which is lost with it, and in the bases of
  // the breakdown the other way round, where there is one.
  const cost = turnedOf(breakdown, analysis) ? 4 : 0.6;
  return placesOf({
    lines: [
      ...blocks.map((block) => ({ ...shown, block })),
      ...left.map((block) => ({ block, isShown: false, cost })),
    ],
    groups: [...groups, ...left.map(() => undefined)],
    sums: sizes,
  });
}

/** The places of the same counts in a breakdown of the one question by the other, turned round; nothing where there is none. */
function turnedPlaces(
  breakdown: Breakdown<number>,
  analysis: Analysis<number>,
  found: Tables,
): readonly Places[] | undefined {
  const { groups, total } = breakdown;
  const other = turnedOf(breakdown, analysis);
  const places = other && found.groups.get(other);
  if (other === undefined || places === undefined) return undefined;
  return groups.map((one): Places => {
    const column = other.total.options.findIndex(({ id }) => id === one.id);
    const options = total.options.map(({ id }) => {
      const row = other.groups.findIndex((group) => group.id === id);
      return places[row]?.options[column] as Cell;
    });
    return { options, base: baseColumns(total).flatMap((at) => options[at] ?? []) };
  });
}
