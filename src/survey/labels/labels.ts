import leven from 'leven';
import { tidy } from '../../intake/blank.ts';

/** ASCII but for the backtick: nothing but case and spaces can make two spellings of it differ. Most labels are plain. */
const plain = /^[ -_a-~]*$/u;

/** A whole number, as programs write it that have only numbers with decimals: 5.0. */
const wholeNumber = /^(-?\d+)\.0+$/u;

/**
 * The form in which two spellings of one label are equal: case, white space, typographic quotes and dashes, a
 * full stop at the end, the way in which an accent is encoded and noughts behind the point of a whole number
 * make no difference. Nothing further: a misspelling is another label.
 */
export function fold(value: string): string {
  const label = withoutStop(tidy(value));
  if (plain.test(label)) return (wholeNumber.exec(label)?.[1] ?? label).toLowerCase();
  return label
    .normalize('NFC')
    .replace(/[‘’‚‛ʼ′`´]/gu, "'")
    .replace(/[“”„‟″]/gu, '"')
    .replace(/[‐‑‒–—―−]/gu, '-')
    .toLowerCase();
}

/** A label without the full stop at its end; several are an ellipsis. */
function withoutStop(label: string): string {
  const rest = label.endsWith('.') ? tidy(label.slice(0, -1)) : '';
  return rest === '' || rest.endsWith('.') ? label : rest;
}

/** Headers of more letters than this are shown without their middle: their ends are what tells them apart. */
const longest = 400;

/** A label that is short enough to stand in a table or a message; what is left out of the middle is marked. */
export function shortened(label: string, most = longest): string {
  const letters = [...label];
  if (label.length <= most || letters.length <= most) return label;
  const end = Math.floor(most / 4);
  const [first, last] = [letters.slice(0, most - end).join(''), letters.slice(-end).join('')];
  // Words are left whole, but for such as are very long.
  const isCut = [letters[most - end - 1], letters[most - end]].every((one) => /\S/u.test(one ?? ''));
  const wholeFirst = isCut ? first.replace(/\s\S{1,15}$/u, '') : first;
  const wholeLast = /\S/u.test(letters.at(-end - 1) ?? '') ? last.replace(/^\S{1,15}\s/u, '') : last;
  return `${wholeFirst.trimEnd()} … ${wholeLast.trimStart()}`;
}

/** An id from a label: lower-case letters and digits, other runs as one hyphen. "N/A" is `n-a`; accents fall away. */
export function kebab(label: string): string {
  const bare = label
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/gu, '')
    .toLowerCase();
  // What is a letter in some language takes longer to look up than a small survey takes to read.
  const others = plain.test(bare) ? /[^a-z0-9]+/gu : /[^\p{L}\p{N}]+/gu;
  return bare.replace(others, '-').replace(/^-|-$/gu, '') || 'option';
}

/** The ids that have been given out, each with the number at which the search for the next one like it goes on. */
export type TakenIds = Map<string, number>;

/** These ids, as given out; none to begin with. */
export function takenIds(ids: Iterable<string> = []): TakenIds {
  return new Map([...ids].map((id) => [id, 1]));
}

/** `id`, or `id-2`, `id-3` … where it is taken; remembers what it gives out. */
export function uniqueId(id: string, taken: TakenIds): string {
  let n = taken.get(id) ?? 1;
  let unique = id;
  for (; taken.has(unique); n++) unique = `${id}-${n + 1}`;
  taken.set(unique, taken.get(unique) ?? 1);
  taken.set(id, n);
  return unique;
}

/** Whether two texts differ in nothing but two letters beside each other that changed places: “titel”. */
function isSwapped(one: string, other: string): boolean {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return (
    at + 1 < one.length &&
    one[at] === other[at + 1] &&
    one[at + 1] === other[at] &&
    one.slice(at + 2) === other.slice(at + 2)
  );
}

/**
 * The candidate that was probably meant, or undefined when none is near: at most a third of the letters
 * differ, case, quotes and spacing aside, and two that changed places count as one; so nothing differs where
 * there are one or two letters, which are often a code. Long cells are not compared: nobody misspells a
 * paragraph into an option. Those of which `mayBeMeant` says no are passed over.
 */
export function nearest(
  value: string,
  candidates: Iterable<string>,
  mayBeMeant: (candidate: string) => boolean = () => true,
): string | undefined {
  const wanted = fold(value);
  if (wanted.length > 200) return undefined;
  let best: string | undefined;
  let bestDistance = Infinity;
  for (const candidate of candidates) {
    const folded = fold(candidate);
    const limit = wanted.length < 3 ? 0 : Math.floor(Math.max(wanted.length, folded.length) / 3);
    if (Math.abs(wanted.length - folded.length) > limit) continue;
    const distance = isSwapped(wanted, folded) ? 1 : leven(wanted, folded);
    if (distance <= limit && distance < bestDistance && mayBeMeant(candidate)) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** With a capital letter at the beginning. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
