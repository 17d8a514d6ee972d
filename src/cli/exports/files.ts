import { isUtf8 } from 'node:buffer';
import {
  type BigIntStats,
  closeSync,
  constants,
  createReadStream,
  openSync,
  readFileSync,
  readSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { rest } from '../../intake/rest.ts';
import type { ByteSource } from '../../intake/table.ts';
import { UserError } from '../../intake/user-error.ts';
import type { Io } from '../io.ts';

/**
 * An export as a source of bytes: a path, or `-` for standard input. What can be read only once, as that and
 * a pipe with a name, is kept so that it can be read again. `shown` is what results and messages call it.
 */
export function byteSource(name: string, shown: string, io: Io): ByteSource {
  if (name === '-') return readOnce(shown, io.stdin);
  const file = path.resolve(io.cwd, name);
  const found = stats(file);
  if (found?.isFIFO()) return readOnce(shown, () => pipe(file, name));
  if (found !== undefined && !found.isFile() && !found.isDirectory())
    return readOnce(shown, () => createReadStream(file));
  let first: BigIntStats | undefined;
  return {
    name: shown,
    path: file,
    async *open() {
      first ??= stats(file);
      let chunks = 0;
      let bytes = 0n;
      for (const chunk of chunksOf(file, name)) {
        yield chunk;
        bytes += BigInt(chunk.length);
        if (++chunks % restEvery === 0) await rest();
      }
      if (first?.isFile()) refuseChanged(name, first, bytes, stats(file));
    },
    check() {
      if (first?.isFile()) refuseChanged(name, first, first.size, stats(file));
    },
  };
}

/** After so many chunks something else may happen. */
const restEvery = 32;

/** A file that is another one by the time it has been read gives figures of neither. */
function refuseChanged(
  name: string,
  before: BigIntStats,
  bytes: bigint,
  after: BigIntStats | undefined,
): void {
  if (after === undefined || after.ino !== before.ino)
    throw new UserError(`${name} was removed or replaced while it was read.`, 'Run it again.');
  if (bytes === before.size && after.size === before.size && after.mtimeNs === before.mtimeNs) return;
  throw new UserError(
    `${name} changed while it was read: it had ${before.size} bytes, and has ${after.size} now.`,
    'Wait until it is written, and run it again.',
  );
}

/** How much of a file is read at once. */
const chunkBytes = 1 << 18;

/**
 * The bytes of a file, from a place in it on; `name` is what messages call it. It is read without waiting for
 * a callback: there is nothing else to do meanwhile, and Node's streams and promises take longer to set up
 * than a small survey takes to read. Throws a `UserError` where the file cannot be read.
 */
export function* chunksOf(file: string, name: string, from = 0): Generator<Buffer> {
  let handle: number | undefined;
  try {
    handle = openSync(file, 'r');
    for (let at = from; ;) {
      const chunk = Buffer.allocUnsafeSlow(chunkBytes);
      const bytes = readSync(handle, chunk, 0, chunkBytes, at);
      if (bytes === 0) return;
      at += bytes;
      yield chunk.subarray(0, bytes);
    }
  } catch (error) {
    throw fileError(name, error);
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/** A pipe with a name. It is opened without waiting for whoever is to write into it, which nothing could interrupt. */
async function* pipe(file: string, name: string): AsyncGenerator<Uint8Array> {
  const { Socket } = await import('node:net');
  try {
    const fd = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
    yield* new Socket({ fd, readable: true, writable: false });
  } catch (error) {
    throw fileError(name, error);
  }
}

function readOnce(name: string, open: () => AsyncIterable<Uint8Array>): ByteSource {
  const kept: Uint8Array[] = [];
  let coming: AsyncIterator<Uint8Array> | undefined;
  return {
    name,
    async *open() {
      for (let at = 0; ; at++) {
        if (at === kept.length) {
          coming ??= open()[Symbol.asyncIterator]();
          const next = await coming.next();
          if (next.done === true) return;
          kept.push(next.value);
        }
        yield kept[at] as Uint8Array;
      }
    },
  };
}

/** The text of a file of ours: a definition, expected figures. */
export function readText(name: string, io: Io): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path.resolve(io.cwd, name));
  } catch (error) {
    throw fileError(name, error);
  }
  // In another encoding a label with an accent would be another label, and a title would be printed spoilt.
  if (isUtf8(bytes)) return bytes.toString('utf8');
  throw new UserError(
    `${name}: it is not in UTF-8, as a definition or a result has to be.`,
    'In the editor, save it with the encoding UTF-8.',
  );
}

/** What there is under a name; nothing where there is nothing, or nothing that we may see. */
export function look(name: string, io: Io): 'file' | 'folder' | undefined {
  const found = stats(path.resolve(io.cwd, name));
  if (found === undefined) return undefined;
  return found.isDirectory() ? 'folder' : 'file';
}

/** How large a file is; 0 where nobody can say, as of standard input. */
export function bytesOf(name: string, io: Io): number {
  const found = name === '-' ? undefined : stats(path.resolve(io.cwd, name));
  return Number(found?.isFile() ? found.size : 0);
}

/** What the system says of a file; nothing where there is none, or none that we may see. */
export function stats(file: string): BigIntStats | undefined {
  try {
    return statSync(file, { bigint: true });
  } catch {
    return undefined;
  }
}

export const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EISDIR: 'it is a folder, not a file',
  ENOTDIR: 'it, or part of its path, is not a folder',
  ENAMETOOLONG: 'its name is too long',
  ELOOP: 'its links lead round in a circle',
  EACCES: 'you may not open it',
  EPERM: 'you may not open it',
  EBUSY: 'another program has it open',
  EIO: 'the disk or the network drive did not answer',
  EEXIST: 'it exists already',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  EFBIG: 'it would be larger than a file may be there',
};

/** The code that the system gives an error: ENOENT and the like. */
export function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException | null)?.code;
}

/** What went wrong with a file, for its user; anything that is not about the file itself goes on as it is. */
export function fileError(name: string, error: unknown, words = reasons): unknown {
  const code = codeOf(error);
  const isOfSystem = error instanceof Error && 'syscall' in error;
  const reason = code === undefined ? undefined : (words[code] ?? (isOfSystem ? error.message : undefined));
  if (reason === undefined) return error;
  return new UserError(
    `${name}: ${reason}.`,
    code === 'EEXIST' ? 'Name another file, or replace it with --force.' : undefined,
  );
}
