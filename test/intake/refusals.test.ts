import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/intake/user-error.ts';
import type { ReadOptions } from '../../src/intake/read-table.ts';
import { cellsOf, namesOf, read } from './source.ts';

async function refusal(content: string | Uint8Array, options: Partial<ReadOptions> = {}, chunk?: number) {
  const error: unknown = await read(content, options, chunk).then(
    () => 'it was read',
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(UserError);
  return error as UserError;
}

const bytes = (latin1: string) => Buffer.from(latin1, 'latin1');
const zip = (...names: string[]) =>
  bytes(names.map((name) => `PK\x03\x04\x14\0\x06\0\x08\0${name}\0\0`).join(''));

describe('a file without responses is refused', () => {
  test.each(['', '\ufeff', '\n\n', ' , \n,\n', '\ufeff\r\n'])('%j is empty', async (content) => {
    const error = await refusal(content);
    expect(error.message).toBe('responses.csv is empty.');
    expect(error.hint).toContain('export them again');
  });

  test.each(['A,B', 'A,B\n', 'A,B\r\n\r\n,\r\n', 'sep=;\nA;B\n', '\ufeffA\n'])(
    '%j has only a header',
    async (content) => {
      const error = await refusal(content);
      expect(error.message).toBe('responses.csv has a header but no responses under it.');
      expect(error.hint).toContain('export them again');
    },
  );
});

describe('a file of another kind is refused by its name', () => {
  test.each([
    ['an Excel workbook', zip('[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml')],
    ['a Word document', zip('[Content_Types].xml', 'word/document.xml')],
    ['an Office document', zip('[Content_Types].xml')],
    ['an OpenDocument spreadsheet', zip('mimetypeapplication/vnd.oasis.opendocument.spreadsheet')],
    ['an OpenDocument document', zip('mimetypeapplication/vnd.oasis.opendocument.text')],
    ['a PowerPoint presentation', zip('ppt/slides.xml')],
    ['a ZIP file', zip('responses.csv')],
    ['an Excel workbook (an old one, or one with a password)', bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')],
    ['a PDF document', bytes('%PDF-1.7\n')],
    ['a Word document', bytes('{\\rtf1')],
    ['a compressed file (gzip) in a compressed file', gzipSync(gzipSync('A,B\n1,2\n'))],
    ['a compressed file (7-Zip)', bytes('7z\xbc\xaf\x27\x1c')],
    ['a compressed file (xz)', bytes('\xfd7zXZ\0\0\x04')],
    ['a picture', bytes('\x89PNG\r\n\x1a\n')],
    ['a picture', bytes('\xff\xd8\xff\xe0\0\x10JFIF')],
    ['a database (SQLite)', bytes('SQLite format 3\0')],
    ['an SPSS data file', bytes('$FL2@(#) SPSS DATA FILE')],
    ['a web page', bytes('\xef\xbb\xbf\n<!DOCTYPE html>\n<html>')],
    ['a JSON file', bytes('\xef\xbb\xbf{ "schemaVersion": 1, "rows": [1, 2] }')],
    ['a JSON file', bytes('[\n  {"id": 1, "answer": "Yes, please"},\n  {"id": 2}\n]')],
    ['an XML file', bytes('<?xml version="1.0"?>\n<Workbook>')],
  ])('%s', async (kind, content) => {
    const error = await refusal(content);
    expect(error.message).toBe(`responses.csv is ${kind}, not a CSV file.`);
    expect(error.hint).toMatch(/CSV/);
  });

  test('an Excel workbook says how to make a CSV file of it', async () => {
    expect((await refusal(zip('xl/workbook.xml'))).hint).toBe(
      'Open it and save it as CSV UTF-8, or export it again as CSV.',
    );
  });

  test.each([1, 2, 3])('it is known whatever the size of the chunks (%i)', async (chunk) => {
    expect((await refusal(zip('xl/workbook.xml'), {}, chunk)).message).toContain('an Excel workbook');
  });

  test('it is known whatever encoding was named', async () => {
    expect((await refusal(zip('xl/workbook.xml'), { encoding: 'windows-1252' })).message).toContain('Excel');
  });

  test('anything else with many control characters is not text', async () => {
    const noise = Uint8Array.from({ length: 5000 }, (_, n) => (n * 7919 + ((n * n) >> 3)) % 256);
    expect((await refusal(noise)).message).toBe(
      'responses.csv is not a text file, so it cannot be read as CSV.',
    );
    expect((await refusal(new Uint8Array(5000))).message).toContain('is not a text file');
  });

  test('a header that only begins like one of them is read', async () => {
    expect(namesOf(await read('PK,PDF\n1,2\n'))).toEqual(['PK', 'PDF']);
  });
});

describe('a byte order mark of UTF-16 in front of a text that is not', () => {
  const [LE, BE] = [Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff])];
  const sound = Buffer.from('Ateb,B\nTŷ,Agree\n');
  const old = bytes('Ateb,B\nCaf\xe9,Agree\n');

  test.each([
    ['utf-8', LE, sound, 'Tŷ'],
    ['utf-8', BE, sound, 'Tŷ'],
    ['windows-1252', LE, old, 'Café'],
  ])('is named, and the text is read as %s if asked to', async (encoding, mark, text, answer) => {
    const content = Buffer.concat([mark, text]);
    const error = await refusal(content);
    expect(error.message).toBe(
      `responses.csv begins with the mark of UTF-16, but its text is in ${encoding}.`,
    );
    expect(error.hint).toBe(`Name that encoding: --encoding ${encoding}`);
    for (const chunk of [1, 3, 1000]) {
      // oxlint-disable-next-line no-await-in-loop -- a few small reads
      const table = await read(content, { encoding }, chunk);
      expect([namesOf(table), cellsOf(table)]).toEqual([['Ateb', 'B'], [[answer, 'Agree']]]);
    }
  });

  test('is on no line that is not in the encoding named', async () => {
    const error = await refusal(Buffer.concat([LE, old]), { encoding: 'utf-8' });
    expect(error.message).toContain('throughout: line 2 holds something else.');
  });

  test('or none at all, where UTF-16 is named', async () => {
    const error = await refusal(sound, { encoding: 'utf-16le' });
    expect(error.message).toBe('responses.csv is not written in utf-16le: its text is in utf-8.');
  });
});

describe('quotation marks that leave the rows uncertain are refused, with the line', () => {
  test.each([
    ['A,B\r\n1,"2\r\n"\r\n\r\n3,"never closed\r\n4,5\r\n6,7\r\n', 5, '2 (B)'],
    ['sep=,\nA,B\n1,2\n"never closed,3\n', 4, '1 (A)'],
    ['A,B\n1,2\n3,"', 3, '2 (B)'],
    ['A,B\n1,2\n3,"4""', 3, '2 (B)'],
    ['A,"B\n1,2\n', 1, '2'],
    ['A,B\n5" pipe,2\n\n3,"never closed\n4,5\n', 4, '2 (B)'],
  ])('%j is never closed', async (content, line, column) => {
    for (const chunk of [1, 3, 1000]) {
      // oxlint-disable-next-line no-await-in-loop -- a few small reads
      const error = await refusal(content, {}, chunk);
      expect(error.message).toBe(
        `responses.csv has a quotation mark that is never closed, in the row that starts on line ${line}, column ${column}.`,
      );
      expect(error.hint).toContain('written twice');
    }
  });

  test('the line of a mark that is never closed is right under many rows', async () => {
    const error = await refusal(
      `A,B\n${'1,"x\r\ny"\n'.repeat(20_000)}2,"never closed\n${'1,2\n'.repeat(20_000)}`,
    );
    expect(error.message).toContain('line 40002, column 2 (B).');
  });

  test.each([
    ['A,B\n1,2\n"5 inch pipe,3\n4,"foo"\n5,6\n', 3],
    ['A,B\n1,"2\n3"\n4,"open\n"5","6"\n', 4],
    ['A,B\n1,"line one\nmy "favourite" thing"\n', 2],
    ['A,B\n"1\n2","open\n3,"4"\n', 3],
    ['A,B\n5" pipe,"open\n3,"4"\n', 2],
  ])('%j may be two rows run together', async (content, line) => {
    const error = await refusal(content);
    expect(error.message).toBe(
      `responses.csv has quotation marks that do not match from line ${line} on, so it is not certain where the next row begins.`,
    );
    expect(error.hint).toContain('written twice');
  });
});

describe('an encoding or delimiter that the user named', () => {
  test.each(['utf-9', 'base64', 'Hex'])('is refused with those that exist: %j', async (encoding) => {
    const error = await refusal('A\n1\n', { encoding });
    expect(error.message).toBe(`There is no encoding called "${encoding}".`);
    expect(error.hint).toBe('Use utf-8, utf-16le, utf-16be, windows-1252 or macintosh.');
  });

  test.each(['colon', '', '"', '\n', ',,'])(
    'is refused when it cannot separate cells: %j',
    async (delimiter) => {
      const error = await refusal('A\n1\n', { delimiter });
      expect(error.message).toBe(`"${delimiter}" cannot separate the cells of a row.`);
      expect(error.hint).toBe('Use comma, semicolon, tab, pipe or a single character.');
    },
  );

  test('is not overruled: bytes that are not UTF-8 are refused', async () => {
    const error = await refusal(Buffer.from([0x41, 0x0a, 0xa3, 0x0a]), { encoding: 'utf-8' });
    expect(error.message).toBe(
      'responses.csv is not written in utf-8 throughout: line 2 holds something else.',
    );
    expect(error.hint).toContain('windows-1252');
  });
});
