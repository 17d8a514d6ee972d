import { isBlank } from '../../intake/blank.ts';
import { addUp } from '../../intake/group-by.ts';
import { fold } from './labels.ts';

/** What stands between two answers where a form that allows one was filled in by hand or joined by a platform. */
const separators = /(;|,|\||\/|&|\+|\r\n?|\n|\s(?:and|or)\s)/iu;

/** White space, which divides nothing behind a word that belongs to the next: "Neither agree". */
const spaces = /((?<!\bneither) )/u;

/** Marks between two answers that hardly ever stand within one option. */
const strongSeparators = /[;|\r\n]/u;

/** A longer text is an answer in somebody's own words. */
export const longestAnswer = 1000;

/** Whether a value is two known options or more, joined, be it by white space. */
export function severalKnown(known: ReadonlyMap<string, unknown>): (value: string) => boolean {
  const atSpaces = dividerAtSpaces(known.keys());
  return (value) => {
    const options = divide(value, (key) => known.get(key)) ?? new Set();
    return options.size > 1 || new Set([...atSpaces(value)].map((key) => known.get(key))).size > 1;
  };
}

/**
 * The labels, folded as these are, two or more, that a value is nothing but, with white space between them;
 * none where it is none.
 */
function dividerAtSpaces(labels: Iterable<string>): (value: string) => readonly string[] {
  const known = new Set(labels);
  const words = new Set([...known].flatMap((label) => label.split(' ')));
  return (value) => {
    const folded = fold(value);
    // Of a text hardly any word is one of theirs.
    const areKnown = folded.includes(' ') && folded.split(' ').every((word) => words.has(word));
    return areKnown ? [...(othersJoined(folded, known, spaces) ?? [])] : [];
  };
}

/**
 * The same where nobody listed the options: how often the rarest was given of two labels or more that a value
 * joins, each of which was given alone too; 0 where it joins none. "Online and paper" is an option of its own
 * if it was chosen more often than one of the two. With white space alone between them, both have several
 * words: "North East" is one.
 */
export function severalSeen(tally: ReadonlyMap<string, number>): (value: string) => number {
  const counts = addUp([...tally].map(([value, count]) => [fold(value), count]));
  const atSpaces = runTogether(counts);
  return (value) => {
    const parts = othersJoined(value, counts) ?? atSpaces(value);
    const rarest = Math.min(...[...parts].map((part) => counts.get(part) ?? 0));
    const own = counts.get(fold(value)) ?? 0;
    return rarest < Infinity && (strongSeparators.test(value) || own <= rarest) ? rarest : 0;
  };
}

/**
 * The labels of several words, two or more, each given more than once alone, that a value is nothing but,
 * with white space alone between them; none where it is none. `counts` are by folded label.
 */
export function runTogether(counts: ReadonlyMap<string, number>): (value: string) => readonly string[] {
  return dividerAtSpaces(
    [...counts].flatMap(([label, count]) => (count > 1 && label.includes(' ') ? [label] : [])),
  );
}

/** The labels, two or more, that a value is nothing but, joined; undefined where it is a label by itself. */
export function othersJoined(
  value: string,
  labels: Pick<ReadonlySet<string>, 'has'>,
  at?: RegExp,
): ReadonlySet<string> | undefined {
  const isOther = (key: string): boolean => labels.has(key) && key !== fold(value);
  const parts = divide(value, (key) => (isOther(key) ? key : undefined), at);
  return parts !== undefined && parts.size > 1 ? parts : undefined;
}

/**
 * The options into which the whole of a value falls at its separators, of which `at` captures each; undefined where there
 * is no such way.
 */
export function divide<Option>(
  value: string,
  optionOf: (key: string) => Option | undefined,
  at: RegExp = separators,
): ReadonlySet<Option> | undefined {
  if (value.length > longestAnswer) return undefined;
  const pieces = value.split(at);
  if (pieces.length < 3) return undefined;
  // Pieces at even places stand between separators. `ways` holds, by place, the options that lead up to it.
  const ways: (ReadonlySet<Option> | undefined)[] = [new Set<Option>()];
  for (let start = 0; start < pieces.length; start += 2) {
    const before = ways[start];
    if (before === undefined) continue;
    if (isBlank(pieces[start] ?? '')) ways[start + 2] ??= before;
    let text = '';
    for (let end = start; end < pieces.length; end += 2) {
      text += (end === start ? '' : pieces[end - 1]) + (pieces[end] ?? '');
      const option = isBlank(text) ? undefined : optionOf(fold(text));
      if (option !== undefined) ways[end + 2] = new Set([...before, option]);
    }
  }
  return ways[pieces.length + 1];
}
