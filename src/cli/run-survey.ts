import { createHash } from 'node:crypto';
import path from 'node:path';
import { analyse } from '../analysis/analyse.ts';
import type { Analysis } from '../analysis/analysis.ts';
import { readTable } from '../intake/read-table.ts';
import { UserError } from '../intake/user-error.ts';
import { collectResponses } from '../responses/collect.ts';
import type { Export } from '../responses/records.ts';
import type { Responses, Selection } from '../responses/responses.ts';
import { type Claims, claimColumns } from '../survey/columns.ts';
import { loadDefinition } from '../survey/load-definition.ts';
import { byteSource, look, readText } from './files.ts';
import type { Io } from './io.ts';
import type { OutputOptions } from './outcome.ts';
import { refuseOutput } from './write-files.ts';

/** How a survey is to be read: what every command that takes exports accepts. */
export interface SurveyOptions {
  readonly survey?: string;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly platform?: string;
  readonly where?: string;
  /** Keep every place of every issue, notes included. */
  readonly all?: boolean;
}

export interface SurveyRun {
  readonly responses: Responses;
  /** The path of each export, by what results call it. */
  readonly paths: ReadonlyMap<string, string>;
  readonly definition: { readonly file: string; readonly sha256: string };
}

const definitionNames = ['survey.yaml', 'survey.yml', 'survey.json'];

/** Reads exports against their definition: the one named, or the one beside the first export. */
export async function runSurvey(
  files: readonly string[],
  options: SurveyOptions & OutputOptions,
  io: Io,
): Promise<SurveyRun> {
  const names = exportNames(files, io);
  const name = options.survey ?? findDefinition(files, io);
  refuseOutput(options, [name, ...files], io);
  const text = readText(name, io);
  const survey = loadDefinition(text, name);
  const exports: Export[] = [];
  for (const [index, file] of files.entries()) {
    const source = byteSource(file, names[index] ?? file, io);
    let claims: Claims | undefined;
    const table = await readTable(source, {
      ...(options.encoding === undefined ? {} : { encoding: options.encoding }),
      ...(options.delimiter === undefined ? {} : { delimiter: options.delimiter }),
      ...(options.platform === undefined ? {} : { platform: options.platform }),
      keep: (headings) => {
        claims = claimColumns(survey, headings, source.name);
        return claims.keep;
      },
    });
    const same = exports.find((other) => other.table.sha256 === table.sha256);
    if (same) throw countedTwice(`${source.name} holds exactly what ${same.table.file} holds`);
    if (claims) exports.push({ table, claims });
  }
  const responses = collectResponses(
    survey,
    exports,
    parseSelection(options.where),
    options.all === true ? Infinity : undefined,
  );
  const paths = new Map(files.map((file, index) => [names[index] ?? file, file]));
  return { responses, paths, definition: { file: path.basename(name), sha256: sha256(text) } };
}

/** Reads exports and computes every figure, with breakdowns by the questions in `by` beside those of the definition. */
export async function analyseExports(
  files: readonly string[],
  options: SurveyOptions & OutputOptions & { readonly by?: readonly string[] },
  io: Io,
): Promise<{ readonly analysis: Analysis; readonly definition: SurveyRun['definition'] }> {
  const { responses, definition } = await runSurvey(files, options, io);
  return { analysis: analyse(responses, options.by), definition };
}

/** What results call each export: its file name, or its path where two have the same name. */
function exportNames(files: readonly string[], io: Io): string[] {
  const names = files.map((file) => (file === '-' ? 'standard input' : path.basename(file)));
  const resolved = files.map((file) => (file === '-' ? file : path.resolve(io.cwd, file)));
  return files.map((file, index) => {
    if (resolved.indexOf(resolved[index] ?? '') < index) throw countedTwice(`${names[index]} is named twice`);
    return names.filter((name) => name === names[index]).length > 1 ? file : (names[index] ?? file);
  });
}

function countedTwice(what: string): UserError {
  return new UserError(`${what}, so every response in it would count twice.`, 'Name each export once.');
}

function findDefinition([first = '-']: readonly string[], io: Io): string {
  const folder = first === '-' ? '.' : path.dirname(first);
  const found = first === '-' ? 'file' : look(first, io);
  if (found === undefined) throw new UserError(`${first}: there is no such file or folder.`);
  if (found === 'folder')
    throw new UserError(`${first}: it is a folder, not a file.`, 'Name the exports in it.');
  for (const name of definitionNames) {
    const candidate = path.join(folder, name);
    if (look(candidate, io) === 'file') return candidate;
  }
  const beside = first === '-' ? 'in this folder' : `beside ${first}`;
  throw new UserError(
    `There is no definition (survey.yaml) ${beside}.`,
    'Write one, or name it with --survey FILE.',
  );
}

function parseSelection(where: string | undefined): Selection | undefined {
  if (where === undefined) return undefined;
  const at = where.indexOf('=');
  const [question, option] = [where.slice(0, at).trim(), where.slice(at + 1).trim()];
  if (at > 0 && option !== '') return { question, option };
  throw new UserError(
    `--where "${where}" is not of the form question=option.`,
    'For example: --where role="Parent or carer"',
  );
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
