import { isBlank, tidy } from './blank.ts';
import { filledCells } from './headings.ts';
import type { Rows } from './layout.ts';

/** A number, a date or a time. */
export const figure = /^[£$€]?[-+]?\d[\d\s.,:/%+-]*(?:[ap]m)?$/iu;

/** A text with every number made the same: ids and codes of options differ in nothing else. */
export function shape(text: string): string {
  return text.toLowerCase().replace(/\d+/gu, '0');
}

/**
 * Whether a row has an answer in a column: what others say there too, a figure, or an id as theirs are. Where all others say the
 * same, as ticks do, it may be the option as well.
 */
export function isAnswer(row: readonly string[], column: number, below: Rows): boolean {
  const cell = tidy(row[column] ?? '');
  if (isBlank(cell)) return false;
  const answers = new Set(filledCells(below, column).map(tidy));
  if (answers.has(cell)) return answers.size > 1;
  const isAlike = /\d/u.test(cell) && [...answers].some((text) => shape(text) === shape(cell));
  return figure.test(cell) || isAlike;
}
