import path from 'node:path';
import { UserError } from '../../intake/user-error.ts';
import { look } from './files.ts';
import type { Io } from '../io.ts';

/** What a pattern is to stand for, and how tinyglobby looks for it beside files. */
export interface PatternOptions {
  readonly what: 'file' | 'folder';
  readonly fs?: object;
}

/** Whether a name on the command line is a pattern such as `parts/*.csv`, which not every shell replaces by what it fits. */
export function isPattern(name: string, io: Io): boolean {
  return look(name, io) === undefined && /[*?[{]/u.test(name);
}

/** The files or folders that a pattern fits, in order. Throws a UserError where there is none. */
export async function matching(pattern: string, { what, ...how }: PatternOptions, io: Io): Promise<string[]> {
  const { globSync } = await import('tinyglobby');
  const found = globSync(pattern.split(path.sep).join('/'), {
    cwd: io.cwd,
    absolute: path.isAbsolute(pattern),
    expandDirectories: false,
    onlyDirectories: what === 'folder',
    ...how,
  });
  if (found.length === 0)
    throw new UserError(`${pattern}: there is no such ${what}, and none that this stands for.`);
  // Those of folders end in a slash.
  return found.map((name) => name.replace(/\/+$/u, '')).toSorted();
}
