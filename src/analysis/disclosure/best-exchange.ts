import type { Changes, CountTable } from './count-table.ts';
import { cheapestExchange } from './exchange.ts';

/** What the alternatives found so far change of one table. */
export interface Changed {
  readonly counts: Set<number>;
  /** Rows of which the base changes. */
  readonly bases: Set<number>;
  /** Columns of which the base changes, where they have one. */
  readonly columns: Set<number>;
  /** `row * nets.length + net`. */
  readonly nets: Set<number>;
}

/** The counts that a net is the sum of. */
export function membersOf({ nets, columns }: CountTable, net: number): number[] {
  const row = Math.floor(net / nets.length);
  return (nets[net % nets.length] ?? []).map((column) => row * columns.length + column);
}

/**
 * The exchange that changes a count and hides least: within its net if that can be, so that the net can be shown, else within the
 * base, else wherever it may. Where `net` is given it is the net that must change, and of it no other count does.
 */
export function bestExchange(
  table: CountTable,
  at: number,
  changed: Changed,
  net?: number,
): Changes | undefined {
  const width = table.columns.length;
  const [row, column] = [Math.floor(at / width), at % width];
  const except = new Set(net === undefined ? [at] : membersOf(table, net));
  const within = net === undefined ? table.nets.find((members) => members.includes(column)) : undefined;
  const everywhere = [...table.columns.keys()];
  const block = table.rows[row]?.block ?? 0;
  const cost = costs(table, changed);
  let best: Changes | undefined;
  for (const columns of [within, table.base, everywhere]) {
    if (!columns?.includes(column)) continue;
    const terms = { block, columns: new Set(columns), cost, except };
    const more = cheapestExchange(table, [{ column }], [{ row }], terms);
    const isAny = (table.counts[at] ?? 0) >= 1;
    const fewer = isAny ? cheapestExchange(table, [{ row }], [{ column }], terms) : undefined;
    best = cheapest(table, changed, [
      best,
      more && new Map(more.changes).set(at, 1),
      fewer && new Map(fewer.changes).set(at, -1),
    ]);
    if (best && lossOf(table, best, changed) < 1) return best;
  }
  return best;
}

/** The one of some exchanges that hides least, the first of those that hide as little. */
export function cheapest(
  table: CountTable,
  changed: Changed,
  exchanges: readonly (Changes | undefined)[],
): Changes | undefined {
  let [best, least]: [Changes | undefined, number] = [undefined, Infinity];
  for (const exchange of exchanges) {
    const loss = exchange ? lossOf(table, exchange, changed) : Infinity;
    if (loss < least) [best, least] = [exchange, loss];
  }
  return best;
}

/** What it costs to change a count: next to nothing where it is hidden anyway, and less for a small one. */
export function costs(table: CountTable, changed: Changed): (at: number) => number {
  return (at) => {
    if (changed.counts.has(at) || table.guarded.has(at)) return 1e-3;
    const [row, column] = linesOf(table, at);
    const count = table.counts[at] ?? 0;
    return row.cost * column.cost + (count === Infinity ? 0 : 1e-7 * count);
  };
}

export function linesOf(table: CountTable, at: number) {
  const width = table.columns.length;
  const [row, column] = [table.rows[Math.floor(at / width)], table.columns[at % width]];
  if (row === undefined || column === undefined) throw new RangeError(`There is no count ${at}.`);
  return [row, column] as const;
}

/** How much more is hidden by an exchange. */
function lossOf(table: CountTable, changes: Changes, changed: Changed): number {
  let loss = 0;
  for (const at of changes.keys()) {
    const [row, column] = linesOf(table, at);
    if (!changed.counts.has(at) && !table.guarded.has(at)) loss += row.cost * column.cost;
  }
  const sums = changedSums(table, changes);
  for (const net of sums.nets) if (!changed.nets.has(net) && !table.guardedNets.has(net)) loss += 1;
  for (const row of sums.bases) if (!changed.bases.has(row)) loss += table.columns.length;
  for (const column of sums.columns) if (!changed.columns.has(column)) loss += table.rows.length;
  return loss;
}

/** The nets and bases of rows that are shown which some changes change. */
export function changedSums(
  table: CountTable,
  changes: Changes,
): { nets: number[]; bases: number[]; columns: number[] } {
  const width = table.columns.length;
  const rows = [...new Set([...changes.keys()].map((at) => Math.floor(at / width)))];
  const shown = rows.filter((row) => table.rows[row]?.isShown);
  const sum = (row: number, columns: readonly number[]) =>
    columns.reduce((all, column) => all + (changes.get(row * width + column) ?? 0), 0);
  const columnSum = (column: number) => shown.reduce((all, row) => all + sum(row, [column]), 0);
  return {
    nets: shown.flatMap((row) =>
      table.nets.flatMap((columns, net) => (sum(row, columns) === 0 ? [] : [row * table.nets.length + net])),
    ),
    bases: shown.filter((row) => sum(row, table.base) !== 0),
    columns: table.isTurned ? [...table.columns.keys()].filter((column) => columnSum(column) !== 0) : [],
  };
}
