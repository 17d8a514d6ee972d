import { isBlank, tidy } from '../intake/blank.ts';
import { fold } from '../survey/labels.ts';
import type { Option } from '../survey/survey.ts';
import type { Finding, Interpretation, Tally } from './interpret.ts';
import { BLANK, INVALID } from './responses.ts';

const ticks = new Set(['yes', 'y', '1', 'true', 'x', 'checked', 'selected', 'ticked', '✓', '✔', '☑', '☒']);
const unticked = new Set([
  'no',
  'n',
  '0',
  'false',
  'unchecked',
  'not checked',
  'unselected',
  'not selected',
  'not ticked',
  'n/a',
  'na',
  '-',
]);

/** The values of one option's own column, as far as they are not blank: ticked. */
const TICKED = 0;

/**
 * What the cells of one option's own column mean. A cell that repeats the option, or says yes in one of the ways that
 * platforms do, is a tick; blank or no is none. Under an "Other" option any text is a tick and a write-in.
 */
export function interpretTick(option: Option, tally: Tally): Interpretation {
  const meanings = new Map<string, number>();
  const findings = new Map<string, readonly Finding[]>();
  const label = fold(option.label);
  const saysYes = [...tally.keys()].some((value) => fold(value) !== label && ticks.has(fold(value)));
  for (const value of tally.keys()) {
    const folded = fold(value);
    const repeatsOption = folded === label && !(saysYes && unticked.has(label));
    if (isBlank(value)) {
      meanings.set(value, BLANK);
    } else if (repeatsOption || ticks.has(folded)) {
      meanings.set(value, TICKED);
    } else if (unticked.has(folded)) {
      meanings.set(value, BLANK);
    } else if (isOther(option.label)) {
      meanings.set(value, TICKED);
      findings.set(value, [{ code: 'write-in', value: tidy(value), suggestion: option.label }]);
    } else {
      meanings.set(value, INVALID);
      findings.set(value, [{ code: 'unknown-answer', suggestion: option.label }]);
    }
  }
  return { meanings, findings };
}

/** Whether an option asks for words of one's own: "Other", "Other (please specify)"; "Other family member" does not. */
export function isOther(label: string): boolean {
  return /^other(?:[^\p{L}\p{N}]*|\b.*\b(?:please|specify|state|describe|explain|details|write|tell us)\b.*)$/u.test(
    fold(label),
  );
}
