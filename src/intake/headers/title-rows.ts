import { words, year } from './header-words.ts';
import { answersIn, areTicks, labelsIn } from './first-rows.ts';
import type { Rows } from './layout.ts';
import { type Evidence, evidenceOf } from './row-evidence.ts';
import type { RecognisedLayout } from './recognise.ts';

/** More lines than this above the headers are no title. */
const MOST = 10;

/**
 * How many of the first rows stand above the headers, such as a title or a date of export: rows of which only the first cell
 * holds something, or the first two, above one of which most do. A question over all of its columns is a header, where what
 * stands below it is ticked by its own name.
 */
export function countTitles(written: Rows): number {
  const rows = written.map(labelsIn);
  const filled = rows.map((row) => row.filter((cell) => cell !== '').length);
  const header = filled.findIndex((count) => count > 2);
  const [above, below = []] = [rows.slice(0, Math.max(header, 0)), rows[header]];
  if (header === -1 || above.length > MOST || rows.length < header + 2) return 0;
  const isTitle = ([first = '']: readonly string[], index: number) =>
    words.test(first) && (filled[index] ?? 0) * 2 <= below.length;
  if (numbersColumns(below) && above.every(isTitle) && areUnlikeAnswers(rows.slice(header)))
    return header + 1 + countTitles(written.slice(header + 1));
  if (above.length === 0) return 0;
  const [over = [], ...titles] = above.toReversed();
  // Two headers alone, or what stands over several, such as the names of rounds.
  if (titles.length > 0 && over[0] === '' && areUnlikeAnswers(rows.slice(header - 2)))
    return titles.every((row, nth) => isTitle(row, titles.length - 1 - nth)) ? titles.length : 0;
  if (!above.every(isTitle)) return 0;
  const questions = above.findIndex((row) => standsOver(row, below));
  if (questions !== -1) return questions;
  const headers = below.filter((cell) => words.test(cell));
  // A question may stand over the first of its columns only, and what belongs to each below.
  const next = rows[header + 1] ?? [];
  const named = below.filter((cell, column) => words.test(cell || (next[column] ?? '')));
  const areAll = named.length >= below.length * 0.8 && new Set(headers).size === headers.length;
  if (!areAll && !areUnlikeAnswers(rows.slice(header - 1))) return 0;
  const answers = written.slice(header + 1);
  const isTicked = below.every((part, column) => {
    const given = answersIn(answers, column);
    return given.length === 0 || areTicks(given, part);
  });
  return isTicked ? 0 : header;
}

/** Whether a row numbers the columns, from 1 or from 0. */
function numbersColumns(row: readonly string[]): boolean {
  const start = row[0] === '0' ? 0 : 1;
  return row.every((cell, column) => cell === String(column + start));
}

/** Whether the second row is headers, though it leaves columns without a name or names some alike: it has none of the answers below. */
function areUnlikeAnswers(rows: Rows): boolean {
  const { said } = evidenceOf(rows);
  const none = said.filter(({ isNone }) => isNone === 'of figures' || isNone === 'of few');
  const isHeader = ({ cell, answers }: Evidence): boolean =>
    year.test(cell) || (words.test(cell) && answers === undefined);
  return none.length > 1 && said.every(isHeader);
}

/**
 * Whether a row holds questions, each over the first of its columns, and no title: two of its cells ask something, or the row below
 * leaves to it to name the first column.
 */
function standsOver(row: readonly string[], below: readonly string[]): boolean {
  const filled = row.filter((cell) => cell !== '');
  const asking = filled.filter((cell) => cell.endsWith('?'));
  return asking.length > 1 || (filled.length > 1 && below[0] === '');
}

/** A layout of what stands below so many rows of a title. */
export function belowTitles(layout: RecognisedLayout, titles: number): RecognisedLayout {
  const under = titles === 1 ? 'a line of title' : `${titles} lines of title`;
  return {
    ...layout,
    headerRows: layout.headerRows + titles,
    titles,
    recognisedBy: `${layout.recognisedBy} under ${under}`,
  };
}
