import { parse } from 'csv-parse';
import type { Dialect } from './dialect.ts';
import { endsInLineFeed, parseLines } from './parse-lines.ts';
import { type OnRecord, type Parsed, breaksIn, quoteProblem } from './parsed.ts';

const LF = 0x0a;
const CR = 0x0d;

interface RawRecord {
  readonly record: readonly string[];
  readonly raw: string;
}

/** Cuts UTF-8 into records. `forgiving` takes stray quotation marks as they are, and is slower. What `onRecord` throws ends it. */
export async function parseRecords(
  bytes: AsyncIterable<Buffer>,
  dialect: Dialect,
  forgiving: boolean,
  onRecord: OnRecord,
): Promise<Parsed> {
  if (!forgiving && endsInLineFeed(dialect)) return parseLines(bytes, dialect, onRecord);
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
  // The parser hands on its records before `write` returns, so that there is nothing to wait for between chunks.
  for await (const chunk of bytes) {
    if (options.record_delimiter !== ends && chunk.includes(CR)) options.record_delimiter = ends;
    parser.write(chunk);
    if (parser.errored !== null || parser.destroyed) break;
  }
  parser.end();
  await closed;
  return problem === undefined ? { kind: 'read' } : quoteProblem(problem);
}
