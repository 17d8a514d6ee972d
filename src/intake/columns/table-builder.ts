import { isBlank } from '../blank.ts';
import { type ColumnBuilder, columnBuilder } from './column-builder.ts';
import { isDosEnd } from '../bytes/dos-end.ts';
import { idBuilder } from './id-builder.ts';
import type { Heading, Rows } from '../headers/layout.ts';
import { twiceAsLong } from '../records/line-breaks.ts';
import type { RecognisedLayout } from '../headers/recognise.ts';
import { displacedHeaders, otherHeaders, totalsBetween } from '../refusals.ts';
import { type Repetition, repeatedHeaders } from '../headers/repeated-headers.ts';
import type { LastRow } from '../totals/summary-cells.ts';
import { type SummaryKind, summaryRows } from '../totals/summary-rows.ts';
import { secondHeaders, shownText } from '../headers/row-faults.ts';
import type { Keep, RowFault, Table } from '../table.ts';

/** What a table holds, as against where it was read from. */
type TableBody = Pick<Table, 'layout' | 'columns' | 'rows' | 'lines' | 'blankRows' | 'faults'>;

export interface TableBuilder {
  /**
   * Takes the next record, in whose cells there are so many line breaks; `seen` is what is wrong with its text.
   */
  add(cells: readonly string[], breaks: number, seen?: RowFault['code']): void;
  /** From now on, records are looked through for NUL characters. */
  expectNuls(): void;
  /** How many rows there are so far. */
  rows(): number;
  /** The line on which the next record starts. */
  line(): number;
  /** The headings as far as the rows so far show; undefined before the first. */
  headings(): readonly Heading[] | undefined;
  /** The table; undefined where there was not a single row. */
  body(): TableBody | undefined;
}

/** How many rows a layout is recognised from. */
export const LEAD = 25;

/** How many rows at the end may be averages, totals and counts. */
export const TAIL = 16;

interface Row {
  readonly cells: readonly string[];
  readonly line: number;
  readonly seen: RowFault['code'] | undefined;
  readonly afterBlank: boolean;
  /** How many blank rows stand above it, wherever. */
  readonly blankAbove: number;
}

/**
 * Fills a table record by record. Blank rows are counted and left out, wherever they stand. The first others are held
 * back until the layout can be recognised from them; those that are not headers are then responses like the rest.
 * `keep` is asked once, as soon as the headings are known. Headers that come again, where exports were pasted under one
 * another, are left out; others in their place are refused, as is a header row that is not where it belongs.
 */
export function tableBuilder(
  file: string,
  firstLine: number,
  keep: (headings: readonly Heading[]) => ReadonlyMap<number, Keep>,
  recognise: (rows: Rows) => RecognisedLayout,
): TableBuilder {
  const lead: Row[] = [];
  const first: (readonly string[])[] = [];
  const last: LastRow[] = [];
  const builders: (readonly [number, ColumnBuilder])[] = [];
  const faults: RowFault[] = [];
  let layout: RecognisedLayout | undefined;
  let lines = new Uint32Array(64);
  let rows = 0;
  let blankRows = 0;
  let afterBlank = false;
  let nextLine = firstLine;
  let nuls = false;
  let repetition: (cells: readonly string[]) => Repetition = () => 'response';

  function settle(): void {
    const cells = lead.map((row) => row.cells);
    layout = recognise(cells);
    repetition = repeatedHeaders(cells, layout.headerRows);
    const noReply = new Set(layout.noReply);
    for (const [position, how] of keep(layout.headings))
      builders.push([
        position,
        how === 'ids' && noReply.size === 0 ? idBuilder() : columnBuilder(how, noReply),
      ]);
    // Among several rows of headers, one that is empty is one of theirs.
    if (layout.headerRows > 1) blankRows -= lead[layout.headerRows]?.blankAbove ?? 0;
    const responses = lead.slice(layout.headerRows);
    faults.push(...secondHeaders(layout, lead));
    for (const row of responses) addRow(row, layout);
  }

  /** Takes a row that is not one of the first ones with the headers: a response, unless it is headers all the same. */
  function addRow(row: Omit<Row, 'blankAbove'>, known: RecognisedLayout): void {
    const { cells, line } = row;
    const kind = repetition(cells);
    if (kind === 'other') throw otherHeaders(file, line);
    if (kind === 'response' && known.isHeader?.(cells) === true) throw displacedHeaders(file, line);
    if (kind === 'response') {
      addResponse(row, known.headings.length);
      return;
    }
    // Rows that have been taken cannot be left out any more.
    if (faults.at(-1)?.code !== 'header-row' && findSummaries(known).length > 0)
      throw totalsBetween(file, lines[rows - 1] ?? 0);
    faults.push({ code: 'header-row', row: rows, line, cells: cells.length });
  }

  function addResponse(
    { cells, line, seen, afterBlank: apart }: Omit<Row, 'blankAbove'>,
    width: number,
  ): void {
    if (rows === lines.length) lines = twiceAsLong(lines);
    if (first.length < LEAD - (layout?.headerRows ?? 0)) first.push(cells);
    last[rows % TAIL] = { cells, afterBlank: apart };
    lines[rows++] = line;
    const fault = (code: RowFault['code']): void => {
      faults.push({ code, row: rows, line, cells: cells.length });
    };
    if (seen !== undefined) fault(seen);
    if (nuls && cells.some((cell) => cell.includes('\0'))) fault('nul-character');
    if (cells.length < width) fault('short-row');
    if (cells.length > width && !cells.slice(width).every(isBlank)) fault('long-row');
    for (const [position, builder] of builders) builder.add(cells[position] ?? '');
  }

  /** What the last rows are that are no responses, the very last first. */
  function findSummaries(known: RecognisedLayout): SummaryKind[] {
    const tail = Array.from({ length: Math.min(TAIL, rows) }, (_, back) => last[(rows - 1 - back) % TAIL]);
    const ends = tail.filter((row) => row !== undefined);
    return summaryRows(first, ends, known, rows);
  }

  return {
    add(cells, breaks, seen) {
      const line = nextLine;
      nextLine += 1 + breaks;
      if (cells.every(isBlank) || isDosEnd(cells)) {
        blankRows++;
        afterBlank = true;
        return;
      }
      const row = { cells, line, seen, afterBlank };
      afterBlank = false;
      if (layout !== undefined) addRow(row, layout);
      else if (lead.push({ ...row, blankAbove: blankRows }) === LEAD) settle();
    },
    expectNuls() {
      nuls = true;
    },
    rows: () => rows,
    line: () => nextLine,
    headings() {
      if (layout !== undefined || lead.length === 0) return layout?.headings;
      return recognise(lead.map(({ cells }) => cells)).headings;
    },
    body() {
      if (layout === undefined && lead.length > 0) settle();
      if (layout === undefined) return undefined;
      const kinds = findSummaries(layout);
      const records = rows - kinds.length;
      const summaries = kinds.toReversed().map((code, nth): RowFault => {
        const row = records + nth + 1;
        const { cells = [] } = last[(row - 1) % TAIL] ?? {};
        return { code, row, line: lines[row - 1] ?? 0, cells: cells.length, text: shownText(cells) };
      });
      return {
        layout,
        columns: new Map(builders.map(([position, builder]) => [position, builder.column(records)])),
        rows: records,
        lines: lines.slice(0, records),
        blankRows,
        faults: [...faults.filter(({ row }) => row <= records), ...summaries],
      };
    },
  };
}
