import type { DuckDBConnection, DuckDBDataChunk, DuckDBInstance } from '@duckdb/node-api';
import { columnBuilder } from './column-builder.ts';
import type { Codes, Column, Keep } from './table.ts';

/** How much of the machine DuckDB may use, and where it may put what does not fit into memory. */
export interface DuckdbLimits {
  /** As DuckDB takes it: 1GB. */
  readonly memory: string;
  readonly threads: number;
  readonly folder: string;
}

/** A column of more different values than this is handed over cell by cell. */
const MOST_IN_DICTIONARY = 5000;

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
        columns: (headers, rows, noReply) =>
          columnsOf(connection, [...columns.keys()], headers, rows, (position) =>
            columnBuilder(columns.get(position) ?? 'values', noReply),
          ),
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

async function columnsOf(
  connection: DuckDBConnection,
  positions: readonly number[],
  headers: number,
  rows: number,
  build: Build,
): Promise<ReadonlyMap<number, Column>> {
  const counts = positions.map((position) => `approx_count_distinct(c${position})`).join(', ');
  const distinct = (await connection.runAndReadAll(`SELECT ${counts} FROM cells`)).getRows()[0] ?? [];
  const isFew = (nth: number) => Number(distinct[nth] ?? 0) < MOST_IN_DICTIONARY / 2;
  const few = positions.filter((_, nth) => isFew(nth));
  const many = positions.filter((_, nth) => !isFew(nth));
  const found = new Map([
    ...(await dictionaries(connection, few, headers, rows, build)),
    ...(await byCell(connection, many, headers, rows, build)),
  ]);
  return new Map(
    positions.flatMap((position) => {
      const column = found.get(position);
      return column ? [[position, column] as const] : [];
    }),
  );
}

/** Takes what is selected of the rows under the headers, some thousand rows at a time. */
async function eachChunk(
  connection: DuckDBConnection,
  cells: readonly string[],
  headers: number,
  take: (chunk: DuckDBDataChunk, size: number) => void,
): Promise<void> {
  const sql = `SELECT ${cells.join(', ')} FROM cells WHERE rowid >= ${headers}`;
  const result = await connection.stream(sql);
  for (;;) {
    const chunk = await result.fetchChunk();
    const size = chunk?.rowCount ?? 0;
    if (chunk === null || size === 0) return;
    take(chunk, size);
  }
}

type Build = (position: number) => ReturnType<typeof columnBuilder>;

/**
 * Columns of few different values: as DuckDB's ENUM, of which the codes come as they are, a few thousand at a time. What is
 * kept of a value is worked out once for each; values of which the same is kept become one.
 */
async function dictionaries(
  connection: DuckDBConnection,
  positions: readonly number[],
  headers: number,
  rows: number,
  build: Build,
): Promise<(readonly [number, Column])[]> {
  if (positions.length === 0) return [];
  const kept: Column[] = [];
  for (const position of positions) {
    const values = `SELECT c${position} AS value, min(rowid) AS first FROM cells WHERE rowid >= ${headers} GROUP BY value ORDER BY first`;
    const found = (await connection.runAndReadAll(values)).getColumns()[0] ?? [];
    await connection.run(`CREATE TYPE e${position} AS ENUM (SELECT value FROM (${values}) ORDER BY first)`);
    const builder = build(position);
    for (const value of found) builder.add(String(value));
    kept.push(builder.column(found.length));
  }
  const codes = kept.map((column) => codesFor(column, rows));
  let row = 0;
  const cells = positions.map((position) => `c${position}::e${position}`);
  await eachChunk(connection, cells, headers, (chunk, size) => {
    for (const [nth, own] of codes.entries()) {
      const { items } = chunk.getColumnVector(nth) as unknown as { readonly items: ArrayLike<number> };
      const meant = kept[nth]?.codes ?? [];
      for (let at = 0; at < size; at++) own[row + at] = meant[items[at] ?? 0] ?? 0;
    }
    row += size;
  });
  return positions.map((position, nth) => [
    position,
    { values: kept[nth]?.values ?? [], codes: codes[nth] ?? new Uint8Array(0) },
  ]);
}

function codesFor({ values }: Column, rows: number): Codes {
  if (values.length <= 0x100) return new Uint8Array(rows);
  return values.length <= 0x10000 ? new Uint16Array(rows) : new Uint32Array(rows);
}

/** Columns in which most values differ: each cell as text. */
async function byCell(
  connection: DuckDBConnection,
  positions: readonly number[],
  headers: number,
  rows: number,
  build: Build,
): Promise<(readonly [number, Column])[]> {
  if (positions.length === 0) return [];
  const builders = positions.map(build);
  const cells = positions.map((position) => `c${position}`);
  await eachChunk(connection, cells, headers, (chunk, size) => {
    for (const [nth, builder] of builders.entries()) {
      const vector = chunk.getColumnVector(nth);
      for (let at = 0; at < size; at++) builder.add(String(vector.getItem(at)));
    }
  });
  return positions.map((position, nth) => [position, builders[nth]?.column(rows) as Column]);
}
