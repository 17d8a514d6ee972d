import { isBlank, tidy } from './blank.ts';
import { filledCells } from './headings.ts';
import type { Rows } from './layout.ts';
import type { RecognisedLayout } from './recognise.ts';
import { UserError } from './user-error.ts';

/** What a title or a header is made of. */
const words = /\p{L}{2}/u;

/** More lines than this above the headers are no title. */
const MOST = 10;

/**
 * How many of the first rows stand above the headers, such as a title or a date of export: rows of which only the first cell
 * holds something, or the first two, above one of which most do. A question over all of its columns is a header, where what
 * stands below it is ticked by its own name.
 */
export function countTitles(rows: Rows): number {
  const filled = rows.map((row) => row.filter((cell) => !isBlank(cell)).length);
  const header = filled.findIndex((count) => count > 2);
  const [above, below = []] = [rows.slice(0, Math.max(header, 0)), rows[header]];
  if (above.length === 0 || above.length > MOST || rows.length < header + 2) return 0;
  const isTitle = ([first = '']: readonly string[], index: number) =>
    words.test(first) && (filled[index] ?? 0) * 2 <= below.length;
  if (!above.every(isTitle)) return 0;
  const headers = below.filter((cell) => words.test(cell));
  if (headers.length < below.length * 0.8 || new Set(headers).size < headers.length) return 0;
  const answers = rows.slice(header + 1);
  const isTicked = below.every((part, column) => {
    const given = new Set(filledCells(answers, column).map(tidy));
    return given.size === 0 || (given.size === 1 && given.has(tidy(part)));
  });
  return isTicked ? 0 : header;
}

/** A layout of what stands below so many rows of a title. */
export function belowTitles(layout: RecognisedLayout, titles: number): RecognisedLayout {
  const under = titles === 1 ? 'a line of title' : `${titles} lines of title`;
  return {
    ...layout,
    headerRows: layout.headerRows + titles,
    recognisedBy: `${layout.recognisedBy} under ${under}`,
  };
}

/**
 * Refuses a file without headers: its first row holds answers that others give too. A header may be an answer only where a
 * column holds nothing else, as a ticked option does.
 */
export function refuseWithoutHeaders(file: string, rows: Rows): void {
  const [first = [], ...others] = rows;
  if (others.length < 8) return;
  const columns = first.flatMap((header, column) => {
    const cells = filledCells(others, column).map(tidy);
    const answers = new Set(cells);
    const isRepeated = words.test(header) && answers.size > 1 && answers.size * 2 <= cells.length;
    return isRepeated ? [{ header: tidy(header), isAnswer: answers.has(tidy(header)) }] : [];
  });
  const given = columns.filter(({ isAnswer }) => isAnswer);
  if (given.length < 2 || given.length * 3 < columns.length * 2) return;
  throw new UserError(
    `${file} has no headers: its first row holds answers (${given
      .slice(0, 2)
      .map(({ header }) => `“${header}”`)
      .join(', ')}).`,
    'Export it again with the questions in the first row, or write them above the answers.',
  );
}
