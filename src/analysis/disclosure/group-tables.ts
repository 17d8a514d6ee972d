import type { Analysis, Breakdown } from '../analysis.ts';
import type { Cell } from './count-table.ts';
import type { Limits } from './limits.ts';
import { type Places, type Tables, baseColumns, itemKey, shown, unshown } from './places.ts';
import { blocksOf, isTangled, outerOf, sizesOf, turnedOf } from './related-groups.ts';
import { type Rows, besides, tabulateRows } from './row-tables.ts';

/**
 * Those in no group: how they answered shows only in how far groups are from all others, which is lost with it, and in the bases
 * of a breakdown of the one question by the other where there is one.
 */
const inNoGroup = { isShown: false, cost: 0.6 };

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
  const [whole] = byQuestions;
  if (around === undefined || whole === undefined) return undefined;
  const blocks = blocksOf(breakdown, outer);
  const sizes = sizesOf(breakdown, analysis, found);
  const parts: Rows[] = overlapping
    ? groups.map((group, index) => ({
        lines: [shown, unshown],
        groups: [group, undefined],
        sums: [sizes[index], besides(sizes[index])],
      }))
    : [
        {
          lines: [
            ...blocks.map((block) => ({ ...shown, block })),
            ...[...new Set(blocks)].map((block) => ({
              ...inNoGroup,
              block,
              cost: turnedOf(breakdown, analysis) ? 4 : 0.6,
            })),
          ],
          groups: [...groups, ...[...new Set(blocks)].map(() => undefined)],
          sums: sizes,
        },
      ];
  const totals = outer ? outer.groups : [total];
  const made = parts.map((rows) => tabulateRows(rows, breakdown, totals, around, analysis, limits));
  return overlapping ? made.map(([first]) => first as Places) : (made[0] ?? []);
}

/** The places of the same counts in a breakdown of the one question by the other, turned round; nothing where there is none. */
function turnedPlaces(
  { by, byQuestions, question, item, groups, total }: Breakdown<number>,
  analysis: Analysis<number>,
  found: Tables,
): readonly Places[] | undefined {
  const other = turnedOf({ by, byQuestions, question, item }, analysis);
  const places = other && found.groups.get(other);
  if (places === undefined) return undefined;
  const columns = groups.map(({ id }) => other?.total.options.findIndex((option) => option.id === id) ?? -1);
  return columns.map((column): Places => {
    const options = total.options.map(({ id }) => {
      const row = other?.groups.findIndex((group) => group.id === id) ?? -1;
      return places[row]?.options[column] as Cell;
    });
    return { options, base: baseColumns(total).flatMap((at) => options[at] ?? []) };
  });
}
