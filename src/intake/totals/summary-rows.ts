import { isBlank } from '../blank.ts';
import { answersIn, labelsIn } from '../headers/first-rows.ts';
import { countedRows } from './counted-rows.ts';
import { figureRows } from './figure-rows.ts';
import { figuresNamed, mayNameFigures } from './figures.ts';
import type { Layout, Rows } from '../headers/layout.ts';
import type { Column } from '../table.ts';
import {
  type Held,
  type LastRow,
  ENOUGH,
  hasIds,
  heldIn,
  isCode,
  isFraction,
  isIdLike,
  isOutOfPlace,
  isWordUnderDates,
  namedNote,
  note,
  number,
  talliesIn,
  wholeOf,
} from './summary-cells.ts';
import { type SummaryKind, isSummaryLabel, mayBeAnswer, summaryWord } from './summary-names.ts';

/** So many will do where a blank row stands between them and something else. */
const ENOUGH_APART = 4;

/** Nobody breaks off who left out so many questions that all others answered, and had one of no option. */
const MANY = 3;

/**
 * Which rows at the end of an export are no responses, but averages, totals or notes that somebody added under them: the
 * kind of each, the very last first. `first` are some of the first responses, `last` the last rows, the very last first, of `all`,
 * and `columnOf` gives every cell of a column that is kept. A row that may be none is a response.
 *
 * Such a row never holds words that a response above has in the same column. It has a label such as "Average", with a
 * figure, or where others have an id; or nothing where every response has something (who sent it, and when), and numbers only; or numbers that no
 * response could have there: 3.4 among whole ones, 60% among words. A response that broke off early keeps its id and its
 * date. A note such as "Source: survey of 2024" stands alone where the others have an id, or an answer of a few options.
 * Or the row says how many gave each answer: all in one cell, or as in `countedRows`.
 */
export function summaryRows(
  first: Rows,
  last: readonly LastRow[],
  { headings, isResponse }: Pick<Layout, 'headings' | 'isResponse'>,
  all: number,
  columnOf: (column: number) => Column | undefined,
): SummaryKind[] {
  if (first.length < 3) return [];
  const areFew = first.length === 3;
  const always = headings.flatMap((_, column) =>
    answersIn(first, column).length >= first.length - 1 ? [column] : [],
  );
  const leading = always[0] ?? -1;
  // Of a short export the first rows are the last ones too.
  const above = first.slice(0, Math.max(1, first.length - (areFew ? 1 : 3)));
  const columns = headings.map((_, column) => answersIn(above, column));
  const areIds = headings[leading]?.role !== undefined || hasIds(columns[leading] ?? []);
  const isWithoutLead = ({ cells }: LastRow): boolean => leading !== -1 && isBlank(cells[leading] ?? '');
  const hasId = ({ cells }: LastRow): boolean =>
    areIds && isIdLike(cells[leading] ?? '', columns[leading] ?? []) && !mayNameFigures(cells[leading] ?? '');
  const whole = wholeOf(first, last, all);
  const { proven, isDoubtful } = figureRows({ last, all, surely: above, whole, columnOf, always });
  const kinds = last.map(kindOf);
  const isFound = (kind: SummaryKind | undefined): boolean => kind !== undefined && kind !== 'maybe-summary';
  const isFoundRow = (row: LastRow): boolean => isFound(kinds[last.indexOf(row)]);
  const counted = areFew ? 0 : countedRows({ first, last, all, whole, isSummary: isFoundRow });
  const found = kinds.slice(0, Math.max(counted, [...kinds, undefined].indexOf(undefined)));
  // What may be a summary is one where another stands above it.
  const sure = Math.max(counted, found.findLastIndex(isFound) + 1);
  return found.map((kind, nth) => (nth < sure && !isFound(kind) ? undefined : kind) ?? 'summary-row');

  function kindOf(row: LastRow, back: number): SummaryKind | undefined {
    const held = heldIn(row);
    const [lead] = held;
    if (lead === undefined || isResponse?.(row.cells) === true) return undefined;
    if (proven.has(row) && !hasId(row)) return 'summary-row';
    const doubt = isDoubtful(row) && !hasId(row) ? 'maybe-summary' : undefined;
    if (held.some(isAnswer)) return doubt;
    if (areTallies(row, held)) return 'summary-row';
    if (areFew) return isTotals(row, held, lead) ? 'summary-row' : doubt;
    if (held.length === 1 && isNote(lead, back)) return 'note-row';
    const isOne = isTotals(row, held, lead) || isSummary(row, held, lead);
    return isOne ? 'summary-row' : doubt;
  }

  /** Whether a row begins with the name of a figure and has nothing else but figures, or nothing at all where others have answers. */
  function isTotals(row: LastRow, held: readonly Held[], lead: Held): boolean {
    if (lead.column > 0 || !isLabel(lead) || !held.slice(1).every(({ text }) => number.test(text)))
      return false;
    if (held.length > 1) return !isOfResponse(row, held, lead);
    const answers = columns[0] ?? [];
    const areOptions = new Set(answers).size * 2 <= answers.length && !mayBeAnswer(lead.text, 'alone');
    return always.some((column) => column > 0) && (areOptions || answers.every((one) => /^\d/u.test(one)));
  }

  function isSummary(row: LastRow, held: readonly Held[], lead: Held): boolean {
    const { cells, afterBlank } = row;
    if (isLabel(lead) && held.some(({ text }) => /\d/u.test(text))) return !isOfResponse(row, held, lead);
    if (!held.every((cell) => number.test(cell.text) || isLabel(cell))) return false;
    // No id is called so where each of the others has a digit.
    if (lead.column === leading && isLabel(lead) && areNumbered(leading)) return true;
    const blanks = always.filter((column) => isBlank(cells[column] ?? '')).length;
    const isAnonymous = isWithoutLead(row);
    if (isAnonymous && held.some((cell) => isLabel(cell) && (areIds || !mayBeAnswer(cell.text, 'alone'))))
      return true;
    if (isAnonymous && (afterBlank || headings[leading]?.role !== undefined) && blanks * 2 > always.length)
      return true;
    // Somebody who left the first answer out may give one as no other does, such as half an hour.
    if (!areIds && !held.every((cell) => isLabel(cell) || isOdd(cell))) return false;
    if (isAnonymous && held.some((cell) => always.includes(cell.column) && isOdd(cell))) return true;
    const odd = held.filter(isOdd).length;
    return (isAnonymous || !areIds) && odd * 2 >= held.length && odd + Math.min(blanks, 1) > 1;
  }

  /** Whether a column holds ids or times, each with a digit. */
  function areNumbered(column: number): boolean {
    const ids = columns[column] ?? [];
    const isKept = headings[column]?.role !== undefined && ids.every((id) => /\d/u.test(id));
    return isKept || hasIds(ids, ENOUGH_APART);
  }

  /** Whether a row is a response that begins with such a word: it goes on in words, as others do, or no number is what that says. */
  function isOfResponse(row: LastRow, held: readonly Held[], lead: Held): boolean {
    const isId = lead.column === leading && (areNumbered(leading) || areIds);
    const isUnderBlank = last.slice(last.indexOf(row)).some(({ afterBlank }) => afterBlank);
    if (isId || isUnderBlank) return false;
    if (held.slice(1).some(isInWords)) return true;
    const isMean = figuresNamed(lead.text).includes('mean');
    const isOfMean = ({ text, column }: Held): boolean => isMean && isFraction(text, columns[column] ?? []);
    return mayBeAnswer(lead.text, 'with a figure') && !held.some(isOfMean);
  }

  /** Whether it says something in words, as most others do in its column. */
  function isInWords({ text, column }: Held): boolean {
    const answers = columns[column] ?? [];
    const inWords = answers.filter((answer) => note.test(answer) && !number.test(answer));
    return note.test(text) && !number.test(text) && inWords.length * 2 > answers.length;
  }

  function isNote({ text, column }: Held, back: number): boolean {
    if (!note.test(text) || number.test(text)) return false;
    const answers = columns[column] ?? [];
    const areKeys = column === leading && answers.every((id) => /\d/u.test(id) && !note.test(id));
    if (namedNote.test(text) && areKeys && always.length > 1) return true;
    if (areIds || (isApart(back) && hasIds(columns[leading] ?? [], ENOUGH_APART))) {
      const areNotes = answers.some((id) => note.test(id));
      return column === leading && (!areNotes || isWordUnderDates(text, answers));
    }
    const areOptions = new Set(answers).size * 2 <= answers.length;
    const missed = always.filter((other) => other !== column).length;
    return answers.length >= ENOUGH && areOptions && always.length > 1 && (isApart(back) || missed >= MANY);
  }

  /** Whether a blank row stands above it, or above rows of one cell that it goes on with. */
  function isApart(back: number): boolean {
    const block = last.slice(back);
    const top = block.findIndex(({ afterBlank }) => afterBlank);
    return top !== -1 && block.slice(0, top + 1).every((row) => heldIn(row).length === 1);
  }

  /** Whether these are words of a response: those that another one has in the same column. */
  function isAnswer({ text, column }: Held): boolean {
    return /\p{L}/u.test(text) && (columns[column] ?? []).includes(text);
  }

  /** Whether a row says in each cell how many gave each of several answers; or, without what all begin with, of one, beside other figures. */
  function areTallies(row: LastRow, held: readonly Held[]): boolean {
    const isAnonymous = isWithoutLead(row);
    const others = held.filter((cell) => !isLabel(cell));
    const tallies = others.map(({ text, column }) => talliesIn(text, columns[column] ?? []));
    const isFigure = (tally: number, nth: number): boolean =>
      tally > 1 || (isAnonymous && (tally > 0 || number.test(others[nth]?.text ?? '')));
    return tallies.reduce((sum, tally) => sum + tally, 0) > 1 && tallies.every(isFigure);
  }

  /** Whether it is the name of a figure, in a column in which nobody answers with such a word: N alone is an answer beside Y. */
  function isLabel({ text, column }: Held): boolean {
    const isName = summaryWord.test(text) || mayNameFigures(text);
    const isNamed = column === leading && areIds ? isName : isSummaryLabel(text);
    const answers = columns[column] ?? [];
    const isSaid = answers.some((answer) => answer.length > 1 && summaryWord.test(answer));
    return isNamed && !isCode(text, answers) && !isSaid && isOnlyOne();

    /** What several of the last rows say is an answer. */
    function isOnlyOne(): boolean {
      return last.filter(({ cells }) => labelsIn(cells)[column] === text).length === 1;
    }
  }

  function isOdd({ text, column }: Held): boolean {
    const answers = columns[column] ?? [];
    return answers.length >= ENOUGH && (isOutOfPlace(text, answers) || isFraction(text, answers));
  }
}
