import {
  type Changed,
  bestExchange,
  changedSums,
  cheapest,
  costs,
  linesOf,
  membersOf,
} from './best-exchange.ts';
import type { Alternative, Cell, Changes, CountTable } from './count-table.ts';
import { follow } from './follow.ts';

/** What is hidden, and why nobody can work it out. */
export interface Hiding {
  /** A count is hidden where one of these differs from the true one: all of them would look the same. */
  readonly alternatives: readonly Alternative[];
  /** Those that change a count, by its position in its table. */
  readonly byCount: ReadonlyMap<CountTable, ReadonlyMap<number, readonly Alternative[]>>;
  /** Tables of which nothing can be shown. */
  readonly withheld: ReadonlySet<CountTable>;
}

/** The alternatives in which one of some counts is another, each once. */
export function alternativesTo(cells: readonly Cell[], { byCount }: Hiding): Set<Alternative> {
  const found = new Set<Alternative>();
  for (const { table, at } of cells) {
    for (const alternative of byCount.get(table)?.get(at) ?? []) found.add(alternative);
  }
  return found;
}

/** Of larger tables nothing is shown if anything in them must be hidden: looking for what to hide would take too long. */
const MOST_CELLS = 3000;

interface State {
  readonly tables: readonly CountTable[];
  readonly alternatives: Alternative[];
  readonly withheld: Set<CountTable>;
  readonly changed: ReadonlyMap<CountTable, Changed>;
}

/**
 * Chooses what to hide so that no guarded count can be worked out, and little else is lost. For each guarded count an
 * alternative is found: other counts, none negative, with the same sums wherever a sum is published, in this table and in all
 * that depend on it. Whatever differs is hidden. So whoever solves for a hidden count from all that is published finds at least
 * two values. `tables` must have those first on which others depend.
 */
export function findAlternatives(tables: readonly CountTable[]): Hiding {
  const changed = new Map(
    tables.map((table) => [
      table,
      { counts: new Set(), bases: new Set(), columns: new Set(), nets: new Set() } as Changed,
    ]),
  );
  const state: State = { tables, alternatives: [], withheld: new Set(), changed };
  for (const table of tables) protect(table, state.changed.get(table) as Changed, state);
  const byCount = new Map(tables.map((table) => [table, new Map<number, Alternative[]>()]));
  for (const alternative of state.alternatives) {
    for (const [table, changes] of alternative) {
      const own = byCount.get(table);
      for (const at of changes.keys()) {
        const others = own?.get(at);
        if (others) others.push(alternative);
        else own?.set(at, [alternative]);
      }
    }
  }
  return { ...state, byCount };
}

function protect(table: CountTable, changed: Changed, state: State): void {
  const isGuarded = table.guarded.size > 0 || table.guardedNets.size > 0;
  if (table.counts.length > MOST_CELLS && isGuarded) withhold(table, state);
  for (const net of table.guardedNets) {
    if (state.withheld.has(table)) return;
    if (changed.nets.has(net)) continue;
    const exchange = cheapest(
      table,
      changed,
      membersOf(table, net).map((at) => bestExchange(table, at, changed, net)),
    );
    if (exchange) accept(table, exchange, state);
    else if (!membersOf(table, net).some((at) => exchangeAbove(table, at, state) && changed.nets.has(net)))
      withhold(table, state);
  }
  for (;;) {
    const left = [...table.guarded, ...withoutBase(table, changed)].filter((at) => !changed.counts.has(at));
    if (left.length === 0) return;
    for (const at of left) {
      if (state.withheld.has(table)) return;
      if (changed.counts.has(at)) continue;
      const exchange = bestExchange(table, at, changed);
      if (exchange) accept(table, exchange, state);
      else if (!exchangeAbove(table, at, state)) withhold(table, state);
    }
  }
}

/**
 * The counts of rows of which the base is hidden: without it no percentage can be shown, and so none of them is. Answers that
 * nobody gave are no secret.
 */
function withoutBase(table: CountTable, { bases, columns }: Changed): number[] {
  const width = table.columns.length;
  const isGiven = (row: number, column: number) =>
    table.rows.some(
      ({ block }, other) =>
        block === table.rows[row]?.block && (table.counts[other * width + column] ?? 0) > 0,
    );
  const places = [
    ...[...bases].flatMap((row) => shownLines(table.columns).map((column) => [row, column] as const)),
    ...[...columns].flatMap((column) => shownLines(table.rows).map((row) => [row, column] as const)),
  ];
  return places.flatMap(([row, column]) => (isGiven(row, column) ? [row * width + column] : []));
}

function shownLines(lines: CountTable['rows']): number[] {
  return lines.flatMap(({ isShown }, line) => (isShown ? [line] : []));
}

/**
 * Changes a count of a group within a group by changing what is known of both together, where all within the outer group gave
 * the same answer. Returns whether that can be.
 */
function exchangeAbove(table: CountTable, at: number, state: State): boolean {
  const width = table.columns.length;
  const sum = table.columnSum(linesOf(table, at)[0].block, at % width);
  // The results of all responses together are not hidden for the sake of those of a group.
  if (sum === undefined || sum.table.parents.length === 0 || state.withheld.has(sum.table)) return false;
  const exchange = bestExchange(sum.table, sum.at, state.changed.get(sum.table) as Changed);
  if (exchange === undefined) return false;
  accept(sum.table, exchange, state, { table, at });
  return state.changed.get(table)?.counts.has(at) === true;
}

/** Nothing of a table can be shown, nor of those that add up to it. */
function withhold(table: CountTable, state: State): void {
  state.withheld.add(table);
  for (const other of state.tables) {
    if (!state.withheld.has(other) && other.parents.includes(table)) withhold(other, state);
  }
}

/** Takes an exchange in one table with what it makes necessary in those that depend on it. */
function accept(table: CountTable, changes: Changes, state: State, wanted?: Cell): void {
  const alternative = new Map([[table, changes]]);
  const start = state.tables.indexOf(table);
  for (const other of state.tables.slice(start + 1)) {
    if (state.withheld.has(other) || !other.parents.some((parent) => alternative.has(parent))) continue;
    const cost = costs(other, state.changed.get(other) as Changed);
    const near = (at: number) => cost(at) + (wanted?.table === other && wanted.at !== at ? 50 : 0);
    const own = follow(other, alternative, near);
    if (own === undefined) withhold(other, state);
    else if (own.size > 0) alternative.set(other, own);
  }
  state.alternatives.push(alternative);
  for (const [one, own] of alternative) {
    const changed = state.changed.get(one) as Changed;
    for (const at of own.keys()) changed.counts.add(at);
    const sums = changedSums(one, own);
    for (const net of sums.nets) changed.nets.add(net);
    for (const row of sums.bases) changed.bases.add(row);
    for (const column of sums.columns) changed.columns.add(column);
  }
}
