import type { HeaderGround } from './headers/layout.ts';
import type { RecognisedLayout } from './headers/recognise.ts';
import type { SummaryKind } from './totals/summary-names.ts';
import type { Prints } from './columns/prints.ts';
import type { StrayBytes } from './bytes/weigh-bytes.ts';

/** One small integer a row: an index into the distinct values of a column. As narrow as the number of values allows. */
export type Codes = Uint8Array | Uint16Array | Uint32Array;

/** A column of more different values than this is no dictionary of answers. */
export const MOST_IN_DICTIONARY = 5000;

/** Room for the codes of so many rows that have so many distinct values. */
export function codesFor(values: number, rows: number): Codes {
  if (values <= 0x100) return new Uint8Array(rows);
  return values <= 0x10000 ? new Uint16Array(rows) : new Uint32Array(rows);
}

/** A column as its distinct raw values, in order of first appearance, and one code a row. */
export interface Column {
  readonly values: readonly string[];
  readonly codes: Codes;
  /** Which text is in each row, where they are free text that was not kept; its value is then `GIVEN`. */
  readonly texts?: ColumnTexts;
}

/** Free text by the fingerprints of what is different in it. */
export interface ColumnTexts {
  /** Of each row one more than the position of its text in `prints`, 0 where there is none. */
  readonly numbers: Uint32Array;
  readonly prints: Prints;
}

/**
 * How much of a column a reader keeps.
 * - `values`: every distinct value.
 * - `days`: of times only the day (see `dayOf`): there are few days, and nearly as many times as rows.
 * - `fingerprints`: of free text, whether a cell was blank and which texts are alike (see `Fingerprinter`).
 * - `answers`: where nobody knows yet what the column holds, the values, as long as there are not so many
 *   that it can only be free text.
 * - `ids`: those that stand in several rows, where a reader can tell; `ONLY_ONCE` stands for each of the
 *   others.
 */
export type Keep = 'values' | 'days' | 'fingerprints' | 'answers' | 'ids';

/** What stands for every id that no other row has; no id is like it. */
export const ONLY_ONCE = 'only once\0';

/**
 * Something wrong with one row as text, before anybody asks what its cells mean. `row` counts from 1.
 *
 * Not among the records: a `summary-row` of averages, totals or counts that somebody added under the
 * responses, or above or among them (its `row` is then 0); a `note-row` of words under them; a `header-row`
 * that repeats the headers, `row` being the response above it; a `second-headers`, taken for one more row of
 * headers above the first response. Among them, though they may be no responses: a `maybe-summary` and a
 * `maybe-headers`.
 */
export interface RowFault {
  readonly code:
    | 'short-row'
    | 'long-row'
    | 'stray-quote'
    | 'swallowed-rows'
    | 'nul-character'
    | 'header-row'
    | 'maybe-headers'
    | 'second-headers'
    | SummaryKind;
  readonly row: number;
  readonly line: number;
  /** Cells found in the row. */
  readonly cells: number;
  /** What stands in a row that is no response. */
  readonly text?: string;
  /** What makes it one of headers, or makes that doubtful. */
  readonly ground?: HeaderGround;
}

/** What makes it doubtful whether the letters of a file are right. */
export interface Doubts {
  /** Bytes that are not UTF-8, where nobody named the encoding and there are few. */
  readonly strayBytes?: StrayBytes;
  /** What is not in the encoding as which the file was read: each is U+FFFD. */
  readonly undecoded?: StrayBytes;
  /** The first line that looks like Mac OS Roman in a file that was taken for Windows-1252. */
  readonly macLine?: number;
}

/** An export as read: columnar, dictionary-encoded, holding only the columns that were asked for. */
export interface Table extends Doubts {
  readonly file: string;
  /** SHA-256 of the file as it came, in hexadecimal. */
  readonly sha256: string;
  /** SHA-256 of what was in the file, where it came packed. */
  readonly contentSha256?: string;
  readonly encoding: string;
  readonly delimiter: string;
  /** What platform wrote the file, and how: with the heading of every column, kept or not. */
  readonly layout: RecognisedLayout;
  /** The kept columns by their position in the file, counted from 0. */
  readonly columns: ReadonlyMap<number, Column>;
  /** Records: rows under the headers that hold at least one non-blank cell, rows of averages and totals aside. */
  readonly rows: number;
  /** The line of the file on which each record starts, counted from 1. */
  readonly lines: Uint32Array;
  /** Rows skipped because every cell was blank. */
  readonly blankRows: number;
  readonly faults: readonly RowFault[];
  /** Whether “NA” stands bare where every text is in quotation marks, as R writes what is missing. */
  readonly hasBareMissing?: boolean;
}

/** Bytes with a name. `open` may be called more than once: a wrong guess at the encoding reads again from the start. */
export interface ByteSource {
  readonly name: string;
  /** Where it is, if it is a file that others can open too. */
  readonly path?: string;
  open(): AsyncIterable<Uint8Array>;
  /** Throws a `UserError` where the file is not the one any more that was opened first. */
  check?(): void;
}
