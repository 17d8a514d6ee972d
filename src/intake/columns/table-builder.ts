import { isBlank } from '../blank.ts';
import { isDosEnd } from '../bytes/dos-end.ts';
import type { Heading, Rows } from '../headers/layout.ts';
import type { RecognisedLayout } from '../headers/recognise.ts';
import { displacedHeaders, otherHeaders, totalsBetween } from '../refusals.ts';
import { type Repetition, repeatedHeaders } from '../headers/repeated-headers.ts';
import {
  LEAD,
  type ResponseRows,
  type Row,
  type RowsPart,
  responseRows,
  withoutNuls,
} from './response-rows.ts';
import { secondHeaders, shownText } from '../headers/row-faults.ts';
import { type TotalsAmong, totalsAmong } from '../totals/totals-among.ts';
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
  /** What the rows are read by, as soon as that is known, and the header rows. */
  known(): KnownTable | undefined;
  /** All that it holds; undefined where there was not a single row. */
  part(): TablePart | undefined;
  /**
   * Takes what another builder read of the rows below its own, with the same headings and columns. Returns
   * whether it could; if not, neither is of any use.
   */
  absorb(part: TablePart): boolean;
  /** The table; undefined where there was not a single row. */
  body(): TableBody | undefined;
}

/** What rows are read by once the first of them are known. */
export interface KnownTable {
  readonly layout: RecognisedLayout;
  /** Rows that begin as one of these does may be none of the responses: the headers, and totals. */
  readonly others: Rows;
  readonly keep: ReadonlyMap<number, Keep>;
}

/** A first row, of which it is not known yet whether it is one of headers. */
interface FirstRow extends Row {
  /** How many blank rows stand above it, wherever. */
  readonly blankAbove: number;
}

/** What a file holds from some line on. */
export interface TablePart extends RowsPart {
  readonly blankRows: number;
  /** How many lines it goes on for. */
  readonly lineCount: number;
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
  const lead: FirstRow[] = [];
  let known: (KnownTable & { readonly rows: ResponseRows }) | undefined;
  let repetition: (cells: readonly string[]) => Repetition = () => 'response';
  let totals: TotalsAmong | undefined;
  /** Rows of totals, of which it is not known yet whether a response stands below them. */
  const held: Row[] = [];
  let blankRows = 0;
  let afterBlank = false;
  let nextLine = firstLine;
  let nuls = false;

  const leadCells = (): Rows => lead.map(({ cells }) => (nuls ? withoutNuls(cells) : cells));

  function settle(): void {
    const cells = leadCells();
    const layout = recognise(cells);
    const { headerRows } = layout;
    repetition = repeatedHeaders(cells, headerRows);
    totals = totalsAmong(cells.slice(headerRows), layout);
    const kept = keep(layout.headings);
    const rows = responseRows(layout, kept);
    known = { layout, others: [...cells.slice(0, headerRows), ...totals.names], keep: kept, rows };
    // Among several rows of headers, one that is empty is one of theirs.
    if (headerRows > 1) blankRows -= lead[headerRows]?.blankAbove ?? 0;
    for (const fault of secondHeaders(layout, lead)) rows.note(fault);
    for (const row of lead.slice(headerRows)) addRow(row, layout, rows);
  }

  /** Takes a row that is not one of the first ones with the headers: a response, unless it is headers all the same. */
  function addRow(row: Row, layout: RecognisedLayout, rows: ResponseRows): void {
    const { cells, line } = row;
    const kind = repetition(cells);
    if (kind === 'other') throw otherHeaders(file, line);
    if (kind === 'response' && layout.isHeader?.(cells) === true) throw displacedHeaders(file, line);
    if (kind === 'response' && totals?.isTotals(cells) === true) return void held.push(row);
    if (kind === 'response') {
      leaveOut(rows);
      return rows.add(row, nuls);
    }
    takeHeld(rows);
    // Rows that have been taken cannot be left out any more.
    if (rows.lastFault()?.code !== 'header-row' && rows.summaries().length > 0)
      throw totalsBetween(file, rows.lastLine());
    rows.note({ code: 'header-row', row: rows.count(), line, cells: cells.length });
  }

  /** Leaves out the totals above a response. */
  function leaveOut(rows: ResponseRows): void {
    for (const { cells, line } of held.splice(0))
      rows.note({ code: 'summary-row', row: 0, line, cells: cells.length, text: shownText(cells) });
  }

  /** Takes totals with no response below them, as all rows are that may be some. */
  function takeHeld(rows: ResponseRows): void {
    for (const row of held.splice(0)) rows.add(row, nuls);
  }

  /** What is known once there are no more rows. */
  function whole(): typeof known {
    if (known === undefined && lead.length > 0) settle();
    if (known !== undefined) takeHeld(known.rows);
    return known;
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
      if (known !== undefined) addRow(row, known.layout, known.rows);
      else if (lead.push({ ...row, blankAbove: blankRows }) === LEAD) settle();
    },
    expectNuls() {
      nuls = true;
    },
    rows: () => known?.rows.count() ?? 0,
    line: () => nextLine,
    headings() {
      if (known !== undefined || lead.length === 0) return known?.layout.headings;
      return recognise(leadCells()).headings;
    },
    known: () => known,
    part() {
      const all = whole();
      return all && { ...all.rows.part(), blankRows, lineCount: nextLine - firstLine };
    },
    absorb(part) {
      if (known !== undefined) leaveOut(known.rows);
      const isAbsorbed = known?.rows.absorb(part, nextLine - 1) === true;
      blankRows += part.blankRows;
      nextLine += part.lineCount;
      return isAbsorbed;
    },
    body() {
      const all = whole();
      return all && { layout: all.layout, ...all.rows.body(), blankRows };
    },
  };
}
