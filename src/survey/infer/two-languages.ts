import type { RecognisedLayout } from '../../intake/headers/recognise.ts';
import { ownLabels, refusal } from '../labels/label-pairs.ts';
import { asksForWords } from '../labels/own-words.ts';
import { tickWords, untickedWords } from '../labels/tick-words.ts';
import { fold } from '../labels/labels.ts';
import { orderLabels } from '../ordering/ordering.ts';
import { type ColumnFacts, countOf } from './facts.ts';
import { matchScale } from './scale-match.ts';
import { isTick } from './ticks.ts';

/** Where nearly as many answered one column as any other, each was a question: nobody ticks all options. */
const UNEVEN = 0.8;

/**
 * The columns of a question that hold an option, ticked or not, among them those whose cells name it in two languages: as their
 * header has it, or with one other text that no other column holds; all of them where they are called as the options of a scale.
 * `stem` has all columns of the question.
 */
export function ticksIn(stem: readonly ColumnFacts[], layout: RecognisedLayout): Set<ColumnFacts> {
  const ticks = new Set(areOfferedInOrder(stem) ? stem : stem.filter((column) => isTick(column, layout)));
  const others = stem.filter((column) => !ticks.has(column) && column.filled > 0);
  const beside = { shared: sharedTexts(stem), isUneven: areUneven(stem) };
  const named = new Set(others.filter((column) => isInTwoLanguages(column, beside)));
  const repeating = [...ticks].filter((column) =>
    column.labels.some(({ folded }) => ownOf(column).has(folded)),
  );
  if (named.size === 0 || named.size + repeating.length < 2) return ticks;
  // Only those who answer in the other language may have ticked one.
  const isAlone = (column: ColumnFacts) =>
    column.labels.length === 1 && foreignTo(column, beside).length === 1;
  const alone = new Set(named.size > 1 ? others.filter(isAlone) : []);
  return new Set(stem.filter((column) => ticks.has(column) || named.has(column) || alone.has(column)));
}

/**
 * Whether columns that hold nothing but a yes, a no or nothing are called as the options of a scale, or of another order where 1 and
 * 0 say so: nobody asks a yes or no of “Agree”.
 */
function areOfferedInOrder(stem: readonly ColumnFacts[]): boolean {
  const parts = stem.map(({ heading: { part = '' } }) => part);
  const said = [...new Set(stem.flatMap((column) => column.labels.map(({ folded }) => folded)))];
  const areYesOrNo = said.length > 0 && said.every((word) => tickWords.has(word) || untickedWords.has(word));
  if (!areYesOrNo || parts.length < 2 || !parts.every((part) => /\p{L}/u.test(part))) return false;
  if (saysYesTwice(stem)) return false;
  const labels = parts.map((label) => ({ label, raw: label, folded: fold(label), count: 1 }));
  const areDigits = said.every((word) => /^[01]$/u.test(word));
  return matchScale(labels, '') !== undefined || (areDigits && orderLabels(parts) !== undefined);
}

/** Whether somebody said yes in two columns: of a scale each person chooses one option. */
function saysYesTwice(stem: readonly ColumnFacts[]): boolean {
  const yes = stem.flatMap(({ labels }) => labels.filter(({ folded }) => tickWords.has(folded)));
  const isBlankForNo = stem.every(({ labels }) => labels.every(({ folded }) => tickWords.has(folded)));
  const people = stem.map(({ filled, records }) => (isBlankForNo ? records : filled));
  return countOf(yes) > Math.max(...people);
}

/** What is known of all columns of a question together. */
interface Beside {
  /** What stands in several of them: as an answer, or as what an option may be called. */
  readonly shared: ReadonlySet<string>;
  readonly isUneven: boolean;
}

function sharedTexts(stem: readonly ColumnFacts[]): ReadonlySet<string> {
  const [once, shared] = [new Set<string>(), new Set<string>()];
  for (const column of stem)
    for (const text of new Set([...ownOf(column), ...column.labels.map(({ folded }) => folded)]))
      (once.has(text) ? shared : once).add(text);
  return shared;
}

function isInTwoLanguages(column: ColumnFacts, beside: Beside): boolean {
  const own = ownOf(column);
  const held = column.labels.filter(({ folded }) => own.has(folded));
  const foreign = foreignTo(column, beside);
  if (!column.known || held.length === 0 || held.length + foreign.length !== column.labels.length)
    return false;
  return held.length === 1 ? foreign.length === 1 : foreign.length === 0 && beside.isUneven;
}

/** The one text, or none, in a column that is not its option, nor any other, and stands in no other column. */
function foreignTo(column: ColumnFacts, { shared }: Beside): ColumnFacts['labels'] {
  const own = ownOf(column);
  const foreign = column.labels.filter(({ folded }) => !own.has(folded));
  const isForeign = ({ folded }: { readonly folded: string }): boolean =>
    /\p{L}{2}/u.test(folded) &&
    !tickWords.has(folded) &&
    !untickedWords.has(folded) &&
    !refusal.test(folded) &&
    !shared.has(folded);
  return foreign.length === 1 && !asksForWords(column.heading.part ?? '') ? foreign.filter(isForeign) : [];
}

function ownOf({ heading: { part = '' } }: ColumnFacts): ReadonlySet<string> {
  return ownLabels(part);
}

function areUneven(stem: readonly ColumnFacts[]): boolean {
  const filled = stem.map((column) => column.filled);
  return Math.min(...filled) < Math.max(...filled) * UNEVEN;
}
