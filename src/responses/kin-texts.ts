import { countRuns } from '../intake/fingerprint.ts';
import { alikeCandidates } from './alike-candidates.ts';
import { runsOf, sharedPart } from './text-clusters.ts';

/** A text that shares this part of the runs of words with the letter of a campaign was made from it. */
const KIN = 0.4;

/** Of shorter texts people think by themselves: "I agree with the plans because of the …". */
const FEWEST_RUNS = 20;

/**
 * The clusters of `clusterTexts` put together where they are one letter that people filled in or wrote anew in part, so that
 * no two copies are nearly identical: every cluster joins the largest one, of at least `smallest` responses, whose leader its
 * own was made from. All are compared with that leader, so that none is in it by way of another. Changes `leaderOf`.
 */
export function joinKin(
  prints: readonly string[],
  leaderOf: Int32Array,
  responses: ArrayLike<number>,
  smallest: number,
): void {
  const sizes = new Float64Array(prints.length);
  for (const [text, leader] of leaderOf.entries())
    sizes[leader] = (sizes[leader] ?? 0) + (responses[text] ?? 0);
  const size = (text: number) => sizes[text] ?? 0;
  const isLong = (text: number) => countRuns(prints[text] ?? '') >= FEWEST_RUNS;
  if (!sizes.some((some, text) => some >= smallest && isLong(text))) return;
  const print = (text: number) => prints[text] ?? '';
  const leaders = alikeCandidates(prints, KIN)
    .filter((text) => leaderOf[text] === text && isLong(text))
    .toSorted((a, b) => size(b) - size(a) || (print(a) < print(b) ? -1 : 1));
  const runs = runsOf(Array.from(leaders, print));
  const headOf = new Map<number, number>();
  /** The largest clusters by each run of their leaders. */
  const heads = new Map<number, number[]>();
  for (const [nth, leader] of leaders.entries()) {
    const own = runs.numbers.subarray(runs.start(nth), runs.start(nth) + runs.count(nth));
    const met = new Set<number>();
    for (const run of own) for (const head of heads.get(run) ?? []) met.add(head);
    const shares = [...met].map((head) => [head, sharedPart(runs, nth, head, KIN)] as const);
    const [best] = shares.filter(([, share]) => share >= KIN).toSorted((a, b) => b[1] - a[1] || a[0] - b[0]);
    if (best) headOf.set(leader, leaders[best[0]] ?? leader);
    else if (size(leader) >= smallest)
      for (const run of own) {
        const known = heads.get(run);
        if (known) known.push(nth);
        else heads.set(run, [nth]);
      }
  }
  for (const [text, leader] of leaderOf.entries()) leaderOf[text] = headOf.get(leader) ?? leader;
}
