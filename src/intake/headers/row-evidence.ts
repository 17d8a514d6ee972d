import { isBlank, tidy } from '../columns/blank.ts';
import { asks, code } from './header-words.ts';
import { filledCells, widthOf } from './headings.ts';
import type { Rows } from './layout.ts';

/** So many answers show of what sort those of a column are. */
const ENOUGH = 3;

/** So many answers in so many columns, none of which the row has: nobody answers unlike all others everywhere. */
const SURE = 8;

/** A number, a date or a time. */
const figure = /^[£$€]?[-+]?\d[\d\s.,:/%+-]*(?:[ap]m)?$/iu;

const time = /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}(?:\D|$)/u;

/** What a column of ids or times is called, in English or Welsh. */
const told =
  /(?:^|[^\p{L}])(?:ids?|ref|reference|code|number|date|time|timestamp|sent|submitted|started|ended|completed|created|received|respondent|respondents|response|responses|record|entry|cyf|cyfeirnod|rhif|dyddiad|amser|cyflwynwyd|ymateb|ymatebydd)(?!\p{L})/iu;

/** What a column says of a row above the others. */
export interface Evidence {
  /** What the row has there. */
  readonly cell: string;
  /** Whether others answer so, there or beside it, or in figures of the same sort. */
  readonly isAnswer: boolean;
  /** Whether it is written as headers are and answers are not. */
  readonly isLikeHeader: boolean;
  /** Of what sort the answers are that it is none of: figures, a few, or something in every row. */
  readonly isNone: 'of figures' | 'of few' | 'of all' | undefined;
  /** Whether there are so many answers that one more would be hardly another. */
  readonly isSure: boolean;
  /** What it has in place of the id or time that every response has: the header again, a name of such, other words, or nothing. */
  readonly instead: 'header' | 'name' | 'words' | 'nothing' | undefined;
}

/** What each column says of the second row, of which the first names the columns. */
export function evidenceOf(rows: Rows): readonly Evidence[] {
  const [first = [], second = [], ...below] = rows;
  const answers = Array.from({ length: widthOf(rows) }, (_, column) => filledCells(below, column).map(tidy));
  const areTicks = first.some(
    (header, column) => !isBlank(header) && answers[column]?.includes(tidy(header)),
  );
  const pools = answersTogether(answers);
  return answers.map((own, column) => {
    const [header, cell] = [tidy(first[column] ?? ''), tidy(second[column] ?? '')];
    const given = new Set(own);
    const pool = pools[column] ?? own;
    const isTicked = given.size === 1 && given.has(cell);
    const isLike = (text: string): boolean => asks.test(text) || code.test(text);
    // One word that asks something is an answer: “Maybe?”
    const isQuestion = /\s/u.test(cell) && asks.test(cell);
    // Who ticks an option may say it again.
    const isAgain = !areTicks && cell.toLowerCase() === header.toLowerCase();
    const isAsOthers = pool.includes(cell) || figure.test(cell) || isAlike(cell, given);
    return {
      cell,
      isAnswer: cell !== '' && !isTicked && isAsOthers,
      isLikeHeader:
        cell !== '' && (isAgain || isQuestion || code.test(cell)) && !given.has(cell) && !own.some(isLike),
      isNone: isNone(cell, own, pool, below.length),
      isSure: pool.length >= SURE,
      instead: insteadOf(cell, header, own, below.length),
    };
  });
}

/**
 * Whether a row has an answer in a column: what others say there too, or a figure or an id as theirs are. Where all others say the
 * same, as ticks do, it may be the option as well.
 */
export function isAnswer(row: readonly string[], column: number, below: Rows): boolean {
  const cell = tidy(row[column] ?? '');
  if (isBlank(cell)) return false;
  const given = new Set(filledCells(below, column).map(tidy));
  // A number may be an option that nobody ticked.
  const areFigures = [...given].some((text) => figure.test(text));
  return given.has(cell) ? given.size > 1 : isAlike(cell, given) || (areFigures && figure.test(cell));
}

function isAlike(cell: string, given: ReadonlySet<string>): boolean {
  return /\d/u.test(cell) && [...given].some((text) => shape(text) === shape(cell));
}

/** A text with every number made the same: ids and codes of options differ in nothing else. */
function shape(text: string): string {
  return text.toLowerCase().replace(/\d+/gu, '0');
}

/** The answers of each column with those of the columns beside it that have two of them too, as the items of a grid do. */
function answersTogether(columns: readonly (readonly string[])[]): (readonly string[])[] {
  const groups: string[][] = [];
  for (const [column, own] of columns.entries()) {
    const before = new Set(columns[column - 1]);
    const shared = [...new Set(own)].filter((answer) => before.has(answer));
    const group = shared.length > 1 ? (groups[column - 1] ?? []) : [];
    group.push(...own);
    groups.push(group);
  }
  return groups;
}

function isNone(
  cell: string,
  own: readonly string[],
  pool: readonly string[],
  rows: number,
): Evidence['isNone'] {
  if (own.length === 0 || pool.length < ENOUGH || pool.includes(cell)) return undefined;
  if (cell === '') return own.length === rows ? 'of all' : undefined;
  if (own.length >= ENOUGH && own.every((text) => figure.test(text))) return 'of figures';
  return new Set(pool).size * 2 <= pool.length ? 'of few' : undefined;
}

function insteadOf(cell: string, header: string, own: readonly string[], rows: number): Evidence['instead'] {
  if (own.length < rows || !own.every((text) => /\d/u.test(text)) || /\d/u.test(cell)) return undefined;
  if (cell !== '' && cell.toLowerCase() === header.toLowerCase()) return 'header';
  if (!own.every((text) => time.test(text)) && !areIds(own)) return undefined;
  if (cell === '') return 'nothing';
  return told.test(cell) && !/(?:\S+\s+){3}/u.test(cell) ? 'name' : 'words';
}

/** Whether these tell responses apart: each is another, in one form, and numbers follow one another or are long. */
function areIds(own: readonly string[]): boolean {
  if (own.length < ENOUGH || new Set(own).size < own.length || own.some((text) => /\s/u.test(text)))
    return false;
  const areNumbers = own.every((text) => /^\d+$/u.test(text));
  if (!areNumbers) return new Set(own.map(shape)).size === 1 || own.every((text) => text.length > 8);
  const isNext = (text: string, at: number): boolean =>
    at === 0 || Math.abs(Number(text) - Number(own[at - 1])) === 1;
  return own.every((text) => text.length > 4) || own.every(isNext);
}
