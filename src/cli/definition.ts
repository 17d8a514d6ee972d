import { createHash } from 'node:crypto';
import path from 'node:path';
import { UserError } from '../intake/user-error.ts';
import { loadDefinition } from '../survey/definition/load-definition.ts';
import type { Survey } from '../survey/survey.ts';
import { look, readText } from './exports/files.ts';
import type { Io } from './io.ts';

/** A definition that somebody wrote: the survey that it describes, and what a summary says of it. */
export interface GivenDefinition {
  readonly survey: Survey;
  readonly source: { readonly file: string; readonly sha256: string };
}

const definitionNames = ['survey.yaml', 'survey.yml', 'survey.json'];

/** The path of the definition that stands beside the first export, if one does. */
export function findDefinition([first = '-']: readonly string[], io: Io): string | undefined {
  refuseFolder(first, io);
  for (const name of definitionNames) {
    const candidate = path.join(folderOf(first), name);
    if (look(candidate, io) === 'file') return candidate;
  }
  return undefined;
}

/**
 * The survey that a definition describes, and what a summary says of its source. Throws a `UserError` for
 * what is wrong in it.
 */
export function readDefinitionFile(name: string, io: Io): GivenDefinition {
  const text = readText(name, io);
  const sha256 = createHash('sha256').update(text).digest('hex');
  return { survey: loadDefinition(text, name), source: { file: path.basename(name), sha256 } };
}

/** Says at once that an export is not there, or is a folder, before anything is looked for beside it. */
export function refuseFolder(file: string, io: Io): void {
  const found = file === '-' ? 'file' : look(file, io);
  if (found === undefined) throw new UserError(`${file}: there is no such file or folder.`);
  if (found === 'folder')
    throw new UserError(`${file}: it is a folder, not a file.`, 'Name one of the exports in it.');
}

/** The folder of an export, where its definition stands; of standard input, the one we are in. */
export function folderOf(file: string): string {
  return file === '-' ? '.' : path.dirname(file);
}
