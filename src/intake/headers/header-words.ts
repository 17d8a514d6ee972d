import { answersIn, labelsIn } from './first-rows.ts';
import type { Rows } from './layout.ts';

/** What a title or a header is made of. */
export const words = /\p{L}{2}/u;

/** The code of a question, with a digit in it: "Q1", "q2_1", "Q3[SQ001]". */
export const code = /^(?=.*\d)\p{L}[\w.-]*(?:\[\w+\])*\.?$/u;

/** "Question 1", which is as good as a code. */
export const numbered = /^\p{L}+ \d+$/u;

/** So many words of one kind, a column each, are no answers where so many rows below hold nothing of the kind. */
const MANY_NAMES = 8;
const ENOUGH_BELOW = 5;

/**
 * Whether a row has the name of a variable for each of many columns, as programs call them, a third at least with a digit, and
 * nothing below is written as the name of its column is: "lfdn", "v_129", "date_of_last_access". Whatever stands above it are
 * headers as well.
 */
export function areNamesOfVariables(row: readonly string[], below: Rows): boolean {
  const names = labelsIn(row);
  return (
    names.length >= MANY_NAMES &&
    below.length >= ENOUGH_BELOW &&
    names.filter((name) => code.test(name)).length * 3 >= names.length &&
    names.every((name) => /^\p{L}[\w.-]*$/u.test(name)) &&
    new Set(names).size === names.length &&
    names.every(
      (name, column) => !answersIn(below, column).some((answer) => shapeOf(answer) === shapeOf(name)),
    )
  );
}

/** How a cell is written: "A0" for "SW4" and "e17" alike, "Aa" for "Daily", "a" for "bus". */
function shapeOf(cell: string): string {
  const text = /\d/u.test(cell) ? cell.toUpperCase() : cell;
  return text
    .replace(/\p{Lu}+/gu, 'A')
    .replace(/\p{Ll}+/gu, 'a')
    .replace(/\d+/gu, '0');
}

/** Whether a row numbers questions, in order: 1, 2a, 2b, 3. */
export function areNumbers(row: readonly string[]): boolean {
  const said = labelsIn(row).filter((cell) => cell !== '');
  const numbers = said.map((cell) => (/^\d{1,3}[a-z]?[.)]?$/iu.test(cell) ? parseInt(cell, 10) : NaN));
  return (
    said.length > 2 &&
    numbers.every((one, at) => one >= (numbers[at - 1] ?? 0)) &&
    new Set(said).size === said.length
  );
}

/** What asks something, or begins a list. */
export const asks = /[?:]["”’)\]]*$/u;

/** How many cells hold several words, and not just a number after one: "Question 1". */
export function countTexts(row: readonly string[]): number {
  return labelsIn(row).filter((cell) => cell.includes(' ') && !numbered.test(cell)).length;
}
