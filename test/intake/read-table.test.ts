import { createHash } from 'node:crypto';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { fingerprint, textsOf } from '../support/fingerprint.ts';
import { GIVEN } from '../../src/intake/columns/fingerprint.ts';
import { cellsOf, everything, file, read, write, namesOf } from './source.ts';
import { readTable } from '../../src/intake/read-table.ts';

const rows = [
  ['Name', 'Answer “A”', 'Cost'],
  ['Zoë', 'first\r\nsecond\nthird\rfourth', '£5'],
  ['', 'a "quoted" word; and, more | of\tit', '–'],
  ['last', '', ''],
];

const encodings = [
  { encoding: 'utf-8', mark: false },
  { encoding: 'utf-8', mark: true },
  { encoding: 'utf-16le', mark: true },
  { encoding: 'utf-16le', mark: false },
  { encoding: 'utf-16be', mark: true },
  { encoding: 'utf-16be', mark: false },
  { encoding: 'windows-1252', mark: false },
];
const lineEnds = { LF: '\n', CRLF: '\r\n', CR: '\r', 'CR CR LF': '\r\r\n' };

describe.each(encodings)('an export in $encoding (byte order mark: $mark)', ({ encoding, mark }) => {
  describe.each(Object.entries(lineEnds))('with %s line ends', (_, lineEnd) => {
    test.each([',', ';', '\t', '|'])(
      'and cells separated by %j reads without being told anything',
      async (delimiter) => {
        const bytes = write(rows, { delimiter, lineEnd, encoding, mark });
        const table = await read(bytes);
        expect(namesOf(table)).toEqual(rows[0]);
        expect(cellsOf(table)).toEqual(rows.slice(1));
        expect(table).toMatchObject({
          file: 'responses.csv',
          encoding,
          delimiter,
          layout: { platform: 'generic' },
          rows: 3,
        });
        expect(table).toMatchObject({ blankRows: 0, faults: [] });
        expect([...table.lines]).toEqual([2, 6, 7]);
        expect(table.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
      },
    );

    test('reads the same in chunks of any size', async () => {
      const bytes = write(rows, { delimiter: ',', lineEnd, encoding, mark });
      const table = await read(bytes);
      for (let chunk = 1; chunk <= bytes.length; chunk++) {
        // oxlint-disable-next-line no-await-in-loop -- each size on its own, so that a failure names it
        expect(await read(bytes, {}, chunk), `chunks of ${chunk}`).toEqual(table);
      }
    });
  });
});

describe('encodings', () => {
  test('bytes that are not UTF-8 are found wherever they are, and all is read again as Windows-1252', async () => {
    const long = `Name,Comment\n${'Ann,plain\n'.repeat(30_000)}`;
    const table = await read(Buffer.concat([Buffer.from(long), Buffer.from([0x80, 0x2c, 0x93, 0x0a])]));
    expect(table.encoding).toBe('windows-1252');
    expect(table.rows).toBe(30_001);
    expect(cellsOf(table).at(-1)).toEqual(['€', '“']);
  });

  test('a character cut off at the end of the file is not UTF-8', async () => {
    const table = await read(Buffer.concat([Buffer.from('A\nx'), Buffer.from([0xe2, 0x82])]));
    expect(table.encoding).toBe('windows-1252');
    expect(cellsOf(table)).toEqual([['xâ‚']]);
  });

  test('a UTF-8 byte order mark goes even where the rest turns out to be Windows-1252', async () => {
    const table = await read(Buffer.from([0xef, 0xbb, 0xbf, 0x41, 0x0a, 0xa3, 0x35, 0x0a]));
    expect(namesOf(table)).toEqual(['A']);
    expect(cellsOf(table)).toEqual([['£5']]);
  });

  test('only the first byte order mark goes; others belong to their cells', async () => {
    const table = await read('\ufeff\ufeffA,B\n\ufeff1,2\n');
    expect(namesOf(table)).toEqual(['\ufeffA', 'B']);
    expect(cellsOf(table)).toEqual([['\ufeff1', '2']]);
  });

  test('characters outside the first plane survive chunks of one byte', async () => {
    for (const encoding of ['utf-8', 'utf-16le', 'utf-16be']) {
      const bytes = write(
        [
          ['A', 'B'],
          ['😀', '𝕏'],
        ],
        { delimiter: ',', lineEnd: '\n', encoding, mark: true },
      );
      // oxlint-disable-next-line no-await-in-loop -- three small reads
      expect(cellsOf(await read(bytes, {}, 1))).toEqual([['😀', '𝕏']]);
    }
  });

  test('an encoding can be given by any of its usual names, and is reported by one', async () => {
    const mac = iconv.encode('Answer\nNot much\u00a0\n', 'macintosh');
    expect(cellsOf(await read(mac, { encoding: 'MacRoman' }))).toEqual([['Not much\u00a0']]);
    expect((await read(mac, { encoding: 'MacRoman' })).encoding).toBe('macintosh');
    expect((await read('A\n1\n', { encoding: 'Latin-1' })).encoding).toBe('windows-1252');
    expect((await read('A\n1\n', { encoding: 'UTF8' })).encoding).toBe('utf-8');
    expect((await read('A\n1\n', { encoding: 'ISO-8859-15' })).encoding).toBe('iso-8859-15');
  });
});

describe('delimiters and line ends', () => {
  test.each([
    ['comma', ','],
    ['Semicolon', ';'],
    ['tab', '\t'],
    ['\\t', '\t'],
    ['pipe', '|'],
    ['^', '^'],
    ['¬', '¬'],
  ])('a delimiter can be given as %j', async (name, delimiter) => {
    const table = await read(`A${delimiter}B,C;D\n"1"${delimiter}2\n`, { delimiter: name });
    expect(table.delimiter).toBe(delimiter);
    expect(cellsOf(table).map((row) => row.slice(0, 2))).toContainEqual([
      expect.stringContaining('1'),
      expect.anything(),
    ]);
  });

  test.each(['sep=;\n', '"sep=;"\r\n', '\ufeffsep=;\r\n', '\ufeff"sep=;"\r', 'SEP=;\n', 'sep=;;;\n'])(
    'a first line %j names the delimiter and is no header',
    async (sep) => {
      const table = await read(`${sep}A,a;B\n1;2\n`.replaceAll('\n', sep.endsWith('\r') ? '\r' : '\n'));
      expect(table).toMatchObject({
        delimiter: ';',
        layout: { headings: [{ name: 'A,a' }, { name: 'B' }] },
        rows: 1,
        blankRows: 0,
      });
      expect([...table.lines]).toEqual([3]);
    },
  );

  test('a header in quotation marks that only begins like a sep= line is a header', async () => {
    expect(namesOf(await read('"sep=;\r\n",B\n1,2\n'))).toEqual(['sep=;\r\n', 'B']);
  });

  test('a sep= line survives chunks of one byte and UTF-16', async () => {
    const bytes = iconv.encode('sep=;\r\nA;B\r\n1;2\r\n', 'utf-16le', { addBOM: true });
    expect(await read(bytes, {}, 1)).toMatchObject({
      delimiter: ';',
      layout: { headings: [{ name: 'A' }, { name: 'B' }] },
      rows: 1,
    });
  });

  test('a sep= line wins over what the cells look like', async () => {
    const text = 'A,B;C,D\n1,2;3,4\n';
    expect(namesOf(await read(text))).toEqual(['A', 'B;C', 'D']);
    expect(namesOf(await read(`sep=;\n${text}`))).toEqual(['A,B', 'C,D']);
  });

  test('a delimiter given by the user wins over a sep= line', async () => {
    expect(namesOf(await read('sep=;\nA,B;C\n1,2\n', { delimiter: 'comma' }))).toEqual(['A', 'B;C']);
  });

  test('LF and CRLF may be mixed', async () => {
    const table = await read('A,B\r\n1,2\n3,4\r\n"5\r\n",6\n7,8');
    expect(cellsOf(table)).toEqual([
      ['1', '2'],
      ['3', '4'],
      ['5\r\n', '6'],
      ['7', '8'],
    ]);
    expect([...table.lines]).toEqual([2, 3, 4, 6]);
  });

  test('a carriage return alone inside a row of an LF file belongs to its cell', async () => {
    expect(cellsOf(await read('A,B\n1,x\ry\n2,z\n'))).toEqual([
      ['1', 'x\ry'],
      ['2', 'z'],
    ]);
  });

  test('a CR file whose header is longer than the sample is still cut into rows', async () => {
    const header = Array.from({ length: 9000 }, (_, n) => `Question ${n}`).join(',');
    const table = await read(`${header}\r${'1,'.repeat(8999)}1\r${'2,'.repeat(8999)}2\r`);
    expect(table).toMatchObject({ rows: 2, faults: [] });
  });
});

describe('rows', () => {
  test('blank rows are skipped and counted, wherever they stand and whatever blank they hold', async () => {
    const table = await read('\n , \nA,B\n\n1,\n,\n \t,\u00a0\n\ufeff,\n""\n,2\n\n\n');
    expect(namesOf(table)).toEqual(['A', 'B']);
    expect(cellsOf(table)).toEqual([
      ['1', ''],
      ['', '2'],
    ]);
    expect(table).toMatchObject({ rows: 2, blankRows: 9, faults: [] });
    expect([...table.lines]).toEqual([5, 10]);
  });

  test.each([
    'A,B\n1,2\n\x1a',
    'A,B\n1,2\n\x1a\r\n',
    'A,B\r\n1,2\r\n\x1a\x1a\x1a',
    'A,B\n1,2\x1a',
    'A,B\r1,2\r\x1a',
  ])('the mark with which DOS ends a text is a blank row: %j', async (text) => {
    for (const chunk of [1, 3, 100]) {
      // oxlint-disable-next-line no-await-in-loop -- each size on its own, so that a failure names it
      const table = await read(text, {}, chunk);
      expect(cellsOf(table), `chunks of ${chunk}`).toEqual([['1', '2']]);
      expect(table).toMatchObject({ blankRows: 1, faults: [] });
    }
  });

  test('a mark of DOS inside an answer stays what it is', async () => {
    expect(cellsOf(await read('A,B\n1\x1a,\x1a2\n\x1a,\x1a\n', {}, 1))).toEqual([
      ['1\x1a', '\x1a2'],
      ['\x1a', '\x1a'],
    ]);
  });

  test('a one-column export is read with commas', async () => {
    const table = await read('Comment\nyes; no; maybe\n"one, two"\n');
    expect(table.delimiter).toBe(',');
    expect(cellsOf(table)).toEqual([['yes; no; maybe'], ['one, two']]);
  });

  test('the last row needs no line end', async () => {
    expect(cellsOf(await read('A,B\n1,2'))).toEqual([['1', '2']]);
    expect(cellsOf(await read('A,B\n1,""'))).toEqual([['1', '']]);
  });

  test('cells and headers are kept as written, blank and repeated headers among them', async () => {
    const table = await read(' A ,,A,A\n" x ", y,"""",\n');
    expect(namesOf(table)).toEqual([' A ', '', 'A', 'A']);
    expect(cellsOf(table)).toEqual([[' x ', ' y', '"', '']]);
  });

  test('names of object properties are ordinary headers and answers', async () => {
    const names = ['__proto__', 'constructor', 'toString'];
    const table = await read(`${names.join(',')}\n${names.join(',')}\n`);
    expect(namesOf(table)).toEqual(names);
    expect(cellsOf(table)).toEqual([names]);
  });
});

describe('columns', () => {
  test('only the columns asked for are kept, each answer once, in order of first appearance', async () => {
    const table = await read('A,B,C\nx,1,k\ny,2,k\nx,3,k\n', {
      keep: () =>
        new Map([
          [0, 'values'],
          [2, 'values'],
        ]),
    });
    expect([...table.columns.keys()]).toEqual([0, 2]);
    expect(table.columns.get(0)).toEqual({ values: ['x', 'y'], codes: Uint8Array.of(0, 1, 0) });
    expect(namesOf(table)).toEqual(['A', 'B', 'C']);
  });

  test('of free text its fingerprints are kept, not what it was', async () => {
    const table = await read('A,B\nx,secret\ny,\u00a0\nz,other\n', {
      keep: () => new Map([[1, 'fingerprints']]),
    });
    const column = table.columns.get(1);
    expect(column).toMatchObject({ values: [GIVEN, ''], codes: Uint8Array.of(0, 1, 0) });
    expect(textsOf(column)).toEqual([fingerprint('secret'), [], fingerprint('other')]);
  });

  test('an error thrown while choosing columns passes through', async () => {
    const error = new Error('no such column');
    const keep = () => {
      throw error;
    };
    await expect(read('A\n1\n', { keep })).rejects.toBe(error);
  });

  test('an error of the source passes through', async () => {
    const error = Object.assign(new Error('no such file'), { code: 'ENOENT' });
    // oxlint-disable-next-line require-yield -- it fails before the first chunk
    const open = async function* open() {
      throw error;
    };
    await expect(readTable({ name: 'gone.csv', open }, { keep: everything })).rejects.toBe(error);
  });

  test('a source is closed when reading stops early', async () => {
    let open = 0;
    const inner = file('A,B\n1,"x"y\n'.repeat(20_000), 1000);
    const source = {
      name: inner.name,
      async *open() {
        open++;
        try {
          yield* inner.open();
        } finally {
          open--;
        }
      },
    };
    await readTable(source, { keep: everything });
    expect(open).toBe(0);
  });
});

describe('large things', () => {
  test('20,000 columns', async () => {
    const rowsOf = ['Header', '1', '2'].map((cell) => `${cell},`.repeat(19_999) + cell);
    const table = await read(rowsOf.join('\n'));
    expect(table).toMatchObject({ rows: 2, faults: [] });
    expect(table.columns.get(19_999)).toEqual({ values: ['1', '2'], codes: Uint8Array.of(0, 1) });
  });

  test('cells of a megabyte, quoted or not', async () => {
    const long = 'word '.repeat(200_000);
    const breaks = 'a line\r\n'.repeat(125_000);
    const table = await read(`A,B\n${long},"${breaks}"\n1,2\n`);
    expect(cellsOf(table)).toEqual([
      [long, breaks],
      ['1', '2'],
    ]);
    expect([...table.lines]).toEqual([2, 125_003]);
  });

  test('more than 65,536 different answers', async () => {
    const table = await read(`A\n${Array.from({ length: 70_000 }, (_, n) => `${n}\n`).join('')}`);
    const column = table.columns.get(0);
    expect(column?.codes).toBeInstanceOf(Uint32Array);
    expect(cellsOf(table).every(([cell], row) => cell === String(row))).toBe(true);
  });
});
