import type { Value } from './fields.ts';

/** By how much some counts differ, each at its position: these are few, and found sooner in a list than in a map. */
export interface Counts {
  readonly at: number[];
  readonly more: number[];
}

/** By how much counts differ: of options, by position, and of each of `states`. */
export interface PlainEffect {
  readonly options: Counts;
  readonly states: number[];
}

/** The same of those who weigh so much. */
interface WeightPart extends PlainEffect {
  /** The class of weight. */
  readonly weight: number;
}

/** By how much counts differ, and those of each weight where responses are weighted: what they weigh differs with any of them. */
export interface Effect extends PlainEffect {
  readonly byWeight: WeightPart[];
}

/** No counts yet. */
export function newCounts(): Counts {
  return { at: [], more: [] };
}

/** The effect of nothing. */
export function newEffect(): Effect {
  return { options: newCounts(), states: [0, 0, 0, 0, 0], byWeight: [] };
}

/** By how much a count differs. */
export function moreOf({ at, more }: Counts, position: number): number {
  const place = at.indexOf(position);
  return place < 0 ? 0 : (more[place] ?? 0);
}

/** By how much some options together differ. */
export function sumOf(options: readonly number[], counts: Counts): number {
  let sum = 0;
  for (const option of options) sum += moreOf(counts, option);
  return sum;
}

/** Adds so much to a count. */
export function addCount({ at, more }: Counts, position: number, by: number): void {
  const place = at.indexOf(position);
  if (place < 0) {
    at.push(position);
    more.push(by);
  } else more[place] = (more[place] ?? 0) + by;
}

/** Adds so many more responses that gave some options, of a class of weight unless it is below 0. */
export function add(effect: Effect, options: Value, state: number, more: number, weight = -1): void {
  addPart(effect, options, state, more);
  if (weight >= 0) addPart(partOf(effect, weight), options, state, more);
}

function addPart(
  { options: counts, states }: PlainEffect,
  options: Value,
  state: number,
  more: number,
): void {
  for (const option of options) addCount(counts, option, more);
  states[state] = (states[state] ?? 0) + more;
}

function partOf({ byWeight }: Effect, weight: number): PlainEffect {
  const known = byWeight.find((one) => one.weight === weight);
  if (known !== undefined) return known;
  const part = { weight, options: newCounts(), states: [0, 0, 0, 0, 0] };
  byWeight.push(part);
  return part;
}

/** Whether nothing differs. */
export function isNothing(effect: Effect): boolean {
  return isSame(effect) && effect.byWeight.every(isSame);
}

function isSame({ options, states }: PlainEffect): boolean {
  return isEachZero(options.more) && isEachZero(states);
}

/** Whether each of some numbers is 0. */
export function isEachZero(all: readonly number[]): boolean {
  for (let at = 0; at < all.length; at++) if (all[at] !== 0) return false;
  return true;
}

/** Adds so much to what a map has under a key. */
export function count<Key>(map: Map<Key, number>, key: Key, more: number): void {
  map.set(key, (map.get(key) ?? 0) + more);
}

/** What a map has under a key, made where it has nothing. */
export function entry<Key, One>(map: Map<Key, One>, key: Key, make: () => One): One {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}
