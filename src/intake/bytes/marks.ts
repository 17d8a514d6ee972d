/** The byte order mark of UTF-8. */
export const UTF8_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** Byte order marks; the longer ones first, since that of UTF-32 starts as that of UTF-16 does. */
const marks: readonly (readonly [encoding: string, mark: Buffer])[] = [
  ['utf-32le', Buffer.from([0xff, 0xfe, 0, 0])],
  ['utf-32be', Buffer.from([0, 0, 0xfe, 0xff])],
  ['utf-8', UTF8_MARK],
  ['utf-16le', Buffer.from([0xff, 0xfe])],
  ['utf-16be', Buffer.from([0xfe, 0xff])],
];

/** So many bytes at the start of a file tell its mark. */
export const LONGEST_MARK = 4;

/** The byte order mark at the start of these bytes, and the encoding whose mark it is. */
export function markOf(bytes: Buffer): { readonly encoding: string; readonly length: number } | undefined {
  const found = marks.find(([, mark]) => bytes.subarray(0, mark.length).equals(mark));
  return found === undefined ? undefined : { encoding: found[0], length: found[1].length };
}

/** Bytes without the byte order mark of UTF-8 at their start. */
export function withoutUtf8Mark(bytes: Buffer): Buffer {
  return markOf(bytes)?.encoding === 'utf-8' ? bytes.subarray(UTF8_MARK.length) : bytes;
}

/**
 * Bytes that are read in this encoding without a byte order mark at their start. Some programs put that of
 * UTF-16 in front of what is not; UTF-16 and UTF-32 themselves are decoded with theirs.
 */
export function withoutByteMark(bytes: Buffer, encoding: string): Buffer {
  const isNarrow = encoding === 'utf-8' || encoding === 'windows-1252';
  return isNarrow ? bytes.subarray(markOf(bytes)?.length ?? 0) : withoutUtf8Mark(bytes);
}
