import { twiceAsLong } from '../records/line-breaks.ts';
import type { NotPlain } from './plain-file.ts';

/**
 * Measures records, one after the other, in which every quotation mark is where it should be. It goes from
 * one line end or quotation mark to the next, which a native search finds: of cells without one nothing is
 * looked at.
 */
export interface RecordMeasure {
  /** Measures the record that begins at a place in these bytes. Returns why the file is not plain, if it shows. */
  measure(bytes: Buffer, from: number): NotPlain | undefined;
  /** Where the record ends that was measured last; 0 where it goes on after the bytes. */
  end(): number;
  /** How many line breaks there are in its cells. */
  breaks(): number;
  isCrLf(): boolean;
  /** How many of its cells are in quotation marks. */
  quotedCells(): number;
  /** Where one of them begins, by its number from 0, and the place behind it, quotation marks and all. */
  quotedStart(nth: number): number;
  quotedEnd(nth: number): number;
}

const QUOTE = 0x22;
const [LF, CR] = [0x0a, 0x0d];

export const STRAY: NotPlain = 'quotation marks where none belong';
export const MIXED_ENDS: NotPlain = 'lines that end in different ways';
const OLD_BREAKS: NotPlain = 'line breaks of an old kind';

/** `delimiter` is a byte. */
export function recordMeasure(delimiter: number): RecordMeasure {
  let [end, breaks, isCrLf, quotedCells] = [0, 0, false, 0];
  let quotedStarts = new Uint32Array(64);
  let quotedEnds = new Uint32Array(64);
  let searched: Buffer | undefined;
  // Where the next ones are, as far as they have been looked for.
  let [lineFeed, carriageReturn, quote] = [-1, -1, -1];

  function nextOf(bytes: Buffer, byte: number, known: number, from: number): number {
    if (known >= from) return known;
    const found = bytes.indexOf(byte, from);
    return found === -1 ? bytes.length : found;
  }

  function searchFrom(bytes: Buffer, from: number): void {
    lineFeed = nextOf(bytes, LF, lineFeed, from);
    carriageReturn = nextOf(bytes, CR, carriageReturn, from);
    quote = nextOf(bytes, QUOTE, quote, from);
  }

  /** The place behind the quotation mark that ends a cell; 0 where it goes on after the bytes. */
  function endOfQuoted(bytes: Buffer, from: number): number {
    for (let at = from + 1; ; at += 2) {
      at = bytes.indexOf(QUOTE, at);
      if (at === -1 || at + 1 === bytes.length) return 0;
      // Two of them are one that stands in the cell.
      if (bytes[at + 1] !== QUOTE) return at + 1;
    }
  }

  /** Counts the line breaks up to a place. Returns whether all are of one kind, or may be. */
  function countBreaks(bytes: Buffer, to: number): boolean {
    for (; lineFeed < to; lineFeed = nextOf(bytes, LF, lineFeed, lineFeed + 1)) breaks++;
    for (; carriageReturn < to; carriageReturn = nextOf(bytes, CR, carriageReturn, carriageReturn + 1))
      if (bytes[carriageReturn + 1] !== LF) return false;
    return true;
  }

  function isCellEnd(byte: number | undefined): boolean {
    return byte === delimiter || byte === LF || byte === CR;
  }

  return {
    measure(bytes, from) {
      if (bytes !== searched) [searched, lineFeed, carriageReturn, quote] = [bytes, -1, -1, -1];
      [end, breaks, quotedCells] = [0, 0, 0];
      searchFrom(bytes, from);
      while (quote < lineFeed) {
        if (carriageReturn < quote) return MIXED_ENDS;
        if (quote !== from && bytes[quote - 1] !== delimiter) return STRAY;
        const behind = endOfQuoted(bytes, quote);
        if (!countBreaks(bytes, behind)) return OLD_BREAKS;
        if (behind === 0) return undefined;
        if (!isCellEnd(bytes[behind])) return STRAY;
        if (quotedCells === quotedEnds.length)
          [quotedStarts, quotedEnds] = [twiceAsLong(quotedStarts), twiceAsLong(quotedEnds)];
        quotedStarts[quotedCells] = quote;
        quotedEnds[quotedCells++] = behind;
        searchFrom(bytes, behind);
      }
      if (carriageReturn < lineFeed - 1) return MIXED_ENDS;
      if (lineFeed < bytes.length) [end, isCrLf] = [lineFeed + 1, carriageReturn < lineFeed];
      return undefined;
    },
    end: () => end,
    breaks: () => breaks,
    isCrLf: () => isCrLf,
    quotedCells: () => quotedCells,
    quotedStart: (nth) => quotedStarts[nth] ?? 0,
    quotedEnd: (nth) => quotedEnds[nth] ?? 0,
  };
}
