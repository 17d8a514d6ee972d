import { isBlank, tidy } from '../intake/blank.ts';
import { fold, nearest } from '../survey/labels.ts';
import {
  type Finding,
  type OptionsInterpretation,
  type Tally,
  labelsSeen,
  optionsFrom,
} from './interpret.ts';
import { isOther } from './interpret-tick.ts';
import { type Lookup, lookupOf } from './lookup.ts';
import { newSets } from './option-sets.ts';
import { BLANK } from './responses.ts';
import { dateFindings } from './spreadsheet-dates.ts';

/**
 * The options of a question whose answers are joined in one cell, and which of them each raw value ticks.
 *
 * Where options contain the separator the longest known option wins. A part that is no option is a write-in and counts,
 * once a respondent, as "Other"; one that is nearly an option is said, since it may be a misspelling.
 */
export function interpretJoined(
  declared: readonly string[] | undefined,
  separator: string,
  tally: Tally,
): OptionsInterpretation & { readonly sets: readonly (readonly number[])[] } {
  const labels = declared ?? labelsSeen(partsOf(tally, separator));
  const lookup = lookupOf(labels);
  const other = labels.findIndex(isOther);
  const writeIn = other === -1 ? labels.length : other;
  const split = answerSplitter(separator, lookup);
  const sets = newSets();
  const meanings = new Map<string, number>();
  const findings = new Map<string, readonly Finding[]>();
  let writtenIn = false;
  for (const value of tally.keys()) {
    const ticked: number[] = [];
    const said: Finding[] = [];
    for (const part of split(value)) {
      const option = lookup.get(fold(part));
      ticked.push(option ?? writeIn);
      if (option === undefined) {
        writtenIn = true;
        said.push(writeInFinding(part, labels));
      } else if (labels[option] !== part) {
        said.push({ code: 'label-variant', value: part, suggestion: labels[option] ?? part });
      }
      said.push(...dateFindings(part));
    }
    meanings.set(value, ticked.length === 0 ? BLANK : sets.add(ticked));
    if (said.length > 0) findings.set(value, said);
  }
  const all = writtenIn && other === -1 ? [...labels, 'Other'] : labels;
  const options = optionsFrom(all.map((label) => ({ label, side: null })));
  return { options, meanings, findings, sets: sets.sets };
}

/**
 * Splits a joined cell into its parts: at each place the longest run of pieces that is a known option, else one piece.
 * Empty pieces (a trailing separator) are no answer.
 */
function answerSplitter(separator: string, lookup: Lookup): (value: string) => string[] {
  const inner = fold(separator) || separator;
  let longest = 1;
  for (const label of lookup.keys()) longest = Math.max(longest, label.split(inner).length);
  return (value) => {
    const pieces = value.split(separator);
    const parts: string[] = [];
    for (let start = 0; start < pieces.length;) {
      let end = Math.min(pieces.length, start + longest);
      while (end > start + 1 && !lookup.has(fold(pieces.slice(start, end).join(separator)))) end--;
      const part = pieces.slice(start, end).join(separator);
      if (!isBlank(part)) parts.push(tidy(part));
      start = end;
    }
    return parts;
  };
}

function writeInFinding(part: string, labels: readonly string[]): Finding {
  const near = nearest(part, labels);
  return near === undefined
    ? { code: 'write-in', value: part }
    : { code: 'near-option', value: part, suggestion: near };
}

/** How often each piece between separators occurs. */
function partsOf(tally: Tally, separator: string): Tally {
  const parts = new Map<string, number>();
  for (const [value, count] of tally) {
    for (const part of value.split(separator)) parts.set(part, (parts.get(part) ?? 0) + count);
  }
  return parts;
}
