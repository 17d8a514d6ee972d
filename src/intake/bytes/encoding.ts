import { markOf } from './marks.ts';
import type { Sample } from './sample.ts';
import { UserError } from '../user-error.ts';
import { utf8Check } from './utf8-check.ts';
import type { ByteWeights, StrayBytes } from './weigh-bytes.ts';

/** Other names of the encodings that an export is likely to have. A browser, too, takes Latin-1 for Windows-1252. */
const names: ReadonlyMap<string, string> = new Map([
  ['utf8', 'utf-8'],
  ['utf16le', 'utf-16le'],
  ['utf16be', 'utf-16be'],
  ['windows1252', 'windows-1252'],
  ['cp1252', 'windows-1252'],
  ['latin1', 'windows-1252'],
  ['iso88591', 'windows-1252'],
  ['macintosh', 'macintosh'],
  ['macroman', 'macintosh'],
]);

/** What iconv-lite takes for encodings and is a way to write bytes, not text. */
const noText = /^(?:base64|hex)$/iu;

/**
 * UTF-16 without a mark: letters, commas and line ends leave a NUL in every second byte, and on one side only.
 * A few are no sign of it: they may be stray characters of an answer.
 */
function utf16ByNuls(bytes: Buffer): string | undefined {
  let even = 0;
  let odd = 0;
  for (let at = bytes.indexOf(0); at !== -1; at = bytes.indexOf(0, at + 1)) {
    if (at % 2 === 0) even++;
    else odd++;
  }
  const few = Math.max(7, bytes.length / 20);
  if (odd > few && even * 10 < odd) return 'utf-16le';
  if (even > few && odd * 10 < even) return 'utf-16be';
  return undefined;
}

/**
 * The encoding of an export, from its byte order mark, else from where its NULs are, else UTF-8 where the bytes are
 * that, else Windows-1252, which is what Excel writes. Only the sample is looked at: bytes further on may still
 * turn out not to be UTF-8.
 */
export function detectEncoding({ bytes, whole }: Sample): string {
  const marked = markOf(bytes);
  if (marked !== undefined) return marked.encoding;
  const wide = utf16ByNuls(bytes);
  if (wide !== undefined) return wide;
  const check = utf8Check();
  return check.accepts(bytes) && (!whole || check.ends()) ? 'utf-8' : 'windows-1252';
}

/**
 * Refuses a file that is to be read as UTF-16, because of its byte order mark or by name, and holds no NUL, as the line
 * ends of UTF-16 do: some program put the mark in front of a text in another encoding.
 */
export function refuseFalseUtf16(file: string, encoding: string, { bytes, whole }: Sample): void {
  if (!encoding.startsWith('utf-16') || bytes.includes(0)) return;
  const mark = markOf(bytes)?.length ?? 0;
  const real = detectEncoding({ bytes: bytes.subarray(mark), whole });
  const claim = mark === 0 ? `is not written in ${encoding}: its` : 'begins with the mark of UTF-16, but its';
  throw new UserError(`${file} ${claim} text is in ${real}.`, `Name that encoding: --encoding ${real}`);
}

/** How a file is read that is not UTF-8 throughout. */
export interface Doubtful {
  readonly encoding: 'utf-8' | 'windows-1252';
  /** The bytes that are not UTF-8, where there are few. */
  readonly strayBytes?: StrayBytes;
  /** A line that looks as if it were Mac OS Roman. */
  readonly macLine?: number;
}

/** Of so many bytes that are not UTF-8 each can be looked at. */
const FEW = 10;

/**
 * The encoding of a file that is not UTF-8 throughout: UTF-8 all the same, with some bytes damaged, where three times as
 * many characters are sound, which no other encoding gives by chance; else Windows-1252.
 */
export function encodingOfDamaged({ sound, stray, ordinary, macLine }: ByteWeights): Doubtful {
  if (stray.count * 3 <= sound) return { encoding: 'utf-8', strayBytes: stray };
  const isDoubtful = stray.count <= FEW && (sound > 0 || ordinary < stray.count);
  return {
    encoding: 'windows-1252',
    ...(isDoubtful && { strayBytes: stray }),
    ...(macLine !== undefined && { macLine }),
  };
}

/**
 * The plain name of an encoding that the user named. Throws a UserError that lists names when there is no
 * such encoding.
 */
export async function namedEncoding(name: string): Promise<string> {
  const known = names.get(name.toLowerCase().replace(/[^a-z0-9]/gu, ''));
  if (known !== undefined) return known;
  const { default: iconv } = await import('iconv-lite');
  if (iconv.encodingExists(name) && !noText.test(name)) return name.toLowerCase();
  throw new UserError(
    `There is no encoding called "${name}".`,
    'Use utf-8, utf-16le, utf-16be, windows-1252 or macintosh.',
  );
}
