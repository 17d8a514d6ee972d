import { type Prints, firstRunOf, pageOf } from '../../intake/columns/prints.ts';

/** Texts are sifted again as long as no more than this part of them is left. */
const WORTHWHILE = 0.9;

/** How many places there are for a run, so that few share one; and the most that there are, which take up 32 MB. */
const [PLACES_FOR_RUN, MOST_PLACES] = [2, 2 ** 27];

/** As many as the bits of a run that say nothing of its place have values. */
const MOST_SLICES = 32;

/**
 * The texts, as positions among fingerprints, of which so great a part of the runs of words stands in others too that they may
 * be alike one: two texts that share a part of all runs of both share at least that part of the runs of each. Most texts
 * go at once, since most of what people write nobody else does. What is left is sifted again by itself, as the cores of graphs
 * are found (Seidman 1983). None that is alike another is lost. `mostPlaces` is how large a table may be, a power of 2.
 */
export function alikeCandidates(prints: Prints, part: number, mostPlaces: number = MOST_PLACES): Uint32Array {
  let left = longTexts(prints);
  for (;;) {
    const kept = sift(prints, left, part, mostPlaces);
    if (kept.length >= WORTHWHILE * left.length) return kept;
    left = kept;
  }
}

/**
 * A table has two bits for every run: whether it was met, and whether again. Two runs may have the same place in it, and then
 * each is taken for one that stands in several texts (Bloom 1970). Where there are more runs than a table has room for, those
 * of one slice are looked at after those of another.
 */
function sift(
  prints: Prints,
  texts: Uint32Array,
  part: number,
  mostPlaces: number,
): Uint32Array<ArrayBuffer> {
  const runsOf = (text: number) => prints.runs[text] ?? 0;
  const all = texts.reduce((sum, text) => sum + runsOf(text), 0);
  const wanted = 2 ** Math.ceil(Math.log2(PLACES_FOR_RUN * all + 16));
  const places = Math.min(mostPlaces, wanted);
  const slices = Math.min(MOST_SLICES, wanted / places);
  const met = new Uint8Array(places / 4);
  /** How many runs of each text no other has, as far as they have been counted; a text of too many is alike none. */
  const lone = new Uint8Array(texts.length);
  const mostLone = (at: number) => (1 - part) * runsOf(texts[at] ?? 0) + 1e-9;
  const isOut = (at: number) => (lone[at] ?? 0) > mostLone(at);
  const isInSlice = (run: number, slice: number) => slices === 1 || (run >>> 27) % slices === slice;

  function meet(text: number, slice: number): void {
    const page = pageOf(prints, text);
    const first = firstRunOf(prints, text);
    const behind = first + runsOf(text);
    for (let at = first; at < behind; at++) {
      const run = page[at] ?? 0;
      if (!isInSlice(run, slice)) continue;
      const place = run & (places - 1);
      const shift = (place & 3) * 2;
      const before = met[place >>> 2] ?? 0;
      met[place >>> 2] = before | ((1 + ((before >>> shift) & 1)) << shift);
    }
  }

  /** So many runs, and those of a text in this slice that no other has, as far as these are not too many. */
  function addLone(text: number, slice: number, before: number, most: number): number {
    let count = before;
    const page = pageOf(prints, text);
    const first = firstRunOf(prints, text);
    const behind = first + runsOf(text);
    for (let at = first; at < behind && count <= most; at++) {
      const run = page[at] ?? 0;
      if (!isInSlice(run, slice)) continue;
      const place = run & (places - 1);
      if ((((met[place >>> 2] ?? 0) >>> ((place & 3) * 2)) & 2) === 0) count++;
    }
    return count;
  }

  for (let slice = 0; slice < slices; slice++) {
    met.fill(0);
    for (let at = 0; at < texts.length; at++) if (!isOut(at)) meet(texts[at] ?? 0, slice);
    for (let at = 0; at < texts.length; at++)
      if (!isOut(at)) lone[at] = addLone(texts[at] ?? 0, slice, lone[at] ?? 0, mostLone(at));
  }
  return texts.filter((_, at) => !isOut(at));
}

/** The texts that have runs. */
function longTexts({ runs }: Prints): Uint32Array<ArrayBuffer> {
  const long = new Uint32Array(runs.length);
  let count = 0;
  for (let text = 0; text < runs.length; text++) if ((runs[text] ?? 0) > 0) long[count++] = text;
  return long.subarray(0, count);
}
