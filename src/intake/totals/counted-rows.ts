import { isBlank, tidy } from '../blank.ts';
import type { Foot } from './foot.ts';
import {
  type Counted,
  type LastRow,
  countsIn,
  heldIn,
  isFormula,
  isGivenAs,
  isOutOfPlace,
  isShare,
  keyOf,
  number,
} from './summary-cells.ts';
import { summaryWord } from './summary-names.ts';
import { sumOf } from '../sum.ts';

/** So many of the first rows are responses, whatever stands under the last. */
const SURELY_RESPONSES = 4;

/** Knows rows of plain averages and totals. */
type IsSummary = (row: LastRow) => boolean;

/**
 * How many of the last rows are a table of how many gave each answer, that somebody made under the responses: rows of plain averages
 * and totals may stand among its rows, and a title above them.
 */
export function countedRows(foot: Foot, isSummary: IsSummary): number {
  return Math.max(tableOfCounts(foot, isSummary), listOfCounts(foot, isSummary));
}

/**
 * How many are a table in which an answer, or "Total", stands before how many or what share gave it in each column, where the
 * responses have words.
 *
 * At least half of the labels must be answers that were given above. Where one stands in the very column in which it was
 * given, as no other does, a blank row must set the table apart, and no two rows have one label: a response has its words
 * there too. A lone label on top of the table, after a blank row, is its title.
 */
function tableOfCounts({ first, last }: Foot, isSummary: IsSummary): number {
  const responses = first.slice(0, Math.max(SURELY_RESPONSES, first.length - last.length));
  if (responses.length < SURELY_RESPONSES) return 0;
  const apart = lastWhile((row) => isCount(row, true));
  const rows = areApart(apart) ? apart : lastWhile((row) => isCount(row, false));
  // Of a short export the first rows are the last ones too.
  const above = first.slice(0, Math.max(SURELY_RESPONSES, first.length - rows.length - 1));
  const answers = new Set(above.flatMap((row) => row.map(keyOf)));
  const isKnown = (label: string): boolean => answers.has(label) || summaryWord.test(label);
  const known = rows.filter((row) => isSummary(row) || isKnown(labelOf(row).label));
  const counts = rows.filter((row) => isCount(row, true));
  // One row alone may be an odd response.
  if (counts.length === 0 || rows.length < 2 || known.length * 2 < rows.length) return 0;
  return rows.length + (hasTitle(rows) ? 1 : 0);

  function lastWhile(isOne: (row: LastRow) => boolean): readonly LastRow[] {
    const end = last.findIndex((row) => !isSummary(row) && !isOne(row));
    return last.slice(0, Math.max(0, end));
  }

  function areApart(those: readonly LastRow[]): boolean {
    const labels = new Set(those.map((row) => labelOf(row).label));
    return labels.size === those.length && (those.at(-1)?.afterBlank === true || hasTitle(those));
  }

  function hasTitle(those: readonly LastRow[]): boolean {
    const top = last[those.length];
    return top?.afterBlank === true && heldIn(top).length === 1 && !number.test(labelOf(top).label);
  }

  function isCount(row: LastRow, isInItsColumn: boolean): boolean {
    const { label, column } = labelOf(row);
    if (label === '' || number.test(label)) return false;
    if (!isInItsColumn && columnOf(column).includes(label)) return false;
    const others = heldIn(row).filter((held) => held.column !== column);
    return (
      others.every(({ text }) => number.test(text)) &&
      others.some((held) => isOutOfPlace(held.text, columnOf(held.column)))
    );
  }

  function columnOf(column: number): string[] {
    return responses.map((row) => keyOf(row[column] ?? '')).filter((key) => key !== '');
  }
}

/** The first thing in a row, and in which column it stands. */
function labelOf(row: LastRow): { readonly label: string; readonly column: number } {
  const [lead] = heldIn(row);
  return { label: keyOf(lead?.text ?? ''), column: lead?.column ?? -1 };
}

/**
 * How many are a list in which each row has an answer and how many gave it, in the cell beside it, where responses may have numbers
 * too, or in its own; or several such cells, each of another column; and nothing else. At least half of the answers of each column
 * were given above in that very column, and none comes twice. Two of three things must show it: a blank row above the list, blanks
 * where every response has something, and counts that are the true ones, or too large for an answer. Counts of several columns, or
 * before the answer, must be true, and the shares of several columns are proof; no share is where responses have some too, nor a
 * lone cell without a blank row. An answer may stand for those that it sums up.
 */
function listOfCounts({ first, last, all, whole }: Foot, isSummary: IsSummary): number {
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
  if (counted.length === 0 || !columns.every(isList)) return 0;
  const mustBeTrue = columns.length > 1 || counted.some(({ isBefore }) => isBefore);
  const areTrue = columns.every(isTrue);
  if (mustBeTrue && !areTrue) return 0;
  const isMissing = missesSomething();
  const shown = [isApart, isMissing, areTrue || areTooLarge()].filter(Boolean).length;
  const areUsual = counted.some(isUsual);
  const isFound = counted.length > 1 && shown > 1 && (isApart || !areUsual);
  // A count with the percentage that it is of all responses is no answer that somebody gave.
  const areShared = counted.every(({ count, share = '' }) => isShare(share, Number(count), responses));
  const isProof = whole !== undefined && areTrue && !areUsual && columns.every(areAllOrShares);
  const isOneCell = counted.length === 1 && counted.every(({ at, column }) => at === column);
  const isMore = columns.length > 1 || (isMissing && (isApart || !isOneCell));
  return isFound || (isProof && isMore) || (isApart && areShared && isMore) ? block.length : 0;

  /** Whether it is a percentage where responses have some too. */
  function isUsual({ count, at }: Counted): boolean {
    return count.endsWith('%') && above.some((cells) => cells[at]?.includes('%') === true);
  }

  /** Whether the counts of a column are shares, or all that was answered above: no response says that of several questions by chance. */
  function areAllOrShares({ answers, counts }: (typeof columns)[number]): boolean {
    const sum = sumOf(counts, ({ count }) => Number(count));
    return counts.every(({ count }) => count.endsWith('%')) || (counts.length > 1 && sum === answers.length);
  }

  function isList({ answers, counts }: (typeof columns)[number]): boolean {
    const known = counts.filter(({ label }) => answers.some((answer) => isGivenAs(label, answer)));
    const labels = new Set(counts.map(({ label }) => label));
    return above.length > counts.length && labels.size === counts.length && known.length * 2 >= counts.length;
  }

  /** Whether so many gave each answer, or, of an export of which the middle is not at hand, all of them together. */
  function isTrue({ answers, counts }: (typeof columns)[number]): boolean {
    const areShares = counts.every(({ count }) => count.endsWith('%'));
    if (whole === undefined) {
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

  function missesSomething(): boolean {
    return (above[0] ?? []).some(
      (_, column) =>
        above.every((cells) => !isBlank(cells[column] ?? '')) &&
        block.every(({ cells }) => isBlank(cells[column] ?? '')),
    );
  }

  /** Whether most counts are beyond any answer; far beyond, where every row is at hand and shows that they are not true. */
  function areTooLarge(): boolean {
    const times = whole === undefined || isApart ? 1 : 2;
    const beyond = counted.filter(({ count, at, column }) => {
      const answers = above.map((cells) => Number(tidy(cells[at] ?? '')));
      if (isFormula(count)) return true;
      return at !== column && Number(count) > times * Math.max(...answers.filter(Number.isFinite));
    });
    return beyond.length * 2 >= counted.length;
  }
}

/** Whether a row names the columns of such a list. */
function isHeading(row: LastRow | undefined): boolean {
  const held = row === undefined ? [] : heldIn(row);
  return held.length === 2 && !held.some(({ text }) => /\d/u.test(text));
}
