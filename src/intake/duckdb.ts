import type { DuckDBInstance } from '@duckdb/node-api';
import { columnsOf } from './duckdb-columns.ts';
import type { Column, Keep } from './table.ts';

/** How much of the machine DuckDB may use, and where it may put what does not fit into memory. */
export interface DuckdbLimits {
  /** As DuckDB takes it: 1GB. */
  readonly memory: string;
  readonly threads: number;
  readonly folder: string;
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
   * Starts reading a file, by the query that makes the table `cells` of some of its columns, called c0 and so on. DuckDB does
   * so in threads of its own, while the program goes on.
   */
  load(createTable: string, columns: ReadonlyMap<number, Keep>): LoadedCells;
  close(): Promise<void>;
}

/** A table of the columns of a file that are asked for. */
export interface LoadedCells {
  /** Rows, headers among them. Throws where DuckDB cannot read the file; then the table is not to be used. */
  rows(): Promise<number>;
  /** The columns of all rows but the first ones, which are headers; `noReply` are cells that count as blank. */
  columns(headers: number, rows: number, noReply: ReadonlySet<string>): Promise<ReadonlyMap<number, Column>>;
}

export async function openDatabase({ library, limits }: Duckdb): Promise<Database> {
  const instance: DuckDBInstance = await library.DuckDBInstance.create(':memory:', {
    memory_limit: limits.memory,
    threads: String(limits.threads),
    temp_directory: limits.folder,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  // A time with a zone is on the same day whatever machine reads it.
  await connection.run("SET TimeZone = 'UTC'");
  let loading: Promise<unknown> = Promise.resolve();
  const query = async (sql: string) => (await connection.runAndReadAll(sql)).getRows();
  return {
    query,
    load(createTable, columns) {
      loading = connection.run(createTable);
      loading.catch(() => undefined);
      return {
        async rows() {
          await loading;
          return Number((await query('SELECT count(*) FROM cells'))[0]?.[0]);
        },
        columns: (headers, rows, noReply) => columnsOf(connection, columns, headers, rows, noReply),
      };
    },
    async close() {
      connection.interrupt();
      await loading.catch(() => undefined);
      connection.closeSync();
      instance.closeSync();
    },
  };
}
