import { describe, expect, test } from 'vitest';
import { cellsOf, read } from './source.ts';

/** Line 8 of the file and row 3: under a sep= line, a blank row, and a row whose cell has two quoted CRLF breaks. */
const before = 'sep=,\r\nA,B,C\r\n\r\n"1\r\n\r\n",2,3\r\n4,5,6\r\n';

describe('a row with something wrong keeps its place', () => {
  test.each([
    ['7,8', 'short-row', 2, ['7', '8', '']],
    ['7', 'short-row', 1, ['7', '', '']],
    ['7,8,9,10', 'long-row', 4, ['7', '8', '9']],
    ['7,8,9,,,x', 'long-row', 6, ['7', '8', '9']],
    ['7,8,n\0l', 'nul-character', 3, ['7', '8', 'n\0l']],
    ['7,"8"\0,9', 'nul-character', 3, ['7', '8\0', '9']],
    ['7,5" pipe,9', 'stray-quote', 3, ['7', '5" pipe', '9']],
    ['7,"abc"def,9', 'stray-quote', 3, ['7', '"abc"def', '9']],
    ['7,say "yes",9', 'stray-quote', 3, ['7', 'say "yes"', '9']],
    ['7, "8",9', 'stray-quote', 3, ['7', ' "8"', '9']],
    ['7,"8" ,9', 'stray-quote', 3, ['7', '"8" ', '9']],
    ['7,"He said "hello" to me",9', 'stray-quote', 3, ['7', '"He said "hello" to me"', '9']],
    ['7,5" pipe,"8\n9"', 'stray-quote', 3, ['7', '5" pipe', '8\n9']],
  ])('%j: %s', async (row, code, cells, kept) => {
    for (const chunk of [1, 2, 7, 1000]) {
      // oxlint-disable-next-line no-await-in-loop -- a few small reads
      const table = await read(`${before}${row}\r\n10,"11\r\n",12\r\n`, {}, chunk);
      expect(table.faults).toEqual([{ code, row: 3, line: 8, cells }]);
      expect(cellsOf(table)[2]).toEqual(kept);
      expect(cellsOf(table)[3]).toEqual(['10', '11\r\n', '12']);
      expect(table).toMatchObject({ rows: 4, blankRows: 1 });
      expect(table.lines[3]).toBe(row.includes('\n') ? 10 : 9);
    }
  });

  test('surplus cells that are all blank are no fault', async () => {
    const table = await read('A,B\n1,2,,\u00a0,\n3,4,\n');
    expect(table).toMatchObject({ faults: [], layout: { headings: [{ name: 'A' }, { name: 'B' }] } });
    expect(cellsOf(table)).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  test('where every row has more cells than the header, no answer has a question, and the file is refused', async () => {
    await expect(read('A,B\n1,2,3\n4,5,6\n')).rejects.toThrow(
      /more cells in every row than the header: 3 instead of 2 on line 2/u,
    );
    expect((await read('A,B\n1,2,3\n4,5\n')).rows).toBe(2);
  });

  test('a row may have several faults', async () => {
    const { faults } = await read('A,B\n1,2\n5" pi\0pe\n');
    expect(faults).toEqual([
      { code: 'stray-quote', row: 2, line: 3, cells: 1 },
      { code: 'nul-character', row: 2, line: 3, cells: 1 },
      { code: 'short-row', row: 2, line: 3, cells: 1 },
    ]);
  });

  test.each([
    ['rows run together by a quotation mark', 'x\n7,8,9\n1,2,3\n4,5,6\n7,8,the end', ['swallowed-rows']],
    ['rows with other line ends', 'x\r\n7,8,9\r\n1,2,3\r\n4,5,6\r\n7,8,9', ['swallowed-rows']],
    ['one row between two halves', 'x\n7,8,9\n7,8,9', ['swallowed-rows']],
    ['a sentence that was in quotation marks, and a row', 'no, not at all\n1,2,3\n7,8,9', ['swallowed-rows']],
    ['too few delimiters to tell', 'x\n7,8,9', []],
    ['sentences with as many commas', 'Dear all,\nno, no, and no\nnor here, there, or anywhere', []],
    ['lines with other numbers of commas', 'Dear council,\n\n1,2,3\n1,2,3,4\nBye', []],
    ['a comment of many lines', 'One.\nTwo.\nThree.\nFour.\nFive.', []],
  ])('in an answer: %s', async (_, cell, codes) => {
    const { faults, rows } = await read(`A,B,C\n1,2,3\n4,5,"${cell}"\n6,7,8\n`);
    expect([faults.map(({ code, row, line }) => [code, row, line]), rows]).toEqual([
      codes.map((code) => [code, 2, 3]),
      3,
    ]);
  });

  test('in an answer that is not the last: the rest of a row and the beginning of another', async () => {
    const { faults, rows } = await read('A,B,C,D\n1,2,3,4\n1,"2,3,4\n5,6",7,8\n1,"2,3\n5,6",7,8\n');
    expect([faults.map(({ code, row }) => [code, row]), rows]).toEqual([[['swallowed-rows', 2]], 3]);
  });

  test('every row short is as many faults, and as many rows', async () => {
    const table = await read(`A,B,C\n${'1,2\n'.repeat(20_000)}`);
    expect(table.faults).toHaveLength(20_000);
    expect(table.rows).toBe(20_000);
  });

  test('rows around a stray quotation mark are read as they would be without it, doubled marks included', async () => {
    const sound = ['1,"say ""yes"", then\r\nno"', '2,""', '"3","4"', ',"""x"""'];
    const table = await read(`A,B\r\n${[...sound, '5,6" pipe', ...sound].join('\r\n')}\r\n`);
    const expected = cellsOf(await read(`A,B\r\n${sound.join('\r\n')}\r\n`));
    expect(cellsOf(table)).toEqual([...expected, ['5', '6" pipe'], ...expected]);
    expect(table.faults).toEqual([{ code: 'stray-quote', row: 5, line: 7, cells: 2 }]);
  });

  test('a stray quotation mark is found with a delimiter of several bytes', async () => {
    const { faults } = await read('A¬B\n"1"¬"2"\n5" pipe¬3\n"4"¬"5"\n', { delimiter: '¬' });
    expect(faults).toEqual([{ code: 'stray-quote', row: 2, line: 3, cells: 2 }]);
  });

  test('a stray quotation mark in the header is no fault of a row', async () => {
    expect(await read('Pipe 5",B\n1,2\n')).toMatchObject({
      layout: { headings: [{ name: 'Pipe 5"' }, { name: 'B' }] },
      rows: 1,
      faults: [],
    });
  });

  test('bytes that are not UTF-8 after a stray quotation mark are found too', async () => {
    const filler = '1,2\n'.repeat(30_000);
    const table = await read(
      Buffer.concat([Buffer.from(`A,B\n5" pipe,2\n${filler}`), Buffer.from([0xa3, 0x2c, 0x31])]),
    );
    expect(table).toMatchObject({ encoding: 'windows-1252', rows: 30_002 });
    expect(table.faults).toEqual([{ code: 'stray-quote', row: 1, line: 2, cells: 2 }]);
    expect(cellsOf(table).at(-1)).toEqual(['£', '1']);
  });
});
