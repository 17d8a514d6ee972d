import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tidy } from '../../src/intake/blank.ts';
import { UserError } from '../../src/intake/user-error.ts';
import { cellsOf, read, write, namesOf } from './source.ts';
import type { Format } from './source.ts';

const ugly = [
  '"',
  '""',
  ',',
  ';',
  '\t',
  '|',
  '\n',
  '\r\n',
  '\r',
  ' ',
  '\u00a0',
  "'",
  '=',
  '__proto__',
  'é',
  '£',
  'x',
  'sep=;',
];
const cell = fc.array(fc.constantFrom(...ugly), { maxLength: 4 }).map((parts) => parts.join(''));
const isBlank = (text: string): boolean => text.trim() === '';

/**
 * A header and at least one row, none of them blank: blank rows, sep= lines, lines of title, headers that come again, and
 * second header rows under blank headers have tests of their own.
 */
const tableOf = (fewest: number) =>
  fc.integer({ min: fewest, max: 5 }).chain((width) => {
    const row = fc
      .array(cell, { minLength: width, maxLength: width })
      .filter((cells) => !cells.every(isBlank));
    return fc
      .array(row, { minLength: 2, maxLength: 6 })
      .filter(([header = []]) => !header[0]?.startsWith('sep=') && header.filter(isBlank).length * 2 < width)
      .filter(([header = [], ...rows]) => rows.length < 4 || !header.some(isBlank))
      .filter(
        ([header = [], ...rows]) =>
          !rows.some((cells) => cells.every((text, at) => tidy(text) === tidy(header[at] ?? ''))),
      );
  });

const format: fc.Arbitrary<Format> = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r', '\r\r\n'),
  encoding: fc.constantFrom('utf-8', 'utf-16le', 'utf-16be', 'windows-1252'),
  mark: fc.boolean(),
});

const chunk = fc.integer({ min: 1, max: 40 });

test('what a writer writes is read back, in every encoding, with every delimiter and line end, in any chunks', async () => {
  await fc.assert(
    fc.asyncProperty(tableOf(1), format, chunk, async (rows, how, size) => {
      const { encoding, delimiter } = how;
      const table = await read(write(rows, how), { encoding, delimiter }, size);
      expect([[...namesOf(table)], ...cellsOf(table)]).toEqual(rows);
      expect(table).toMatchObject({ rows: rows.length - 1, blankRows: 0 });
      // A first row that says much of what the headers say is kept, as is a cell that looks like rows, and pointed out.
      const codes = table.faults.map(({ code }) => code);
      expect(codes.filter((code) => code !== 'maybe-headers' && code !== 'swallowed-rows')).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

test('the delimiter and line end of a table of several columns are found', async () => {
  await fc.assert(
    fc.asyncProperty(tableOf(2), format, async (rows, how) => {
      const table = await read(write(rows, how), { encoding: how.encoding });
      expect(table.delimiter).toBe(how.delimiter);
      expect([[...namesOf(table)], ...cellsOf(table)]).toEqual(rows);
    }),
    { numRuns: 300 },
  );
});

test('whatever the bytes, every chunk size gives the same table or the same refusal', async () => {
  const text = fc.array(fc.constantFrom(...ugly, '\n', ',', '"', '\0'), { maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(text, fc.constantFrom('', '\ufeff'), chunk, async (parts, mark, size) => {
      const content = `${mark}A,B\n1,2\n${parts.join('')}`;
      const outcome = async (pieces: number): Promise<unknown> =>
        read(content, {}, pieces).catch((error: unknown) => String(error));
      expect(await outcome(size)).toEqual(await outcome(1000));
    }),
    { numRuns: 400 },
  );
});

/** What platforms call columns and write into header rows, which in any other file may be a header or an answer as well. */
const telling = [
  ...[
    'Response',
    'Open-Ended Response',
    'Timestamp',
    'Status',
    'Total',
    'Average',
    'Count',
    'Answer',
    'Question',
  ],
  ...['Code', 'Label', 'Name', 'Type', 'Text', 'Q1', 'Q2', 'V1', 'Id', 'Response ID', 'Ref', 'Ward', 'Other'],
  ...[
    'Do you agree?',
    'Channel',
    'Notes',
    'Option',
    'Value',
    'Group',
    'Start',
    'End',
    'Finished',
    'Progress',
  ],
];
const answers = [
  ...[
    ['Yes', 'No'],
    ['Agree', 'Disagree'],
    ['Form', 'Petition', 'Letter'],
    ['Q1', 'Q2', 'Q3'],
  ],
  ...[
    ['Total', 'Part'],
    ['1', '2', '3', '4'],
    ['Name', 'Type'],
    ['Question', 'Answer'],
    ['Mean', 'Kind'],
  ],
  ...[
    ['less traffic', 'why not?', 'more trees and lanes'],
    ['Online', 'Paper', ''],
  ],
];

test('no response is lost without a word, whatever the columns are called and the answers say', async () => {
  const column = fc.constantFrom(...answers);
  const body = fc.tuple(fc.uniqueArray(fc.constantFrom(...telling), { minLength: 2, maxLength: 5 }), column);
  const rows = body.chain(([headers]) =>
    fc.tuple(
      fc.constant(headers),
      fc.array(column, { minLength: headers.length, maxLength: headers.length }),
    ),
  );
  const table = rows.chain(([headers, columns]) =>
    fc
      .array(fc.tuple(...columns.map((values) => fc.constantFrom(...values))), {
        minLength: 5,
        maxLength: 25,
      })
      .map((records) => [headers, ...records.filter((cells) => !cells.every(isBlank))]),
  );
  await fc.assert(
    fc.asyncProperty(table, async (cells) => {
      const content = cells.map((row) => row.join(',')).join('\n');
      const found = await read(content).catch((error: unknown) => {
        if (error instanceof UserError) return undefined;
        throw error;
      });
      if (found !== undefined && found.faults.length === 0) expect(found.rows).toBe(cells.length - 1);
    }),
    { numRuns: 400 },
  );
});

/** Reads commas and LF by the book, a character at a time; undefined where a quotation mark stands astray or never closes. */
function byTheBook(text: string): string[][] | undefined {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length || row.length > 0) {
    let value = '';
    if (text[at] === '"') {
      for (at++; text[at] !== '"' || text[at + 1] === '"'; at++) {
        if (at >= text.length) return undefined;
        value += text[at];
        if (text[at] === '"') at++;
      }
      at++;
      if (at < text.length && text[at] !== ',' && text[at] !== '\n') return undefined;
    } else {
      for (; at < text.length && text[at] !== ',' && text[at] !== '\n'; at++) value += text[at];
      if (value.includes('"')) return undefined;
    }
    row.push(value);
    if (text[at] !== ',') {
      rows.push(row);
      row = [];
    }
    at++;
  }
  return rows;
}

test('a text that is not CSV by the book is refused or has a fault, and any other is read by it', async () => {
  const body = fc.array(fc.constantFrom('"', '""', ',', '\n', 'x', ' ', '"a"', ',"b",', 'c\n'), {
    maxLength: 20,
  });
  await fc.assert(
    fc.asyncProperty(body, chunk, async (parts, size) => {
      const content = `A,B\n1,2\n${parts.join('')}`;
      const rows = byTheBook(content);
      const table = await read(content, { delimiter: ',' }, size).catch((error: unknown) => {
        if (error instanceof UserError) return undefined;
        throw error;
      });
      const strayed = table === undefined || table.faults.some(({ code }) => code === 'stray-quote');
      expect(strayed).toBe(rows === undefined);
      if (table === undefined || rows === undefined) return;
      const given = rows.slice(1).filter((row) => !row.every(isBlank));
      expect(cellsOf(table)).toEqual(given.map(([a = '', b = '']) => [a, b]));
      expect(table.blankRows).toBe(rows.length - 1 - given.length);
    }),
    { numRuns: 1000 },
  );
});
