import { groupBy } from '../../intake/group-by.ts';
import type { Source } from '../questions/column-cells.ts';
import { type Readings, allCells } from '../questions/question-reading.ts';
import type { Texts } from './campaigns.ts';
import { sumOf } from '../../intake/sum.ts';

/** A shorter run is no part of a file that somebody took twice; so many of its records differ from the one above. */
const FEWEST_ROWS = 12;
const FEWEST_CHANGES = 10;

/** How surely a run is none by chance: by so many powers of e. */
const CERTAINTY = 14;

/** How many records show how often two answer the same by chance. */
const SAMPLE = 500;

/** Records that answer as others do, run for run. */
export interface RowsAgain {
  readonly flags: Uint8Array;
  /** The record that the first of them answers as. */
  readonly first?: number;
}

/**
 * Each record at the end that answers everything as one so far above it does, run for run: so many that
 * nobody's answers do that by chance, however few the questions are. One that has the id of the other is left
 * out: that is said of it.
 */
export function rowsAgain(texts: Texts, readings: Readings, { records, removed }: Source): RowsAgain {
  const flags = new Uint8Array(records.size);
  const columns = [...allCells(readings), ...texts.columns, ...(records.counts ? [records.counts] : [])];
  const left = recordsLeft(removed);
  const isSame = (own: number, other: number): boolean => {
    const [record, above] = [left[own] ?? 0, left[other] ?? 0];
    return columns.every((cells) => cells[record] === cells[above]);
  };
  const { length, back } = lastRunAgain(left.length, isSame, fewestAlike(columns, left));
  let first: number | undefined;
  for (const [nth, record] of left.slice(left.length - length).entries()) {
    const other = left[left.length - length - back + nth] ?? 0;
    const id = records.ids?.[record] ?? -1;
    if (id >= 0 && id === records.ids?.[other]) continue;
    flags[record] = 1;
    first ??= other;
  }
  return { flags, ...(first !== undefined && { first }) };
}

function recordsLeft(removed: Uint8Array): Uint32Array {
  const left = new Uint32Array(removed.length);
  let size = 0;
  for (let record = 0; record < removed.length; record++) if (removed[record] !== 1) left[size++] = record;
  return left.subarray(0, size);
}

/** How many in a row answer as others do by no chance, among as many. */
function fewestAlike(columns: readonly ArrayLike<number>[], left: Uint32Array): number {
  const step = Math.ceil(left.length / SAMPLE);
  const sample = left.filter((_, at) => at % step === 0);
  const alike = groupBy(sample, (record) => columns.map((cells) => cells[record]).join());
  const share = sumOf(alike.values(), ({ length }) => (length / sample.length) ** 2);
  return Math.max(FEWEST_ROWS, (2 * Math.log(left.length) + CERTAINTY) / Math.log(1 / share));
}

/**
 * How many of so many rows are at the end the same as those so far `back`; none where `fewest` are not, or
 * where they hardly differ.
 */
function lastRunAgain(
  rows: number,
  isSame: (own: number, other: number) => boolean,
  fewest: number,
): { readonly length: number; readonly back: number } {
  const turns: number[] = [];
  for (let at = rows - 1; at > 0 && turns.length < FEWEST_CHANGES; at--)
    if (!isSame(at, at - 1)) turns.push(at);
  const [none, top] = [{ length: 0, back: 0 }, turns[FEWEST_CHANGES - 1]];
  if (top === undefined) return none;
  const least = Math.max(fewest, rows - top + 1);
  for (let back = Math.ceil(fewest); back + least <= rows; back++) {
    // In a sorted file many rows are the same, but not where they turn to others.
    if (!turns.every((at) => isSame(at, at - back) && isSame(at - 1, at - 1 - back))) continue;
    let length = 0;
    while (length + back < rows && isSame(rows - 1 - length, rows - 1 - length - back)) length++;
    if (length >= least) return { length, back };
  }
  return none;
}
