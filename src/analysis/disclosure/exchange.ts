import type { Changes, CountTable } from './count-table.ts';

/** Where an exchange may begin and end: a row of a table or a column. */
export type Place = { readonly row: number } | { readonly column: number };

export interface Exchange {
  /** One more or one less, by position. */
  readonly changes: Changes;
  readonly first: Place;
  readonly last: Place;
}

interface Terms {
  /** The columns that it may use; all where it does not say. */
  readonly columns?: ReadonlySet<number>;
  /** The rows that it may use are those of this block. */
  readonly block: number;
  /** What it costs to change a count. */
  readonly cost: (at: number) => number;
  /** By how much counts differ already; not at all where it does not say. */
  readonly changes?: Changes;
  /** Counts that are to stay as they are. */
  readonly except?: ReadonlySet<number>;
}

/**
 * The cheapest exchange from one of some rows and columns to another: one more in a count of the row, one less in another
 * count of the same column, and so on, until a row or column of `to` is reached. All rows and columns on its way keep their
 * sums and no count becomes negative. Nothing where there is no way. Shortest path by Dijkstra, as for suppression in two-way
 * tables: Gusfield, SIAM J. Comput. 17 (1988).
 */
export function cheapestExchange(
  table: CountTable,
  from: readonly Place[],
  to: readonly Place[],
  terms: Terms,
): Exchange | undefined {
  const [rows, columns] = [table.rows.length, table.columns.length];
  const nodeOf = (place: Place) => ('row' in place ? place.row : rows + place.column);
  const isOpen = (node: number) =>
    node < rows ? table.rows[node]?.block === terms.block : (terms.columns?.has(node - rows) ?? true);
  const distance = new Float64Array(rows + columns).fill(Infinity);
  const before = new Int32Array(rows + columns).fill(-1);
  const isDone = new Uint8Array(rows + columns);
  for (const place of from) distance[nodeOf(place)] = 0;
  const goals = new Set(to.map(nodeOf));
  for (;;) {
    let nearest = -1;
    for (let node = 0; node < rows + columns; node++) {
      if (isDone[node] === 1 || distance[node] === Infinity) continue;
      if (nearest < 0 || (distance[node] ?? 0) < (distance[nearest] ?? 0)) nearest = node;
    }
    if (nearest < 0) return undefined;
    if (goals.has(nearest)) return exchangeTo(nearest, before, rows, columns);
    isDone[nearest] = 1;
    const [start, end] = nearest < rows ? [rows, rows + columns] : [0, rows];
    for (let next = start; next < end; next++) {
      if (isDone[next] === 1 || !isOpen(next)) continue;
      const at = nearest < rows ? nearest * columns + next - rows : next * columns + nearest - rows;
      if (terms.except?.has(at)) continue;
      const left = (table.counts[at] ?? 0) + (terms.changes?.get(at) ?? 0);
      if (nearest >= rows && left < 1) continue;
      const far = (distance[nearest] ?? 0) + terms.cost(at);
      if (far >= (distance[next] ?? 0)) continue;
      distance[next] = far;
      before[next] = nearest;
    }
  }
}

/** From a row to a column one more, from a column to a row one less. */
function exchangeTo(goal: number, before: Int32Array, rows: number, columns: number): Exchange {
  const placeOf = (node: number): Place => (node < rows ? { row: node } : { column: node - rows });
  const changes = new Map<number, number>();
  let node = goal;
  for (let last = before[node] ?? -1; last >= 0; last = before[node] ?? -1) {
    const [row, column] = last < rows ? [last, node - rows] : [node, last - rows];
    changes.set(row * columns + column, last < rows ? 1 : -1);
    node = last;
  }
  return { changes, first: placeOf(node), last: placeOf(goal) };
}
