import {
  areLegends,
  areNumbers,
  areTypes,
  asks,
  code,
  isWelsh,
  numbered,
  saysObligation,
  words,
} from './header-words.ts';
import type { HeaderGround, Rows } from './layout.ts';
import { type Evidence, type SecondRow, evidenceOf } from './row-evidence.ts';

/** What the second row of an export is, of which the first names the columns, and by what that shows. */
export type Judgement =
  { readonly is: 'headers' | 'doubtful'; readonly ground: HeaderGround } | { readonly is: 'response' };

/** What so many columns show is no accident. */
const ENOUGH = 3;

/** Nobody answers like nobody else in so many columns. */
const MANY = 8;

type Sign = readonly [ground: HeaderGround, isShown: (row: SecondRow) => boolean];

/** What shows that a row without answers names the columns again, as texts under codes do, or codes under texts. */
const proofs: readonly Sign[] = [
  ['header-again', (row) => has(row, 'header')],
  ['like-headers', (row) => areLikely(row) && isUnlike(row) && mayStandOver(row)],
  ['names-ids', (row) => has(row, 'name') && row.columns.filter(isOdd).length >= ENOUGH],
  ['asks-alike', asksAsHeadersDo],
  ['words-again', (row) => saysWordsAgain(row) && isNoneOfFew(row)],
  ['under-codes', (row) => isUnderCodes(row) && isUnlikeEverywhere(row)],
];

/** What shows that it might, where the rows below are too few to prove it. */
const doubts: readonly Sign[] = [
  ['welsh', ({ first, second, below }) => isWelsh(second) && ![first, ...below].some(isWelsh)],
  ['like-headers', areLikely],
  ['lacks-ids', ({ columns }) => columns.some(isWithoutOwn) && columns.filter(isOdd).length > 1],
  ['under-codes', (row) => areCodes(row) && row.said.length >= ENOUGH && row.said.every(areWords)],
  ['unlike-answers', isNoneOfFew],
  ['words-again', saysWordsAgain],
  ['unlike-answers', isUnlikeEverywhere],
];

/**
 * Whether the second row names the columns again. It does where nothing in it is an answer that others give, or a figure, and it has
 * what no response has; or where it says of what sort each question is. Where the rows below are too few to show that, it is doubtful.
 */
export function judgeNames(rows: Rows): Judgement {
  const row = evidenceOf(rows);
  const { first, second, below, columns, said } = row;
  const named = columns.filter(({ header }) => words.test(header) || code.test(header));
  const isNamed = named.length * 2 > columns.length || areNumbers(first);
  const isLegend = areLegends(second) && (said.every(isOverPoints) || columns.some(isWithoutOwn));
  const areEnough = (said.length > 1 && said.length * 2 >= columns.length) || isLegend;
  if (!isNamed || !areEnough || below.length === 0) return { is: 'response' };
  const isOption = saysObligation(second) && below.some(saysObligation);
  const isAnswered = isOption || said.some(({ answers }) => answers !== undefined);
  if ((areLegends(second) ? isLegend : areTypes(second)) && !areTypes(first))
    return { is: isAnswered ? 'doubtful' : 'headers', ground: 'sorts' };
  const areOwn = new Set(said.map(({ cell }) => cell.toLowerCase())).size >= said.length * 0.6;
  if (!areOwn || isAnswered) return { is: 'response' };
  const proof = mayBeNames(row) ? proofs.find(([, isShown]) => isShown(row)) : undefined;
  if (proof !== undefined) return { is: 'headers', ground: proof[0] };
  const doubt = doubts.find(([, isShown]) => isShown(row));
  return doubt === undefined ? { is: 'response' } : { is: 'doubtful', ground: doubt[0] };
}

/** Whether all that is said below are points of a scale, or codes, as a legend explains them. */
function isOverPoints({ below }: Evidence): boolean {
  return below.length > 0 && below.every((cell) => /^\d{1,2}$/u.test(cell));
}

/** Whether the row names only columns that have headers, or ids, and is not what somebody says in Welsh where others speak English. */
function mayBeNames(row: SecondRow): boolean {
  const { second, columns, said } = row;
  const isNamed = ({ cell, instead, header }: Evidence): boolean =>
    cell === '' || instead !== undefined || header !== '';
  const isAnswer = !columns.some(isWithoutOwn) && likelyOf(row) * 3 < said.length * 2 && isWelsh(second);
  return columns.every(isNamed) && !isAnswer;
}

/** Whether the row has this where every response has an id or a time. */
function has({ columns }: SecondRow, instead: Evidence['instead']): boolean {
  return columns.some((column) => column.instead === instead);
}

/** Whether it has no id or time of its own, and nothing that somebody might say in place of one. */
function isWithoutOwn({ instead }: Evidence): boolean {
  return instead !== undefined && instead !== 'words';
}

function areWords({ cell }: Evidence): boolean {
  return words.test(cell);
}

function likelyOf({ said }: SecondRow): number {
  return said.filter(({ isLikeHeader }) => isLikeHeader).length;
}

/** Whether half of what the row holds is written as headers are. */
function areLikely(row: SecondRow): boolean {
  const likely = likelyOf(row);
  return likely > 1 && likely * 2 >= row.said.length;
}

/** Whether what the row holds there is none of a few answers that all others give. */
function isOfFew({ isNone, isSure }: Evidence): boolean {
  return isNone === 'of few' && isSure;
}

function isNoneOfFew({ columns }: SecondRow): boolean {
  return columns.filter(isOfFew).length >= ENOUGH;
}

/** Whether what the row holds there is written as a header is, or is no answer where it is known what answers are like. */
function isOdd(column: Evidence): boolean {
  return column.cell !== '' && (isWithoutOwn(column) || column.isLikeHeader || isOfFew(column));
}

/** Whether it is unlike the answers below so that it can be seen. Fewer answers will do where all of it is written as headers are. */
function isUnlike(row: SecondRow): boolean {
  const none = row.columns.filter(({ isNone }) => isNone !== undefined);
  const likely = likelyOf(row);
  const isAllLikely = likely >= ENOUGH && likely === row.said.length;
  return (
    none.some(({ isSure, isNone }) => isSure || isNone === 'of figures') || (isAllLikely && none.length > 0)
  );
}

/** Whether it is unlike them in three columns at least, under names without spaces. */
function isUnlikeEverywhere(row: SecondRow): boolean {
  return isUnlikeIn(row, ENOUGH) && row.columns.every(({ header }) => !/\s/u.test(header));
}

function isUnlikeIn({ columns }: SecondRow, least: number): boolean {
  return columns.filter((column) => column.isNone === 'of figures' || isOfFew(column)).length >= least;
}

/** Whether words of the headers are all that the row has under them, in three columns at least and in half of what it holds. */
function saysWordsAgain({ said }: SecondRow): boolean {
  const again = said.filter(({ header, cell }) => {
    const [above, own] = [wordsOf(header), wordsOf(cell)];
    return own.length > 0 && own.every((word) => above.includes(word));
  });
  return again.length >= ENOUGH && again.length * 2 >= said.length;
}

function wordsOf(cell: string): string[] {
  return cell.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
}

function areCodes({ first, columns }: SecondRow): boolean {
  const own = columns.filter(({ header }) => code.test(header) || numbered.test(header));
  return own.length * 2 > columns.length || areNumbers(first);
}

/** Whether words stand under each code, or in many columns: one word may be the answer of somebody who answers like nobody else. */
function isUnderCodes(row: SecondRow): boolean {
  const isAgain = row.said.some(({ header, cell }) => header === cell);
  const areTexts = row.columns.every(({ cell }) => (isAgain && cell !== '') || /\S\s+\S/u.test(cell));
  return areCodes(row) && (areTexts || isUnlikeIn(row, MANY));
}

/** Whether the row asks something where the headers do and nowhere else, and has no id or time, or is in the other language. */
function asksAsHeadersDo(row: SecondRow): boolean {
  const { first, second, columns, said } = row;
  const both = said.filter(({ cell }) => asks.test(cell));
  if (both.length < 2 || !said.every(({ header, cell }) => asks.test(header) === asks.test(cell)))
    return false;
  const isOther = columns.some(({ isNone }) => isNone !== undefined) && isWelsh(first) !== isWelsh(second);
  const isNameless = has(row, 'nothing');
  return both.length >= ENOUGH ? isNameless || isOther : isNameless && isOther;
}

/**
 * Whether two rows may name the same columns, and the second does not just hold what somebody asks in answer to questions: one
 * of them has short names or codes, or the first says again and again what is asked, or the second says the first again.
 */
function mayStandOver({ columns, said }: SecondRow): boolean {
  const areShort = columns.every(
    ({ header, instead }) => !/\s/u.test(header) || numbered.test(header) || instead !== undefined,
  );
  const isAgain = said.some(({ header, cell }) => header.toLowerCase() === cell.toLowerCase());
  const isShared = columns.some(({ header, isOpen }) => header !== '' && isOpen);
  const series = said.flatMap(({ cell }) =>
    code.test(cell) ? [cell.toLowerCase().replace(/\d.*$/u, '')] : [],
  );
  const areSeries = series.length > 1 && new Set(series).size === 1;
  return areShort || isAgain || isShared || areSeries;
}
