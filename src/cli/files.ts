import { randomBytes } from 'node:crypto';
import { type BigIntStats, createReadStream } from 'node:fs';
import { link, open, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { ByteSource } from '../intake/table.ts';
import { UserError } from '../intake/user-error.ts';
import type { Io } from './io.ts';

/**
 * An export as a source of bytes: a path, or `-` for standard input, which is kept so that it can be read again.
 * `shown` is what results and messages call it.
 */
export function byteSource(name: string, shown: string, io: Io): ByteSource {
  if (name === '-') return standardInput(shown, io);
  const file = path.resolve(io.cwd, name);
  return {
    name: shown,
    async *open() {
      try {
        yield* createReadStream(file, { highWaterMark: 1 << 18 });
      } catch (error) {
        throw fileError(name, error);
      }
    },
  };
}

function standardInput(name: string, io: Io): ByteSource {
  let kept: Uint8Array[] | undefined;
  return {
    name,
    async *open() {
      if (kept === undefined) {
        kept = [];
        for await (const chunk of io.stdin()) kept.push(chunk);
      }
      yield* kept;
    },
  };
}

/** The text of a file of ours: a definition, expected figures. */
export async function readText(name: string, io: Io): Promise<string> {
  try {
    return await readFile(path.resolve(io.cwd, name), 'utf8');
  } catch (error) {
    throw fileError(name, error);
  }
}

/** What there is under a name; nothing where there is nothing, or nothing that we may see. */
export async function look(name: string, io: Io): Promise<'file' | 'folder' | undefined> {
  const found = await stats(path.resolve(io.cwd, name));
  if (found === undefined) return undefined;
  return found.isDirectory() ? 'folder' : 'file';
}

async function stats(file: string): Promise<BigIntStats | undefined> {
  try {
    return await stat(file, { bigint: true });
  } catch {
    return undefined;
  }
}

/** Writes a file whole or not at all: beside its place first, then moved there. An existing one only with `force`. */
export async function writeWhole(name: string, text: string, io: Io, force: boolean): Promise<void> {
  const file = path.resolve(io.cwd, name);
  const part = `${file}.${randomBytes(4).toString('hex')}.part`;
  try {
    const handle = await open(part, 'wx');
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (force) await rename(part, file);
    else await linkOrRename(part, file);
  } catch (error) {
    throw fileError(name, error, writing);
  } finally {
    await rm(part, { force: true });
  }
}

/** A link is refused where the file exists already; where a drive has no links (FAT, some of a network), we look first. */
async function linkOrRename(part: string, file: string): Promise<void> {
  try {
    await link(part, file);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw error;
    if (await stats(file)) throw Object.assign(new Error('it exists'), { code: 'EEXIST' });
    await rename(part, file);
  }
}

/**
 * Says before the work, not after it, that an output is not to be written: one that is an input, that is no ordinary
 * file, or that exists where nobody said `force`.
 */
export async function refuseOutput(
  { output, force = false }: { readonly output?: string; readonly force?: boolean },
  inputs: readonly string[],
  io: Io,
): Promise<void> {
  if (output === undefined) return;
  const found = await stats(path.resolve(io.cwd, output));
  if (found === undefined) return;
  for (const input of inputs) {
    const other = input === '-' ? undefined : await stats(path.resolve(io.cwd, input));
    if (other?.ino === found.ino && other.dev === found.dev && found.ino !== 0n)
      throw new UserError(
        `${output}: this is a file that is read, and writing would destroy it.`,
        'Name another file.',
      );
  }
  if (!found.isFile())
    throw new UserError(
      `${output}: it is ${found.isDirectory() ? 'a folder' : 'a device'}, not a file.`,
      'Name a file.',
    );
  if (!force) throw fileError(output, { code: 'EEXIST' });
}

const reasons: Readonly<Record<string, string>> = {
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

const writing: Readonly<Record<string, string>> = {
  ...reasons,
  ENOENT: 'there is no such folder to write in',
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'nothing can be written there',
};

function codeOf(error: unknown): string | undefined {
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

/** Why standard output could not be written, for a user. */
export function outputError(error: unknown): unknown {
  const words = fileError('standard output', error, writing);
  return words instanceof UserError
    ? new UserError(words.message, 'What has been written there is not whole.')
    : words;
}
