import type { Breakdown, OptionFigure } from '../analysis.ts';
import { type Counts, chiSquare, cramersV, isCochranMet } from './chi-square.ts';
import { fisherExact, fisherSimulated } from './fisher.ts';
import { sumOf } from '../../intake/sum.ts';

/** Whether the answers of some groups differ by more than chance alone would make likely. */
export interface GroupTest {
  /**
   * The answer of a question with several answers, by id: those who gave it against those who did not. Null:
   * all answers at once.
   */
  readonly option: string | null;
  /** Whether the options are tested or, where one of them is hidden, the nets: agree, neither, disagree. */
  readonly answers: 'options' | 'nets';
  readonly method: 'chi-square' | 'fisher-exact' | 'fisher-simulated';
  /** Responses in the table that is tested. */
  readonly count: number;
  /** Chi-square and its degrees of freedom; null where Fisher's test is used. */
  readonly statistic: number | null;
  readonly degrees: number | null;
  /** How likely groups at least as different are by chance alone, 0 to 1. */
  readonly p: number;
  /** The same, corrected for all tests of the run (Holm). */
  readonly corrected: number;
  /** How strongly the answers go with the groups, 0 to 1. */
  readonly cramersV: number;
}

/**
 * Why there is no test: something is hidden, responses are weighted, are in several groups, all are alike, or
 * everybody answered.
 */
export type Untested = 'hidden' | 'weighted' | 'overlapping' | 'no-table' | 'census';

/**
 * The tests of a breakdown, not yet corrected, or why there are none. They are worked out from the counts
 * that are shown.
 */
export function testGroups(breakdown: Breakdown, isMultiple: boolean): readonly GroupTest[] | Untested {
  const { total, groups, overlapping } = breakdown;
  if (overlapping) return 'overlapping';
  if (total.base.weighted !== undefined) return 'weighted';
  const outside =
    total.base.rule === 'gave-view' ? [] : total.options.filter(({ side }) => side === 'outside');
  const options = total.options.filter((option) => option.side !== 'outside' || outside.includes(option));
  if (isMultiple) return testEach(groups, options);
  const whole = countsOf(groups, options);
  const nets = total.nets.length > 0 ? countsOf(groups, [...total.nets, ...outside]) : undefined;
  const counts = whole ?? nets;
  if (counts === undefined) return 'hidden';
  const tests = testCounts(counts, { option: null, answers: whole ? 'options' : 'nets' });
  return tests.length > 0 ? tests : 'no-table';
}

/** A test for each answer: do the groups differ in how many gave it? */
function testEach(
  groups: Breakdown['groups'],
  options: readonly OptionFigure[],
): readonly GroupTest[] | Untested {
  const counts = countsOf(groups, options);
  const bases = groups.flatMap(({ base }) => base.count ?? []);
  if (counts === undefined || bases.length < groups.length) return 'hidden';
  const tests = options.flatMap(({ id }, column) => {
    const given = counts.map((row) => row[column] ?? 0);
    const table = given.map((count, row) => [count, (bases[row] ?? 0) - count]);
    return testCounts(table, { option: id, answers: 'options' });
  });
  return tests.length > 0 ? tests : 'no-table';
}

/** How many of each group gave each of some answers; nothing where one of these counts is hidden. */
function countsOf(groups: Breakdown['groups'], wanted: readonly OptionFigure[]): Counts | undefined {
  const counts = groups.map(({ options, nets }) =>
    wanted.flatMap(({ id }) => [...nets, ...options].find((one) => one.id === id)?.figure.count ?? []),
  );
  return counts.every(({ length }) => length === wanted.length) ? counts : undefined;
}

/** Nothing where there are no two groups, or no two answers, that anybody is in. */
function testCounts(counts: Counts, of: Pick<GroupTest, 'option' | 'answers'>): GroupTest[] {
  const table = withoutEmpty(counts);
  const [rows, columns] = [table.length, table[0]?.length ?? 0];
  if (rows < 2 || columns < 2) return [];
  const { statistic, degrees, p } = chiSquare(table);
  const common = {
    ...of,
    count: sumOf(table.flat()),
    cramersV: cramersV(table),
  };
  if (isCochranMet(table)) return [{ ...common, method: 'chi-square', statistic, degrees, p, corrected: p }];
  const isExact = rows === 2 && columns === 2;
  const fisher = isExact ? fisherExact(table) : fisherSimulated(table);
  const method = isExact ? 'fisher-exact' : 'fisher-simulated';
  return [{ ...common, method, statistic: null, degrees: null, p: fisher, corrected: fisher }];
}

/** Without groups that nobody is in and answers that nobody gave. */
function withoutEmpty(counts: Counts): Counts {
  const rows = counts.filter((row) => row.some((count) => count > 0));
  const columns = (rows[0] ?? []).map((_, column) => rows.some((row) => (row[column] ?? 0) > 0));
  return rows.map((row) => row.filter((_, column) => columns[column]));
}

/**
 * P-values corrected for how many tests there are: the smallest is multiplied by their number, the next by
 * one less, and so on, and none comes out below one that was smaller (Holm, Scandinavian Journal of
 * Statistics 1979). In the order given.
 */
export function holm(values: readonly number[]): number[] {
  const order = values.map((_, index) => index).toSorted((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const corrected = [...values];
  let largest = 0;
  for (const [rank, index] of order.entries()) {
    largest = Math.max(largest, Math.min(1, (values.length - rank) * (values[index] ?? 0)));
    corrected[index] = largest;
  }
  return corrected;
}
