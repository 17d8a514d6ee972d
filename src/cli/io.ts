import type { Asker } from './settle-doubts.ts';
import { terminalAsker } from './terminal-asker.ts';

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
  readonly stdin: () => AsyncIterable<Uint8Array>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder that relative paths start from. */
  readonly cwd: string;
  /** Whom to ask what is doubtful; undefined where nobody is at a terminal. */
  readonly asker?: () => Asker | undefined;
}

/** The streams and environment of this process. */
export function processIo(): Io {
  return {
    stdout: outputOf(() => process.stdout),
    stderr: outputOf(() => process.stderr),
    stdin: () => process.stdin,
    env: process.env,
    cwd: process.cwd(),
    asker: terminalAsker,
  };
}

/**
 * A stream of this process, which Node makes when it is first asked for: most runs write to one only. A reader that went
 * away (`| head`) is no failure: the rest is not written.
 */
function outputOf(open: () => NodeJS.WriteStream): Output {
  let opened: NodeJS.WriteStream | undefined;
  const stream = () => {
    opened ??= open().on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
    return opened;
  };
  return {
    write: (text) => void stream().write(text),
    get isTerminal() {
      return stream().isTTY;
    },
    get columns() {
      return stream().columns;
    },
  };
}
