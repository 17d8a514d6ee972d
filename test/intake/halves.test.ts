import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type HalfPlan, type SharedFile, readSecondHalf } from '../../src/intake/halves.ts';
import type { Heading } from '../../src/intake/headers/layout.ts';
import type { TablePart } from '../../src/intake/columns/table-builder.ts';
import type { Column, Keep, Table } from '../../src/intake/table.ts';
import { everything, read } from './source.ts';

/** A file of which the second half is read in this thread, from what another would be told; notes whether it was of use. */
function shared(bytes: Buffer) {
  const parts: (TablePart | undefined)[] = [];
  const file: SharedFile = {
    bytes: bytes.length,
    peek: (from) => bytes.subarray(from),
    readFrom(from, plan) {
      const part = readSecondHalf([bytes.subarray(from)], structuredClone(plan)).then((found) => {
        parts.push(found);
        return structuredClone(found);
      });
      return { part, stop: () => Promise.resolve() };
    },
  };
  return { file, parts };
}

/** The same content read by one and by two; `parts` are what the second one found. */
async function readTwice(content: string | Buffer, keep = everything, chunk = 512) {
  const bytes = Buffer.from(content);
  const { file, parts } = shared(bytes);
  const outcome = async (more: { readonly shared?: SharedFile }): Promise<Table | string> =>
    read(bytes, { keep, ...more }, chunk).catch((error: unknown) => String(error));
  return { one: await outcome({}), two: await outcome({ shared: file }), parts };
}

/** The numbers of each text of a column, in the order of the rows: where they are kept is the reader's affair. */
function textsIn({ texts }: Column): unknown {
  if (texts === undefined) return undefined;
  const { pages, starts, runs } = texts.prints;
  return [...texts.numbers].map((number) => {
    const [start = 0, length = 0] = [starts[number - 1], runs[number - 1]];
    return number === 0
      ? []
      : [...(pages[start >>> 16] ?? []).slice(start & 0xffff, (start & 0xffff) + 3 + length)];
  });
}

function plain(table: Table | string): unknown {
  if (typeof table === 'string') return table;
  const columns = [...table.columns].map(([position, { values, codes, ...column }]) => [
    position,
    {
      values,
      codes: [...codes],
      width: codes.BYTES_PER_ELEMENT,
      texts: textsIn({ values, codes, ...column }),
    },
  ]);
  return { ...table, columns, lines: [...table.lines] };
}

const header = 'Response ID,Submitted,Agree?,Why?\n';
const row = (nth: number, agree = 'Yes', why = 'x') => `${nth},2023-07-24T08:00:00,${agree},${why}\n`;
const rows = (count: number, from = 1) => Array.from({ length: count }, (_, nth) => row(from + nth)).join('');

describe('a large file read in two halves', () => {
  const keepOf = (kinds: readonly Keep[]) => (headings: readonly Heading[]) =>
    new Map(headings.map((_, position): [number, Keep] => [position, kinds[position] ?? 'values']));
  const ugly = [
    '"',
    ',',
    '\n',
    '\r\n',
    ' ',
    '\u00a0',
    'é',
    '£',
    '\0',
    'x',
    'N/A',
    'I agree with all that was said here',
  ];
  const cell = fc.oneof(
    fc.constantFrom('Yes', 'No', ''),
    fc.array(fc.constantFrom(...ugly), { maxLength: 4 }).map((parts) => parts.join('')),
  );
  const quoted = (text: string) => (/[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const record = fc.oneof(
    { weight: 9, arbitrary: fc.array(cell, { minLength: 2, maxLength: 2 }) },
    { weight: 1, arbitrary: fc.array(cell, { maxLength: 4 }) },
  );

  test('is the same table as read in one, whatever is in its cells', async () => {
    let halves = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(record, { minLength: 80, maxLength: 140 }),
        fc.integer({ min: 1, max: 90 }),
        fc.constantFrom<Keep>('values', 'ids'),
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom('', '\ufeff'),
        async (records, distinct, ids, end, mark) => {
          const lines = records.map((cells, nth) =>
            [`${nth % distinct}`, `2023-07-${10 + (nth % 20)} 08:00`, ...cells].map(quoted).join(','),
          );
          const content = mark + [header.trim(), ...lines, ''].join(end);
          const keep = keepOf([ids, 'days', 'values', 'fingerprints']);
          const { one, two, parts } = await readTwice(content, keep);
          expect(plain(two)).toEqual(plain(one));
          if (parts.some((part) => part !== undefined)) halves++;
        },
      ),
      { numRuns: 300 },
    );
    expect(halves).toBeGreaterThan(100);
  });

  test('has its rows, lines and what is wrong with them counted from the start of the file', async () => {
    const content = `${header}${rows(60)}61,2023-07-24,"No\nnot at all"\n\n${rows(60, 62)}122,2023-07-25,No\n`;
    const { one, two, parts } = await readTwice(content);
    expect(parts).toHaveLength(1);
    expect(parts[0]?.rows).toBeGreaterThan(50);
    expect(plain(two)).toEqual(plain(one));
    expect(two).toMatchObject({
      rows: 122,
      blankRows: 1,
      faults: [
        { code: 'short-row', row: 61, line: 62 },
        { code: 'short-row', row: 122, line: 125 },
      ],
    });
  });

  test('is read in one where the middle lies in an answer that looks like rows', async () => {
    const quote = `"so they wrote\n${'1,2023,Yes,x\n'.repeat(80)}"`;
    const content = header + rows(40) + row(41, 'Yes', quote) + rows(40, 42);
    const { one, two, parts } = await readTwice(content);
    expect(parts).toHaveLength(1);
    expect(plain(two)).toEqual(plain(one));
    expect(two).toMatchObject({ rows: 81 });
  });

  test.each([
    ['headers come again in the second half', `${rows(20, 81)}${header}${rows(40, 101)}`],
    ['totals stand among the responses', `${rows(20, 81)}Average,,3.5,\n${rows(40, 101)}`],
    ['other headers do', `${rows(20, 81)}Response ID,Submitted,Agree?,Another\n${rows(40, 101)}`],
    ['a quotation mark is astray there', `${rows(20, 81)}${row(101, 'Yes', '6" deep')}${rows(40, 102)}`],
    ['a quotation mark is never closed there', `${rows(50, 81)}131,2023-07-24,"Yes,x\n${rows(20, 132)}`],
    ['totals stand under the last response', `${rows(60, 81)}Average,,,\nTotal,140,140,140\n`],
    ['bytes there are not UTF-8', `${rows(60, 81)}141,2023-07-24,Yes,\xe9\n`],
  ])('is what it is in one where %s', async (_, second) => {
    const content = Buffer.from(header + rows(80) + second, 'latin1');
    const { one, two } = await readTwice(content);
    expect(plain(two)).toEqual(plain(one));
  });

  const said = (nth: number) => `They said ${nth}`;
  const same = (nth: number) => `They said ${nth % 7}`;
  const seldom = (nth: number) => (nth % 2 === 0 ? said(nth) : '');
  test.each([
    ['in both halves', said, said],
    ['in both together', seldom, seldom],
    ['in the first half', said, same],
    ['in the second half', same, said],
    ['in the second half, before the whole does', seldom, said],
    ['in neither', same, same],
  ])('is the same table where a column turns out to be free text %s', async (_, first, second) => {
    const why = (nth: number) => (nth < 9000 ? first(nth) : second(nth));
    const content = header + Array.from({ length: 18_000 }, (__, nth) => row(nth, 'Yes', why(nth))).join('');
    const keep = keepOf(['values', 'days', 'answers', 'answers']);
    const { one, two, parts } = await readTwice(content, keep, 1 << 16);
    expect(parts).toMatchObject([{}]);
    expect(plain(two)).toEqual(plain(one));
  });
});

test('another thread hands over the half that it is told to read', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'soundings-'));
  try {
    const file = path.join(folder, 'responses.csv');
    const content = header + rows(60);
    writeFileSync(file, content);
    const { layout } = await read(content);
    const plan: HalfPlan = {
      dialect: { delimiter: ',', lineEnds: ['\r\n', '\n'], sepLine: '' },
      layout: { ...layout, headerRows: 0 },
      others: [header.trim().split(',')],
      keep: new Map([[0, 'values']]),
    };
    const thread = new Worker(path.join(import.meta.dirname, '../../bin/second-half.js'), {
      workerData: { file, from: content.indexOf('\n31,') + 1, plan },
    });
    const [part] = (await once(thread, 'message')) as [TablePart];
    expect(part).toMatchObject({ rows: 30, lineCount: 30, blankRows: 0, faults: [] });
    expect(part.columns).toMatchObject([[0, { kind: 'values', values: { 0: '31', 29: '60' } }]]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
