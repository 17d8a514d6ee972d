import { twiceAsLong } from '../records/line-breaks.ts';
import type { NotPlain } from './plain-file.ts';

/** Measures records, one after the other, in which every quotation mark is where it should be. */
export interface RecordMeasure {
  /**
   * Measures the record that begins at a place in these bytes. Returns why the file is not plain, if it shows. The cells of a record
   * without quotation marks need to be counted only where `isCounted`.
   */
  measure(bytes: Buffer, from: number, isCounted: boolean): NotPlain | undefined;
  /** Where the record ends that was measured last; 0 where it goes on after the bytes. */
  end(): number;
  /** How many cells it has; 0 where they were not counted. */
  cells(): number;
  /** Where its cell at a position begins, and behind the last one where another would; only where they were counted. */
  cellStart(position: number): number;
  /** How many line breaks there are in its cells. */
  breaks(): number;
  /** Whether something that can be seen begins one of its cells; where nothing does, there may be something all the same. */
  hasInk(): boolean;
  isCrLf(): boolean;
}

const QUOTE = 0x22;
const [LF, CR] = [0x0a, 0x0d];

export const STRAY: NotPlain = 'quotation marks where none belong';
export const MIXED_ENDS: NotPlain = 'lines that end in different ways';
const OLD_BREAKS: NotPlain = 'line breaks of an old kind';

/** `delimiter` is a byte. */
export function recordMeasure(delimiter: number): RecordMeasure {
  /** 1 for bytes that are nothing but part of a cell, and for those of them that can be seen. */
  const isPlain = new Uint8Array(256).fill(1);
  for (const byte of [QUOTE, LF, CR, delimiter]) isPlain[byte] = 0;
  const isInk = isPlain.map((is, byte) => (byte > 0x20 && byte < 0x7f ? is : 0));
  let [end, cells, breaks, hasInk, isCrLf] = [0, 0, 0, false, false];
  let starts = new Uint32Array(64);
  let searched: Buffer | undefined;
  // Where the next ones are, as far as they have been looked for: a native search is faster than a loop.
  let [lineFeed, carriageReturn, quote] = [-1, -1, -1];

  function nextOf(bytes: Buffer, byte: number, known: number, from: number): number {
    if (known >= from) return known;
    const found = bytes.indexOf(byte, from);
    return found === -1 ? bytes.length : found;
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
  function countBreaks(bytes: Buffer, from: number, to: number): boolean {
    lineFeed = nextOf(bytes, LF, lineFeed, from);
    for (; lineFeed < to; lineFeed = nextOf(bytes, LF, lineFeed, lineFeed + 1)) breaks++;
    carriageReturn = nextOf(bytes, CR, carriageReturn, from);
    for (; carriageReturn < to; carriageReturn = nextOf(bytes, CR, carriageReturn, carriageReturn + 1))
      if (bytes[carriageReturn + 1] !== LF) return false;
    return true;
  }

  function measureCells(bytes: Buffer, from: number): NotPlain | undefined {
    const { length } = bytes;
    for (let at = from; at < length; at++) {
      if (cells + 1 === starts.length) starts = twiceAsLong(starts);
      starts[cells++] = at;
      if (bytes[at] === QUOTE) {
        hasInk ||= isInk[bytes[at + 1] ?? 0] === 1;
        const behind = endOfQuoted(bytes, at);
        if (!countBreaks(bytes, at, behind)) return OLD_BREAKS;
        if (behind === 0) return undefined;
        at = behind;
        if (isPlain[bytes[at] ?? 0] === 1) return STRAY;
      } else {
        hasInk ||= isInk[bytes[at] ?? 0] === 1;
        while (at < length && isPlain[bytes[at] ?? 0] === 1) at++;
        if (bytes[at] === QUOTE) return STRAY;
      }
      isCrLf = bytes[at] === CR;
      starts[cells] = at + 1;
      if (isCrLf) at++;
      if (at < length && bytes[at] === LF) end = at + 1;
      else if (isCrLf && at < length) return MIXED_ENDS;
      if (end > 0) return undefined;
    }
    return undefined;
  }

  return {
    measure(bytes, from, isCounted) {
      if (bytes !== searched) [searched, lineFeed, carriageReturn, quote] = [bytes, -1, -1, -1];
      [end, cells, breaks, hasInk, isCrLf] = [0, 0, 0, false, false];
      if (isCounted || isInk[bytes[from] ?? 0] !== 1) return measureCells(bytes, from);
      // A record without a quotation mark ends at the next LF. DuckDB refuses those that have not as many cells as the rest.
      lineFeed = nextOf(bytes, LF, lineFeed, from);
      quote = nextOf(bytes, QUOTE, quote, from);
      if (quote < lineFeed || lineFeed === bytes.length) return measureCells(bytes, from);
      carriageReturn = nextOf(bytes, CR, carriageReturn, from);
      if (carriageReturn < lineFeed - 1) return MIXED_ENDS;
      [end, hasInk, isCrLf] = [lineFeed + 1, true, carriageReturn === lineFeed - 1];
      return undefined;
    },
    end: () => end,
    cells: () => cells,
    cellStart: (position) => starts[position] ?? 0,
    breaks: () => breaks,
    hasInk: () => hasInk,
    isCrLf: () => isCrLf,
  };
}
