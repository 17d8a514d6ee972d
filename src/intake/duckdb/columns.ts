import { isNoReply } from '../blank.ts';
import type { DuckDBConnection, DuckDBDataChunk } from '@duckdb/node-api';
import { type ColumnBuilder, columnBuilder } from '../columns/column-builder.ts';
import { type Encoded, encode } from './dictionary.ts';
import { type CellColumn, unforeseenText } from './query.ts';
import { type Codes, type Column, codesFor } from '../table.ts';

/**
 * The columns of the table `cells` of all rows but the first ones, which are headers; `noReply` are cells
 * that count as blank.
 */
export async function columnsOf(
  connection: DuckDBConnection,
  columns: readonly CellColumn[],
  headers: number,
  rows: number,
  noReply: ReadonlySet<string>,
): Promise<ReadonlyMap<number, Column>> {
  const builderOf = ({ keep }: CellColumn) => columnBuilder(keep, noReply);
  // Free text hardly ever has few values, and where it has they are texts of their own all the same.
  const answers = columns.filter(({ keep }) => keep !== 'fingerprints');
  const encoded = await encode(connection, answers, headers, rows, noReply.size === 0);
  const others = columns.filter(({ position }) => !encoded.some((one) => one.position === position));
  const textOf = ({ position, foreseen }: CellColumn) =>
    foreseen.length === 0
      ? `c${position}`
      : `coalesce(${unforeseenText(columns, position)}, CAST(c${position} AS VARCHAR))`;
  const found = new Map([
    ...(await byCode(connection, encoded, headers, rows, noReply)),
    ...(await byCell(connection, others, headers, rows, textOf, builderOf)),
  ]);
  return new Map(
    columns.flatMap(({ position }) => {
      const column = found.get(position);
      return column ? [[position, column] as const] : [];
    }),
  );
}

/** Takes what is selected of the rows under the headers, some thousand rows at a time. */
async function eachChunk(
  connection: DuckDBConnection,
  cells: readonly string[],
  headers: number,
  take: (chunk: DuckDBDataChunk, size: number) => void,
): Promise<void> {
  const sql = `SELECT ${cells.join(', ')} FROM cells WHERE rowid >= ${headers}`;
  const result = await connection.stream(sql);
  for (;;) {
    const chunk = await result.fetchChunk();
    const size = chunk?.rowCount ?? 0;
    if (chunk === null || size === 0) return;
    take(chunk, size);
  }
}

/**
 * Columns of few different values: codes come as they are, some thousand at a time; a value of `noReply`
 * counts as blank.
 */
async function byCode(
  connection: DuckDBConnection,
  encoded: readonly Encoded[],
  headers: number,
  rows: number,
  noReply: ReadonlySet<string>,
): Promise<(readonly [number, Column])[]> {
  if (encoded.length === 0) return [];
  const codes = encoded.map(({ values }) => codesFor(values.length, rows));
  let row = 0;
  const cells = encoded.map(({ code }) => code);
  await eachChunk(connection, cells, headers, (chunk, size) => {
    for (const [nth, own] of codes.entries()) {
      const { items } = chunk.getColumnVector(nth) as unknown as { readonly items: Codes };
      own.set(items.subarray(0, size), row);
    }
    row += size;
  });
  return encoded.map(({ position, values }, nth) => [
    position,
    {
      values: values.map((value) => (isNoReply(value, noReply) ? '' : value)),
      codes: codes[nth] ?? new Uint8Array(0),
    },
  ]);
}

/** Columns in which most values differ: each cell as text. */
async function byCell(
  connection: DuckDBConnection,
  columns: readonly CellColumn[],
  headers: number,
  rows: number,
  textOf: (column: CellColumn) => string,
  builderOf: (column: CellColumn) => ColumnBuilder,
): Promise<(readonly [number, Column])[]> {
  if (columns.length === 0) return [];
  const builders = columns.map(builderOf);
  await eachChunk(connection, columns.map(textOf), headers, (chunk, size) => {
    for (const [nth, builder] of builders.entries()) {
      const vector = chunk.getColumnVector(nth);
      for (let at = 0; at < size; at++) builder.add(String(vector.getItem(at)));
    }
  });
  return columns.map(({ position }, nth) => [position, builders[nth]?.column(rows) as Column]);
}
