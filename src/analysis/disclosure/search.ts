import { changesAlone } from './alone.ts';
import { balance, takeMore } from './balance.ts';
import { baseOf } from './changes.ts';
import { type Effect, entry, sumOf } from './effect.ts';
import type { Edit, Effects } from './effects.ts';
import { type Target, exchangesWithin } from './exchanges.ts';
import { keepLeast } from './least.ts';
import { exchangesAcross } from './loose.ts';
import { FORBIDDEN, weighed } from './loss.ts';
import type { Pool } from './pool.ts';
import { repair } from './repair.ts';
import { withAll } from './routes.ts';

/** Other responses of which all that is shown would be the same: some that answer otherwise. */
export type Alternative = readonly Edit[];

/** An exchange that hides less than this beside what must be hidden is good enough. */
export const GOOD = 1;

/** More than an exchange between two groups and two options hides. Of groups within groups that is next to nothing. */
const POOR = 2;
const POOR_BESIDE_NESTED = 1.5;

/** So many of the exchanges that hide least at first sight are looked into. */
const MOST_REPAIRED = 4;

/** So many exchanges that would change views beside clarity are mended for one count: in large surveys thousands would. */
const MOST_MENDED = 16;

/** Other responses, and how much is lost by hiding what would be otherwise. */
export interface Chosen {
  readonly edits: Alternative;
  readonly loss: number;
}

/** The same, with what would be. */
interface Found extends Chosen {
  readonly effects: Effects;
}

/** The other responses in which a count is another and that hide least, and less than `mostLoss`; nothing where none are found. */
export function bestFor(target: Target, pool: Pool, mostLoss: number): Found | undefined {
  const isWanted = ({ rows }: Effects) => isChanged(target, rows.get(target.row));
  // Several exchanges come to the same edits, and so do several of the best.
  const repairs = new Map<string, Alternative>();
  const repaired = (edits: Alternative) => entry(repairs, nameOf(edits), () => repair(edits, isWanted, pool));
  /** Those that hide least, the best first. */
  const best: Found[] = [];
  let mended = 0;
  const consider = (candidate: Alternative, isMended = false): boolean => {
    const edits = withAll(candidate, pool.tables);
    const most = best[MOST_REPAIRED - 1]?.loss ?? Infinity;
    const found = weighed(edits, pool.tables, most);
    if (found === undefined || !isWanted(found.effects)) return false;
    const { effects, loss, beside } = found;
    const isMendable = beside > 0 && !isMended && loss - beside < (best[0]?.loss ?? Infinity);
    if (isMendable && mended++ < MOST_MENDED && consider(repaired(edits), true)) return true;
    if (loss >= most) return false;
    keepLeast(best, { edits, effects, loss }, MOST_REPAIRED, (one) => one.loss);
    return loss < GOOD;
  };
  const considerAll = (candidates: Iterable<Alternative>): boolean => {
    for (const edits of candidates) if (consider(edits)) return true;
    return false;
  };
  const isGood = considerAll(exchangesWithin(target, pool)) || considerAll(changesAlone(target, pool));
  const isNested = pool.tables.all.some(({ split }) => split?.isNested);
  const most = isNested ? POOR_BESIDE_NESTED : POOR;
  const isPoor = () => best[0] === undefined || best[0].loss > most;
  if (!isGood && isPoor()) {
    considerAll(exchangesAcross(target, pool));
    if (best.length === 0) considerAll(exchangesAcross(target, pool, true));
    for (const { edits } of [...best]) if (isPoor()) consider(repaired(edits), true);
  }
  if (best[0] === undefined || best[0].loss >= FORBIDDEN)
    for (const { edits } of [...best]) {
      consider(takeMore(edits, pool), true);
      consider(balance(edits, isWanted, pool), true);
    }
  const [found] = best;
  return found && found.loss < mostLoss ? found : undefined;
}

function nameOf(edits: Alternative): string {
  return edits
    .map(({ record, field: { question, item }, to }) => `${record} ${question.id}.${item.id} ${to}`)
    .join(';');
}

function isChanged({ row, options, figure, state }: Target, effect: Effect | undefined): boolean {
  if (effect === undefined) return false;
  if (state !== undefined) return effect.states[state] !== 0;
  return (figure === undefined ? baseOf(row.table, effect) : sumOf(options, effect.options)) !== 0;
}
