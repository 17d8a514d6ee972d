import { isBlank, tidy } from '../blank.ts';
import type { Rows } from '../headers/layout.ts';
import { sumOf } from '../sum.ts';
import type { Foot, IsSummary } from './foot.ts';
import {
  type Counted,
  type LastRow,
  countsIn,
  heldIn,
  isFormula,
  isGivenAs,
  isShare,
  keyOf,
} from './summary-cells.ts';

/** What may be a list of how many gave each answer. */
interface List {
  readonly block: readonly LastRow[];
  /** Whether a blank row stands above it. */
  readonly isApart: boolean;
  /** How many responses stand above it, and those of them that are at hand: perhaps all. */
  readonly responses: number;
  readonly above: Rows;
  readonly areAll: boolean;
  readonly counted: readonly Counted[];
  readonly columns: readonly CountedColumn[];
}

/** What the responses answered in a column, and what the list says of how many. */
interface CountedColumn {
  readonly answers: readonly string[];
  readonly counts: readonly Counted[];
}

/**
 * How many of the last rows are a list in which each row has an answer and how many gave it, in the cell
 * beside it, where responses may have numbers too, or in its own; or several such cells, each of another
 * column; and nothing else. At least half of the answers of each column were given above in that very column,
 * and none comes twice. Two of three things must show it: a blank row above the list, blanks where every
 * response has something, and counts that are the true ones, or too large for an answer. Counts of several
 * columns, or before the answer, must be true, and the shares of several columns are proof; no share is where
 * responses have some too, nor a lone cell without a blank row. An answer may stand for those that it sums
 * up.
 */
export function listOfCounts(foot: Foot, isSummary: IsSummary): number {
  const list = listIn(foot, isSummary);
  const { block, isApart, responses, areAll, counted, columns } = list;
  if (counted.length === 0 || !columns.every((column) => areKnown(list, column))) return 0;
  const mustBeTrue = columns.length > 1 || counted.some(({ isBefore }) => isBefore);
  const areTrue = columns.every((column) => isTrue(list, column));
  if (mustBeTrue && !areTrue) return 0;
  const isMissing = missesSomething(list);
  const shown = [isApart, isMissing, areTrue || areTooLarge(list)].filter(Boolean).length;
  const areUsual = counted.some((one) => isUsual(list, one));
  const isFound = counted.length > 1 && shown > 1 && (isApart || !areUsual);
  // A count with the percentage that it is of all responses is no answer that somebody gave.
  const areShared = counted.every(({ count, share = '' }) => isShare(share, Number(count), responses));
  const isProof = areAll && areTrue && !areUsual && columns.every(areAllOrShares);
  const isOneCell = counted.length === 1 && counted.every(({ at, column }) => at === column);
  const isMore = columns.length > 1 || (isMissing && (isApart || !isOneCell));
  return isFound || (isProof && isMore) || (isApart && areShared && isMore) ? block.length : 0;
}

function listIn({ first, last, all, whole }: Foot, isSummary: IsSummary): List {
  const start = last.findIndex(({ afterBlank }) => afterBlank);
  const end = last.findIndex((row) => !isSummary(row) && countsIn(row).length === 0);
  const isApart = start !== -1 && (end === -1 || end > start || (end === start && isHeading(last[start])));
  const block = isApart ? last.slice(0, start + 1) : last.slice(0, Math.max(0, end));
  const responses = all - block.length;
  const above = (whole ?? first).slice(0, responses);
  const counted = block.flatMap((row) => (isSummary(row) ? [] : countsIn(row)));
  const columns = [...new Set(counted.map(({ column }) => column))].map((column) => ({
    answers: above.map((cells) => keyOf(cells[column] ?? '')).filter((answer) => answer !== ''),
    counts: counted.filter((one) => one.column === column),
  }));
  return { block, isApart, responses, above, areAll: whole !== undefined, counted, columns };
}

/** Whether a row names the columns of a list. */
function isHeading(row: LastRow | undefined): boolean {
  const held = row === undefined ? [] : heldIn(row);
  return held.length === 2 && !held.some(({ text }) => /\d/u.test(text));
}

/** Whether at least half of what is counted was answered above, and nothing is counted twice. */
function areKnown({ above }: List, { answers, counts }: CountedColumn): boolean {
  const known = counts.filter(({ label }) => answers.some((answer) => isGivenAs(label, answer)));
  const labels = new Set(counts.map(({ label }) => label));
  return above.length > counts.length && labels.size === counts.length && known.length * 2 >= counts.length;
}

/** Whether so many gave each answer, or, of an export of which the middle is not at hand, all of them together. */
function isTrue({ areAll, responses }: List, { answers, counts }: CountedColumn): boolean {
  const areShares = counts.every(isPercentage);
  if (!areAll) {
    const sum = sumOf(counts, ({ count }) => Number(count.replace('%', '')));
    return areShares ? Math.abs(sum - 100) <= 1 : sum === responses;
  }
  return counts.every(({ label, count }) => {
    const alike = [
      answers.filter((answer) => answer === label),
      answers.filter((answer) => isGivenAs(label, answer)),
    ];
    return alike.some(({ length: times }) => {
      if (!areShares) return times === Number(count);
      return [answers.length, responses].some((base) => isShare(count, times, base));
    });
  });
}

function isPercentage({ count }: Counted): boolean {
  return count.endsWith('%');
}

/** Whether nothing stands in the list where every response has something. */
function missesSomething({ above, block }: List): boolean {
  return (above[0] ?? []).some(
    (_, column) =>
      above.every((cells) => !isBlank(cells[column] ?? '')) &&
      block.every(({ cells }) => isBlank(cells[column] ?? '')),
  );
}

/** Whether most counts are beyond any answer; far beyond, where every row is at hand and shows that they are not true. */
function areTooLarge({ areAll, isApart, above, counted }: List): boolean {
  const times = areAll && !isApart ? 2 : 1;
  const beyond = counted.filter(({ count, at, column }) => {
    const answers = above.map((cells) => Number(tidy(cells[at] ?? '')));
    if (isFormula(count)) return true;
    return at !== column && Number(count) > times * Math.max(...answers.filter(Number.isFinite));
  });
  return beyond.length * 2 >= counted.length;
}

/** Whether it is a percentage where responses have some too. */
function isUsual({ above }: List, one: Counted): boolean {
  return isPercentage(one) && above.some((cells) => cells[one.at]?.includes('%') === true);
}

/**
 * Whether the counts of a column are shares, or all that was answered above: no response says that of several
 * questions by chance.
 */
function areAllOrShares({ answers, counts }: CountedColumn): boolean {
  return (
    counts.every(isPercentage) ||
    (counts.length > 1 && sumOf(counts, ({ count }) => Number(count)) === answers.length)
  );
}
