import { cyclesOf } from './cycles.ts';
import type { Dim } from './dims.ts';
import type { Edit } from './effects.ts';
import type { Field } from './fields.ts';
import { type Pool, rowsIn, strataOf, strataWith } from './pool.ts';
import type { Row, Table, Tables } from './tables.ts';
import { tradesOfTicks } from './ticks.ts';

/** A count that must not be found out: a figure of a row, or its base, with the options that it counts; or how many are in a state. */
export interface Target {
  readonly row: Row;
  readonly options: readonly number[];
  /** By position in `figures` of the row; none for the base. */
  readonly figure?: number;
  /** By position in `states`. */
  readonly state?: number;
}

/** Strata that are looked at for one target, the smallest number that leaves a choice. */
const MOST_STRATA = 12;
const FEW_STRATA = 4;

/**
 * Exchanges of answers among responses that are alike in every division but one, so that nothing is changed but the tables by
 * that one: first within the net of the option, so that the net can be shown, then within the base, then any.
 */
export function* exchangesWithin(target: Target, pool: Pool): Generator<readonly Edit[]> {
  const { field, split } = target.row.table;
  // Nobody enters or leaves a group, or an item, by an exchange of answers.
  if (target.figure === undefined || split === undefined) return;
  const group = target.row.table.rows.indexOf(target.row);
  for (const dim of split.dims.toReversed()) {
    if (dim.fields.includes(field)) continue;
    // Where the answers make groups too, all that is known of these groups changes with them.
    let left = field.makesGroups ? FEW_STRATA : MOST_STRATA;
    for (const stratum of strataWith(group, split, strataOf(field, dim, pool), pool)) {
      const rows = rowsIn(group, stratum, split);
      if (rows.size === stratum.rows) continue;
      if (left-- === 0) break;
      if (field.isSeveral) yield* tradesOfTicks(target, stratum, rows);
      else yield* cyclesOf(target, stratum, rows, tablesBy(dim, field, pool), besideOf(field, pool));
    }
  }
}

/** The tables of an item in which it shows that answers are exchanged between the parts of a division. */
function tablesBy(dim: Dim, field: Field, { tables }: Pool): Table[] {
  return (tables.byField.get(field) ?? []).filter(
    ({ split, isWithheld }) => !isWithheld && split?.dims.includes(dim),
  );
}

/** The items that are shown beside one, answer for answer: all where weights are raked by it, since who gives it weighs otherwise. */
function besideOf(field: Field, { tables }: Pool): Field[] {
  if (tables.weights?.makers.includes(field)) return tables.fields.filter((one) => one !== field);
  return pairedWith(field, tables);
}

/** The items that are shown beside one. */
export function pairedWith(field: Field, { pairings }: Tables): Field[] {
  return [...pairings].flatMap(({ view, clarity }) =>
    view === field ? [clarity] : clarity === field ? [view] : [],
  );
}
