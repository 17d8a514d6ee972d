import { isBeside } from './beside.ts';
import type { ColumnFacts } from './facts.ts';
import type { Judgement } from './judgement.ts';

/** Questions after a number of people or things of each of several sorts: not “How many of these …?” */
const counted =
  /\bhow many (?!of (?:these|those|the (?:following|above|below)|them|our)\b)|\bnumber of (?:people|persons|adults|children|residents|members|occupants|staff|employees)\b|\b(?:faint o|sawl) (?:bobl|oedolion|blant|ohonoch)\b/iu;

/** Such a question about the people in a home, whose ages are in bands; their number hardly is. */
const atHome =
  /\bhow many (?:people|persons|of you|adults|children)\b.*\b(?:household|home|family|live|living)\b/iu;

/** Whether what is asked is how many people of each of several sorts are in a home, bands or groups of age among them. */
export function asksOfEach(question: string): boolean {
  return atHome.test(question) && /\b(?:in|of|for) each\b/iu.test(question);
}

/** Whether the numbers in these columns may be amounts, 1 among them, though they look like ticks. */
export function mayBeAmounts(columns: readonly ColumnFacts[]): boolean {
  const cells = columns.flatMap(({ labels }) => labels.map(({ folded }) => folded));
  const areNumbers = cells.length > 0 && cells.every((cell) => /^\d{1,4}$/u.test(cell));
  return areNumbers && counted.test(columns[0]?.heading.question ?? '');
}

/**
 * Whether columns hold nothing but amounts: one has several numbers, whereas that of a ticked option stands alone; or, whatever was
 * asked, some have one number beside 0 and some another, whereas ticks all have the same or each its own. In one column alone
 * another than 1 may be a slip, and 99 stands for no answer.
 */
export function areAmounts(stem: readonly ColumnFacts[]): boolean {
  const own = stem.filter((column) => !isBeside(column));
  const numbers = own.map(({ labels }) => labels.map(({ folded }) => folded).filter((one) => one !== '0'));
  if (mayBeAmounts(own)) return numbers.some(({ length }) => length > 1);
  const besideZero = numbers
    .filter((some, nth) => some.length < (own[nth]?.labels.length ?? 0))
    .map((some) => some.filter((one) => !/^9{2,}$/u.test(one)));
  const beside = besideZero.flat();
  if (besideZero.filter((some) => some.some((one) => one !== '1')).length < 2) return false;
  const different = new Set(beside).size;
  return different > 1 && different < beside.length && beside.every((one) => /^\d{1,4}$/u.test(one));
}

/** What they are taken for where that is not sure. */
export const amounts: Judgement = {
  kind: 'number',
  ground: 'asks how many there are of each, and somebody gave numbers for two',
  certainty: 'doubtful',
};
