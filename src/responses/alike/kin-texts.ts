import { type Prints, comparePrints, firstRunOf, pageOf } from '../../intake/columns/prints.ts';
import { type Runs, runsOf, sharedPart } from './text-clusters.ts';

/** A text that shares this part of the runs of words with the letter of a campaign was made from it. */
const KIN = 0.4;

/** Of shorter texts people think by themselves: "I agree with the plans because of the …". */
const FEWEST_RUNS = 20;

/**
 * The clusters of `clusterTexts` put together where they are one letter that people filled in or wrote anew
 * in part, so that no two copies are nearly identical: every cluster joins the largest one, of at least
 * `smallest` responses, whose leader its own was made from. All are compared with that leader, so that none
 * is in it by way of another. Changes `leaderOf`.
 */
export function joinKin(
  prints: Prints,
  leaderOf: Int32Array,
  responses: ArrayLike<number>,
  smallest: number,
): void {
  const sizes = new Float64Array(leaderOf.length);
  for (let text = 0; text < leaderOf.length; text++) {
    const leader = leaderOf[text] ?? text;
    sizes[leader] = (sizes[leader] ?? 0) + (responses[text] ?? 0);
  }
  const size = (text: number) => sizes[text] ?? 0;
  const leaders = new Uint32Array(leaderOf.length)
    .map((_, text) => text)
    .filter((text) => leaderOf[text] === text && (prints.runs[text] ?? 0) >= FEWEST_RUNS);
  const letters = leaders.filter((text) => size(text) >= smallest);
  if (letters.length === 0) return;
  const related = relatedTo(letters, leaders, prints).toSorted(
    (a, b) => size(b) - size(a) || comparePrints(prints, a, b),
  );
  const runs = runsOf(prints, related);
  const kinOf = new Map<number, number>();
  const found = letterIndex(runs);
  for (const [nth, leader] of related.entries()) {
    const letter = found.like(nth);
    if (letter !== undefined) kinOf.set(leader, related[letter] ?? leader);
    else if (size(leader) >= smallest) found.add(nth);
  }
  for (let text = 0; text < leaderOf.length; text++)
    leaderOf[text] = kinOf.get(leaderOf[text] ?? text) ?? leaderOf[text] ?? text;
}

/**
 * Those of `texts` that may be made from one of the letters, by the runs that they have of them; the letters
 * are among these.
 */
function relatedTo(letters: Uint32Array, texts: Uint32Array, prints: Prints): Uint32Array {
  const known = new Set<number>();
  // Most runs are none of theirs, which this tells sooner.
  const mayBeKnown = new Uint8Array(2 ** 16);
  for (const letter of letters)
    eachRun(prints, letter, (run) => {
      known.add(run);
      mayBeKnown[run & 0xffff] = 1;
    });
  return texts.filter((text) => {
    let shared = 0;
    eachRun(prints, text, (run) => {
      if (mayBeKnown[run & 0xffff] === 1 && known.has(run)) shared++;
    });
    return shared >= KIN * (prints.runs[text] ?? 0);
  });
}

function eachRun(prints: Prints, text: number, visit: (run: number) => void): void {
  const page = pageOf(prints, text);
  const first = firstRunOf(prints, text);
  const end = first + (prints.runs[text] ?? 0);
  for (let at = first; at < end; at++) visit(page[at] ?? 0);
}

interface LetterIndex {
  /** The letter that a text is most like, if it is like one enough to be made from it. */
  like(text: number): number | undefined;
  add(letter: number): void;
}

function letterIndex(runs: Runs): LetterIndex {
  const lettersWith = new Map<number, number[]>();
  const ownRuns = (text: number) =>
    runs.numbers.subarray(runs.start(text), runs.start(text) + runs.count(text));
  return {
    like(text) {
      const met = new Set([...ownRuns(text)].flatMap((run) => lettersWith.get(run) ?? []));
      let [best, most] = [-1, 0];
      for (const letter of met) {
        const share = sharedPart(runs, text, letter, KIN);
        if (share < KIN || share < most || (share === most && letter > best)) continue;
        [best, most] = [letter, share];
      }
      return best < 0 ? undefined : best;
    },
    add(letter) {
      for (const run of ownRuns(letter)) {
        const known = lettersWith.get(run);
        if (known) known.push(letter);
        else lettersWith.set(run, [letter]);
      }
    },
  };
}
