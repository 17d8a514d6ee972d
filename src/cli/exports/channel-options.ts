import path from 'node:path';
import { tidy } from '../../intake/blank.ts';
import { UserError } from '../../intake/user-error.ts';
import { nearest } from '../../survey/labels/labels.ts';
import type { Io } from '../io.ts';

/**
 * How the responses of each file came, by the file as it is named on the command line, from options such as
 * `paper=paper.csv`. Throws a UserError for an option of another form, and for a file that is not among the exports.
 */
export function readChannelOptions(
  options: readonly string[] = [],
  files: readonly string[],
  io: Io,
): ReadonlyMap<string, string> {
  const at = (file: string): string => (file === '-' ? file : path.resolve(io.cwd, file));
  const channels = new Map<string, string>();
  for (const option of options) {
    const [, channel = '', named = ''] = /^([^=]*\S[^=]*)=(.+)$/su.exec(option) ?? [];
    if (channel === '')
      throw new UserError(
        `--channel "${option}" is not of the form channel=file.`,
        'For example: --channel paper=paper.csv',
      );
    const file =
      files.find((one) => at(one) === at(named)) ?? files.find((one) => path.basename(one) === named);
    if (file === undefined) {
      const near = nearest(named, files);
      const meant = near === undefined ? '' : `; did you mean "${near}"?`;
      throw new UserError(
        `--channel ${option}: ${named} is not one of the exports${meant}`,
        `They are ${files.join(', ')}.`,
      );
    }
    if (channels.has(file))
      throw new UserError(`--channel: two are given for ${file}.`, 'A file has one channel.');
    channels.set(file, tidy(channel));
  }
  return channels;
}
