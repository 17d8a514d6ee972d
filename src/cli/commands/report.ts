import { UserError } from '../../intake/user-error.ts';
import { renderMarkdown } from '../../render/markdown.ts';
import { summaryDocument } from '../../report/summary.ts';
import { longDate } from '../../report/words/dates.ts';
import { chooseFormat } from '../formats.ts';
import type { Io } from '../io.ts';
import { type ExitCode, type OutputOptions, deliver, strictness, warn, warnOfFigures } from '../outcome.ts';
import { type SurveyOptions, analyseExports } from '../run-survey.ts';
import { version } from '../version.ts';

export interface ReportOptions extends SurveyOptions, OutputOptions {
  readonly format?: string;
  readonly by?: readonly string[];
  readonly date?: string;
  readonly strict?: boolean;
}

/** The committee summary as Markdown. */
export async function runReport(files: readonly string[], options: ReportOptions, io: Io): Promise<ExitCode> {
  chooseFormat('report', options);
  const date = reportDate(options.date, io.env['SOURCE_DATE_EPOCH']);
  const { analysis, definition } = await analyseExports(files, options, io);
  warn(analysis.issues, io);
  warnOfFigures(analysis, io);
  const provenance = { version, definition, ...(date === undefined ? {} : { date }) };
  await deliver(renderMarkdown(summaryDocument(analysis, provenance)), options, io);
  return strictness(analysis, options.strict);
}

/** The date to write on a summary: the one given, or that of SOURCE_DATE_EPOCH; none of our own. */
function reportDate(date: string | undefined, epoch: string | undefined): string | undefined {
  if (date !== undefined) {
    const day = dayOf(new Date(`${date}T00:00:00Z`));
    if (day === date) return longDate(date);
    throw new UserError(`--date "${date}" is not a date such as 2023-09-14.`);
  }
  if (epoch === undefined || epoch === '') return undefined;
  const day = /^\d+$/u.test(epoch) ? dayOf(new Date(Number(epoch) * 1000)) : undefined;
  if (day !== undefined) return longDate(day);
  throw new UserError(`SOURCE_DATE_EPOCH "${epoch}" is not a number of seconds since 1970.`);
}

/** The day of a moment in UTC, such as 2023-09-14; nothing where it is no moment, or none of the years 0 to 9999. */
function dayOf(moment: Date): string | undefined {
  if (Number.isNaN(moment.getTime())) return undefined;
  return /^\d{4}-\d\d-\d\d/u.exec(moment.toISOString())?.[0];
}
