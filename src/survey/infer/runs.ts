import { addUp } from '../../intake/group-by.ts';
import type { RecognisedLayout } from '../../intake/headers/recognise.ts';
import { fold } from '../labels/labels.ts';
import { builtInScales } from '../labels/scales.ts';
import { areDegrees } from '../ordering/degrees.ts';
import { isConsent } from './consent.ts';
import { type ColumnFacts, pooledLabels, countOf } from './facts.ts';
import { judge } from './judge.ts';
import type { Judgement } from './judgement.ts';
import { isProfile } from './profile.ts';
import { isTick, numberOf } from './ticks.ts';

/**
 * Where the file names no questions, columns side by side that belong together by what they hold: options that repeat
 * their own header, or statements rated on one scale.
 */
export function unsaidRun(
  columns: readonly ColumnFacts[],
  start: number,
  layout: RecognisedLayout,
): readonly ColumnFacts[] {
  const first = columns[start];
  if (first === undefined || !hasOwnHeaders(layout)) return [];
  const isOption = first.heading.part === undefined && isTick(first, layout);
  if (!isOption && !isFlat(layout)) return [];
  const belongs = isOption ? tickAfter(first, layout) : sameScaleAs(first);
  let end = start + 1;
  while (end < columns.length && belongs(columns[end] as ColumnFacts)) end++;
  return columns.slice(start, end);
}

/**
 * The columns of one round, where all of them come again in the same order beside them, as those of two rounds of a survey do;
 * an option that is listed twice comes again by itself.
 */
export function firstRound(columns: readonly ColumnFacts[]): readonly ColumnFacts[] {
  const names = columns.map(({ heading }) => fold(heading.part ?? heading.question));
  const again = names.indexOf(names[0] ?? '', 1);
  const isRound = again > 1 && names.length % again === 0;
  return isRound && names.every((name, at) => name === names[at % again]) ? columns.slice(0, again) : columns;
}

/** Whether columns without a part have headers of their own: of two rows, where no platform writes both above each. */
function hasOwnHeaders({ headerRows, titles = 0, platform }: RecognisedLayout): boolean {
  return headerRows - titles === 1 || platform === 'generic';
}

/** Platforms that write the rows of a grid, or at least some of them, under headers without their question. */
const silent = new Set<string>(['generic', 'microsoftforms', 'typeform', 'redcap', 'kobo']);

/** Whether the platform leaves it to the headers to say what belongs together. */
function isFlat({ headings, platform }: RecognisedLayout): boolean {
  return silent.has(platform) || headings.every(({ part }) => part === undefined);
}

/** Whether a column is one more option: those with a number in front go by that of their question. */
function tickAfter(first: ColumnFacts, layout: RecognisedLayout): (column: ColumnFacts) => boolean {
  return (column) =>
    column.heading.part === undefined &&
    numberOf(column) === numberOf(first) &&
    (isTick(column, layout) || /^other\b/iu.test(column.name));
}

/** Whether a column is rated as the first one is. Yes and No are the answers to quite different questions. */
function sameScaleAs(first: ColumnFacts): (column: ColumnFacts) => boolean {
  const own = judge(first.labels, first.heading.question, first);
  const key = own.kind === 'scale' || first.labels.length > 2 ? scaleKey(own) : undefined;
  // What two such columns have in common are places, say, and no scale: "Area" beside "Ward". Degrees are a scale of views.
  const isOfViews = own.kind === 'scale' || areDegrees(first.labels.map(({ folded }) => folded));
  const isAbout = (column: ColumnFacts): boolean => !isOfViews && isProfile(column.heading.question);
  // Most may have agreed to a statement, and nobody said otherwise: its answers then show no scale.
  const sides = own.kind === 'scale' ? sidesOf(own.scale) : new Set<string>();
  const isUnanimous = ({ labels: [only, other], filled, heading }: ColumnFacts): boolean =>
    only !== undefined &&
    other === undefined &&
    sides.has(only.folded) &&
    filled * 2 > first.filled &&
    first.labels.some(({ folded }) => folded === only.folded) &&
    !isConsent([only], heading.question);
  return (column) => {
    if (key === undefined || column.heading.part !== undefined) return false;
    if (isAbout(first) || isAbout(column)) return false;
    if (isUnanimous(column)) return true;
    const other = judge(column.labels, column.heading.question, column);
    if (other.kind !== own.kind || scaleKey(other) === undefined) return false;
    const pooled = judge(pooledLabels([first, column]), '', column);
    if (own.kind === 'scale' && other.kind === 'scale' && areOtherPoints([first, own], [column, other]))
      return false;
    if (key !== 'options') return scaleKey(other) === key && scaleKey(pooled) === key;
    const isOrdered = pooled.kind === 'choice' && pooled.options !== undefined;
    // Whole questions may have the same names to choose from, and are no statements for that.
    if (!isOrdered && [first, column].every(({ heading }) => /\?\s*$/u.test(heading.question))) return false;
    return shareOptions(first, column, isOrdered ? 0.5 : 0.74) || shareAnswers(first, column);
  };
}

type OnScale = readonly [column: ColumnFacts, judgement: Extract<Judgement, { kind: 'scale' }>];

/** So many would have taken sides that were offered, if they were asked as those are who took them. */
const MANY_MORE = 30;

/** Whether two columns were rated on different sets of a scale: one lacks sides that many would have taken, or each lacks what the other has. */
function areOtherPoints(a: OnScale, b: OnScale): boolean {
  const [here, there] = [beyond(a, b), beyond(b, a)];
  const sides = Math.max(here.sides, there.sides);
  return sides >= MANY_MORE || Math.min(sides, here.all, there.all) >= MANY;
}

/** How many would have answered another column with what this one alone offered, if they were asked the same; and how many of these take sides. */
function beyond([column, { scale }]: OnScale, [other, { options = [] }]: OnScale) {
  const sides = sidesOf(scale);
  const offered = new Set(options.map(fold));
  const own = column.labels.filter(({ folded }) => !offered.has(folded));
  const expected = (labels: typeof own): number => (countOf(labels) / column.filled) * other.filled;
  return { all: expected(own), sides: expected(own.filter(({ folded }) => sides.has(folded))) };
}

/** What takes a side on a built-in scale, folded. */
function sidesOf(scale: string): ReadonlySet<string> {
  const variants = builtInScales.get(scale)?.variants ?? [];
  return new Set(variants.flatMap(({ positive, negative }) => [...positive, ...negative].map(fold)));
}

function scaleKey(judgement: Judgement): string | undefined {
  if (judgement.kind === 'scale')
    return judgement.scale === 'yes-no' || judgement.scale === 'clarity' ? undefined : judgement.scale;
  if (judgement.kind === 'choice' && judgement.instead !== undefined)
    return `nearly ${judgement.instead.judgement.scale}`;
  return judgement.kind === 'choice' && judgement.certainty !== 'doubtful' ? 'options' : undefined;
}

/** Whether the answers that two columns have in common are more than this share of all their answers. */
function shareOptions(a: ColumnFacts, b: ColumnFacts, share: number): boolean {
  const all = new Set([...a.labels, ...b.labels].map(({ folded }) => folded));
  return (a.labels.length + b.labels.length - all.size) / all.size > share;
}

/** Whether three answers at least are common to two columns, and hardly anybody gave another. */
function shareAnswers(a: ColumnFacts, b: ColumnFacts): boolean {
  const common = a.labels.filter(({ folded }) => b.labels.some((other) => other.folded === folded));
  const isMost = ({ labels, filled }: ColumnFacts): boolean => {
    const shared = labels.filter(({ folded }) => common.some((one) => one.folded === folded));
    return countOf(shared) >= filled * 0.9;
  };
  return common.length > 2 && isMost(a) && isMost(b);
}

/** So many answers to each of two questions with the same options have one in common. */
const MANY = 10;

/** Whether one of these columns, that many answered, has no answer in common with the others. */
export function standApart(columns: readonly ColumnFacts[]): boolean {
  const answered = columns.filter(({ filled }) => filled >= MANY);
  const times = addUp(answered.flatMap(({ labels }) => labels.map(({ folded }) => [folded, 1] as const)));
  return (
    answered.length > 1 &&
    answered.some(({ labels }) => labels.every(({ folded }) => times.get(folded) === 1))
  );
}
