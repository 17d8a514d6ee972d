import { describe, expect, test } from 'vitest';
import { weighBytes } from '../../src/intake/bytes/weigh-bytes.ts';
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

  test('stays UTF-8 where three times as many characters are sound, and not where fewer are', async () => {
    expect((await read(bytes('A\nZoë, Åsa é\n\\xE9\n'))).encoding).toBe('utf-8');
    expect((await read(bytes('A\nZoë, Åsa e\n\\xE9\n'))).encoding).toBe('windows-1252');
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
    await expect(read(damaged, { encoding: 'utf-8' })).rejects.toThrow('is not written in utf-8 throughout');
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

describe('a file that is not in its encoding throughout', () => {
  test.each([
    ['ascii', 'A,B\nx,caf\\xE9\n', 2],
    ['windows-1252', 'A,B\nx,1\ny,\\x81\n', 3],
    ['shift_jis', 'A,B\nx,\\x83', 2],
    ['utf-8', 'A,B\nx,caf\\xE9\n', 2],
  ])('is refused where the user says that it is in %s', async (encoding, text, line) => {
    await expect(read(bytes(text), { encoding })).rejects.toThrow(
      `responses.csv is not written in ${encoding} throughout: line ${line} holds something else.`,
    );
  });

  const wide = (text: string, ...after: number[]) =>
    Buffer.concat([Buffer.from(`\ufeff${text}`, 'utf16le'), Buffer.from(after)]);

  test('and is UTF-16 cut inside a character has a replacement character there, and its line', async () => {
    const whole = wide('A,B\nx,yz\nu,yzw');
    const cut = whole.subarray(0, -1);
    const bigEndian = Buffer.from(whole).swap16().subarray(0, -1);
    for (const content of [cut, bigEndian])
      for (const chunk of [1, 2, 5, 100]) {
        // oxlint-disable-next-line no-await-in-loop -- each size on its own, so that a failure names it
        const table = await read(content, {}, chunk);
        expect(table.undecoded).toEqual({ count: 1, lines: [3], lineCount: 1 });
        expect(cellsOf(table)).toEqual([
          ['x', 'yz'],
          ['u', 'yz\ufffd'],
        ]);
      }
    await expect(read(cut, { encoding: 'utf-16le' })).rejects.toThrow('not written in utf-16le throughout');
  });

  test('and is UTF-16 with half of a pair has one for that, and none of those that the file holds is doubtful', async () => {
    const table = await read(wide('A,B\n\ufffd,\ud83d\n😀,\udc00!\n'));
    expect(table.undecoded).toEqual({ count: 2, lines: [2, 3], lineCount: 2 });
    expect(cellsOf(table)).toEqual([
      ['\ufffd', '\ufffd'],
      ['😀', '\ufffd!'],
    ]);
  });

  test('but is UTF-16 to which a line end was put as one byte is as it should be', async () => {
    const table = await read(wide('A,B\nx,y\n', 0x0a));
    expect(table.undecoded).toBeUndefined();
    expect(cellsOf(table)).toEqual([['x', 'y']]);
  });

  test('but in Windows-1252 as far as can be seen has the lines of what is not', async () => {
    const table = await read(bytes(`A\n${'caf\\xE9\n'.repeat(11)}\\x81\n`));
    expect(table).toMatchObject({ encoding: 'windows-1252', undecoded: { count: 1, lines: [13] } });
    expect(cellsOf(table).at(-1)).toEqual(['\ufffd']);
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
