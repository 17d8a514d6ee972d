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
export function isMacTelltale(before: number, byte: number, after: number): boolean {
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
export function isOrdinaryMark(before: number, byte: number, after: number): boolean {
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
