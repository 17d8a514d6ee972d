import { parse } from 'csv-parse';
import type { Dialect } from './dialect.ts';
import { countLineBreaks } from './line-breaks.ts';
import { rest } from '../rest.ts';

/**
 * How the reading went. `stray-quote`: strict reading met a quotation mark that it cannot place, and gave up there.
 * `unclosed-quote`: the input ended inside a quoted cell; `column` is that cell's, counted from 0.
 */
export type Parsed =
  | { readonly kind: 'read' }
  | { readonly kind: 'stray-quote' }
  | { readonly kind: 'unclosed-quote'; readonly column: number };

/**
 * Takes a record's cells, how many line breaks stand in them and, from a forgiving reader only, its text as it stands in
 * the file.
 */
export type OnRecord = (cells: readonly string[], breaks: number, text: string | undefined) => void;

/** After so many bytes something else may happen. */
const restEvery = 1 << 22;

const LF = 0x0a;
const CR = 0x0d;

interface RawRecord {
  readonly record: readonly string[];
  readonly raw: string;
}

/**
 * Cuts UTF-8 into records. `forgiving` takes stray quotation marks as they are, and is slower. What
 * `onRecord` throws ends it.
 */
export async function parseRecords(
  bytes: AsyncIterable<Buffer> | Iterable<Buffer>,
  dialect: Dialect,
  forgiving: boolean,
  onRecord: OnRecord,
): Promise<Parsed> {
  const parser = parse({
    delimiter: dialect.delimiter,
    record_delimiter: [...dialect.lineEnds],
    relax_column_count: true,
    relax_quotes: forgiving,
    raw: forgiving,
  });
  const info: { records: number; readonly lines: number } = parser.info;
  let lines = 0;
  let failed = false;
  parser.on('data', (data: readonly string[] | RawRecord) => {
    if (failed) return;
    // csv-parse compares each record's length with the first one's and builds an Error for each that differs, 50 µs
    // apiece even when it is told to relax. It does not where it believes that every record is the first.
    info.records = 0;
    const [cells, text] = 'raw' in data ? [data.record, data.raw] : [data, undefined];
    // It counts CR LF inside a cell as two lines and a CR that ends the file not at all, so that its count tells only
    // where there is nothing to count.
    const isOneLine = info.lines === lines + 1 && cells.at(-1)?.endsWith('\r') === false;
    const breaks = isOneLine ? 0 : breaksIn(cells);
    lines = info.lines;
    try {
      onRecord(cells, breaks, text);
    } catch (error) {
      failed = true;
      parser.destroy(error instanceof Error ? error : new Error(String(error)));
    }
  });
  let problem: unknown;
  parser.on('error', (error) => {
    problem = error;
  });
  const closed = new Promise((resolve) => {
    parser.on('close', resolve);
  });
  // It compares each byte with every line end. As long as no CR has come, LF is the only one that may occur.
  const { options } = parser;
  const ends = options.record_delimiter;
  const lineFeed = ends.filter((end) => end.length === 1 && end[0] === LF);
  if (lineFeed.length > 0) options.record_delimiter = lineFeed;
  let sinceRest = 0;
  // The parser hands on its records before `write` returns, so that there is nothing to wait for between chunks.
  for await (const chunk of bytes) {
    if (options.record_delimiter !== ends && chunk.includes(CR)) options.record_delimiter = ends;
    parser.write(chunk);
    if (parser.errored !== null || parser.destroyed) break;
    sinceRest += chunk.length;
    if (sinceRest < restEvery) continue;
    sinceRest = 0;
    await rest();
  }
  parser.end();
  await closed;
  return problem === undefined ? { kind: 'read' } : quoteProblem(problem);
}

function breaksIn(cells: readonly string[]): number {
  let breaks = 0;
  for (const cell of cells) breaks += countLineBreaks(cell);
  return breaks;
}

function quoteProblem(error: unknown): Parsed {
  const { code, column } = error as { readonly code?: unknown; readonly column?: unknown };
  if (code === 'INVALID_OPENING_QUOTE' || code === 'CSV_INVALID_CLOSING_QUOTE')
    return { kind: 'stray-quote' };
  if (code === 'CSV_QUOTE_NOT_CLOSED') return { kind: 'unclosed-quote', column: Number(column) };
  throw error;
}
