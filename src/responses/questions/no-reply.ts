import type { Table } from '../../intake/table.ts';
import { fold } from '../../survey/labels/labels.ts';

/** The same table with nothing in the cells that hold one of these words, which stand for no reply. */
export function withoutNoReply(table: Table, words: readonly string[]): Table {
  if (words.length === 0) return table;
  const noReply = new Set(words.map(fold));
  const columns = [...table.columns].map(([position, column]) => {
    const left = column.values.map((value) => (noReply.has(fold(value)) ? '' : value));
    return [position, { ...column, values: left }] as const;
  });
  return { ...table, columns: new Map(columns) };
}
