import { fold } from '../labels/labels.ts';
import type { SqlDialect } from './sql-dialects.ts';

/** Whatever leaves no mark on a page, as `isBlank` has it, by the numbers of the characters. */
export const blanks =
  '0009-000D 0020 00A0 00AD 034F 061C 115F 1160 1680 17B4 17B5 180B-180F 2000-200F 2028-202F 205F-206F 2800 3000 3164 FE00-FE0F FEFF FFA0';

/** Whatever `tidy` takes for space, and some punctuation: what is alike without it is shown, and told apart by the reader. */
export const spaces = '0009-000D 0020 00A0 1680 2000-206F 3000 FEFF';

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
const alike = new Map([
  ["'", "['‘’‚‛ʼ′`´]"],
  ['"', '["“”„‟″]'],
  ['-', '[-‐‑‒–—―−]'],
]);

/** Whatever is the same label as a word, as a regular expression for texts in lower case, or in any. */
export function expressionOf(word: string, isAnyCase = false): string {
  const space = isAnyCase ? '[^a-zA-Z0-9]+' : '(&nbsp;|[^a-z0-9])+';
  const expressionFor = (character: string): string => {
    const upper = character.toUpperCase();
    if (character === ' ') return space;
    if (isAnyCase && upper !== character && upper.length === 1) return `[${character}${upper}]`;
    return alike.get(character) ?? escaped(character);
  };
  const folded = fold(word);
  return [...new Set([folded, folded.normalize('NFD')])]
    .map((form) => [...form].map(expressionFor).join(''))
    .join('|');
}

/** A text as a regular expression that finds nothing else. */
export function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`);
}
