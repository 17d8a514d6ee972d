import { isBlank } from '../blank.ts';
import { finder } from '../bytes/byte-finder.ts';
import { CTRL_Z } from '../bytes/dos-end.ts';
import type { MayBeHeaders } from '../headers/header-watch.ts';
import { twiceAsLong } from '../records/line-breaks.ts';
import { recentBytes } from '../bytes/recent-bytes.ts';
import { UTF8_MARK } from '../bytes/marks.ts';
import type { NotPlain, PlainScan } from './plain-file.ts';
import type { TakeRecord } from './record-texts.ts';
import { MIXED_ENDS, STRAY, recordMeasure } from './plain-record.ts';
import { cellsOf } from '../records/quotes.ts';
import { recordHoldsRows } from '../records/swallowed.ts';
import { utf8Check } from '../bytes/utf8-check.ts';

/** What may be a row of headers again. */
export const MAYBE_HEADERS: NotPlain = 'what may be headers or totals among the responses';

const QUOTE = 0x22;

/** `tailRecords` is how many records at the end are kept as text. */
export function plainScan(delimiter: number, tailRecords: number): PlainScan {
  const delimiterText = String.fromCharCode(delimiter);
  const check = utf8Check();
  const kept = recentBytes();
  // DuckDB's JavaScript would take it out of the beginning of a cell.
  const hasMark = finder([UTF8_MARK]);
  const record = recordMeasure(delimiter);
  /** 1 for a byte that can be seen and stands in a cell. */
  const isInk = Uint8Array.from({ length: 256 }, (_, byte) => (byte > 0x20 && byte < 0x7f ? 1 : 0));
  for (const byte of [delimiter, QUOTE]) isInk[byte] = 0;
  let mayBeHeaders: MayBeHeaders | undefined;
  let takeRecord: TakeRecord | undefined;
  let lines = new Uint32Array(1024);
  let [records, line, width] = [0, 1, 0];
  let isCrLf: boolean | undefined;
  /** Where the last records start, by their number modulo their number, and where the one does that has not ended. */
  const starts = new Float64Array(tailRecords + 1);
  let recordStart = 0;
  /** The beginning of that, and bytes that have not been looked through. */
  let begun: Buffer = Buffer.alloc(0);
  let coming: Buffer[] = [];
  let comingBytes = 0;
  /**
   * Where both stand one after the other: used again and again, since new memory for each chunk takes longer
   * than the rest.
   */
  let memory: Buffer = Buffer.alloc(0);

  /** Looks through what has come; a record of several chunks again only where it may have become twice as long. */
  function goOn(isLast: boolean): NotPlain | undefined {
    if (comingBytes < begun.length && !isLast) return undefined;
    const bytes = joined();
    let at = 0;
    while (at < bytes.length) {
      const problem = endRecord(bytes, at);
      if (problem !== undefined) return problem;
      if (record.end() === 0) break;
      at = record.end();
    }
    begun = bytes.subarray(at);
    return undefined;
  }

  function come(bytes: Buffer): void {
    coming.push(bytes);
    comingBytes += bytes.length;
  }

  /** The bytes that have not been looked through, which are no longer coming then. */
  function joined(): Buffer {
    const length = begun.length + comingBytes;
    const larger = length > memory.length ? Buffer.alloc(2 * length) : memory;
    larger.set(begun);
    memory = larger;
    let end = begun.length;
    for (const chunk of coming) {
      memory.set(chunk, end);
      end += chunk.length;
    }
    coming = [];
    comingBytes = 0;
    return memory.subarray(0, length);
  }

  /** Takes the record that begins at a place, if it ends in these bytes. */
  function endRecord(bytes: Buffer, from: number): NotPlain | undefined {
    const problem = record.measure(bytes, from);
    const to = record.end();
    if (problem !== undefined || to === 0) return problem;
    isCrLf ??= record.isCrLf();
    if (isCrLf !== record.isCrLf()) return MIXED_ENDS;
    if (width === 0) width = cellsOf(bytes.toString('utf8', from, to).trimEnd(), delimiterText).length;
    if (isBlankRecord(bytes, from, to)) return 'blank rows';
    if (record.breaks() > 0 && holdsOthers(bytes, from, to)) return 'answers that look like rows';
    if (mayBeHeaders?.(bytes, from, to) === true) return MAYBE_HEADERS;
    takeRecord?.(bytes, from, to, record);
    if (records === lines.length) lines = twiceAsLong(lines);
    lines[records++] = line;
    line += 1 + record.breaks();
    recordStart += to - from;
    starts[records % starts.length] = recordStart;
    return undefined;
  }

  function isBlankRecord(bytes: Buffer, from: number, to: number): boolean {
    // Nearly always the first byte is one.
    for (let at = from; at < to; at++) if (isInk[bytes[at] ?? 0] === 1) return false;
    return isBlank(bytes.toString('utf8', from, to).replaceAll(delimiterText, '').replaceAll('"', ''));
  }

  /** A row has one delimiter fewer than cells, and a cell that holds others as many again. */
  function holdsOthers(bytes: Buffer, from: number, to: number): boolean {
    let at = from - 1;
    for (let left = 2 * (width - 1); left > 0; left--) {
      at = bytes.indexOf(delimiter, at + 1);
      if (at === -1 || at >= to) return false;
    }
    return recordHoldsRows(bytes.toString('utf8', from, to), delimiterText);
  }

  const firstKept = () => starts[Math.max(0, records - tailRecords) % starts.length];

  return {
    add(bytes) {
      if (!check.accepts(bytes)) return 'bytes that are not UTF-8';
      if (bytes.includes(0) || bytes.includes(CTRL_Z)) return 'NUL characters or Ctrl-Z';
      if (hasMark(bytes)) return 'byte order marks in cells';
      if (mayBeHeaders !== undefined) kept.forgetBefore(firstKept() ?? 0);
      kept.add(bytes);
      come(bytes);
      return goOn(false);
    },
    records: () => records,
    lead: () => kept.between(0, recordStart),
    text: () => kept.between(0),
    forget(headers, take) {
      mayBeHeaders = headers;
      takeRecord = take;
    },
    end() {
      if (!check.ends()) return 'bytes that are not UTF-8';
      let problem = goOn(true);
      if (problem === undefined && begun.length > 0) {
        // The last line may have no end.
        come(Buffer.from(isCrLf === false ? '\n' : '\r\n'));
        problem = goOn(true) ?? (begun.length > 0 ? STRAY : undefined);
      }
      return problem ?? { records, lines: lines.slice(0, records), tail: kept.between(firstKept() ?? 0) };
    },
  };
}
