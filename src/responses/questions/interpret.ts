import { isBlank, tidy } from '../../intake/blank.ts';
import { addUp } from '../../intake/group-by.ts';
import { withJointOptions } from '../../survey/labels/joint-options.ts';
import { fold, kebab, takenIds, uniqueId } from '../../survey/labels/labels.ts';
import { isContact } from '../../survey/labels/own-words.ts';
import { nearestLabel } from '../../survey/labels/near-label.ts';
import { severalKnown, severalSeen } from '../../survey/labels/several-answers.ts';
import type { ChoiceQuestion, Option, Scale, ScaleQuestion, Side } from '../../survey/survey.ts';
import type { IssueCode } from '../issues/issues.ts';
import { type Tally, labelsSeen, mergeAnswers } from './labels-seen.ts';
import { type Lookup, lookupOf, lookupsOf, withPairs } from './lookup.ts';
import { misplacedIn } from './misplaced.ts';
import { noReplyFindings } from './maybe-no-reply.ts';
import { declaredLabels, offeredLabels } from './offered.ts';
import { BLANK, INVALID } from '../responses.ts';
import { datesAmong } from './spreadsheet-dates.ts';
import { isSpreadsheetError } from '../../survey/labels/no-reply.ts';

/** Something to say about a raw value wherever it occurs. */
export interface Finding {
  readonly code: IssueCode;
  /** The part of the cell that it is about, where that is not the whole. */
  readonly value?: string;
  readonly suggestion?: string;
}

/** What each distinct raw value of a question means: an answer or a state, and what there is to say about it. */
export interface Interpretation {
  readonly meanings: ReadonlyMap<string, number>;
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
}

export type OptionsInterpretation = Interpretation & { readonly options: readonly Option[] };

/**
 * The options of a scale question and what each raw value means on it.
 *
 * The options are those that the definition lists; without a list, the first variant of the scale that holds every
 * answer seen. Every option of it is kept, chosen or not; outside options of a built-in scale only when chosen.
 */
export function interpretScale(question: ScaleQuestion, tally: Tally): OptionsInterpretation {
  const given = [...tally.keys()];
  const scale = withJointOptions(question.scale, given, [...given, ...(question.options ?? [])]);
  const lookups = lookupsOf(scale);
  const seen = new Set(given.filter((value) => !isBlank(value)).map(fold));
  const labels = question.options
    ? declaredLabels(scale, question.options)
    : offeredLabels(scale, lookups, seen);
  const options = optionsFrom(labels, Object.values(scale.words));
  const lookup = withPairs(
    lookupOf(
      options.map((option) => option.label),
      lookups,
    ),
    seen,
  );
  const isSeveral = severalOptions(question.scale, scale, options);
  return { options, ...matchLabels(tally, options, lookup, isSeveral) };
}

/**
 * The options of a choice question and what each raw value means: those that the definition lists, or those seen,
 * spellings of one label taken together under the most frequent. Several of them in one cell are no option. Several
 * items share their options, in one order.
 */
export function interpretChoice(question: ChoiceQuestion, tally: Tally): OptionsInterpretation {
  const { options: declared, items } = question;
  const merged = declared === undefined ? withContacts(question, tally) : question.merged;
  const joins = declared ? severalKnown(lookupOf(declared)) : severalSeen(tally);
  const isSeveral = (value: string): boolean => Boolean(joins(value));
  const order = items.length > 1 ? 'most frequent first' : 'by label';
  const single = [...tally].filter(([value]) => !isSeveral(value) && !isSpreadsheetError(value));
  const labels = declared ?? labelsSeen(mergeAnswers(single, merged), order);
  const options = optionsFrom(labels.map((label) => ({ label, side: null })));
  const lookup = new Map(lookupOf(labels));
  for (const [answer, option] of merged ?? []) {
    const position = lookup.get(fold(option));
    if (position !== undefined) lookup.set(answer, position);
  }
  // What the definition counts as another option is spelt as it should be.
  const isMerged = (value: string): boolean => merged?.has(fold(value)) === true;
  return { options, ...matchLabels(tally, options, lookup, isSeveral, isMerged) };
}

/** So many do not leave the same address or number of theirs: it was an answer to choose. */
const CHOSEN = 3;

/**
 * What is counted as another answer, with the addresses and telephone numbers that somebody left as one that
 * does not repeat them.
 */
function withContacts({ merged }: ChoiceQuestion, tally: Tally): ChoiceQuestion['merged'] {
  const contacts = [...tally].filter(([value]) => isContact(tidy(value)));
  const times = addUp(contacts.map(([value, count]) => [fold(value), count] as const));
  const hidden = [...times].flatMap(([contact, count]) =>
    count < CHOSEN ? [[contact, '(contact details)'] as const] : [],
  );
  return hidden.length === 0 ? merged : new Map([...hidden, ...(merged ?? [])]);
}

/** Whether a value joins several answers of a scale, here with its joint options, of which these are offered. */
function severalOptions(own: Scale, scale: Scale, options: readonly Option[]): (value: string) => boolean {
  let isSeveral: ((value: string) => boolean) | undefined;
  return (value) => (isSeveral ??= find())(value);

  function find() {
    const lookups = lookupsOf(scale);
    const every = [...options, ...lookups.sets.flatMap(({ labels }) => labels)].map(({ label }) => label);
    const known = lookupOf(every, lookups);
    const joins = severalKnown(known);
    // A joint option that the definition does not list is an answer that it does not know, and not two that it does.
    const isJoint = (key: string) => known.has(key) && !lookupsOf(own).known.has(key);
    return (text: string) => joins(text) && !isJoint(fold(text));
  }
}

/** Options with their ids; an id that another option or a net has gets a number. */
export function optionsFrom(
  labels: readonly { readonly label: string; readonly side: Side | null }[],
  reserved: readonly string[] = [],
): Option[] {
  const taken = takenIds(reserved.map(kebab));
  return labels.map(({ label, side }) => ({ id: uniqueId(kebab(label), taken), label, side }));
}

function matchLabels(
  tally: Tally,
  options: readonly Option[],
  lookup: Lookup,
  isSeveral: (value: string) => boolean,
  isMerged: (value: string) => boolean = () => false,
): Interpretation {
  const meanings = new Map<string, number>();
  const findings = new Map<string, readonly Finding[]>();
  const replyFindings = noReplyFindings(tally);
  const dateFindings = datesAmong(tally.keys());
  for (const value of tally.keys()) {
    const answer = isBlank(value) ? BLANK : (lookup.get(fold(value)) ?? INVALID);
    meanings.set(value, answer);
    const isCounted = answer !== INVALID && options[answer]?.side !== 'outside';
    const said = [
      ...valueFindings(value, answer),
      ...dateFindings(value),
      ...(isCounted ? replyFindings(value) : []),
    ];
    if (said.length > 0) findings.set(value, said);
  }
  return { meanings, findings };

  function valueFindings(value: string, answer: number): Finding[] {
    const label = options[answer]?.label;
    if (answer !== INVALID) {
      return label === undefined || label === value || isMerged(value)
        ? []
        : [{ code: 'label-variant', suggestion: label }];
    }
    if (isSeveral(value)) return [{ code: 'several-answers' }];
    const misplaced = misplacedIn(value, (text) => lookup.has(fold(text)));
    if (misplaced !== undefined) return [misplaced];
    const near = nearestLabel(value, lookup.keys());
    const suggestion = near === undefined ? undefined : options[lookup.get(near) ?? INVALID]?.label;
    return [{ code: 'unknown-answer', ...(suggestion === undefined ? {} : { suggestion }) }];
  }
}
