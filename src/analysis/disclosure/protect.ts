import type { Responses } from '../../responses/responses.ts';
import type { Analysis } from '../analysis.ts';
import { type Bounds, addBounds, isOpen } from './bounds.ts';
import { hide } from './changes.ts';
import type { Target } from './exchanges.ts';
import type { Field } from './fields.ts';
import type { Limits } from './limits.ts';
import { FORBIDDEN } from './loss.ts';
import { poolOf } from './pool.ts';
import { canBeRounded } from './rounded.ts';
import { type Alternative, GOOD, bestFor } from './search.ts';
import { type Row, type Table, type Tables, isLarge, tabulate } from './tables.ts';
import { ToldByWeights } from './told-by-weights.ts';
import { withhold, withholdBeside, withholdSizes } from './withhold.ts';

/**
 * The tables of an analysis and what of them is hidden. Weighted results are exact, or rounded where exact ones would tell what is
 * hidden; nothing of a table is shown where even these would.
 */
export function protectedTables(
  analysis: Analysis<number>,
  responses: Responses,
  limits: Limits,
): { readonly tables: Tables; readonly alternatives: readonly Alternative[] } {
  const roundings = canBeRounded(analysis) ? [false, true] : [false];
  for (const isRounded of roundings) {
    const tables = tabulate(analysis, responses, limits, isRounded);
    try {
      return { tables, alternatives: protect(tables, tables.weights === undefined) };
    } catch (error) {
      if (!(error instanceof ToldByWeights)) throw error;
    }
  }
  const tables = tabulate(analysis, responses, limits, roundings.length > 1);
  return { tables, alternatives: protect(tables, true) };
}

/** Finds other responses in which a count is another and that hide less than so much more, and says whether there are any. */
type Search = (target: Target, mostLoss?: number) => boolean;

/**
 * Chooses what to hide so that no guarded count can be worked out, and little else is lost. For each guarded count other
 * responses are found, which might as well have been received: some answer otherwise, so that the count is another. Whatever
 * else they would change is hidden too. So whoever solves for a hidden count from all that is published, in whatever way,
 * finds at least two values. Marks the tables, and returns the responses found. Throws `ToldByWeights` where a table must be withheld
 * and may not be, or where that is not enough.
 */
export function protect(tables: Tables, mayWithhold: boolean): Alternative[] {
  const all = [...tables.byField.values()].flat();
  const ordered = all.toSorted((a, b) => (a.split?.dims.length ?? 0) - (b.split?.dims.length ?? 0));
  const isGuarded = ({ rows }: Table) => rows.some(({ guard }) => guard.options.size > 0 || guard.isBaseToo);
  if (!all.some(isGuarded)) return [];
  const raked = tables.weights?.dims.flatMap(({ fields }) => fields) ?? [];
  const withholdIt = (table: Table): void => {
    if (!mayWithhold) throw toldByWeights(table, raked);
    withhold(table, tables);
  };
  for (const table of ordered) if (isGuarded(table) && isLarge(table)) withholdIt(table);
  const pool = poolOf(tables);
  const alternatives: Alternative[] = [];
  const bounds = new Map<Row, Bounds>();
  const search: Search = (target, mostLoss = FORBIDDEN) => {
    if (isTargetOpen(target, bounds)) return true;
    const found = bestFor(target, pool, mostLoss);
    if (found === undefined) return false;
    hide(found.effects);
    addBounds(bounds, found.effects);
    alternatives.push(found.edits);
    return true;
  };
  const isSearched = (table: Table) => !table.isWithheld || !isLarge(table);
  /** First nothing is shown of what tells a table by its sizes, then of the table itself, at last of what else tells it. */
  const giveUp = (table: Table, isOfNobody: boolean): boolean => {
    if (mayWithhold && withholdSizes(table, tables)) return true;
    if (!table.isWithheld) withholdIt(table);
    else if (isOfNobody || !withholdBeside(table, tables)) return false;
    return true;
  };
  for (let before = -1; before < alternatives.length;) {
    before = alternatives.length;
    for (const table of ordered) if (isSearched(table)) protectTable(table, search, giveUp);
  }
  const isTold = (table: Table) =>
    isSearched(table) && !guardedIn(table).every((one) => one.isOfNobody || isTargetOpen(one, bounds));
  const told = tables.weights ? ordered.find(isTold) : undefined;
  if (told) throw toldByWeights(told, raked);
  return alternatives;
}

/** Hides the guarded nets and counts of a table, and every count of a row of which the base is hidden. */
function protectTable(
  table: Table,
  search: Search,
  giveUp: (table: Table, isOfNobody: boolean) => boolean,
): void {
  for (const target of guardedIn(table)) while (!search(target)) if (!giveUp(table, target.isOfNobody)) break;
  // Without a base no percentage can be shown, and so no count is, unless it follows from what is shown or nobody gave the answer.
  for (const row of table.rows.filter(({ isRest }) => !isRest))
    for (const [option, count] of row.hidden.base || table.isWithheld ? row.counts.entries() : [])
      if (count > 0) search({ row, options: [option] }, table.isWithheld ? GOOD : FORBIDDEN);
}

/** A guarded count; `isOfNobody` says that it is 0: whoever can work it out learns nothing of anybody. */
type Guarded = Target & { readonly isOfNobody: boolean };

/** What must not be found out of a table. */
function guardedIn({ rows }: Table): Guarded[] {
  return rows.flatMap((row): Guarded[] => {
    const { guard, nets, counts } = row;
    const countOf = (options: readonly number[]) => options.reduce((sum, at) => sum + (counts[at] ?? 0), 0);
    const all = counts.map((_, option) => option);
    const targets: Target[] = [
      ...(guard.isBaseToo ? [{ row, options: all, isBase: true } as const] : []),
      ...[...guard.nets].map((net) => ({ row, net, options: nets[net] ?? [] })),
      ...[...guard.options].map((option) => ({ row, options: [option] })),
    ];
    return targets.map((target) => ({ ...target, isOfNobody: countOf(target.options) === 0 }));
  });
}

/** Whether other responses were found in which a count is another. */
function isTargetOpen(
  { row, options: [option = -1], net, isBase }: Target,
  bounds: ReadonlyMap<Row, Bounds>,
): boolean {
  const own = bounds.get(row);
  if (isBase) return isOpen(own?.base);
  return isOpen(net === undefined ? own?.options.get(option) : own?.nets.get(net));
}

function toldByWeights({ field, split }: Table, raked: readonly Field[]): ToldByWeights {
  return new ToldByWeights(
    field.question.id,
    split?.by,
    raked.map(({ question }) => question.id),
  );
}
