import { readdirSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../../intake/user-error.ts';
import { fileError } from './files.ts';
import type { Io } from '../io.ts';
import { isPattern, matching } from './patterns.ts';

/**
 * The folders that are meant by what stands on the command line: folders, or those that a pattern such as `fixtures/*` fits, which
 * not every shell replaces by them. Throws a UserError for a pattern that no folder fits.
 */
export async function foldersOf(names: readonly string[], io: Io): Promise<string[]> {
  const found: string[] = [];
  for (const name of names)
    found.push(...(isPattern(name, io) ? await matching(name, { what: 'folder' }, io) : [name]));
  return found.map((folder) => folder.replace(/(?<=.)\/+$/u, ''));
}

/** The exports of a fixture: every file whose name begins with `responses`, in the order of their names. */
export function exportsIn(folder: string, io: Io): string[] {
  try {
    const names = readdirSync(path.resolve(io.cwd, folder));
    const exports = names.filter((name) => name.startsWith('responses'));
    if (exports.length === 0) throw new UserError('no file in it begins with "responses".');
    return exports.toSorted().map((name) => path.join(folder, name));
  } catch (error) {
    throw fileError(folder, error);
  }
}
