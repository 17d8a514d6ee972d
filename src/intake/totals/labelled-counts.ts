import { isBlank, tidy } from '../columns/blank.ts';
import type { Rows } from '../headers/layout.ts';
import { isOutOfPlace, keyOf, number, summaryWord } from './summary-cells.ts';
import type { LastRow } from './summary-rows.ts';

/** So many of the first rows are responses, whatever stands under the last. */
const SURELY_RESPONSES = 4;

/**
 * How many of the last rows are a table of counts that somebody made under the responses: an answer, or "Total", and then
 * how many or what share gave it in each column, where the responses have words. `first` are some of the first responses;
 * `last` the last rows, the very last first; `isSummary` knows rows of plain averages and totals.
 *
 * At least half of the labels must be answers that were given above. Where one stands in the very column in which it was
 * given, as no other does, a blank row must set the table apart, and no two rows have one label: a response has its words
 * there too. A lone label on top of the table, after a blank row, is its title.
 */
export function labelledCounts(
  first: Rows,
  last: readonly LastRow[],
  isSummary: (row: LastRow) => boolean,
): number {
  const responses = first.slice(0, Math.max(SURELY_RESPONSES, first.length - last.length));
  if (responses.length < SURELY_RESPONSES) return 0;
  const apart = lastWhile((row) => isCount(row, true));
  const rows = areApart(apart) ? apart : lastWhile((row) => isCount(row, false));
  // Of a short export the first rows are the last ones too.
  const above = first.slice(0, Math.max(SURELY_RESPONSES, first.length - rows.length - 1));
  const answers = new Set(above.flatMap((row) => row.map(keyOf)));
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
    const isAlone = top?.afterBlank === true && top.cells.filter((cell) => !isBlank(cell)).length === 1;
    return isAlone && !number.test(labelOf(top).label);
  }

  function isKnown(label: string): boolean {
    return answers.has(label) || summaryWord.test(label);
  }

  function isCount(row: LastRow, mayBeAnswer: boolean): boolean {
    const { label, column } = labelOf(row);
    if (label === '' || number.test(label)) return false;
    if (!mayBeAnswer && columnOf(column).includes(label)) return false;
    const others = row.cells
      .map((cell, at) => ({ cell: tidy(cell), at }))
      .filter(({ cell, at }) => at !== column && cell !== '');
    return (
      others.every(({ cell }) => number.test(cell)) &&
      others.some(({ cell, at }) => isOutOfPlace(cell, columnOf(at)))
    );
  }

  function columnOf(column: number): string[] {
    return responses.map((row) => keyOf(row[column] ?? '')).filter((key) => key !== '');
  }
}

/** The first thing in a row, and in which column it stands. */
function labelOf({ cells }: LastRow): { readonly label: string; readonly column: number } {
  const column = cells.findIndex((cell) => !isBlank(cell));
  return { label: keyOf(cells[column] ?? ''), column };
}
