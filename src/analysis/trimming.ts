import { type Margin, CLOSE, distanceFrom, rake } from './raking.ts';

/** After so many turns of trimming and raking the shares that do not hold by then will not. */
const MOST_TURNS = 50;

/**
 * Rakes, and brings weights of more than `most` times the mean down to that, in turn until both hold, or as nearly as they can:
 * in the end no weight is larger. Returns how many responses have weights that were trimmed.
 */
export function rakeTrimmed(
  each: Float64Array,
  margins: readonly Margin[],
  times: (record: number) => number,
  most: number,
): number {
  let [trimmed, distance] = [0, Infinity];
  for (let turn = 0; ; turn++) {
    rake(each, margins, times);
    const now = trim(each, most, times);
    if (now === 0) return trimmed;
    trimmed = now;
    const before = distance;
    distance = distanceFrom(margins, each, times);
    if (distance < CLOSE || before - distance < CLOSE || turn === MOST_TURNS) return trimmed;
  }
}

/** Brings weights of more than `most` times their mean down to that; what they lose goes to the others, in proportion. */
function trim(each: Float64Array, most: number, times: (record: number) => number): number {
  let [people, sum] = [0, 0];
  for (const [record, weight] of each.entries()) {
    if (weight > 0) people += times(record);
    sum += weight * times(record);
  }
  const limit = (most * sum) / people;
  // Weights that have gained by it may be too large in their turn.
  for (let trimmed = 0; ;) {
    let [large, others] = [0, 0];
    for (const [record, weight] of each.entries()) {
      if (weight >= limit) large += times(record);
      else others += weight * times(record);
    }
    const isAnyLarger = each.some((weight) => weight > limit * (1 + CLOSE));
    if (!isAnyLarger) return trimmed;
    trimmed = large;
    const factor = (sum - large * limit) / others;
    for (const [record, weight] of each.entries()) each[record] = weight >= limit ? limit : weight * factor;
  }
}
