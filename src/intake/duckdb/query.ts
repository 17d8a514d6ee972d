import { dayOf, timeOfDay } from '../columns/day.ts';
import type { Duckdb } from './database.ts';
import type { Heading, Rows } from '../headers/layout.ts';
import type { RecognisedLayout } from '../headers/recognise.ts';
import type { Keep } from '../table.ts';
import type { Packing } from '../bytes/unpack.ts';

/** A file that DuckDB is to read, whoever wrote it. */
export interface DuckdbFile extends Duckdb {
  readonly path: string;
  readonly recognise: (rows: Rows) => RecognisedLayout;
  readonly keep: (headings: readonly Heading[]) => ReadonlyMap<number, Keep>;
}

/** A CSV file that DuckDB is to read. */
export interface CsvFile {
  readonly path: string;
  readonly packing: Packing;
  readonly delimiter: string;
  /** Columns of the file. */
  readonly width: number;
  /** In how many threads it is read. */
  readonly threads: number;
}

/** A column of the table `cells`, in which it is `c3` where its position is 3. */
export interface CellColumn {
  readonly position: number;
  readonly keep: Keep;
  /** What its cells are in the file, in SQL that is never NULL. */
  readonly cell: string;
  /**
   * Values that it is known to hold, as they are kept. Where there are any, `c3` is an ENUM, of which the
   * last value stands for all others, and `unforeseenText` the text of those.
   */
  readonly foreseen: readonly string[];
}

/** What stands for values that were not foreseen; where a cell holds that, it counts as one of them. */
const OTHER_VALUES = 'any other value';

/** In so many rows so few different values are all that a column holds, or nearly. */
const [ENOUGH_ROWS, FEW_VALUES] = [500, 100];

/** What a column holds in the first rows, if that is so little that it will hardly hold anything else. */
export function foreseenValues(rows: Rows, position: number, keep: Keep): readonly string[] {
  if (rows.length < ENOUGH_ROWS) return [];
  const values = new Set<string>();
  for (const row of rows) {
    const cell = row[position] ?? '';
    values.add(keep === 'days' ? dayOf(cell) : cell);
    if (values.size > FEW_VALUES) return [];
  }
  return values.has(OTHER_VALUES) ? [] : [...values];
}

/** The longest row that is read, and how much of a file is taken at a time: more is faster, and needs more memory. */
const [longestRow, littleAtATime, muchAtATime] = [16_777_216, 16_777_216, 67_108_864];

/** SQL by which DuckDB puts columns into the table `cells`; `others` are columns that it has beside them. */
export function createCells(
  columns: readonly CellColumn[],
  from: string,
  others: readonly string[] = [],
): string {
  const types = columns.flatMap(({ position, foreseen }) =>
    foreseen.length === 0 ? [] : [createEnum(`e${position}`, [...foreseen, OTHER_VALUES])],
  );
  const read = columns.flatMap(({ position, keep, cell, foreseen }) => {
    const kept = keptOf(cell, keep);
    if (foreseen.length === 0) return [`${kept} AS c${position}`];
    const value = `coalesce(TRY_CAST(${kept} AS e${position}), ${otherOf(position)})`;
    return [`${kept} AS k${position}`, `${value} AS c${position}`];
  });
  const stored = columns.map(({ position }) => `c${position}`);
  const encoded = foreseenIn(columns);
  if (encoded.length > 0) {
    const hasOther = encoded.map(isUnforeseen).join(' OR ');
    const texts = encoded.map((position) => `k${position}`).join(', ');
    stored.push(`CASE WHEN ${hasOther} THEN [${texts}] END AS unforeseen`);
  }
  const cells = `SELECT ${[...read, ...others].join(', ')} FROM ${from}`;
  const table = `CREATE TEMP TABLE cells AS SELECT ${[...stored, ...others].join(', ')} FROM (${cells})`;
  return [...types, table].join(';\n');
}

/** What stands for values that were not foreseen in the column at a position. */
function otherOf(position: number): string {
  return `CAST(${quoted(OTHER_VALUES)} AS e${position})`;
}

/** Whether the value of a cell was not foreseen, in SQL. */
export function isUnforeseen(position: number): string {
  return `c${position} = ${otherOf(position)}`;
}

/** The positions of the columns of which values are foreseen. */
export function foreseenIn(columns: readonly CellColumn[]): number[] {
  return columns.filter(({ foreseen }) => foreseen.length > 0).map(({ position }) => position);
}

/**
 * The text of a cell of which the value was not foreseen, in SQL; NULL for any other cell. Such cells are
 * few, and the texts of a row stand in one list: DuckDB reads into a table of fewer columns in more threads.
 */
export function unforeseenText(columns: readonly CellColumn[], position: number): string {
  const nth = foreseenIn(columns).indexOf(position) + 1;
  return `CASE WHEN ${isUnforeseen(position)} THEN unforeseen[${nth}] END`;
}

export function createEnum(name: string, values: readonly string[]): string {
  return `CREATE OR REPLACE TYPE ${name} AS ENUM (${values.map(quoted).join(', ')})`;
}

/** A CSV file as DuckDB reads it, each cell as it stands there, in columns called `f0` and so on. */
export function csvSource({ path, packing, delimiter, width, threads }: CsvFile): string {
  const all = Array.from({ length: width }, (_, position) => `'f${position}': 'VARCHAR'`).join(', ');
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
  return `read_csv(${quoted(path)}, ${options.join(', ')})`;
}

/** What is kept of a cell, where that is less than all of it and DuckDB can tell. */
function keptOf(cell: string, keep: Keep): string {
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
