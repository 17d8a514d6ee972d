import { isBlank } from '../columns/blank.ts';
import { words } from './header-words.ts';
import type { Layout, Platform, Rows } from './layout.ts';
import { namedAgain } from './names-again.ts';
import { oneRow, twoRows } from '../platforms/generic.ts';
import { UserError } from '../user-error.ts';

/** How many rows of headers a user names. Throws a UserError where that is no such number. */
export function namedHeaderRows(rows: string): number {
  if (/^[1-9]$/u.test(rows.trim())) return Number(rows);
  throw new UserError(
    `"${rows}" is no number of header rows.`,
    'It can be 1 to 9, lines of title above them aside.',
  );
}

/**
 * The layout of an export of which so many rows are headers, whatever they look like: as its platform has it where it has as many;
 * otherwise with questions over what belongs to them, where the first row leaves blank what the second names, and the others
 * naming the columns again.
 */
export function withHeaderRows(layOut: Platform['layOut'], rows: Rows, wanted: number): Layout {
  const own = layOut(rows);
  if (own.headerRows === wanted) return own;
  if (wanted === 1) return oneRow(rows);
  const isOver = standsOver(rows);
  if (isOver && wanted === 2) return twoRows(rows);
  const below = isOver ? twoRows : own.headerRows === 1 ? layOut : oneRow;
  const known = isOver ? 2 : 1;
  const layout = namedAgain(below, rows, known, wanted - known);
  return { ...layout, headerRows: wanted, furtherHeaders: wanted - 1 };
}

/** Whether what the first row says stands over several columns, which the second names. */
function standsOver([first = [], second = []]: Rows): boolean {
  const start = first.findIndex((cell) => !isBlank(cell));
  return second.some((cell, column) => column > start && isBlank(first[column] ?? '') && words.test(cell));
}
