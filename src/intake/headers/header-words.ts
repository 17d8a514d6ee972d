import { answersIn, labelsIn } from './first-rows.ts';
import type { Rows } from './layout.ts';

/** What a title or a header is made of. */
export const words = /\p{L}{2}/u;

/** What a round of a survey is called by that has no other name. */
export const year = /^(?:19|20)\d{2}$/u;

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

/** What sorts of questions are called, without marks and spaces, that nobody says in answer to one. */
const technical = new Set(
  'choice singlechoice multiplechoice multiplechoicesingleanswer multiplechoicemultipleanswers commentessaybox singletextbox multipletextboxes multichoice singleselect multiselect multipleselect selectone selectmultiple singleanswer multipleanswers singleresponse multipleresponse radiobutton radiobuttons checkbox checkboxes dropdown dropdownlist openended openendedresponse opentext freetext shorttext longtext textbox textarea textentry likert likertscale ratingscale string str varchar char integer int float double numeric boolean bool datetime timestamp'.split(
    ' ',
  ),
);

/** What says whether a question has to be answered. */
const obligation = /^(?:required|optional|mandatory|compulsory|gofynnol|dewisol)$/iu;

/** Whether any cell says whether a question has to be answered. */
export function saysObligation(row: readonly string[]): boolean {
  return labelsIn(row).some((cell) => obligation.test(cell));
}

/** Those that may be an answer, too. */
const plain = new Set(
  'radio matrix text number date time decimal rating scale ranking grid comment essay list id uuid category categorical ordinal nominal object metadata hidden'.split(
    ' ',
  ),
);

/** What says what numbers stand for: "1 = agree, 5 = disagree". */
const legend = /^\W*(?:scale\W*)?\d+\s*[=:–-]\s*\p{L}.*[\s,;/]\d+\s*[=:–-]\s*\p{L}/iu;

/** Whether a row says what numbers stand for, and nothing else. */
export function areLegends(row: readonly string[]): boolean {
  const cells = labelsIn(row).filter((cell) => cell !== '');
  return cells.length > 0 && cells.every((cell) => legend.test(cell));
}

/**
 * Whether a row says of what sort each question is ("text, radio, radio, open-ended"), whether it has to be answered, or on what
 * scale, and nothing else: two at least of what it says are hardly words for anything else, and one is none.
 */
export function areTypes(row: readonly string[]): boolean {
  const cells = labelsIn(row).filter((cell) => cell !== '');
  if (areLegends(row)) return true;
  const said = cells.map((cell) =>
    legend.test(cell) ? 'ratingscale' : obligation.test(cell) ? 'choice' : sort(cell),
  );
  const sure = said.filter((cell) => technical.has(cell)).length;
  const likely = said.filter((cell) => cell === 'radio' || cell === 'matrix').length;
  return sure > 0 && sure + likely > 1 && said.every((cell) => technical.has(cell) || plain.has(cell));
}

function sort(cell: string): string {
  return (
    cell
      .toLowerCase()
      // "select_one area": the list of its options stands behind.
      .replace(/^(select_\w+) .*$|\(\d+\)$|\d+$/u, '$1')
      .replace(/[^a-z]/gu, '')
  );
}

/** Small words of Welsh that are none of English. */
const welsh =
  /(?:^|[\s(])(?:yw|ydy|ydych|chi|eich|eu|ei|yn|mae|mae[’'][nr]|[aoi][’']r|sy[’']n|gyfer|pam|beth|sut|oes|gennych|unrhyw|neu|gan|wedi|gyda|ble|faint|rhowch|nodwch|hoffech|ddim|nid|fod|bod|cyngor)(?=[\s?:,.)]|$)/iu;

/** Whether most of what several words long stands in a row is Welsh. */
export function isWelsh(row: readonly string[]): boolean {
  const texts = labelsIn(row).filter((cell) => cell.includes(' '));
  const found = texts.filter((cell) => welsh.test(cell)).length;
  return found > 1 && found * 2 > texts.length;
}

/** How many cells hold several words, and not just a number after one: "Question 1". */
export function countTexts(row: readonly string[]): number {
  return labelsIn(row).filter((cell) => cell.includes(' ') && !numbered.test(cell)).length;
}
