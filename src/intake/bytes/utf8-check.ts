import { isUtf8 } from 'node:buffer';

/** How many bytes at the end of `bytes` begin a character whose other bytes have not come yet. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? back : 0;
    }
  }
  return 0;
}

/** Checks a stream for UTF-8 chunk by chunk; a character may be split between chunks. */
export interface Utf8Check {
  /** Whether everything so far can be the start of UTF-8 text. */
  accepts(chunk: Uint8Array): boolean;
  /** Whether the last character was complete. */
  ends(): boolean;
}

/** A check of a stream of which nothing has come yet. */
export function utf8Check(): Utf8Check {
  let carried: Uint8Array = new Uint8Array(0);
  return {
    accepts(chunk) {
      const bytes = carried.length === 0 ? chunk : Buffer.concat([carried, chunk]);
      const whole = bytes.length - unfinished(bytes);
      carried = bytes.slice(whole);
      return isUtf8(bytes.subarray(0, whole));
    },
    ends: () => carried.length === 0,
  };
}
