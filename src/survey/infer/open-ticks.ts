import { tidy } from '../../intake/blank.ts';
import { fold } from '../labels/labels.ts';
import { builtInScales } from '../labels/scales.ts';
import { yesNoRank } from '../ordering/degrees.ts';
import { isLong } from './choice.ts';
import { type ColumnFacts, type LabelCount, countOf, pooledLabels } from './facts.ts';
import { asksForOwnWords } from './question-words.ts';

/** A question with several answers, of which only the cells name the options. */
interface Ticks {
  readonly text: string;
  readonly columns: readonly ColumnFacts[];
  readonly options: readonly string[];
}

/** No fewer options than these stand in columns of their own. */
const FEWEST_OPTIONS = 3;

/** What programs put behind a header that others have too, and readr behind the first of them as well. */
const repeatMark = /^ ?(?:[._ ]?\d{1,3}|\(\d{1,3}\))?$/u;
const readrMark = /\.\.\.\d+$/u;

/** The answers of scales, folded. */
const points = new Set(
  [...builtInScales.values()].flatMap(({ variants }) =>
    variants.flatMap(({ positive, neutral, negative }) => [...positive, ...neutral, ...negative].map(fold)),
  ),
);

/**
 * The columns from here on that are one question with several answers, which stands over the first only, or over each of them
 * again: each holds the name of one option, or nothing.
 */
export function openTicks(columns: readonly ColumnFacts[], start: number): Ticks | undefined {
  const [first] = columns.slice(start);
  if (first === undefined || first.heading.question === '' || first.heading.part !== undefined)
    return undefined;
  const before = columns[start - 1];
  if (before !== undefined && isUnder(before, first)) return undefined;
  const names = new Set<string>();
  const isOneMore = (column: ColumnFacts, nth: number): boolean => {
    const name = optionOf(column);
    const isNext = column.position === first.position + nth && (nth === 0 || isUnder(first, column));
    if (!isNext || name === undefined || names.has(name)) return false;
    names.add(name);
    return true;
  };
  let end = start;
  while (end < columns.length && isOneMore(columns[end] as ColumnFacts, end - start)) end++;
  const own = columns.slice(start, end);
  const ticked = own.filter(({ filled }) => filled > 0);
  const isAgain = own.slice(1).some(({ heading }) => heading.question !== '');
  if (ticked.length < FEWEST_OPTIONS || (isAgain && !wereOffered(ticked))) return undefined;
  const options = own.map(({ labels, name }) => labels[0]?.label ?? name);
  return { text: first.heading.question.replace(readrMark, ''), columns: own, options };
}

/** Whether what stands under one header again and again was offered by it: short, again and again, and no view. */
function wereOffered(columns: readonly ColumnFacts[]): boolean {
  const labels = pooledLabels(columns);
  const isOption = (one: LabelCount): boolean =>
    !isLong(one) && !points.has(one.folded) && yesNoRank(one.folded) === undefined;
  const asksWords = asksForOwnWords(columns[0]?.heading.question ?? '');
  return !asksWords && labels.every(isOption) && countOf(labels) >= labels.length * 2;
}

/** Whether a column has no header, or that of the first one again. */
function isUnder(first: ColumnFacts, { heading }: ColumnFacts): boolean {
  if (heading.question === '' && heading.part === undefined) return true;
  const [own, again] = [first.heading.name, heading.name].map(tidy) as [string, string];
  const base = own.replace(readrMark, '');
  // Behind a code, as in Q1.1 and Q11, a number is one of another question.
  if (own === base && /\d\p{L}?$/u.test(base)) return own === again;
  return again.startsWith(base) && (own === base ? repeatMark : readrMark).test(again.slice(base.length));
}

/** The only thing that a column says, and not in every row; what nobody ticked has no name but that of its column. */
function optionOf({ heading, labels, filled, records, name }: ColumnFacts): string | undefined {
  const [option, ...others] = labels;
  if (filled === 0) return heading.question === '' ? undefined : fold(name);
  const isOnly = option !== undefined && others.length === 0 && filled < records;
  return isOnly && /\p{L}/u.test(option.label) ? option.folded : undefined;
}

/** A question with several answers of which the file has one: its header ends in all that its cells say. */
export function loneTick(column: ColumnFacts): Ticks | undefined {
  const { heading, labels } = column;
  const [option, ...others] = labels;
  if (heading.part !== undefined || option === undefined || others.length > 0) return undefined;
  const [, text, part] = /^(.{8,}\S)\s+[-–—]\s+(.+)$/su.exec(heading.question) ?? [];
  if (text === undefined || part === undefined || fold(part) !== option.folded) return undefined;
  return { text, columns: [column], options: [option.label] };
}
