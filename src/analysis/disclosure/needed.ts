import { groupBy } from '../../intake/group-by.ts';
import { type Bounds, addBounds, isOpen } from './bounds.ts';
import { hide } from './changes.ts';
import type { Target } from './exchanges.ts';
import type { Found } from './search.ts';
import { nothingHidden } from './rows.ts';
import type { Row, Tables } from './tables.ts';

/**
 * Which of the other responses found are needed for each target to be another number in some: those found first may do nothing that
 * later ones do not. The dearest are left out first, and shown again is what only they would change.
 */
export function keepNeeded(found: readonly Found[], targets: readonly Target[], tables: Tables): Found[] {
  const byRow = groupBy(targets, ({ row }) => row);
  const opened = new Map(found.map((one) => [one, openedBy(one, byRow)]));
  const times = new Map<Target, number>();
  for (const own of opened.values())
    for (const target of own) times.set(target, (times.get(target) ?? 0) + 1);
  const needed = new Set(found);
  for (const one of found.toSorted((a, b) => b.loss - a.loss)) {
    const own = opened.get(one) ?? [];
    if (own.some((target) => (times.get(target) ?? 0) < 2)) continue;
    needed.delete(one);
    for (const target of own) times.set(target, (times.get(target) ?? 0) - 1);
  }
  if (needed.size === found.length) return [...found];
  for (const { rows } of tables.all) for (const row of rows) row.hidden = nothingHidden();
  for (const { hidden, shifted } of tables.pairings) for (const part of [hidden, shifted]) part.clear();
  tables.ungrouped.clear();
  for (const { effects } of needed) hide(effects, tables);
  return [...needed];
}

/** The targets, given by their rows, that are another number in some other responses. */
function openedBy({ effects }: Found, byRow: ReadonlyMap<Row, readonly Target[]>): Target[] {
  const bounds = new Map<Row, Bounds>();
  addBounds(bounds, effects);
  return [...bounds.keys()].flatMap((row) =>
    (byRow.get(row) ?? []).filter((target) => isTargetOpen(target, bounds)),
  );
}

/** Whether other responses were found in which a count is another. */
export function isTargetOpen({ row, figure }: Target, bounds: ReadonlyMap<Row, Bounds>): boolean {
  const own = bounds.get(row);
  return isOpen(figure === undefined ? own?.base : own?.figures.get(figure));
}
