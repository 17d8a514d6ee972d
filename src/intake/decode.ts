import { utf8Check } from './utf8-check.ts';

/** Thrown by `toUtf8` where bytes that were taken for UTF-8 are not. */
export class NotUtf8 extends Error {
  override readonly name = 'NotUtf8';
}

/** The byte order mark of UTF-8. */
export const MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** Bytes without a byte order mark at their start. */
export function withoutMark(bytes: Buffer): Buffer {
  return bytes.subarray(0, 3).equals(MARK) ? bytes.subarray(3) : bytes;
}

/** Text from the start of a file, without its byte order mark. A last character that is cut in two becomes U+FFFD. */
export async function decodeSample(bytes: Buffer, encoding: string): Promise<string> {
  if (encoding === 'utf-8') return withoutMark(bytes).toString('utf8');
  const { default: iconv } = await import('iconv-lite');
  return iconv.decode(withoutMark(bytes), encoding);
}

/**
 * The bytes of a file as UTF-8 without a byte order mark. UTF-8 is checked and passed on as it is, or with U+FFFD for
 * what is not UTF-8 where the file is known to be damaged; anything else is decoded and encoded again. The mark of UTF-8
 * goes even where the rest is not UTF-8 after all.
 */
export async function* toUtf8(
  bytes: AsyncIterable<Buffer>,
  encoding: string,
  isDamaged = false,
): AsyncGenerator<Buffer> {
  const unmarked = skipMark(bytes);
  if (encoding !== 'utf-8') yield* recoded(unmarked, encoding);
  else yield* isDamaged ? mended(unmarked) : checked(unmarked);
}

async function* skipMark(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let start: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of chunks) {
    if (start === undefined) {
      yield chunk;
      continue;
    }
    start = Buffer.concat([start, chunk]);
    if (start.length < MARK.length) continue;
    yield withoutMark(start);
    start = undefined;
  }
  if (start !== undefined) yield start;
}

async function* checked(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const check = utf8Check();
  for await (const chunk of chunks) {
    if (!check.accepts(chunk)) throw new NotUtf8();
    yield chunk;
  }
  if (!check.ends()) throw new NotUtf8();
}

async function* mended(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }), 'utf8');
  yield Buffer.from(decoder.decode(), 'utf8');
}

async function* recoded(chunks: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<Buffer> {
  const { default: iconv } = await import('iconv-lite');
  const decoder = iconv.getDecoder(encoding);
  let half = '';
  for await (const chunk of chunks) {
    const text = half + decoder.write(chunk);
    // Half of a surrogate pair encodes to nothing useful: it waits for the other half.
    const cut = /[\ud800-\udbff]$/.test(text) ? text.length - 1 : text.length;
    half = text.slice(cut);
    yield Buffer.from(text.slice(0, cut), 'utf8');
  }
  yield Buffer.from(half + (decoder.end() ?? ''), 'utf8');
}
