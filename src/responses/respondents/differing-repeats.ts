import type { Survey } from '../../survey/survey.ts';
import type { Removal } from '../exclusions.ts';
import { answerReader } from './answer-reader.ts';
import type { Records } from './records.ts';
import type { PlacedExport } from './exports.ts';

/**
 * 1 for each record that was left out as a repeat, though it does not answer all as the first one with
 * its id does, which stays: which of them is meant is for people to say.
 */
export function differingRepeats(
  survey: Survey,
  exports: readonly PlacedExport[],
  { ids, size }: Records,
  { removed, reasons, reasonOf }: Removal,
): Uint8Array {
  const differing = new Uint8Array(size);
  const duplicate = reasons.findIndex(({ reason }) => reason === 'duplicate') + 1;
  if (ids === null || duplicate === 0 || !reasonOf.includes(duplicate)) return differing;
  const repeated = new Set(ids.filter((_, record) => reasonOf[record] === duplicate));
  const first = new Map<number, string>();
  for (const one of exports) {
    const readers = survey.questions.map((question) => answerReader(question, one));
    for (let row = 0; row < one.table.rows; row++) {
      const record = one.offset + row;
      const reason = reasonOf[record] ?? 0;
      const isAsked = removed[record] === 0 || reason >= duplicate;
      const id = ids[record] ?? -1;
      if (!isAsked || !repeated.has(id)) continue;
      const said = JSON.stringify(readers.map((read) => read(row)));
      const before = first.get(id);
      if (before === undefined) first.set(id, said);
      else if (reason === duplicate && said !== before) differing[record] = 1;
    }
  }
  return differing;
}

/**
 * Of these repeats those of a response in their own file, and those of one in another, as there are where
 * each file numbers its own responses or is another round.
 */
export function repeatsByFile(
  repeated: Uint8Array,
  exports: readonly PlacedExport[],
  { ids, size }: Records,
  removed: Uint8Array,
): readonly [own: Uint8Array, elsewhere: Uint8Array] {
  const [own, elsewhere, last] = [new Uint8Array(size), new Uint8Array(size), new Uint32Array(size)];
  for (const [index, { offset, table }] of exports.entries())
    for (let record = offset; record < offset + table.rows; record++) {
      const id = ids?.[record] ?? -1;
      if (id < 0 || removed[record] === 1) continue;
      if (repeated[record] === 1) (last[id] === index + 1 ? own : elsewhere)[record] = 1;
      last[id] = index + 1;
    }
  return [own, elsewhere];
}
