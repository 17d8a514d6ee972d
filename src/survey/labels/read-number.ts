import { tidy } from '../../intake/blank.ts';

/**
 * Digits with an optional sign and decimal point, before which none need stand; commas only where they group
 * thousands; and the exponent with which R and spreadsheets write very large and very small numbers: 1e+05,
 * 2.5E-4.
 */
const number = /^[+-]?(?=\.?\d)(?:\d+|\d{1,3}(?:,\d{3})+)?(?:\.\d+)?(?:e[+-]\d{1,3})?$/iu;

/**
 * The number that a cell holds. "1,200" is 1200 and ".5" a half; "3,5", "5 years" and "12%" are not numbers
 * here, since reading them means guessing.
 */
export function readNumber(value: string): number | undefined {
  const text = tidy(value).replace(/^−/u, '-');
  const parsed = number.test(text) ? Number(text.replaceAll(',', '')) : NaN;
  return Number.isFinite(parsed) ? parsed : undefined;
}
