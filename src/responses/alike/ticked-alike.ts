import type { Texts } from './campaigns.ts';
import type { Source } from '../questions/column-cells.ts';
import type { Readings } from '../questions/question-reading.ts';
import { type Cells, type TickedAlike, INVALID } from '../responses.ts';

/** Fewer answers than this are the same by chance. */
export const FEWEST_ANSWERS = 10;

/**
 * How many of the records that are not removed wrote nothing or the same few words as another with another id, and give the same
 * answers to everything, ten answers at least. Those who wrote more are looked for in `findRepeats`. None are looked for where records stand for several responses: whose these are is not known.
 */
export function findTickedAlike(
  { columns, isLong }: Texts,
  readings: Readings,
  { records, removed }: Source,
): TickedAlike {
  const items = [...readings.values()].flatMap(({ answers }) =>
    answers.flatMap((one) => (one.answers.kind === 'text' ? [] : [one.answers.cells])),
  );
  const none = { items: items.length, isWritten: columns.some((cells) => cells.some((text) => text >= 0)) };
  if (items.length < FEWEST_ANSWERS || records.counts !== null)
    return { ...none, responses: 0, groups: 0, largest: 0 };
  const isLookedAt = lookedAt(items, columns, isLong, removed, records.size);
  const sizes = alike([...items, ...columns], isLookedAt, records.ids);
  const responses = sizes.reduce((sum, size) => sum + size, 0);
  return { ...none, responses, groups: sizes.length, largest: Math.max(0, ...sizes) };
}

function lookedAt(
  items: readonly Cells[],
  columns: readonly Int32Array[],
  isLong: Uint8Array,
  removed: Uint8Array,
  size: number,
): Uint8Array {
  const given = new Uint16Array(size);
  const isLookedAt = removed.map((one) => (one === 1 ? 0 : 1));
  for (const cells of items) {
    for (let record = 0; record < size; record++) {
      const cell = cells[record] ?? INVALID;
      if (cell >= 0) given[record] = (given[record] ?? 0) + 1;
      else if (cell === INVALID) isLookedAt[record] = 0;
    }
  }
  for (const cells of columns) {
    for (let record = 0; record < size; record++)
      if (isLong[cells[record] ?? -1] === 1) isLookedAt[record] = 0;
  }
  return isLookedAt.map((one, record) => (one === 1 && (given[record] ?? 0) >= FEWEST_ANSWERS ? 1 : 0));
}

/** How many records each set of records with the same answers has, of those with one id only the first counted. */
function alike(items: readonly Cells[], isLookedAt: Uint8Array, ids: Int32Array | null): number[] {
  const marks = [0x9e3779b1, 0x85ebca6b].map((factor) => {
    const mark = new Int32Array(isLookedAt.length);
    for (const cells of items) {
      for (let record = 0; record < mark.length; record++)
        mark[record] = Math.imul((mark[record] ?? 0) ^ ((cells[record] ?? 0) + 4), factor) + 1;
    }
    return mark;
  });
  // Most records are like no other: those alone in their bucket need no set of their own.
  const buckets = new Uint8Array(2 ** Math.ceil(Math.log2(8 * isLookedAt.length + 1)));
  const bucketOf = (record: number) => (marks[0]?.[record] ?? 0) & (buckets.length - 1);
  for (let record = 0; record < isLookedAt.length; record++) {
    const bucket = bucketOf(record);
    if (isLookedAt[record] === 1) buckets[bucket] = Math.min(2, (buckets[bucket] ?? 0) + 1);
  }
  const sets = new Map<number, number[]>();
  for (let record = 0; record < isLookedAt.length; record++) {
    if (isLookedAt[record] !== 1 || buckets[bucketOf(record)] !== 2) continue;
    const key = (marks[0]?.[record] ?? 0) * 2 ** 21 + ((marks[1]?.[record] ?? 0) & 0x1fffff);
    const set = sets.get(key);
    if (set) set.push(record);
    else sets.set(key, [record]);
  }
  return [...sets.values()].flatMap((set) => {
    const [first = 0] = set;
    const seen = new Set<number>();
    const own = set.filter((record) => {
      const id = ids?.[record] ?? -1;
      const isNew = id < 0 || !seen.has(id);
      seen.add(id);
      return isNew && items.every((cells) => cells[record] === cells[first]);
    });
    return own.length > 1 ? [own.length] : [];
  });
}
