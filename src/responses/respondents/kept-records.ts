import type { Kinds } from './kinds.ts';
import type { Readings } from '../questions/question-reading.ts';
import type { Records } from './records.ts';
import { type Answers, type Cells, type ResponseSet, newCells } from '../responses.ts';

/** What some records weigh and answered; `kept` are their positions, null being all of them. */
export function keptRecords(
  { size, counts, weights }: Records,
  readings: Readings,
  kept: Uint32Array | null,
): ResponseSet {
  const answers = [...readings].map(
    ([id, reading]) =>
      [
        id,
        reading.answers.map(({ item, answers: all }) => ({
          item,
          answers: { ...all, cells: pick(all.cells, kept) } as Answers,
        })),
      ] as const,
  );
  return {
    size: kept?.length ?? size,
    counts: counts && kept ? kept.map((record) => counts[record] ?? 1) : counts,
    weights: weights && kept ? Float64Array.from(kept, (record) => weights[record] ?? 0) : weights,
    answers: new Map(answers),
  };
}

/** Where each record that is kept stands among those that were kept before; both are in order. */
export function positionsIn(before: Uint32Array | null, kept: Uint32Array | null, size: number): Uint32Array {
  const among = kept ?? Uint32Array.from({ length: size }, (_, record) => record);
  if (before === null) return among;
  const positions = new Uint32Array(size);
  for (const [position, record] of before.entries()) positions[record] = position;
  return among.map((record) => positions[record] ?? 0);
}

/** What kind of respondent each record that is kept is from. */
export function keptKinds(kinds: Kinds | null, kept: Uint32Array | null): Kinds | null {
  if (kinds === null || kept === null) return kinds;
  return {
    cells: Int8Array.from(kept, (record) => kinds.cells[record] ?? -1),
    signatories: Float64Array.from(kept, (record) => kinds.signatories[record] ?? NaN),
  };
}

/** What the records that are kept have; all have something. */
export function pick(cells: Int32Array, kept: Uint32Array | null): Int32Array;
export function pick(cells: Cells, kept: Uint32Array | null): Cells;
export function pick(cells: Cells, kept: Uint32Array | null): Cells {
  if (kept === null) return cells;
  const picked = cells instanceof Int8Array ? newCells(kept.length, 0) : new Int32Array(kept.length);
  for (let index = 0; index < kept.length; index++) picked[index] = cells[kept[index] ?? 0] ?? 0;
  return picked;
}
