import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countLineBreaks } from '../../src/intake/records/line-breaks.ts';
import { parseRecords } from '../../src/intake/records/parse-records.ts';

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
