import { groupBy } from '../../intake/group-by.ts';
import type { Source } from '../questions/column-cells.ts';
import type { Readings } from '../questions/question-reading.ts';
import type { Texts } from './campaigns.ts';

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
 * Each record at the end that answers everything as one so far above it does, run for run: so many that nobody's answers do
 * that by chance, however few the questions are. One that has the id of the other is left out: that is said of it.
 */
export function rowsAgain(texts: Texts, readings: Readings, { records, removed }: Source): RowsAgain {
  const flags = new Uint8Array(records.size);
  const items = [...readings.values()].flatMap(({ answers }) => answers.map((one) => one.answers.cells));
  const left = Uint32Array.from(flags.keys()).filter((record) => removed[record] !== 1);
  if (left.length < 2 * FEWEST_ROWS) return { flags };
  const prints = new Int32Array(left.length);
  for (const cells of [...items, ...texts.columns, records.counts ?? []])
    for (const [at, record] of left.entries())
      prints[at] = Math.imul((prints[at] ?? 0) ^ (cells[record] ?? 0), 0x01000193) + 1;
  const { length, back } = lastRunAgain(prints, fewestAlike(prints));
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

/** How many in a row are the same as others by no chance, among as many. */
function fewestAlike(prints: Int32Array): number {
  const step = Math.ceil(prints.length / SAMPLE);
  const sample = prints.filter((_, at) => at % step === 0);
  const sizes = [...groupBy(sample, (print) => print).values()].map(({ length }) => length);
  const share = sizes.reduce((sum, size) => sum + (size / sample.length) ** 2, 0);
  return Math.max(FEWEST_ROWS, (2 * Math.log(prints.length) + CERTAINTY) / Math.log(1 / share));
}

/**
 * How many at the end are the same as those so far `back`; none where `fewest` are not, or where they hardly differ. How many are is
 * reckoned of each `back` from those before it (Gusfield's Z, 1997): in a sorted file all would be looked through for each.
 */
function lastRunAgain(
  prints: Int32Array,
  fewest: number,
): { readonly length: number; readonly back: number } {
  const upwards = prints.toReversed();
  const least = Math.max(fewest, rowsUntilTheyDiffer(upwards));
  const same = new Uint32Array(upwards.length);
  let [from, to] = [0, 0];
  for (let back = 1; back < upwards.length; back++) {
    let length = back < to ? Math.min(to - back, same[back - from] ?? 0) : 0;
    while (back + length < upwards.length && upwards[length] === upwards[back + length]) length++;
    same[back] = length;
    if (back + length > to) [from, to] = [back, back + length];
    if (back >= fewest && length >= least) return { length, back };
  }
  return { length: 0, back: 0 };
}

/** How many there are until enough have been unlike the one before. */
function rowsUntilTheyDiffer(prints: Int32Array): number {
  let changes = 0;
  const at = prints.findIndex(
    (print, nth) => nth > 0 && print !== prints[nth - 1] && ++changes === FEWEST_CHANGES,
  );
  return at === -1 ? Infinity : at + 1;
}
