import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Asker } from '../../src/cli/commands/settle-doubts.ts';
import { main } from '../../src/cli/main.ts';
import type { Io } from '../../src/cli/io.ts';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** The exports of a fixture, as a command line names them. */
export function exportsOf(fixture: string): string {
  const names = readdirSync(path.join(root, 'fixtures', fixture)).toSorted();
  const exports = names.filter((name) => name.startsWith('responses'));
  return exports.map((name) => `fixtures/${fixture}/${name}`).join(' ');
}

/** What the standard streams of a run are; a number of columns makes them a terminal of that width. */
export interface Terminal {
  readonly columns?: number;
  /** Whoever answers questions there. */
  readonly asker?: Asker;
}

export interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

/** A folder of its own that holds a copy of `fixtures/`, in which command lines are run within this process. */
export interface Sandbox {
  readonly folder: string;
  /** Runs `[NAME=value…] soundings …`, with `< file` for standard input; an argument with blanks is in '…'. */
  run(line: string, terminal?: Terminal): Promise<Outcome>;
  write(file: string, content: string | Uint8Array): void;
  read(file: string): string;
  list(folder?: string): string[];
  remove(): void;
}

export function sandbox(): Sandbox {
  const folder = mkdtempSync(path.join(tmpdir(), 'soundings-'));
  cpSync(path.join(root, 'fixtures'), path.join(folder, 'fixtures'), { recursive: true });
  const at = (file: string) => path.join(folder, file);
  return {
    folder,
    run: (line, terminal = {}) => run(line, folder, terminal),
    write: (file, content) => writeFileSync(at(file), content),
    read: (file) => readFileSync(at(file), 'utf8'),
    list: (inside = '.') => readdirSync(at(inside)).toSorted(),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

async function run(line: string, cwd: string, { columns, asker }: Terminal): Promise<Outcome> {
  const words = [...line.matchAll(/(?:'[^']*'|[^'\s])+/gu)].map(([word]) => word.replaceAll("'", ''));
  const program = words.indexOf('soundings');
  const input = words.indexOf('<');
  const env = Object.fromEntries(words.slice(0, program).map((word) => word.split('=', 2)));
  const stdout = capture(columns);
  const stderr = capture(columns);
  const io: Io = {
    stdout,
    stderr,
    written: () => Promise.resolve(),
    async *stdin() {
      if (input !== -1) yield readFileSync(path.join(cwd, words[input + 1] ?? ''));
    },
    env,
    cwd,
    asker: () => asker,
    // No time passes, so that no progress is shown however slow the machine is.
    now: () => 0,
  };
  const exitCode = await main(words.slice(program + 1, input === -1 ? undefined : input), io);
  return { stdout: stdout.text(), stderr: stderr.text(), exitCode };
}

function capture(columns: number | undefined) {
  const written: string[] = [];
  return {
    write: (text: string) => void written.push(text),
    isTerminal: columns !== undefined,
    columns,
    text: () => written.join(''),
  };
}
