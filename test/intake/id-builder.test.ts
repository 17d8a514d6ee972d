import fc from 'fast-check';
import { expect, test } from 'vitest';
import { idBuilder } from '../../src/intake/columns/id-builder.ts';
import { ONLY_ONCE } from '../../src/intake/table.ts';

/** What the rows of a column hold, as its builder gives them back. */
function cellsOf(ids: readonly string[], rows = ids.length): (string | undefined)[] {
  const builder = idBuilder();
  for (const id of ids) builder.add(id);
  const { values, codes } = builder.column(rows);
  expect(codes).toHaveLength(rows);
  return [...codes].map((code) => values[code]);
}

/** Many ids that no other row has. */
const lone = Array.from({ length: 6000 }, (_, nth) => `lone-${nth}`);

test('of many ids those that stand in several rows are kept, and of the others only that they do not', () => {
  const id = fc.integer({ min: 1, max: 40 }).map((number) => `R-${number}`);
  const cut = fc.integer({ min: 0, max: 5 });
  fc.assert(
    fc.property(fc.array(fc.oneof(id, fc.constant('')), { maxLength: 40 }), cut, (some, last) => {
      const ids = [...some.slice(0, 20), ...lone, ...some.slice(20)];
      const kept = ids.slice(0, ids.length - last);
      const times = new Map<string, number>();
      for (const one of kept) times.set(one, (times.get(one) ?? 0) + 1);
      expect(cellsOf(ids, kept.length)).toEqual(
        kept.map((one) => (one === '' || times.get(one) !== 1 ? one : ONLY_ONCE)),
      );
    }),
    { numRuns: 40 },
  );
});

test('ids that are counted up are told apart as well, wherever the first of them comes again', () => {
  const counted = Array.from({ length: 6000 }, (_, nth) => `R-${10_000 + nth}`);
  const again = fc.integer({ min: 0, max: 5999 });
  fc.assert(
    fc.property(again, again, fc.constantFrom('R-10005', 'R-99999', ''), (at, nth, more) => {
      const repeated = counted[Math.min(at, nth)] ?? '';
      const ids = [...counted.slice(0, at + 1), repeated, ...counted.slice(at + 1), more];
      const times = new Map<string, number>();
      for (const one of ids) times.set(one, (times.get(one) ?? 0) + 1);
      expect(cellsOf(ids)).toEqual(ids.map((one) => (one === '' || times.get(one) !== 1 ? one : ONLY_ONCE)));
    }),
    { numRuns: 20 },
  );
});

test('few ids are all kept, whatever they are', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 5 }), { maxLength: 200 }), (ids) => {
      expect(cellsOf(ids)).toEqual(ids);
    }),
  );
});

test('many ids are all kept where one of them may be written in several ways', () => {
  const ids = [...lone, ' lone-7', 'Lone 8', 'ŵ'.repeat(5000)];
  expect(cellsOf(ids)).toEqual(ids);
});
