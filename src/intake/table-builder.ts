import { isBlank } from './blank.ts';
import { columnBuilder } from './column-builder.ts';
import type { ColumnBuilder } from './column-builder.ts';
import type { Layout } from './layout.ts';
import { countLineBreaks } from './line-breaks.ts';
import type { Keep, RowFault, Table } from './table.ts';

/** What a table holds, as against where it was read from. */
type TableBody = Pick<Table, 'headers' | 'columns' | 'rows' | 'lines' | 'blankRows' | 'faults'>;

export interface TableBuilder {
  /** Takes the next record; `strayQuote` says that its quotation marks are not as they should be. */
  add(cells: readonly string[], strayQuote: boolean): void;
  /** From now on, records are looked through for NUL characters. */
  expectNuls(): void;
  /** The line on which the next record starts. */
  line(): number;
  /** The headers, or undefined while they have not been read. */
  headers(): readonly string[] | undefined;
  body(): TableBody;
}

/**
 * Fills a table record by record. Blank rows are counted and left out, wherever they stand; the first others are the
 * header rows, the rest are responses. `keep` is asked once, as soon as the headers are known.
 */
export function tableBuilder(
  layout: Layout,
  firstLine: number,
  keep: (headers: readonly string[]) => ReadonlyMap<number, Keep>,
): TableBuilder {
  const headerRows: (readonly string[])[] = [];
  const builders: (readonly [number, ColumnBuilder])[] = [];
  const faults: RowFault[] = [];
  let headers: readonly string[] | undefined;
  let lines = new Uint32Array(64);
  let rows = 0;
  let blankRows = 0;
  let nextLine = firstLine;
  let nuls = false;

  function addHeaderRow(cells: readonly string[]): void {
    headerRows.push(cells);
    if (headerRows.length < layout.headerRows) return;
    headers = layout.headers(headerRows);
    for (const [position, how] of keep(headers)) builders.push([position, columnBuilder(how)]);
  }

  function addResponse(cells: readonly string[], line: number, width: number, strayQuote: boolean): void {
    if (rows === lines.length) {
      const longer = new Uint32Array(rows * 2);
      longer.set(lines);
      lines = longer;
    }
    lines[rows++] = line;
    const fault = (code: RowFault['code']): void => {
      faults.push({ code, row: rows, line, cells: cells.length });
    };
    if (strayQuote) fault('stray-quote');
    if (nuls && cells.some((cell) => cell.includes('\0'))) fault('nul-character');
    if (cells.length < width) fault('short-row');
    if (cells.length > width && !cells.slice(width).every(isBlank)) fault('long-row');
    for (const [position, builder] of builders) builder.add(cells[position] ?? '');
  }

  return {
    add(cells, strayQuote) {
      const line = nextLine;
      nextLine += 1;
      for (const cell of cells) nextLine += countLineBreaks(cell);
      if (cells.every(isBlank)) blankRows++;
      else if (headers === undefined) addHeaderRow(cells);
      else addResponse(cells, line, headers.length, strayQuote);
    },
    expectNuls() {
      nuls = true;
    },
    line: () => nextLine,
    headers: () => headers,
    body: () => ({
      headers: headers ?? [],
      columns: new Map(builders.map(([position, builder]) => [position, builder.column()])),
      rows,
      lines: lines.slice(0, rows),
      blankRows,
      faults,
    }),
  };
}
