import { countLineBreaks } from './line-breaks.ts';

/** How the quotation marks of a record's text stand: as they should, astray, or so that it may be two rows run together. */
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
      const opening = quote;
      quote = text.indexOf('"', at);
      while (quote !== -1 && text[quote + 1] === '"') quote = text.indexOf('"', quote + 2);
      at = quote === -1 ? text.length : quote + 1;
      if (at < text.length && text[at] !== delimiter) {
        if (countLineBreaks(text.slice(opening, at)) > 0) {
          return { kind: 'torn', lines: countLineBreaks(text.slice(0, opening)) };
        }
        found = STRAY;
      }
    }
    const next = text.indexOf(delimiter, at);
    quote = next === -1 ? -1 : text.indexOf('"', next + 1);
  }
  return found;
}
