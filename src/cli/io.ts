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
}

/** The streams and environment of this process. A reader that went away (`| head`) is no failure: the rest is not written. */
export function processIo(): Io {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const { output, written } = watched(process.stdout);
  return {
    stdout: output,
    stderr: watched(process.stderr).output,
    written,
    stdin: () => process.stdin,
    env: process.env,
    cwd: process.cwd(),
  };
}

function watched(stream: NodeJS.WriteStream): { readonly output: Output; readonly written: Io['written'] } {
  let failure: NodeJS.ErrnoException | undefined;
  const note = (error: NodeJS.ErrnoException | null | undefined) => {
    failure ??= error ?? undefined;
  };
  return {
    output: {
      write: (text) => void stream.write(text, note),
      isTerminal: stream.isTTY,
      columns: stream.columns,
    },
    written: () =>
      new Promise((resolve, reject) => {
        stream.write('', () => {
          if (failure === undefined || failure.code === 'EPIPE') resolve();
          else reject(failure);
        });
      }),
  };
}
