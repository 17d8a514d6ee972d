import { tidy } from '../../intake/blank.ts';
import { fold } from '../../survey/labels/labels.ts';
import { nearestLabel } from '../../survey/labels/near-label.ts';
import { type Finding, type OptionsInterpretation, optionsFrom } from './interpret.ts';
import { type Tally, labelsSeen } from './labels-seen.ts';
import { isOther } from '../../survey/labels/own-words.ts';
import { divide } from '../../survey/labels/several-answers.ts';
import { newSets } from './option-sets.ts';
import { misplacedIn } from './misplaced.ts';
import { BLANK, INVALID } from '../responses.ts';
import { type Part, answerSplitter, partsOf, wholeLabels } from './split-answers.ts';
import { dateFindings } from './spreadsheet-dates.ts';
import { isSpreadsheetError } from '../../survey/labels/no-reply.ts';

/**
 * The options of a question whose answers are joined in one cell, and which of them each raw value ticks.
 *
 * Where options contain the separator the longest known option wins, and white space around a separator makes
 * no difference. A part that is nothing but listed options with other marks between them, as where one file
 * of several was typed up otherwise, is those options, and so is a whole cell of which some part is none. Any
 * other part that is no option is a write-in and counts, once a respondent, as "Other"; one that is nearly an
 * option is said, since it may be a misspelling.
 */
export function interpretJoined(
  declared: readonly string[] | undefined,
  separator: string,
  tally: Tally,
): OptionsInterpretation & { readonly sets: readonly (readonly number[])[] } {
  const seen = new Map([...tally].filter(([value]) => !isSpreadsheetError(value)));
  const labels = declared ?? wholeLabels(labelsSeen(partsOf(seen, separator)), separator);
  const other = labels.findIndex(isOther);
  const writeIn = other === -1 ? labels.length : other;
  const split = answerSplitter(separator, labels);
  const sets = newSets();
  const meanings = new Map<string, number>();
  const findings = new Map<string, readonly Finding[]>();
  let writtenIn = false;
  const known = new Map(labels.map((label, option) => [fold(label), option]));
  // Only what a definition lists is surely an option; of what was seen, the whole part is one.
  const named = (raw: string) => (declared === undefined ? undefined : optionsIn(raw, known));
  for (const value of tally.keys()) {
    const fault = isSpreadsheetError(value)
      ? ({ code: 'unknown-answer' } as const)
      : misplacedIn(value, (text) => known.has(fold(text)));
    if (fault !== undefined && !known.has(fold(value))) {
      meanings.set(value, INVALID);
      findings.set(value, [fault]);
      continue;
    }
    const ticked: number[] = [];
    const said: Finding[] = [];
    const parts = split(value);
    const isWrittenIn = parts.some(({ raw, option }) => option === undefined && named(raw) === undefined);
    // Options that hold the separator are cut where others stand beside them behind another mark.
    const areAllNamed = isWrittenIn && parts.length > 1 && named(value) !== undefined;
    for (const { part, raw, option } of areAllNamed ? [wholeOf(value)] : parts) {
      const several = option === undefined ? named(raw) : undefined;
      ticked.push(...(several ?? [option ?? writeIn]));
      if (several !== undefined) {
        said.push({ code: 'other-separator', value: part });
      } else if (option === undefined) {
        writtenIn = true;
        said.push(writeInFinding(part, labels));
      } else if (labels[option] !== part) {
        said.push({ code: 'label-variant', value: part, suggestion: labels[option] ?? part });
      }
      said.push(...dateFindings(part));
    }
    meanings.set(value, ticked.length === 0 ? BLANK : sets.add(ticked));
    if (said.length > 0) findings.set(value, withoutRepeats(said));
  }
  const all = writtenIn && other === -1 ? [...labels, 'Other'] : labels;
  const options = optionsFrom(all.map((label) => ({ label, side: null })));
  return { options, meanings, findings, sets: sets.sets };
}

/** A cell as one part that is no option. */
function wholeOf(value: string): Part {
  return { part: tidy(value), raw: value, option: undefined };
}

/**
 * The options of which nothing but one or more stands in a part, with other marks between or behind them than
 * the separator.
 */
function optionsIn(raw: string, known: ReadonlyMap<string, number>): ReadonlySet<number> | undefined {
  const part = raw
    .split(/\r\n?|\n/u)
    .map(tidy)
    .join('\n');
  const options = divide(part, (key) => known.get(key));
  return options !== undefined && options.size > 0 ? options : undefined;
}

/** The same written twice in a cell, as an answer was given by one respondent, is said once. */
function withoutRepeats(said: readonly Finding[]): readonly Finding[] {
  const distinct = new Map<string, Finding>();
  for (const finding of said) {
    const key = `${finding.code} ${fold(finding.value ?? '')}`;
    if (!distinct.has(key)) distinct.set(key, finding);
  }
  return [...distinct.values()];
}

function writeInFinding(part: string, labels: readonly string[]): Finding {
  const near = nearestLabel(part, labels);
  return near === undefined
    ? { code: 'write-in', value: part }
    : { code: 'near-option', value: part, suggestion: near };
}
