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
