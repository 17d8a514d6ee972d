import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../intake/user-error.ts';
import { codeOf, fileError, reasons, stats } from './exports/files.ts';
import type { Io } from './io.ts';
import { wholly } from './let-go.ts';

/** Writes a file whole or not at all: beside its place first, then moved there. An existing one only with `force`. */
export async function writeWhole(name: string, text: string, io: Io, force: boolean): Promise<void> {
  const file = path.resolve(io.cwd, name);
  await wholly(() => writeFileWhole(name, file, text, force));
}

function writeFileWhole(name: string, file: string, text: string, force: boolean): void {
  const part = `${file}.${randomBytes(4).toString('hex')}.part`;
  try {
    const handle = openSync(part, 'wx');
    try {
      writeFileSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    if (force) renameSync(part, file);
    else linkOrRename(part, file);
  } catch (error) {
    throw fileError(name, error, writing);
  } finally {
    if (stats(part)) rmSync(part, { force: true });
  }
}

/**
 * A link is refused where the file exists already; where a drive has no links (FAT, some of a network), we
 * look first.
 */
function linkOrRename(part: string, file: string): void {
  try {
    linkSync(part, file);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw error;
    if (stats(file)) throw Object.assign(new Error('it exists'), { code: 'EEXIST' });
    renameSync(part, file);
  }
}

/**
 * Says before the work, not after it, that an output is not to be written: one that is an input, that is no ordinary
 * file, or that exists where nobody said `force`, or where the command never replaces a file.
 */
export function refuseOutput(
  { output, force }: { readonly output?: string; readonly force?: boolean | 'never' },
  inputs: readonly string[],
  io: Io,
): void {
  if (output === undefined) return;
  const found = stats(path.resolve(io.cwd, output));
  if (found === undefined) return;
  for (const input of inputs) {
    const other = input === '-' ? undefined : stats(path.resolve(io.cwd, input));
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
  if (force === 'never')
    throw new UserError(
      `${output}: it exists already, and is not replaced.`,
      'Name another file with --output.',
    );
  if (force !== true) throw fileError(output, { code: 'EEXIST' });
}

const writing: Readonly<Record<string, string>> = {
  ...reasons,
  ENOENT: 'there is no such folder to write in',
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  ENOTDIR: 'what it should stand in is not a folder',
  EROFS: 'nothing can be written there',
};

/** Why standard output could not be written, for a user. */
export function outputError(error: unknown): unknown {
  const words = fileError('standard output', error, writing);
  return words instanceof UserError
    ? new UserError(words.message, 'What has been written there is not whole.')
    : words;
}
