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

/** Rows with their columns: one table, or one for each option where several may be chosen; and where each row stands. */
export function tabulateRows(
  rows: Rows,
  breakdown: Breakdown<number>,
  totals: readonly Distribution<number>[],
  around: readonly (Places | undefined)[],
  analysis: Analysis<number>,
  limits: Limits,
): Places[] {
  const { total, question } = breakdown;
  const ids = total.options.map(({ id }) => id);
  const matrix = completeRows(rows, totals, (one) =>
    ids.map((id) => one.options.find((option) => option.id === id)?.figure.count ?? 0),
  );
  const bases = completeRows(rows, totals, ({ base }) => [base.count]);
  const small = rows.groups.map((group) => group !== undefined && isSmallGroup(group, limits));
  const other = turnedOf(breakdown, analysis);
  const turned = other?.groups ?? [];
  const smallColumns = ids.map((id) =>
    turned.some((group) => group.id === id && isSmallGroup(group, limits)),
  );
  // A campaign is no group of people that anybody is born into, and an organisation or a petition is no person.
  const isPeople = (row: number) =>
    rows.groups[row] !== undefined &&
    breakdown.by !== campaignId &&
    (breakdown.by !== kindId || breakdown.groups[row]?.id === 'individual');
  const guards = (row: number, option: number) => {
    const count = matrix[row]?.[option] ?? 0;
    if (!isPeople(row)) return false;
    return small[row] === true || smallColumns[option] === true || isSmallCount(count, limits);
  };
  const isGuardedAbove = (block: number, column: number) => {
    const cell = around[block]?.options[column];
    return breakdown.byQuestions.length > 1 && cell?.table.guarded.has(cell.at) === true;
  };
  const parentsOf = (cells: readonly (Cell | undefined)[]) => [
    ...new Set(cells.flatMap((cell) => cell?.table ?? [])),
  ];
  const shape = { rows: rows.lines, rowSum: (row: number) => rows.sums[row], isTurned: other !== undefined };

  if (analysis.questions.find(({ id }) => id === question)?.kind === 'multiple') {
    const cells = ids.map((_, option) => {
      const sums = around.map((one) => one?.options[option]);
      const counts = matrix.flatMap((row, index) => {
        const count = row[option] ?? 0;
        return [count, (bases[index]?.[0] ?? 0) - count];
      });
      const isOpen = openColumns(counts, rows, (block) => isGuardedAbove(block, option));
      const guarded = matrix.flatMap((_row, row) => (guards(row, option) && isOpen(row, 0) ? [2 * row] : []));
      const table: CountTable = {
        ...shape,
        columns: [shown, { ...unshown, cost: 0 }],
        counts,
        guarded: new Set(guarded),
        nets: [],
        guardedNets: new Set(),
        base: [0, 1],
        parents: parentsOf([...rows.sums, ...sums]),
        columnSum: (block, column) => (column === 0 ? sums[block] : besides(sums[block])),
      };
      return rows.lines.map((_line, row): Cell => ({ table, at: 2 * row }));
    });
    return rows.lines.map((_line, row): Places => {
      // Who gave any answer is no sum of the options: it changes with how many are in the row.
      const size = rows.sums[row];
      return { options: cells.flatMap((column) => column[row] ?? []), base: size ? [size] : [] };
    });
  }
  const counts = matrix.flat();
  const width = ids.length;
  const isOpen = openColumns(counts, rows, isGuardedAbove);
  const guarded = counts.flatMap((_, at) =>
    guards(Math.floor(at / width), at % width) && isOpen(Math.floor(at / width), at % width) ? [at] : [],
  );
  const [nets, base] = [netsOf(total), baseColumns(total)];
  const isNetGuarded = (own: readonly number[], row: number, columns: readonly number[]) => {
    if (!isPeople(row) || base.every((column) => columns.includes(column))) return false;
    const count = columns.reduce((sum, column) => sum + (own[column] ?? 0), 0);
    const isGuarded = small[row] === true || isSmallCount(count, limits);
    return isGuarded && columns.some((column) => isOpen(row, column));
  };
  const table: CountTable = {
    ...shape,
    columns: ids.map(() => shown),
    counts,
    guarded: new Set(guarded),
    nets,
    guardedNets: new Set(
      matrix.flatMap((own, row) =>
        nets.flatMap((columns, net) => (isNetGuarded(own, row, columns) ? [row * nets.length + net] : [])),
      ),
    ),
    base,
    parents: parentsOf([...rows.sums, ...around.flatMap((one) => one?.options ?? [])]),
    columnSum: (block, column) => around[block]?.options[column],
  };
  return rows.lines.map((_line, row): Places => {
    const options = ids.map((_, column): Cell => ({ table, at: row * width + column }));
    return { options, base: base.flatMap((column) => options[column] ?? []) };
  });
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
