import { isBlank } from '../blank.ts';
import type { Layout, Rows } from '../headers/layout.ts';
import type { Column } from '../table.ts';
import { countedRows } from './counted-rows.ts';
import { type FigureRows, figureRows } from './figure-rows.ts';
import { figuresNamed } from './figures.ts';
import { type Foot, footOf, hasId, isLabel, isUnlikeAnswers, isWithoutLead } from './foot.ts';
import {
  type Held,
  type LastRow,
  ENOUGH,
  ENOUGH_APART,
  hasIds,
  heldIn,
  isFraction,
  isWordUnderDates,
  namedNote,
  note,
  number,
  talliesIn,
} from './summary-cells.ts';
import { type SummaryKind, mayBeAnswer } from './summary-names.ts';
import { sumOf } from '../sum.ts';

/** So few rows show next to nothing, and of fewer nothing can be told. */
const FEW = 3;

/** Nobody breaks off who left out so many questions that all others answered, and had one of no option. */
const MANY = 3;

/**
 * Which rows at the end of an export are no responses, but averages, totals or notes that somebody added
 * under them: the kind of each, the very last first. `first` are some of the first responses, `last` the last
 * rows, the very last first, of `all`, and `columnOf` gives every cell of a column that is kept. A row that
 * may be none is a response.
 *
 * Such a row never holds words that a response above has in the same column. It has a label such as
 * "Average", with a figure, or where others have an id; or nothing where every response has something (who
 * sent it, and when), and numbers only; or numbers that no response could have there: 3.4 among whole ones,
 * 60% among words. A response that broke off early keeps its id and its date. A note such as "Source: survey
 * of 2024" stands alone where the others have an id, or an answer of a few options. Or the row says how many
 * gave each answer: all in one cell, or as in `countedRows`.
 */
export function summaryRows(
  first: Rows,
  last: readonly LastRow[],
  { headings, isResponse }: Pick<Layout, 'headings' | 'isResponse'>,
  all: number,
  columnOf: (column: number) => Column | undefined,
): SummaryKind[] {
  if (first.length < FEW) return [];
  const foot = footOf(first, last, headings, all, columnOf);
  const figures = figureRows(foot);
  const kinds = last.map((row) =>
    isResponse?.(row.cells) === true ? undefined : kindOf(foot, row, figures),
  );
  const isFound = (kind: SummaryKind | undefined): boolean => kind !== undefined && kind !== 'maybe-summary';
  const isSure = (row: LastRow): boolean => isFound(kinds[last.indexOf(row)]);
  const counted = first.length === FEW ? 0 : countedRows(foot, isSure);
  const found = kinds.slice(0, Math.max(counted, [...kinds, undefined].indexOf(undefined)));
  // What may be a summary is one where another stands above it.
  const sure = Math.max(counted, found.findLastIndex(isFound) + 1);
  return found.map((kind, nth) => (nth < sure && !isFound(kind) ? undefined : kind) ?? 'summary-row');
}

function kindOf(foot: Foot, row: LastRow, { proven, isDoubtful }: FigureRows): SummaryKind | undefined {
  const held = heldIn(row);
  const [lead] = held;
  if (lead === undefined) return undefined;
  const mayBe = !hasId(foot, row);
  if (mayBe && proven.has(row)) return 'summary-row';
  const doubt = mayBe && isDoubtful(row) ? 'maybe-summary' : undefined;
  if (held.some((cell) => isAnswer(foot, cell))) return doubt;
  if (areTallies(foot, row)) return 'summary-row';
  const areFew = foot.first.length === FEW;
  if (!areFew && held.length === 1 && isNote(foot, row, lead)) return 'note-row';
  const isOne = isTotals(foot, row, lead) || (!areFew && isSummary(foot, row, lead));
  return isOne ? 'summary-row' : doubt;
}

/** Whether these are words of a response: those that another one has in the same column. */
function isAnswer({ columns }: Foot, { text, column }: Held): boolean {
  return /\p{L}/u.test(text) && (columns[column] ?? []).includes(text);
}

/**
 * Whether a row says in each cell how many gave each of several answers; or, without what all begin with, of
 * one, beside other figures.
 */
function areTallies(foot: Foot, row: LastRow): boolean {
  const others = heldIn(row).filter((cell) => !isLabel(foot, cell));
  const tallies = others.map(({ text, column }) => talliesIn(text, foot.columns[column] ?? []));
  const isFigure = (tally: number, nth: number): boolean =>
    tally > 1 || (isWithoutLead(foot, row) && (tally > 0 || number.test(others[nth]?.text ?? '')));
  return sumOf(tallies) > 1 && tallies.every(isFigure);
}

/**
 * Whether a row begins with the name of a figure and has nothing else but figures, or nothing at all where
 * others have answers.
 */
function isTotals(foot: Foot, row: LastRow, lead: Held): boolean {
  const figures = heldIn(row).slice(1);
  if (lead.column > 0 || !isLabel(foot, lead) || !figures.every(({ text }) => number.test(text)))
    return false;
  if (figures.length > 0) return !isOfResponse(foot, row, lead);
  const answers = foot.columns[0] ?? [];
  const areOptions = new Set(answers).size * 2 <= answers.length && !mayBeAnswer(lead.text, 'alone');
  return foot.always.some((column) => column > 0) && (areOptions || answers.every((one) => /^\d/u.test(one)));
}

/** Whether a row is called so, lacks what every response has, or holds numbers that no response could have there. */
function isSummary(foot: Foot, row: LastRow, lead: Held): boolean {
  const held = heldIn(row);
  const isNamed = isLabel(foot, lead);
  if (isNamed && held.some(({ text }) => /\d/u.test(text))) return !isOfResponse(foot, row, lead);
  if (!held.every((cell) => number.test(cell.text) || isLabel(foot, cell))) return false;
  // No id is called so where each of the others has a digit.
  if (isNamed && lead.column === foot.leading && foot.areNumbered) return true;
  return isOfNobody(foot, row) || isOutOfPlaceHere(foot, row);
}

/**
 * Whether a row lacks what every response has first, and shows that nobody left it out: by the name of a
 * figure, or more that is missing.
 */
function isOfNobody(foot: Foot, row: LastRow): boolean {
  if (!isWithoutLead(foot, row)) return false;
  const isName = (cell: Held): boolean =>
    isLabel(foot, cell) && (foot.areIds || !mayBeAnswer(cell.text, 'alone'));
  return (
    heldIn(row).some(isName) ||
    ((row.afterBlank || foot.isLeadKept) && blanksIn(foot, row) * 2 > foot.always.length)
  );
}

/** Whether at least half of its numbers are such as no response has there, and it lacks something or two are. */
function isOutOfPlaceHere(foot: Foot, row: LastRow): boolean {
  const held = heldIn(row);
  const odd = held.filter((cell) => isOdd(foot, cell));
  // Somebody who left the first answer out may give one as no other does, such as half an hour.
  if (!foot.areIds && !held.every((cell) => isLabel(foot, cell) || odd.includes(cell))) return false;
  const isAnonymous = isWithoutLead(foot, row);
  if (isAnonymous && odd.some(({ column }) => foot.always.includes(column))) return true;
  const shown = odd.length + Math.min(blanksIn(foot, row), 1);
  return (isAnonymous || !foot.areIds) && odd.length * 2 >= held.length && shown > 1;
}

/** In how many of the columns that responses fill a row has nothing. */
function blanksIn({ always }: Foot, { cells }: LastRow): number {
  return always.filter((column) => isBlank(cells[column] ?? '')).length;
}

function isOdd(foot: Foot, cell: Held): boolean {
  return (foot.columns[cell.column] ?? []).length >= ENOUGH && isUnlikeAnswers(foot, cell);
}

/** Whether a row is a response that begins with such a word: it goes on in words, as others do, or no number is what that says. */
function isOfResponse(foot: Foot, row: LastRow, lead: Held): boolean {
  const { leading, areNumbered, areIds, last, columns } = foot;
  const isId = lead.column === leading && (areNumbered || areIds);
  const isUnderBlank = last.slice(last.indexOf(row)).some(({ afterBlank }) => afterBlank);
  if (isId || isUnderBlank) return false;
  const held = heldIn(row);
  if (held.slice(1).some((cell) => isInWords(foot, cell))) return true;
  const isMean = figuresNamed(lead.text).includes('mean');
  const isOfMean = ({ text, column }: Held): boolean => isMean && isFraction(text, columns[column] ?? []);
  return mayBeAnswer(lead.text, 'with a figure') && !held.some(isOfMean);
}

/** Whether it says something in words, as most others do in its column. */
function isInWords({ columns }: Foot, { text, column }: Held): boolean {
  const isWords = (cell: string): boolean => note.test(cell) && !number.test(cell);
  const answers = columns[column] ?? [];
  return isWords(text) && answers.filter(isWords).length * 2 > answers.length;
}

/** Whether the one cell that a row has is a note on the table, as no response says it there. */
function isNote(foot: Foot, row: LastRow, { text, column }: Held): boolean {
  if (!note.test(text) || number.test(text)) return false;
  const { always, leading, columns } = foot;
  const answers = columns[column] ?? [];
  const areKeys = column === leading && answers.every((id) => /\d/u.test(id) && !note.test(id));
  if (namedNote.test(text) && areKeys && always.length > 1) return true;
  const isSetApart = isApart(foot, row);
  if (foot.areIds || (isSetApart && hasIds(columns[leading] ?? [], ENOUGH_APART))) {
    const areNotes = answers.some((id) => note.test(id));
    return column === leading && (!areNotes || isWordUnderDates(text, answers));
  }
  const areOptions = new Set(answers).size * 2 <= answers.length;
  const missed = always.filter((other) => other !== column).length;
  return answers.length >= ENOUGH && areOptions && always.length > 1 && (isSetApart || missed >= MANY);
}

/** Whether a blank row stands above it, or above rows of one cell that it goes on with. */
function isApart({ last }: Foot, row: LastRow): boolean {
  const block = last.slice(last.indexOf(row));
  const top = block.findIndex(({ afterBlank }) => afterBlank);
  return top !== -1 && block.slice(0, top + 1).every((one) => heldIn(one).length === 1);
}
