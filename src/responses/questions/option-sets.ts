/** Distinct combinations of options, each numbered as it is first seen. */
interface Sets {
  readonly sets: readonly (readonly number[])[];
  add(options: Iterable<number>): number;
}

/** Numbers each distinct combination of options; the options of a set are in ascending order, each once. */
export function newSets(): Sets {
  const sets: (readonly number[])[] = [];
  const known = new Map<string, number>();
  return {
    sets,
    add(options) {
      const set = [...new Set(options)].toSorted((a, b) => a - b);
      const key = set.join(' ');
      const index = known.get(key) ?? sets.push(set) - 1;
      known.set(key, index);
      return index;
    },
  };
}

/** The end of the path on which there is no option yet. */
export const NOTHING = 0;

/** Combinations that grow option by option: of each only its last option is kept, and what it grew from. */
interface Paths {
  /** A new path: one that was there, with an option more. */
  goOn(from: number, option: number): number;
  optionsTo(end: number): number[];
}

/**
 * Paths numbered as they are made, from `NOTHING` on. With all their options on each, thousands of ticks in a
 * row would fill the memory.
 */
export function newPaths(): Paths {
  const before = [NOTHING];
  const last = [-1];
  return {
    goOn(from, option) {
      last.push(option);
      return before.push(from) - 1;
    },
    optionsTo(end) {
      const options: number[] = [];
      for (let at = end; at !== NOTHING; at = before[at] ?? NOTHING) options.push(last[at] ?? -1);
      return options;
    },
  };
}
