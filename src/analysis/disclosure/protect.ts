import type { Responses } from '../../responses/responses.ts';
import type { Analysis } from '../analysis.ts';
import { baseOf, hide } from './changes.ts';
import { type Edit, type Effect, type Effects, effectsOf } from './effects.ts';
import { type Target, exchangesWithin } from './exchanges.ts';
import type { Field } from './fields.ts';
import { changesAlone, exchangesAcross } from './loose.ts';
import type { Limits } from './limits.ts';
import { FORBIDDEN, lossBeside, lossOf } from './loss.ts';
import { type Pool, poolOf } from './pool.ts';
import { repair } from './repair.ts';
import { canBeRounded } from './rounded.ts';
import { withRoutes } from './routes.ts';
import { type Table, type Tables, tabulate } from './tables.ts';
import { ToldByWeights } from './told-by-weights.ts';
import { withhold } from './withhold.ts';

/** Other responses of which all that is shown would be the same: some that answer otherwise. */
export type Alternative = readonly Edit[];

/** Of larger tables nothing is shown if anything in them must be hidden: looking for what to hide would take too long. */
const MOST_CELLS = 3000;

/** An exchange that hides less than this beside what must be hidden is good enough. */
const GOOD = 1;

/** More than an exchange between two groups and two options hides. */
const POOR = 3.5;

/** So many of the exchanges that hide least at first sight are looked into. */
const MOST_REPAIRED = 3;

/**
 * The tables of an analysis and what of them is hidden. Weighted results are exact, or rounded where exact ones would tell what is
 * hidden.
 */
export function protectedTables(
  analysis: Analysis<number>,
  responses: Responses,
  limits: Limits,
): { readonly tables: Tables; readonly alternatives: readonly Alternative[] } {
  const roundings = canBeRounded(analysis) ? [false, true] : [false];
  let told: ToldByWeights | undefined;
  for (const isRounded of roundings) {
    const tables = tabulate(analysis, responses, limits, isRounded);
    try {
      return { tables, alternatives: protect(tables, tables.weights === undefined) };
    } catch (error) {
      if (!(error instanceof ToldByWeights)) throw error;
      told = error;
    }
  }
  const tables = tabulate(analysis, responses, limits, roundings.length > 1);
  if (rakedIn(tables).length > 0) throw told;
  return { tables, alternatives: protect(tables, true) };
}

/**
 * Chooses what to hide so that no guarded count can be worked out, and little else is lost. For each guarded count other
 * responses are found, which might as well have been received: some answer otherwise, so that the count is another. Whatever
 * else they would change is hidden too. So whoever solves for a hidden count from all that is published, in whatever way,
 * finds at least two values. Marks the tables, and returns the responses found. Throws `ToldByWeights` where a table must be withheld
 * and may not be.
 */
export function protect(tables: Tables, mayWithhold: boolean): Alternative[] {
  const withholdIt = (table: Table): void => {
    if (!mayWithhold) throw toldByWeights(table, rakedIn(tables));
    withhold(table, tables);
  };
  const all = [...tables.byField.values()].flat();
  const ordered = all.toSorted((a, b) => (a.split?.dims.length ?? 0) - (b.split?.dims.length ?? 0));
  const isGuarded = ({ rows }: Table) => rows.some(({ guard }) => guard.options.size > 0 || guard.isBaseToo);
  if (!all.some(isGuarded)) return [];
  for (const table of ordered) {
    if (isGuarded(table) && table.rows.length * table.field.ids.length > MOST_CELLS) withholdIt(table);
  }
  const pool = poolOf(tables);
  const alternatives: Alternative[] = [];
  const search = (target: Target): boolean => {
    const found = bestFor(target, pool);
    if (found === undefined) return false;
    hide(found.effects);
    alternatives.push(found.edits);
    return true;
  };
  for (let before = -1; before < alternatives.length;) {
    before = alternatives.length;
    for (const table of ordered) protectTable(table, search, () => withholdIt(table));
  }
  return alternatives;
}

/** Hides the guarded nets and counts of a table, and every count of a row of which the base is hidden. */
function protectTable(table: Table, search: (target: Target) => boolean, withholdIt: () => void): void {
  for (const row of table.rows) {
    const { guard, hidden, nets, counts } = row;
    const all = counts.map((_, option) => option);
    const isBaseOpen = guard.isBaseToo && !table.isWithheld && !hidden.base;
    if (isBaseOpen && !search({ row, options: all, isBase: true })) withholdIt();
    for (const net of guard.nets) {
      if (table.isWithheld) return;
      if (!hidden.nets.has(net) && !search({ row, options: nets[net] ?? [] })) withholdIt();
    }
    for (const option of guard.options) {
      if (table.isWithheld) return;
      if (!hidden.options.has(option) && !search({ row, options: [option] })) withholdIt();
    }
    // Without a base no percentage can be shown, and so no count is; that nobody gave an answer is no secret.
    for (const [option, count] of hidden.base ? counts.entries() : []) {
      if (count > 0 && !hidden.options.has(option)) search({ row, options: [option] });
    }
  }
}

/** The questions that weights are raked by. */
function rakedIn({ weights }: Tables): readonly Field[] {
  return weights?.dims.flatMap(({ fields }) => fields) ?? [];
}

function toldByWeights({ field, split }: Table, raked: readonly Field[]): ToldByWeights {
  return new ToldByWeights(
    field.question.id,
    split?.by,
    raked.map(({ question }) => question.id),
  );
}

interface Found {
  readonly edits: Alternative;
  readonly effects: Effects;
  readonly loss: number;
}

/** The other responses in which a count is another and that hide least; nothing where none are found. */
function bestFor(target: Target, pool: Pool): Found | undefined {
  const isWanted = ({ rows }: Effects) => isChanged(target, rows.get(target.row));
  /** Those that hide least, the best first. */
  const best: Found[] = [];
  const consider = (candidate: Alternative, isMended = false): boolean => {
    const edits = withRoutes(candidate, pool.tables.fields);
    const effects = edits && effectsOf(edits, pool.tables);
    if (edits === undefined || effects === undefined || !isWanted(effects)) return false;
    const most = best[MOST_REPAIRED - 1]?.loss ?? Infinity;
    const beside = lossBeside(effects);
    const loss = lossOf(effects, most + beside);
    const isMendable = beside > 0 && !isMended && loss - beside < (best[0]?.loss ?? Infinity);
    if (isMendable && consider(repair(edits, isWanted, pool), true)) return true;
    if (loss >= most) return false;
    const place = best.findIndex((one) => loss < one.loss);
    best.splice(place < 0 ? best.length : place, 0, { edits, effects, loss });
    best.splice(MOST_REPAIRED);
    return loss < GOOD;
  };
  const considerAll = (candidates: Iterable<Alternative>): boolean => {
    for (const edits of candidates) if (consider(edits)) return true;
    return false;
  };
  const isGood = considerAll(exchangesWithin(target, pool)) || considerAll(changesAlone(target, pool));
  const isPoor = () => best[0] === undefined || best[0].loss > POOR;
  if (!isGood && isPoor()) {
    considerAll(exchangesAcross(target, pool));
    for (const { edits } of [...best]) if (isPoor()) consider(repair(edits, isWanted, pool), true);
  }
  const [found] = best;
  return found && found.loss < FORBIDDEN ? found : undefined;
}

function isChanged({ row, options, isBase }: Target, effect: Effect | undefined): boolean {
  if (effect === undefined) return false;
  if (isBase) return baseOf(row.table, effect) !== 0;
  return options.reduce((sum, option) => sum + (effect.options.get(option) ?? 0), 0) !== 0;
}
