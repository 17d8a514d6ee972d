import { tidy } from '../columns/blank.ts';

/** What an average, a total and the like are called, in English or Welsh. */
export const summaryWord =
  /^(?:(?:grand |sub|overall |weighted )?-?(?:totals?|averages?|avg|mean|median|sum|count(?:a|ifs?)?|percent(?:age)?s?|%|st(?:andar)?d\.? ?dev(?:iation)?|(?:is-?)?gyfanswm|cyfanswm|swm|cyfartaledd|cymedr|canolrif|canran(?:nau)?)(?=\P{L}|$)|(?:n|base|s\.?d\.?|mode|variance|min(?:imum)?|max(?:imum)?|(?:number of |no\. of )?(?:respondents|responses|replies)|nifer(?: yr? (?:ymatebwyr|ymatebion))?)\s*(?:[=:]|$))/iu;

/** The same with nothing behind it but what it is of, or its figure: no opinion that begins with such a word. */
const summaryLabel =
  /^\S+(?: dev\w*\.?| of| number| no\.| count| totals?| averages?| score| rating| respondents| responses| replies| answers| yr? \p{L}+)*\s*(?:[=:(–-]?\s*[\d£$€%(].*)?[:=]?$/iu;

/** A number, or what a spreadsheet is to work one out by. */
export const number = /^(?:[£$€]?-?[,.]*\d[\d,.]*\s*%?|=[A-Z][A-Z.]*\(.*\))$/u;

/** Whether it is the latter, as nobody answers. */
export function isFormula(cell: string): boolean {
  return cell.startsWith('=') && number.test(cell);
}

/** By what an answer is the same as one that a table of counts names. */
export function keyOf(cell: string): string {
  return tidy(cell).toLowerCase();
}

/** Words with a space or a colon between them. */
export const note = /\p{L}{2}.*[\s:]|[\s:].*\p{L}{2}/u;

const whole = /^-?\d+$/u;

/** Whether a cell is the label of a figure, and no answer that begins with the same word. */
export function isSummaryLabel(cell: string): boolean {
  return summaryWord.test(cell) && summaryLabel.test(cell);
}

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

/** Whether a label is an answer that forms offer too, between good and poor. */
export function isAlsoAnswer(label: string): boolean {
  return /^(?:average|cyfartaledd)$/iu.test(label);
}

/** The same of the name of a total or a mean: "all of it", "unkind". */
export function mayBeAnswer(label: string): boolean {
  return isAlsoAnswer(label) || /^(?:(?:grand )?total|mean|cyfanswm)$/iu.test(label);
}

/**
 * Whether a number is what a label says of those above it: their sum or how many they are, or the average as it is shown. Where
 * there are others too, a sum is more than theirs, and of an average only a fraction under whole numbers is told from an answer.
 */
export function isFigureOf(label: string, cell: string, above: readonly string[], areAll: boolean): boolean {
  if (isFormula(cell)) return true;
  const numbers = above.map(Number).filter((value) => Number.isFinite(value));
  if (!number.test(cell)) return false;
  if (numbers.length * 2 < above.length) return true;
  const sum = numbers.reduce((before, value) => before + value, 0);
  const own = Number(cell.replaceAll(',', ''));
  if (/total|cyfanswm/iu.test(label)) return areAll ? own === sum || own === above.length : own > sum;
  if (isFraction(cell, above)) return true;
  if (!areAll) return false;
  const decimals = /\.(\d+)$/u.exec(cell)?.[1]?.length ?? 0;
  return Math.abs(own - sum / numbers.length) <= 0.5 / 10 ** decimals + 1e-9;
}

/** Whether a letter stands for an answer, as N does for No beside Y. */
export function isCode(cell: string, above: readonly string[]): boolean {
  return /^\p{L}$/u.test(cell) && above.some((other) => /^\p{L}$/u.test(other));
}

/** Whether a cell holds several of these answers, each with a number behind it, and nothing else. */
export function isTallyOf(cell: string, answers: ReadonlySet<string>): boolean {
  const pieces = cell.split(/\s*[;|,/]\s*/u).filter((piece) => piece !== '');
  const isCounted = (piece: string): boolean => {
    const label = /^(.*?)\s*[-:=–(]?\s*\d+(?:\.\d+)?\s*%?\)?$/u.exec(piece)?.[1];
    return label !== undefined && /\p{L}/u.test(label) && answers.has(keyOf(label));
  };
  return pieces.length > 1 && pieces.every(isCounted);
}

/** Whether it begins with a letter and everything above with a digit, as dates do. */
export function isWordUnderDates(text: string, above: readonly string[]): boolean {
  return above.length > 0 && /^\p{L}/u.test(text) && above.every((cell) => /^\d/u.test(cell));
}

/** A cell that is not blank, in order, and in which column it stands. */
export interface Held {
  readonly text: string;
  readonly column: number;
}

export function heldIn({ cells }: { readonly cells: readonly string[] }): Held[] {
  return cells.map((cell, column) => ({ text: tidy(cell), column })).filter(({ text }) => text !== '');
}
