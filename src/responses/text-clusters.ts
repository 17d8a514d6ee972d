import { runsOf } from '../intake/fingerprint.ts';

/** One distinct text: its fingerprint, and how many responses gave it. */
export interface Text {
  readonly print: string;
  readonly responses: number;
}

/** Two texts are alike when they share this part of the runs of words that either has (Jaccard's index). */
const ALIKE = 0.6;

/**
 * Which of some distinct texts each is most alike: its own position where there is none. The texts of a cluster are all
 * alike the one that was given most often, not only alike each other in a chain.
 *
 * No two texts are overlooked, and none is taken for alike without being compared. Two that share so much must share one of
 * their rarest runs: only texts that do are compared (prefix filtering: Chaudhuri, Ganti and Kaushik, ICDE 2006; Bayardo,
 * Ma and Srikant, WWW 2007). Texts without runs, which are short, are alike none.
 */
export function clusterTexts(texts: readonly Text[]): Int32Array {
  const runs = texts.map(({ print }) => runsOf(print));
  const frequency = countRuns(runs);
  const slot = (run: number) => run & (frequency.length - 1);
  const rarity = (run: number) => frequency[slot(run)] ?? 0;
  const order = texts
    .map((_, text) => text)
    .toSorted((a, b) => compareTexts(texts[a] as Text, texts[b] as Text));
  const leaderOf = Int32Array.from(texts, (_, text) => text);
  const byRun = new Map<number, number[]>();
  const comparedWith = new Int32Array(texts.length).fill(-1);
  for (const text of order) {
    const own = runs[text] as Uint32Array;
    if (own.length === 0) continue;
    const rare = Array.from(own)
      .toSorted((a, b) => rarity(a) - rarity(b) || a - b)
      .slice(0, own.length - Math.ceil(ALIKE * own.length - 1e-9) + 1)
      .filter((run) => rarity(run) > 1);
    let best = 0;
    for (const run of rare) {
      for (const leader of byRun.get(run) ?? []) {
        if (comparedWith[leader] === text) continue;
        comparedWith[leader] = text;
        const share = sharedPart(own, runs[leader] as Uint32Array);
        if (share < ALIKE || share <= best) continue;
        best = share;
        leaderOf[text] = leader;
      }
    }
    if (best > 0) continue;
    for (const run of rare) {
      const leaders = byRun.get(run);
      if (leaders) leaders.push(text);
      else byRun.set(run, [text]);
    }
  }
  return leaderOf;
}

/** The most frequent first, ties by fingerprint: whatever the order of the rows. */
function compareTexts(a: Text, b: Text): number {
  return b.responses - a.responses || (a.print < b.print ? -1 : 1);
}

/** In about how many texts each run stands, at least in so many: runs that share a place are counted together. Stops at 255. */
function countRuns(runs: readonly Uint32Array[]): Uint8Array {
  let all = 0;
  for (const one of runs) all += one.length;
  const size = 2 ** Math.min(26, Math.max(4, Math.ceil(Math.log2(4 * all + 1))));
  const counts = new Uint8Array(size);
  for (const one of runs) {
    for (const run of one) {
      const at = run & (size - 1);
      if ((counts[at] ?? 0) < 255) counts[at] = (counts[at] ?? 0) + 1;
    }
  }
  return counts;
}

/** How many numbers two ascending lists share, out of those that either has: 0 to 1. */
function sharedPart(a: Uint32Array, b: Uint32Array): number {
  if (Math.min(a.length, b.length) < ALIKE * Math.max(a.length, b.length)) return 0;
  let [shared, left, right] = [0, 0, 0];
  while (left < a.length && right < b.length) {
    const [one, other] = [a[left] ?? 0, b[right] ?? 0];
    if (one === other) shared++;
    if (one <= other) left++;
    if (other <= one) right++;
  }
  return shared / (a.length + b.length - shared);
}
