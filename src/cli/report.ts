import { UserError } from '../intake/user-error.ts';
import { renderMarkdown } from '../render/markdown.ts';
import { longDate, summaryDocument } from '../report/summary.ts';
import { formats } from './formats.ts';
import type { Io } from './io.ts';
import { type ExitCode, type OutputOptions, chooseFormat, deliver, strictness, warn } from './outcome.ts';
import { type SurveyOptions, analyseExports } from './run-survey.ts';
import { version } from './version.ts';

export interface ReportOptions extends SurveyOptions, OutputOptions {
  readonly format?: string;
  readonly by?: readonly string[];
  readonly date?: string;
  readonly strict?: boolean;
}

const endings = { '.md': 'markdown' } as const;

/** The committee summary as Markdown. */
export async function runReport(files: readonly string[], options: ReportOptions, io: Io): Promise<ExitCode> {
  chooseFormat(options.format, options.output, formats.report, endings);
  const date = reportDate(options.date, io.env['SOURCE_DATE_EPOCH']);
  const { analysis, definition } = await analyseExports(files, options, io);
  warn(analysis.issues, io);
  const provenance = { version, definition, ...(date === undefined ? {} : { date }) };
  await deliver(renderMarkdown(summaryDocument(analysis, provenance)), options, io);
  return strictness(analysis.issues, options.strict);
}

/** The date to write on a summary: the one given, or that of SOURCE_DATE_EPOCH; none of our own. */
function reportDate(date: string | undefined, epoch: string | undefined): string | undefined {
  const text =
    date ??
    (epoch && /^\d+$/u.test(epoch) ? new Date(Number(epoch) * 1000).toISOString().slice(0, 10) : undefined);
  if (text === undefined) return undefined;
  const parsed = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== text) {
    throw new UserError(`--date "${text}" is not a date such as 2023-09-14.`);
  }
  return longDate(text);
}
