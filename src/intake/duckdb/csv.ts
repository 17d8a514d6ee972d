import { finder } from '../bytes/byte-finder.ts';
import { withoutUtf8Mark } from '../bytes/marks.ts';
import type { Dialect } from '../records/dialect.ts';
import { type Database, type LoadedCells, openDatabase } from './database.ts';
import { type DuckdbFile, createCells, csvSource, foreseenValues, isPattern } from './query.ts';
import { beginsAsOne, headerWatch } from '../headers/header-watch.ts';
import type { Rows } from '../headers/layout.ts';
import { parseRecords } from '../records/parse-records.ts';
import { MANY_COLUMNS, type NotPlain, type PlainFile } from './plain-file.ts';
import { MAYBE_HEADERS, plainScan } from './plain-scan.ts';
import type { RecognisedLayout } from '../headers/recognise.ts';
import { type RecordTexts, recordTexts } from './record-texts.ts';
import { summaryRows } from '../totals/summary-rows.ts';
import { totalsAmong } from '../totals/totals-among.ts';
import { secondHeaders } from '../headers/row-faults.ts';
import { LEAD, TAIL } from '../columns/response-rows.ts';
import type { Column, Keep, Table } from '../table.ts';
import type { Packing, UnpackedSource } from '../bytes/unpack.ts';
import { UserError } from '../user-error.ts';

/** How an export in CSV is to be read by DuckDB. */
export interface DuckdbReading extends DuckdbFile {
  readonly dialect: Dialect;
  readonly onRows: (rows: number) => void;
  /** Where more columns than this are to be kept, the file is not for DuckDB. */
  readonly mostColumns: number;
  /** How many bytes there are in the file, unpacked, more or less. */
  readonly bytes: number;
}

/** More than this before the headers are known is no ordinary file. */
const LONGEST_LEAD = 16 * 1024 * 1024;

/** A column that the first rows show to be free text may be none after all. */
const NO_TEXTS: NotPlain = 'answers that looked like free text';

/**
 * Reads a plain file in UTF-8, packed or not, with DuckDB: the same table as csv-parse makes of it. While
 * DuckDB reads the columns that are kept, the bytes are looked through here, for the lines on which records
 * start, and anything about which the two readers could differ. Returns why the file is not for DuckDB, where
 * it is not.
 */
export async function readWithDuckdb(
  source: UnpackedSource,
  reading: DuckdbReading,
): Promise<Table | NotPlain> {
  const table = await readOnce(source, reading);
  // Of a file of no bytes nothing is likely.
  return table === NO_TEXTS ? readOnce(source, { ...reading, bytes: 0 }) : table;
}

async function readOnce(source: UnpackedSource, reading: DuckdbReading): Promise<Table | NotPlain> {
  const { dialect } = reading;
  const [delimiter, ...more] = Buffer.from(dialect.delimiter);
  if (isPattern(reading.path)) return 'a name with brackets or asterisks';
  if (dialect.sepLine !== '') return 'a first line that names the delimiter';
  if (delimiter === undefined || more.length > 0) return 'a delimiter of more than one byte';
  const scan = plainScan(delimiter, TAIL);
  let started: Started | undefined;
  let isFirst = true;
  let isThere: ((bytes: Buffer) => boolean) | undefined;
  try {
    for await (const chunk of source.open()) {
      const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
      const problem = scan.add(isFirst ? withoutUtf8Mark(bytes) : bytes);
      isFirst = false;
      if (problem !== undefined) return problem;
      if (isThere?.(bytes) === true) return MAYBE_HEADERS;
      reading.onRows(Math.max(0, scan.records() - (started?.layout.headerRows ?? 1)));
      if (started === undefined && scan.records() >= LEAD) {
        const begun = await start(scan.lead(), delimiter, source.packing(), reading);
        if (typeof begun === 'string') return begun;
        started = begun;
        const { layout, headers, below } = begun;
        const others = [...headers, ...totalsAmong(below, layout).names];
        if (below.some(beginsAsOne(others))) return MAYBE_HEADERS;
        isThere = finder(layout.headerMarks ?? []);
        const unread = scan.text().subarray(scan.lead().length);
        const text = Buffer.from(below.map((row) => row.join(dialect.delimiter)).join('\n'));
        if (isThere(Buffer.concat([text, unread]))) return MAYBE_HEADERS;
        scan.forget(headerWatch(others, dialect.delimiter), begun.texts.take);
      } else if (started === undefined && scan.lead().length > LONGEST_LEAD) return 'very long rows';
    }
    const whole = scan.end();
    if (typeof whole === 'string') return whole;
    return started === undefined ? 'few rows' : await finish(source, whole, started, dialect);
  } finally {
    await started?.database.close();
  }
}

interface Started {
  readonly layout: RecognisedLayout;
  readonly headers: Rows;
  /** The first responses. */
  readonly below: Rows;
  readonly kept: ReadonlyMap<number, Keep>;
  /** The columns of free text, which DuckDB does not read. */
  readonly texts: RecordTexts;
  readonly database: Database;
  readonly loaded: LoadedCells;
}

/** Recognises the layout from the first records, and has DuckDB read the columns that are to be kept. */
async function start(
  bytes: Buffer,
  delimiter: number,
  packing: Packing,
  reading: DuckdbReading,
): Promise<Started | NotPlain> {
  const { path, dialect, recognise, keep } = reading;
  const records = await recordsOf(bytes, dialect);
  const lead = records.slice(0, LEAD);
  const layout = recognise(lead);
  const kept = keep(layout.headings);
  const width = lead[0]?.length ?? 0;
  if (layout.headings.length !== width || kept.size === 0) return 'headers of an unusual kind';
  const [headers, below] = [records.slice(0, layout.headerRows), records.slice(layout.headerRows)];
  if (kept.size > reading.mostColumns) return MANY_COLUMNS;
  const times = reading.bytes / bytes.length;
  const texts = recordTexts({ delimiter, width, times }, kept, below, new Set(layout.noReply));
  const others = [...kept].filter(([position]) => !texts.has(position));
  const columns = others.map(([position, how]) => ({
    position,
    keep: how,
    cell: `coalesce(f${position}, '')`,
    foreseen: foreseenValues(below, position, how),
  }));
  const source = csvSource({
    path,
    packing,
    delimiter: dialect.delimiter,
    width,
    threads: reading.limits.threads,
  });
  const database = await openDatabase(reading);
  // A table has a column, where it is for the number of its rows alone.
  const cells = createCells(columns, source, columns.length === 0 ? ['true AS is_row'] : []);
  const loaded = database.load(cells, columns);
  return { layout, headers, below, kept, texts, database, loaded };
}

async function finish(
  source: UnpackedSource,
  { records, lines, tail }: PlainFile,
  { layout, headers, below, kept, texts, loaded }: Started,
  dialect: Dialect,
): Promise<Table | NotPlain> {
  const last = (await recordsOf(tail, dialect)).toReversed().map((cells) => ({ cells, afterBlank: false }));
  const { headerRows } = layout;
  const lead = [...headers, ...below.slice(0, 1)].map((cells, nth) => ({ cells, line: lines[nth] ?? 0 }));
  if (records - headerRows <= TAIL) return 'few rows';
  if (!texts.areFreeText()) return NO_TEXTS;
  // Whether they are figures of the columns above is for csv-parse to see.
  let isAsked = false;
  const asked = (): undefined => void (isAsked = true);
  const kinds = summaryRows(below.slice(0, LEAD - headerRows), last, layout, records - headerRows, asked);
  if (isAsked || kinds.length > 0) return 'totals or notes under the responses';
  try {
    const rows = await loaded.rows();
    // DuckDB may have read on after these bytes were looked through.
    source.check?.();
    if (rows !== records) return 'rows that DuckDB counts otherwise';
    const responses = records - headerRows;
    const answers = await loaded.columns(headerRows, responses, new Set(layout.noReply));
    const columns = new Map([...answers, ...texts.columns(responses)]);
    return {
      file: source.name,
      ...source.hashes(),
      encoding: 'utf-8',
      delimiter: dialect.delimiter,
      layout,
      columns: new Map([...kept.keys()].map((position) => [position, columns.get(position) as Column])),
      rows: responses,
      lines: lines.slice(headerRows),
      blankRows: 0,
      faults: secondHeaders(layout, lead),
    };
  } catch (error) {
    if (error instanceof UserError) throw error;
    return /out of memory/iu.test(String(error))
      ? 'more in it than fits into the memory that DuckDB may take'
      : 'something that DuckDB cannot read';
  }
}

async function recordsOf(bytes: Buffer, dialect: Dialect): Promise<string[][]> {
  const records: string[][] = [];
  async function* whole() {
    yield bytes;
  }
  await parseRecords(whole(), dialect, false, (cells) => void records.push([...cells]));
  return records;
}
