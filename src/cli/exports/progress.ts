import type { SingleBar } from 'cli-progress';
import type { SharedFile } from '../../intake/halves.ts';
import type { ByteSource } from '../../intake/table.ts';
import { printable } from '../../render/printable.ts';
import type { Io } from '../io.ts';

/** Whoever reads for longer than this, in milliseconds, is shown how far that is. */
const patience = 500;

/** The bar alone in columns, at most and at least, and how many everything else takes but the name. */
const [widestBar, narrowestBar, wordsWidth] = [20, 5, 50];

/** A reading that is shown on the terminal while it goes on. */
export interface Progress {
  /** The source, which is watched while it is read. */
  readonly source: ByteSource;
  /** A file of which another thread reads as much meanwhile, which is then counted too. */
  readonly shared: (file: SharedFile) => SharedFile;
  /** Told how many rows have been read so far. */
  readonly onRows: (rows: number) => void;
  /** Clears the line, for a message or at the end; it comes again where reading goes on. */
  readonly clear: () => void;
}

/**
 * Shows on standard error, if that is a terminal, how far a file of so many bytes has been read, from half a
 * second on: the share, rows, MB a second and the time that is left; `since` is when the first of several
 * files was begun. Where there are 0 bytes, as of standard input, nobody knows what is left.
 */
export function watchReading(
  source: ByteSource,
  bytes: number,
  quiet: boolean,
  { stderr, now }: Io,
  since = now(),
): Progress {
  if (quiet || !stderr.isTerminal)
    return { source, shared: (file) => file, onRows: () => undefined, clear: () => undefined };
  const started = now();
  let bar: SingleBar | undefined;
  let rows = 0;
  /** How many times as much is read as this thread reads itself. */
  let threads = 1;
  const name = printable(source.name);
  const words = (read: number) => {
    const seconds = (now() - started) / 1000;
    const speed = Math.max(1, Math.round(read / seconds / 1e6));
    // The bar's own reckoning knows nothing of the half second before it was there.
    const left = timeOf((seconds / read) * Math.max(0, bytes - read));
    return { rows: Math.round(rows * threads).toLocaleString('en-GB'), speed, left, name };
  };
  async function show(read: number): Promise<void> {
    const done = bytes === 0 ? read : Math.min(read * threads, bytes);
    if (bar === undefined) {
      bar = await newBar(stderr, bytes > 0);
      bar.start(Math.max(bytes, 1), done, words(done));
    }
    bar.update(done, words(done));
  }
  function clear(): void {
    bar?.stop();
    bar = undefined;
  }
  return {
    source: {
      ...source,
      async *open() {
        let read = 0;
        for await (const chunk of source.open()) {
          yield chunk;
          read += chunk.length;
          if (now() - since > patience) await show(read);
        }
        // What goes on now is not known to be nearly done.
        clear();
      },
    },
    shared: (file) => ({
      ...file,
      readFrom(from, plan) {
        threads = bytes / from;
        return file.readFrom(from, plan);
      },
    }),
    onRows(count) {
      rows = count;
    },
    clear,
  };
}

/** Seconds as they are said: 9s, 2m05s. */
function timeOf(seconds: number): string {
  const whole = Math.round(seconds);
  const [minutes, rest] = [Math.floor(whole / 60), whole % 60];
  return minutes === 0 ? `${rest}s` : `${minutes}m${String(rest).padStart(2, '0')}s`;
}

/** A line of which the name is cut off first where the terminal is narrow, and then the bar is left out. */
async function newBar({ write, columns = 80 }: Io['stderr'], isKnown: boolean): Promise<SingleBar> {
  const { SingleBar } = await import('cli-progress');
  const barsize = Math.max(0, Math.min(widestBar, columns - wordsWidth));
  const stream = { write, columns, isTTY: true };
  return new SingleBar({
    stream: stream as unknown as NodeJS.WritableStream,
    format: isKnown
      ? `{percentage}% ${barsize < narrowestBar ? '' : '{bar} '}{rows} rows, {speed} MB/s, {left} left: {name}`
      : '{rows} rows, {speed} MB/s: {name}',
    barsize,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    linewrap: true,
    clearOnComplete: true,
    // It would keep Ctrl-C from ending the program.
    gracefulExit: false,
  });
}
