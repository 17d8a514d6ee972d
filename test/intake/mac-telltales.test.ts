import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { read } from './source.ts';

async function macLine(text: string, encoding: string): Promise<number | undefined> {
  return (await read(iconv.encode(text, encoding))).macLine;
}

describe('a file of an old Macintosh is known by', () => {
  test.each([
    ['a no-break space at the end of a cell', 'Not much\u00a0,x'],
    ['a no-break space by itself', 'x,\u00a0,y'],
    ['a no-break space between spaces', 'one \u00a0 two'],
    ['an apostrophe', 'I don’t know'],
    ['an apostrophe after a plural', 'the parents’ view'],
    ['a dash between spaces', 'Yes – always'],
    ['a dash between years', '18–24'],
    ['a dash between prices', '£5–£10'],
    ['a long dash between words', 'yes—always'],
    ['a closing quotation mark', 'the “park” is'],
    ['a closing quotation mark after a question', '“why?”'],
    ['an é', 'café'],
    ['an ä', 'später'],
    ['a ü', 'für'],
    ['an â', 'gwlân'],
  ])('%s', async (_, cell) => {
    expect(await macLine(`A\nfirst\n${cell}\nx\n`, 'macintosh')).toBe(3);
  });

  test('the line is that of the first, in quotation marks or not, at the end of the file too', async () => {
    expect(await macLine('A,B\r\n"two\r\nlines",x\r\n"Not much\u00a0",x\r\nit’s,x', 'macintosh')).toBe(4);
    expect(await macLine('A\nplain\nNot much\u00a0', 'macintosh')).toBe(3);
  });
});

describe('a file in Windows-1252 is not taken for one of an old Macintosh', () => {
  test.each([
    ['French', 'Être à l’école – « Hôtel », FENÊTRE, FORÊT; ÉTÉ. Œuvre naïve: ça va? Ô toi'],
    ['French in capitals', 'PRÊT,PRÉ,CHÊNE,“ÎLE”,ARRÊT,ÔTER,TÊTE'],
    ['Welsh', 'Cytuno’n gryf,Tâl am y gân,GÊM,PÊL,Mae’r lle – yn dda,Siôn Ô,ÂN,Tŷ Newydd'],
    ['Portuguese', 'VOCÊ,Não,NAÇÕES,PORQUÊ,Õ,põe,você – três,CORAÇÕES,AVÓS,Ônibus'],
    ['Spanish', 'NIÑOS,Ñ,la Ñ es,mañana,Año Ñoño,¿Qué? ¡Ó no!'],
    ['German and Finnish', 'Für Hände, grüß ÄÖÜ, Šakki,päivä,Louÿs,LOUŸS,5‰'],
    ['Irish and Gaelic', 'Seán Ó Briain,Ó,S.Ó Cuív,Òran Mór,Ò,MÓR'],
    ['Icelandic', 'Það,ÐAÐ,Guðrún,Ð'],
    ['English', '“Don’t know” – it’s £5–£10 … café,18–24,Zoë,naïve—yes'],
    ['Slovene and Czech', 'Žižek,Božidar,Škoda,ŽIŽEK,Ž'],
  ])('%s', async (_, text) => {
    const bytes = iconv.encode(`A,B\n"${text}"\n"${text}","${text}"\n`, 'windows-1252');
    const table = await read(bytes);
    expect(table.encoding).toBe('windows-1252');
    expect(table.macLine).toBeUndefined();
  });
});

test('nobody is warned where the encoding was named', async () => {
  const bytes = iconv.encode('A\nI don’t know\n', 'macintosh');
  for (const encoding of ['macintosh', 'windows-1252']) {
    // oxlint-disable-next-line no-await-in-loop -- two small reads
    expect((await read(bytes, { encoding })).macLine).toBeUndefined();
  }
});
