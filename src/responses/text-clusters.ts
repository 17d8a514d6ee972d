import { SAMPLE, countRuns, runAt } from '../intake/fingerprint.ts';
import { twiceAsLong } from '../intake/line-breaks.ts';

/** One distinct text: its fingerprint, and how many responses gave it. */
export interface Text {
  readonly print: string;
  readonly responses: number;
}

/** Two texts are alike when they share this part of the runs of words that either has (Jaccard's index). */
const ALIKE = 0.6;

/** Of texts that are not alike but have a run in common, so many are compared: those that were given most often. */
const MOST_WITH_RUN = 6;

/**
 * Which of some distinct texts each is most alike: its own position where there is none. The texts of a cluster are all
 * alike the one that was given most often, not only alike each other in a chain.
 *
 * None is taken for alike without being compared. Two of n runs that are alike must share one of the first n − 0.6n + 1, in any
 * one order of the runs (prefix filtering: Chaudhuri, Ganti and Kaushik, ICDE 2006; Bayardo, Ma and Srikant, WWW 2007), and
 * most likely share most of these: only those that share a quarter of them are compared. Texts without runs, which are short,
 * are alike none.
 */
export function clusterTexts(texts: readonly Text[]): Int32Array {
  const index = runIndex(texts);
  const leaderOf = Int32Array.from(texts, (_, text) => text);
  const order = leaderOf.toSorted((a, b) => compareTexts(texts[a] as Text, texts[b] as Text));
  const hits = new Uint8Array(texts.length);
  for (const text of order) {
    const { print } = texts[text] as Text;
    const met: number[] = [];
    index.lookUp(print, (leader) => {
      if (hits[leader] === 0) met.push(leader);
      hits[leader] = (hits[leader] ?? 0) + 1;
    });
    const fewest = (prefixOf(print) - 3) / 4;
    let best = 0;
    for (const leader of met) {
      const share = (hits[leader] ?? 0) < fewest ? 0 : sharedPart(print, (texts[leader] as Text).print);
      hits[leader] = 0;
      if (share < ALIKE || share <= best) continue;
      best = share;
      leaderOf[text] = leader;
    }
    if (best === 0) index.add(print, text);
  }
  return leaderOf;
}

/** The most frequent first, ties by fingerprint: whatever the order of the rows. */
function compareTexts(a: Text, b: Text): number {
  return b.responses - a.responses || (a.print < b.print ? -1 : 1);
}

/** How many of the first runs of a text any text that is alike must share one of. */
function prefixOf(print: string): number {
  const runs = countRuns(print);
  return runs === 0 ? 0 : runs - Math.ceil(ALIKE * runs - 1e-9) + 1;
}

interface RunIndex {
  /** Visits the texts that share one of the first runs of a text, one after the other for each that they share. */
  lookUp(print: string, visit: (text: number) => void): void;
  add(print: string, text: number): void;
}

/** The texts that were added, by their first runs that other texts have too. Runs may be taken for one another. */
function runIndex(texts: readonly Text[]): RunIndex {
  const all = texts.reduce((sum, { print }) => sum + prefixOf(print), 0);
  const size = 2 ** Math.min(24, Math.max(4, Math.ceil(Math.log2(2 * all + 1))));
  const shared = new Uint8Array(size);
  const slotOf = (print: string, nth: number) => runAt(print, nth) & (size - 1);
  for (const { print } of texts) {
    const prefix = prefixOf(print);
    for (let nth = 0; nth < prefix; nth++) {
      const slot = slotOf(print, nth);
      shared[slot] = shared[slot] === 0 ? 1 : 2;
    }
  }
  // Lists of texts: the place of the last one of each slot, of each place its text, and the place of the one before.
  const last = new Int32Array(size);
  const lengths = new Uint8Array(size);
  let [listed, before] = [new Uint32Array(1024), new Uint32Array(1024)];
  let places = 1;
  return {
    lookUp(print, visit) {
      const prefix = prefixOf(print);
      for (let nth = 0; nth < prefix; nth++) {
        const slot = slotOf(print, nth);
        let place = last[slot] ?? 0;
        for (; place > 0; place = before[place] ?? 0) visit(listed[place] ?? 0);
      }
    },
    add(print, text) {
      const prefix = prefixOf(print);
      for (let nth = 0; nth < prefix; nth++) {
        const slot = slotOf(print, nth);
        if (shared[slot] !== 2 || lengths[slot] === MOST_WITH_RUN) continue;
        lengths[slot] = (lengths[slot] ?? 0) + 1;
        if (places === listed.length) [listed, before] = [twiceAsLong(listed), twiceAsLong(before)];
        listed[places] = text;
        before[places] = last[slot] ?? 0;
        last[slot] = places++;
      }
    },
  };
}

/** How many runs two texts share, out of those that either has, 0 to 1; of long texts, out of the lowest of these. */
function sharedPart(a: string, b: string): number {
  const [first, second] = [countRuns(a), countRuns(b)];
  if (Math.min(first, second) < ALIKE * Math.max(first, second)) return 0;
  const most = Math.max(first, second) < SAMPLE ? Infinity : SAMPLE;
  const mostUnshared = ((1 - ALIKE) / (1 + ALIKE)) * (first + second);
  let [shared, either, left, right] = [0, 0, 0, 0];
  while (left < first && right < second && either < most) {
    const [one, other] = [runAt(a, left), runAt(b, right)];
    either++;
    if (one === other) shared++;
    else if (either - shared > mostUnshared) return 0;
    if (one <= other) left++;
    if (other <= one) right++;
  }
  return shared / Math.min(most, either + first - left + second - right);
}
