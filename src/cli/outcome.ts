import { UserError } from '../intake/user-error.ts';
import type { Issue } from '../responses/issues.ts';
import { bearsOnRun, groupIssues, occurrences } from '../report/issue-groups.ts';
import { showCount } from '../render/numbers.ts';
import { printableLines } from '../render/printable.ts';
import { writeWhole } from './files.ts';
import type { Io } from './io.ts';

/** 0 done; 1 the data or the figures fall short; 2 it could not run. */
export type ExitCode = 0 | 1 | 2;

/** Where a result goes. */
export interface OutputOptions {
  readonly output?: string;
  readonly force?: boolean;
}

/** Puts a result on standard output, or whole into a file. */
export async function deliver(text: string, { output, force = false }: OutputOptions, io: Io): Promise<void> {
  if (output === undefined) io.stdout.write(text);
  else await writeWhole(output, text, io, force);
}

/** The format asked for: by name, else by the ending of the output, else the first. Throws a `UserError` otherwise. */
export function chooseFormat<Format extends string>(
  asked: string | undefined,
  output: string | undefined,
  formats: readonly Format[],
  endings: Readonly<Record<string, Format>>,
): Format {
  const known = formats.find((format) => format === asked);
  if (known !== undefined) return known;
  if (asked !== undefined) throw new UserError(`No format "${asked}": it can be ${formats.join(', ')}.`);
  const ending = output === undefined ? undefined : /\.[^./\\]+$/u.exec(output)?.[0].toLowerCase();
  if (ending !== undefined && endings[ending] !== undefined) return endings[ending];
  if (output !== undefined) {
    const all = Object.keys(endings).join(', ');
    throw new UserError(
      `${output}: its ending does not say which format is wanted (${all}).`,
      'Name one with --format.',
    );
  }
  return formats[0] as Format;
}

/** Says on standard error what was wrong with the data and what was only noticed, a line a kind. */
export function warn(issues: readonly Issue[], io: Io): void {
  for (const group of groupIssues(issues).filter(bearsOnRun)) {
    const [first] = occurrences(group, 1);
    const place = first?.line === undefined ? '' : ` row ${first.row}, line ${first.line}`;
    const example = first
      ? `; first: ${first.file}${place}${first.column === undefined ? '' : `, ${first.column}`}: ${first.message}`
      : '';
    say(`${group.severity}: ${group.title}: ${showCount(group.count)}${group.effect}${example}`, io);
  }
}

/** A message of ours on standard error; nothing of an export in it is obeyed by a terminal. */
export function say(message: string, io: Io): void {
  io.stderr.write(`${printableLines(message)}\n`);
}

/** Under `--strict` errors in the data are a failure; otherwise they are said and the figures stand. */
export function strictness(issues: readonly Issue[], strict: boolean | undefined): ExitCode {
  return strict === true && hasErrors(issues) ? 1 : 0;
}

export function hasErrors(issues: readonly Issue[]): boolean {
  return groupIssues(issues).some(({ severity }) => severity === 'error');
}

/** Width and colour of what a command prints: the terminal's, NO_COLOR and FORCE_COLOR obeyed; 80 columns elsewhere. */
export function terminalSettings(
  { stdout, env }: Io,
  colour: boolean | undefined,
): { width: number; colour: 0 | 1 } {
  const width = stdout.columns ?? (Number(env['COLUMNS']) || 80);
  return { width: Math.max(20, width), colour: useColour(stdout.isTerminal, env, colour) ? 1 : 0 };
}

function useColour(isTerminal: boolean, env: Io['env'], colour: boolean | undefined): boolean {
  if (colour === false || (env['NO_COLOR'] ?? '') !== '') return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return isTerminal && env['TERM'] !== 'dumb';
}
