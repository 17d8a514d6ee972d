import { isBlank, tidy } from '../intake/blank.ts';
import { fold } from '../survey/labels.ts';
import { type Finding, type Interpretation, type Tally, labelsSeen } from './interpret.ts';
import { BLANK, INVALID } from './responses.ts';
import { dateFindings, rangeBehind } from './spreadsheet-dates.ts';

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

/** A text that is longer is an answer in somebody's own words. */
const longestLabel = 200;

/** The values of one option's own column, as far as they are not blank: ticked. */
const TICKED = 0;

/**
 * What the cells of one option's own column mean. A cell that repeats the option, or says yes in one of the ways that
 * platforms do, is a tick; blank or no is none. Where all that are neither hold the same, such as a code, that is a tick
 * too, with a note. Under an "Other" option any text is a tick and a write-in.
 */
export function interpretTick(option: string, tally: Tally): Interpretation {
  const meanings = new Map<string, number>();
  const findings = new Map<string, readonly Finding[]>();
  const label = fold(option);
  const isMark = marksOf(option, tally).length === 1;
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
    } else if (isMark && !(isOther(option) && /\p{L}/u.test(value))) {
      meanings.set(value, TICKED);
      findings.set(value, [{ code: 'tick-value', suggestion: option }]);
    } else if (isOther(option)) {
      meanings.set(value, TICKED);
      findings.set(value, [{ code: 'write-in', value: tidy(value), suggestion: option }]);
    } else {
      meanings.set(value, INVALID);
      findings.set(value, [{ code: 'unknown-answer', suggestion: option }]);
    }
  }
  // A spreadsheet spoils a header as it does an answer.
  for (const [value, meaning] of meanings) {
    const spoilt = meaning === TICKED && rangeBehind(value) === undefined ? option : value;
    const said = meaning === BLANK ? [] : dateFindings(spoilt);
    if (said.length > 0) findings.set(value, [...(findings.get(value) ?? []), ...said]);
  }
  return { meanings, findings };
}

/** Whatever a column holds that may be a tick: neither blank nor a no, unless the option itself is a no. */
function marksOf(option: string, tally: Tally): string[] {
  return labelsSeen(tally, 'most frequent first').filter(
    (text) => fold(text) === fold(option) || !unticked.has(fold(text)),
  );
}

/** The one text that all ticks of a column repeat; undefined where there are several or none, or where it has no word. */
export function repeatedText(option: string, tally: Tally): string | undefined {
  const texts = marksOf(option, tally);
  const [text = ''] = texts;
  const isText = texts.length === 1 && text.length <= longestLabel && /\p{L}{2}/u.test(text);
  return isText && !ticks.has(fold(text)) && rangeBehind(text) === undefined ? text : undefined;
}

/** Whether an option asks for words of one's own: "Other", "Other (please specify)"; "Other family member" does not. */
export function isOther(label: string): boolean {
  return /^other(?:[^\p{L}\p{N}]*|\b.*\b(?:please|specify|state|describe|explain|details|write|tell us)\b.*)$/u.test(
    fold(label),
  );
}
