import type { DuckDBConnection } from '@duckdb/node-api';
import { type CellColumn, createEnum, foreseenIn, isUnforeseen, quoted, unforeseenText } from './query.ts';
import { plainId } from '../columns/id-builder.ts';
import { MOST_IN_DICTIONARY, ONLY_ONCE } from '../table.ts';

/** A column of which DuckDB hands over codes. */
export interface Encoded {
  readonly position: number;
  /** What each code stands for. */
  readonly values: readonly string[];
  /** Its codes, in SQL: numbers, since of an ENUM the library would read all values again with each few thousand rows. */
  readonly code: string;
}

/** What ids that stand in one row are called to DuckDB: it is no plain id. */
const otherId = '-';

/**
 * Most columns tell by so many rows at the beginning how many different values they hold: by far fewer than
 * an ENUM takes, or more.
 */
const [FIRST_ROWS, FEW_IN_FIRST, MOST_IN_ENUM] = [10_000, 100, MOST_IN_DICTIONARY / 2];

/**
 * Has DuckDB encode the columns of few different values. The first rows of the table `cells` are headers, and
 * under them so many responses. Of more values than a dictionary of answers holds it would take longer than
 * to read the column cell by cell.
 */
export async function encode(
  connection: DuckDBConnection,
  columns: readonly CellColumn[],
  headers: number,
  rows: number,
  mayEncodeIds: boolean,
): Promise<readonly Encoded[]> {
  const unforeseen = columns.filter(({ foreseen }) => foreseen.length === 0);
  const few = await columnsOfFew(connection, unforeseen);
  const withOthers = await columnsWithOthers(connection, columns, headers);
  const encoded: Encoded[] = [];
  for (const column of columns) {
    const one =
      column.foreseen.length > 0
        ? await foreseenValues(
            connection,
            column,
            withOthers.has(column.position) ? unforeseenText(columns, column.position) : undefined,
            headers,
          )
        : few.has(column)
          ? await fewValues(connection, column, headers)
          : mayEncodeIds && column.keep === 'ids'
            ? await repeatedIds(connection, column, headers, rows)
            : undefined;
    if (one) encoded.push(one);
  }
  return encoded;
}

/**
 * The positions of the columns with values that were not foreseen: most have none, which is seen of all of
 * them at once.
 */
async function columnsWithOthers(
  connection: DuckDBConnection,
  columns: readonly CellColumn[],
  headers: number,
): Promise<ReadonlySet<number>> {
  const positions = foreseenIn(columns);
  if (positions.length === 0) return new Set();
  const have = positions.map((position) => `bool_or(${isUnforeseen(position)})`).join(', ');
  const query = `SELECT ${have} FROM cells WHERE rowid >= ${headers}`;
  const [found = []] = (await connection.runAndReadAll(query)).getRows();
  return new Set(positions.filter((_, nth) => found[nth] === true));
}

/**
 * Which columns hold few different values, as far as can be told without counting them: nearly all tell by
 * their first rows.
 */
async function columnsOfFew(
  connection: DuckDBConnection,
  columns: readonly CellColumn[],
): Promise<ReadonlySet<CellColumn>> {
  const first = await distinctValues(connection, columns, `cells WHERE rowid < ${FIRST_ROWS}`);
  const unsure = columns.filter((_, nth) => {
    const count = first[nth] ?? 0;
    return count > FEW_IN_FIRST && count < MOST_IN_ENUM;
  });
  const all = await distinctValues(connection, unsure, 'cells');
  const many = new Set(unsure.filter((_, nth) => (all[nth] ?? 0) >= MOST_IN_ENUM));
  return new Set(columns.filter((column, nth) => (first[nth] ?? 0) < MOST_IN_ENUM && !many.has(column)));
}

/** Roughly how many different values each of these columns has. */
async function distinctValues(
  connection: DuckDBConnection,
  columns: readonly CellColumn[],
  from: string,
): Promise<readonly number[]> {
  if (columns.length === 0) return [];
  const counts = columns.map(({ position }) => `approx_count_distinct(c${position})`).join(', ');
  return ((await connection.runAndReadAll(`SELECT ${counts} FROM ${from}`)).getRows()[0] ?? []).map(Number);
}

/**
 * The different values of a column that is text, in order of first appearance, and as the ENUM type of this
 * name; nothing where there are many.
 */
async function valuesOf(
  connection: DuckDBConnection,
  column: string,
  headers: number,
  type: string,
): Promise<readonly string[] | undefined> {
  const query = `SELECT ${column} AS value FROM cells WHERE rowid >= ${headers} AND ${column} IS NOT NULL GROUP BY value ORDER BY min(rowid) LIMIT ${MOST_IN_DICTIONARY}`;
  const values = ((await connection.runAndReadAll(query)).getColumns()[0] ?? []).map(String);
  if (values.length === MOST_IN_DICTIONARY) return undefined;
  // Of a Parquet file they may hold what is lost on the way to JavaScript and back, such as a byte order mark.
  if (values.length > 0)
    await connection.run(`CREATE OR REPLACE TYPE ${type} AS ENUM (SELECT value FROM (${query}))`);
  return values;
}

async function fewValues(
  connection: DuckDBConnection,
  { position }: CellColumn,
  headers: number,
): Promise<Encoded | undefined> {
  const values = await valuesOf(connection, `c${position}`, headers, `e${position}`);
  return values && { position, values, code: `enum_code(c${position}::e${position})` };
}

/**
 * A column that is encoded already, but for the `text` of values that were not foreseen, if any: their codes
 * come after all others.
 */
async function foreseenValues(
  connection: DuckDBConnection,
  { position, foreseen }: CellColumn,
  text: string | undefined,
  headers: number,
): Promise<Encoded | undefined> {
  if (text === undefined) return { position, values: foreseen, code: `enum_code(c${position})` };
  const others = await valuesOf(connection, text, headers, `o${position}`);
  if (others === undefined) return undefined;
  const other = `${foreseen.length} + enum_code((${text})::o${position})`;
  const code = `coalesce(${other}, enum_code(c${position}))`;
  return { position, values: [...foreseen, ...others], code: `CAST(${code} AS USMALLINT)` };
}

/**
 * A column of ids of which only those that stand in several rows are handed over, since nothing is asked of the others.
 * Nothing where there are many of them, or few ids in all, or ids that could be written in several ways.
 */
async function repeatedIds(
  connection: DuckDBConnection,
  { position }: CellColumn,
  headers: number,
  rows: number,
): Promise<Encoded | undefined> {
  const isPlain = `regexp_full_match(value, ${quoted(plainId.source)})`;
  const values = `SELECT c${position} AS value, count(*) AS times FROM cells WHERE rowid >= ${headers} GROUP BY value HAVING count(*) > 1 OR NOT ${isPlain}`;
  const query = `SELECT value, value = '' OR ${isPlain}, times FROM (${values}) LIMIT ${MOST_IN_DICTIONARY + 1}`;
  const found = (await connection.runAndReadAll(query)).getRows();
  if (found.length > MOST_IN_DICTIONARY || found.some(([, isKnown]) => isKnown !== true)) return undefined;
  const once = found.reduce((left, [, , times]) => left - Number(times), rows);
  if (once + found.length <= MOST_IN_DICTIONARY) return undefined;
  const repeated = found.map(([id]) => String(id)).toSorted();
  await connection.run(createEnum(`e${position}`, [otherId, ...repeated]));
  return {
    position,
    values: [ONLY_ONCE, ...repeated],
    code: `enum_code(coalesce(TRY_CAST(c${position} AS e${position}), ${quoted(otherId)}::e${position}))`,
  };
}
