import { isBlank, tidy } from './blank.ts';
import { filledCells, heading, widthOf } from './headings.ts';
import type { Heading, Layout, Platform, Rows } from './layout.ts';
import { figure, shape } from './row-evidence.ts';
import { words } from './title-rows.ts';

/** What the second row of an export is, of which the first names the columns. */
export type SecondRow = 'headers' | 'doubtful' | 'response';

/** So many answers show of what sort those of a column are. */
const ENOUGH = 3;

/** So many answers in so many columns, none of which the row has: nobody answers unlike all others everywhere. */
const SURE = 8;

/** The code of a question, with a digit in it: "Q1", "q2_1", "Q3[SQ001]". */
const code = /^(?=.*\d)\p{L}[\w.-]*(?:\[\w+\])*\.?$/u;

/** "Question 1", which is as good as a code. */
const numbered = /^\p{L}+ \d+$/u;

const asks = /[?:]["”’)\]]*$/u;

/** What a column says of the row. */
interface Column {
  /** What the row has there. */
  readonly cell: string;
  /** Whether others answer so, or in figures of the same sort. */
  readonly isAnswer: boolean;
  /** Whether it is written as headers are and answers are not. */
  readonly isLikeHeader: boolean;
  /** Of what sort the answers are that it is none of: figures, a few, or something in every row. */
  readonly isNone: 'of figures' | 'of few' | 'of all' | undefined;
  /** Whether there are so many answers that one more would be hardly another. */
  readonly isSure: boolean;
}

function columnOf(
  header: string,
  cell: string,
  below: readonly string[],
  { rows, areTicks }: { readonly rows: number; readonly areTicks: boolean },
): Column {
  const answers = new Set(below);
  const isTicked = answers.size === 1 && answers.has(cell);
  const isLike = (text: string): boolean => asks.test(text) || code.test(text);
  // Who ticks an option may say it again.
  const isAgain = !areTicks && cell.toLowerCase() === header.toLowerCase();
  const isAlike = /\d/u.test(cell) && below.some((text) => shape(text) === shape(cell));
  return {
    cell,
    isAnswer: cell !== '' && !isTicked && (answers.has(cell) || figure.test(cell) || isAlike),
    isLikeHeader: cell !== '' && (isAgain || isLike(cell)) && !answers.has(cell) && !below.some(isLike),
    isNone: below.length < ENOUGH || answers.has(cell) ? undefined : sort(),
    isSure: below.length >= SURE,
  };

  function sort(): Column['isNone'] {
    if (cell === '') return below.length === rows ? 'of all' : undefined;
    if (below.every((text) => figure.test(text))) return 'of figures';
    return answers.size * 2 <= below.length ? 'of few' : undefined;
  }
}

/**
 * Whether the second row names the columns again, as texts under codes do, or codes under texts. It does where nothing in it
 * is an answer that others give, or a figure, and what it holds is written as a header is and is of another sort than the
 * answers under it. Where the rows below are too few to show that, it is doubtful.
 */
export function secondRowOf(rows: Rows): SecondRow {
  const [first = [], second = [], ...below] = rows;
  const areTicks = first.some(
    (header, column) => !isBlank(header) && filledCells(below, column).map(tidy).includes(tidy(header)),
  );
  const columns = Array.from({ length: widthOf(rows) }, (_, column) => {
    const [header = '', cell = ''] = [first, second].map((row) => tidy(row[column] ?? ''));
    const answers = filledCells(below, column).map(tidy);
    return columnOf(header, cell, answers, { rows: below.length, areTicks });
  });
  const said = columns.filter(({ cell }) => cell !== '');
  const named = first.filter((cell) => words.test(cell) || code.test(tidy(cell)));
  const areNames = said.length > 1 && said.length * 2 >= columns.length && named.length * 2 > columns.length;
  const areOwn = new Set(said.map(({ cell }) => cell.toLowerCase())).size >= said.length * 0.6;
  if (!areNames || !areOwn || below.length === 0 || said.some(({ isAnswer }) => isAnswer)) return 'response';
  const likely = said.filter(({ isLikeHeader }) => isLikeHeader).length;
  const areLikely = likely > 1 && likely * 2 >= said.length;
  const areOthers = areOfOtherSorts(columns, first, likely > 2 && likely === said.length);
  if (!areLikely && areOthers !== 'everywhere') return 'response';
  const isWhole = first.every((cell, column) => !isBlank(cell) || isBlank(second[column] ?? ''));
  const isProven = areLikely ? areOthers !== undefined && mayStandOver(first, second) : areTextsUnderCodes();
  return isWhole && isProven ? 'headers' : 'doubtful';

  /** Whether words stand under each code: one word may be the answer of somebody who answers like nobody else. */
  function areTextsUnderCodes(): boolean {
    const areCodes = first.filter((cell) => code.test(tidy(cell))).length * 2 > first.length;
    const isAgain = first.some((cell, column) => tidy(cell) === columns[column]?.cell);
    return areCodes && columns.every(({ cell }) => (isAgain && cell !== '') || /\S\s+\S/u.test(cell));
  }
}

/**
 * Whether two rows may name the same columns, and the second does not just hold what somebody asks in answer to questions: one
 * of them has short names or codes, or the first says again and again what is asked, or the second says the first again.
 */
function mayStandOver(first: readonly string[], second: readonly string[]): boolean {
  const [above, under] = [first, second].map((row) => row.map((cell) => tidy(cell).toLowerCase()));
  if (above === undefined || under === undefined) return false;
  const areShort = above.every((cell) => !/\s/u.test(cell) || numbered.test(cell));
  const isAgain = under.some((cell, column) => cell !== '' && cell === above[column]);
  const isShared = above.some((_, column) => isRepeated(above, column));
  const series = under.flatMap((cell) => (code.test(cell) ? [cell.replace(/\d.*$/u, '')] : []));
  const areCodes = series.length > 1 && new Set(series).size === 1;
  return areShort || isAgain || isShared || areCodes;
}

/**
 * Whether the row is unlike the answers below: in three columns at least that have names without spaces, in one at least; or
 * not so that it could be seen. Fewer answers will do where all of it is written as headers are.
 */
function areOfOtherSorts(
  columns: readonly Column[],
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

/**
 * The layout of an export of which two rows name the columns: by the texts, with the codes as other names. A question that
 * stands over each of its columns has what belongs to each below.
 */
export function namedTwice(layOut: Platform['layOut'], rows: Rows): Layout {
  const [first = [], second = [], ...below] = rows;
  const isCoded = countTexts(first) < countTexts(second);
  const [codes, texts] = isCoded ? [first, second] : [second, first];
  const width = widthOf([first, second]);
  const full = Array.from({ length: width }, (_, column) => {
    const text = texts[column] ?? '';
    return isBlank(text) ? (codes[column] ?? '') : text;
  });
  const [byTexts, byCodes] = [layOut([full, ...below]), layOut([codes, ...below])];
  const headings = byTexts.headings.map((own, column): Heading => {
    const coded = byCodes.headings[column];
    const [above, part] = [first, second].map((row) => tidy(row[column] ?? ''));
    if (above !== undefined && part !== undefined && part !== '' && isRepeated(first, column))
      return heading(above, part);
    if (own.role === undefined && coded?.role !== undefined) return alsoNamed(coded, own.name);
    if (own.part === undefined && coded?.part !== undefined)
      return heading(coded.question, own.question, { aliases: [coded.name] });
    return alsoNamed(own, codes[column] ?? '');
  });
  return { ...byTexts, headerRows: 2, namesTwice: true, headings };
}

/** How many cells hold several words, and not just a number after one: "Question 1". */
function countTexts(row: readonly string[]): number {
  return row.filter((cell) => /\S\s+\S/u.test(cell) && !numbered.test(tidy(cell))).length;
}

/** Whether a header is that of a column beside it. */
function isRepeated(row: readonly string[], column: number): boolean {
  const own = tidy(row[column] ?? '');
  return own !== '' && [column - 1, column + 1].some((other) => tidy(row[other] ?? '') === own);
}

/** The same heading with one more name. */
function alsoNamed(of: Heading, name: string): Heading {
  const alias = tidy(name);
  const isKnown = alias === '' || alias === tidy(of.name) || of.aliases.includes(alias);
  return isKnown ? of : { ...of, aliases: [...of.aliases, alias] };
}
