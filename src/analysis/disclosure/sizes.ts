import type { Split } from './dims.ts';
import type { Making } from './effects.ts';
import type { Table, Tables } from './tables.ts';

/** By how much the sizes of groups differ. */
type Sizes = Pick<Making, 'sizes' | 'grouped' | 'founded'>;

/**
 * Whether readers would be told the same of how large groups are: which groups within groups are listed, whether there are others that
 * are not, and how many are in none.
 */
export function areSizesAsTold(differing: Sizes, tables: Tables): boolean {
  const { sizes, grouped } = differing;
  const nested = new Set([...sizes.keys()].flatMap(({ table }) => (table.split?.isNested ? table : [])));
  return (
    [...nested].every((table) => table.isWithheld || isListedAlike(table, differing, tables)) &&
    [...grouped].every(([split, more]) => more === 0 || mayUngroupedDiffer(split, tables))
  );
}

function isListedAlike({ rows, split }: Table, { sizes, founded }: Sizes, { limits }: Tables): boolean {
  const groups = rows.filter(({ isRest }) => !isRest);
  const now = groups.map((row) => row.size + (sizes.get(row) ?? 0));
  const isUnlisted = (size: number) => size > 0 && size < limits.group;
  const isFounded = split !== undefined && (founded.get(split) ?? 0) > 0;
  return (
    groups.every(({ isListed }, at) => isListed === (now[at] ?? 0) >= limits.group) &&
    groups.some(({ size }) => isUnlisted(size)) === (isFounded || now.some(isUnlisted))
  );
}

/** Whether readers see which groups a table has: of groups within groups not where nothing is shown of any table by the same ones. */
export function areGroupsTold({ split }: Table, { byBreakdown }: Pick<Tables, 'byBreakdown'>): boolean {
  if (split?.isNested !== true) return true;
  return [...byBreakdown.values()].some((other) => other.split === split && !other.isWithheld);
}

/** Whether other responses may have more or fewer in no group: where little is shown of a profile that says how many gave no answer. */
function mayUngroupedDiffer({ makers }: Split, tables: Tables): boolean {
  return makers.some((field) => tables.wholeOf(field)?.isWithheld);
}
