import type { Foot, IsSummary } from './foot.ts';
import { listOfCounts } from './listed-counts.ts';
import { type LastRow, heldIn, isOutOfPlace, keyOf, number } from './summary-cells.ts';
import { summaryWord } from './summary-names.ts';

/** So many of the first rows are responses, whatever stands under the last. */
const SURELY_RESPONSES = 4;

/**
 * How many of the last rows are a table of how many gave each answer, that somebody made under the responses:
 * rows of plain averages and totals may stand among its rows, and a title above them.
 */
export function countedRows(foot: Foot, isSummary: IsSummary): number {
  return Math.max(tableOfCounts(foot, isSummary), listOfCounts(foot, isSummary));
}

/**
 * How many are a table in which an answer, or "Total", stands before how many or what share gave it in each
 * column, where the responses have words.
 *
 * At least half of the labels must be answers that were given above. Where one stands in the very column in
 * which it was given, as no other does, a blank row must set the table apart, and no two rows have one label:
 * a response has its words there too. A lone label on top of the table, after a blank row, is its title.
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
