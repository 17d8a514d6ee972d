import type { MayBeHeaders } from '../headers/header-watch.ts';
import type { TakeRecord } from './record-texts.ts';

/** Why a file is not plain, to complete "… is read row by row: …". */
export type NotPlain = string;

/** More columns are to be kept than is worth the while of another reader. */
export const MANY_COLUMNS: NotPlain = 'many columns';

/** What is known of a plain file once it has been looked through. */
export interface PlainFile {
  readonly records: number;
  /** The line on which each record starts, counted from 1. */
  readonly lines: Uint32Array;
  /** The text of the last records, or of all if there are fewer. */
  readonly tail: Buffer;
}

/**
 * Looks through the bytes of a CSV file for anything about which two readers could differ: it is plain where
 * it is UTF-8, no row is blank, all end in the same way, and every quotation mark is where it should be.
 * Cells are not counted: DuckDB refuses rows that are too short, or too long by more than empty cells.
 *
 * It takes a step a record, from one line end to the next and from one quotation mark to the next, for the
 * line on which each starts and its first byte: that may begin a blank row or headers. Nothing else is done
 * in JavaScript for each row but to read free text. A native search through whole chunks for what begins such
 * rows takes several times as long.
 */
export interface PlainScan {
  /** Takes the next bytes; returns why the file is not plain, if it shows. */
  add(bytes: Buffer): NotPlain | undefined;
  /** How many records are complete. */
  records(): number;
  /** The bytes of the records that are complete; only while nothing has been forgotten. */
  lead(): Buffer;
  /** All bytes so far; only while nothing has been forgotten. */
  text(): Buffer;
  /**
   * From now on only the last records are kept, what may be headers again is not plain, and `take`, if any,
   * is given each record.
   */
  forget(mayBeHeaders: MayBeHeaders, take: TakeRecord | undefined): void;
  end(): PlainFile | NotPlain;
}
