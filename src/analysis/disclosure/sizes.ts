import type { Split } from './dims.ts';
import type { Making } from './effects.ts';
import { type Field, states } from './fields.ts';
import { answeredOf } from './limits.ts';
import type { Table, Tables } from './tables.ts';

/** The position of those who gave no answer. */
export const blanks = states.indexOf('blank');

/** By how much the sizes of groups differ. */
type Sizes = Pick<Making, 'sizes' | 'grouped'>;

/**
 * Whether readers would be told the same of how large groups are: which groups within groups are listed, and how many are in none. That
 * there may be groups that are not listed is said whether or not there are any.
 */
export function areSizesAsTold(differing: Sizes, tables: Tables): boolean {
  const { sizes, grouped } = differing;
  const nested = new Set([...sizes.keys()].flatMap(({ table }) => (table.split?.isNested ? table : [])));
  return (
    [...nested].every((table) => table.isWithheld || isListedAlike(table, differing, tables)) &&
    [...grouped].every(([split, more]) => more === 0 || mayUngroupedDiffer(split, tables))
  );
}

function isListedAlike({ rows }: Table, { sizes }: Sizes, { limits }: Tables): boolean {
  const groups = rows.filter(({ isRest }) => !isRest);
  return groups.every((row) => row.isListed === row.size + (sizes.get(row) ?? 0) >= limits.group);
}

/**
 * Whether which groups within groups are listed would tell how large a group is, as the results of all and the groups around them leave
 * it only one size of those that are listed, or of those that are not: then none may be where it is of this size, or next to it.
 */
export function isToldByListing(
  { rows, field: { item, positions } }: Table,
  { limits: { group } }: Tables,
): boolean {
  const ofAll = answeredOf(item);
  return rows.some(({ counts, distribution, isRest }) => {
    const inRow = answeredOf(distribution);
    return item.options.some(({ id, figure }) => {
      const count = counts[positions.get(id) ?? -1] ?? 0;
      const [lowest, highest] = [Math.max(0, figure.count + inRow - ofAll), Math.min(figure.count, inRow)];
      if (isRest || lowest >= group || highest < group) return false;
      const isLast = lowest === group - 1 && count <= (highest === group + 1 ? highest : group);
      const isFirst = highest === group && count >= (lowest === group - 2 ? lowest : group - 1);
      return isLast || isFirst;
    });
  });
}

/** Whether readers see which groups a table has: of groups within groups not where nothing is shown of any table by the same ones. */
export function areGroupsTold({ split }: Table, { byBreakdown }: Pick<Tables, 'byBreakdown'>): boolean {
  if (split?.isNested !== true) return true;
  return [...byBreakdown.values()].some((other) => other.split === split && !other.isWithheld);
}

/** Whether other responses may have more or fewer in no group: where how many gave no answer to a profile may be hidden. */
function mayUngroupedDiffer({ makers }: Split, tables: Tables): boolean {
  return makers.some((field) => mayBlanksBeHidden(field, tables));
}

/** Whether how many gave no answer to an item may be hidden: where no base says it, or little is shown of the results of all. */
export function mayBlanksBeHidden(field: Field, tables: Tables): boolean {
  const whole = tables.wholeOf(field);
  return whole?.isWithheld === true || whole?.rows[0]?.guard.mayHideBlanks === true;
}

/**
 * Hides how many are in no group by a profile of which it is hidden how many gave no answer: within groups it would tell how many of one
 * of these did not.
 */
export function hideUngrouped(tables: Tables): void {
  for (const split of tables.splits) if (areBlanksHidden(split, tables)) tables.ungrouped.add(split);
}

/** Whether it is hidden of all how many gave no answer to what makes some groups. */
export function areBlanksHidden({ makers }: Split, tables: Tables): boolean {
  return makers.some((maker) => tables.wholeOf(maker)?.rows[0]?.hidden.states.has(blanks) === true);
}
