import { type Stats, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../../intake/user-error.ts';
import { fileError, look, stats } from './files.ts';
import type { Io } from '../io.ts';
import { isPattern, matching } from './patterns.ts';
import { say } from '../outcome.ts';

/** What an export in a folder is called. */
const exportName = /\.(?:(?:csv|tsv|txt|tab)(?:\.gz|\.zst)?|parquet)$/iu;

/** Of the files that are not read so many are named. */
const mostNamed = 5;

/** What a folder of exports may hold besides. */
const ownName = /^(?:survey\.(?:ya?ml|json)|expected\.json)$/u;

/**
 * The exports that are meant by what stands on the command line: files, `-`, the exports of a folder, or those that a
 * pattern such as `parts/*.csv` fits, in the order of their names. Says which files of a folder are none. Throws a
 * UserError for a folder or pattern without exports.
 */
export async function findExports(names: readonly string[], io: Io): Promise<string[]> {
  const found: string[] = [];
  for (const name of names) {
    const kind = name === '-' ? 'file' : look(name, io);
    if (kind === 'folder') found.push(...exportsOfFolder(name, io));
    else if (isPattern(name, io)) found.push(...(await matching(name, { what: 'file', fs: withLinks }, io)));
    else found.push(name);
  }
  return found;
}

/** The exports of a folder; what engines write beside their parts begins with `_` or a dot. */
function exportsOfFolder(folder: string, io: Io): string[] {
  const names = namesIn(folder, io).filter((name) => !/^[._]/u.test(name) && !ownName.test(name));
  const exports = names.filter((name) => isExport(path.join(folder, name), io));
  if (exports.length === 0)
    throw new UserError(
      `${folder}: it is a folder, and there is no export in it.`,
      'Name an export, or a folder in which there are files that end in .csv.',
    );
  const others = names.filter((name) => !exports.includes(name));
  if (others.length > 0) say(`note: not read in ${folder}: ${listSome(others.toSorted())}.`, io);
  return exports.toSorted().map((name) => path.join(folder, name));
}

function listSome(names: readonly string[]): string {
  const rest = names.length - mostNamed;
  return rest > 0 ? `${names.slice(0, mostNamed).join(', ')} and ${rest} more` : names.join(', ');
}

function namesIn(folder: string, io: Io): string[] {
  try {
    return readdirSync(path.resolve(io.cwd, folder));
  } catch (error) {
    throw fileError(folder, error);
  }
}

/** Whether it is to be read: also a link that leads to nothing, since responses may be missing that nobody would miss. */
function isExport(file: string, io: Io): boolean {
  return exportName.test(file) && look(file, io) !== 'folder';
}

/** What a link leads to; the link itself where that is nothing, so that it is found and what is missing is noticed. */
function targetOf(file: string): string {
  return stats(file) === undefined ? file : realpathSync(file);
}

function statsOfTarget(file: string): Stats {
  return stats(file) === undefined ? lstatSync(file) : statSync(file);
}

/** How links are followed where files are looked for. */
const withLinks = { realpathSync: targetOf, statSync: statsOfTarget };
