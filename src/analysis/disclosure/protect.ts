import type { Responses } from '../../responses/responses.ts';
import type { Analysis } from '../analysis.ts';
import { type Bounds, addBounds, isTargetOpen, keepNeeded } from './bounds.ts';
import { hide } from './changes.ts';
import type { Target } from './exchanges.ts';
import type { Field } from './fields.ts';
import type { Limits } from './limits.ts';
import { ToldByWeights, firstThatShows, hiddenIn } from './ladder.ts';
import { FORBIDDEN, lossOfTable } from './loss.ts';
import { poolOf } from './pool.ts';
import { canBeRounded } from './rounded.ts';
import { type Alternative, type Chosen, GOOD, bestFor } from './search.ts';
import { blanks, hideUngrouped, isToldByListing } from './sizes.ts';
import { hideStates } from './states.ts';
import { type Row, type Table, type Tables, isLarge, tabulate } from './tables.ts';
import { hideWithheld, withhold, withholdBeside, withholdSizes } from './withhold.ts';

/** Told again and again while it goes on, which may take many seconds. */
export type GoesOn = () => void;

/** Tables with what of them is hidden, and the other responses of which all else would be the same. */
interface Protected {
  readonly tables: Tables;
  readonly alternatives: readonly Alternative[];
}

/**
 * The tables of an analysis and what of them is hidden. Weighted results are exact, or rounded where exact ones would tell what is
 * hidden or much more can be shown so; nothing of a table is shown where even these would. They are rounded too where those of groups
 * are not weighted.
 */
export function protectedTables(
  analysis: Analysis<number>,
  responses: Responses,
  limits: Limits,
  goesOn?: GoesOn,
): Protected {
  const isRounded = canBeRounded(analysis);
  const protectExact = (): Protected => {
    const tables = tabulate(analysis, responses, limits);
    return { tables, alternatives: protect(tables, tables.weights === undefined, goesOn) };
  };
  const protectRounded = (): Protected => {
    const tables = tabulate(analysis, responses, limits, isRounded);
    return { tables, alternatives: protect(tables, true, goesOn) };
  };
  const isOfAllOnly = analysis.weighting?.ofAllOnly === true;
  return firstThatShows(
    [...(isOfAllOnly ? [] : [protectExact]), ...(analysis.weighting ? [protectRounded] : [])],
    ({ tables }) => hiddenIn(tables),
  );
}

/** Finds other responses in which a count is another and that hide less than so much more, and says whether there are any. */
type Search = (target: Target, mostLoss?: number) => boolean;

/** Withholds more of what may tell a count of a table, and says whether there was any. */
type GiveUp = (table: Table, target: Target) => boolean;

/**
 * Chooses what to hide so that no guarded count can be worked out, and little else is lost. For each guarded count other
 * responses are found, which might as well have been received: some answer otherwise, so that the count is another. Whatever
 * else they would change is hidden too. So whoever solves for a hidden count from all that is published, in whatever way,
 * finds at least two values. Marks the tables, and returns the responses found. Throws `ToldByWeights` where a table must be withheld
 * and may not be, or where that is not enough.
 */
export function protect(tables: Tables, mayWithhold: boolean, goesOn?: GoesOn): Alternative[] {
  const ordered = tables.all.toSorted((a, b) => (a.split?.dims.length ?? 0) - (b.split?.dims.length ?? 0));
  const isGuarded = ({ rows }: Table) => rows.some(({ guard }) => guard.figures.size > 0 || guard.isBaseToo);
  if (!ordered.some(isGuarded)) return [];
  const raked = tables.weights?.makers ?? [];
  const withholdIt = (table: Table, target?: Target): void => {
    if (!mayWithhold) throw toldByWeights(table, target, raked);
    withhold(table, tables);
  };
  for (const table of ordered) if (isGuarded(table) && isLarge(table)) withholdIt(table);
  for (const table of ordered)
    if (mayWithhold && isGuarded(table) && isToldByListing(table, tables)) withholdSizes(table, tables);
  const pool = poolOf(tables);
  // What they would change is found out again at the end: of tens of thousands it takes a gigabyte.
  const all: Chosen[] = [];
  const targets: Target[] = [];
  const bounds = new Map<Row, Bounds>();
  const search: Search = (target, mostLoss = FORBIDDEN) => {
    if (!isTargetOpen(target, bounds)) {
      goesOn?.();
      const found = bestFor(target, pool, mostLoss);
      if (found === undefined) return false;
      hide(found.effects, tables);
      addBounds(bounds, found.effects);
      all.push({ edits: found.edits, loss: found.loss });
    }
    targets.push(target);
    return true;
  };
  /** First what tells a table by its sizes is withheld, then the table itself, at last what else tells it. */
  const giveUp: GiveUp = (table, target) => {
    if (isFixed(table, raked, tables)) throw toldByWeights(table, target, raked);
    if (mayWithhold && withholdSizes(table, tables)) return true;
    if (table.isWithheld) return withholdBeside(table, tables);
    withholdIt(table, target);
    return true;
  };
  for (let before = -1; before < all.length;) {
    before = all.length;
    targets.length = 0;
    for (const table of ordered) protectTable(table, tables, search, giveUp);
  }
  for (const table of tables.weights ? ordered : []) {
    const told = guardedIn(table, tables).find((one) => !one.mayBeTold && !isTargetOpen(one, bounds));
    if (told) throw toldByWeights(table, told, raked);
  }
  const needed = keepNeeded(all, targets, tables);
  hideUngrouped(tables);
  hideWithheld(tables);
  hideStates(tables);
  return needed.map(({ edits }) => edits);
}

/** Whether weights are raked by all that a table counts: whatever is hidden, other counts would come to other weights. */
function isFixed({ field, split }: Table, raked: readonly Field[], { isOfGroup }: Tables): boolean {
  const isRaked = (fields: readonly Field[]) =>
    fields.length > 0 && fields.every((one) => raked.includes(one));
  return !isOfGroup && isRaked([field]) && (split?.dims.every(({ fields }) => isRaked(fields)) ?? true);
}

/** Hides the guarded nets and counts of a table, and every count of a row of which the base is hidden. */
function protectTable(table: Table, tables: Tables, search: Search, giveUp: GiveUp): void {
  const guarded = guardedIn(table, tables);
  for (const target of guarded.toSorted((a, b) => Number(a.mayBeTold) - Number(b.mayBeTold)))
    while (!search(target, target.mayBeTold ? DEAR : mostLossIn(table, tables)))
      if (target.mayBeTold || !giveUp(table, target)) break;
  // Without a base no percentage can be shown, and so no count is, unless it follows from what is shown or nobody gave the answer.
  for (const row of table.rows.filter(({ isRest }) => !isRest))
    for (const [option, count] of row.hidden.base ? row.counts.entries() : [])
      if (count > 0) search({ row, figure: option, options: [option] }, table.isWithheld ? GOOD : FORBIDDEN);
}

/**
 * So much that all of a table had rather be withheld, if it is one of groups within groups or weighted results are rounded: as much as
 * is lost with it.
 */
function mostLossIn(table: Table, { rounding }: Tables): number {
  const mayGo = rounding !== undefined || table.split?.isNested;
  return table.isWithheld || !mayGo ? FORBIDDEN : Math.max(DEAR, lossOfTable(table));
}

/** So much that it is not worth to hide what may be told. */
const DEAR = 1.2;

/**
 * A guarded count. That nobody of a small group gave an answer may be told where responses are weighted, since weighted results
 * would tell it and nobody is recognised by it.
 */
type Guarded = Target & { readonly mayBeTold: boolean };

/** What must not be found out of a table. */
function guardedIn({ rows }: Table, { weights }: Tables): Guarded[] {
  return rows.flatMap((row): Guarded[] => {
    const { guard, figures, counts } = row;
    const isOfNobody = (options: readonly number[]) => options.every((at) => (counts[at] ?? 0) === 0);
    return [
      // With the one small count, whatever else is hidden: another run may show what is hidden for its sake in this one.
      ...(guard.mayHideBlanks ? [{ row, options: [], state: blanks, mayBeTold: true }] : []),
      ...(guard.isBaseToo ? [{ row, options: [...counts.keys()], mayBeTold: false }] : []),
      ...[...guard.figures].map((figure) => {
        const options = figures[figure] ?? [];
        return { row, figure, options, mayBeTold: weights !== undefined && isOfNobody(options) };
      }),
    ];
  });
}

function toldByWeights(
  { field, split }: Table,
  target: Target | undefined,
  raked: readonly Field[],
): ToldByWeights {
  const { ids, item } = field;
  const labelOf = (at: number) => item.options.filter(({ id }) => id === ids[at]).map(({ label }) => label);
  return new ToldByWeights({
    question: field.question.id,
    ...(split && { by: split.by }),
    answers: target?.figure === undefined ? [] : target.options.flatMap(labelOf),
    raked: raked.map(({ question }) => question.id),
  });
}
