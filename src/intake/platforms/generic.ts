import { isBlank, tidy } from '../columns/blank.ts';
import { asks, code, words } from '../headers/header-words.ts';
import { filledCells, heading, plainHeading, widthOf } from '../headers/headings.ts';
import type { Layout, Platform, Rows } from '../headers/layout.ts';
import { hasQuestionsBelow, hasSecondHeader } from '../headers/second-header.ts';
import { isAnswer } from '../headers/row-evidence.ts';
import { type Divided, bracketed, commonStems, sharedStems } from '../headers/stems.ts';
import { tickedStems } from '../headers/ticked-stems.ts';

/** One header row, as a spreadsheet saves it: each header as it is written, and the questions that several share. */
export function oneRow([headers = [], ...below]: Rows): Layout {
  const texts = headers.map(tidy);
  const [stems, codes, ticked] = [commonStems(texts), codeStems(texts), tickedStems(texts, below)];
  const headings = headers.map((header, column) => {
    const whole: Divided = [tidy(header), ''];
    const ways = [bracketed(tidy(header)), ...[codes, stems, ticked].map((way) => way[column] ?? whole)];
    const [stem, rest] = ways.find(([, piece]) => piece !== '') ?? whole;
    return { ...plainHeading(header), ...heading(stem, rest), name: header };
  });
  return { headerRows: 1, headings };
}

const partCode = /^[a-z]{0,4}-?\d+[a-z]?_\d+$/iu;

/** "Q3_1" and "Q3_2": the codes of a question and of what belongs to it. */
function codeStems(headers: readonly string[]): Divided[] {
  return sharedStems(headers, '_').map(([stem, part], column) =>
    partCode.test(headers[column] ?? '') ? [stem, part] : [headers[column] ?? '', ''],
  );
}

/** The question over the first of its columns, what belongs to each column below. */
export function twoRows(rows: Rows): Layout {
  const [questions = [], parts = [], ...below] = rows;
  let [question, first] = ['', 0];
  const headings = Array.from({ length: widthOf(rows.slice(0, 2)) }, (_, column) => {
    const own = tidy(questions[column] ?? '');
    if (own !== '' || isAnother(parts, first, column, below)) [question, first] = [own, column];
    const part = tidy(parts[column] ?? '');
    // What stands under no question is one itself.
    return heading(question || part, part === own || question === '' ? '' : part);
  });
  return { headerRows: 2, headings, furtherHeaders: 1 };
}

/** Words that stand beside options to be ticked, and belong to their question. */
const beside = /\b(?:other|specify|comments?|arall|nodwch|sylwadau)\b/iu;

/**
 * Whether a column with nothing above it is a question that follows those of another, which begin with the column `first`: it asks
 * something, as no part there does; or those are options that were ticked, each with its own name, and it is none.
 */
function isAnother(parts: readonly string[], first: number, column: number, below: Rows): boolean {
  const [begins, part] = [first, column].map((at) => tidy(parts[at] ?? ''));
  if (begins === undefined || part === undefined || begins === '' || part === '') return false;
  if (part.endsWith('?') && !begins.endsWith('?')) return true;
  const isTicked = (at: number): boolean => {
    const cells = filledCells(below, at).map(tidy);
    return cells.length > 0 && cells.every((cell) => cell === tidy(parts[at] ?? ''));
  };
  return isTicked(first) && filledCells(below, column).length > 0 && !isTicked(column) && !beside.test(part);
}

/**
 * Whether the second row goes on with the headers: it names what the first leaves blank, and what it holds there is
 * either never said again below, or is all that is ever said there, as a ticked option repeats its header. It has no answer
 * under any header of the first, as a response has that is somebody's notes in columns without one.
 */
function hasTwoRows(rows: Rows): boolean {
  const [first = [], second = [], ...below] = rows;
  const open = first.flatMap((cell, column) => (isBlank(cell) ? [column] : []));
  if (hasSecondHeader(rows)) return true;
  if (below.length === 0 || open.length < (areSections(first, second) ? 1 : Math.max(3, first.length / 5)))
    return false;
  const isAnswered = first.some((cell, column) => !isBlank(cell) && isAnswer(second, column, below));
  if (isAnswered) return false;
  const named = open.filter((column) => {
    const part = second[column] ?? '';
    const answers = new Set(filledCells(below, column));
    return (words.test(part) || code.test(tidy(part))) && (!answers.has(part) || answers.size === 1);
  });
  return named.length >= open.length * 0.9;
}

/** Whether the second row asks one thing after another and the first nothing, as names of sections over several columns do not. */
function areSections(first: readonly string[], second: readonly string[]): boolean {
  const questions = second.filter((cell) => /\S\s+\S/u.test(cell) && asks.test(tidy(cell)));
  const start = first.findIndex((cell) => !isBlank(cell));
  const areMerged = second.some((_, column) => column > start && isBlank(first[column] ?? ''));
  return areMerged && questions.length > 2 && !first.some((cell) => asks.test(tidy(cell)));
}

/** The questions above what belongs to them, where somebody has put them below. */
function inOrder(rows: Rows): Rows | undefined {
  const [first = [], second = [], ...below] = rows;
  const swapped = [second, first, ...below];
  // Who answers one question only has blank cells as well.
  const areSeveral = second.filter((cell) => !isBlank(cell)).length > 1;
  const isSwapped =
    (areSeveral && hasSecondHeader(swapped)) || (hasQuestionsBelow(rows) && hasTwoRows(swapped));
  return !hasSecondHeader(rows) && isSwapped ? swapped : undefined;
}

export const generic: Platform = {
  title: 'no platform in particular',
  inOrder,
  recognise: (rows) => (hasTwoRows(rows) ? 'two header rows' : 'one header row'),
  layOut: (rows) => (hasTwoRows(rows) ? twoRows(rows) : oneRow(rows)),
};
