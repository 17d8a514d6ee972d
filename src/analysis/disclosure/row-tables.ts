import type { Analysis, Breakdown, Distribution } from '../analysis.ts';
import { campaignId } from '../campaigns.ts';
import { kindId } from '../kinds.ts';
import type { Cell, CountTable, Line } from './count-table.ts';
import { type Limits, isSmallCount, isSmallGroup } from './limits.ts';
import { type Places, baseColumns, netsOf, shown, unshown } from './places.ts';
import { turnedOf } from './related-groups.ts';

/** What the rows of a breakdown are, before its columns are known. */
export interface Rows {
  readonly lines: readonly Line[];
  /** The distribution behind each row; none for those that are not shown. */
  readonly groups: readonly (Distribution<number> | undefined)[];
  readonly sums: readonly (Cell | undefined)[];
}

/** Of a count with a column of its own: that of all others in its row. */
export function besides(cell: Cell | undefined): Cell | undefined {
  return cell && { ...cell, at: cell.at + 1 };
}

/** What the tables of one breakdown are made from. */
interface Making {
  readonly rows: Rows;
  /** By row, and within it by option. */
  readonly matrix: readonly (readonly number[])[];
  /** Where the sums of the columns stand, by block. */
  readonly around: readonly (Places | undefined)[];
  /** Whether a count of so many, of people who gave an option in a row, must not be found out. */
  readonly isGuarded: (row: number, count: number, option?: number) => boolean;
  /** Whether the sum of a column must not be found out itself. */
  readonly isGuardedAbove: (block: number, option: number) => boolean;
  readonly isTurned: boolean;
}

/** Rows with their columns: one table, or one for each option where several may be chosen; and where each row stands. */
export function tabulateRows(
  rows: Rows,
  breakdown: Breakdown<number>,
  totals: readonly Distribution<number>[],
  around: readonly (Places | undefined)[],
  analysis: Analysis<number>,
  limits: Limits,
): Places[] {
  const { total, question, by, byQuestions, groups } = breakdown;
  const ids = total.options.map(({ id }) => id);
  const matrix = completeRows(rows, totals, (one) =>
    ids.map((id) => one.options.find((option) => option.id === id)?.figure.count ?? 0),
  );
  const turned = turnedOf(breakdown, analysis);
  const small = rows.groups.map((group) => group !== undefined && isSmallGroup(group, limits));
  const smallOptions = ids.map((id) =>
    turned?.groups.some((group) => group.id === id && isSmallGroup(group, limits)),
  );
  // A campaign is no group of people that anybody is born into, and an organisation or a petition is no person.
  const isPeople = (row: number) =>
    rows.groups[row] !== undefined &&
    by !== campaignId &&
    (by !== kindId || groups[row]?.id === 'individual');
  const making: Making = {
    rows,
    matrix,
    around,
    isGuarded: (row, count, option = -1) =>
      isPeople(row) && (small[row] === true || smallOptions[option] === true || isSmallCount(count, limits)),
    isGuardedAbove: (block, option) => {
      const cell = around[block]?.options[option];
      return byQuestions.length > 1 && cell?.table.guarded.has(cell.at) === true;
    },
    isTurned: turned !== undefined,
  };
  if (analysis.questions.find(({ id }) => id === question)?.kind !== 'multiple')
    return placesInOne(tableOf(total, making), total, rows);
  const bases = completeRows(rows, totals, ({ base }) => [base.count]).flat();
  const tables = ids.map((_, option) => optionTable(option, bases, making));
  return rows.lines.map((_line, row): Places => {
    // Who gave any answer is no sum of the options: it changes with how many are in the row.
    const size = rows.sums[row];
    return { options: tables.map((table) => ({ table, at: 2 * row })), base: size ? [size] : [] };
  });
}

/** Each response in one column: an option. */
function tableOf(total: Distribution<number>, making: Making): CountTable {
  const { rows, matrix, around, isGuarded, isGuardedAbove, isTurned } = making;
  const [nets, base] = [netsOf(total), baseColumns(total)];
  const counts = matrix.flat();
  const isOpen = openColumns(counts, rows, isGuardedAbove);
  const isNetGuarded = (own: readonly number[], row: number, columns: readonly number[]) => {
    // A net of all that is in the base is no more than the base.
    if (base.every((column) => columns.includes(column))) return false;
    const count = columns.reduce((sum, column) => sum + (own[column] ?? 0), 0);
    return isGuarded(row, count) && columns.some((column) => isOpen(row, column));
  };
  return {
    rows: rows.lines,
    columns: total.options.map(() => shown),
    counts,
    guarded: new Set(
      matrix.flatMap((own, row) =>
        own.flatMap((count, option) =>
          isGuarded(row, count, option) && isOpen(row, option) ? [row * own.length + option] : [],
        ),
      ),
    ),
    nets,
    guardedNets: new Set(
      matrix.flatMap((own, row) =>
        nets.flatMap((columns, net) => (isNetGuarded(own, row, columns) ? [row * nets.length + net] : [])),
      ),
    ),
    base,
    isTurned,
    parents: parentsOf([...rows.sums, ...around.flatMap((one) => one?.options ?? [])]),
    rowSum: (row) => rows.sums[row],
    columnSum: (block, column) => around[block]?.options[column],
  };
}

function placesInOne(table: CountTable, total: Distribution<number>, { lines }: Rows): Places[] {
  const width = total.options.length;
  return lines.map((_line, row): Places => {
    const options = total.options.map((_, column): Cell => ({ table, at: row * width + column }));
    return { options, base: table.base.flatMap((column) => options[column] ?? []) };
  });
}

/** Those who chose one of several options, beside those who did not. */
function optionTable(option: number, bases: readonly number[], making: Making): CountTable {
  const { rows, matrix, around, isGuarded, isGuardedAbove, isTurned } = making;
  const sums = around.map((one) => one?.options[option]);
  const chosen = matrix.map((own) => own[option] ?? 0);
  const counts = chosen.flatMap((count, row) => [count, (bases[row] ?? 0) - count]);
  const isOpen = openColumns(counts, rows, (block) => isGuardedAbove(block, option));
  return {
    rows: rows.lines,
    columns: [shown, { ...unshown, cost: 0 }],
    counts,
    guarded: new Set(
      chosen.flatMap((count, row) => (isGuarded(row, count, option) && isOpen(row, 0) ? [2 * row] : [])),
    ),
    nets: [],
    guardedNets: new Set(),
    base: [0, 1],
    isTurned,
    parents: parentsOf([...rows.sums, ...sums]),
    rowSum: (row) => rows.sums[row],
    columnSum: (block, column) => (column === 0 ? sums[block] : besides(sums[block])),
  };
}

function parentsOf(cells: readonly (Cell | undefined)[]): CountTable[] {
  return [...new Set(cells.flatMap((cell) => cell?.table ?? []))];
}

/** The counts of each row, those of the rows that are not shown as what is left of each total. */
function completeRows(
  { lines, groups }: Rows,
  totals: readonly Distribution<number>[],
  countsOf: (distribution: Distribution<number>) => readonly number[],
): number[][] {
  const known = groups.map((group) => group && countsOf(group));
  return lines.map(({ block }, row) => {
    const own = known[row];
    const total = totals[block];
    if (own !== undefined || total === undefined) return [...(own ?? [])];
    const others = known.filter((_, other) => lines[other]?.block === block);
    return countsOf(total).map((all, column) =>
      others.reduce((left, counts) => left - (counts?.[column] ?? 0), all),
    );
  });
}

/**
 * Whether the totals leave open what a count is: they do not of an answer that nobody gave, nor where all gave the same answer
 * or are in one group, unless what they say is hidden itself.
 */
function openColumns(
  counts: readonly number[],
  { lines }: Rows,
  isGuardedAbove: (block: number, column: number) => boolean,
): (row: number, column: number) => boolean {
  const width = counts.length / lines.length;
  const given = new Map(
    lines.map(({ block }) => [block, { rows: new Set<number>(), columns: new Set<number>() }]),
  );
  for (const [at, count] of counts.entries()) {
    if (count === 0) continue;
    const row = Math.floor(at / width);
    const own = given.get(lines[row]?.block ?? 0);
    own?.rows.add(row);
    own?.columns.add(at % width);
  }
  return (row, column) => {
    const block = lines[row]?.block ?? 0;
    const own = given.get(block);
    if (own === undefined || !own.columns.has(column)) return false;
    return (own.columns.size > 1 && own.rows.size > 1) || isGuardedAbove(block, column);
  };
}
