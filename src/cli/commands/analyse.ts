import { renderCsv } from '../../render/csv.ts';
import { renderJson } from '../../render/json.ts';
import { renderTerminal } from '../../render/terminal.ts';
import { tablesDocument } from '../../report/tables/tables.ts';
import { chooseFormat } from '../formats.ts';
import type { Io } from '../io.ts';
import {
  type ExitCode,
  type OutputOptions,
  deliver,
  forSpreadsheet,
  strictness,
  terminalSettings,
  warn,
  warnOfFigures,
} from '../outcome.ts';
import { type SurveyOptions, analyseExports } from '../run-survey.ts';
import { version } from '../version.ts';

export interface AnalyseOptions extends SurveyOptions, OutputOptions {
  readonly format?: string;
  readonly by?: readonly string[];
  readonly strict?: boolean;
  readonly color?: boolean;
}

/** Tables of every question on the terminal, or as JSON, CSV or Markdown. */
export async function runAnalyse(
  files: readonly string[],
  options: AnalyseOptions,
  io: Io,
): Promise<ExitCode> {
  const format = chooseFormat('analyse', options);
  const { analysis, definition } = await analyseExports(files, options, io);
  warn(analysis.issues, io);
  warnOfFigures(analysis, io);
  const render = {
    table: () => renderTerminal(tablesDocument(analysis), terminalSettings(io, options)),
    json: () => renderJson(analysis, version, definition),
    csv: () => forSpreadsheet(renderCsv(analysis), options),
    markdown: async () => (await import('../../render/markdown.ts')).renderMarkdown(tablesDocument(analysis)),
  } satisfies Record<typeof format, () => string | Promise<string>>;
  await deliver(await render[format](), options, io);
  return strictness(analysis, options.strict);
}
