import { isBlank } from '../blank.ts';
import { type ColumnBuilder, columnBuilder } from './column-builder.ts';
import { idBuilder } from './id-builder.ts';
import { twiceAsLong } from '../records/line-breaks.ts';
import type { RecognisedLayout } from '../headers/recognise.ts';
import type { ColumnPart } from './part.ts';
import type { LastRow } from '../totals/summary-cells.ts';
import type { SummaryKind } from '../totals/summary-names.ts';
import { summaryRows } from '../totals/summary-rows.ts';
import { shownText } from '../headers/row-faults.ts';
import type { Keep, RowFault, Table } from '../table.ts';

/** How many rows a layout is recognised from. */
export const LEAD = 25;

/** How many rows at the end may be averages, totals and counts. */
export const TAIL = 16;

/** A row under the headers, and what is wrong with its text. */
export interface Row extends LastRow {
  readonly line: number;
  readonly seen: RowFault['code'] | undefined;
}

/**
 * Rows of a file from some line on, by which lines and rows count from 1. Plain data, so that another thread
 * can hand it over.
 */
export interface RowsPart {
  readonly rows: number;
  readonly lines: Uint32Array;
  readonly faults: readonly RowFault[];
  /** The last rows, in the order of the file. */
  readonly last: readonly LastRow[];
  readonly columns: readonly (readonly [number, ColumnPart])[];
}

/** The responses of a table, as columns. */
export interface ResponseRows {
  /** Takes the next row; `mayHaveNul` where NUL characters are to be looked for in it. */
  add(row: Row, mayHaveNul: boolean): void;
  /** Takes note of what is wrong with a row that is not taken. */
  note(fault: RowFault): void;
  /** How many rows there are so far. */
  count(): number;
  /** The line of the last row. */
  lastLine(): number;
  lastFault(): RowFault | undefined;
  /** What the last rows are that are no responses, the very last first. */
  summaries(): readonly SummaryKind[];
  part(): RowsPart;
  /** Takes the rows of a part that stands below so many lines. Returns whether it could (see `ColumnBuilder`). */
  absorb(part: RowsPart, linesAbove: number): boolean;
  /** What a table holds of them, without the last rows that are no responses. */
  body(): Pick<Table, 'columns' | 'rows' | 'lines' | 'faults'>;
}

/** Cells of which those are blank that hold NUL characters and nothing else, as some programs write for nothing. */
export function withoutNuls(cells: readonly string[]): readonly string[] {
  return cells.map((cell) => (/^\0+$/u.test(cell) ? '' : cell));
}

/** Fills the columns that are kept, row by row. */
export function responseRows(layout: RecognisedLayout, keep: ReadonlyMap<number, Keep>): ResponseRows {
  const width = layout.headings.length;
  const noReply = new Set(layout.noReply);
  const builders = [...keep].map(([position, how]): readonly [number, ColumnBuilder] => [
    position,
    how === 'ids' && noReply.size === 0 ? idBuilder() : columnBuilder(how, noReply),
  ]);
  const first: (readonly string[])[] = [];
  const last: LastRow[] = [];
  const faults: RowFault[] = [];
  let lines = new Uint32Array(64);
  let rows = 0;

  /** The last rows, the very last first. */
  function tail(): LastRow[] {
    const rowsBack = Array.from(
      { length: Math.min(TAIL, rows) },
      (_, back) => last[(rows - 1 - back) % TAIL],
    );
    return rowsBack.filter((row) => row !== undefined);
  }

  const columnOf = (position: number) => builders.find(([own]) => own === position)?.[1].column(rows);
  const summaries = (): readonly SummaryKind[] => summaryRows(first, tail(), layout, rows, columnOf);

  return {
    add({ cells, line, seen, afterBlank }, mayHaveNul) {
      if (rows === lines.length) lines = twiceAsLong(lines);
      if (first.length < LEAD - layout.headerRows) first.push(cells);
      last[rows % TAIL] = { cells, afterBlank };
      lines[rows++] = line;
      const fault = (code: RowFault['code']): void => {
        faults.push({ code, row: rows, line, cells: cells.length });
      };
      if (seen !== undefined) fault(seen);
      if (mayHaveNul && cells.some((cell) => cell.includes('\0'))) fault('nul-character');
      if (cells.length < width) fault('short-row');
      if (cells.length > width && !cells.slice(width).every(isBlank)) fault('long-row');
      const answers = mayHaveNul ? withoutNuls(cells) : cells;
      for (const [position, builder] of builders) builder.add(answers[position] ?? '');
    },
    note: (fault) => void faults.push(fault),
    count: () => rows,
    lastLine: () => lines[rows - 1] ?? 0,
    lastFault: () => faults.at(-1),
    summaries,
    part: () => ({
      rows,
      lines: lines.subarray(0, rows),
      faults,
      last: tail().toReversed(),
      columns: builders.map(([position, builder]) => [position, builder.part()]),
    }),
    absorb(part, linesAbove) {
      for (const fault of part.faults)
        faults.push({ ...fault, row: fault.row + rows, line: fault.line + linesAbove });
      const longer = new Uint32Array(rows + part.rows);
      longer.set(lines.subarray(0, rows));
      longer.set(
        part.lines.map((line) => line + linesAbove),
        rows,
      );
      lines = longer;
      rows += part.rows;
      for (const [nth, row] of part.last.entries()) last[(rows - part.last.length + nth) % TAIL] = row;
      const parts = new Map(part.columns);
      return builders.every(([position, builder]) => {
        const own = parts.get(position);
        if (own === undefined) throw new Error(`The part has no column ${position}.`);
        return builder.absorb(own);
      });
    },
    body() {
      const kinds = summaries();
      const records = rows - kinds.filter((kind) => kind !== 'maybe-summary').length;
      const below = kinds.toReversed().map((code, nth): RowFault => {
        const row = rows - kinds.length + nth + 1;
        const { cells = [] } = last[(row - 1) % TAIL] ?? {};
        return { code, row, line: lines[row - 1] ?? 0, cells: cells.length, text: shownText(cells) };
      });
      return {
        columns: new Map(builders.map(([position, builder]) => [position, builder.column(records)])),
        rows: records,
        lines: lines.slice(0, records),
        faults: [...faults.filter(({ row }) => row <= records), ...below],
      };
    },
  };
}
