import { tidy } from '../blank.ts';
import { labelsIn } from '../headers/first-rows.ts';

/** So many different things, each with a digit in it, are ids; so many answers show what sort a column has. */
export const ENOUGH = 8;

/** So many will do where a blank row stands between them and something else. */
export const ENOUGH_APART = 4;

/**
 * A number, or what a spreadsheet is to work one out by, or says where it cannot; not where it knows no such name, as it
 * says of a comment that begins with a minus.
 */
export const number = /^(?:[£$€]?-?[,.]*\d[\d,.]*\s*%?|=[A-Z][A-Z.]*\(.*\)|#(?:DIV\/0!|VALUE!|NUM!))$/u;

/** Whether it is one of the latter, as nobody answers. */
export function isFormula(cell: string): boolean {
  return /^[=#]/u.test(cell) && number.test(cell);
}

/** By what an answer is the same as one that a table of counts names. */
export function keyOf(cell: string): string {
  return tidy(cell).toLowerCase();
}

/** Words with a space or a colon between them. */
export const note = /\p{L}{2}.*[\s:]|[\s:].*\p{L}{2}/u;

/** Words that say themselves that they are about the table. */
export const namedNote = /^(?:sources?|notes?|ffynhonnell|nodyn|nodiadau) ?:/iu;

const whole = /^-?\d+$/u;

/** Whether a number stands where the responses, `above`, have words, or a percentage where they have none. */
export function isOutOfPlace(cell: string, above: readonly string[]): boolean {
  if (above.length < 2 || !number.test(cell)) return false;
  if (isFormula(cell)) return !above.some(isFormula);
  return (
    !above.some((key) => number.test(key)) || (cell.endsWith('%') && !above.some((key) => key.endsWith('%')))
  );
}

/** Whether a fraction stands where all responses have whole numbers, as a mean does. */
export function isFraction(cell: string, above: readonly string[]): boolean {
  return number.test(cell) && !whole.test(cell) && above.every((key) => whole.test(key));
}

/** Whether a letter stands for an answer, as N does for No beside Y. */
export function isCode(cell: string, above: readonly string[]): boolean {
  return /^\p{L}$/u.test(cell) && above.some((other) => /^\p{L}$/u.test(other));
}

/** Whether it begins with a letter and everything above with a digit, as dates do. */
export function isWordUnderDates(text: string, above: readonly string[]): boolean {
  return above.length > 0 && /^\p{L}/u.test(text) && above.every((cell) => /^\d/u.test(cell));
}

/** One of the last rows of an export. */
export interface LastRow {
  readonly cells: readonly string[];
  /** Whether a blank row stands between it and the row above. */
  readonly afterBlank: boolean;
}

/** Whether these are ids, none like another, and none with a space or a colon in it. */
export function hasIds(cells: readonly string[], enough = ENOUGH): boolean {
  const filled = cells.filter((cell) => cell !== '');
  return (
    filled.length >= enough &&
    new Set(filled).size === filled.length &&
    filled.every((cell) => /\d/u.test(cell) && !/[\s:]/u.test(cell))
  );
}

/** Whether a cell is an id or a time in the form that others have: "Spring 2025" is none beside "12/03/2025 10:05". */
export function isIdLike(cell: string, others: readonly string[]): boolean {
  const formOf = (id: string): string => id.replaceAll(/\p{L}+/gu, 'a').replaceAll(/\d+/gu, '9');
  return /\d/u.test(cell) && others.some((id) => formOf(id) === formOf(cell));
}

/** A cell that is not blank, in order, and in which column it stands. */
export interface Held {
  readonly text: string;
  readonly column: number;
}

export function heldIn({ cells }: { readonly cells: readonly string[] }): Held[] {
  return labelsIn(cells).flatMap((text, column) => (text === '' ? [] : [{ text, column }]));
}

/** An answer, in which column it stands, and how many gave it, as a row under the responses has it. */
export interface Counted {
  readonly label: string;
  readonly column: number;
  readonly count: string;
  /** Where the count stands. */
  readonly at: number;
  /** The percentage that it is, where the same cell has that too. */
  readonly share?: string;
  /** Whether it stands before the answer in one cell, as in words that somebody may say: “3 of them”. */
  readonly isBefore?: true;
}

/** What is longer is no answer with its count. */
const longestCount = 300;

/**
 * An answer and its count in one cell: "Agree: 12", "Agree (12)", "Agree(12)", "Agree = 12 (24%)", and "12
 * agree", "50% agree".
 */
const countBehind =
  /^(.*\p{L}.*?)\s*(?:[\s:=–-]\s*\(?|\()(\d[\d.,]*\s*%?)\)?(?:\s*[(,;/]\s*(\d[\d.,]*\s*%)\)?)?$/u;
const countBefore = /^(\d[\d.,]*\s*%?)\s*[:=–-]?\s*(\p{L}.*)$/u;

/** What a row counts, where it has nothing else. */
export function countsIn(row: LastRow): readonly Counted[] {
  const held = heldIn(row);
  const [lead, figure, ...more] = held;
  if (lead && figure && more.length === 0 && number.test(figure.text) && !number.test(lead.text))
    return [{ label: keyOf(lead.text), column: lead.column, count: figure.text, at: figure.column }];
  const counts = held.flatMap(({ text, column }) => {
    const counted = countIn(text);
    return counted === undefined ? [] : [{ ...counted, column, at: column }];
  });
  return counts.length === held.length ? counts : [];
}

/** An answer and its count, where a cell holds nothing else. */
function countIn(text: string): Omit<Counted, 'column' | 'at'> | undefined {
  if (text.length > longestCount) return undefined;
  const [, label = '', count = '', share] = countBehind.exec(text) ?? [];
  if (label !== '') return { label: keyOf(label), count, ...(share !== undefined && { share }) };
  const [, amount = '', answer = ''] = countBefore.exec(text) ?? [];
  return answer === '' ? undefined : { label: keyOf(answer), count: amount, isBefore: true };
}

/**
 * The answer of which a text says how many gave it; none of “12 High Street”, as people say how many of what
 * there are.
 */
function tallied(text: string): string {
  const { label = '', count = '', isBefore } = countIn(text) ?? {};
  return isBefore === true && !count.includes('%') ? '' : label;
}

/**
 * Of how many of the answers `above` a cell says how many gave each; none where it holds anything else, or
 * they are of that sort.
 */
export function talliesIn(cell: string, above: readonly string[]): number {
  const answers = [...new Set(above.map(keyOf))];
  const tallies = (text: string): number => {
    const pieces = text.split(/\s*[;|,/]\s*/u).filter((piece) => piece !== '');
    const labels = pieces.map(tallied);
    const areGiven = labels.every(
      (label) => label !== '' && answers.some((answer) => isGivenAs(label, answer)),
    );
    return areGiven ? pieces.length : 0;
  };
  const own = tallies(cell);
  return own > 0 && answers.some((answer) => tallies(answer) > 0) ? 0 : own;
}

/**
 * Whether an answer is one of those that a label in words sums up: “strongly agree” is of “agree”, and of
 * “agree or strongly agree”.
 */
export function isGivenAs(label: string, answer: string): boolean {
  const parts = [label, ...label.replace(/^(?:said|answered) /u, '').split(/ (?:or|and) | ?[/+&] ?/u)];
  return parts.some((part) => part !== '' && (answer === part || answer.endsWith(` ${part}`)));
}

/** Whether the number that a cell shows, with so many decimals, is another one rounded. */
export function isRounded(cell: string, shown: number, value: number): boolean {
  const decimals = /\.(\d+)/u.exec(cell)?.[1]?.length ?? 0;
  return Math.abs(shown - value) <= 0.5 / 10 ** decimals + 1e-9;
}

/** Whether a percentage is that of so many among others, as it is shown. */
export function isShare(count: string, times: number, base: number): boolean {
  return isRounded(count, Number(count.replace('%', '')), (times / base) * 100);
}
