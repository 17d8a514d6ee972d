import { gammaln } from 'simple-statistics';

/** The logarithm of n! at each n. */
export type LogFactorials = Float64Array;

/** Those of 0 to `highest`. */
export function logFactorials(highest: number): LogFactorials {
  return Float64Array.from({ length: highest + 1 }, (_, n) => (n < 2 ? 0 : gammaln(n + 1)));
}

/** So many are drawn at random, none put back, from all of which some are marked. */
export interface Draw {
  readonly all: number;
  readonly marked: number;
  readonly drawn: number;
}

/** How many marked ones can be among those drawn. */
export function rangeOf({ all, marked, drawn }: Draw): { lowest: number; highest: number } {
  return { lowest: Math.max(0, drawn + marked - all), highest: Math.min(marked, drawn) };
}

/** How likely it is that just `found` of those drawn are marked. */
export function likelihood({ all, marked, drawn }: Draw, found: number, logs: LogFactorials): number {
  const choices = (n: number, k: number) => (logs[n] ?? 0) - (logs[k] ?? 0) - (logs[n - k] ?? 0);
  return Math.exp(choices(marked, found) + choices(all - marked, drawn - found) - choices(all, drawn));
}

/** How many marked ones a draw comes to, for a number between 0 and 1 drawn at random: the likeliest results are tried first. */
export function drawMarked(draw: Draw, random: number, logs: LogFactorials): number {
  const { all, marked, drawn } = draw;
  const { lowest, highest } = rangeOf(draw);
  const likeliest = Math.floor(((drawn + 1) * (marked + 1)) / (all + 2));
  const peak = likelihood(draw, likeliest, logs);
  let [below, above] = [likeliest, likeliest];
  let [belowLikely, aboveLikely] = [peak, peak];
  let rest = random - peak;
  while (rest > 0 && (below > lowest || above < highest)) {
    if (above < highest) {
      aboveLikely *=
        ((marked - above) * (drawn - above)) / ((above + 1) * (all - marked - drawn + above + 1));
      above++;
      rest -= aboveLikely;
      if (rest <= 0) return above;
    }
    if (below > lowest) {
      belowLikely *= (below * (all - marked - drawn + below)) / ((marked - below + 1) * (drawn - below + 1));
      below--;
      rest -= belowLikely;
      if (rest <= 0) return below;
    }
  }
  return likeliest;
}
