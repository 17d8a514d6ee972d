import type { Table } from '../table.ts';

/** What HTML calls the characters from U+00A0 on, in their order. */
const latin = [
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3',
  'acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde',
  'Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc',
  'Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml',
  'aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc',
  'otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml',
].flatMap((names) => names.split(' '));

const characters: ReadonlyMap<string, string> = new Map([
  ...latin.map((name, nth) => [name, String.fromCharCode(0xa0 + nth)] as const),
  ...Object.entries({
    ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", euro: '€', trade: '™', bull: '•', hellip: '…' },
    ...{ ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', sbquo: '‚', ldquo: '“', rdquo: '”', bdquo: '„' },
    ...{ Wcirc: 'Ŵ', wcirc: 'ŵ', Ycirc: 'Ŷ', ycirc: 'ŷ', OElig: 'Œ', oelig: 'œ', Yuml: 'Ÿ' },
  }),
]);

/** What the numbers 128 to 159 stand for on the web: the characters of Windows-1252, not control characters. */
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** An entity, also one whose “&” was encoded again: “&amp;amp;”. */
const entity = /&(?:amp;)*(#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,7}\d{0,2});/giu;

/** What SmartSurvey writes for an apostrophe. */
const apostrophe = '@SQ@';

function mayHave(text: string): boolean {
  return text.includes('&') || text.includes(apostrophe);
}

/**
 * A text with characters in place of the entities as which some platforms export them: “R&amp;D”,
 * “Council&#39;s”, “Council@SQ@s”. What HTML does not know, and control characters, stay as they are written.
 */
export function withoutEntities(text: string): string {
  if (!mayHave(text)) return text;
  return text
    .replaceAll(apostrophe, "'")
    .replace(entity, (whole, name: string) => characterOf(name) ?? whole);
}

function characterOf(name: string): string | undefined {
  if (!name.startsWith('#')) return characters.get(name) ?? characters.get(name.toLowerCase());
  const code = /^#x/iu.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  if (code >= 0x80 && code < 0xa0) return windows[code - 0x80];
  const isText = code >= 0x20 || code === 9 || code === 10 || code === 13;
  return isText && code < 0x11_0000 && (code < 0xd8_00 || code > 0xdf_ff)
    ? String.fromCodePoint(code)
    : undefined;
}

/**
 * A table without entities in its cells. Each distinct value is looked at once; text that was not kept is
 * left as it is.
 */
export function cellsWithoutEntities(table: Table): Table {
  const columns = [...table.columns].map(([position, column]) => {
    if (!column.values.some(mayHave)) return [position, column] as const;
    const values = column.values.map((value) => withoutEntities(value));
    return [position, { ...column, values }] as const;
  });
  return { ...table, columns: new Map(columns) };
}
