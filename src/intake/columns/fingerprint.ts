import { mix, wordReader } from './words.ts';

/** What stands in a column for every text of which only the fingerprint is kept. */
export const GIVEN = 'given\0';

/**
 * The numbers of a fingerprint: two for all words, one for them in any order, and behind these one for each
 * run of words, ascending.
 */
export const [FIRST, UNORDERED, RUNS] = [0, 2, 3];
const SECOND = 1;

/** Fewer words than this are no text of which two people could not have thought: "No", "I agree with all of this". */
export const FEWEST_WORDS = 8;

/** The bits of the first number that hold how many words there are, as far as they are few. */
export const COUNT = 0xf;

/** How many words stand in a run that two texts may share. */
const RUN = 3;

/** Of longer texts only so many words are compared; whether they are identical is of all. */
const MOST_WORDS = 1000;

/**
 * So many runs of a text are kept: all of those of 34 words. Of a longer text those with the lowest numbers
 * are, which are a random sample of them (bottom-k MinHash: Broder 1997), enough to tell how alike two are
 * within some hundredths.
 */
export const SAMPLE = 32;

/** Reads texts one after the other. */
export interface Fingerprinter {
  /** Reads the text between two places of these bytes, which are UTF-8; returns a number for its words (see `keyOf`). */
  read(bytes: Buffer, from: number, to: number): number;
  /**
   * Makes the fingerprint of the text that was read last, and returns of how many `numbers` it is: the same
   * for two texts of the same words, whatever their case, white space, punctuation and quotation marks, and
   * of use to tell how alike two others are. The words cannot be read from it. A text of fewer than
   * `FEWEST_WORDS` has no runs.
   */
  print(): number;
  readonly numbers: Uint32Array;
}

/** Reads texts with memory of its own, which is used again for each. */
export function fingerprinter(): Fingerprinter {
  const reader = wordReader();
  const numbers = new Uint32Array(RUNS + SAMPLE + 1);
  let count = 0;
  return {
    numbers,
    read(bytes, from, to) {
      count = reader.read(bytes, from, to);
      const words = reader.words();
      let [first, second, unordered] = [count, 0x9e3779b9, 0];
      for (let nth = 0; nth < count; nth++) {
        const word = words[nth] ?? 0;
        first = Math.imul(first ^ word, 0x01000193);
        second = Math.imul(((second << 5) | (second >>> 27)) ^ word, 0x9e3779b1);
        unordered = (unordered + word) | 0;
      }
      // The lowest bits are in no key: they say how many words there are.
      numbers[FIRST] = (mix(first) & ~COUNT) | Math.min(count, FEWEST_WORDS);
      numbers[SECOND] = mix(second);
      numbers[UNORDERED] = unordered;
      return keyOf(numbers, 0);
    },
    print() {
      const words = reader.words();
      const end = count < FEWEST_WORDS ? 0 : Math.min(count, MOST_WORDS);
      let kept = 0;
      for (let at = RUN - 1; at < end; at++) {
        const before = Math.imul((words[at - 2] ?? 0) | 0, 961) + Math.imul((words[at - 1] ?? 0) | 0, 31);
        kept = keepLowest(numbers, kept, mix((before | 0) + ((words[at] ?? 0) | 0)));
      }
      return RUNS + kept;
    },
  };
}

/**
 * Puts a run among those that are kept, which are in ascending order and each there once, if it is among the
 * lowest; returns how many there are then. By insertion, since a view to sort takes longer to make.
 */
function keepLowest(numbers: Uint32Array, kept: number, run: number): number {
  const behind = RUNS + kept;
  if (kept === SAMPLE && run >= (numbers[behind - 1] ?? 0)) return kept;
  let place = behind;
  for (; place > RUNS && (numbers[place - 1] ?? 0) > run; place--) numbers[place] = numbers[place - 1] ?? 0;
  if (place > RUNS && numbers[place - 1] === run) {
    numbers.copyWithin(place, place + 1, behind + 1);
    return kept;
  }
  numbers[place] = run;
  return Math.min(SAMPLE, kept + 1);
}

/** A number for all words of the text whose fingerprint begins at a place. */
export function keyOf(numbers: Uint32Array, at: number): number {
  return ((numbers[at + FIRST] ?? 0) >>> 11) * 2 ** 32 + (numbers[at + SECOND] ?? 0);
}
