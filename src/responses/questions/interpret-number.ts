import { isBlank, tidy } from '../../intake/blank.ts';
import type { Finding, Interpretation } from './interpret.ts';
import type { Tally } from './labels-seen.ts';
import { BLANK, INVALID } from '../responses.ts';

/** Digits with an optional sign and decimal point; commas only where they group thousands. */
const number = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/u;

/**
 * The number that a cell holds. "1,200" is 1200; "3,5", "5 years" and "12%" are not numbers here, since reading them
 * means guessing.
 */
export function readNumber(value: string): number | undefined {
  const text = tidy(value).replace(/^−/u, '-');
  const parsed = number.test(text) ? Number(text.replaceAll(',', '')) : NaN;
  return Number.isFinite(parsed) ? parsed : undefined;
}

/** The distinct numbers among raw values; what cannot be read as a number is an issue. */
export function interpretNumbers(tally: Tally): Interpretation & { readonly values: readonly number[] } {
  const positions = new Map<number, number>();
  const meanings = new Map<string, number>();
  const findings = new Map<string, readonly Finding[]>();
  for (const value of tally.keys()) {
    const parsed = readNumber(value);
    if (isBlank(value)) {
      meanings.set(value, BLANK);
    } else if (parsed === undefined) {
      meanings.set(value, INVALID);
      findings.set(value, [{ code: 'not-a-number' }]);
    } else {
      const position = positions.get(parsed) ?? positions.size;
      positions.set(parsed, position);
      meanings.set(value, position);
    }
  }
  return { values: [...positions.keys()], meanings, findings };
}
