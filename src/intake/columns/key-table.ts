/** Whole numbers, each with a key, itself a number whose lower 32 bits are as good as random. */
export interface KeyTable {
  get(key: number): number | undefined;
  /** Keeps a number under a key that has none yet. */
  add(key: number, value: number): void;
}

/**
 * A hash table with open addressing (Knuth, volume 3, 6.4): a Map would take several times the memory, and no more than
 * 16 million keys.
 */
export function keyTable(): KeyTable {
  let keys = new Float64Array(64);
  /** One more than the number of each key, 0 where there is no key. */
  let values = new Uint32Array(64);
  let count = 0;

  function placeOf(key: number): number {
    const last = keys.length - 1;
    let place = (key >>> 0) & last;
    while (values[place] !== 0 && keys[place] !== key) place = (place + 1) & last;
    return place;
  }

  function put(key: number, value: number): void {
    const place = placeOf(key);
    keys[place] = key;
    values[place] = value;
  }

  return {
    get(key) {
      const value = values[placeOf(key)] ?? 0;
      return value === 0 ? undefined : value - 1;
    },
    add(key, value) {
      if (++count * 3 > keys.length * 2) {
        const [olderKeys, olderValues] = [keys, values];
        keys = new Float64Array(keys.length * 2);
        values = new Uint32Array(keys.length);
        for (let place = 0; place < olderValues.length; place++) {
          const older = olderValues[place] ?? 0;
          if (older !== 0) put(olderKeys[place] ?? 0, older);
        }
      }
      put(key, value + 1);
    },
  };
}
