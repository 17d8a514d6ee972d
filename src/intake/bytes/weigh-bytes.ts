import { isMacTelltale, isOrdinaryMark } from './mac-telltales.ts';

/** Bytes that are no UTF-8, and the lines on which they stand: the first thousand of those. */
export interface StrayBytes {
  readonly count: number;
  readonly lines: readonly number[];
  readonly lineCount: number;
}

/** What the bytes of a file that is not UTF-8 throughout say about its encoding. */
export interface ByteWeights {
  /** Characters of more than one byte that are sound UTF-8. */
  readonly sound: number;
  readonly stray: StrayBytes;
  /** How many of the stray bytes are marks that nobody would look for anything else in. */
  readonly ordinary: number;
  /** The first line on which a byte is more likely Mac OS Roman than Windows-1252. */
  readonly macLine?: number;
}

const MOST_LINES = 1000;
const [CR, LF] = [0x0d, 0x0a];

/** How many bytes follow this one in UTF-8; 0 where it begins no character of several bytes. */
function followers(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 1;
  if (lead >= 0xe0 && lead <= 0xef) return 2;
  return lead >= 0xf0 && lead <= 0xf4 ? 3 : 0;
}

/** Whether a byte may come second, after this one: no form that is longer than it need be, no surrogate, nothing above U+10FFFF. */
function isSecond(lead: number, byte: number): boolean {
  const from = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const to = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  return byte >= from && byte <= to;
}

/** Reads a file once, in constant memory. Lines are counted as those of records are: CR CR LF ends one. */
export async function weighBytes(chunks: AsyncIterable<Uint8Array>): Promise<ByteWeights> {
  const lines: number[] = [];
  let [sound, count, ordinary, lineCount, lastLine, line] = [0, 0, 0, 0, 0, 1];
  let macLine: number | undefined;
  let [returns, lead, read, wanted, before, last] = [0, 0, 0, 0, LF, LF];

  /** Takes the bytes of a character that was not finished for stray ones. */
  function stray(bytes: number): void {
    count += bytes;
    if (line === lastLine) return;
    lastLine = line;
    lineCount++;
    if (lines.length < MOST_LINES) lines.push(line);
  }

  function take(byte: number): void {
    if (macLine === undefined && last >= 0x80 && isMacTelltale(before, last, byte)) macLine = line;
    if (isOrdinaryMark(before, last, byte)) ordinary++;
    before = last;
    last = byte;
    if (wanted > 0) {
      const fits = read === 1 ? isSecond(lead, byte) : byte >= 0x80 && byte <= 0xbf;
      if (fits && ++read <= wanted) return;
      wanted = 0;
      if (fits) {
        sound++;
        return;
      }
      stray(read);
    }
    countLine(byte);
    if (byte < 0x80) return;
    lead = byte;
    read = 1;
    wanted = followers(byte);
    if (wanted === 0) stray(1);
  }

  function countLine(byte: number): void {
    if (byte === CR) {
      if (++returns <= 2) return;
      line++;
      returns = 2;
    } else if (byte === LF || returns > 0) {
      line += byte === LF ? 1 : returns;
      returns = 0;
    }
  }

  for await (const chunk of chunks) for (const byte of chunk) take(byte);
  take(LF);
  const weights = { sound, stray: { count, lines, lineCount }, ordinary };
  return macLine === undefined ? weights : { ...weights, macLine };
}
