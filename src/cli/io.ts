import path from 'node:path';
import type { Asker } from './commands/settle-doubts.ts';
import { terminalAsker } from './commands/terminal-asker.ts';

/** A stream of text that may be a terminal. */
interface Output {
  write(text: string): void;
  readonly isTerminal: boolean;
  /** Columns of the terminal, where there is one. */
  readonly columns: number | undefined;
}

/** Everything that a command touches outside itself; a test passes its own. */
export interface Io {
  readonly stdout: Output;
  readonly stderr: Output;
  /** Settles when all that went to standard output is there, with the error where it could not be written. */
  readonly written: () => Promise<void>;
  readonly stdin: () => AsyncIterable<Uint8Array>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder that relative paths start from. */
  readonly cwd: string;
  /** Milliseconds since some moment. */
  readonly now: () => number;
  /** Whom to ask what is doubtful; undefined where nobody is at a terminal. */
  readonly asker?: () => Asker | undefined;
  /** The script with which another thread reads half of a large file. */
  readonly secondThread?: string;
}

/** The streams and environment of this process. */
export function processIo(): Io {
  const { output, written } = watched(() => process.stdout);
  return {
    stdout: output,
    stderr: watched(() => process.stderr).output,
    written,
    stdin: () => process.stdin,
    env: process.env,
    cwd: process.cwd(),
    now: () => process.uptime() * 1000,
    asker: terminalAsker,
    secondThread: path.join(__filename, '../../bin/second-half.js'),
  };
}

/**
 * A stream of this process, which Node makes when it is first asked for: most runs write to one only. A reader that went
 * away (`| head`) is no failure: the rest is not written. Any other failure is kept for `written`.
 */
function watched(open: () => NodeJS.WriteStream): {
  readonly output: Output;
  readonly written: Io['written'];
} {
  let opened: NodeJS.WriteStream | undefined;
  let failure: NodeJS.ErrnoException | undefined;
  const note = (error: NodeJS.ErrnoException | null | undefined) => {
    failure ??= error ?? undefined;
  };
  const stream = () => {
    opened ??= open().on('error', note);
    return opened;
  };
  return {
    output: {
      write: (text) => void stream().write(text, note),
      get isTerminal() {
        return stream().isTTY;
      },
      get columns() {
        // Some terminals do not know how wide they are, and say 0.
        return stream().columns || undefined;
      },
    },
    async written() {
      if (opened === undefined) return;
      await new Promise<void>((resolve, reject) => {
        stream().write('', () => {
          if (failure === undefined || failure.code === 'EPIPE') resolve();
          else reject(failure);
        });
      });
    },
  };
}
