import path from 'node:path';
import type { Table } from '../../intake/table.ts';
import { UserError } from '../../intake/user-error.ts';
import { showCount } from '../../render/numbers.ts';
import { toJson } from '../../render/json.ts';
import { renderTerminal } from '../../render/terminal.ts';
import { columnsDocument } from '../../report/guesses.ts';
import { rowIssues } from '../../responses/issues/survey-issues.ts';
import { type Inference, inferDefinition } from '../../survey/infer/infer.ts';
import { columnsToInfer } from '../../survey/infer/inferred-survey.ts';
import { definitionJsonSchema } from '../../survey/definition/schema.ts';
import { writeDefinition } from '../../survey/definition/write-definition.ts';
import { folderOf, refuseFolder } from '../definition.ts';
import { look } from '../exports/files.ts';
import { refuseDefinition } from '../exports/find-exports.ts';
import type { Io } from '../io.ts';
import { type ExitCode, deliver, say, standardOutput, terminalSettings, warn } from '../outcome.ts';
import { type ReadingOptions, readExport } from '../exports/read-export.ts';
import { settleDoubts } from './settle-doubts.ts';
import { refuseOutput, writeWhole } from '../write-files.ts';

export interface InitOptions extends Pick<
  ReadingOptions,
  'encoding' | 'delimiter' | 'platform' | 'headerRows' | 'quiet'
> {
  readonly output?: string;
  readonly yes?: boolean;
  readonly color?: boolean;
}

const schemaName = 'survey.schema.json';

/**
 * Writes a definition from an export, beside it unless told otherwise, with the JSON Schema by which an editor completes
 * it; asks about what is doubtful where somebody is at the terminal. Replaces no file. On standard output the definition
 * stands alone.
 */
export async function runInit(file: string, options: InitOptions, io: Io): Promise<ExitCode> {
  refuseFolder(file, io);
  refuseDefinition(file);
  const output = options.output ?? path.join(folderOf(file), 'survey.yaml');
  const isFile = output !== standardOutput;
  if (isFile) refuseOutput({ output, force: 'never' }, [file], io);
  const shown = file === '-' ? 'standard input' : path.basename(file);
  const table = await readExport({ file, shown }, options, { keep: columnsToInfer }, io);
  warn(
    rowIssues(table).filter(({ code }) => code === 'second-headers' || code === 'maybe-headers'),
    io,
  );
  const guessed = inferDefinition(table);
  if (guessed.questions.length === 0)
    throw new UserError(
      `${shown} holds nothing to count: each column says who answered or when, or is blank.`,
      'If one of them is a question, write a survey.yaml that names it.',
    );
  const asker = options.yes === true ? undefined : io.asker?.();
  const inference = asker === undefined ? guessed : await settleDoubts(guessed, asker);
  const definition = writeDefinition(inference, { source: describe(table), schema: schemaName });
  if (!isFile) {
    await deliver(definition, {}, io);
    return 0;
  }
  await writeWhole(output, definition, io, false);
  await writeSchema(path.join(path.dirname(output), schemaName), io);
  io.stdout.write(
    renderTerminal(
      columnsDocument(inference),
      terminalSettings(io, { ...(options.color === undefined ? {} : { color: options.color }) }),
    ),
  );
  say(closing(output, inference), io);
  return 0;
}

/** The schema of another version is left as it is: it may not be ours. */
async function writeSchema(file: string, io: Io): Promise<void> {
  if (look(file, io) === undefined) await writeWhole(file, toJson(definitionJsonSchema()), io, false);
}

function describe({ file, rows, layout }: Table): string {
  return `${file}: ${showCount(rows)} responses, ${layout.headings.length} columns, ${layout.platform} by ${layout.recognisedBy}`;
}

function closing(output: string, { questions }: Inference): string {
  const doubtful = questions.filter(({ certainty }) => certainty === 'doubtful').length;
  const which = doubtful === 1 ? 'One is doubtful, and stands' : `${doubtful} are doubtful, and stand`;
  const rest = doubtful === 0 ? '' : ` ${which} first in it: check it against the form.`;
  const many = `${questions.length} ${questions.length === 1 ? 'question' : 'questions'}`;
  return `${output} written, with ${many}.${rest}`;
}
