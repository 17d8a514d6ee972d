import { type Prints, firstRunOf, pageOf } from '../../intake/columns/prints.ts';
import { mix } from '../../intake/columns/words.ts';

/** Texts are sifted again as long as no more than this part of them is left. */
const WORTHWHILE = 0.9;

/** How many places there are for each thing looked for, so that few share one; at least; and at the most: these take up 128 MB. */
const [PLACES_FOR_EACH, FEWEST_PLACES, MOST_PLACES] = [8, 2 ** 18, 2 ** 29];

/** As many as the bits of a run that tell its slice have values. */
const MOST_SLICES = 32;

/** What of a text is looked for in others, and how much of it has to be there, of so many runs. */
interface Sought {
  /** Whether it is pairs of runs of words, each with the next in ascending order, or the runs themselves. */
  readonly arePairs: boolean;
  readonly fewest: (runs: number) => number;
}

/**
 * The texts, as positions among fingerprints, of which so many runs, and so many pairs of them, are in others too that they may be
 * alike one. Two texts that share `part` of all runs that either has share at least that part of the runs of each. Where one has m
 * and the other n and they share k, every run that one of them lacks can stand between two that both have: at least
 * k − 1 − (m − k) − (n − k) pairs are in both, which is no less than (2 × part − 1) n − 1. Most texts go at once, since most of what
 * people write nobody else does; runs alone do not tell it of millions of texts, of which nearly all are of usual runs. What
 * is left is sifted again by itself, as the cores of graphs are found (Seidman 1983). None that is alike another is lost.
 * `mostPlaces` is how large a table may be, a power of 2.
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
 * A table has two bits for all that is sought: whether it was met, and whether again. Two runs may have the same place in it, and
 * then each is taken for one that stands in several texts (Bloom 1970). Where there is more than a table has room for, what is
 * in one slice is looked at after what is in another.
 */
function sift(
  prints: Prints,
  texts: Uint32Array,
  { arePairs, fewest }: Sought,
  mostPlaces: number,
): Uint32Array<ArrayBuffer> {
  const all = texts.reduce((sum, text) => sum + (prints.runs[text] ?? 0), 0);
  const wanted = 2 ** Math.ceil(Math.log2(PLACES_FOR_EACH * all + FEWEST_PLACES));
  const places = Math.min(mostPlaces, wanted);
  const slices = Math.min(MOST_SLICES, wanted / places);
  const met = new Uint8Array(places / 4);
  /** How much of what is sought in each text is in others too. */
  const shared = new Uint8Array(texts.length);

  /**
   * Looks at what is in one slice of a text, and says how much of it was met in others; or where `isFirst` meets it. Of a
   * text in which too little was, not all is looked at where there is one slice.
   */
  function look(text: number, slice: number, isFirst: boolean): number {
    const page = pageOf(prints, text);
    const first = firstRunOf(prints, text);
    const last = first + (prints.runs[text] ?? 0) - 1;
    const needed = isFirst || slices > 1 ? 0 : fewest(countRuns(prints, text)) - 1e-9;
    let count = 0;
    for (let at = first; at <= last && count + last - at + 1 >= needed; at++) {
      const run = page[at] ?? 0;
      if (slices > 1 && ((run >>> 27) & (slices - 1)) !== slice) continue;
      const next = at < last ? (page[at + 1] ?? 0) : run + 1;
      if (run === next || (arePairs && at === last)) continue;
      const place = (arePairs ? mix(Math.imul(run, 31) + next) : run) & (places - 1);
      const shift = (place & 3) * 2;
      const before = met[place >>> 2] ?? 0;
      if (isFirst) met[place >>> 2] = before | ((1 + ((before >>> shift) & 1)) << shift);
      else count += (before >>> (shift + 1)) & 1;
    }
    return count;
  }

  for (let slice = 0; slice < slices; slice++) {
    met.fill(0);
    for (let at = 0; at < texts.length; at++) look(texts[at] ?? 0, slice, true);
    for (let at = 0; at < texts.length; at++)
      shared[at] = (shared[at] ?? 0) + look(texts[at] ?? 0, slice, false);
  }
  return texts.filter((text, at) => (shared[at] ?? 0) >= fewest(countRuns(prints, text)) - 1e-9);
}

/** How many different runs a text has. */
function countRuns(prints: Prints, text: number): number {
  const page = pageOf(prints, text);
  const first = firstRunOf(prints, text);
  const behind = first + (prints.runs[text] ?? 0);
  let count = 1;
  for (let at = first + 1; at < behind; at++) if (page[at] !== page[at - 1]) count++;
  return count;
}

/** The texts that have runs. */
function longTexts({ runs }: Prints): Uint32Array<ArrayBuffer> {
  const long = new Uint32Array(runs.length);
  let count = 0;
  for (let text = 0; text < runs.length; text++) if ((runs[text] ?? 0) > 0) long[count++] = text;
  return long.subarray(0, count);
}
