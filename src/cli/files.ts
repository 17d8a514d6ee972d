import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { link, open, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { ByteSource } from '../intake/table.ts';
import { UserError } from '../intake/user-error.ts';
import type { Io } from './io.ts';

/** An export as a source of bytes: a path, or `-` for standard input, which is kept so that it can be read again. */
export function byteSource(name: string, io: Io): ByteSource {
  if (name === '-') return standardInput(io);
  const file = path.resolve(io.cwd, name);
  return {
    name: path.basename(name),
    async *open() {
      try {
        yield* createReadStream(file, { highWaterMark: 1 << 18 });
      } catch (error) {
        throw fileError(name, error);
      }
    },
  };
}

function standardInput(io: Io): ByteSource {
  let kept: Uint8Array[] | undefined;
  return {
    name: 'standard input',
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

export async function exists(name: string, io: Io): Promise<boolean> {
  try {
    await stat(path.resolve(io.cwd, name));
    return true;
  } catch {
    return false;
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
    else await link(part, file);
  } catch (error) {
    throw fileError(name, error);
  } finally {
    await rm(part, { force: true });
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EISDIR: 'it is a folder, not a file',
  ENOTDIR: 'part of its path is not a folder',
  EACCES: 'you may not open it',
  EPERM: 'you may not open it',
  EEXIST: 'it exists already',
  ENOSPC: 'the disk is full',
};

/** What went wrong with a file, for its user; anything that is not about the file itself goes on as it is. */
export function fileError(name: string, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  const reason = code === undefined ? undefined : reasons[code];
  if (reason === undefined) return error;
  return new UserError(
    `${name}: ${reason}.`,
    code === 'EEXIST' ? 'Name another file, or replace it with --force.' : undefined,
  );
}
