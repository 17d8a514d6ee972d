import { INVALID } from '../../responses/responses.ts';
import { type Margin, type Raked, CLOSE, distanceFrom, rake } from './raking.ts';
import { sumOf } from '../../intake/sum.ts';

/** After so many turns of trimming and raking the shares that do not hold by then will not. */
const MOST_TURNS = 50;

/** What the responses weigh that are asked to have shares of the same questions. */
interface Kin {
  /** The questions, a bit each. */
  readonly margins: number;
  /** How many have a weight that is as large as may be, and how much of what they weigh is too much. */
  large: number;
  excess: number;
  /** What the others weigh. */
  others: number;
  /** What these are to have of the excess. */
  gain: number;
}

/**
 * Rakes, and brings weights of more than `most` times the mean down to that, in turn until both hold, or as
 * nearly as they can: in the end no weight is larger. Returns how many responses have weights that were
 * trimmed.
 */
export function rakeTrimmed(raked: Raked, most: number): number {
  const marginsOf = Uint32Array.from(raked.each, (_, record) => marginsThatHave(record, raked.margins));
  let [trimmed, distance] = [0, Infinity];
  for (let turn = 0; ; turn++) {
    rake(raked);
    const now = trim(raked, marginsOf, most);
    if (now === 0) return trimmed;
    trimmed = now;
    const before = distance;
    distance = distanceFrom(raked);
    if (distance < CLOSE || before - distance < CLOSE || turn === MOST_TURNS) return trimmed;
  }
}

/** The margins that ask for a share for the answer of a response, a bit each. */
function marginsThatHave(record: number, margins: readonly Margin[]): number {
  return margins.reduce((bits, { classOf, cells }, at) => {
    const isAsked = (classOf[cells[record] ?? INVALID] ?? -1) >= 0;
    return isAsked ? bits | (1 << at) : bits;
  }, 0);
}

/**
 * Brings weights of more than `most` times their mean down to that; what they lose goes to others, in
 * proportion. These are responses that have shares of the same questions: those for which no share is asked
 * would weigh more with every turn.
 */
function trim(raked: Raked, marginsOf: Uint32Array, most: number): number {
  const { each, times } = raked;
  let [people, sum] = [0, 0];
  for (const [record, weight] of each.entries()) {
    if (weight > 0) people += times(record);
    sum += weight * times(record);
  }
  const limit = (most * sum) / people;
  // Weights that have gained by it may be too large in their turn.
  for (let trimmed = 0; ;) {
    const isAnyLarger = each.some((weight) => weight > limit * (1 + CLOSE));
    if (!isAnyLarger) return trimmed;
    const kins = kinsOf(raked, marginsOf, limit);
    trimmed = sumOf(kins.values(), ({ large }) => large);
    share([...kins.values()]);
    for (const [record, weight] of each.entries()) {
      const { gain = 0, others = 1 } = kins.get(marginsOf[record] ?? 0) ?? {};
      each[record] = weight >= limit ? limit : weight * (1 + gain / others);
    }
  }
}

function kinsOf({ each, times }: Raked, marginsOf: Uint32Array, limit: number): Map<number, Kin> {
  const kins = new Map<number, Kin>();
  for (const [record, weight] of each.entries()) {
    const margins = marginsOf[record] ?? 0;
    const kin = kins.get(margins) ?? { margins, large: 0, excess: 0, others: 0, gain: 0 };
    kins.set(margins, kin);
    if (weight >= limit) {
      kin.large += times(record);
      kin.excess += (weight - limit) * times(record);
    } else kin.others += weight * times(record);
  }
  return kins;
}

/**
 * Gives what weighs too much to others of the same kin; where there are none, to those with a question in
 * common, or to all.
 */
function share(kins: readonly Kin[]): void {
  for (const { margins, excess } of kins) {
    const circles = [
      kins.filter((kin) => kin.margins === margins),
      kins.filter((kin) => (kin.margins & margins) > 0),
      kins,
    ];
    const takers = circles.find((circle) => circle.some(({ others }) => others > 0)) ?? [];
    const all = sumOf(takers, ({ others }) => others);
    for (const kin of takers) kin.gain += (excess * kin.others) / all;
  }
}
