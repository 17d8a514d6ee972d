import { isBlank, tidy } from '../columns/blank.ts';
import { words } from './header-words.ts';
import { filledCells, widthOf } from './headings.ts';
import type { Rows } from './layout.ts';

/** So many rows under the headers show what responses have and headers do not. */
const ENOUGH = 3;

/**
 * Whether the second row goes on with the headers of a file of few columns: it has something under each question that has
 * blank headers to its right, or its own again, and under these, and elsewhere nothing but the header once more. It stands
 * out either by a blank cell where every response has something, such as its id, or, where there is no such column, by
 * options that those who ticked them repeat. What it holds is otherwise never said again below.
 */
export function hasSecondHeader(rows: Rows): boolean {
  const [first = [], next = [], ...below] = rows;
  const second = next.map((cell, column) => (tidy(cell) === tidy(first[column] ?? '') ? '' : cell));
  if (below.length < ENOUGH) return false;
  const columns = Array.from({ length: widthOf(rows) }, (_, column) => column).filter((column) =>
    rows.some((row) => !isBlank(row[column] ?? '')),
  );
  const isOpen = (column: number): boolean =>
    isBlank(first[column] ?? '') || (column > 0 && isAgain(first, column));
  if (columns[0] === undefined || isOpen(columns[0]) || !columns.some(isOpen)) return false;
  if (!columns.every((column) => isOpen(column) || words.test(first[column] ?? ''))) return false;
  const isPart = (column: number): boolean =>
    columns.includes(column) && (isOpen(column) || (columns.includes(column + 1) && isOpen(column + 1)));
  const parts = columns.filter(isPart);
  if (columns.some((column) => isBlank(second[column] ?? '') === isPart(column))) return false;
  if (!parts.every((column) => words.test(second[column] ?? ''))) return false;
  // Parts of one question are different.
  if (columns.some((column) => isOpen(column) && isAgain(second, column))) return false;
  const isTicked = (column: number): boolean => {
    const cells = filledCells(below, column).map(tidy);
    return cells.length > 0 && cells.every((cell) => cell === tidy(second[column] ?? ''));
  };
  // The option of one question may be an item of another, as where those who use the parks are asked what they think of them.
  const answered = columns.filter((column) => !isPart(column) || !isTicked(column));
  const said = new Set(answered.flatMap((column) => filledCells(below, column).map(tidy)));
  const isUnsaid = (column: number): boolean => !said.has(tidy(second[column] ?? ''));
  if (!parts.every((column) => isTicked(column) || isUnsaid(column))) return false;
  const always = columns.some(
    (column) => filledCells(below, column).length === below.length && !isPart(column),
  );
  return always || (parts.length === columns.length && parts.filter(isTicked).length * 2 > parts.length);
}

/** So many responses that all have an id show that a row without one is none. */
const SURE = 8;

/**
 * Whether the second row holds the questions, and the first what belongs to each: it has nothing where every response has
 * something, and elsewhere only what asks something in three words at least, or begins a list, and is never said below. One of the questions has few answers:
 * who answers nothing but what is to be said in words may ask something there.
 */
export function hasQuestionsBelow([, second = [], ...below]: Rows): boolean {
  const said = second.map(tidy).filter((cell) => cell !== '');
  const columns = Array.from({ length: widthOf(below) }, (_, column) => filledCells(below, column).map(tidy));
  const areQuestions = said.every((cell) => /[?:]$/u.test(cell) && cell.split(' ').length > 2);
  const isAnonymous = columns.some(
    (cells, column) => cells.length === below.length && isBlank(second[column] ?? ''),
  );
  const isAnswer = columns.some((cells) => cells.some((cell) => said.includes(cell)));
  const isAmongFew = columns.some(
    (cells, column) => !isBlank(second[column] ?? '') && new Set(cells).size * 2 <= cells.length,
  );
  return isAmongFew && below.length >= SURE && areQuestions && isAnonymous && !isAnswer;
}

/** Whether a header is that of the column to its left. */
function isAgain(headers: readonly string[], column: number): boolean {
  return tidy(headers[column] ?? '') === tidy(headers[column - 1] ?? '');
}
