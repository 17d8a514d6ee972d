import { isBlank, tidy } from '../intake/blank.ts';
import { fold, nearest } from '../survey/labels.ts';
import type { Option } from '../survey/survey.ts';
import {
  type Finding,
  type Interpretation,
  type OptionsInterpretation,
  type Tally,
  labelsSeen,
  optionsFrom,
} from './interpret.ts';
import { BLANK, INVALID } from './responses.ts';
import { answerSplitter, partsOf, wholeLabels } from './split-answers.ts';

/** Distinct combinations of options, each numbered as it is first seen. */
interface Sets {
  readonly sets: readonly (readonly number[])[];
  add(options: Iterable<number>): number;
}

/**
 * The options of a question whose answers are joined in one cell, and which of them each raw value ticks.
 *
 * Where options contain the separator the longest known option wins, and white space around a separator makes no
 * difference. A part that is no option is a write-in and counts,
 * once a respondent, as "Other"; one that is nearly an option is said, since it may be a misspelling.
 */
export function interpretJoined(
  declared: readonly string[] | undefined,
  separator: string,
  tally: Tally,
): OptionsInterpretation & { readonly sets: readonly (readonly number[])[] } {
  const labels = declared ?? wholeLabels(labelsSeen(partsOf(tally, separator), 'by label'), separator);
  const other = labels.findIndex(isOther);
  const writeIn = other === -1 ? labels.length : other;
  const split = answerSplitter(separator, labels);
  const sets = newSets();
  const meanings = new Map<string, number>();
  const findings = new Map<string, readonly Finding[]>();
  let writtenIn = false;
  for (const value of tally.keys()) {
    const ticked: number[] = [];
    const said: Finding[] = [];
    for (const { part, option } of split(value)) {
      ticked.push(option ?? writeIn);
      if (option === undefined) {
        writtenIn = true;
        said.push(writeInFinding(part, labels));
      } else if (labels[option] !== part) {
        said.push({ code: 'label-variant', value: part, suggestion: labels[option] ?? part });
      }
    }
    meanings.set(value, ticked.length === 0 ? BLANK : sets.add(ticked));
    if (said.length > 0) findings.set(value, said);
  }
  const all = writtenIn && other === -1 ? [...labels, 'Other'] : labels;
  const options = optionsFrom(all.map((label) => ({ label, side: null })));
  return { options, meanings, findings, sets: sets.sets };
}

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

/** Numbers each distinct combination of options; the options of a set are in ascending order, each once. */
export function newSets(): Sets {
  const sets: (readonly number[])[] = [];
  const known = new Map<string, number>();
  return {
    sets,
    add(options) {
      const set = [...new Set(options)].toSorted((a, b) => a - b);
      const key = set.join(' ');
      const index = known.get(key) ?? sets.push(set) - 1;
      known.set(key, index);
      return index;
    },
  };
}

/** Whether an option asks for words of one's own: "Other", "Other (please specify)"; "Other family member" does not. */
function isOther(label: string): boolean {
  return /^other(?:[^\p{L}\p{N}]*|\b.*\b(?:please|specify|state|describe|explain|details|write|tell us)\b.*)$/u.test(
    fold(label),
  );
}

function writeInFinding(part: string, labels: readonly string[]): Finding {
  const near = nearest(part, labels);
  return near === undefined
    ? { code: 'write-in', value: part }
    : { code: 'near-option', value: part, suggestion: near };
}
