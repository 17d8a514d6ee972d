import path from 'node:path';
import stringWidth from 'fast-string-width';
import { expect } from 'vitest';
import { version } from '../../src/cli/version.ts';
import type { Outcome, Sandbox, Terminal } from './sandbox.ts';

/** The columns that tables, help and messages may take where no terminal says otherwise. */
const usualWidth = 80;

/**
 * Runs command lines one after another and compares what a user sees of them with `transcripts/<name>.txt`:
 *
 *     $ soundings …      the command; `head -3 file` (`-0`: all of it) and `ls folder` show what it wrote
 *     …                  standard output
 *     2| …               standard error
 *     [1]                the exit code, where it is not 0
 *
 * Escape characters stand there as ␛, byte order marks as <U+FEFF>, the version as <version>. Every transcript was read
 * by somebody before it was kept: read the difference before `npx vitest run -u` accepts it.
 */
export async function transcript(
  place: Sandbox,
  name: string,
  lines: readonly string[],
  terminal: Terminal = {},
): Promise<void> {
  const parts: string[] =
    terminal.columns === undefined ? [] : [`# a terminal of ${terminal.columns} columns`];
  for (const line of lines) {
    parts.push(`$ ${line}`);
    const [command, first = '', second = ''] = line.split(' ');
    if (command === 'head')
      parts.push(
        place
          .read(second)
          .split('\n')
          .slice(0, -Number(first) || undefined)
          .join('\n'),
      );
    else if (command === 'ls') parts.push(place.list(first || '.').join('\n'));
    else parts.push(...shown(await place.run(line, terminal)));
  }
  const text = parts.join('\n').replaceAll(version, '<version>').replaceAll('\u001b', '␛');
  const file = path.join(import.meta.dirname, 'transcripts', `${name}.txt`);
  await expect(`${text.replaceAll('\ufeff', '<U+FEFF>')}\n`).toMatchFileSnapshot(file);
}

function shown({ stdout, stderr, exitCode }: Outcome): string[] {
  const out = stdout === '' ? [] : [stdout.replace(/\n$/u, '')];
  const err = stderr === '' ? [] : [stderr.replace(/\n$/u, '').replaceAll(/^/gmu, '2| ')];
  return [...out, ...err, ...(exitCode === 0 ? [] : [`[${exitCode}]`])];
}

/** The lines of a text that are wider than they may be, colours apart. */
export function tooWide(text: string, width = usualWidth): string[] {
  return text.split('\n').filter((line) => stringWidth(line) > width);
}
