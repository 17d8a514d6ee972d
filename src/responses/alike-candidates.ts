import { countRuns, runReader } from '../intake/fingerprint.ts';

/** Texts are sifted again as long as no more than this part of them is left. */
const WORTHWHILE = 0.9;

/** How many places there are for a run, so that few share one; and the most that there are, which take up 32 MB. */
const [PLACES_FOR_RUN, MOST_PLACES] = [4, 2 ** 27];

/**
 * The texts, as positions among fingerprints, of which so great a part of the runs of words stands in others too that they may
 * be alike one: two texts that share a part of all runs of both share at least that part of the runs of each. Most texts
 * go at once, since most of what people write nobody else does. What is left is sifted again by itself, as the cores of graphs
 * are found (Seidman 1983). None that is alike another is lost.
 */
export function alikeCandidates(prints: readonly string[], part: number): Uint32Array {
  let left = new Uint32Array(prints.length)
    .map((_, text) => text)
    .filter((text) => countRuns(prints[text] ?? '') > 0);
  for (;;) {
    const kept = sift(prints, left, part);
    if (kept.length >= WORTHWHILE * left.length) return kept;
    left = kept;
  }
}

/**
 * A table has two bits for every run: whether it was met, and whether again. Two runs may have the same place in it, and then
 * each is taken for one that stands in several texts (Bloom 1970).
 */
function sift(prints: readonly string[], texts: Uint32Array, part: number): Uint32Array<ArrayBuffer> {
  const read = runReader();
  const all = texts.reduce((sum, text) => sum + countRuns(prints[text] ?? ''), 0);
  const places = Math.min(MOST_PLACES, 2 ** Math.ceil(Math.log2(PLACES_FOR_RUN * all + 16)));
  const met = new Uint32Array(places / 16);
  for (const text of texts) {
    const runs = read(prints[text] ?? '');
    for (let nth = 0; nth < runs.length; nth++) {
      const place = (runs[nth] ?? 0) & (places - 1);
      const [at, shift] = [place >>> 4, (place & 15) * 2];
      const before = met[at] ?? 0;
      met[at] = before | ((1 + ((before >>> shift) & 1)) << shift);
    }
  }
  return texts.filter((text) => {
    const runs = read(prints[text] ?? '');
    let others = (1 - part) * runs.length + 1e-9;
    for (let nth = 0; nth < runs.length && others >= 0; nth++) {
      const place = (runs[nth] ?? 0) & (places - 1);
      if ((((met[place >>> 4] ?? 0) >>> ((place & 15) * 2)) & 2) === 0) others--;
    }
    return others >= 0;
  });
}
