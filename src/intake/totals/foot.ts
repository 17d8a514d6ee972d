import { isBlank } from '../blank.ts';
import { answersIn, labelsIn, widthOf } from '../headers/first-rows.ts';
import type { Layout, Rows } from '../headers/layout.ts';
import type { Column } from '../table.ts';
import { mayNameFigures } from './figures.ts';
import {
  type Held,
  type LastRow,
  ENOUGH_APART,
  hasIds,
  isCode,
  isFraction,
  isIdLike,
  isOutOfPlace,
} from './summary-cells.ts';
import { isSummaryLabel, summaryWord } from './summary-names.ts';

/** The rows at the end of an export, and what is known of those above them. */
export interface Foot {
  readonly first: Rows;
  /** The very last first. */
  readonly last: readonly LastRow[];
  /** How many rows there are in all. */
  readonly all: number;
  /** Every row, where so few are at hand. */
  readonly whole: Rows | undefined;
  /** Those of the first rows that are responses, whatever stands under the last one. */
  readonly surely: Rows;
  /** What these hold in each column, where that is not blank. */
  readonly columns: readonly (readonly string[])[];
  /** Every cell of a column, where that is kept. */
  readonly columnOf: (column: number) => Column | undefined;
  /**
   * The columns in which each of the first rows has something, but for one; and the very first of them, −1
   * without any.
   */
  readonly always: readonly number[];
  readonly leading: number;
  /** Whether that holds what the platform writes of each response, such as its time. */
  readonly isLeadKept: boolean;
  /** Whether it holds that, or ids. */
  readonly areIds: boolean;
  /** Whether it holds ids or times, each with a digit. */
  readonly areNumbered: boolean;
}

/** Knows rows of plain averages and totals. */
export type IsSummary = (row: LastRow) => boolean;

/** What the first and the last rows of an export show, `all` rows in number. */
export function footOf(
  first: Rows,
  last: readonly LastRow[],
  headings: Layout['headings'],
  all: number,
  columnOf: Foot['columnOf'],
): Foot {
  const always = headings.flatMap((_, column) =>
    answersIn(first, column).length >= first.length - 1 ? [column] : [],
  );
  // Of a short export the first rows are the last ones too.
  const surely = first.slice(0, Math.max(1, first.length - (first.length === 3 ? 1 : 3)));
  const columns = Array.from({ length: widthOf(surely) }, (_, column) => answersIn(surely, column));
  const leading = always[0] ?? -1;
  const ids = columns[leading] ?? [];
  const isLeadKept = headings[leading]?.role !== undefined;
  return {
    ...{ first, last, all, surely, columns, columnOf, always, leading, isLeadKept },
    whole: wholeOf(first, last, all),
    areIds: isLeadKept || hasIds(ids),
    areNumbered: (isLeadKept && ids.every((id) => /\d/u.test(id))) || hasIds(ids, ENOUGH_APART),
  };
}

/** Every row, where the first and the last ones are all that there are. */
function wholeOf(first: Rows, last: readonly LastRow[], all: number): Rows | undefined {
  const missing = all - first.length;
  if (missing > last.length) return undefined;
  const rest = last.slice(0, Math.max(0, missing)).toReversed();
  return [...first, ...rest.map(({ cells }) => cells)];
}

/** Whether nothing stands where every response has something first. */
export function isWithoutLead({ leading }: Foot, { cells }: LastRow): boolean {
  return leading !== -1 && isBlank(cells[leading] ?? '');
}

/** Whether a row has an id as the responses have, which is no name of a figure. */
export function hasId({ areIds, leading, columns }: Foot, { cells }: LastRow): boolean {
  const lead = cells[leading] ?? '';
  return areIds && isIdLike(lead, columns[leading] ?? []) && !mayNameFigures(lead);
}

/**
 * Whether it is the name of a figure, in a column in which nobody answers with such a word: N alone is an
 * answer beside Y.
 */
export function isLabel({ areIds, leading, columns, last }: Foot, { text, column }: Held): boolean {
  const isName = summaryWord.test(text) || mayNameFigures(text);
  const isNamed = column === leading && areIds ? isName : isSummaryLabel(text);
  const answers = columns[column] ?? [];
  const isSaid = answers.some((answer) => answer.length > 1 && summaryWord.test(answer));
  // What several of the last rows say is an answer.
  const isOnlyOne = (): boolean => last.filter(({ cells }) => labelsIn(cells)[column] === text).length === 1;
  return isNamed && !isCode(text, answers) && !isSaid && isOnlyOne();
}

/**
 * Whether it is a number as no response has in its column: among words, a percentage among none, or a
 * fraction among whole ones.
 */
export function isUnlikeAnswers({ columns }: Foot, { text, column }: Held): boolean {
  const answers = columns[column] ?? [];
  return isOutOfPlace(text, answers) || isFraction(text, answers);
}
