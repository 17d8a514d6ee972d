import { once } from '../once.ts';
import { asks, code } from './header-words.ts';
import { answersIn, areTicks, labelsIn, widthOf } from './first-rows.ts';
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

/** What a column says of the second row, of which the first names the columns. */
export interface Evidence {
  /** What the first row has there, and what the second. */
  readonly header: string;
  readonly cell: string;
  /** What the rows below have there. */
  readonly below: readonly string[];
  /** Whether every row below has something there. */
  readonly isFull: boolean;
  /** Whether it goes on with the column before: with nothing as its header, or the same again. */
  readonly isOpen: boolean;
  /** Whether the column behind goes on with it. */
  readonly isOver: boolean;
  /** Whether the first row reaches it and has nothing there. */
  readonly isLeftOut: boolean;
  /** Whether the cell is all that is ever said below, as those who tick an option say its name. */
  readonly isTicked: boolean;
  /** Whether it answers: as others do, there or beside it, or in the same form; or in a figure, which may be an option as well. */
  readonly answers: 'as others' | 'in a figure' | undefined;
  /** Whether it is written as headers are and answers are not. */
  readonly isLikeHeader: boolean;
  /** Of what sort the answers are that it is none of: figures, a few, or something in every row. */
  readonly isNone: 'of figures' | 'of few' | 'of all' | undefined;
  /** Whether there are so many answers that one more would be hardly another. */
  readonly isSure: boolean;
  /** What it has in place of the id or time that every response has: the header again, a name of such, other words, or nothing. */
  readonly instead: 'header' | 'name' | 'words' | 'nothing' | undefined;
}

/** The second row of an export, as its columns show it: those in which any row has something. */
export interface SecondRow {
  readonly first: readonly string[];
  readonly second: readonly string[];
  readonly below: Rows;
  readonly columns: readonly Evidence[];
  /** The columns in which the row itself has something. */
  readonly said: readonly Evidence[];
}

/** All that the columns show of the second row. */
export const evidenceOf = once(([first = [], second = [], ...below]: Rows): SecondRow => {
  const used = Array.from({ length: widthOf([first, second, ...below]) }, (_, at) => ({
    at,
    header: labelsIn(first)[at] ?? '',
    cell: labelsIn(second)[at] ?? '',
    own: answersIn(below, at),
  })).filter(({ header, cell, own }) => header !== '' || cell !== '' || own.length > 0);
  const pools = answersTogether(used.map(({ own }) => own));
  // Who ticks an option may say it again.
  const areTicked = used.some(({ header, own }) => header !== '' && own.includes(header));
  const isOpen = used.map(({ header }, nth) => header === '' || header === used[nth - 1]?.header);
  const columns = used.map(({ at, header, cell, own }, nth): Evidence => {
    const pool = pools[nth] ?? poolOf();
    const isTicked = areTicks(own, cell);
    const isAgain = !areTicked && cell.toLowerCase() === header.toLowerCase();
    return {
      header,
      cell,
      below: own,
      isFull: own.length === below.length,
      isOpen: isOpen[nth] === true,
      isOver: isOpen[nth + 1] === true,
      isLeftOut: header === '' && at < first.length,
      isTicked,
      answers: isTicked ? undefined : answersHow(cell, own, pool),
      isLikeHeader: isLikeHeader(cell, own, isAgain),
      isNone: isNone(cell, own, pool, below.length),
      isSure: pool.count >= SURE,
      instead: insteadOf(cell, header, own, below.length),
    };
  });
  return { first, second, below, columns, said: columns.filter(({ cell }) => cell !== '') };
});

function isLikeHeader(cell: string, own: readonly string[], isAgain: boolean): boolean {
  const isLike = (text: string): boolean => asks.test(text) || code.test(text);
  // One word that asks something is an answer: “Maybe?”
  const isQuestion = /\s/u.test(cell) && asks.test(cell);
  return (
    cell !== '' && (isAgain || isQuestion || code.test(cell)) && !own.includes(cell) && !own.some(isLike)
  );
}

function answersHow(cell: string, own: readonly string[], pool: Pool): Evidence['answers'] {
  if (cell === '') return undefined;
  const isFigure = figure.test(cell);
  const isAlike = /\d/u.test(cell) && own.some((text) => shape(text) === shape(cell));
  if (pool.different.has(cell) || isAlike || (isFigure && own.some((text) => figure.test(text))))
    return 'as others';
  return isFigure ? 'in a figure' : undefined;
}

/** A text with every number made the same: ids and codes of options differ in nothing else. */
function shape(text: string): string {
  return text.toLowerCase().replace(/\d+/gu, '0');
}

/** The answers of one column or several: how many, and those that differ. */
interface Pool {
  count: number;
  readonly different: Set<string>;
}

const poolOf = (): Pool => ({ count: 0, different: new Set() });

/** The answers of each column with those of the columns beside it that have two of them too, as the items of a grid do. */
function answersTogether(columns: readonly (readonly string[])[]): Pool[] {
  const pools: Pool[] = [];
  for (const [column, own] of columns.entries()) {
    const before = new Set(columns[column - 1]);
    const shared = [...new Set(own)].filter((answer) => before.has(answer));
    const pool = (shared.length > 1 ? pools[column - 1] : undefined) ?? poolOf();
    pool.count += own.length;
    for (const answer of own) pool.different.add(answer);
    pools.push(pool);
  }
  return pools;
}

function isNone(cell: string, own: readonly string[], pool: Pool, rows: number): Evidence['isNone'] {
  if (own.length === 0 || pool.count < ENOUGH || pool.different.has(cell)) return undefined;
  if (cell === '') return own.length === rows ? 'of all' : undefined;
  if (own.length >= ENOUGH && own.every((text) => figure.test(text))) return 'of figures';
  return pool.different.size * 2 <= pool.count ? 'of few' : undefined;
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
