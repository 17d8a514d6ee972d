import { createHash, type Hash } from 'node:crypto';
import type { ByteSource } from '../table.ts';
import { UserError } from '../user-error.ts';

/** How a file is packed. */
export type Packing = 'none' | 'gzip' | 'zstd';

/** A source of which the bytes are unpacked while they are read, if they are packed. */
export interface UnpackedSource extends ByteSource {
  /** How it is packed; known once it has been opened. */
  packing(): Packing;
  /** The hashes of what was last read to its end. */
  hashes(): { readonly sha256: string; readonly contentSha256?: string };
}

/** How packed files begin, as Latin-1 (RFC 1952, RFC 8878); with zstd also what a reader is to skip. */
const beginnings: readonly (readonly [RegExp, Packing])[] = [
  [/^\x1f\x8b/u, 'gzip'],
  [/^(?:\x28\xb5\x2f\xfd|[\x50-\x5f]\x2a\x4d\x18)/u, 'zstd'],
];

type Bytes = AsyncGenerator<Uint8Array, void>;

/**
 * A source as it is, or unpacked where its first bytes say that it is packed with gzip or zstd, whatever it is called.
 * Reading throws a UserError where a packed file is damaged or ends too soon. The hash is of the file as it came, so that
 * it can be found again; a packed file has one of its content too.
 */
export function unpacked(source: ByteSource): UnpackedSource {
  let packing: Packing = 'none';
  let raw: Hash;
  let content: Hash | undefined;
  return {
    name: source.name,
    ...(source.path !== undefined && { path: source.path }),
    check: () => source.check?.(),
    packing: () => packing,
    hashes: () => ({
      sha256: raw.copy().digest('hex'),
      ...(content !== undefined && { contentSha256: content.copy().digest('hex') }),
    }),
    async *open() {
      raw = createHash('sha256');
      content = undefined;
      const chunks = hashing(source.open(), raw);
      const first = await firstBytes(chunks);
      const start = first.toString('latin1', 0, 4);
      packing = beginnings.find(([bytes]) => bytes.test(start))?.[1] ?? 'none';
      const whole = resume(first, chunks);
      if (packing === 'none') return yield* whole;
      content = createHash('sha256');
      const unpack = packing === 'gzip' ? gunzip : unzstd;
      yield* hashing(unpack(whole, source.name), content);
    },
  };
}

/**
 * Throws a UserError where a packed file is damaged, which only its end may tell: its checksum is there. What
 * was unpacked before it may be anything.
 */
export async function refuseDamaged(source: UnpackedSource): Promise<void> {
  if (source.packing() === 'none') return;
  for await (const _ of source.open());
}

async function* hashing(chunks: AsyncIterable<Uint8Array>, hash: Hash): Bytes {
  for await (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
}

/** Enough bytes to see how a file begins, if it has as many. */
async function firstBytes(chunks: Bytes): Promise<Buffer> {
  let first: Buffer = Buffer.alloc(0);
  while (first.length < 4) {
    const { value } = await chunks.next();
    if (value === undefined) break;
    first =
      first.length === 0
        ? Buffer.from(value.buffer, value.byteOffset, value.byteLength)
        : Buffer.concat([first, value]);
  }
  return first;
}

async function* resume(first: Uint8Array, rest: Bytes): Bytes {
  try {
    if (first.length > 0) yield first;
    yield* rest;
  } finally {
    await rest.return();
  }
}

async function* gunzip(chunks: Bytes, name: string): Bytes {
  const [{ createGunzip }, { pipeline, Readable }] = await Promise.all([
    import('node:zlib'),
    import('node:stream'),
  ]);
  const unpacking = createGunzip();
  pipeline(Readable.from(chunks), unpacking, () => undefined);
  try {
    yield* unpacking;
  } catch (error) {
    throw String((error as NodeJS.ErrnoException | null)?.code).startsWith('Z_') ? damaged(name) : error;
  }
}

/**
 * The library cannot wait for what it takes, so that there is a chunk before it asks for one. Nor does it say where it
 * cannot go on: then it takes nothing and gives nothing, for ever.
 */
async function* unzstd(chunks: Bytes, name: string): Bytes {
  const { ZSTDDecoder } = await import('zstddec/stream');
  const decoder = new ZSTDDecoder();
  await decoder.init();
  let given: Uint8Array | undefined;
  function* packed() {
    for (let chunk = given; chunk !== undefined; chunk = given) {
      given = undefined;
      yield chunk;
    }
  }
  const unpacking = decoder.decodeStreaming(packed());
  try {
    // Of what is packed in pieces with nothing in them it gives nothing as often as there are pieces, and each has bytes.
    for (let patience = 0; patience >= 0;) {
      if (given === undefined) {
        given = await nextFilled(chunks);
        patience = given?.length ?? patience;
      }
      let next: IteratorResult<Uint8Array>;
      try {
        next = unpacking.next();
      } catch {
        break;
      }
      if (next.done === true) return;
      if (next.value.length > 0) yield next.value;
      else patience--;
    }
  } finally {
    await chunks.return();
  }
  throw damaged(name);
}

/** The next chunk that holds something; nothing at the end. */
async function nextFilled(chunks: Bytes): Promise<Uint8Array | undefined> {
  for (;;) {
    const { value } = await chunks.next();
    if (value === undefined || value.length > 0) return value ?? undefined;
  }
}

function damaged(name: string): UserError {
  return new UserError(
    `${name} is damaged: it is compressed, and cannot be unpacked to its end.`,
    'Ask for it again, or download it again.',
  );
}
