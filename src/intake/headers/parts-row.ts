import { asks, code, words, year } from './header-words.ts';
import { labelsIn, widthOf } from './first-rows.ts';
import type { Rows } from './layout.ts';
import { type Evidence, type SecondRow, evidenceOf } from './row-evidence.ts';

/** So many rows under the headers show what responses have and headers do not. */
const ENOUGH = 3;

/** So many responses that all have an id show that a row without one is none. */
const SURE = 8;

/** Whether the second row goes on with the headers: it names what belongs to the questions of the first, in each of their columns. */
export function namesParts(rows: Rows): boolean {
  const row = evidenceOf(rows);
  return isUnderBand(row) || (leavesOpen(rows) && (isUnderQuestions(row) || isUnderBlanks(row)));
}

/** The same where it shows in a file of however few columns. */
export function namesPartsOfFew(rows: Rows): boolean {
  return leavesOpen(rows) && isUnderQuestions(evidenceOf(rows));
}

/** Whether a question may stand over several columns: a header is blank, or the same as the one before. */
function leavesOpen([first = [], ...below]: Rows): boolean {
  const labels = labelsIn(first);
  return (
    widthOf(below) > first.length || labels.some((label, at) => label === '' || label === labels[at - 1])
  );
}

/**
 * Whether the row has something under each question that has blank headers to its
 * right, or its own again, and under these, and elsewhere nothing but the header once more. It stands out either by a blank cell
 * where every response has something, such as its id, or, where there is no such column, by options that those who ticked them
 * repeat. What it holds is otherwise never said again below.
 */
function isUnderQuestions({ columns, below }: SecondRow): boolean {
  const isPart = ({ isOpen, isOver }: Evidence): boolean => isOpen || isOver;
  const [parts, others] = [columns.filter(isPart), columns.filter((column) => !isPart(column))];
  if (below.length < ENOUGH || parts.length === 0 || columns[0]?.isOpen === true) return false;
  if (!columns.every(({ isOpen, header }) => isOpen || words.test(header) || year.test(header))) return false;
  if (!others.every(({ header, cell }) => cell === '' || cell === header)) return false;
  if (!parts.every(({ header, cell }) => /\p{L}/u.test(cell) && cell !== header)) return false;
  // Parts of one question are different.
  if (columns.some(({ isOpen, cell }, nth) => isOpen && cell === columns[nth - 1]?.cell)) return false;
  // The option of one question may be an item of another, as where those who use the parks are asked what they think of them.
  const answered = columns.filter((column) => !isPart(column) || !column.isTicked);
  const said = new Set(answered.flatMap((column) => column.below));
  if (!parts.every(({ isTicked, cell }) => isTicked || !said.has(cell))) return false;
  const areTicked = parts.filter(({ isTicked }) => isTicked).length * 2 > parts.length;
  return others.some(({ isFull }) => isFull) || (others.length === 0 && areTicked);
}

/**
 * Whether the first row leaves many columns blank, or names sections over several: the second names them, and what
 * it holds there is either never said again below, or is all that is ever said there, as a ticked option repeats its header. It
 * has no answer under any header of the first, as a response has that is somebody's notes in columns without one.
 */
function isUnderBlanks(row: SecondRow): boolean {
  const { columns, below } = row;
  const open = columns.filter(({ isLeftOut }) => isLeftOut);
  if (below.length === 0 || open.length < (areSections(row) ? 1 : Math.max(3, columns.length / 5)))
    return false;
  if (columns.some(({ header, answers }) => header !== '' && answers === 'as others')) return false;
  const named = open.filter((column) => {
    const isName = words.test(column.cell) || code.test(column.cell);
    return isName && (column.isTicked || !column.below.includes(column.cell));
  });
  return named.length >= open.length * 0.9;
}

/**
 * Whether the first row names what several columns have in common, over each of them, such as a year; or years alone, of which the
 * second asks the same. That is headers, and nobody says so; the column before all others has one of two headers.
 */
function isUnderBand({ columns: [first, ...others], below }: SecondRow): boolean {
  const names = new Set(others.map(({ header }) => header));
  const asked = new Set(others.map(({ cell }) => cell));
  const isHeader = (column: Evidence): boolean =>
    words.test(column.cell) && !column.below.includes(column.cell);
  const areAsked = asked.size * 2 <= others.length && [...asked].every((cell) => asks.test(cell));
  if (names.has('') || (names.size * 2 > others.length && !areAsked)) return false;
  if (first === undefined || below.length < ENOUGH || !others.every(isHeader)) return false;
  const isWithoutOwn = first.isFull && first.cell === '';
  return first.header === '' ? isHeader(first) || isWithoutOwn : isWithoutOwn && areAsked;
}

/** Whether the second row asks one thing after another and the first nothing, as names of sections over several columns do not. */
function areSections({ columns }: SecondRow): boolean {
  const questions = columns.filter(({ cell }) => /\S\s+\S/u.test(cell) && asks.test(cell));
  const start = columns.findIndex(({ header }) => header !== '');
  const areMerged = columns.some(({ isLeftOut }, nth) => nth > start && isLeftOut);
  return areMerged && questions.length > 2 && !columns.some(({ header }) => asks.test(header));
}

/**
 * The two first rows the other way round, where the second holds the questions and the first what belongs to each. A row that
 * comes again is what several people answered.
 */
export function questionsFirst(rows: Rows): Rows | undefined {
  const [first = [], second = [], ...below] = rows;
  const swapped = [second, first, ...below];
  if (!leavesOpen(swapped) || namesPartsOfFew(rows)) return undefined;
  if (below.some((other) => other.every((cell, column) => cell === second[column]))) return undefined;
  const row = evidenceOf(rows);
  // Who answers one question only has blank cells as well.
  const isSwapped =
    (row.said.length > 1 && namesPartsOfFew(swapped)) || (asksBelow(row) && namesParts(swapped));
  return isSwapped ? swapped : undefined;
}

/**
 * Whether the second row has nothing where every response has something, and elsewhere only what asks something in three words at
 * least, or begins a list, and is never said below. One of the questions has few answers: who answers nothing but what is to be
 * said in words may ask something there.
 */
function asksBelow({ columns, said, below }: SecondRow): boolean {
  const areQuestions = said.every(({ cell }) => /[?:]$/u.test(cell) && cell.split(' ').length > 2);
  const isAnonymous = columns.some(({ isFull, cell }) => isFull && cell === '');
  const isAmongFew = said.some((column) => new Set(column.below).size * 2 <= column.below.length);
  if (!isAmongFew || below.length < SURE || !areQuestions || !isAnonymous) return false;
  const given = new Set(columns.flatMap((column) => column.below));
  return !said.some(({ cell }) => given.has(cell));
}
