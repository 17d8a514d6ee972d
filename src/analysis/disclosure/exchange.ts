import FlatQueue from 'flatqueue';

/** Counts by row and column: how many responses of some that are alike are in a part and gave an answer. */
export interface Grid {
  readonly rows: number;
  readonly columns: number;
  /** `counts[row * columns + column]`. */
  readonly counts: readonly number[];
}

/** By how much counts of a grid change, by position. */
export type Changes = ReadonlyMap<number, number>;

/** Where an exchange may begin and end: a row or a column. */
export type Place = { readonly row: number } | { readonly column: number };

interface Terms {
  /** The columns that it may use. */
  readonly columns: ReadonlySet<number>;
  /** What it costs to change a count. */
  readonly cost: (at: number) => number;
  /** Counts that are to stay as they are. */
  readonly except: ReadonlySet<number>;
}

/**
 * The cheapest exchange from one place to another: one more in a count of the row, one less in another count of the same
 * column, and so on, until the goal is reached. All rows and columns on its way keep their sums and no count becomes negative.
 * Nothing where there is no way. Shortest path by Dijkstra, as for suppression in two-way tables: Gusfield, SIAM J. Comput. 17
 * (1988).
 */
export function cheapestExchange(grid: Grid, from: Place, to: Place, terms: Terms): Changes | undefined {
  const { rows, columns, counts } = grid;
  const nodeOf = (place: Place) => ('row' in place ? place.row : rows + place.column);
  const distance = new Float64Array(rows + columns).fill(Infinity);
  const before = new Int32Array(rows + columns).fill(-1);
  const isDone = new Uint8Array(rows + columns);
  for (let column = 0; column < columns; column++) if (!terms.columns.has(column)) isDone[rows + column] = 1;
  const reached = new FlatQueue<number>();
  distance[nodeOf(from)] = 0;
  reached.push(nodeOf(from), 0);
  for (let nearest = reached.pop(); nearest !== undefined; nearest = reached.pop()) {
    if (nearest === nodeOf(to)) return exchangeTo(nearest, before, rows, columns);
    if (isDone[nearest] === 1) continue;
    isDone[nearest] = 1;
    const [start, end] = nearest < rows ? [rows, rows + columns] : [0, rows];
    for (let next = start; next < end; next++) {
      if (isDone[next] === 1) continue;
      const at = nearest < rows ? nearest * columns + next - rows : next * columns + nearest - rows;
      if (nearest >= rows && (counts[at] ?? 0) < 1) continue;
      const far = (distance[nearest] ?? 0) + terms.cost(at);
      if (far >= (distance[next] ?? 0) || terms.except.has(at)) continue;
      distance[next] = far;
      before[next] = nearest;
      reached.push(next, far);
    }
  }
  return undefined;
}

/** From a row to a column one more, from a column to a row one less. */
function exchangeTo(goal: number, before: Int32Array, rows: number, columns: number): Changes {
  const changes = new Map<number, number>();
  let node = goal;
  for (let last = before[node] ?? -1; last >= 0; last = before[node] ?? -1) {
    const [row, column] = last < rows ? [last, node - rows] : [node, last - rows];
    changes.set(row * columns + column, last < rows ? 1 : -1);
    node = last;
  }
  return changes;
}
