import type { DuckdbLimits } from './duckdb/database.ts';
import type { DuckdbFile } from './duckdb/query.ts';
import type { DuckdbReading } from './duckdb/csv.ts';
import { MANY_COLUMNS } from './duckdb/plain-file.ts';
import type { Table } from './table.ts';
import type { UnpackedSource } from './bytes/unpack.ts';
import { UserError } from './user-error.ts';

/** Who reads exports: csv-parse, DuckDB, or whichever is faster. */
export const engines = ['auto', 'csv', 'duckdb'] as const;

/** Whether DuckDB reads an export. */
export interface DuckdbUse {
  /** `auto`: only where DuckDB is faster, and only where it is installed. */
  readonly engine: 'auto' | 'duckdb';
  readonly limits: DuckdbLimits;
  /** Bytes of the file, where that is known, and of all files where it is one of several. */
  readonly bytes: number;
  readonly allBytes?: number;
  /** Told why csv-parse reads the file all the same. */
  readonly onFallback: (why: string) => void;
}

/**
 * From this size on of all files together DuckDB reads them sooner than csv-parse does, the 0.3 s of loading
 * it included: equal at 9 to 18 MB, twice as fast at 100 MB. Once it is loaded it reads each file of at least
 * `leastBytes` sooner.
 */
const [autoBytes, leastBytes] = [20_000_000, 4_000_000];

/**
 * Of more columns than this csv-parse reads the answers sooner: equal at 32 to 50 columns of 12 bytes, twice
 * as fast at 400.
 */
const autoColumns = 40;

/** How many times as many bytes there are in a packed file of responses, more or less. */
const usualPacking = 5;

/**
 * Reads a file with DuckDB where that is wanted and can be; otherwise nothing, and it is said why, unless
 * csv-parse is the faster.
 */
export async function tryDuckdb(
  source: UnpackedSource,
  {
    encoding,
    ...how
  }: Omit<DuckdbReading, 'library' | 'limits' | 'path' | 'mostColumns' | 'bytes'> & {
    readonly encoding: string;
  },
  use: DuckdbUse | undefined,
): Promise<Table | undefined> {
  if (use === undefined) return undefined;
  const bytes = source.packing() === 'none' ? use.bytes : use.bytes * usualPacking;
  const allBytes = (use.allBytes ?? use.bytes) - use.bytes + bytes;
  if (use.engine === 'auto' && (bytes < leastBytes || allBytes < autoBytes)) return undefined;
  const { loadDuckdb } = await import('./duckdb/database.ts');
  const library = await loadDuckdb();
  if (library === undefined) {
    if (use.engine === 'duckdb') throw notInstalled();
    use.onFallback('DuckDB is not installed');
    return undefined;
  }
  const { path } = source;
  if (path === undefined) use.onFallback('it can be read only once');
  else if (encoding !== 'utf-8') use.onFallback(`its encoding is ${encoding}`);
  else {
    const { readWithDuckdb } = await import('./duckdb/csv.ts');
    const mostColumns = use.engine === 'auto' ? autoColumns : Infinity;
    const table = await readWithDuckdb(source, {
      ...how,
      library,
      limits: use.limits,
      path,
      mostColumns,
      bytes,
    });
    if (typeof table !== 'string') return table;
    if (table !== MANY_COLUMNS) use.onFallback(`it has ${table}`);
  }
  return undefined;
}

/** Reads a Parquet file, which only DuckDB can. Throws a UserError where it cannot be used. */
export async function readWithDuckdbOnly(
  source: UnpackedSource,
  how: Pick<DuckdbFile, 'recognise' | 'keep'>,
  use: DuckdbUse | undefined,
): Promise<Table> {
  const { name, path } = source;
  const refuse = (hint: string) => new UserError(`${name} is a Parquet file, which only DuckDB reads.`, hint);
  if (use === undefined) throw refuse('Leave out --engine csv.');
  if (path === undefined) throw refuse('Name the file, in place of standard input.');
  if (source.packing() !== 'none')
    throw refuse('Unpack it first: it is a Parquet file inside a compressed one.');
  const { loadDuckdb } = await import('./duckdb/database.ts');
  const library = await loadDuckdb();
  if (library === undefined) throw refuse(`DuckDB is not installed. ${install}, or ask for a CSV file.`);
  const { readParquet } = await import('./duckdb/parquet.ts');
  return readParquet(source, { ...how, library, limits: use.limits, path });
}

const install = 'Install it: npm install @duckdb/node-api';

/** What to say where somebody wants DuckDB and it is not there. */
function notInstalled(): UserError {
  return new UserError('DuckDB is not installed.', `${install}. Or leave out --engine duckdb.`);
}
