import { isBlank } from '../../intake/blank.ts';
import type { Finding, Interpretation } from './interpret.ts';
import type { Tally } from './labels-seen.ts';
import { noReplyFindings } from './maybe-no-reply.ts';
import { readNumber } from '../../survey/labels/read-number.ts';
import { BLANK, INVALID } from '../responses.ts';

/** The distinct numbers among raw values; what cannot be read as a number is an issue. */
export function interpretNumbers(tally: Tally): Interpretation & { readonly values: readonly number[] } {
  const positions = new Map<number, number>();
  const meanings = new Map<string, number>();
  const findings = new Map<string, readonly Finding[]>();
  const replyFindings = noReplyFindings(tally);
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
      const said = replyFindings(value);
      if (said.length > 0) findings.set(value, said);
    }
  }
  return { values: [...positions.keys()], meanings, findings };
}
