import { type Command, Option } from 'commander';
import { engines } from '../intake/choose-engine.ts';
import { UserError } from '../intake/user-error.ts';
import { formats } from './formats.ts';

export const noColour = () => new Option('--no-color', 'print without colour');
/** What help gathers under a heading of its own: few ever need it. */
const reading = 'Where exports are not read as they should be:';
export const quiet = () => new Option('-q, --quiet', 'say nothing of work that takes long while it goes on');
export const strict = () =>
  new Option('--strict', 'exit with 1 when the data have errors, or nothing can be weighted');
export const by = () =>
  repeated('--by <question>', 'break every question down by this one; a second one is looked at within it');

/** Where a result goes: standard output unless told otherwise; and in which of several formats. */
export function withOutput(command: Command, name?: keyof typeof formats): Command {
  if (name !== undefined) {
    const [first, ...others] = formats[name];
    const all = others.length === 0 ? first : `${first} (the default), ${others.join(', ')}`;
    command.addOption(new Option('-f, --format <format>', `what to write: ${all}`).choices(formats[name]));
  }
  const chosen = name === undefined ? '' : '; the ending chooses the format';
  return command
    .option('-o, --output <file>', `write here${chosen}; - is standard output`)
    .option('--force', 'replace an existing output');
}

/** How exports are read where that is not to be detected. */
export function withReading(
  command: Command,
  what: 'export' | 'exports',
  more: readonly Option[] = [],
): Command {
  const options = [
    new Option('--encoding <name>', `the encoding of the ${what} (default: detected)`),
    new Option('--delimiter <character>', 'comma, semicolon, tab or pipe (default: detected)'),
    new Option('--platform <name>', `the platform that wrote the ${what} (default: recognised)`),
    new Option('--header-rows <number>', 'how many rows are headers (default: recognised)'),
    ...more,
  ];
  for (const option of options) command.addOption(option.helpGroup(reading));
  return command;
}

/** Who reads large exports. */
export const reader = () => [
  new Option('--engine <name>', 'who reads the exports (default: DuckDB where they are large)').choices(
    engines,
  ),
  new Option(
    '--memory <size>',
    'how much memory DuckDB may take, beside the program itself (default: 300MB)',
  ),
];

/** An option of which every value counts. */
export function repeated(flags: string, description: string): Option {
  return new Option(flags, description).argParser((value: string, before: readonly string[] = []) => [
    ...before,
    value,
  ]);
}

/** An answer to choose by; a second one would silently replace the first. */
export function sole(value: string, before: string | undefined): string {
  if (before === undefined) return value;
  throw new UserError(`--where "${before}" and --where "${value}": it can be said only once.`);
}
