import { readdirSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../intake/user-error.ts';
import { fileError } from './files.ts';
import type { Io } from './io.ts';

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
