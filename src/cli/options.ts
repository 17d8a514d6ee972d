import { Option } from 'commander';
import { UserError } from '../intake/user-error.ts';

/** No progress on the terminal. */
export function quietOption(): Option {
  return new Option('-q, --quiet', 'do not show how far the reading of a large export is');
}

/** Where a result goes; without it, or with "-", standard output. */
export function outputOption(description: string): Option {
  return new Option('-o, --output <file>', `${description}; - is standard output`);
}

/** Names every format; the first is what a command writes when nothing is said. */
export function formatOption(choices: readonly string[]): Option {
  const [first = '', ...others] = choices;
  const all = others.length === 0 ? first : `${first} (the default), ${others.join(', ')}`;
  return new Option('-f, --format <format>', `what to write: ${all}`).choices(choices);
}

/** An answer to choose by; a second one would silently replace the first. */
export function once(value: string, before: string | undefined): string {
  if (before === undefined) return value;
  throw new UserError(`--where "${before}" and --where "${value}": it can be said only once.`);
}

/** Every value of an option that may be repeated. */
export function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
