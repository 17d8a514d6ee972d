import type { Value } from './fields.ts';

/** By how much counts differ: of options, by position, and of each of `states`. */
export interface Effect {
  readonly options: Map<number, number>;
  readonly states: number[];
  /** The same of those of each weight, where responses are weighted: what they weigh differs with any of them. */
  byWeight: Map<number, Effect> | undefined;
}

/** By how much some options together differ. */
export function sumOf(options: readonly number[], more: ReadonlyMap<number, number>): number {
  return options.reduce((sum, option) => sum + (more.get(option) ?? 0), 0);
}

/** The effect of nothing. */
export function newEffect(): Effect {
  return { options: new Map(), states: [0, 0, 0, 0, 0], byWeight: undefined };
}

/** Adds so much to what a map has under a key. */
export function count<Key>(map: Map<Key, number>, key: Key, more: number): void {
  map.set(key, (map.get(key) ?? 0) + more);
}

/** Adds so many more responses that gave some options, of a class of weight unless it is below 0. */
export function add(effect: Effect, options: Value, state: number, more: number, weight = -1): void {
  for (const option of options) count(effect.options, option, more);
  effect.states[state] = (effect.states[state] ?? 0) + more;
  if (weight >= 0) add(entry((effect.byWeight ??= new Map()), weight, newEffect), options, state, more);
}

/** What a map has under a key, made where it has nothing. */
export function entry<Key, One>(map: Map<Key, One>, key: Key, make: () => One): One {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}
