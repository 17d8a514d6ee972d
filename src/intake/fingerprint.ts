/** What every fingerprint begins with. */
const MARK = 'given\0';

/** Fewer words than this are no text of which two people could not have thought: "No", "I agree with all of this". */
const FEWEST_WORDS = 8;

/** How many words stand in a run that two texts may share. */
const RUN = 3;

/** Of longer texts only so many words are compared; whether they are identical is of all. */
const MOST_WORDS = 1000;

/**
 * So many runs of a text are kept, those with the lowest numbers, which are a random sample of them (bottom-k MinHash: Broder
 * 1997): all of those of 34 words, and enough of a longer text to tell how alike two are within some hundredths.
 */
export const SAMPLE = 32;

/** What a character is where it is no part of a word: it stands between words, or is a mark inside one (don’t). */
const [BETWEEN, INSIDE] = [0xffff, 0xfffe];

/** Reads texts one after the other. */
export interface Fingerprinter {
  /** A number for the words of a text: another one for other words, but for one chance in 2⁵³. */
  key(text: string): number;
  /** The fingerprint of the text of which the key was last asked for. */
  print(): string;
}

/** What stands for a character in a word, in lower case; never 0. */
function meaning(code: number): number {
  const character = String.fromCharCode(code);
  if (/[\p{L}\p{N}\p{M}]/u.test(character)) return character.toLowerCase().charCodeAt(0);
  return /['’‘`´\u00ad\u200b-\u200d\u2060\ufeff]/u.test(character) ? INSIDE : BETWEEN;
}

/** Reads texts in memory of its own, which is used again for each. */
export function fingerprinter(): Fingerprinter {
  /** What has been met: of the first characters, which most texts are made of, by their codes. */
  const ascii = new Uint16Array(128);
  const others = new Map<number, number>();
  /** What the fingerprint says: two numbers for all words, then the lowest runs, ascending. */
  const memory = Buffer.alloc(8 + 4 * (2 + SAMPLE));
  const numbers = new Uint32Array(memory.buffer, memory.byteOffset + 8, 2 + SAMPLE);
  // The mark stands before them, so that a fingerprint is made in one piece: two pieces take more memory.
  const start = 8 - MARK.length;
  memory.write(MARK, start, 'latin1');
  let words = new Uint32Array(64);
  let count = 0;

  function take(word: number): void {
    if (count === words.length) words = wider(words);
    words[count++] = mix(word);
  }

  function meaningOf(code: number): number {
    if (code < ascii.length) return ascii[code] || (ascii[code] = meaning(code));
    let found = others.get(code);
    if (found === undefined) others.set(code, (found = meaning(code)));
    return found;
  }

  function split(text: string): void {
    let hash = 0;
    for (let at = 0; at < text.length; at++) {
      const letter = meaningOf(text.charCodeAt(at));
      // By FNV-1a (Fowler, Noll and Vo).
      if (letter < INSIDE) hash = Math.imul((hash || 0x811c9dc5) ^ letter, 0x01000193);
      else if (letter === BETWEEN && hash !== 0) {
        take(hash);
        hash = 0;
      }
    }
    if (hash !== 0) take(hash);
  }

  return {
    key(text) {
      count = 0;
      split(/[^\0-\x7f]/u.test(text) ? text.normalize('NFKC').toLowerCase() : text);
      let [first, second] = [count, 0x9e3779b9];
      for (let nth = 0; nth < count; nth++) {
        const word = words[nth] ?? 0;
        first = Math.imul(first ^ word, 0x01000193);
        second = mix(Math.imul(second, 31) + word);
      }
      numbers[0] = mix(first);
      numbers[1] = second;
      return ((numbers[0] ?? 0) >>> 11) * 2 ** 32 + second;
    },
    print() {
      const length = count < FEWEST_WORDS ? 0 : Math.min(count, MOST_WORDS) - RUN + 1;
      let end = 2;
      for (let at = 0; at < length; at++) {
        let hash = 0;
        for (let nth = 0; nth < RUN; nth++) hash = Math.imul(hash, 31) + (words[at + nth] ?? 0);
        end = insert(numbers, end, mix(hash));
      }
      return memory.toString('latin1', start, 8 + 4 * end);
    },
  };
}

/** Puts a run in its place among the ascending ones before `end`, if it is new and one of the lowest; returns where they end. */
function insert(numbers: Uint32Array, end: number, run: number): number {
  let place = end;
  while (place > 2 && (numbers[place - 1] ?? 0) > run) place--;
  if (place === numbers.length || (place > 2 && numbers[place - 1] === run)) return end;
  const longer = Math.min(end + 1, numbers.length);
  numbers.copyWithin(place + 1, place, longer - 1);
  numbers[place] = run;
  return longer;
}

function wider(words: Uint32Array): Uint32Array<ArrayBuffer> {
  const longer = new Uint32Array(words.length * 2);
  longer.set(words);
  return longer;
}

/**
 * What is kept of a text in its place: the same for two texts of the same words, whatever their case, white space,
 * punctuation and quotation marks, and of use to tell how alike two others are (see `runAt`). The words cannot be read
 * from it.
 */
export function fingerprint(text: string): string {
  const reader = fingerprinter();
  reader.key(text);
  return reader.print();
}

/** Whether a value stands for a text that was not kept. */
export function isFingerprint(value: string): boolean {
  return value.startsWith(MARK);
}

/** How many runs of words a fingerprint has, at most `SAMPLE`; none where the text is short. */
export function countRuns(print: string): number {
  return (print.length - MARK.length) / 4 - 2;
}

/** One of the runs of words of the text behind a fingerprint, each as a number; they ascend. */
export function runAt(print: string, nth: number): number {
  const at = MARK.length + 8 + 4 * nth;
  const [high, low] = [print.charCodeAt(at + 3) << 8, print.charCodeAt(at + 1) << 8];
  return (((high | print.charCodeAt(at + 2)) << 16) | low | print.charCodeAt(at)) >>> 0;
}

/** Spreads the bits of a number (the finaliser of MurmurHash3, Appleby). */
function mix(number: number): number {
  let hash = number | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
