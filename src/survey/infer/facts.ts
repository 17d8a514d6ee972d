import { isBlank, tidy } from '../../intake/blank.ts';
import type { Heading } from '../../intake/headers/layout.ts';
import { GIVEN } from '../../intake/columns/fingerprint.ts';
import { ONLY_ONCE, type Table } from '../../intake/table.ts';
import { nameColumns } from '../columns/find-column.ts';
import type { PooledTable } from '../columns/pooled-table.ts';
import { fold } from '../labels/labels.ts';

/** A distinct answer, in its most frequent spelling, and in how many records it stands. */
export interface LabelCount {
  readonly label: string;
  /** As it stands in the cell, line breaks and all. */
  readonly raw: string;
  readonly folded: string;
  readonly count: number;
}

/** In how many records any of these stands. */
export function countOf(labels: readonly { readonly count: number }[]): number {
  return labels.reduce((sum, { count }) => sum + count, 0);
}

/** What the cells of one column are like: all that inference looks at. */
export interface ColumnFacts {
  /** Counted from 0. */
  readonly position: number;
  /** What a definition calls the column. */
  readonly name: string;
  readonly heading: Heading;
  /** The distinct answers, most frequent first, ties by label. Empty where they were too many to keep. */
  readonly labels: readonly LabelCount[];
  /** How many records there are, blank or not, in files that have the column. */
  readonly records: number;
  /** How many cells are not blank, and how many different things they hold: in each file, where two may number records from 1. */
  readonly filled: number;
  readonly distinct: number;
  /** A few of them, as they stand in the cells. */
  readonly sample: readonly string[];
  /** Whether every answer is at hand, and not only that there was one. */
  readonly known: boolean;
  /** Whether they are ids, and so many that only those are at hand which stand in several records. */
  readonly areIds?: true;
}

/** More different answers than any question has that is not answered in the respondents' own words. */
const MOST_DISTINCT = 5000;
const SAMPLE = 20;

/** The facts of every column of a table whose columns were all kept. */
export function columnFacts(table: PooledTable): ColumnFacts[] {
  const { headings } = table.layout;
  const names = nameColumns(headings);
  return headings.map((heading, position) => {
    const records = table.held?.get(position) ?? table.rows;
    const column = { position, name: names[position] ?? '', heading, records };
    const { values, counts } = countValues(table, position);
    const held: number[] = [];
    let [filled, lone] = [0, 0];
    for (const [code, value] of values.entries()) {
      const count = counts[code] ?? 0;
      if (count === 0 || isBlank(value)) continue;
      filled += count;
      if (value === ONLY_ONCE) lone = count;
      else held.push(code);
    }
    const sample = held.slice(0, SAMPLE).map((code) => values[code] ?? '');
    const isForgotten = lone === 0 && sample[0] === GIVEN;
    const shared = { ...column, filled, sample: isForgotten ? [] : sample };
    if (lone > 0 || isForgotten || held.length > MOST_DISTINCT) {
      const distinct = isForgotten ? filled : held.length + lone + againIn(table, position);
      return { ...shared, labels: [], distinct, known: false, ...(lone > 0 && { areIds: true }) };
    }
    const labels = labelCounts(held.map((code) => [values[code] ?? '', counts[code] ?? 0]));
    return { ...shared, labels, distinct: labels.length + againIn(table, position), known: true };
  });
}

/** Whether at least such a share of these cells, of which there are some, is so. */
export function areMostly(cells: readonly string[], share: number, isSo: (cell: string) => boolean): boolean {
  return cells.length > 0 && cells.filter((cell) => isSo(tidy(cell))).length >= cells.length * share;
}

/** A column as if the cells with these labels were blank. */
export function withoutLabels(column: ColumnFacts, without: readonly string[]): ColumnFacts {
  const folded = new Set(without.map(fold));
  const labels = column.labels.filter((label) => !folded.has(label.folded));
  if (labels.length === column.labels.length) return column;
  return {
    ...column,
    labels,
    filled: countOf(labels),
    distinct: column.distinct - (column.labels.length - labels.length),
    sample: column.sample.filter((value) => !folded.has(fold(value))),
  };
}

function countValues(table: Table, position: number) {
  const { values = [], codes = [] } = table.columns.get(position) ?? {};
  const counts = new Float64Array(values.length);
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  return { values, counts };
}

/** How many of the things that files hold in a column another of them holds too, as often as it does. */
function againIn({ columns, files = [] }: PooledTable, position: number): number {
  const { values = [], codes = [] } = columns.get(position) ?? {};
  const last = new Int32Array(values.length).fill(-1);
  let [again, row] = [0, 0];
  for (const [file, rows] of files.entries())
    for (const end = row + rows; row < end; row++) {
      const code = codes[row] ?? 0;
      if (last[code] !== -1 && last[code] !== file && !isBlank(values[code] ?? '')) again++;
      last[code] = file;
    }
  return again;
}

/** Values and how often each occurs, as labels, most frequent first. */
export function labelCounts(held: readonly (readonly [value: string, count: number])[]): LabelCount[] {
  const labels = new Map<string, { raw: string; most: number; count: number }>();
  for (const [value, count] of held) {
    const folded = fold(value);
    const { raw = value, most = 0, count: before = 0 } = labels.get(folded) ?? {};
    // Of two that are as frequent not the one that is met first: the order of the rows changes nothing.
    const isUsual = count > most || (count === most && value < raw);
    labels.set(folded, { raw: isUsual ? value : raw, most: Math.max(count, most), count: before + count });
  }
  return sortedLabels(
    [...labels].map(([folded, { raw, count }]) => ({ folded, raw, label: tidy(raw), count })),
  );
}

/** The labels of several columns as one list. */
export function pooledLabels(columns: readonly ColumnFacts[]): LabelCount[] {
  const pooled = new Map<string, LabelCount>();
  for (const one of columns.flatMap(({ labels }) => labels)) {
    const known = pooled.get(one.folded);
    pooled.set(one.folded, { ...one, ...known, count: one.count + (known?.count ?? 0) });
  }
  return sortedLabels([...pooled.values()]);
}

function sortedLabels(labels: readonly LabelCount[]): LabelCount[] {
  return labels.toSorted((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
}
