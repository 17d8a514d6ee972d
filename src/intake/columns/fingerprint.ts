import { mix, wordReader } from './words.ts';

/** What every fingerprint begins with: as many bytes as two numbers. */
const MARK = 'given\0\0\0';

/** How many numbers stand before the runs of a fingerprint: the mark, two for all words, and one for them in any order. */
const [WORDS, UNORDERED, HEAD] = [2, 4, 5];

/** Fewer words than this are no text of which two people could not have thought: "No", "I agree with all of this". */
export const FEWEST_WORDS = 8;

/** The bits of a fingerprint that hold how many words there are, as far as they are few. */
const COUNT = 0xf;

/** How many words stand in a run that two texts may share. */
const RUN = 3;

/** Of longer texts only so many words are compared; whether they are identical is of all. */
const MOST_WORDS = 1000;

/**
 * So many runs of a text are kept: all of those of 34 words. Of a longer text those with the lowest numbers are, which are a
 * random sample of them (bottom-k MinHash: Broder 1997), enough to tell how alike two are within some hundredths.
 */
export const SAMPLE = 32;

/** Reads texts one after the other. */
export interface Fingerprinter {
  /** A number for the words of a text: another one for other words, but for one chance in 2⁵³. */
  key(text: string): number;
  /**
   * The fingerprint of the text of which the key was last asked for, which is kept in its place: the same for two texts of the
   * same words, whatever their case, white space, punctuation and quotation marks, and of use to tell how alike two others
   * are (see `runReader`). The words cannot be read from it.
   */
  print(): string;
}

/** Reads texts in memory of its own, which is used again for each. */
export function fingerprinter(): Fingerprinter {
  const reader = wordReader();
  const numbers = new Uint32Array(HEAD + MOST_WORDS);
  const memory = Buffer.from(numbers.buffer);
  memory.write(MARK, 'latin1');
  let count = 0;
  return {
    key(text) {
      count = reader.read(text);
      const words = reader.words();
      let [first, second, unordered] = [count, 0x9e3779b9, 0];
      for (let nth = 0; nth < count; nth++) {
        const word = words[nth] ?? 0;
        first = Math.imul(first ^ word, 0x01000193);
        second = mix(Math.imul(second, 31) + word);
        unordered = (unordered + word) | 0;
      }
      // The lowest bits are in no key: they say how many words there are.
      numbers[WORDS] = (mix(first) & ~COUNT) | Math.min(count, FEWEST_WORDS);
      numbers[WORDS + 1] = second;
      numbers[UNORDERED] = unordered;
      return keyOf(numbers);
    },
    print() {
      const words = reader.words();
      let length = count < FEWEST_WORDS ? 0 : Math.min(count, MOST_WORDS) - RUN + 1;
      for (let at = 0; at < length; at++) {
        let run = 0;
        for (let nth = 0; nth < RUN; nth++) run = Math.imul(run, 31) + (words[at + nth] ?? 0);
        numbers[HEAD + at] = mix(run);
      }
      if (length > SAMPLE)
        length = Math.min(SAMPLE, sortedRuns(numbers.subarray(HEAD, HEAD + length)).length);
      return memory.toString('latin1', 0, 4 * (HEAD + length));
    },
  };
}

function keyOf(numbers: Uint32Array): number {
  return ((numbers[WORDS] ?? 0) >>> 11) * 2 ** 32 + (numbers[WORDS + 1] ?? 0);
}

/** Reads the keys of the texts behind fingerprints (see `Fingerprinter`). */
export function keyReader(): (print: string) => number {
  return headReader(keyOf);
}

/** Reads a number for the words behind fingerprints that is the same in whatever order they stand. */
export function unorderedReader(): (print: string) => number {
  return headReader((numbers) => numbers[UNORDERED] ?? 0);
}

/** Reads one number from those that stand before the runs of fingerprints. */
function headReader(numberOf: (numbers: Uint32Array) => number): (print: string) => number {
  const numbers = new Uint32Array(HEAD);
  const memory = Buffer.from(numbers.buffer);
  return (print) => {
    memory.write(print, 'latin1');
    return numberOf(numbers);
  };
}

/** Runs in ascending order, each of them once; they are put in that order where they are. */
export function sortedRuns(runs: Uint32Array): Uint32Array {
  runs.sort();
  let length = 0;
  for (let at = 0; at < runs.length; at++) {
    const run = runs[at] ?? 0;
    if (length === 0 || run !== runs[length - 1]) runs[length++] = run;
  }
  return runs.subarray(0, length);
}

/** Whether a value stands for a text that was not kept. */
export function isFingerprint(value: string): boolean {
  return value.startsWith(MARK);
}

/** How many runs of words a fingerprint has, at most `SAMPLE`; none where the text is short. */
export function countRuns(print: string): number {
  return print.length / 4 - HEAD;
}

/** 1 for each fingerprint that has runs. (`Uint8Array.from` would make a list of all of them first.) */
export function areLong(prints: readonly string[]): Uint8Array {
  const long = new Uint8Array(prints.length);
  for (let text = 0; text < prints.length; text++) long[text] = countRuns(prints[text] ?? '') > 0 ? 1 : 0;
  return long;
}

/** How many words the text behind a fingerprint has, those beyond `FEWEST_WORDS` not counted. */
export function countWords(print: string): number {
  return print.charCodeAt(4 * WORDS) & COUNT;
}

/** Reads the runs of words of the texts behind fingerprints, each as a number: in any order, and some of them twice. */
export function runReader(): (print: string) => Uint32Array {
  const numbers = new Uint32Array(HEAD + SAMPLE);
  const memory = Buffer.from(numbers.buffer);
  // A view for each number of runs: making one takes longer than reading.
  const views = Array.from({ length: SAMPLE + 1 }, (_, length) => numbers.subarray(HEAD, HEAD + length));
  return (print) => {
    memory.write(print, 'latin1');
    return views[countRuns(print)] ?? numbers;
  };
}
