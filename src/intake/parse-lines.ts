import { parse } from 'csv-parse/sync';
import type { Dialect } from './dialect.ts';
import { type OnRecord, type Parsed, breaksIn, quoteProblem } from './parsed.ts';

const [LF, CR, QUOTE] = [0x0a, 0x0d, 0x22];

/** A record that goes on for more bytes than this is looked at before it ends: its quotation marks may be astray. */
const LONG_RECORD = 1 << 20;

/** Whether records end with LF, and CR alone is a character like others. */
export function endsInLineFeed({ lineEnds }: Dialect): boolean {
  return !lineEnds.includes('\r');
}

/**
 * Cuts UTF-8 into records, strictly, where `endsInLineFeed`. A line without quotation marks is a record, and whatever is
 * between delimiters is a cell: there is nothing to parse in it. csv-parse takes the other records, all of a block at once.
 * What `onRecord` throws ends it.
 */
export async function parseLines(
  bytes: AsyncIterable<Buffer>,
  dialect: Dialect,
  onRecord: OnRecord,
): Promise<Parsed> {
  let waiting: Buffer[] = [];
  let length = 0;
  let enough = 0;
  try {
    for await (const chunk of bytes) {
      waiting.push(chunk);
      length += chunk.length;
      // A record that has not ended is looked at again once there is twice as much of it: each time takes longer.
      if (length < enough) continue;
      const block = Buffer.concat(waiting);
      const end = takeRecords(block, dialect, onRecord);
      const rest = block.subarray(end);
      if (rest.length > LONG_RECORD) checkBeginning(rest, dialect);
      [waiting, length, enough] = [[rest], rest.length, rest.length * 2];
    }
    const last = Buffer.concat(waiting);
    const end = takeRecords(last, dialect, onRecord);
    for (const cells of recordsOf(last.subarray(end), dialect)) onRecord(cells, breaksIn(cells), undefined);
    return { kind: 'read' };
  } catch (error) {
    return quoteProblem(error);
  }
}

/** A record with quotation marks in it: from where in a block to where. */
interface Quoted {
  readonly from: number;
  readonly to: number;
}

/** Hands on the records that are complete in a block; returns where they end. */
function takeRecords(block: Buffer, dialect: Dialect, onRecord: OnRecord): number {
  const { quoted, end } = quotedRecords(block);
  const parsed = recordsOf(Buffer.concat(quoted.map(({ from, to }) => block.subarray(from, to))), dialect);
  let at = 0;
  for (const [nth, { from, to }] of quoted.entries()) {
    takeLines(block, at, from, dialect.delimiter, onRecord);
    const cells = parsed[nth] ?? [];
    const isOneLine = block.indexOf(LF, from) === to - 1 && [-1, to - 2].includes(block.indexOf(CR, from));
    onRecord(cells, isOneLine ? 0 : breaksIn(cells), undefined);
    at = to;
  }
  takeLines(block, at, end, dialect.delimiter, onRecord);
  return end;
}

/** Hands on the lines of a part of a block, in which there are no quotation marks. */
function takeLines(block: Buffer, from: number, to: number, delimiter: string, onRecord: OnRecord): void {
  for (let at = from; at < to;) {
    const lineFeed = block.indexOf(LF, at);
    let end = lineFeed;
    // At most two of them belong to the line end: CR LF becomes CR CR LF when it is written in text mode.
    for (let left = 2; left > 0 && end > at && block[end - 1] === CR; left--) end--;
    const text = block.toString('utf8', at, end);
    const cells = text.split(delimiter);
    onRecord(cells, text.includes('\r') ? breaksIn(cells) : 0, undefined);
    at = lineFeed + 1;
  }
}

/** The complete records of a block that have quotation marks in them, and where the last complete record of all ends. */
function quotedRecords(block: Buffer): { readonly quoted: readonly Quoted[]; readonly end: number } {
  const quoted: Quoted[] = [];
  let at = 0;
  for (;;) {
    const quote = block.indexOf(QUOTE, at);
    if (quote === -1) return { quoted, end: Math.max(at, block.lastIndexOf(LF) + 1) };
    const from = block.lastIndexOf(LF, quote) + 1;
    const to = endOfQuoted(block, quote);
    if (to === undefined) return { quoted, end: from };
    quoted.push({ from, to });
    at = to;
  }
}

/** Where the record ends that has its first quotation mark at `quote`: after the first LF that has an even number before it. */
function endOfQuoted(block: Buffer, quote: number): number | undefined {
  let lineFeed = quote;
  for (let opening = quote; ;) {
    const closing = block.indexOf(QUOTE, opening + 1);
    if (closing === -1) return undefined;
    if (lineFeed < closing) lineFeed = block.indexOf(LF, closing);
    if (lineFeed === -1) return undefined;
    opening = block.indexOf(QUOTE, closing + 1);
    if (opening === -1 || opening > lineFeed) return lineFeed + 1;
  }
}

function recordsOf(bytes: Buffer, { delimiter, lineEnds }: Dialect): string[][] {
  // csv-parse compares each byte with every line end. Where there is no CR, LF is the only one that may occur.
  const ends = bytes.includes(CR) ? [...lineEnds] : ['\n'];
  return parse(bytes, { delimiter, record_delimiter: ends, relax_column_count: true });
}

/** Throws what csv-parse throws about a record that may not be complete, unless that it is not. */
function checkBeginning(bytes: Buffer, dialect: Dialect): void {
  try {
    recordsOf(bytes, dialect);
  } catch (error) {
    if (quoteProblem(error).kind !== 'unclosed-quote') throw error;
  }
}
