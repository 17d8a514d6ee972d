import type { DuckDBInstance } from '@duckdb/node-api';
import { columnsOf } from './columns.ts';
import type { CellColumn } from './query.ts';
import type { Column } from '../table.ts';

/** How much of the machine DuckDB may use, and where it may put what does not fit into memory. */
export interface DuckdbLimits {
  readonly megabytes: number;
  readonly threads: number;
  readonly folder: string;
  /**
   * Told of each database how it is closed, for when the process has to end; gives back what is called when
   * it is closed.
   */
  readonly onOpen?: (close: () => Promise<void>) => () => Promise<void>;
}

export type DuckdbLibrary = typeof import('@duckdb/node-api');

/** DuckDB, and how much of the machine it may use. */
export interface Duckdb {
  readonly library: DuckdbLibrary;
  readonly limits: DuckdbLimits;
}

/** DuckDB, which is an optional dependency of 70 MB; nothing where it is not installed. */
export async function loadDuckdb(): Promise<DuckdbLibrary | undefined> {
  try {
    return await import('@duckdb/node-api');
  } catch {
    return undefined;
  }
}

/** A database in memory. */
export interface Database {
  /** What a query gives, a row after the other. */
  query(sql: string): Promise<(readonly unknown[])[]>;
  /**
   * Starts reading a file, by the SQL that puts some of its columns into the table `cells`. DuckDB does so in threads of
   * its own, while the program goes on.
   */
  load(createCells: string, columns: readonly CellColumn[]): LoadedCells;
  /** Stops what is being done and closes it. Whoever still waits for something of it waits for ever. */
  close(): Promise<void>;
}

/** A table of the columns of a file that are asked for. */
export interface LoadedCells {
  /** Rows, headers among them. Throws where DuckDB cannot read the file; then the table is not to be used. */
  rows(): Promise<number>;
  /** The columns of all rows but the first ones, which are headers; `noReply` are cells that count as blank. */
  columns(headers: number, rows: number, noReply: ReadonlySet<string>): Promise<ReadonlyMap<number, Column>>;
}

/**
 * In how many threads DuckDB writes a table of so many columns: it sets aside 4 MiB for each in every thread
 * but one, of a quarter of its memory. Where it has nothing for a thread to do, the one that waits takes up a
 * processor for nothing.
 */
function threadsFor(columns: number, { threads, megabytes }: DuckdbLimits): number {
  return Math.min(threads, 1 + Math.floor(megabytes / 4 / (columns * 4.2)));
}

export async function openDatabase({ library, limits }: Duckdb): Promise<Database> {
  const instance: DuckDBInstance = await library.DuckDBInstance.create(':memory:', {
    memory_limit: `${limits.megabytes}MB`,
    threads: String(limits.threads),
    temp_directory: limits.folder,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  // A time with a zone is on the same day whatever machine reads it.
  await connection.run("SET TimeZone = 'UTC'");
  const running = new Set<Promise<unknown>>();
  let closing: Promise<void> | undefined;

  /** What is done here, which comes to nothing where it is closed meanwhile. */
  async function result<Result>(work: Promise<Result>): Promise<Result> {
    running.add(work);
    const [{ status }] = await Promise.allSettled([work]);
    running.delete(work);
    if (closing !== undefined && status === 'rejected') await new Promise(() => undefined);
    return work;
  }

  async function stop(): Promise<void> {
    // What is asked for next, when the last answer was on its way already, is not interrupted.
    const again = setInterval(() => connection.interrupt(), 20);
    connection.interrupt();
    await Promise.allSettled(running);
    clearInterval(again);
    connection.closeSync();
    instance.closeSync();
    await onClosed?.();
  }

  const close = () => (closing ??= stop());
  const onClosed = limits.onOpen?.(close);
  const query = (sql: string) => result(connection.runAndReadAll(sql).then((read) => read.getRows()));
  return {
    query,
    load(createCells, columns) {
      const threads = threadsFor(columns.length + 1, limits);
      const loading = result(connection.run(`SET threads = ${threads}; ${createCells}`));
      loading.catch(() => undefined);
      return {
        async rows() {
          await loading;
          return Number((await query('SELECT count(*) FROM cells'))[0]?.[0]);
        },
        columns: (headers, rows, noReply) => result(columnsOf(connection, columns, headers, rows, noReply)),
      };
    },
    close,
  };
}
