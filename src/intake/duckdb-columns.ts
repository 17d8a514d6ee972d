import type { DuckDBConnection, DuckDBDataChunk } from '@duckdb/node-api';
import { columnBuilder } from './column-builder.ts';
import { quoted } from './duckdb-query.ts';
import { plainId } from './id-builder.ts';
import { type Column, type Keep, MOST_IN_DICTIONARY, ONLY_ONCE, codesFor } from './table.ts';

/** What ids that stand in one row are called to DuckDB: it is no plain id. */
const otherId = '-';

/** Most columns tell by so many rows at the beginning how many different values they hold: by far fewer than an ENUM takes, or more. */
const [FIRST_ROWS, FEW_IN_FIRST, MOST_IN_ENUM] = [10_000, 100, MOST_IN_DICTIONARY / 2];

/** The columns of the table `cells` of all rows but the first ones, which are headers; `noReply` are cells that count as blank. */
export async function columnsOf(
  connection: DuckDBConnection,
  columns: ReadonlyMap<number, Keep>,
  headers: number,
  rows: number,
  noReply: ReadonlySet<string>,
): Promise<ReadonlyMap<number, Column>> {
  const positions = [...columns.keys()];
  const build: Build = (position) => columnBuilder(columns.get(position) ?? 'values', noReply);
  const few = await columnsOfFew(connection, positions);
  const encoded: Encoded[] = [];
  const others: number[] = [];
  for (const position of positions) {
    const isId = !few.has(position) && columns.get(position) === 'ids' && noReply.size === 0;
    const dictionary = few.has(position)
      ? await dictionaryOf(connection, position, headers, build)
      : isId
        ? await repeatedIds(connection, position, headers)
        : undefined;
    if (dictionary) encoded.push(dictionary);
    else others.push(position);
  }
  const found = new Map([
    ...(await byCode(connection, encoded, headers, rows)),
    ...(await byCell(connection, others, headers, rows, build)),
  ]);
  return new Map(
    positions.flatMap((position) => {
      const column = found.get(position);
      return column ? [[position, column] as const] : [];
    }),
  );
}

/** A column of which DuckDB hands over codes. */
interface Encoded {
  readonly position: number;
  /** What is kept of each value of its ENUM. */
  readonly kept: Column;
  /** Its cells as that ENUM, in SQL. */
  readonly cell: string;
}

/** Which columns hold few different values, as far as can be told without counting them: nearly all tell by their first rows. */
async function columnsOfFew(
  connection: DuckDBConnection,
  positions: readonly number[],
): Promise<ReadonlySet<number>> {
  const first = await distinctValues(connection, positions, `cells WHERE rowid < ${FIRST_ROWS}`);
  const unsure = positions.filter((_, nth) => {
    const count = first[nth] ?? 0;
    return count > FEW_IN_FIRST && count < MOST_IN_ENUM;
  });
  const all = unsure.length === 0 ? [] : await distinctValues(connection, unsure, 'cells');
  const many = new Set(unsure.filter((_, nth) => (all[nth] ?? 0) >= MOST_IN_ENUM));
  return new Set(
    positions.filter((position, nth) => (first[nth] ?? 0) < MOST_IN_ENUM && !many.has(position)),
  );
}

/** Roughly how many different values each of these columns has. */
async function distinctValues(
  connection: DuckDBConnection,
  positions: readonly number[],
  from: string,
): Promise<readonly number[]> {
  const counts = positions.map((position) => `approx_count_distinct(c${position})`).join(', ');
  return ((await connection.runAndReadAll(`SELECT ${counts} FROM ${from}`)).getRows()[0] ?? []).map(Number);
}

/**
 * A column of few different values, as DuckDB's ENUM. What is kept of a value is worked out once for each; values of which
 * the same is kept become one. Nothing where there are many after all.
 */
async function dictionaryOf(
  connection: DuckDBConnection,
  position: number,
  headers: number,
  build: Build,
): Promise<Encoded | undefined> {
  const query = `SELECT c${position} AS value FROM cells WHERE rowid >= ${headers} GROUP BY value ORDER BY min(rowid) LIMIT ${MOST_IN_DICTIONARY}`;
  const values = ((await connection.runAndReadAll(query)).getColumns()[0] ?? []).map(String);
  if (values.length === MOST_IN_DICTIONARY) return undefined;
  await createEnum(connection, position, values);
  const builder = build(position);
  for (const value of values) builder.add(value);
  return { position, kept: builder.column(values.length), cell: `c${position}::e${position}` };
}

async function createEnum(
  connection: DuckDBConnection,
  position: number,
  values: readonly string[],
): Promise<void> {
  await connection.run(`CREATE TYPE e${position} AS ENUM (${values.map(quoted).join(', ')})`);
}

/**
 * A column of ids of which only those that stand in several rows are handed over, since nothing is asked of the others.
 * Nothing where there are many of them, or ids that could be written in several ways.
 */
async function repeatedIds(
  connection: DuckDBConnection,
  position: number,
  headers: number,
): Promise<Encoded | undefined> {
  const isPlain = `regexp_full_match(c${position}, ${quoted(plainId.source)})`;
  const values = `SELECT c${position} AS value FROM cells WHERE rowid >= ${headers} GROUP BY value HAVING count(*) > 1 OR NOT ${isPlain} LIMIT ${MOST_IN_DICTIONARY + 1}`;
  const found = ((await connection.runAndReadAll(values)).getColumns()[0] ?? []).map(String);
  if (found.length > MOST_IN_DICTIONARY || found.some((id) => id !== '' && !plainId.test(id)))
    return undefined;
  const repeated = found.toSorted();
  await createEnum(connection, position, [otherId, ...repeated]);
  return {
    position,
    kept: { values: [ONLY_ONCE, ...repeated], codes: Uint16Array.from([0, ...repeated], (_, code) => code) },
    cell: `coalesce(TRY_CAST(c${position} AS e${position}), ${quoted(otherId)}::e${position})`,
  };
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

/** Columns of few different values: the codes of DuckDB's ENUM come as they are, a few thousand at a time. */
async function byCode(
  connection: DuckDBConnection,
  encoded: readonly Encoded[],
  headers: number,
  rows: number,
): Promise<(readonly [number, Column])[]> {
  if (encoded.length === 0) return [];
  const codes = encoded.map(({ kept }) => codesFor(kept.values.length, rows));
  let row = 0;
  const cells = encoded.map(({ cell }) => cell);
  await eachChunk(connection, cells, headers, (chunk, size) => {
    for (const [nth, own] of codes.entries()) {
      const { items } = chunk.getColumnVector(nth) as unknown as { readonly items: ArrayLike<number> };
      const meant = encoded[nth]?.kept.codes ?? [];
      for (let at = 0; at < size; at++) own[row + at] = meant[items[at] ?? 0] ?? 0;
    }
    row += size;
  });
  return encoded.map(({ position, kept }, nth) => [
    position,
    { values: kept.values, codes: codes[nth] ?? new Uint8Array(0) },
  ]);
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
