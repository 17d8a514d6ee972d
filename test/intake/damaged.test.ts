import { describe, expect, test } from 'vitest';
import { weighBytes } from '../../src/intake/weigh-bytes.ts';
import { cellsOf, namesOf, read } from './source.ts';

/** Text as UTF-8 in which `\\xNN` stands for that byte by itself. */
function bytes(text: string): Buffer {
  return Buffer.concat(
    text
      .split(/(\\x[0-9A-F]{2})/u)
      .map((part) => (part.startsWith('\\x') ? Buffer.from(part.slice(2), 'hex') : Buffer.from(part))),
  );
}

const names = 'Zoë,Café\nRené,Façade\nÅsa,Straße\nJosé,Pâté\n';

describe('a UTF-8 file with a few other bytes', () => {
  const damaged = bytes(`Name,Comment\n${names}Ann,Bad \\x8C here\nBob,"two\nlines \\xE6 bad"\n`);

  test('stays UTF-8, with a replacement character for each, and their lines', async () => {
    const table = await read(damaged);
    expect(table.encoding).toBe('utf-8');
    expect(cellsOf(table)).toEqual([
      ['Zoë', 'Café'],
      ['René', 'Façade'],
      ['Åsa', 'Straße'],
      ['José', 'Pâté'],
      ['Ann', 'Bad \ufffd here'],
      ['Bob', 'two\nlines \ufffd bad'],
    ]);
    expect(table.strayBytes).toEqual({ count: 2, lines: [6, 8], lineCount: 2 });
  });

  test('is read the same in chunks of any size', async () => {
    const table = await read(damaged);
    for (let chunk = 1; chunk < 40; chunk++) {
      // oxlint-disable-next-line no-await-in-loop -- each size on its own, so that a failure names it
      expect(await read(damaged, {}, chunk), `chunks of ${chunk}`).toEqual(table);
    }
  });

  test('is found out wherever the bytes are', async () => {
    const long = `Name,Comment\n${'Zoë,plain\n'.repeat(30_000)}`;
    const table = await read(bytes(`${long}\\x93,x\n`));
    expect(table).toMatchObject({ encoding: 'utf-8', strayBytes: { count: 1, lines: [30_002] } });
    expect(cellsOf(table).at(-1)).toEqual(['\ufffd', 'x']);
  });

  test('stays UTF-8 where it ends in the middle of a character', async () => {
    const table = await read(bytes(`A,B\n${names}x,y\\xE2\\x82`));
    expect(table).toMatchObject({ encoding: 'utf-8', strayBytes: { count: 2, lines: [6] } });
    expect(cellsOf(table).at(-1)).toEqual(['x', 'y\ufffd']);
  });

  test('is refused where the user says that it is UTF-8, and obeyed where the user says another', async () => {
    await expect(read(damaged, { encoding: 'utf-8' })).rejects.toThrow('is not written in UTF-8 throughout');
    const table = await read(damaged, { encoding: 'windows-1252' });
    expect(table.encoding).toBe('windows-1252');
    expect(table.strayBytes).toBeUndefined();
    expect(cellsOf(table)[0]).toEqual(['ZoÃ«', 'CafÃ©']);
  });
});

describe('a file that holds no more than a few letters with accents', () => {
  test('is Windows-1252 where they are not UTF-8, and their lines are known', async () => {
    const table = await read(bytes('ID,Which of these films?\\x8C\\xE6\n1,Yes\n2,caf\\xE9\n'));
    expect(table).toMatchObject({ encoding: 'windows-1252', strayBytes: { count: 3, lines: [1, 3] } });
    expect(namesOf(table)).toEqual(['ID', 'Which of these films?Œæ']);
    expect(cellsOf(table)).toEqual([
      ['1', 'Yes'],
      ['2', 'café'],
    ]);
  });

  test.each(['Age\n18\\x9624\n', 'Why\nCheaper \\x96 by far\n', 'Band\n\\xA35\\x96\\xA310\n\\xA320\n'])(
    'is Windows-1252 without a word where they are nothing but dashes and pounds: %j',
    async (text) => {
      const table = await read(bytes(text));
      expect(table.encoding).toBe('windows-1252');
      expect(table.strayBytes).toBeUndefined();
    },
  );

  test('is Windows-1252 without a word where there are more than ten', async () => {
    const table = await read(bytes(`A\n${'caf\\xE9\n'.repeat(11)}`));
    expect(table.encoding).toBe('windows-1252');
    expect(table.strayBytes).toBeUndefined();
  });

  test('is Windows-1252 where hardly more characters are sound UTF-8 than are not', async () => {
    const table = await read(bytes('A\nZoë Café\n\\xE9t\\xE9\n'));
    expect(table.encoding).toBe('windows-1252');
  });
});

describe('the bytes of a file are weighed', () => {
  async function weigh(text: string) {
    const { sound, stray } = await weighBytes(
      (async function* () {
        yield bytes(text);
      })(),
    );
    return [sound, stray.count, ...stray.lines];
  }

  test.each([
    ['plain text', 'a\nb', [0, 0]],
    ['characters of two, three and four bytes', 'é€😀', [3, 0]],
    ['a lone continuation', 'a\\x80', [0, 1, 1]],
    ['a lead without its continuation', '\\xC3(é', [1, 1, 1]],
    ['a character cut short by the next', '\\xE2\\x82€', [1, 2, 1]],
    ['a form that is too long', '\\xC0\\xAF\\xE0\\x80\\x80', [0, 5, 1]],
    ['half of a surrogate pair', '\\xED\\xA0\\x80', [0, 3, 1]],
    ['a character beyond Unicode', '\\xF4\\x90\\x80\\x80\\xFF', [0, 5, 1]],
    ['a character cut short by the end of its line', 'a\n\\xE2\nb', [0, 1, 2]],
    ['a replacement character that stands in the file', '\ufffd', [1, 0]],
    ['lines that end in LF, CRLF, CR and CR CR LF', 'a\nb\r\nc\rd\r\r\n\\xFF', [0, 1, 5]],
    ['three carriage returns, of which one is alone', '\r\r\r\n\\xFF', [0, 1, 3]],
  ])('%s', async (_, text, found) => {
    expect(await weigh(text)).toEqual(found);
  });

  test('of very many lines the first thousand are known', async () => {
    const { stray } = await weighBytes(
      (async function* () {
        yield bytes('\\xE9\n'.repeat(3000));
      })(),
    );
    expect([stray.count, stray.lines.length, stray.lineCount]).toEqual([3000, 1000, 3000]);
  });
});
