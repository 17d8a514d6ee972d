import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keyTable } from '../../src/intake/columns/key-table.ts';

test('a number is found under its key and no other, as in a map, whatever the keys', () => {
  // Those that differ by a multiple of 2³² or by little are after the same place.
  const key = fc.oneof(
    fc.integer({ min: 0, max: 200 }),
    fc.integer({ min: 0, max: 200 }).map((high) => high * 2 ** 32),
    fc.maxSafeNat(),
  );
  fc.assert(
    fc.property(fc.array(key, { maxLength: 300 }), (keys) => {
      const [table, map] = [keyTable(), new Map<number, number>()];
      for (const [nth, one] of keys.entries()) {
        expect(table.get(one)).toBe(map.get(one));
        if (map.has(one)) continue;
        table.add(one, nth);
        map.set(one, nth);
      }
      for (const [one, nth] of map) expect(table.get(one)).toBe(nth);
    }),
  );
});
