import { twiceAsLong } from '../records/line-breaks.ts';

/** Reads the words of texts, one text after the other. */
export interface WordReader {
  /** Reads the text between two places of these bytes, which are UTF-8, and says how many words are in it. */
  read(bytes: Buffer, from: number, to: number): number;
  /** A number for each word of the text that was read last; what comes after them means nothing. */
  words(): Uint32Array;
}

/**
 * What a character is where it is no part of a word: it stands between words; it is a mark inside one
 * (don’t); or it may be another one once the text is normalised.
 */
const [BETWEEN, INSIDE, UNSETTLED] = [0xffff, 0xfffe, 0xfffd];

/**
 * What a word begins from by FNV-1a (Fowler, Noll and Vo), the hash that is made of its letters, and what it
 * is multiplied by.
 */
const [NO_LETTERS, PRIME] = [0x811c9dc5 | 0, 0x01000193];

/** The characters of western European languages come before this one. */
const LATIN = 0x180;

/** Half of one of the characters that take four bytes, all of which are unsettled. */
const HALF = 0xd800;

const SPACE = 0x20;

/** What stands in a word for each letter and digit of ASCII, by its byte; 0 for other bytes. */
const asciiLetters = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte < 0x80 && meaning(byte) < UNSETTLED ? meaning(byte) : 0,
);

/** Meanings with room for that of a higher character. */
function roomFor(code: number, meanings: Uint16Array): Uint16Array<ArrayBuffer> {
  const more = new Uint16Array(Math.min(2 * code, 0x10000));
  more.set(meanings);
  return more;
}

/** What stands for a character in a word, in lower case; never 0. */
function meaning(code: number): number {
  const character = String.fromCharCode(code);
  if (/[\p{L}\p{N}\p{M}]/u.test(character)) return character.toLowerCase().charCodeAt(0);
  return /['’‘`´\u00ad\u200b-\u200d\u2060\ufeff]/u.test(character) ? INSIDE : BETWEEN;
}

/**
 * Whether a text with this character may be another one once it is normalised (NFKC) and in lower case: the
 * character has several spellings, is half of one, combines with the one before it as marks and Korean
 * letters do, or depends on its place in a word (Σ).
 */
function isUnsettled(code: number): boolean {
  const character = String.fromCharCode(code);
  if (character.normalize('NFKC') !== character || character.toLowerCase().length > 1) return true;
  return /[\p{M}\p{Cs}\u1100-\u11ff\u03a3]/u.test(character);
}

/**
 * Words are the same whatever their case and the marks inside them. Texts are read as bytes, as they stand in
 * files, since making strings of them takes longer; and few are normalised, since few need it.
 */
export function wordReader(): WordReader {
  /**
   * What each character is, 0 until it has been met, as far as the highest met; and what those are that are
   * unsettled, once they are normalised. There are as many readers as columns of free text, and most meet few
   * characters.
   */
  let meanings = new Uint16Array(LATIN);
  const normalised = new Map<number, number>();
  let words = new Uint32Array(64);
  let count = 0;

  function learn(code: number): number {
    if (code >= meanings.length) meanings = roomFor(code, meanings);
    if (isUnsettled(code)) normalised.set(code, meaning(code));
    return (meanings[code] = normalised.has(code) ? UNSETTLED : meaning(code));
  }

  function take(word: number): void {
    if (count === words.length) words = twiceAsLong(words);
    words[count++] = mix(word);
  }

  /** Reads a text as it is; returns whether that will do, or whether it is to be normalised first. */
  function split(bytes: Buffer, from: number, to: number, isNormalised: boolean): boolean {
    count = 0;
    let word = NO_LETTERS;
    for (let at = from; at < to; at++) {
      let code = bytes[at] ?? 0;
      // Nearly all letters are of ASCII, and settled.
      for (let letter = asciiLetters[code] ?? 0; letter !== 0; letter = asciiLetters[code] ?? 0) {
        word = Math.imul(word ^ letter, PRIME);
        code = ++at < to ? (bytes[at] ?? 0) : SPACE;
      }
      if (code >= 0xf0) {
        code = HALF;
        at += 3;
      } else if (code >= 0xe0) {
        code = ((code & 0xf) << 12) | (((bytes[at + 1] ?? 0) & 0x3f) << 6) | ((bytes[at + 2] ?? 0) & 0x3f);
        at += 2;
      } else if (code >= 0x80) {
        code = ((code & 0x1f) << 6) | ((bytes[++at] ?? 0) & 0x3f);
      }
      let letter = meanings[code] || learn(code);
      if (letter === UNSETTLED) {
        if (!isNormalised) return false;
        letter = normalised.get(code) ?? BETWEEN;
      }
      if (letter < UNSETTLED) word = Math.imul(word ^ letter, PRIME);
      else if (letter === BETWEEN && word !== NO_LETTERS) {
        take(word);
        word = NO_LETTERS;
      }
    }
    if (word !== NO_LETTERS) take(word);
    return true;
  }

  return {
    read(bytes, from, to) {
      if (!split(bytes, from, to, false)) {
        const text = bytes.toString('utf8', from, to).normalize('NFKC').toLowerCase();
        const normal = Buffer.from(text);
        split(normal, 0, normal.length, true);
      }
      return count;
    },
    words: () => words,
  };
}

/** Spreads the bits of a number (the finaliser of MurmurHash3, Appleby). */
export function mix(number: number): number {
  let hash = number | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
