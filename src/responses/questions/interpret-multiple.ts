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
  const known = new Map(labels.map((label, option) => [fold(label), option]));
  const split = answerSplitter(separator, labels);
  // Only what a definition lists is surely an option; of what was seen, the whole part is one.
  const named = (raw: string) => (declared === undefined ? undefined : optionsIn(raw, known));
  const sets = newSets();
  const meanings = new Map<string, number>();
  const findings = new Map<string, readonly Finding[]>();
  let isWrittenIn = false;
  for (const value of tally.keys()) {
    const fault = faultIn(value, known);
    const ticks = fault ? [] : partsOfCell(value, split, named).map((part) => tickOf(part, named, labels));
    const ticked = ticks.flatMap(({ options }) => options ?? [writeIn]);
    isWrittenIn ||= ticks.some(({ options }) => options === undefined);
    meanings.set(value, fault ? INVALID : ticked.length === 0 ? BLANK : sets.add(ticked));
    const said = fault ? [fault] : withoutRepeats(ticks.flatMap((tick) => tick.findings));
    if (said.length > 0) findings.set(value, said);
  }
  const all = isWrittenIn && other === -1 ? [...labels, 'Other'] : labels;
  const options = optionsFrom(all.map((label) => ({ label, side: null })));
  return { options, meanings, findings, sets: sets.sets };
}

/** The options that a part is beside the one that it was split as, if it is any. */
type Named = (raw: string) => ReadonlySet<number> | undefined;

/** What is wrong with a whole cell that can be no answer. */
function faultIn(value: string, known: ReadonlyMap<string, number>): Finding | undefined {
  if (known.has(fold(value))) return undefined;
  if (isSpreadsheetError(value)) return { code: 'unknown-answer' };
  return misplacedIn(value, (text) => known.has(fold(text)));
}

/** The parts of a cell; all of it is one where options that hold the separator stand beside others behind another mark. */
function partsOfCell(value: string, split: (value: string) => Part[], named: Named): readonly Part[] {
  const parts = split(value);
  const isWrittenIn = parts.some(({ raw, option }) => option === undefined && named(raw) === undefined);
  const areAllNamed = isWrittenIn && parts.length > 1 && named(value) !== undefined;
  return areAllNamed ? [{ part: tidy(value), raw: value, option: undefined }] : parts;
}

/** What a part of a cell ticks, nothing where it is written in, and what is to be said of it. */
interface Tick {
  readonly options?: readonly number[];
  readonly findings: readonly Finding[];
}

function tickOf({ part, raw, option }: Part, named: Named, labels: readonly string[]): Tick {
  const dates = dateFindings(part);
  if (option !== undefined) {
    const label = labels[option] ?? part;
    const isVariant = label !== part;
    const variant: Finding = { code: 'label-variant', value: part, suggestion: label };
    return { options: [option], findings: isVariant ? [variant, ...dates] : dates };
  }
  const several = named(raw);
  return several === undefined
    ? { findings: [writeInFinding(part, labels), ...dates] }
    : { options: [...several], findings: [{ code: 'other-separator', value: part }, ...dates] };
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
