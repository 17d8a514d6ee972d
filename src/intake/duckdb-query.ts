import { timeOfDay } from './day.ts';
import type { Duckdb } from './duckdb.ts';
import type { Heading, Rows } from './layout.ts';
import type { RecognisedLayout } from './recognise.ts';
import type { Keep } from './table.ts';
import type { Packing } from './unpack.ts';

/** A file that DuckDB is to read, whoever wrote it. */
export interface DuckdbFile extends Duckdb {
  readonly path: string;
  readonly recognise: (rows: Rows) => RecognisedLayout;
  readonly keep: (headings: readonly Heading[]) => ReadonlyMap<number, Keep>;
}

/** A file of which DuckDB reads some columns, by position. */
export interface CsvFile {
  readonly path: string;
  readonly packing: Packing;
  readonly delimiter: string;
  /** Columns of the file. */
  readonly width: number;
  readonly columns: ReadonlyMap<number, Keep>;
  /** In how many threads it is read. */
  readonly threads: number;
}

/** The longest row that is read, and how much of a file is taken at a time: more is faster, and needs more memory. */
const [longestRow, littleAtATime, muchAtATime] = [16_777_216, 16_777_216, 67_108_864];

/** The query by which DuckDB reads these columns of a file into a table, each cell as it stands in the file. */
export function createTable({ path, packing, delimiter, width, columns, threads }: CsvFile): string {
  const all = Array.from({ length: width }, (_, position) => `'c${position}': 'VARCHAR'`).join(', ');
  const wanted = [...columns].map(([position, keep]) => {
    const cell = `coalesce(c${position}, '')`;
    return `${keptOf(cell, keep)} AS c${position}`;
  });
  const options = [
    'auto_detect = false',
    `compression = ${quoted(packing)}`,
    'hive_partitioning = false',
    `columns = {${all}}`,
    `delim = ${quoted(delimiter)}`,
    `quote = '"'`,
    `escape = '"'`,
    `comment = ''`,
    'header = false',
    'strict_mode = true',
    `max_line_size = ${longestRow}`,
    `buffer_size = ${threads > 1 ? muchAtATime : littleAtATime}`,
  ];
  return `CREATE TEMP TABLE cells AS SELECT ${wanted.join(', ')} FROM read_csv(${quoted(path)}, ${options.join(', ')})`;
}

/** What is kept of a cell, where that is less than all of it and DuckDB can tell. */
export function keptOf(cell: string, keep: Keep): string {
  if (keep !== 'days') return cell;
  return `CASE WHEN regexp_matches(${cell}, ${quoted(timeOfDay.source)}) THEN left(${cell}, 10) ELSE ${cell} END`;
}

/** Whether a path stands for other names to DuckDB, so that it could read another file. */
export function isPattern(path: string): boolean {
  return /[*?[\]{}]/u.test(path);
}

export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
