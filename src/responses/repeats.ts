import { runsOf } from '../intake/fingerprint.ts';
import type { Texts } from './campaigns.ts';
import type { Source } from './column-cells.ts';
import type { QuestionReading } from './question-reading.ts';
import { INVALID, type Repeats } from './responses.ts';

/**
 * How many of the records that are not removed give the same answers to every question as another that has another id.
 * Only those with free text of some length are looked at: a few ticks are the same by chance.
 */
export function findRepeats(
  { columns, prints }: Texts,
  readings: ReadonlyMap<string, QuestionReading>,
  { records, removed }: Source,
): Repeats {
  const given = new Uint32Array(prints.length);
  for (const cells of columns) {
    for (const text of cells) if (text >= 0) given[text] = (given[text] ?? 0) + 1;
  }
  const isShared = prints.map((print, text) => (given[text] ?? 0) > 1 && runsOf(print).length > 0);
  const items = [...readings.values()].flatMap(({ answers }) => answers.map((one) => one.answers.cells));
  const groups = new Map<string, { responses: number; readonly ids: Set<number>; records: number }>();
  for (let record = 0; record < records.size; record++) {
    if (removed[record] === 1 || !columns.some((cells) => isShared[cells[record] ?? -1] === true)) continue;
    if (items.some((cells) => cells[record] === INVALID)) continue;
    const id = records.ids?.[record] ?? -1;
    const key = [...items, ...columns].map((cells) => cells[record]).join();
    const group = groups.get(key) ?? { responses: 0, ids: new Set(), records: 0 };
    groups.set(key, group);
    if (id >= 0 && group.ids.has(id)) continue;
    group.ids.add(id);
    group.records++;
    group.responses += records.counts?.[record] ?? 1;
  }
  const several = [...groups.values()].filter((group) => group.records > 1);
  return {
    responses: several.reduce((sum, { responses }) => sum + responses, 0),
    groups: several.length,
  };
}
