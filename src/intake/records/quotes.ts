import { countLineBreaks } from './line-breaks.ts';

/**
 * How the quotation marks of a record's text stand: as they should, astray, or so that it may be two rows run
 * together.
 */
export type Quotes =
  | { readonly kind: 'sound' }
  | { readonly kind: 'stray' }
  | {
      readonly kind: 'torn';
      /** Line breaks before the cell whose mark does not close. */ readonly lines: number;
    };

const SOUND: Quotes = { kind: 'sound' };
const STRAY: Quotes = { kind: 'stray' };

/**
 * Looks at the text of one record, which a forgiving reader has cut out, for quotation marks that a strict one would
 * refuse: one inside an unquoted cell (5" pipe), or one after which a quoted cell goes on ("abc"def). Where a line break
 * stands between the opening mark and such a one, nobody can tell whether it was in the answer or ended a row: torn.
 */
export function quotesOf(text: string, delimiter: string): Quotes {
  let found = SOUND;
  let quote = text.indexOf('"');
  while (quote !== -1) {
    let at = quote + 1;
    if (quote > 0 && text[quote - 1] !== delimiter) {
      found = STRAY;
    } else {
      at = Math.min(text.length, closingQuote(text, quote) + 1);
      if (at < text.length && text[at] !== delimiter) {
        if (countLineBreaks(text.slice(quote, at)) > 0) {
          return { kind: 'torn', lines: countLineBreaks(text.slice(0, quote)) };
        }
        found = STRAY;
      }
    }
    const next = text.indexOf(delimiter, at);
    quote = next === -1 ? -1 : text.indexOf('"', next + 1);
  }
  return found;
}

/**
 * Where the quoted cell ends that begins at this place: at the mark that is not written twice, else at the
 * end of the text.
 */
export function closingQuote(text: string, opening: number): number {
  let at = text.indexOf('"', opening + 1);
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at === -1 ? text.length : at;
}

/**
 * The first cells of a record in which every quotation mark is where it should be, without the line break at
 * its end; all, unless it is said how many. The record may be cut short.
 */
export function cellsOf(record: string, delimiter: string, most = Infinity): string[] {
  const cells: string[] = [];
  for (let at = 0; at <= record.length && cells.length < most;) {
    const isQuoted = record[at] === '"';
    const found = isQuoted ? closingQuote(record, at) : record.indexOf(delimiter, at);
    const end = found === -1 ? record.length : found;
    cells.push(isQuoted ? record.slice(at + 1, end).replaceAll('""', '"') : record.slice(at, end));
    at = end + delimiter.length + (isQuoted ? 1 : 0);
  }
  return cells;
}
