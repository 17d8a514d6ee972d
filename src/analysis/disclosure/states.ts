import { states } from './fields.ts';
import type { Row, Table, Tables } from './tables.ts';

/**
 * Hides how many of a group answered and how many did not with whatever else is hidden of it, where its base does not say so: which of
 * these are hidden would tell something.
 */
export function hideStates(tables: Tables): void {
  for (const table of tables.all) {
    if (table.split === undefined) continue;
    const given = states.flatMap((state, at) => (table.field.item.states[state] > 0 ? [at] : []));
    const rows = given.length < 2 ? [] : table.rows.filter((row) => !row.isRest && isUntold(row));
    for (const { hidden } of rows) for (const state of given) hidden.states.add(state);
    if (rows.length > 0) hideRests(table, tables);
  }
}

/** Whether neither the base of a group nor the counts of it that are shown say how many answered. */
function isUntold({ distribution, figures, hidden, table: { field } }: Row): boolean {
  const { rule } = distribution.base;
  const isOutside = (at: number) => figures[at]?.some((option) => field.sides[option] === 'outside') === true;
  const isHidden = rule === 'gave-view' ? [...hidden.figures].some(isOutside) : hidden.figures.size > 0;
  return rule !== 'answered' && isHidden;
}

/**
 * How far groups are from all others says what those in none answered: where these groups are the answers to an item, and the answers the
 * groups of a table, that is how many of the table's groups did not answer.
 */
function hideRests({ field, split }: Table, { all }: Tables): void {
  for (const other of all)
    if (split?.makers.includes(other.field) && other.split?.makers.includes(field))
      for (const { hidden } of other.rows) hidden.otherBase = true;
}
