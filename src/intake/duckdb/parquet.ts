import { isBlank, tidy } from '../blank.ts';
import { type Database, openDatabase } from './database.ts';
import { type DuckdbFile, createCells, isPattern, quoted } from './query.ts';
import type { Rows } from '../headers/layout.ts';
import { noResponses } from '../refusals.ts';
import { repeatedHeaders } from '../headers/repeated-headers.ts';
import type { LastRow } from '../totals/summary-cells.ts';
import { summaryRows } from '../totals/summary-rows.ts';
import { secondHeaders, shownText } from '../headers/row-faults.ts';
import { LEAD, TAIL } from '../columns/response-rows.ts';
import type { RowFault, Table } from '../table.ts';
import type { UnpackedSource } from '../bytes/unpack.ts';
import { UserError } from '../user-error.ts';

/** White space, and what else cannot be seen, to DuckDB; nothing but that is a blank row. */
const space = String.raw`[\s\x{A0}\x{200B}-\x{200F}\x{2028}\x{2029}\x{2060}\x{FEFF}]`;
const blankRow = `${space}*`;

/**
 * Reads a Parquet file with DuckDB, as the table that the same cells would make in a CSV file: a row of
 * headers, and each value as text. Throws a UserError for a damaged file.
 */
export async function readParquet(source: UnpackedSource, reading: DuckdbFile): Promise<Table> {
  if (isPattern(reading.path))
    throw new UserError(
      `${source.name} is a Parquet file with brackets or an asterisk in its name.`,
      'Give it another name.',
    );
  const database = await openDatabase(reading);
  try {
    let hasFailed = false;
    const reads = readWith(database, source.name, reading).catch((error: unknown) => {
      hasFailed = true;
      throw error;
    });
    // For its hash, and to show how far the reading is, while DuckDB reads.
    const passes = async () => {
      for await (const _ of source.open()) if (hasFailed) return;
    };
    const [table] = await Promise.all([reads, passes()]);
    source.check?.();
    return { file: source.name, ...source.hashes(), ...table };
  } catch (error) {
    if (error instanceof UserError) throw error;
    const [what = ''] = String((error as Error | null)?.message).split('\n');
    throw new UserError(
      `${source.name} is a Parquet file that cannot be read: ${what}`,
      'Ask for it again, or for a CSV file.',
    );
  } finally {
    await database.close();
  }
}

async function readWith(
  database: Database,
  name: string,
  { path, recognise, keep }: DuckdbFile,
): Promise<Omit<Table, 'file' | 'sha256'>> {
  const source = `read_parquet(${quoted(path)}, hive_partitioning = false, binary_as_string = true, file_row_number = true)`;
  const described = await database.query(`DESCRIBE SELECT * EXCLUDE (file_row_number) FROM ${source}`);
  const names = described.map(([column]) => String(column));
  // Their own names may have come here without their byte order marks.
  const file = `${source} AS file (${names.map((_, nth) => `f${nth}`).join(', ')})`;
  const cells = described.map(([, type], nth) => withMark(textOf(`f${nth}`, String(type))));
  const isFilled = `NOT regexp_full_match(concat(${cells.join(', ')}), ${quoted(blankRow)})`;
  const filled = `${file} WHERE ${isFilled}`;
  const query = (sql: string) =>
    database.query(`SELECT ${cells.join(', ')}, file_row_number FROM ${filled} ${sql}`);
  const rowsOf = async (sql: string) => (await query(sql)).map((row) => row.slice(0, -1).map(String));
  const first = await rowsOf(`LIMIT ${LEAD - 1}`);
  if (first.length === 0) throw noResponses(name);
  const layout = recognise([names, ...first]);
  const columns = [...keep(layout.headings)].map(([position, how]) => ({
    position,
    keep: how,
    cell: cells[position] ?? `''`,
    foreseen: [],
  }));
  const loaded = database.load(createCells(columns, filled, ['file_row_number']), columns);
  // The names of the columns are the first header row.
  const headers = layout.headerRows - 1;
  const all = (await loaded.rows()) - headers;
  if (all <= 0) throw noResponses(name);
  await refuseRepeatedHeaders(rowsOf, name, [names, ...first], cells);
  const last = lastRows(await query(`ORDER BY file_row_number DESC LIMIT ${Math.min(TAIL, all)}`));
  const noReply = new Set(layout.noReply);
  const answers = await loaded.columns(headers, all, noReply);
  const columnOf = (column: number) => answers.get(column);
  const kinds = summaryRows(first.slice(headers), last, layout, all, columnOf).toReversed();
  const rows = all - kinds.filter((kind) => kind !== 'maybe-summary').length;
  const lines = await linesOf(database, headers, all);
  if (rows < all) await database.query(`DELETE FROM cells WHERE rowid >= ${headers + rows}`);
  const [[count] = []] = await database.query(`SELECT count(*) FROM ${file}`);
  return {
    encoding: 'parquet',
    delimiter: '',
    layout,
    columns: rows < all ? await loaded.columns(headers, rows, noReply) : answers,
    rows,
    lines: lines.slice(0, rows),
    blankRows: Number(count) - headers - all,
    faults: [
      ...secondHeaders(
        layout,
        [names, ...first].map((row, nth) => ({ cells: row, line: nth + 1 })),
      ),
      ...kinds.map((code, nth): RowFault => {
        const row = last[kinds.length - 1 - nth]?.cells ?? [];
        const before = all - kinds.length + nth;
        const place = { row: before + 1, line: lines[before] ?? 0 };
        return { code, ...place, cells: row.length, text: shownText(row) };
      }),
    ],
  };
}

/** Rows with their number in the file at the end, the very last first, as the rows under which there may be totals. */
function lastRows(found: readonly (readonly unknown[])[]): readonly LastRow[] {
  const places = found.map((row) => Number(row.at(-1)));
  return found.map((row, nth) => ({
    cells: row.slice(0, -1).map(String),
    afterBlank: (places[nth] ?? 0) - (places[nth + 1] ?? (places[nth] ?? 0) - 1) > 1,
  }));
}

/** More rows than this that begin as the names of the columns do are answers. */
const MOST_HEADERS = 1000;

/** Whatever begins as the names of the columns do is looked at as in a CSV file, where such rows may be passed over. */
async function refuseRepeatedHeaders(
  query: (sql: string) => Promise<readonly (readonly string[])[]>,
  name: string,
  lead: Rows,
  cells: readonly string[],
): Promise<void> {
  const [names = []] = lead;
  const start = names.findIndex((one) => !isBlank(one));
  if (start === -1) return;
  const words = tidy(names[start] ?? '')
    .split(' ')
    .map((word) => word.replaceAll(/[^\p{L}\p{N}]/gu, String.raw`\$&`));
  const written = `${space}*${words.join(`${space}+`)}${space}*`;
  const alike = await query(
    `AND regexp_full_match(${cells[start]}, ${quoted(written)}) LIMIT ${MOST_HEADERS}`,
  );
  const repetitionOf = repeatedHeaders(lead, 1);
  const repeated = alike.filter((row) => repetitionOf(row) !== 'response');
  if (repeated.length === 0) return;
  throw new UserError(
    `${name} has the names of its columns among the responses, in ${repeated.length} of its rows.`,
    'Take these out, or ask for a CSV file, in which such rows are passed over.',
  );
}

/** The line that each row would be on in a CSV file. */
async function linesOf(database: Database, headers: number, rows: number): Promise<Uint32Array> {
  const lines = Uint32Array.from({ length: rows }, (_, row) => headers + row + 2);
  const moved = await database.query(
    `SELECT rowid, file_row_number FROM cells WHERE rowid >= ${headers} AND rowid <> file_row_number`,
  );
  for (const [row, place] of moved) lines[Number(row) - headers] = Number(place) + 2;
  return lines;
}

/** A text with its byte order mark at the beginning, if it has one, of which one is lost on the way to JavaScript. */
function withMark(text: string): string {
  return `CASE WHEN starts_with(${text}, chr(65279)) THEN chr(65279) || ${text} ELSE ${text} END`;
}

/** A column as text: nothing where it has no value, a whole number without its decimal point, a list with semicolons. */
function textOf(name: string, type: string): string {
  const text = `coalesce(CAST(${name} AS VARCHAR), '')`;
  if (type === 'VARCHAR[]') return `coalesce(array_to_string(${name}, '; '), '')`;
  if (type !== 'DOUBLE' && type !== 'FLOAT') return text;
  return `CASE WHEN isnan(${name}) THEN '' WHEN ${name} = trunc(${name}) AND abs(${name}) < 1e15 THEN CAST(CAST(${name} AS BIGINT) AS VARCHAR) ELSE ${text} END`;
}
