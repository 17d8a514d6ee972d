import type { Analysis } from '../analysis/analysis.ts';
import type { Note } from '../analysis/note.ts';
import type { Issue } from '../responses/issues/issues.ts';
import { bearsOnRun, groupIssues, occurrences } from '../report/issues/issue-groups.ts';
import { describeNote } from '../report/words/note-words.ts';
import { weightingWarnings } from '../report/words/weighting-words.ts';
import { sentenceText } from '../render/inline.ts';
import { placeText, showHowMany } from '../render/issues.ts';
import { printableLines } from '../render/printable.ts';
import { wrapText } from '../render/wrap.ts';
import type { Io } from './io.ts';
import { wholly } from './let-go.ts';
import { writeWhole } from './write-files.ts';

/** 0 done; 1 the data or the figures fall short; 2 it could not run. */
export type ExitCode = 0 | 1 | 2;

/** Where a result goes. */
export interface OutputOptions {
  readonly output?: string;
  readonly force?: boolean;
}

/** What names standard output where a file could be named. */
export const standardOutput = '-';

/** Puts a result on standard output, or into a file; whole in either, whenever the run is interrupted. */
export async function deliver(text: string, { output, force = false }: OutputOptions, io: Io): Promise<void> {
  if (output !== undefined) return writeWhole(output, text, io, force);
  await wholly(() => io.stdout.write(text));
}

/** CSV as Excel opens it: a file begins with a byte order mark, or its letters come out wrong; a pipe goes without. */
export function forSpreadsheet(csv: string, { output }: OutputOptions): string {
  return output === undefined ? csv : `\ufeff${csv}`;
}

/** Says on standard error what was wrong with the data and what was only noticed: a line a kind, and one place of it. */
export function warn(issues: readonly Issue[], io: Io): void {
  const groups = groupIssues(issues).filter(bearsOnRun);
  for (const group of groups) {
    say(`${group.severity}: ${group.title}: ${showHowMany(group)}${group.effect}`, io);
    const [first] = occurrences(group, 1);
    // Of blank rows there is nothing more to say than how many there are.
    if (first && group.code !== 'blank-rows') say(`  for example ${placeText(first)}: ${first.message}`, io);
  }
  if (groups.some(({ severity }) => severity !== 'note'))
    say('soundings validate, with the same files, lists each with its row.', io);
}

/** Says on standard error what is wrong with the figures themselves. */
export function warnOfFigures(analysis: Analysis, io: Io): void {
  const { decimals } = analysis.settings;
  for (const warning of weightingWarnings(analysis)) say(`warning: ${sentenceText(warning, decimals)}`, io);
  for (const note of analysis.notes.filter(isOfHiddenIssues))
    say(`${note.isError ? 'error' : 'warning'}: ${sentenceText(describeNote(note, analysis), decimals)}`, io);
}

/**
 * A message of ours on standard error, its lines as long as a terminal is wide; nothing of an export in it is obeyed by
 * a terminal.
 */
export function say(message: string, { stderr }: Io): void {
  const text = printableLines(message);
  const width = stderr.isTerminal ? stderr.columns : undefined;
  stderr.write(`${width === undefined ? text : text.split('\n').map(wrapTo(width)).join('\n')}\n`);
}

/** Breaks a line between words, and what goes on begins below its first word. */
function wrapTo(width: number): (line: string) => string {
  return (line) => {
    const indent = /^ */u.exec(line)?.[0] ?? '';
    const wrapped = wrapText(line.slice(indent.length), Math.max(20, width - indent.length));
    return wrapped.replaceAll(/^/gmu, indent);
  };
}

/**
 * Under `--strict` errors in the data are a failure, and results that are not weighted although they should
 * be; otherwise that is said and the figures stand.
 */
export function strictness({ issues, notes }: Analysis, strict: boolean | undefined): ExitCode {
  const isUnweighted = notes.some(({ code }) => code === 'not-weighted');
  const areErrorsHidden = notes.some((note) => isOfHiddenIssues(note) && note.isError);
  return strict === true && (hasErrors(issues) || areErrorsHidden || isUnweighted) ? 1 : 0;
}

function isOfHiddenIssues(note: Note): note is Extract<Note, { code: 'hidden-issues' }> {
  return note.code === 'hidden-issues';
}

/** Whether an answer or a response was not counted as it stands. */
export function hasErrors(issues: readonly Issue[]): boolean {
  return groupIssues(issues).some(({ severity }) => severity === 'error');
}

/**
 * Width and colour of what a command prints: the terminal's, NO_COLOR and FORCE_COLOR obeyed; elsewhere COLUMNS or 80.
 * What goes into a file does not depend on the terminal, and has no colour.
 */
export function terminalSettings(
  { stdout, env }: Io,
  { output, color }: { readonly output?: string; readonly color?: boolean },
): { width: number; colour: 0 | 1 } {
  const toFile = output !== undefined;
  const width = (toFile ? undefined : stdout.columns) ?? (Number(env['COLUMNS']) || 80);
  const colour = !toFile && useColour(stdout.isTerminal, env, color);
  return { width: Math.max(20, width), colour: colour ? 1 : 0 };
}

function useColour(isTerminal: boolean, env: Io['env'], colour: boolean | undefined): boolean {
  if (colour === false || (env['NO_COLOR'] ?? '') !== '') return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return isTerminal && env['TERM'] !== 'dumb';
}
