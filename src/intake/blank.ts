/**
 * White space of every kind, no-break spaces and byte order marks among them; zero-width spaces and joiners
 * too; and as HTML. A plain space between two words is passed over: long texts have nothing else.
 */
const space = /(?! [^\s\u200b-\u200d\u2060\ufeff&])(?:[\s\u200b-\u200d\u2060\ufeff]|&nbsp;)+/gu;
const untidy = /^ | $| {2}|[^\S ]|[\u200b-\u200d\u2060\ufeff<]|&nbsp;/u;
/** What some platforms leave in headers and options of how their words looked on the form. */
const breaks = /<(?:br|\/p|\/div)\s*\/?>/giu;
const formatting = /<\/?(?:b|i|u|em|strong|span|font|p|br|div|small|big|h[1-6])(?:\s[^<>]*)?\/?>/giu;
/*
 * Whatever leaves no mark on a page: white space, the characters that Unicode calls default ignorable, and blank Braille.
 * They are listed, since looking up a property of Unicode takes longer than a small survey takes to read.
 */
const blank =
  /^(?:[\s\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0]|\u034f|[\ufe00-\ufe0f])*$/u;

/** What a field with formatting holds that was left empty. */
const emptyField = /^(?:\s|&nbsp;|<\/?(?:p|br|div|span)(?:\s[^<>]*)?\/?>)*$/iu;

/**
 * Whether a cell holds nothing but the marks of an empty paragraph, as fields with formatting do that nobody
 * wrote in.
 */
export function isEmptyField(cell: string): boolean {
  return (cell.startsWith('<') || cell.startsWith('&')) && emptyField.test(cell);
}

/** Whether a cell holds what a platform writes where nobody replied, or an empty paragraph. */
export function isNoReply(cell: string, words: ReadonlySet<string>): boolean {
  return (words.size > 0 && words.has(tidy(cell))) || isEmptyField(cell);
}

/**
 * Whether a cell holds nothing, or nothing that can be seen: white space, zero-width spaces and joiners,
 * marks of direction.
 */
export function isBlank(cell: string): boolean {
  const first = cell.charCodeAt(0);
  return !(first > 0x20 && first < 0x7f) && blank.test(cell);
}

/**
 * A label as it should be shown: without HTML for how it looks, and without white space at the ends; each run
 * of it inside is one plain space.
 */
export function tidy(value: string): string {
  if (!untidy.test(value)) return value;
  const plain = value.replace(breaks, ' ').replace(formatting, '').replace(space, ' ').trim();
  // Where there is nothing else, the HTML is what somebody wrote.
  return plain === '' ? value.replace(space, ' ').trim() : plain;
}
