import { type Stats, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../../intake/user-error.ts';
import { fileError, look, stats } from './files.ts';
import type { Io } from '../io.ts';
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
    if (name === '')
      throw new UserError(
        'an export is named by nothing: "".',
        'Where a variable holds its name, see that it is set.',
      );
    refuseDefinition(name);
    const kind = name === '-' ? 'file' : look(name, io);
    if (kind === 'folder') found.push(...exportsOfFolder(name, io));
    else if (isPattern(name, io)) found.push(...(await matching(name, { what: 'file', fs: withLinks }, io)));
    else found.push(name);
  }
  return found;
}

/** Throws a UserError where a definition stands in place of an export. */
export function refuseDefinition(name: string): void {
  if (/\.ya?ml$/iu.test(name))
    throw new UserError(
      `${name} is a definition, or something else in YAML, and no export.`,
      `Name the export that it describes; the definition goes with --survey ${name}.`,
    );
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

/**
 * The folders that are meant by what stands on the command line: folders, or those that a pattern such as
 * `fixtures/*` fits, which not every shell replaces by them. Throws a UserError for a pattern that no folder
 * fits.
 */
export async function foldersOf(names: readonly string[], io: Io): Promise<string[]> {
  const found: string[] = [];
  for (const name of names)
    found.push(...(isPattern(name, io) ? await matching(name, { what: 'folder' }, io) : [name]));
  return found.map((folder) => folder.replace(/(?<=.)\/+$/u, ''));
}

/** The exports of a fixture: every file whose name begins with `responses`, in the order of their names. */
export function fixtureExports(folder: string, io: Io): string[] {
  const exports = namesIn(folder, io).filter((name) => name.startsWith('responses'));
  if (exports.length === 0) throw new UserError('no file in it begins with "responses".');
  return exports.toSorted().map((name) => path.join(folder, name));
}

/** What a pattern is to stand for, and how tinyglobby looks for it beside files. */
interface PatternOptions {
  readonly what: 'file' | 'folder';
  readonly fs?: object;
}

/**
 * Whether a name on the command line is a pattern such as `parts/*.csv`, which not every shell replaces by
 * what it fits.
 */
function isPattern(name: string, io: Io): boolean {
  return look(name, io) === undefined && /[*?[{]/u.test(name);
}

/** The files or folders that a pattern fits, in order. Throws a UserError where there is none. */
async function matching(pattern: string, { what, ...how }: PatternOptions, io: Io): Promise<string[]> {
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
