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

/**
 * Whether a byte may come second, after this one: no form that is longer than it need be, no surrogate,
 * nothing above U+10FFFF.
 */
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

const isBetween = (byte: number, from: string, to: string): boolean =>
  byte >= from.charCodeAt(0) && byte <= to.charCodeAt(0);
const isSmall = (byte: number): boolean => isBetween(byte, 'a', 'z');
const isDigit = (byte: number): boolean => isBetween(byte, '0', '9');
const isLetter = (byte: number): boolean => isSmall(byte) || isBetween(byte, 'A', 'Z') || byte >= 0x80;
/** Whether an amount begins so, with the pound sign as Mac OS Roman and Windows-1252 both write it. */
const isAmount = (byte: number): boolean => isDigit(byte) || byte === 0xa3;
const isSpace = (byte: number): boolean => byte === 0x20;

/**
 * Whether a byte, between those before and after it, is a mark of Mac OS Roman that would be an odd letter in
 * Windows-1252: a capital with an accent straight after a small letter ("donÕt", "Not muchÊ", "cafŽ"), or a letter
 * that stands where a dash does. Capitals after capitals ("VOCÊ", "NAÇÕES"), and at the start of a word, are ordinary.
 */
function isMacTelltale(before: number, byte: number, after: number): boolean {
  switch (byte) {
    case 0xca: // no-break space; Ê
      return isSmall(before) || (!isLetter(before) && !isLetter(after) && !isQuote(before));
    case 0xd0: // en dash; Ð
      return (isSpace(before) && isSpace(after)) || (isDigit(before) && isAmount(after)) || isSmall(before);
    case 0xd3: // closing quotation mark; Ó
      return (isSmall(before) || before === 0x21 || before === 0x3f) && !isLetter(after);
    case 0xd1: // em dash; Ñ
    case 0xd5: // apostrophe; Õ
    case 0x8a: // ä; Š
    case 0x8e: // é; Ž
    case 0x9f: // ü; Ÿ
      return isSmall(before);
    case 0x89: // â; ‰
      return isSmall(before) && isSmall(after);
    default:
      return false;
  }
}

/**
 * Whether a byte, between those before and after it, is a dash of Windows-1252 or a pound sign where letters do not
 * stand: between figures, between spaces, before a price. In no other encoding is that anything anybody would write.
 */
function isOrdinaryMark(before: number, byte: number, after: number): boolean {
  switch (byte) {
    case 0x96:
    case 0x97:
      return (isSpace(before) && isSpace(after)) || (isDigit(before) && isAmount(after));
    case 0xa3:
      return (!isLetter(before) || before === 0x96) && isDigit(after);
    default:
      return false;
  }
}

/** Whether a byte is a quotation mark of either kind. */
function isQuote(byte: number): boolean {
  return byte === 0x22 || byte === 0x27;
}
