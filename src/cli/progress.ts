import type { SingleBar } from 'cli-progress';
import type { ByteSource } from '../intake/table.ts';
import { printable } from '../render/printable.ts';
import type { Io } from './io.ts';

/** Whoever reads for longer than this, in milliseconds, is shown how far that is. */
const patience = 500;

/** The bar alone, in columns. */
const barWidth = 20;

/** A reading that is shown on the terminal while it goes on. */
export interface Progress {
  /** The source, which is watched while it is read. */
  readonly source: ByteSource;
  /** Told how many rows have been read so far. */
  readonly onRows: (rows: number) => void;
  /** Clears the line, for a message or at the end; it comes again where reading goes on. */
  readonly clear: () => void;
}

/**
 * Shows on standard error, if that is a terminal, how far a file of so many bytes has been read, from half a second on:
 * the share, rows, MB a second and the time that is left.
 */
export function watchReading(source: ByteSource, bytes: number, quiet: boolean, { stderr }: Io): Progress {
  if (quiet || bytes === 0 || !stderr.isTerminal)
    return { source, onRows: () => undefined, clear: () => undefined };
  const started = performance.now();
  let bar: SingleBar | undefined;
  let rows = 0;
  const name = printable(source.name);
  const words = (read: number) => {
    const seconds = (performance.now() - started) / 1000;
    const speed = Math.max(1, Math.round(read / seconds / 1e6));
    return { rows: rows.toLocaleString('en-GB'), speed, name };
  };
  async function show(read: number): Promise<void> {
    if (bar === undefined) {
      bar = await newBar(stderr);
      bar.start(bytes, read, words(read));
    }
    bar.update(read, words(read));
  }
  return {
    source: {
      ...source,
      async *open() {
        let read = 0;
        for await (const chunk of source.open()) {
          yield chunk;
          read += chunk.length;
          if (performance.now() - started > patience) await show(Math.min(read, bytes));
        }
      },
    },
    onRows(count) {
      rows = count;
    },
    clear() {
      bar?.stop();
      bar = undefined;
    },
  };
}

async function newBar({ write, columns }: Io['stderr']): Promise<SingleBar> {
  const { SingleBar } = await import('cli-progress');
  const stream = { write, columns, isTTY: true };
  return new SingleBar({
    stream: stream as unknown as NodeJS.WritableStream,
    format: '{percentage}% {bar} {rows} rows, {speed} MB/s, {eta_formatted} left: {name}',
    barsize: barWidth,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    linewrap: true,
    clearOnComplete: true,
    // It would keep Ctrl-C from ending the program.
    gracefulExit: false,
  });
}
