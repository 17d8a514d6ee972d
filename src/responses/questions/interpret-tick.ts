import { isBlank, tidy } from '../../intake/blank.ts';
import { addUp } from '../../intake/group-by.ts';
import { fold } from '../../survey/labels/labels.ts';
import type { Claims } from '../../survey/columns/claims.ts';
import { ownLabels } from '../../survey/labels/label-pairs.ts';
import { asksForWords } from '../../survey/labels/own-words.ts';
import { tickWords, untickedWords, withoutMark } from '../../survey/labels/tick-words.ts';
import { foreignNames, longestLabel } from './foreign-names.ts';
import { type Finding, type Interpretation } from './interpret.ts';
import { type Tally, labelsSeen } from './labels-seen.ts';
import { BLANK, INVALID } from '../responses.ts';
import { dateFindings, rangeBehind } from './spreadsheet-dates.ts';

/** The values of one option's own column, as far as they are not blank: ticked. */
const TICKED = 0;

/** What numbers mean in the cells of a question's columns, as far as all of them together show it. */
export interface Coding {
  /** Each option has a code of its own and blank for a no, so that 0 is a code too where a column holds nothing else. */
  readonly zeroTicks: boolean;
  /** Numbers that stand beside others in some column: they say yes and no, and none of them is a tick by itself. */
  readonly answers: ReadonlySet<string>;
  /**
   * Words for no, folded, that stand under most options which are not called so: an option that is, is not
   * ticked by it.
   */
  readonly denials: ReadonlySet<string>;
  /** What options are called in another language, by their labels, both folded. */
  readonly names: ReadonlyMap<string, string>;
}

/** How the columns of a question are coded, of which each holds the option of that label. */
export function codingOf(tallies: readonly Tally[], labels: readonly string[]): Coding {
  const numbers = tallies.map((tally) => labelsSeen(tally).filter((label) => /^\d+$/u.test(label)));
  const columns = numbers.map((column) => column.filter((label) => label !== '0'));
  const codes = columns.filter(([code = '1', another]) => another === undefined && code !== '1');
  const areOwn = codes.length > 1 && new Set(codes.flat()).size === codes.length;
  return {
    zeroTicks: areOwn && !numbers.some((column) => column.length > 1 && column.includes('0')),
    answers: new Set(columns.filter(({ length }) => length > 1).flat()),
    denials: denialsIn(tallies, labels),
    names: foreignNames(tallies, labels),
  };
}

function denialsIn(tallies: readonly Tally[], labels: readonly string[]): ReadonlySet<string> {
  const said = tallies.map((tally, nth) => {
    const own = ownLabels(labels[nth] ?? '');
    const words = asksForWords(labels[nth] ?? '') ? [] : labelsSeen(tally).map(fold);
    return words.filter((word) => untickedWords.has(word) && !own.has(word));
  });
  const columnsWith = addUp(said.flatMap((words) => [...new Set(words)].map((word) => [word, 1] as const)));
  return new Set(
    [...columnsWith].filter(([, count]) => count * 2 > tallies.length - 1).map(([word]) => word),
  );
}

/**
 * What the cells of one option's own column mean. A cell that repeats the option, or says yes in one of the
 * ways that platforms do, is a tick; blank or no is none. Where all that are neither hold the same, such as a
 * code or the name of the option in another language, that is a tick too, with a note. Under an option that
 * asks for words any text is a tick and a write-in. `options` has the labels of all the question's options,
 * folded: where a cell repeats another than its own, its row has slipped, and nobody can say by how far.
 */
export function interpretTick(
  option: string,
  tally: Tally,
  coding: Coding,
  options: ReadonlySet<string>,
): Interpretation {
  const read = tickReader(option, tally, coding, options);
  const meanings = new Map<string, number>();
  const findings = new Map<string, readonly Finding[]>();
  for (const value of tally.keys()) {
    const [meaning, finding] = read(value);
    meanings.set(value, meaning);
    // A spreadsheet spoils a header as it does an answer.
    const spoilt = meaning === TICKED && rangeBehind(value) === undefined ? option : value;
    const dates = meaning === BLANK ? [] : dateFindings(spoilt);
    const said = finding === undefined ? dates : [finding, ...dates];
    if (said.length > 0) findings.set(value, said);
  }
  return { meanings, findings };
}

type TickReader = (value: string) => readonly [meaning: number, finding?: Finding];

function tickReader(option: string, tally: Tally, coding: Coding, options: ReadonlySet<string>): TickReader {
  const label = fold(option);
  const halves = [...ownLabels(option)].filter((half) => half === label || !options.has(half));
  const own = new Set(halves.filter((half) => !coding.denials.has(half)));
  const marks = marksOf(option, tally).filter((text) => !coding.denials.has(fold(text)));
  const mark = coding.names.get(label) ?? markOf(marks, tally, coding);
  const saysYes = [...tally.keys()].some((value) => fold(value) !== label && tickWords.has(fold(value)));
  const isOfWords = asksForWords(option);
  return (value) => {
    if (isBlank(value)) return [BLANK];
    const folded = withoutMark(fold(value));
    const saysNo = untickedWords.has(folded);
    const repeatsOption = own.has(folded) && !(saysYes && saysNo);
    if (repeatsOption || tickWords.has(folded)) return [TICKED];
    if (options.has(folded) && folded !== label && !isOfWords && !saysNo)
      return [INVALID, { code: 'misplaced-answer', suggestion: option }];
    if (folded === mark && !(isOfWords && /\p{L}/u.test(value)))
      return [TICKED, { code: 'tick-value', suggestion: option }];
    if (saysNo) return [BLANK];
    if (isOfWords) return [TICKED, { code: 'write-in', value: tidy(value), suggestion: option }];
    return [INVALID, { code: 'unknown-answer', suggestion: option }];
  };
}

/** Whatever a column holds that may be a tick: neither blank nor a no, unless the option itself is a no. */
function marksOf(option: string, tally: Tally): string[] {
  return labelsSeen(tally).filter((text) => fold(text) === fold(option) || !untickedWords.has(fold(text)));
}

/** The one thing that stands in a column, folded, where it is a tick though it is neither the option nor a yes. */
function markOf(marks: readonly string[], tally: Tally, coding: Coding): string | undefined {
  const [only, another] = marks;
  if (only !== undefined) return another === undefined && !coding.answers.has(only) ? fold(only) : undefined;
  const isZero =
    coding.zeroTicks && [...tally.keys()].every((value) => isBlank(value) || tidy(value) === '0');
  return isZero ? '0' : undefined;
}

/** The one text that all ticks of a column repeat; undefined where there are several or none, or where it has no word. */
function repeatedText(option: string, tally: Tally): string | undefined {
  const texts = marksOf(option, tally);
  const [text = ''] = texts;
  const isText = texts.length === 1 && text.length <= longestLabel && /\p{L}{2}/u.test(text);
  return isText && !tickWords.has(fold(text)) && rangeBehind(text) === undefined ? text : undefined;
}

/**
 * The label of each column's option where the definition lists none: what the export calls the part of the
 * question, else its whole header. Where that is a code, or holds more than the option, the text that all ticks repeat.
 */
export function optionLabels(
  columns: readonly number[],
  tallies: readonly Tally[],
  { headings, names }: Claims,
): readonly string[] {
  const questions = new Set(columns.map((column) => headings[column]?.question));
  return columns.map((column, nth) => {
    const { name = '', part } = headings[column] ?? {};
    const own = isBlank(name) ? (names[column] ?? '') : tidy(name);
    const label = questions.size === 1 && part !== undefined ? part : own;
    const text = asksForWords(label) ? undefined : repeatedText(label, tallies[nth] ?? new Map());
    return text !== undefined && (isCode(label) || fold(label).includes(fold(text))) ? text : label;
  });
}

/** Whether a header has no word in it: 0001, SQ001, Q5_3. */
function isCode(header: string): boolean {
  return !/\p{L}{3}/u.test(header);
}
