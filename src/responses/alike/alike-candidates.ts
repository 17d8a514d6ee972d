import { type Prints, firstRunOf, pageOf } from '../../intake/columns/prints.ts';
import { mix } from '../../intake/columns/words.ts';

/** Texts are sifted again as long as no more than this part of them is left. */
const WORTHWHILE = 0.9;

/**
 * How many numbers a table has, a power of 2: one for each thing that is looked for at once; at the most they
 * take up 64 MB.
 */
const [FEWEST_PLACES, MOST_PLACES] = [2 ** 10, 2 ** 24];

/**
 * How many slices things are looked for in: in a smaller table they are found sooner, and after each slice
 * fewer texts are left.
 */
const [FEWEST_SLICES, MOST_SLICES] = [4, 64];

/** What of a text is looked for in others, and how much of it has to be there, of so many runs. */
interface Sought {
  /** Whether it is pairs of runs of words, each with the next in ascending order, or the runs themselves. */
  readonly arePairs: boolean;
  readonly fewest: (runs: number) => number;
}

/**
 * The texts, as positions among fingerprints, of which so many runs, and so many pairs of them, are in others
 * too that they may be alike one. Two texts that share `part` of all runs that either has share at least that
 * part of the runs of each. Where one has m and the other n and they share k, every run that one of them
 * lacks can stand between two that both have: at least k − 1 − (m − k) − (n − k) pairs are in both, which is
 * no less than (2 × part − 1) n − 1. Most texts go at once, since most of what people write nobody else does;
 * runs alone do not tell it of millions of texts, of which nearly all are of usual runs. What is left is
 * sifted again by itself, as the cores of graphs are found (Seidman 1983). None that is alike another is
 * lost. `mostPlaces` is how large a table may be, a power of 2.
 */
export function alikeCandidates(prints: Prints, part: number, mostPlaces: number = MOST_PLACES): Uint32Array {
  const runs: Sought = { arePairs: false, fewest: (count) => part * count };
  const pairs: Sought = { arePairs: true, fewest: (count) => (2 * part - 1) * count - 1 };
  let left = longTexts(prints);
  for (;;) {
    const kept = sift(prints, sift(prints, left, pairs, mostPlaces), runs, mostPlaces);
    if (kept.length >= WORTHWHILE * left.length) return kept;
    left = kept;
  }
}

/**
 * Each thing has three bits in one number of a table: in its lower half for having been met, in its upper
 * half for having been met again. Others may have the same bits, and then each is taken for one that stands
 * in several texts (Bloom 1970), so that which texts are left does not depend on their order. Runs are in
 * ascending order: those of one slice stand together.
 */
function sift(
  prints: Prints,
  texts: Uint32Array,
  { arePairs, fewest }: Sought,
  mostPlaces: number,
): Uint32Array<ArrayBuffer> {
  const all = countRuns(prints, texts);
  const wanted = 2 ** Math.ceil(Math.log2(all / FEWEST_SLICES + FEWEST_PLACES));
  const met = new Uint32Array(Math.min(mostPlaces, wanted));
  const slices = Math.min(MOST_SLICES, Math.ceil(all / met.length));
  const left = texts.slice();
  let count = left.length;
  /** Of each text how many runs have been looked at, and how much of what is sought is in others too. */
  const [done, shared] = [new Uint8Array(count), new Uint8Array(count)];
  const keyOf = (page: Uint32Array, at: number): number =>
    arePairs ? mix(Math.imul(page[at] ?? 0, 31) + (page[at + 1] ?? 0)) : (page[at] ?? 0);
  /** How much is sought in a text of so many runs. */
  const soughtOf = (runs: number) => (arePairs ? runs - 1 : runs);

  function meet(nth: number, sliceEnd: number): void {
    const text = left[nth] ?? 0;
    const page = pageOf(prints, text);
    const first = firstRunOf(prints, text);
    const end = first + soughtOf(prints.runs[text] ?? 0);
    for (let at = first + (done[nth] ?? 0); at < end && (page[at] ?? 0) < sliceEnd; at++) {
      const key = keyOf(page, at);
      const [place, bits] = [key & (met.length - 1), bitsOf(key)];
      const before = met[place] ?? 0;
      met[place] = before | bits | ((before & bits) << 16);
    }
  }

  /**
   * Keeps a text, in the place of the `kept`th, if enough of it is or may still be met again; returns how
   * many are kept then.
   */
  function look(nth: number, sliceEnd: number, kept: number): number {
    const text = left[nth] ?? 0;
    const page = pageOf(prints, text);
    const first = firstRunOf(prints, text);
    const runs = prints.runs[text] ?? 0;
    const end = first + soughtOf(runs);
    const needed = fewest(runs) - 1e-9;
    let found = shared[nth] ?? 0;
    let at = first + (done[nth] ?? 0);
    for (; at < end && (page[at] ?? 0) < sliceEnd && found + end - at >= needed; at++) {
      const key = keyOf(page, at);
      const bits = bitsOf(key);
      if ((((met[key & (met.length - 1)] ?? 0) >>> 16) & bits) === bits) found++;
    }
    if (found + end - at < needed) return kept;
    left[kept] = text;
    done[kept] = at - first;
    shared[kept] = found;
    return kept + 1;
  }

  for (const sliceEnd of sliceEnds(prints, texts, all, slices)) {
    met.fill(0);
    for (let nth = 0; nth < count; nth++) meet(nth, sliceEnd);
    let kept = 0;
    for (let nth = 0; nth < count; nth++) kept = look(nth, sliceEnd, kept);
    count = kept;
  }
  return left.slice(0, count);
}

/** Three of sixteen bits. */
function bitsOf(key: number): number {
  const hash = Math.imul(key, 0x9e3779b1);
  return (1 << (hash >>> 28)) | (1 << ((hash >>> 24) & 0xf)) | (1 << ((hash >>> 20) & 0xf));
}

/** Where slices of runs end, in each of which there are about as many, of so many in all. */
function sliceEnds(prints: Prints, texts: Uint32Array, all: number, slices: number): number[] {
  const counts = new Uint32Array(2 ** 12);
  for (const text of texts) {
    const page = pageOf(prints, text);
    const first = firstRunOf(prints, text);
    const end = first + (prints.runs[text] ?? 0);
    for (let at = first; at < end; at++) {
      const bin = (page[at] ?? 0) >>> 20;
      counts[bin] = (counts[bin] ?? 0) + 1;
    }
  }
  const ends: number[] = [];
  let sum = 0;
  for (const [bin, count] of counts.entries()) {
    sum += count;
    if (sum * slices >= all * (ends.length + 1) && ends.length < slices - 1) ends.push((bin + 1) * 2 ** 20);
  }
  return [...ends, 2 ** 32];
}

function countRuns({ runs }: Prints, texts: Uint32Array): number {
  let sum = 0;
  for (const text of texts) sum += runs[text] ?? 0;
  return sum;
}

/** The texts that have runs. */
function longTexts({ runs }: Prints): Uint32Array<ArrayBuffer> {
  const long = new Uint32Array(runs.length);
  let count = 0;
  for (let text = 0; text < runs.length; text++) if ((runs[text] ?? 0) > 0) long[count++] = text;
  return long.subarray(0, count);
}
