import { tidy } from '../../intake/blank.ts';
import { fold } from '../labels/labels.ts';
import { othersJoined } from '../labels/several-answers.ts';
import type { SqlDialect } from './sql-dialects.ts';

/** Whatever leaves no mark on a page, as `isBlank` has it, by the numbers of the characters. */
export const blanks =
  '0009-000D 0020 00A0 00AD 034F 061C 115F 1160 1680 17B4 17B5 180B-180F 2000-200F 2028-202F 205F-206F 2800 3000 3164 FE00-FE0F FEFF FFA0';

/** A regular expression whose small letters stand for capitals too, as all engines understand it. */
export function anyCase(expression: string): string {
  return expression.replaceAll(/[a-z]/gu, (letter) => `[${letter}${letter.toUpperCase()}]`);
}

export function characters(numbers: string, { character }: SqlDialect): string {
  return numbers
    .split(' ')
    .map((range) => range.split('-').map(character).join('-'))
    .join('');
}

/** Characters of which others are the same in a label. */
export const alike: ReadonlyMap<string, string> = new Map([
  ["'", "'‘’‚‛ʼ′`´"],
  ['"', '"“”„‟″'],
  ['-', '-‐‑‒–—―−'],
]);

/** What may stand behind a whole number that is a label. */
export const noughts = '([.]0+)?';

/** The full stop that may end a label. */
const stop = '( ?[.])?';

/** What stands between options of which a cell holds several, or the same one in two languages. */
const between = `[${alike.get('-')} ;,|/&():]|&amp;|and|or`;

/** The same, for `othersJoined`. */
const betweenWords = /([ ;,|/&():-]+(?:(?:and|or) )?)/u;

/**
 * What HTML has in place of a character that is no plain letter; in lists that programs write there may be a
 * backslash before it.
 */
export const entity = '&[#a-zA-Z0-9]{2,8};';

/** These labels as the reader compares them, but for those that are nothing but others of them. */
export function singleWords(words: readonly string[]): readonly string[] {
  const all = new Set(words.map(fold).filter((word) => word !== ''));
  return [...all].filter((word) => othersJoined(word, all, betweenWords) === undefined);
}

/** Whatever is one of such labels or several, as a regular expression for texts that are tidy and in lower case. */
export function anyOf(words: readonly string[]): string {
  return `(${[between, ...words.map((word) => expressionOf(word))].join('|')})+`;
}

/**
 * Whatever is the same label as a word, as a regular expression for tidy texts, in lower case or, where that
 * is said, in any.
 */
export function expressionOf(word: string, isAnyCase = false, encoded = entity): string {
  const expressionFor = (character: string): string => {
    const upper = character.toUpperCase();
    if (/[ a-z0-9]/u.test(character))
      return isAnyCase && upper !== character ? `[${character}${upper}]` : character;
    const same = alike.get(character);
    const cases = upper !== character && upper.length === 1 ? `[${character}${upper}]` : escaped(character);
    return `(${same === undefined ? cases : `[${same}]`}|${encoded})`;
  };
  const folded = fold(tidy(word));
  return [...new Set([folded, folded.normalize('NFD')])]
    .map((form) => [...form].map(expressionFor).join('') + (/^-?\d+$/u.test(form) ? noughts : '') + stop)
    .join('|');
}

/** A text as a regular expression that finds nothing else. */
export function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`);
}
