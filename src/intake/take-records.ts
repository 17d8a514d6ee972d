import type { TableBuilder } from './columns/table-builder.ts';
import type { Dialect } from './records/dialect.ts';
import type { OnRecord } from './records/parse-records.ts';
import { quotesOf } from './records/quotes.ts';
import { holdsRows } from './records/swallowed.ts';
import { tornQuotes } from './refusals.ts';

/**
 * Hands records to the table of a file, with what is wrong with their text. Of those that a forgiving reader
 * gives it throws a UserError where a quotation mark may have torn a record in two.
 */
export function taker(file: string, { delimiter }: Dialect, table: TableBuilder): OnRecord {
  // csv-parse leaves all but the first byte of a delimiter out of a record's text.
  const seen = Buffer.from(delimiter).subarray(0, 1).toString();
  return (cells, breaks, record) => {
    const quotes = record === undefined ? undefined : quotesOf(record.replace(/[\r\n]$/u, ''), seen);
    if (quotes?.kind === 'torn') throw tornQuotes(file, table.line() + quotes.lines);
    if (quotes?.kind === 'stray') table.add(cells, breaks, 'stray-quote');
    else if (breaks > 0 && holdsRows(cells, delimiter)) table.add(cells, breaks, 'swallowed-rows');
    else table.add(cells, breaks);
  };
}

/** Passes bytes on, and tells the table where NUL characters come. */
export async function* watched(bytes: AsyncIterable<Buffer>, table: TableBuilder): AsyncGenerator<Buffer> {
  for await (const chunk of bytes) {
    if (chunk.includes(0)) table.expectNuls();
    yield chunk;
  }
}
