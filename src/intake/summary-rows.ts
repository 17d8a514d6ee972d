import { isBlank, tidy } from './blank.ts';
import { filledCells } from './headings.ts';
import { labelledCounts } from './labelled-counts.ts';
import type { Heading, Rows } from './layout.ts';

/** One of the last rows of an export. */
export interface LastRow {
  readonly cells: readonly string[];
  /** Whether a blank row stands between it and the row above. */
  readonly afterBlank: boolean;
}

export const summaryWord =
  /^(?:grand |sub)?-?(?:totals?|averages?|avg|mean|median|sum|count|percent(?:age)?s?|%)\b/iu;
export const number = /^[£$€]?-?[,.]*\d[\d,.]*\s*%?$/u;

/** Words with a space or a colon between them. */
const note = /\p{L}{2}.*[\s:]|[\s:].*\p{L}{2}/u;

/** So many different things, each with a digit in it, are ids. */
const FEWEST_IDS = 8;

/** Whether these are ids, none like another, and none with a space or a colon in it. */
function hasIds(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  return (
    filled.length >= FEWEST_IDS &&
    new Set(filled).size === filled.length &&
    filled.every((cell) => /\d/u.test(cell) && !/[\s:]/u.test(cell))
  );
}

/**
 * How many rows at the end of an export are averages or totals that somebody added under the responses. `first` are
 * some of the first responses, `last` the last ones, the very last first.
 *
 * Such a row has nothing where every response has something (who sent it, and when), holds numbers and words such as
 * "Average" and nothing else, and is less than half full. A response that broke off early keeps its id and its date.
 * A note such as "Source: survey of 2024" where the others have an id, and nothing beside it, is none either.
 * Or it says how many gave each answer: see `labelledCounts`.
 */
export function summaryRows(first: Rows, last: readonly LastRow[], headings: readonly Heading[]): number {
  const always = headings.flatMap((_, column) =>
    filledCells(first, column).length >= first.length - 1 ? [column] : [],
  );
  const leading = always[0];
  if (leading === undefined || first.length < 4) return 0;
  const isMetadata = headings[leading]?.role !== undefined;
  // Of a short export the first rows are the last ones too.
  const above = first.slice(0, Math.max(1, first.length - 3));
  const isUsual = above.some((row) => summaryWord.test(tidy(row[leading] ?? '')));
  const areIds = hasIds(above.map((row) => tidy(row[leading] ?? '')));
  const plain = last.findIndex((row) => !isSummary(row));
  return Math.max(plain === -1 ? 0 : plain, labelledCounts(first, last, isSummary));

  function isSummary({ cells, afterBlank }: LastRow): boolean {
    const held = cells.map(tidy).filter((cell) => cell !== '');
    const lead = tidy(cells[leading ?? 0] ?? '');
    const named = held.some((cell) => summaryWord.test(cell));
    if (lead !== '')
      return (summaryWord.test(lead) && !isUsual) || (held.length === 1 && areIds && note.test(lead));
    if (!held.every((cell) => number.test(cell) || summaryWord.test(cell))) return false;
    if (!named && !afterBlank && !isMetadata) return false;
    return always.filter((column) => !isBlank(cells[column] ?? '')).length * 2 < always.length || named;
  }
}
