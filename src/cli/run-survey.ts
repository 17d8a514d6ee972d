import path from 'node:path';
import { analyse } from '../analysis/analyse.ts';
import type { Analysis } from '../analysis/analysis.ts';
import { publishWeightedOrNot } from '../analysis/disclosure/ways-out.ts';
import { inferFromSample } from '../analysis/inference/infer.ts';
import type { ReadOptions } from '../intake/read-table.ts';
import type { Table } from '../intake/table.ts';
import { UserError } from '../intake/user-error.ts';
import { inferredWords } from '../report/guesses.ts';
import { collectResponses } from '../responses/collect.ts';
import type { Export } from '../responses/respondents/exports.ts';
import type { Responses, Selection } from '../responses/responses.ts';
import { type Claims, claimColumns } from '../survey/columns/claims.ts';
import type { InferredSurvey } from '../survey/infer/inferred-survey.ts';
import { patternHeaders } from '../survey/patterns/headers.ts';
import { questionNamed } from '../survey/question-named.ts';
import { namedRow, sureResponse } from '../survey/columns/sure-response.ts';
import type { Survey } from '../survey/survey.ts';
import { readChannelOptions } from './exports/channel-options.ts';
import { type GivenDefinition, findDefinition, readDefinitionFile } from './definition.ts';
import { findExports } from './exports/find-exports.ts';
import { bytesOf } from './exports/files.ts';
import type { Io } from './io.ts';
import { type OutputOptions, say } from './outcome.ts';
import { type ExportToRead, type ReadingOptions, readExport } from './exports/read-export.ts';
import { whileSaying } from './waiting.ts';
import { refuseOutput } from './write-files.ts';

/** How a survey is to be read: what every command that takes exports accepts. */
export interface SurveyOptions extends ReadingOptions {
  readonly survey?: string;
  readonly where?: string;
  /** How the responses of a file came: `paper=paper.csv`. */
  readonly channel?: readonly string[];
  /** Keep every place of every issue, notes included. */
  readonly all?: boolean;
  /** Keep every id, so that rows can be found again elsewhere. */
  readonly ids?: boolean;
}

export interface SurveyRun {
  readonly responses: Responses;
  readonly exports: readonly Export[];
  /** The path of each export, by what results call it. */
  readonly paths: ReadonlyMap<string, string>;
  /** The definition that somebody wrote, if there was one. */
  readonly definition: GivenDefinition['source'] | undefined;
}

/**
 * Reads exports, folders of them or those that a pattern fits, against their definition: the one named, or the one beside
 * the first export. Where there is none, it is made from the columns of the first export and what
 * they hold in all of them, and that is said.
 */
export async function runSurvey(
  given: readonly string[],
  options: SurveyOptions & OutputOptions,
  io: Io,
): Promise<SurveyRun> {
  const files = await findExports(given, io);
  const named = namedExports(files, io);
  const name = options.survey ?? findDefinition(files, io);
  refuseOutput(options, [...(name === undefined ? [] : [name]), ...files], io);
  const written = name === undefined ? undefined : readDefinitionFile(name, io);
  const channels = readChannelOptions(options.channel, files, io);
  // Loaded only where it is needed: it folds every spelling of every scale.
  const inferring = () => import('../survey/infer/inferred-survey.ts');
  const allIds = files.length > 1 || options.ids === true;
  const asked = written
    ? askedOf(written.survey, allIds)
    : keepAll((await inferring()).columnsToInfer, allIds);
  const tables = await readTables(named, options, asked, io);
  const [first, ...others] = tables;
  if (first === undefined) throw new UserError('There is no export to read.');
  const survey =
    written?.survey ?? sayInferred((await inferring()).inferSurvey(first, others), files[0] ?? '', io);
  const exports = tables.map((table, index): Export => {
    const claims = claimColumns(survey, table.layout.headings, table.file);
    // Which columns of an export are not used is said already where its survey was made from them.
    const unclaimed = written === undefined && index === 0 ? [] : claims.unclaimed;
    const channel = channels.get(files[index] ?? '');
    return { table, claims: { ...claims, unclaimed }, ...(channel === undefined ? {} : { channel }) };
  });
  const responses = collectResponses(
    survey,
    exports,
    parseSelection(options.where, survey),
    options.all === true ? Infinity : undefined,
  );
  const paths = new Map(named.map(({ file, shown }) => [shown, file]));
  return { responses, exports, paths, definition: written?.source };
}

/** The tables of all exports, no two of which hold the same. */
async function readTables(
  named: readonly ExportToRead[],
  options: ReadingOptions,
  asked: Asked,
  io: Io,
): Promise<Table[]> {
  const tables: Table[] = [];
  const since = io.now();
  const allBytes = named.reduce((sum, { file }) => sum + bytesOf(file, io), 0);
  for (const { file, shown } of named) {
    const table = await readExport({ file, shown, since, allBytes }, options, asked(shown), io);
    const same = tables.find((other) => contentOf(other) === contentOf(table));
    if (same) throw countedTwice(`${shown} holds exactly what ${same.file} holds`);
    tables.push(table);
  }
  return tables;
}

/** What is asked of an export, which messages call `shown`. */
type Asked = (shown: string) => Pick<ReadOptions, 'keep' | 'isResponse' | 'patternHeaders' | 'isNamed'>;

const keepAll =
  (keep: ReadOptions['keep'], allIds: boolean): Asked =>
  () => ({ keep: (headings) => keptOf(keep(headings), allIds) });

/** What a definition asks of an export, which messages call `shown`. */
function askedOf(survey: Survey, allIds: boolean): Asked {
  return (shown) => ({
    keep: (headings) => keptOf(claimColumns(survey, headings, shown).keep, allIds),
    patternHeaders: patternHeaders(survey),
    isNamed: namedRow(survey),
    isResponse(headings) {
      let isSure: ((cells: readonly string[]) => boolean) | undefined;
      return (cells) => (isSure ??= sureResponse(survey, claimColumns(survey, headings, shown)))(cells);
    },
  });
}

/** What is to be kept of each column, ids too that may stand in another export. */
function keptOf(keep: Claims['keep'], allIds: boolean): Claims['keep'] {
  if (!allIds) return keep;
  return new Map([...keep].map(([position, how]) => [position, how === 'ids' ? 'values' : how]));
}

/** The hash of what is in an export, packed or not. */
function contentOf({ sha256, contentSha256 }: Table): string {
  return contentSha256 ?? sha256;
}

/** Tells in one line that there was no definition, and which columns were not used. */
function sayInferred({ survey, inference }: InferredSurvey, file: string, io: Io): Survey {
  say(inferredWords(inference, file), io);
  return survey;
}

/** Reads exports and computes every figure, with a breakdown by the questions in `by` beside those of the definition. */
export async function analyseExports(
  files: readonly string[],
  options: SurveyOptions & OutputOptions & { readonly by?: readonly string[] },
  io: Io,
): Promise<{ readonly analysis: Analysis; readonly definition: SurveyRun['definition'] }> {
  const { responses, definition } = await runSurvey(files, options, io);
  const by = options.by?.map((name) => questionNamed(responses.survey, name));
  const published = publishAndSay(analyse(responses, by), responses, { ...options, by }, io);
  return { analysis: inferFromSample(published), definition };
}

/** What may be seen of an analysis; where it is not weighted although it should be, that is said, and what to do. */
export function publishAndSay(
  analysed: Analysis<number>,
  responses: Responses,
  { by, quiet = false }: { readonly by?: readonly string[] | undefined; readonly quiet?: boolean },
  io: Io,
): Analysis {
  const { analysis, told } = whileSaying('Working out what must be hidden …', quiet, io, (goesOn) =>
    publishWeightedOrNot(analysed, responses, by, goesOn),
  );
  if (told) say(`warning: nothing is weighted. ${told.message} ${told.hint}`, io);
  return analysis;
}

/** Exports with what results call each: its file name, or its path where two have the same name. */
function namedExports(files: readonly string[], io: Io): ExportToRead[] {
  const names = files.map((file) => (file === '-' ? 'standard input' : path.basename(file)));
  const resolved = files.map((file) => (file === '-' ? file : path.resolve(io.cwd, file)));
  return files.map((file, index) => {
    const name = names[index] ?? file;
    if (resolved.indexOf(resolved[index] ?? '') < index) throw countedTwice(`${name} is named twice`);
    return { file, shown: names.filter((one) => one === name).length > 1 ? file : name };
  });
}

function countedTwice(what: string): UserError {
  return new UserError(`${what}, so every response in it would count twice.`, 'Name each export once.');
}

function parseSelection(where: string | undefined, survey: Survey): Selection | undefined {
  if (where === undefined) return undefined;
  const at = where.indexOf('=');
  const [question, option] = [where.slice(0, at).trim(), where.slice(at + 1).trim()];
  if (at > 0 && option !== '') return { question: questionNamed(survey, question), option };
  throw new UserError(
    `--where "${where}" is not of the form question=option.`,
    'For example: --where role="Parent or carer"',
  );
}
