import { isBlank } from '../blank.ts';
import { finder } from '../bytes/byte-finder.ts';
import { CTRL_Z } from '../bytes/dos-end.ts';
import type { MayBeHeaders } from '../headers/header-watch.ts';
import { twiceAsLong } from '../records/line-breaks.ts';
import { recentBytes } from '../bytes/recent-bytes.ts';
import { UTF8_MARK } from '../bytes/marks.ts';
import type { NotPlain, PlainScan } from './plain-file.ts';
import { recordHoldsRows } from '../records/swallowed.ts';
import { utf8Check } from '../bytes/utf8-check.ts';

type LineEnd = '\n' | '\r\n';

const [QUOTE, LF, CR] = [0x22, 0x0a, 0x0d];

/** Where the scan is: between cells; in one; in one with quotation marks; after a mark in it; after CR outside, and in one. */
const [START, PLAIN, QUOTED, CLOSED, AFTER_CR, QUOTED_CR] = [0, 1, 2, 3, 4, 5];

/** What may be a row of headers again. */
export const MAYBE_HEADERS: NotPlain = 'what may be headers among the responses';

const stray: NotPlain = 'quotation marks where none belong';

/** `tailRecords` is how many records at the end are kept as text. */
export function plainScan(delimiter: number, tailRecords: number): PlainScan {
  const check = utf8Check();
  /** 1 for bytes that are nothing but part of a cell; the end of the bytes counts as 0, which is in no file. */
  const isPlain = new Uint8Array(256).fill(1);
  for (const byte of [0, QUOTE, LF, CR, delimiter]) isPlain[byte] = 0;
  const kept = recentBytes();
  // DuckDB's JavaScript would take it out of the beginning of a cell.
  const hasMark = finder([UTF8_MARK]);
  let mayBeHeaders: MayBeHeaders | undefined;
  let chunk: Buffer = Buffer.alloc(0);
  let state = START;
  let lines = new Uint32Array(1024);
  let [records, line, recordLine, recordStart, offset] = [0, 1, 1, 0, 0];
  let [cells, width] = [1, 0];
  let hasInk = false;
  let lineEnd: LineEnd | undefined;
  /** Where the last records start, and the one that is being read. */
  const starts: number[] = [0];

  function endRecord(at: number, ending: LineEnd): NotPlain | undefined {
    lineEnd ??= ending;
    if (lineEnd !== ending) return 'lines that end in different ways';
    if (width === 0) width = cells;
    if (!hasInk && isBlankRecord(at)) return 'blank rows';
    if (cells !== width) return 'rows of different lengths';
    if (line > recordLine && holdsOthers(at)) return 'answers that look like rows';
    if (mayBeHeaders !== undefined && isHeaders(mayBeHeaders, at)) return MAYBE_HEADERS;
    if (records === lines.length) lines = twiceAsLong(lines);
    lines[records++] = recordLine;
    recordLine = ++line;
    recordStart = at;
    starts.push(at);
    if (starts.length > tailRecords + 1) starts.shift();
    cells = 1;
    hasInk = false;
    return undefined;
  }

  function isHeaders(knows: MayBeHeaders, end: number): boolean {
    const from = recordStart - offset;
    if (from >= 0) return knows(chunk, from, end - offset);
    return knows(kept.between(recordStart, end), 0, end - recordStart);
  }

  function isBlankRecord(end: number): boolean {
    const text = kept.between(recordStart, end).toString();
    return isBlank(text.replaceAll(String.fromCharCode(delimiter), '').replaceAll('"', ''));
  }

  function holdsOthers(end: number): boolean {
    const bytes = kept.between(recordStart, end);
    // A row has one delimiter fewer than cells, and a cell that holds others as many again.
    const isEnough = countIn(bytes, delimiter) >= 2 * (width - 1);
    return isEnough && recordHoldsRows(bytes.toString(), String.fromCharCode(delimiter));
  }

  function isInk(byte: number | undefined): boolean {
    return byte !== undefined && byte > 0x20 && byte < 0x7f && byte !== QUOTE && byte !== delimiter;
  }

  function scan(bytes: Buffer): NotPlain | undefined {
    const { length } = bytes;
    // Where the next ones are, as far as they have been looked for: a native search is faster than a loop.
    let [lineFeed, carriageReturn, quote] = [-1, -1, -1];
    const nextOf = (byte: number, known: number, from: number): number => {
      if (known >= from) return known;
      const found = bytes.indexOf(byte, from);
      return found === -1 ? length : found;
    };
    for (let at = 0; at < length; at++) {
      const byte = bytes[at] ?? 0;
      if (state === START && offset + at === recordStart && isInk(byte)) {
        // A record without a quotation mark ends at the next LF. DuckDB refuses those that have not as many cells as the rest.
        lineFeed = nextOf(LF, lineFeed, at);
        quote = nextOf(QUOTE, quote, at);
        carriageReturn = nextOf(CR, carriageReturn, at);
        const isCrLf = carriageReturn === lineFeed - 1;
        if (lineFeed < length && quote > lineFeed && (isCrLf || carriageReturn > lineFeed) && width > 0) {
          [at, cells, hasInk] = [lineFeed, width, true];
          const problem = endRecord(offset + at + 1, isCrLf ? '\r\n' : '\n');
          if (problem !== undefined) return problem;
          continue;
        }
      }
      switch (state) {
        case START:
        case PLAIN:
        case CLOSED:
          if (state === CLOSED && isPlain[byte] === 1) return stray;
          if (byte === delimiter) {
            cells++;
            state = START;
          } else if (byte === LF) {
            const problem = endRecord(offset + at + 1, '\n');
            if (problem !== undefined) return problem;
            state = START;
          } else if (byte === CR) state = AFTER_CR;
          else if (byte === QUOTE) {
            if (state === PLAIN) return stray;
            // After a mark in a cell, another one is a mark that was written twice.
            if (state === START) hasInk ||= isInk(bytes[at + 1]);
            state = QUOTED;
          } else {
            if (state === START) hasInk ||= isInk(byte);
            state = PLAIN;
            while (isPlain[bytes[at + 1] ?? 0] === 1) at++;
          }
          break;
        case QUOTED: {
          const next = bytes.indexOf(QUOTE, at);
          const end = next === -1 ? length : next;
          lineFeed = nextOf(LF, lineFeed, at);
          for (; lineFeed < end; lineFeed = nextOf(LF, lineFeed, lineFeed + 1)) line++;
          carriageReturn = nextOf(CR, carriageReturn, at);
          for (; carriageReturn < end; carriageReturn = nextOf(CR, carriageReturn, carriageReturn + 1)) {
            if (carriageReturn + 1 === length) state = QUOTED_CR;
            else if (bytes[carriageReturn + 1] !== LF) return 'line breaks of an old kind';
          }
          if (next !== -1) state = CLOSED;
          at = end;
          break;
        }
        case QUOTED_CR:
          if (byte !== LF) return 'line breaks of an old kind';
          line++;
          state = QUOTED;
          break;
        case AFTER_CR: {
          if (byte !== LF) return 'lines that end in different ways';
          const problem = endRecord(offset + at + 1, '\r\n');
          if (problem !== undefined) return problem;
          state = START;
        }
      }
    }
    return undefined;
  }

  return {
    add(bytes) {
      if (!check.accepts(bytes)) return 'bytes that are not UTF-8';
      if (bytes.includes(0) || bytes.includes(CTRL_Z)) return 'NUL characters or Ctrl-Z';
      if (hasMark(bytes)) return 'byte order marks in cells';
      if (mayBeHeaders !== undefined) kept.forgetBefore(starts[0] ?? 0);
      chunk = bytes;
      kept.add(bytes);
      const problem = scan(bytes);
      offset += bytes.length;
      return problem;
    },
    records: () => records,
    lead: () => kept.between(0, recordStart),
    text: () => kept.between(0),
    forget(headers) {
      mayBeHeaders = headers;
    },
    end() {
      if (!check.ends()) return 'bytes that are not UTF-8';
      if (state === QUOTED || state === QUOTED_CR || state === AFTER_CR) return stray;
      if (offset > recordStart) {
        const problem = endRecord(offset, lineEnd ?? '\n');
        if (problem !== undefined) return problem;
      }
      const tail = kept.between(starts[0] ?? 0);
      return { records, lines: lines.slice(0, records), tail };
    },
  };
}

function countIn(bytes: Buffer, byte: number): number {
  let count = 0;
  for (let at = 0; at < bytes.length; at++) if (bytes[at] === byte) count++;
  return count;
}
