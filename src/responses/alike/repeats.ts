import { groupBy } from '../../intake/group-by.ts';
import type { Texts } from './campaigns.ts';
import type { Source } from '../questions/column-cells.ts';
import type { Readings } from '../questions/question-reading.ts';
import { INVALID, type Repeats } from '../responses.ts';

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
  for (const cells of columns) {
    for (const text of cells) if (text >= 0) given[text] = (given[text] ?? 0) + 1;
  }
  const isShared = isLong.map((long, text) => ((given[text] ?? 0) > 1 ? long : 0));
  const items = [...readings.values()].flatMap(({ answers }) => answers.map((one) => one.answers.cells));
  const isLookedAt = (record: number) =>
    removed[record] !== 1 &&
    columns.some((cells) => isShared[cells[record] ?? -1] === 1) &&
    !items.some((cells) => cells[record] === INVALID);
  const lookedAt: number[] = [];
  for (let record = 0; record < records.size; record++) if (isLookedAt(record)) lookedAt.push(record);
  let alike: readonly (readonly number[])[] = [lookedAt];
  for (const cells of [...columns, ...items]) alike = alike.flatMap((group) => apart(group, cells));
  const groups = alike.map((group) => {
    const ids = new Set<number>();
    // A record without an id is nobody's repeat; of those with one id only the first counts.
    const own = group.filter((record) => {
      const id = records.ids?.[record] ?? -1;
      const isNew = id < 0 || !ids.has(id);
      ids.add(id);
      return isNew;
    });
    const responses = own.reduce((sum, record) => sum + (records.counts?.[record] ?? 1), 0);
    return { records: own.length, responses };
  });
  const several = groups.filter((group) => group.records > 1);
  return {
    responses: several.reduce((sum, { responses }) => sum + responses, 0),
    groups: several.length,
  };
}

/** A group of records by what they hold in a column, without those that nothing else is like. */
function apart(group: readonly number[], cells: ArrayLike<number>): (readonly number[])[] {
  const parts = groupBy(group, (record) => cells[record] ?? -1);
  return [...parts.values()].filter(({ length }) => length > 1);
}
