import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countLineBreaks } from '../../src/intake/line-breaks.ts';
import type { Parsed } from '../../src/intake/parsed.ts';
import { parseRecords } from '../../src/intake/parse-records.ts';

const piece = fc.constantFrom('a', ',', '"', '""', '",', ',"', '\n', '\r', '\r\n', '\r\r\n', '\n"', '"\r\n');
const lineEnds = fc.constantFrom(
  ['\r\r\n', '\r\n', '\n'],
  ['\r\n', '\n', '\r'],
  ['\r\r\n', '\r\n', '\n', '\r'],
);

async function* chunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

test('every record comes with the number of line breaks in its cells', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(piece, { maxLength: 40 }),
      lineEnds,
      fc.integer({ min: 1, max: 20 }),
      fc.boolean(),
      async (pieces, ends, size, forgiving) => {
        const found: number[][] = [];
        await parseRecords(
          chunks(Buffer.from(pieces.join('')), size),
          { delimiter: ',', lineEnds: ends, sepLine: '' },
          forgiving,
          (cells, breaks) => found.push([breaks, ...cells.map(countLineBreaks)]),
        );
        for (const [breaks, ...inCells] of found)
          expect(inCells.reduce((sum, count) => sum + count, 0)).toBe(breaks);
      },
    ),
    { numRuns: 1000 },
  );
});

/** What csv-parse makes of a whole file at once: its records, or what is wrong with it. */
function byCsvParse(bytes: Buffer, delimiter: string, ends: readonly string[]): string[][] | string {
  try {
    return parse(bytes, { delimiter, record_delimiter: [...ends], relax_column_count: true });
  } catch (error) {
    return (error as { code?: string }).code === 'CSV_QUOTE_NOT_CLOSED' ? 'unclosed-quote' : 'stray-quote';
  }
}

async function byUs(
  bytes: Buffer,
  size: number,
  delimiter: string,
  ends: readonly string[],
): Promise<string[][] | Parsed['kind']> {
  const records: string[][] = [];
  const { kind } = await parseRecords(
    chunks(bytes, size),
    { delimiter, lineEnds: ends, sepLine: '' },
    false,
    (cells) => void records.push([...cells]),
  );
  return kind === 'read' ? records : kind;
}

test('a file is cut into the records that csv-parse cuts it into, whatever its bytes and chunks', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(piece, fc.constantFrom('é£', '“', '😀', '\0', '§')), { maxLength: 40 }),
      lineEnds,
      fc.constantFrom(',', '§', '\t'),
      fc.integer({ min: 1, max: 20 }),
      async (pieces, ends, delimiter, size) => {
        const bytes = Buffer.from(pieces.join(''));
        expect(await byUs(bytes, size, delimiter, ends)).toEqual(byCsvParse(bytes, delimiter, ends));
      },
    ),
    { numRuns: 3000 },
  );
});

test('a long file is not read to its end to find that a quotation mark at its beginning is astray', async () => {
  const row = Buffer.from('one,two,three\n'.repeat(5000));
  let read = 0;
  async function* endless(): AsyncGenerator<Buffer> {
    yield Buffer.from('"a" b,"c\n');
    for (; read < 1000; read++) yield row;
  }
  const dialect = { delimiter: ',', lineEnds: ['\n'], sepLine: '' };
  expect(await parseRecords(endless(), dialect, false, () => undefined)).toEqual({ kind: 'stray-quote' });
  expect(read).toBeLessThan(100);
});
