import {
  renderIssueAnnotations,
  renderIssueCsv,
  renderIssueJson,
  renderIssueTable,
} from '../../render/issues.ts';
import type { Issue } from '../../responses/issues/issues.ts';
import { chooseFormat } from '../formats.ts';
import type { Io } from '../io.ts';
import {
  type ExitCode,
  type OutputOptions,
  deliver,
  forSpreadsheet,
  hasErrors,
  terminalSettings,
} from '../outcome.ts';
import { type SurveyOptions, runSurvey } from '../run-survey.ts';

export interface ValidateOptions extends SurveyOptions, OutputOptions {
  readonly format?: string;
  readonly color?: boolean;
}

/** How many places of each kind of issue are shown without `--all`; GitHub shows ten annotations of a kind at most. */
const examples = 5;

/** Every issue in the data, with its row; 1 when there is an error among them. */
export async function runValidate(
  files: readonly string[],
  options: ValidateOptions,
  io: Io,
): Promise<ExitCode> {
  const format = chooseFormat('validate', options);
  // A list in a file or a pipe is worked through, not looked at: nothing may be missing from it.
  const all = options.all === true || format === 'csv';
  const { responses, paths } = await runSurvey(files, { ...options, all }, io);
  const { questions } = responses.survey;
  const findings = { ...responses, questions, limit: all ? Infinity : examples };
  const render = {
    table: () => renderIssueTable(findings, terminalSettings(io, options)),
    json: () => renderIssueJson(findings),
    csv: () => forSpreadsheet(renderIssueCsv(findings), options),
    github: () => renderIssueAnnotations({ ...findings, issues: responses.issues.map(atPath(paths)) }),
  } satisfies Record<typeof format, () => string>;
  await deliver(render[format](), options, io);
  return hasErrors(responses.issues) ? 1 : 0;
}

/** GitHub marks a line only where the file has its whole path. */
function atPath(paths: ReadonlyMap<string, string>): (issue: Issue) => Issue {
  return (issue) => ({ ...issue, file: paths.get(issue.file) ?? issue.file });
}
