import { CTRL_Z } from './dos-end.ts';
import { LONGEST_MARK, withoutByteMark } from './marks.ts';
import { utf8Check } from './utf8-check.ts';

/** Thrown by `toUtf8` where bytes are not in the encoding that they were taken for. */
export class Undecodable extends Error {
  override readonly name = 'Undecodable';
}

/** Text from the start of a file, without its byte order mark. A last character that is cut in two becomes U+FFFD. */
export async function decodeSample(bytes: Buffer, encoding: string): Promise<string> {
  if (encoding === 'utf-8') return withoutByteMark(bytes, encoding).toString('utf8');
  const { default: iconv } = await import('iconv-lite');
  return iconv.decode(withoutByteMark(bytes, encoding), encoding);
}

/**
 * The bytes of a file as UTF-8 without a byte order mark: checked, or with U+FFFD for what is not in the
 * encoding where the file is known to be damaged. The mark of UTF-8 goes even where the rest is not UTF-8
 * after all.
 */
export async function* toUtf8(
  bytes: AsyncIterable<Buffer>,
  encoding: string,
  isDamaged = false,
): AsyncGenerator<Buffer> {
  const utf8 = inUtf8(bytes, encoding);
  yield* isDamaged ? mended(utf8) : checked(utf8);
}

/**
 * The bytes of a file as UTF-8 without a byte order mark, with a byte that is in no UTF-8 for each character
 * that is not in the encoding.
 */
export function inUtf8(bytes: AsyncIterable<Uint8Array>, encoding: string): AsyncIterable<Uint8Array> {
  const unmarked = skipMark(bytes, encoding);
  return encoding === 'utf-8' ? unmarked : recoded(unmarked, encoding);
}

async function* skipMark(chunks: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<Buffer> {
  let start: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const bytes = asBuffer(chunk);
    if (start === undefined) {
      yield bytes;
      continue;
    }
    start = Buffer.concat([start, bytes]);
    if (start.length < LONGEST_MARK) continue;
    yield withoutByteMark(start, encoding);
    start = undefined;
  }
  if (start !== undefined) yield withoutByteMark(start, encoding);
}

async function* checked(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const check = utf8Check();
  for await (const chunk of chunks) {
    const bytes = asBuffer(chunk);
    if (!check.accepts(bytes)) throw new Undecodable();
    yield bytes;
  }
  if (!check.ends()) throw new Undecodable();
}

async function* mended(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }), 'utf8');
  yield Buffer.from(decoder.decode(), 'utf8');
}

async function* recoded(chunks: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<Buffer> {
  const { default: iconv } = await import('iconv-lite');
  const decoder = iconv.getDecoder(encoding);
  const width = unitOf(encoding);
  let half = '';
  let [bytes, lastByte] = [0, 0];
  for await (const chunk of chunks) {
    bytes += chunk.length;
    lastByte = chunk.at(-1) ?? lastByte;
    const text = half + decoder.write(asBuffer(chunk));
    // Half of a surrogate pair waits for the other half.
    const cut = /[\ud800-\udbff]$/.test(text) ? text.length - 1 : text.length;
    half = text.slice(cut);
    yield encoded(text.slice(0, cut), width);
  }
  yield encoded(half + (decoder.end() ?? ''), width);
  if (bytes % width !== 0) yield Buffer.of(lineEnds.includes(lastByte) ? lastByte : NO_UTF8);
}

/** How many bytes the units are of which an encoding is made. */
function unitOf(encoding: string): 1 | 2 | 4 {
  if (/^utf-?32/u.test(encoding)) return 4;
  return /^(?:utf-?16|ucs-?2)/u.test(encoding) ? 2 : 1;
}

/** LF, CR and Ctrl-Z: what programs that do not know the encoding put at the end of a file, as one byte. */
const lineEnds: readonly number[] = [0x0a, 0x0d, CTRL_Z];

/** A byte that is in no UTF-8. */
const NO_UTF8 = 0xff;

/**
 * Text as UTF-8, with that byte for what could not be decoded. UTF-16 has every character, U+FFFD too, but
 * for lone surrogates.
 */
function encoded(text: string, width: 1 | 2 | 4): Buffer {
  const lost = width === 2 ? /[\ud800-\udfff]/u : /[\ud800-\udfff\ufffd]/u;
  if (!lost.test(text)) return Buffer.from(text, 'utf8');
  const parts = text.split(lost).flatMap((part) => [Buffer.of(NO_UTF8), Buffer.from(part, 'utf8')]);
  return Buffer.concat(parts.slice(1));
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
