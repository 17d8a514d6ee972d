import leven from 'leven';
import { fold, nearest } from './labels.ts';

/** Words of which one may be left out or put in, and the answer is still the same. */
const filler = new Set(
  'a an the or nor and of to in on at for with by from i am my it is are be been have this that'.split(' '),
);

/** Words that turn an answer into its contrary, and are no other spelling of anything else. */
const negation = /^(?:no|not|non|nil|never|none|nothing|without|cannot|dim|ddim|heb|\p{L}+n't)$/u;

/**
 * The answer that was probably meant, or undefined when none is near: as `nearest`, but never its contrary,
 * nor one that only shares words with it. Each word is one of the other's, misspelt; “not clear” is no slip
 * for “clear”, nor “2” for “8”.
 */
export function nearestLabel(value: string, candidates: Iterable<string>): string | undefined {
  const words = wordsOf(value);
  return nearest(value, candidates, (candidate) => areOneAnswer(words, wordsOf(candidate)));
}

/** That label as the `suggestion` of an issue; an empty object where none is near. */
export function suggest(value: string, candidates: Iterable<string>): { readonly suggestion?: string } {
  const suggestion = nearestLabel(value, candidates);
  return suggestion === undefined ? {} : { suggestion };
}

/** The words and numbers of a label; “don't” without its apostrophe too is one. */
function wordsOf(label: string): readonly string[] {
  const words = fold(label).match(/[\p{L}\p{M}']+|\p{N}+/gu) ?? [];
  return words.map((word) =>
    word.replace(/^((?:do|does|did|is|are|ca|wo|would|should|have|has)n)'?t$/u, "$1't"),
  );
}

function areOneAnswer(first: readonly string[], second: readonly string[]): boolean {
  if (isLeftOver(first, second) || isLeftOver(second, first)) {
    // Spaces may be left out, or stand within a word.
    const [one, other] = [first.join(''), second.join('')];
    return first.length !== second.length && (one === other || isSlip(one, other, 1));
  }
  return true;
}

/** Whether a word of the first is none of the second's, in any spelling, and says something. */
function isLeftOver(first: readonly string[], second: readonly string[]): boolean {
  return first.some((word) => !filler.has(word) && !second.some((other) => isSpelling(word, other)));
}

function isSpelling(word: string, other: string): boolean {
  if (word === other) return true;
  if (negation.test(word) || negation.test(other) || /\p{N}/u.test(word + other)) return false;
  const most = Math.floor(Math.max(word.length, other.length) / 3);
  return isSlip(word, other, Math.min(most, 3));
}

/**
 * Whether so few letters differ, and not those that make a word its opposite: “agree” is the end of
 * “disagree”, “increase” and “decrease” differ in how they begin.
 */
function isSlip(word: string, other: string, most: number): boolean {
  const distance = leven(word, other);
  if (distance > most) return false;
  if (distance === 1 && Math.min(word.length, other.length) > 3) return true;
  const isEnd = word.endsWith(other) || other.endsWith(word);
  return !isEnd && (word[0] === other[0] || word[1] === other[0] || word[0] === other[1]);
}
