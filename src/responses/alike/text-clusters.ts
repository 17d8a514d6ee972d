import { SAMPLE } from '../../intake/columns/fingerprint.ts';
import { type Prints, comparePrints, firstRunOf, pageOf } from '../../intake/columns/prints.ts';
import { twiceAsLong } from '../../intake/records/line-breaks.ts';
import { alikeCandidates } from './alike-candidates.ts';
import { sumOf } from '../../intake/sum.ts';

/** Two texts are alike when they share this part of the runs of words that either has (Jaccard's index). */
const ALIKE = 0.6;

/** Of texts that are not alike but have a run in common, so many are compared: those that were given most often. */
const MOST_WITH_RUN = 6;

/**
 * Which of some distinct texts each is most alike: its own position where there is none. A text is given by
 * its fingerprint and by how many responses gave it. The texts of a cluster are all alike the one that was
 * given most often, not only alike each other in a chain.
 *
 * None is taken for alike without being compared. Two of n runs that are alike must share one of the first n
 * − 0.6n + 1, in any one order of the runs (prefix filtering: Chaudhuri, Ganti and Kaushik, ICDE 2006;
 * Bayardo, Ma and Srikant, WWW 2007), and most likely share most of these: only those that share a quarter of
 * them are compared. Texts without runs, which are short, are alike none.
 */
export function clusterTexts(prints: Prints, responses: ArrayLike<number>): Int32Array {
  const leaderOf = new Int32Array(prints.runs.length).map((_, text) => text);
  const given = (text: number) => responses[text] ?? 0;
  // The most frequent first, ties by fingerprint: whatever the order of the rows.
  const texts = alikeCandidates(prints, ALIKE).toSorted(
    (a, b) => given(b) - given(a) || comparePrints(prints, a, b),
  );
  const runs = runsOf(prints, texts);
  const index = runIndex(runs);
  const hits = new Uint8Array(texts.length);
  for (const [nth, text] of texts.entries()) {
    const met: number[] = [];
    index.lookUp(nth, (leader) => {
      if (hits[leader] === 0) met.push(leader);
      hits[leader] = (hits[leader] ?? 0) + 1;
    });
    const fewest = (prefixOf(runs.count(nth)) - 3) / 4;
    let best = 0;
    for (const leader of met) {
      const share = (hits[leader] ?? 0) < fewest ? 0 : sharedPart(runs, nth, leader, ALIKE);
      hits[leader] = 0;
      if (share < ALIKE || share <= best) continue;
      best = share;
      leaderOf[text] = texts[leader] ?? text;
    }
    if (best === 0) index.add(nth);
  }
  return leaderOf;
}

/** The runs of texts, ascending and each once; a text is known by its position. */
export interface Runs {
  /** The runs of all texts, one text after the other; `start` and `count` say which of them are those of a text. */
  readonly numbers: Uint32Array;
  start(text: number): number;
  count(text: number): number;
}

/** The runs of some of the texts, each known by its position among these. */
export function runsOf(prints: Prints, texts: Uint32Array): Runs {
  const numbers = new Uint32Array(sumOf(texts, (text) => prints.runs[text] ?? 0));
  const starts = new Uint32Array(texts.length + 1);
  for (const [nth, text] of texts.entries()) {
    const first = firstRunOf(prints, text);
    const start = starts[nth] ?? 0;
    const end = start + (prints.runs[text] ?? 0);
    numbers.set(pageOf(prints, text).subarray(first, first + end - start), start);
    starts[nth + 1] = end;
  }
  return {
    numbers,
    start: (text) => starts[text] ?? 0,
    count: (text) => (starts[text + 1] ?? 0) - (starts[text] ?? 0),
  };
}

/** How many of the first of so many runs a text that is alike must share one of. */
function prefixOf(runs: number): number {
  return runs === 0 ? 0 : runs - Math.ceil(ALIKE * runs - 1e-9) + 1;
}

interface RunIndex {
  /** Visits the texts that share one of the first runs of a text, one after the other for each that they share. */
  lookUp(text: number, visit: (other: number) => void): void;
  add(text: number): void;
}

/** The texts that were added, by their first runs that other texts have too. Runs may be taken for one another. */
function runIndex({ numbers, start, count }: Runs): RunIndex {
  const size = 2 ** Math.min(24, Math.max(4, Math.ceil(Math.log2(numbers.length + 1))));
  // Lists of texts: the place of the last one of each slot, of each place its text, and the place of the one before.
  const last = new Int32Array(size);
  const lengths = new Uint8Array(size);
  let [listed, before] = [new Uint32Array(1024), new Uint32Array(1024)];
  let places = 1;
  function eachSlot(text: number, visit: (slot: number) => void): void {
    const first = start(text);
    const end = first + prefixOf(count(text));
    for (let at = first; at < end; at++) visit((numbers[at] ?? 0) & (size - 1));
  }
  return {
    lookUp(text, visit) {
      eachSlot(text, (slot) => {
        let place = last[slot] ?? 0;
        for (; place > 0; place = before[place] ?? 0) visit(listed[place] ?? 0);
      });
    },
    add(text) {
      eachSlot(text, (slot) => {
        if (lengths[slot] === MOST_WITH_RUN) return;
        lengths[slot] = (lengths[slot] ?? 0) + 1;
        if (places === listed.length) [listed, before] = [twiceAsLong(listed), twiceAsLong(before)];
        listed[places] = text;
        before[places] = last[slot] ?? 0;
        last[slot] = places++;
      });
    },
  };
}

/**
 * How many runs two texts share, out of those that either has, 0 to 1; of long texts, out of the lowest of
 * these. May be 0 where it is less than `least`.
 */
export function sharedPart({ numbers, start, count }: Runs, a: number, b: number, least: number): number {
  const [first, second] = [count(a), count(b)];
  if (Math.min(first, second) < least * Math.max(first, second)) return 0;
  const most = Math.max(first, second) < SAMPLE ? Infinity : SAMPLE;
  const mostUnshared = ((1 - least) / (1 + least)) * (first + second);
  const [ofFirst, ofSecond] = [start(a), start(b)];
  let [shared, either, left, right] = [0, 0, 0, 0];
  while (left < first && right < second && either < most) {
    const [one, other] = [numbers[ofFirst + left] ?? 0, numbers[ofSecond + right] ?? 0];
    either++;
    if (one === other) shared++;
    else if (either - shared > mostUnshared) return 0;
    if (one <= other) left++;
    if (other <= one) right++;
  }
  return shared / Math.min(most, either + first - left + second - right);
}
