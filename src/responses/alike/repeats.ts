import { extentOf } from '../../intake/extent.ts';
import { groupBy } from '../../intake/group-by.ts';
import { type Texts, eachText } from './campaigns.ts';
import type { Source } from '../questions/column-cells.ts';
import { type Readings, allCells } from '../questions/question-reading.ts';
import type { Records } from '../respondents/records.ts';
import { type Cells, type Repeats, type TickedAlike, INVALID } from '../responses.ts';
import { sumOf } from '../../intake/sum.ts';

/**
 * How many of the records that are not removed give the same answers to every question as another that has another id.
 * Only those with free text of some length are looked at: a few ticks are the same by chance.
 */
export function findRepeats(
  { columns, isLong }: Texts,
  readings: Readings,
  { records, removed }: Source,
): Repeats {
  const given = new Uint32Array(isLong.length);
  eachText(columns, (text) => {
    given[text] = (given[text] ?? 0) + 1;
  });
  const isShared = isLong.map((long, text) => ((given[text] ?? 0) > 1 ? long : 0));
  const items = allCells(readings);
  const isLookedAt = (record: number) =>
    removed[record] !== 1 &&
    columns.some((cells) => isShared[cells[record] ?? -1] === 1) &&
    !items.some((cells) => cells[record] === INVALID);
  const lookedAt: number[] = [];
  for (let record = 0; record < records.size; record++) if (isLookedAt(record)) lookedAt.push(record);
  let alike: readonly (readonly number[])[] = [lookedAt];
  for (const cells of [...columns, ...items]) alike = alike.flatMap((group) => apart(group, cells));
  const several = alike.map((group) => onePerId(group, records.ids)).filter(({ length }) => length > 1);
  const responses = sumOf(several.flat(), (record) => records.counts?.[record] ?? 1);
  return { responses, groups: several.length };
}

/** Of some records the first with each id, and all without one: they are nobody's repeats. */
function onePerId(some: readonly number[], ids: Records['ids']): readonly number[] {
  const seen = new Set<number>();
  return some.filter((record) => {
    const id = ids?.[record] ?? -1;
    const isNew = id < 0 || !seen.has(id);
    seen.add(id);
    return isNew;
  });
}

/** A group of records by what they hold in a column, without those that nothing else is like. */
function apart(group: readonly number[], cells: ArrayLike<number>): (readonly number[])[] {
  const parts = groupBy(group, (record) => cells[record] ?? -1);
  return [...parts.values()].filter(({ length }) => length > 1);
}

/** Fewer answers than this are the same by chance. */
export const FEWEST_ANSWERS = 10;

/**
 * How many of the records that are not removed wrote nothing or the same few words as another with another
 * id, and give the same answers to everything, ten answers at least. Those who wrote more are looked for in
 * `findRepeats`. None are looked for where records stand for several responses: whose these are is not known.
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
  const isLookedAt = isTickedOnly(items, columns, isLong, removed);
  const sizes = sizesOfAlike([...items, ...columns], isLookedAt, records.ids);
  const responses = sumOf(sizes);
  return { ...none, responses, groups: sizes.length, largest: Math.max(0, extentOf(sizes)[1]) };
}

/** 1 for each record that is not removed, gives answers enough, none of them invalid, and wrote few words at most. */
function isTickedOnly(
  items: readonly Cells[],
  columns: readonly Int32Array[],
  isLong: Uint8Array,
  removed: Uint8Array,
): Uint8Array {
  const size = removed.length;
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
function sizesOfAlike(items: readonly Cells[], isLookedAt: Uint8Array, ids: Records['ids']): number[] {
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
  const shared: number[] = [];
  for (let record = 0; record < isLookedAt.length; record++)
    if (isLookedAt[record] === 1 && buckets[bucketOf(record)] === 2) shared.push(record);
  const keyOf = (record: number) =>
    (marks[0]?.[record] ?? 0) * 2 ** 21 + ((marks[1]?.[record] ?? 0) & 0x1fffff);
  return [...groupBy(shared, keyOf).values()].flatMap((set) => {
    const [first] = set;
    const isSame = (record: number) => items.every((cells) => cells[record] === cells[first]);
    const own = onePerId(set, ids).filter(isSame);
    return own.length > 1 ? [own.length] : [];
  });
}
