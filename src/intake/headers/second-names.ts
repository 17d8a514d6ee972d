import { isBlank, tidy } from '../columns/blank.ts';
import { areNumbers, areTypes, asks, code, isWelsh, numbered, words } from './header-words.ts';
import type { Rows } from './layout.ts';
import { type Evidence, evidenceOf } from './row-evidence.ts';

/** What the second row of an export is, of which the first names the columns. */
export type SecondRow = 'headers' | 'doubtful' | 'response';

/** What so many columns show is no accident. */
const ENOUGH = 3;

/**
 * Whether the second row names the columns again, as texts under codes do, or codes under texts. It does where nothing in it
 * is an answer that others give, or a figure, and what it holds is written as a header is and is of another sort than the
 * answers under it; or where it names what others have there, an id or a time. Where the rows below are too few to show that, it is
 * doubtful.
 */
export function secondRowOf(rows: Rows): SecondRow {
  const [first = [], second = [], ...below] = rows;
  const columns = evidenceOf(rows);
  const said = columns.filter(({ cell }) => cell !== '');
  const named = first.filter((cell) => words.test(cell) || code.test(tidy(cell)));
  const isNamed = named.length * 2 > columns.length || areNumbers(first);
  const areNames = said.length > 1 && said.length * 2 >= columns.length && isNamed;
  if (!areNames || below.length === 0) return 'response';
  const isAnswered = said.some(({ isAnswer }) => isAnswer);
  if (areTypes(second) && !areTypes(first)) return isAnswered ? 'doubtful' : 'headers';
  const areOwn = new Set(said.map(({ cell }) => cell.toLowerCase())).size >= said.length * 0.6;
  if (!areOwn || isAnswered) return 'response';
  if (isProven(columns, first, second)) return 'headers';
  const isAlone = isWelsh(second) && ![first, ...below].some((row) => isWelsh(row));
  return isAlone || isDoubtful(columns, first) ? 'doubtful' : 'response';
}

/** Whether the row can be no response. */
function isProven(
  columns: readonly Evidence[],
  first: readonly string[],
  second: readonly string[],
): boolean {
  const isNamed = ({ cell, instead }: Evidence, column: number): boolean =>
    cell === '' || instead !== undefined || !isBlank(first[column] ?? '');
  if (!columns.every(isNamed) || isAnsweredInWelsh(columns, second)) return false;
  const said = columns.filter(({ cell }) => cell !== '');
  const likely = likelyOf(columns);
  const areOthers = areOfOtherSorts(columns, first, likely > 2 && likely === said.length);
  const lacks = (instead: Evidence['instead']): boolean =>
    columns.some((column) => column.instead === instead);
  const areTextsUnderCodes = areOthers === 'everywhere' && areCodes(first) && hasTexts(columns, first);
  const isUnderNames = areLikely(columns) && areOthers !== undefined && mayStandOver(columns, first, second);
  const isUnlike = lacks('name') && columns.filter(isOdd).length >= ENOUGH;
  const isNone = columns.some((column) => column.isNone !== undefined);
  const isOther = isNone && isWelsh(first) !== isWelsh(second);
  const alike = asksAlike(first, second);
  const isTranslated =
    (alike >= ENOUGH && (lacks('nothing') || isOther)) || (alike > 1 && lacks('nothing') && isOther);
  const isShorter = saysAgain(columns, first) && columns.filter(isOfFew).length >= ENOUGH;
  return lacks('header') || isUnderNames || isUnlike || isTranslated || isShorter || areTextsUnderCodes;
}

/** Whether the row may be what somebody says in Welsh where others speak English. */
function isAnsweredInWelsh(columns: readonly Evidence[], second: readonly string[]): boolean {
  const said = columns.filter(({ cell }) => cell !== '').length;
  const isResponse = !columns.some(isWithoutOwn);
  return isResponse && isWelsh(second) && likelyOf(columns) * 3 < said * 2;
}

/** Whether it might be none. */
function isDoubtful(columns: readonly Evidence[], first: readonly string[]): boolean {
  const said = columns.filter(({ cell }) => cell !== '');
  const isWithout = columns.some(isWithoutOwn) && columns.filter(isOdd).length > 1;
  const areTexts = areCodes(first) && said.length >= ENOUGH && said.every(({ cell }) => words.test(cell));
  return (
    areLikely(columns) ||
    isWithout ||
    areTexts ||
    columns.filter(isOfFew).length >= ENOUGH ||
    saysAgain(columns, first) ||
    areOfOtherSorts(columns, first, false) === 'everywhere'
  );
}

function likelyOf(columns: readonly Evidence[]): number {
  return columns.filter(({ isLikeHeader }) => isLikeHeader).length;
}

/** Whether half of what the row holds is written as headers are. */
function areLikely(columns: readonly Evidence[]): boolean {
  const likely = likelyOf(columns);
  return likely > 1 && likely * 2 >= columns.filter(({ cell }) => cell !== '').length;
}

/** Whether what the row holds there is written as a header is, or is no answer where it is known what answers are like. */
function isOdd(column: Evidence): boolean {
  const { cell, isLikeHeader } = column;
  return cell !== '' && (isWithoutOwn(column) || isLikeHeader || isOfFew(column));
}

/** Whether it has no id or time of its own, and nothing that somebody might say in place of one. */
function isWithoutOwn({ instead }: Evidence): boolean {
  return instead !== undefined && instead !== 'words';
}

/** Whether the row holds what is none of a few answers that all others give there. */
function isOfFew({ cell, isNone, isSure }: Evidence): boolean {
  return cell !== '' && isNone === 'of few' && isSure;
}

/** Whether words of the headers are all that the row has under them, in three columns at least and in half of what it holds. */
function saysAgain(columns: readonly Evidence[], first: readonly string[]): boolean {
  const own = first.map((cell) => new Set(wordsOf(cell)));
  const said = columns.map(({ cell }) => wordsOf(cell));
  const again = said.filter(
    (cell, column) => cell.length > 0 && cell.every((word) => own[column]?.has(word)),
  );
  return again.length >= ENOUGH && again.length * 2 >= columns.filter(({ cell }) => cell !== '').length;
}

function wordsOf(cell: string): string[] {
  return cell.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
}

function areCodes(first: readonly string[]): boolean {
  const own = first.map(tidy).filter((cell) => code.test(cell) || numbered.test(cell));
  return own.length * 2 > first.length || areNumbers(first);
}

/** Whether words stand under each code: one word may be the answer of somebody who answers like nobody else. */
function hasTexts(columns: readonly Evidence[], first: readonly string[]): boolean {
  const isAgain = first.some((cell, column) => tidy(cell) === columns[column]?.cell);
  return columns.every(({ cell }) => (isAgain && cell !== '') || /\S\s+\S/u.test(cell));
}

/** In how many columns two rows ask something; none where only one of them does in another. */
function asksAlike(first: readonly string[], second: readonly string[]): number {
  const under = second.flatMap((cell, column) => (isBlank(cell) ? [] : [column]));
  const both = under.filter((column) => asks.test(tidy(second[column] ?? '')));
  const areAlike = under.every((column) => asks.test(tidy(first[column] ?? '')) === both.includes(column));
  return areAlike ? both.length : 0;
}

/**
 * Whether two rows may name the same columns, and the second does not just hold what somebody asks in answer to questions: one
 * of them has short names or codes, or the first says again and again what is asked, or the second says the first again.
 */
function mayStandOver(
  columns: readonly Evidence[],
  first: readonly string[],
  second: readonly string[],
): boolean {
  const [above, under] = [first, second].map((row) => row.map((cell) => tidy(cell).toLowerCase()));
  if (above === undefined || under === undefined) return false;
  const areShort = above.every(
    (cell, column) => !/\s/u.test(cell) || numbered.test(cell) || columns[column]?.instead !== undefined,
  );
  const isAgain = under.some((cell, column) => cell !== '' && cell === above[column]);
  const isShared = above.some((_, column) => isRepeated(above, column));
  const series = under.flatMap((cell) => (code.test(cell) ? [cell.replace(/\d.*$/u, '')] : []));
  const areSeries = series.length > 1 && new Set(series).size === 1;
  return areShort || isAgain || isShared || areSeries;
}

/** Whether a header is that of a column beside it. */
export function isRepeated(row: readonly string[], column: number): boolean {
  const own = tidy(row[column] ?? '');
  return own !== '' && [column - 1, column + 1].some((other) => tidy(row[other] ?? '') === own);
}

/**
 * Whether the row is unlike the answers below: in three columns at least that have names without spaces, in one at least; or
 * not so that it could be seen. Fewer answers will do where all of it is written as headers are.
 */
function areOfOtherSorts(
  columns: readonly Evidence[],
  first: readonly string[],
  isAllLikely: boolean,
): 'everywhere' | 'somewhere' | undefined {
  const none = columns.filter(({ isNone }) => isNone !== undefined);
  const figures = none.filter(({ isNone }) => isNone === 'of figures').length;
  const few = none.filter(({ isNone, isSure }) => isNone === 'of few' && isSure).length;
  const areNames = first.every((cell) => isBlank(cell) || !/\s/u.test(tidy(cell)));
  if (areNames && figures + few > 2) return 'everywhere';
  const isSure = none.some((column) => column.isSure || column.isNone === 'of figures');
  return isSure || (isAllLikely && none.length > 0) ? 'somewhere' : undefined;
}
