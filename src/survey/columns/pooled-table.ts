import { type Column, type Table, codesFor } from '../../intake/table.ts';
import { columnFinder, nameColumns } from './find-column.ts';
import { sumOf } from '../../intake/sum.ts';

/** An export, or several as one. */
export interface PooledTable extends Table {
  /** How many records each of several has. */
  readonly files?: readonly number[];
  /** How many records those of them have that hold a column, by its position. */
  readonly held?: ReadonlyMap<number, number>;
}

/**
 * The records of several exports under the columns of the first, for a definition to be made from: what only a later one
 * holds is an option too. Cells of an export that lacks a column are blank.
 */
export function pooledTable(first: Table, others: readonly Table[]): PooledTable {
  if (others.length === 0) return first;
  const names = nameColumns(first.layout.headings);
  const finders = others.map(({ layout }) => columnFinder(layout.headings, nameColumns(layout.headings)));
  const held = new Map<number, number>();
  const columns = [...first.columns].map(([position, column]): [number, Column] => {
    const parts = others.map((table, nth): Part => {
      const [there = -1] = finders[nth]?.([names[position] ?? '']) ?? [];
      return { rows: table.rows, column: table.columns.get(there) };
    });
    const all = [{ rows: first.rows, column }, ...parts];
    held.set(position, rowsOf(all.filter((part) => part.column !== undefined)));
    return [position, joined(all)];
  });
  const tables = [first, ...others];
  const files = tables.map(({ rows }) => rows);
  return { ...first, columns: new Map(columns), rows: rowsOf(tables), files, held };
}

function rowsOf(parts: readonly { readonly rows: number }[]): number {
  return sumOf(parts, ({ rows }) => rows);
}

/** A column of one export, or so many blank cells. */
interface Part {
  readonly rows: number;
  readonly column: Column | undefined;
}

function joined(parts: readonly Part[]): Column {
  const known = new Map<string, number>();
  const codeOf = (value: string): number => {
    const code = known.get(value) ?? known.size;
    known.set(value, code);
    return code;
  };
  const translated = parts.map(({ column }) => (column?.values ?? ['']).map(codeOf));
  const codes = codesFor(known.size, rowsOf(parts));
  let at = 0;
  for (const [nth, { rows, column }] of parts.entries())
    for (let row = 0; row < rows; row++) codes[at++] = translated[nth]?.[column?.codes[row] ?? 0] ?? 0;
  return { values: [...known.keys()], codes };
}
