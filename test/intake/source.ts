import iconv from 'iconv-lite';
import type { ByteSource, Keep, Table } from '../../src/intake/table.ts';
import { readTable } from '../../src/intake/read-table.ts';
import type { ReadOptions } from '../../src/intake/read-table.ts';

/** Bytes (or UTF-8 text) as a file that is read in chunks of `chunk` bytes. */
export function file(content: string | Uint8Array, chunk = 65_536): ByteSource {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return {
    name: 'responses.csv',
    async *open() {
      for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
    },
  };
}

export const everything: ReadOptions['keep'] = (headings) =>
  new Map(headings.map((_, position): [number, Keep] => [position, 'values']));

export async function read(
  content: string | Uint8Array,
  options: Partial<ReadOptions> = {},
  chunk?: number,
): Promise<Table> {
  return readTable(file(content, chunk), { keep: everything, ...options });
}

/** What the columns of a table are called, kept or not. */
export function namesOf(table: Table): string[] {
  return table.layout.headings.map(({ name }) => name);
}

/** A table's kept cells, row by row. */
export function cellsOf(table: Table): string[][] {
  const columns = [...table.columns.values()];
  return Array.from({ length: table.rows }, (_, row) =>
    columns.map(({ values, codes }) => values[codes[row] ?? -1] ?? 'no such value'),
  );
}

export interface Format {
  readonly delimiter: string;
  readonly lineEnd: string;
  readonly encoding: string;
  readonly mark: boolean;
}

/** Writes rows as CSV, quoting a cell where any reader might need it: the tests' own writer, as small as can be. */
export function write(rows: readonly (readonly string[])[], format: Format): Buffer {
  const quoted = (cell: string): string =>
    /[",;\t|\r\n]/.test(cell) || cell.includes(format.delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;
  const text = rows.map((row) => row.map(quoted).join(format.delimiter) + format.lineEnd).join('');
  return iconv.encode(text, format.encoding, { addBOM: format.mark });
}
