import { type Command, CommanderError } from 'commander';
import { UserError } from '../intake/user-error.ts';
import { type Io, processIo } from './io.ts';
import { type ExitCode, say } from './outcome.ts';
import { buildProgram } from './program.ts';
import { outputError } from './write-files.ts';

export { readHalfHere } from './exports/second-thread.ts';

/**
 * Runs one command line (without the node and script paths) and returns its exit code: 0 done, 1 the data or the
 * figures fall short, 2 it could not run. Errors are one or two lines on standard error; a stack only with `--debug`.
 */
export async function main(argv: readonly string[], io: Io = processIo()): Promise<ExitCode> {
  try {
    const exitCode = await run(argv, io);
    await io.written().catch((error: unknown) => {
      throw outputError(error);
    });
    return exitCode;
  } catch (error) {
    explain(error, argv.includes('--debug'), io);
    return 2;
  }
}

async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const program = buildProgram(io, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(withoutVainHelp(argv, program), { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return usage(error, program, argv, io);
    throw error;
  }
}

/** Without what asks for help about a command that there is not, which is then the error that it is without. */
function withoutVainHelp(argv: readonly string[], { commands }: Command): readonly string[] {
  const words = argv.filter((one) => !one.startsWith('-'));
  const name = words[0] === 'help' ? words[1] : words[0];
  const isKnown = commands.some((one) => one.name() === name || one.aliases().includes(name ?? ''));
  if (name === undefined || name === 'help' || isKnown) return argv;
  return argv.filter((one) => !['help', '--help', '-h'].includes(one));
}

function explain(error: unknown, debug: boolean, io: Io): void {
  if (debug) return say(String((error as Error | null)?.stack ?? error), io);
  if (error instanceof UserError)
    return say(`soundings: ${error.message}${error.hint === undefined ? '' : `\n${error.hint}`}`, io);
  say(
    `soundings: something went wrong that is not your fault: ${String((error as Error | null)?.message ?? error)}\nRun it again with --debug and report what it prints.`,
    io,
  );
}

/** What was wrong with the command line, in two lines; commander has printed help already where that was asked for. */
function usage(
  { exitCode, code, message }: CommanderError,
  program: Command,
  argv: readonly string[],
  io: Io,
): ExitCode {
  if (exitCode === 0) return 0;
  if (code === 'commander.help') return 2;
  const command = program.commands.find(
    (one) => one.name() === argv[0] || one.aliases().includes(argv[0] ?? ''),
  );
  const name = command === undefined ? 'soundings' : `soundings ${command.name()}`;
  const [, what = message, meant] =
    /^(?:error: )?(.*?)\.?(?:\n\(Did you mean (.*)\?\))?$/su.exec(message) ?? [];
  const suggestion = meant === undefined ? '.' : `; did you mean ${meant}?`;
  say(`soundings: ${what}${suggestion}\n${name} --help says how it is used.`, io);
  return 2;
}
