/**
 * Counts that are published together, as far as disclosure control is concerned: a question by groups, or on its own. Rows and
 * columns may also stand for people who are in no group or gave no such answer; these are nowhere shown.
 */
export interface CountTable {
  readonly rows: readonly Line[];
  readonly columns: readonly Line[];
  /** `counts[row * columns.length + column]`; infinite where it is not known to anybody. */
  readonly counts: readonly number[];
  /** The cells that must not be found out, by the same positions. */
  readonly guarded: ReadonlySet<number>;
  /** Columns of which the sum is published too, where it is not the whole row: the nets of a scale. */
  readonly nets: readonly (readonly number[])[];
  /** The nets that must not be found out: `row * nets.length + net`. */
  readonly guardedNets: ReadonlySet<number>;
  /** The columns that the base of a row is the sum of. */
  readonly base: readonly number[];
  /** Whether the same counts are shown the other way round too: then each column has a base. */
  readonly isTurned: boolean;
  /** The tables that have the sums of its rows and columns. */
  readonly parents: readonly CountTable[];
  /** The count in another table that is the sum of a row. */
  readonly rowSum: (row: number) => Cell | undefined;
  /** The count in another table that is the sum of a column over the rows of one block. */
  readonly columnSum: (block: number, column: number) => Cell | undefined;
}

/** A row or a column. */
export interface Line {
  /** Rows of one block add up to the same sums; 0 for a column. */
  readonly block: number;
  readonly isShown: boolean;
  /** How much is lost when a count in it is hidden for the sake of others. */
  readonly cost: number;
}

export interface Cell {
  readonly table: CountTable;
  /** The position in its counts. */
  readonly at: number;
}

/** By how much counts of one table differ from the true ones, by position; 0 where nothing is said. */
export type Changes = ReadonlyMap<number, number>;

/**
 * Other counts that everything published would be the same of: those of whom it says something could as well be so many more
 * or fewer.
 */
export type Alternative = ReadonlyMap<CountTable, Changes>;

/** By how much the sum of some counts differs in an alternative. */
export function changeOf(cells: readonly Cell[], alternative: Alternative): number {
  return cells.reduce((sum, { table, at }) => sum + (alternative.get(table)?.get(at) ?? 0), 0);
}
