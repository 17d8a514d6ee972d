import path from 'node:path';
import { analyse } from '../../analysis/analyse.ts';
import { movedBeyond } from '../../analysis/comparison/compare.ts';
import { type Run, compareRuns } from '../../analysis/comparison/comparison.ts';
import { UserError } from '../../intake/user-error.ts';
import { renderComparisonJson } from '../../render/comparison-json.ts';
import { readJsonAnalysis } from '../../render/read-json.ts';
import { renderTerminal } from '../../render/terminal.ts';
import { comparisonDocument } from '../../report/comparison/comparison.ts';
import { look, readText } from '../exports/files.ts';
import { fixtureExports } from '../exports/find-exports.ts';
import type { ReadingOptions } from '../exports/read-export.ts';
import { chooseFormat } from '../formats.ts';
import type { Io } from '../io.ts';
import { type ExitCode, type OutputOptions, deliver, say, terminalSettings } from '../outcome.ts';
import { publishAndSay, runSurvey } from '../run-survey.ts';
import { version } from '../version.ts';
import { refuseOutput } from '../write-files.ts';

export interface CompareOptions extends OutputOptions, ReadingOptions {
  readonly survey?: string;
  readonly format?: string;
  readonly failOn?: string;
  readonly color?: boolean;
}

/** Options that say something of exports. */
const ofExports = {
  survey: '--survey is the definition of exports',
  encoding: '--encoding is how exports are read',
  delimiter: '--delimiter is how exports are read',
  platform: '--platform is how exports are read',
  headerRows: '--header-rows is how exports are read',
} as const satisfies Partial<Record<keyof CompareOptions, string>>;

/**
 * What moved from one run to another: tables on the terminal, JSON or Markdown. With `failOn` the exit code is 1 where a
 * figure moved by more percentage points than that.
 */
export async function runCompare(a: string, b: string, options: CompareOptions, io: Io): Promise<ExitCode> {
  const format = chooseFormat('compare', options);
  const limit = options.failOn === undefined ? undefined : pointsOf(options.failOn);
  if (path.resolve(io.cwd, a) === path.resolve(io.cwd, b))
    throw new UserError(`${a} is named twice: nothing moves between a file and itself.`);
  if ([a, b].every((name) => isJson(name, io))) refuseOfExports(options);
  refuseOutput(options, [a, b], io);
  const runs = [await readRun(a, options, io), await readRun(b, options, io)] as const;
  const comparison = compareRuns(...runs);
  const document = comparisonDocument(comparison);
  const render = {
    table: () => renderTerminal(document, terminalSettings(io, options)),
    json: () => renderComparisonJson(comparison, version),
    markdown: async () => (await import('../../render/markdown.ts')).renderMarkdown(document),
  } satisfies Record<typeof format, () => string | Promise<string>>;
  await deliver(await render[format](), options, io);
  const beyond = limit === undefined ? 0 : movedBeyond(comparison, limit).length;
  if (beyond === 0) return 0;
  const points = limit === 1 ? 'percentage point' : 'percentage points';
  say(`soundings: figures that moved by more than ${limit} ${points}: ${beyond}`, io);
  return 1;
}

/** One side: an analysis in JSON, the exports of a folder, or an export; the last two with their definition. */
async function readRun(name: string, options: CompareOptions, io: Io): Promise<Run> {
  if (isJson(name, io)) return { name, analysis: readJsonAnalysis(readText(name, io), name) };
  const files = look(name, io) === 'folder' ? exportsOfFolder(name, io) : [name];
  // The options name the output as well, so that no export and no definition among the inputs is written over.
  const { responses, exports, definition } = await runSurvey(files, { ...options, ids: true }, io);
  return {
    name,
    analysis: publishAndSay(analyse(responses), responses, options, io),
    rows: { survey: responses.survey, exports },
    ...(definition === undefined ? {} : { definition: definition.sha256 }),
  };
}

function refuseOfExports(options: CompareOptions): void {
  for (const [option, words] of Object.entries(ofExports))
    if (options[option as keyof typeof ofExports] !== undefined)
      throw new UserError(`${words}, and neither A nor B is one.`);
}

function isJson(name: string, io: Io): boolean {
  return /\.json$/iu.test(name) && look(name, io) === 'file';
}

function exportsOfFolder(folder: string, io: Io): string[] {
  try {
    return fixtureExports(folder, io);
  } catch (error) {
    if (!(error instanceof UserError) || error.message.startsWith(folder)) throw error;
    throw new UserError(
      `${folder}: ${error.message}`,
      'Name an export, an analysis in JSON, or a folder with both responses.csv and survey.yaml.',
    );
  }
}

function pointsOf(text: string): number {
  if (/^\d+(?:\.\d+)?$/u.test(text)) return Number(text);
  throw new UserError(`--fail-on "${text}" is not a number of percentage points, such as 2 or 0.5.`);
}
