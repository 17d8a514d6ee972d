import { SAMPLE } from '../../intake/columns/fingerprint.ts';
import { type Prints, firstRunOf, pageOf, textKey } from '../../intake/columns/prints.ts';

/** Texts are sifted again as long as no more than this part of them is left. */
const WORTHWHILE = 0.9;

/** How many places there are for each thing looked for, so that few share one; at least; and at the most: these take up 4 MB. */
const [PLACES_FOR_EACH, FEWEST_PLACES, MOST_PLACES] = [6, 2 ** 18, 2 ** 25];

/** Texts, as positions among fingerprints. */
type Texts = Uint32Array<ArrayBuffer>;

/** What of a text is looked for in others, and how much of it has to be there, of so many runs. */
interface Sought {
  /** Whether it is pairs of runs of words, each with the next in ascending order, or the runs themselves. */
  readonly arePairs: boolean;
  readonly fewest: (runs: number) => number;
}

/**
 * The texts of which so many runs, and so many pairs of them, are in others too that they may be alike one. Two texts that share `part` of all runs that either has share at least that part of the runs of each. Where one has m
 * and the other n and they share k, every run that one of them lacks can stand between two that both have: at least
 * k − 1 − (m − k) − (n − k) pairs are in both, which is no less than (2 × part − 1) n − 1. Most texts go at once, since most of what
 * people write nobody else does; runs alone do not tell it of millions of texts, of which nearly all are of usual runs. What
 * is left is sifted again by itself, as the cores of graphs are found (Seidman 1983). None that is alike another is lost.
 * `mostPlaces` is how large a table may be, a power of 2.
 */
export function alikeCandidates(prints: Prints, part: number, mostPlaces: number = MOST_PLACES): Texts {
  const runs: Sought = { arePairs: false, fewest: (count) => part * count };
  const pairs: Sought = { arePairs: true, fewest: (count) => (2 * part - 1) * count - 1 };
  let left = inOwnOrder(prints, longTexts(prints));
  for (;;) {
    const kept = sift(prints, sift(prints, left, pairs, mostPlaces), runs, mostPlaces);
    if (kept.length >= WORTHWHILE * left.length) return kept;
    left = kept;
  }
}

/**
 * The texts of which enough is in others too. Of two that are alike, enough of the one that comes later is in those before it;
 * and enough of the other is in the few texts of which that is so.
 */
function sift(prints: Prints, texts: Texts, sought: Sought, mostPlaces: number): Texts {
  const later = thoseMet(prints, texts, undefined, sought, mostPlaces);
  return thoseMet(prints, texts, later, sought, mostPlaces);
}

/**
 * The texts of which enough is in some of them, themselves among these; or, where `some` is not given, in those before each. A table
 * has a bit for all that is sought: whether it was met. Two may have the same place in it, and then each is taken for the
 * other (Bloom 1970). What is in one slice is looked at after what is in another, since a small table stays in the cache.
 */
function thoseMet(
  prints: Prints,
  texts: Texts,
  some: Texts | undefined,
  { arePairs, fewest }: Sought,
  mostPlaces: number,
): Texts {
  const known = some ?? texts;
  const all = known.reduce((sum, text) => sum + (prints.runs[text] ?? 0), 0);
  const places = Math.min(mostPlaces, 2 ** Math.ceil(Math.log2(PLACES_FOR_EACH * all + FEWEST_PLACES)));
  const met = new Uint8Array(places / 8);
  const marking = some && passes(prints, some, arePairs, met);
  const counting = passes(prints, texts, arePairs, met);
  const room = places / PLACES_FOR_EACH;
  for (const end of all <= room ? [RANGES] : sliceEnds(countByRange(prints, known), room)) {
    met.fill(0);
    marking?.goOn(end, true);
    counting.goOn(end, some === undefined);
  }
  const needed = Float64Array.from({ length: SAMPLE + 1 }, (_, count) => fewest(count) - 1e-9);
  return texts.filter((text, at) => (counting.shared[at] ?? 0) >= (needed[prints.runs[text] ?? 0] ?? 0));
}

/** The ranges of runs, by their first bits, of which slices are made. */
const RANGE_BITS = 10;
const RANGES = 2 ** RANGE_BITS;

const rangeOf = (run: number) => run >>> (32 - RANGE_BITS);

/** How many runs there are in each range. */
function countByRange(prints: Prints, texts: Texts): Uint32Array {
  const counts = new Uint32Array(RANGES);
  for (let nth = 0; nth < texts.length; nth++) {
    const text = texts[nth] ?? 0;
    const page = pageOf(prints, text);
    const first = firstRunOf(prints, text);
    const behind = first + (prints.runs[text] ?? 0);
    for (let at = first; at < behind; at++) {
      const range = rangeOf(page[at] ?? 0);
      counts[range] = (counts[range] ?? 0) + 1;
    }
  }
  return counts;
}

/** The ranges at which slices end, each of so many runs at the most where a range has no more. */
function sliceEnds(counts: Uint32Array, most: number): number[] {
  const ends: number[] = [];
  let inSlice = 0;
  for (const [range, count] of counts.entries()) {
    if (inSlice > 0 && inSlice + count > most) {
      ends.push(range);
      inSlice = 0;
    }
    inSlice += count;
  }
  return [...ends, counts.length];
}

/** Goes through the runs of texts, which are in ascending order, one slice after the other. */
function passes(prints: Prints, texts: Texts, arePairs: boolean, met: Uint8Array) {
  const last = met.length * 8 - 1;
  /** How many runs of each text have been looked at, and how much of what is sought in it was met before. */
  const seen = new Uint8Array(texts.length);
  const shared = new Uint8Array(texts.length);

  /** Looks at the slice that ends before a range; `adds` where what is in it is met now. */
  function goOn(end: number, adds: boolean): void {
    for (let nth = 0; nth < texts.length; nth++) {
      const text = texts[nth] ?? 0;
      const page = pageOf(prints, text);
      const first = firstRunOf(prints, text);
      // The last run is in no pair with a next one.
      const behind = first + (prints.runs[text] ?? 0) - (arePairs ? 1 : 0);
      let at = first + (seen[nth] ?? 0);
      let count = 0;
      for (; at < behind; at++) {
        const run = page[at] ?? 0;
        if (rangeOf(run) >= end) break;
        const place = (arePairs ? Math.imul(run, 31) + (page[at + 1] ?? 0) : run) & last;
        const before = met[place >>> 3] ?? 0;
        count += (before >>> (place & 7)) & 1;
        if (adds) met[place >>> 3] = before | (1 << (place & 7));
      }
      seen[nth] = at - first;
      shared[nth] = (shared[nth] ?? 0) + count;
    }
  }

  return { goOn, shared };
}

/** Texts in an order that depends on their words alone, so that what is found does not depend on the order of the rows. */
function inOwnOrder(prints: Prints, texts: Texts): Texts {
  const places = 2 ** Math.max(22, Math.ceil(Math.log2(prints.runs.length + 1)));
  const hashes = 2 ** 53 / places;
  const rest = (number: number, divisor: number) => number - Math.floor(number / divisor) * divisor;
  const keys = Float64Array.from(
    texts,
    (text) => rest(textKey(prints, text), hashes) * places + text,
  ).toSorted();
  return texts.map((_, nth) => rest(keys[nth] ?? 0, places));
}

/** The texts that have runs. */
function longTexts({ runs }: Prints): Texts {
  const long = new Uint32Array(runs.length);
  let count = 0;
  for (let text = 0; text < runs.length; text++) if ((runs[text] ?? 0) > 0) long[count++] = text;
  return long.subarray(0, count);
}
