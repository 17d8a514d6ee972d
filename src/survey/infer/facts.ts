import { isBlank, tidy } from '../../intake/blank.ts';
import type { Heading } from '../../intake/layout.ts';
import { GIVEN, type Table } from '../../intake/table.ts';
import { nameColumns } from '../find-column.ts';
import { fold } from '../labels.ts';

/** A distinct answer, in its most frequent spelling, and in how many records it stands. */
export interface LabelCount {
  readonly label: string;
  /** As it stands in the cell, line breaks and all. */
  readonly raw: string;
  readonly folded: string;
  readonly count: number;
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
  /** How many cells are not blank. */
  readonly filled: number;
  /** Whether every answer is at hand, and not only that there was one. */
  readonly known: boolean;
}

/** The facts of every column of a table whose columns were all kept. */
export function columnFacts(table: Table): ColumnFacts[] {
  const { headings } = table.layout;
  const names = nameColumns(headings);
  return headings.map((heading, position) => {
    const labels = labelCounts(table, position);
    const filled = labels.reduce((sum, { count }) => sum + count, 0);
    const known = !labels.some(({ label }) => label === GIVEN) || labels.length > 1;
    return { position, name: names[position] ?? '', heading, labels: known ? labels : [], filled, known };
  });
}

function labelCounts(table: Table, position: number): LabelCount[] {
  const column = table.columns.get(position);
  if (column === undefined) return [];
  const tally = new Float64Array(column.values.length);
  for (const code of column.codes) tally[code] = (tally[code] ?? 0) + 1;
  const labels = new Map<string, { raw: string; most: number; count: number }>();
  for (const [code, value] of column.values.entries()) {
    const count = tally[code] ?? 0;
    if (isBlank(value) || count === 0) continue;
    const folded = fold(value);
    const { raw = value, most = 0, count: before = 0 } = labels.get(folded) ?? {};
    const isUsual = count > most;
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
