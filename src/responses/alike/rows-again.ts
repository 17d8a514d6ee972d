import { groupBy } from '../../intake/group-by.ts';
import type { Source } from '../questions/column-cells.ts';
import type { Readings } from '../questions/question-reading.ts';
import type { Cells } from '../responses.ts';
import type { Texts } from './campaigns.ts';

/** A shorter run is no part of a file that somebody took twice; so many of its rows differ from the one above. */
const FEWEST_ROWS = 12;
const FEWEST_CHANGES = 10;

/** How surely a run is none by chance: by so many powers of e. */
const CERTAINTY = 14;

/** How many records show how often two hold the same by chance. */
const SAMPLE = 500;

/** A prime by which windows of records are told apart (Karp and Rabin 1987). */
const FACTOR = 0x01000193;

/**
 * 1 for each record that is not removed and stands in a run of records with the same answers to everything, in the same order, as
 * as many before them: so many that nobody's answers do that by chance, however few the questions are. One that has the id of the
 * earlier one is left out: that is said of it. None are looked for where records stand for several responses: they are sorted.
 */
export function rowsAgain(texts: Texts, readings: Readings, { records, removed }: Source): Uint8Array {
  const flags = new Uint8Array(records.size);
  const items = [...readings.values()].flatMap(({ answers }) => answers.map((one) => one.answers.cells));
  const columns = [...items, ...texts.columns];
  if (records.counts !== null || columns.length === 0) return flags;
  const order = new Uint32Array(records.size);
  let left = 0;
  for (let record = 0; record < removed.length; record++) if (removed[record] !== 1) order[left++] = record;
  const run = findRun(columns, order.subarray(0, left));
  for (let at = run.start; at < run.end; at++) {
    const [own = 0, before = 0] = [order[at], order[at - run.back]];
    const id = records.ids?.[own] ?? -1;
    if (id < 0 || id !== records.ids?.[before]) flags[own] = 1;
  }
  return flags;
}

/** Records from `start` to `end`, each with the answers of the one so far `back`. */
interface Run {
  readonly start: number;
  readonly end: number;
  readonly back: number;
}

const none: Run = { start: 0, end: 0, back: 0 };

/**
 * Finds it by the column in which the fewest records are the same by chance: windows of it, side by side, each of which may be found
 * again further down, unless all of it is alike. The other columns are held against each other only where one is.
 */
function findRun(columns: readonly Cells[], order: Uint32Array): Run {
  if (order.length < 2 * FEWEST_ROWS) return none;
  const parts = columns.map((column) => partAlike(column, order));
  const part = Math.min(...parts);
  // So long that no two parts of the file are the same by chance.
  const fewest = Math.max(
    FEWEST_ROWS,
    Math.ceil((2 * Math.log(order.length) + CERTAINTY) / Math.log(1 / part)),
  );
  if (fewest * 2 > order.length) return none;
  const cells = picked(columns[parts.indexOf(part)] ?? [], order);
  const windows = new Map<number, number>();
  /** Whether there may be a window of that print: nearly always there is none. */
  const met = new Uint8Array(2 ** Math.ceil(Math.log2((8 * cells.length) / fewest)));
  for (let at = 0; at + fewest <= cells.length; at += fewest) {
    const print = printOf(cells, at, fewest);
    if (changesIn(cells, at, at + fewest) * 2 < FEWEST_CHANGES || windows.has(print)) continue;
    windows.set(print, at);
    met[print & (met.length - 1)] = 1;
  }
  const first = powerOf(FACTOR, fewest - 1);
  let print = printOf(cells, 0, fewest);
  for (let at = 0; at + fewest <= cells.length; at++) {
    const known = met[print & (met.length - 1)] === 1 ? windows.get(print) : undefined;
    if (known !== undefined && known + fewest <= at) {
      const run = runAbout(at, at - known);
      if (run.end - run.start >= fewest && changesIn(cells, run.start, run.end) >= FEWEST_CHANGES) return run;
    }
    const next = (cells[at + fewest] ?? 0) + 1;
    print = (Math.imul(print - Math.imul((cells[at] ?? 0) + 1, first), FACTOR) + next) | 0;
  }
  return none;

  function runAbout(at: number, back: number): Run {
    let [start, end] = [at, at];
    while (start > back && isSame(start - 1, back)) start--;
    while (end < order.length && isSame(end, back)) end++;
    return { start, end, back };
  }

  function isSame(at: number, back: number): boolean {
    const [own = 0, before = 0] = [order[at], order[at - back]];
    return columns.every((column) => column[own] === column[before]);
  }
}

/** How large a part of all pairs of records hold the same. */
function partAlike(column: Cells, order: Uint32Array): number {
  const step = Math.ceil(order.length / SAMPLE);
  const sample = Array.from({ length: Math.floor(order.length / step) }, (_, nth) => order[nth * step] ?? 0);
  const alike = [...groupBy(sample, (record) => column[record] ?? 0).values()];
  return alike.reduce((sum, { length }) => sum + length ** 2, 0) / sample.length ** 2;
}

function picked(column: ArrayLike<number>, order: Uint32Array): Int32Array {
  const cells = new Int32Array(order.length);
  for (let at = 0; at < cells.length; at++) cells[at] = column[order[at] ?? 0] ?? 0;
  return cells;
}

function printOf(cells: Int32Array, start: number, length: number): number {
  let print = 0;
  for (let at = start; at < start + length; at++)
    print = (Math.imul(print, FACTOR) + (cells[at] ?? 0) + 1) | 0;
  return print;
}

function powerOf(factor: number, exponent: number): number {
  let power = 1;
  for (let nth = 0; nth < exponent; nth++) power = Math.imul(power, factor);
  return power;
}

/** How many of these records are unlike the one above. */
function changesIn(cells: Int32Array, start: number, end: number): number {
  let changes = 0;
  for (let at = Math.max(1, start); at < end; at++) if (cells[at] !== cells[at - 1]) changes++;
  return changes;
}
