/** The codes of values, by value. */
export interface CodeMap<Value> {
  get(value: Value): number | undefined;
  /** Gives a value that is not there yet its code. */
  add(value: Value, code: number): void;
  clear(): void;
}

/** A Map of V8 holds 2²⁴ entries at most. */
const MOST_IN_ONE = 2 ** 24;

/** A Map that holds as many values as there are, in several where one is full; `most` is how many fit into one. */
export function codeMap<Value>(most: number = MOST_IN_ONE): CodeMap<Value> {
  let last = new Map<Value, number>();
  let full: Map<Value, number>[] = [];
  return {
    get(value) {
      const code = last.get(value);
      if (code !== undefined || full.length === 0) return code;
      return full.find((map) => map.has(value))?.get(value);
    },
    add(value, code) {
      if (last.size === most) {
        full.push(last);
        last = new Map();
      }
      last.set(value, code);
    },
    clear() {
      last = new Map();
      full = [];
    },
  };
}
