import { answersIn, labelIn, labelsIn } from './first-rows.ts';
import type { Rows } from './layout.ts';

/** What a row is: the headers again, others, or a response. */
export type Repetition = 'same' | 'other' | 'response';

/** So many headers in their own columns, and no fewer than half of them, are no answers. */
const ENOUGH = 3;

/** So many answers show what a column has. */
const ENOUGH_ANSWERS = 8;

interface Header {
  readonly cells: readonly string[];
  /** The first column in which it has something. */
  readonly start: number;
  /** Columns in which responses have something, and never what the header says, as a ticked option does. */
  readonly telling: readonly number[];
  /** Those of them that have answers enough to be sure of it. */
  readonly sure: readonly number[];
}

/**
 * Knows rows of headers among the responses, as in exports that were pasted under one another. `rows` are the first rows, of
 * which so many are headers and lines of title. A response that ticks all options by their names says what headers say; it is
 * none where other columns tell.
 */
export function repeatedHeaders(rows: Rows, headerRows: number): (cells: readonly string[]) => Repetition {
  const above = rows.slice(0, headerRows).map(labelsIn);
  const below = rows
    .slice(headerRows)
    .filter((row) => !above.some((header) => isSame(labelsIn(row), header)));
  const headers = above.map((header) => headerOf(header, below));
  /** The header row that would follow, where the row before was one. */
  let next = -1;

  return (cells) => {
    for (const [index, header] of headers.entries()) {
      if (labelIn(cells[header.start] ?? '') !== header.cells[header.start]) continue;
      if (index !== next && header.telling.length === 0) continue;
      const kind = compare(labelsIn(cells), header);
      if (kind === 'response') continue;
      next = index + 1;
      return kind;
    }
    next = -1;
    return 'response';
  };
}

/** The rows without headers that come again after the first, whole rows of them: what a layout is recognised from. */
export function withoutRepeats(rows: Rows): Rows {
  const shown = rows.map(labelsIn);
  let next = -1;
  return rows.filter((_, index) => {
    const own = shown[index] ?? [];
    const at = [next, 0].find((header) => header >= 0 && header < index && isSame(own, shown[header] ?? []));
    const isRepeat = at !== undefined && own.filter((label) => label !== '').length > 1;
    next = isRepeat ? at + 1 : -1;
    return !isRepeat;
  });
}

function headerOf(cells: readonly string[], below: Rows): Header {
  const columns = cells.map((cell, column) => ({ cell, column, said: answersIn(below, column) }));
  const telling = columns.filter(({ cell, said }) => cell !== '' && said.length > 0 && !said.includes(cell));
  return {
    cells,
    start: cells.findIndex((label) => label !== ''),
    telling: telling.map(({ column }) => column),
    sure: telling.filter(({ said }) => said.length >= ENOUGH_ANSWERS).map(({ column }) => column),
  };
}

function isSame(cells: readonly string[], header: readonly string[]): boolean {
  const width = Math.max(cells.length, header.length);
  return Array.from({ length: width }).every((_, column) => (cells[column] ?? '') === (header[column] ?? ''));
}

function compare(cells: readonly string[], { cells: header, sure }: Header): Repetition {
  if (isSame(cells, header) && header.filter((cell) => cell !== '').length > 1) return 'same';
  // A number may be an answer as well.
  const known = new Set(header.filter((cell) => /\p{L}/u.test(cell)));
  const others = sure.flatMap((column) => cells[column] ?? '').filter((cell) => known.has(cell));
  // Each header is another; one word in every column is an answer.
  return new Set(others).size >= ENOUGH && others.length * 2 >= sure.length ? 'other' : 'response';
}
