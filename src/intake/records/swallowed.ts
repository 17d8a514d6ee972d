import { cellsOf } from './quotes.ts';

/** So many delimiters at least in what looks like rows: of fewer an answer may have as many. */
const ENOUGH = 3;

/**
 * Whether a cell of a record holds what looks like further records, which a quotation mark that is missing or
 * one too many has run together without anything else being wrong: it goes on for the rest of one row, for
 * whole ones, and for the beginning of another up to the same column; and no space stands behind a delimiter,
 * as it does in a sentence.
 */
export function holdsRows(cells: readonly string[], delimiter: string): boolean {
  const behind = cells.length - 1;
  return cells.some((cell, column) => {
    if (!cell.includes(delimiter) || !/[\r\n]/u.test(cell) || countIn(cell, delimiter) < behind) return false;
    const [first = '', ...lines] = cell.split(/\r\n|\r|\n/u);
    const isRow = (line: string, nth: number): boolean =>
      countIn(line, delimiter) === (nth < lines.length - 1 ? behind : column) &&
      !line.includes(`${delimiter} `);
    return (
      behind * lines.length >= ENOUGH && countIn(first, delimiter) >= behind - column && lines.every(isRow)
    );
  });
}

function countIn(line: string, delimiter: string): number {
  let count = 0;
  for (let at = line.indexOf(delimiter); at !== -1; at = line.indexOf(delimiter, at + delimiter.length))
    count++;
  return count;
}

/** Whether a record, given as its text with sound quotation marks, has an answer that holds rows. */
export function recordHoldsRows(record: string, delimiter: string): boolean {
  return holdsRows(cellsOf(record.replace(/\r?\n$/u, ''), delimiter), delimiter);
}
