/** What every fingerprint begins with. */
const MARK = 'given\0';

/** Fewer words than this are no text of which two people could not have thought: "No", "I agree with all of this". */
const FEWEST_WORDS = 8;

/** How many words stand in a run that two texts may share. */
const RUN = 3;

/** Of longer texts only so many words are compared, which keeps a fingerprint small; whether they are identical is of all. */
const MOST_WORDS = 1000;

const WORD = 1;
const INSIDE = 2;
const BETWEEN = 3;

/** What each character is, as far as it was met: part of a word, a mark inside one (don’t), or what stands between words. */
const kinds = new Uint8Array(0x10000);

function kindOf(code: number): number {
  const character = String.fromCharCode(code);
  if (/[\p{L}\p{N}\p{M}]/u.test(character)) return WORD;
  return /['’‘`´\u00ad\u200b-\u200d\u2060\ufeff]/u.test(character) ? INSIDE : BETWEEN;
}

/**
 * What is kept of a text in its place: the same for two texts of the same words, whatever their case, white space,
 * punctuation and quotation marks, and of use to tell how alike two others are (see `runsOf`). The words cannot be read
 * from it.
 */
export function fingerprint(text: string): string {
  const words = wordHashes(text);
  let [first, second] = [words.length, 0x9e3779b9];
  for (const word of words) {
    first = Math.imul(first ^ word, 0x01000193);
    second = mix(Math.imul(second, 31) + word);
  }
  const runs = words.length < FEWEST_WORDS ? [] : runHashes(words);
  const halves: number[] = [];
  for (const hash of [mix(first), second]) halves.push(hash >>> 16, hash & 0xffff);
  let last = -1;
  for (const run of runs) {
    if (run !== last) halves.push(run >>> 16, run & 0xffff);
    last = run;
  }
  return MARK + String.fromCharCode(...halves);
}

/** Whether a value stands for a text that was not kept. */
export function isFingerprint(value: string): boolean {
  return value.startsWith(MARK);
}

/** The runs of words of the text behind a fingerprint, as ascending numbers; none where the text is short. */
export function runsOf(print: string): Uint32Array {
  const start = MARK.length + 4;
  return Uint32Array.from(
    { length: (print.length - start) / 2 },
    (_, nth) => ((print.charCodeAt(start + 2 * nth) << 16) | print.charCodeAt(start + 2 * nth + 1)) >>> 0,
  );
}

/** A number for each word, by FNV-1a (Fowler, Noll and Vo). */
function wordHashes(text: string): number[] {
  const plain = /[^\0-\x7f]/u.test(text) ? text.normalize('NFKC').toLowerCase() : text.toLowerCase();
  const words: number[] = [];
  let hash = 0;
  for (let at = 0; at < plain.length; at++) {
    const code = plain.charCodeAt(at);
    const kind = kinds[code] || (kinds[code] = kindOf(code));
    if (kind === WORD) hash = Math.imul((hash || 0x811c9dc5) ^ code, 0x01000193);
    else if (kind === BETWEEN && hash !== 0) {
      words.push(mix(hash));
      hash = 0;
    }
  }
  if (hash !== 0) words.push(mix(hash));
  return words;
}

/** The runs of words, ascending. */
function runHashes(words: readonly number[]): Uint32Array {
  const length = Math.min(words.length, MOST_WORDS) - RUN + 1;
  const runs = new Uint32Array(length);
  for (let at = 0; at < length; at++) {
    let hash = 0;
    for (let nth = 0; nth < RUN; nth++) hash = mix(Math.imul(hash, 31) + (words[at + nth] ?? 0));
    runs[at] = hash;
  }
  return runs.toSorted();
}

/** Spreads the bits of a number (the finaliser of MurmurHash3, Appleby). */
function mix(number: number): number {
  let hash = number | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
