import { UserError } from '../intake/user-error.ts';

/** The formats that each command writes; the first is what it writes when nothing is said. */
export const formats = {
  analyse: ['table', 'json', 'csv', 'markdown'],
  report: ['markdown'],
  validate: ['table', 'json', 'csv', 'github'],
  compare: ['table', 'json', 'markdown'],
  check: ['table', 'junit', 'github'],
} as const;

type Formats = typeof formats;

/** The endings of files, each with the format that it stands for. */
const endings = {
  '.json': 'json',
  '.csv': 'csv',
  '.md': 'markdown',
  '.txt': 'table',
  '.xml': 'junit',
} as const;

/** The format asked for: by name, else by the ending of the output, else the first. Throws a `UserError` otherwise. */
export function chooseFormat<Name extends keyof Formats>(
  command: Name,
  { format: asked, output }: { readonly format?: string; readonly output?: string },
): Formats[Name][number] {
  const known: readonly Formats[Name][number][] = formats[command];
  // A format that there is not is refused with the options.
  const named = known.find((format) => format === asked);
  if (named !== undefined || output === undefined) return named ?? (known[0] as Formats[Name][number]);
  const possible = Object.entries(endings).filter(([, format]) => known.some((one) => one === format));
  const ending = /\.[^./\\]+$/u.exec(output)?.[0].toLowerCase();
  const [, meant] = possible.find(([one]) => one === ending) ?? [];
  const format = known.find((one) => one === meant);
  if (format !== undefined) return format;
  throw new UserError(
    `${output}: its ending does not say which format is wanted (${possible.map(([one]) => one).join(', ')}).`,
    'Give it such an ending, or name the format with --format.',
  );
}
