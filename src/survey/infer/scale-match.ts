import { pairIn } from '../labels/label-pairs.ts';
import { mergeOrders } from '../labels/label-order.ts';
import { fold } from '../labels/labels.ts';
import type { SideLabels } from '../survey.ts';
import { welshOutside, welshSpellings } from '../labels/welsh-spellings.ts';
import { type LabelCount, countOf } from './facts.ts';
import { mostTwice } from '../joined/how-many.ts';
import { orderLabels } from '../ordering/ordering.ts';
import { type Reading, labelIn, readingsOf, setsOf } from './scale-reading.ts';

/** Every spelling of an option that is Welsh alone. */
const welsh = new Set(
  [welshOutside, ...Object.values(welshSpellings)].flatMap((one) => Object.values(one).flat().map(fold)),
);

/** Other spellings that a definition has to give, by the option that they stand for. */
export type Synonyms = Readonly<Record<string, readonly string[]>>;

/** A built-in scale on which these answers can stand. */
export interface ScaleMatch {
  readonly scale: string;
  /**
   * The options that were offered, in order and as they are spelt in the answers: where one set of the scale holds them
   * all its sides in full (but for what hardly anybody can have been offered), the middle and what gives no view as far as
   * somebody chose it. Names in place of answers ("strongly_agree") are put in words.
   */
  readonly options: readonly string[];
  /** Whether no set of the scale has them all, so that the options are those which somebody chose. */
  readonly areMixed: boolean;
  /** What else stands for an option: names that forms give to answers, and what the scale does not know. */
  readonly synonyms: Synonyms;
  /** Labels that are two of its answers, joined. */
  readonly several: readonly LabelCount[];
}

/**
 * The built-in scale that has all of these answers, of which two at least take a side: of Yes and No, one does. Some
 * cells may hold two of them. They are of the scale `clarity` where the question asks whether something is clear, else of
 * `yes-no`.
 */
export function matchScale(labels: readonly LabelCount[], question: string): ScaleMatch | undefined {
  const matches = readingsOf(labels).filter(({ of: { scale }, read, several, unknown }) => {
    const rated = new Set(read.flatMap(({ option }) => (option.side === 'outside' ? [] : [option.label])));
    const isEnough = rated.size > 1 || (scale.name === 'yes-no' && labels.length === 1 && rated.size === 1);
    return isEnough && unknown.length === 0 && countOf(several) <= countOf(labels) * mostTwice(question);
  });
  const asksClarity = /\b(?:un)?clear(?:ly)?\b|\bclarity\b|\beasy to understand\b/iu.test(question);
  const preferred = matches.filter(({ of }) => of.scale.name === 'clarity' && asksClarity);
  const plain = matches.filter(({ of }) => of.scale.name === 'yes-no');
  // Who answers Yes, No or Neither has said nothing of clarity, unless that was asked.
  const others = matches.filter(({ of, read }) => of.scale.name !== 'clarity' || !read.some(isYesOrNo));
  const [match] = [...preferred, ...plain, ...others];
  if (match === undefined) return undefined;
  const { of, read, several } = match;
  const set = setsOf(of).findIndex((one) => read.every((label) => labelIn(one, label) !== undefined));
  return {
    scale: of.scale.name,
    options: offered(match, set),
    areMixed: set === -1,
    synonyms: namesIn(match),
    several,
  };
}

function isYesOrNo({ option }: Reading['read'][number]): boolean {
  return /^(?:yes|no)\b/iu.test(option.label);
}

/** The names in place of answers, by the option that each stands for. */
function namesIn({ of, read }: Reading): Synonyms {
  const names = read.filter(
    ({ label: { folded } }) =>
      !of.known.has(folded) && pairIn(folded, (half) => of.known.get(half)) === undefined,
  );
  const options = [...new Set(names.map(({ option }) => option.label))];
  return Object.fromEntries(
    options.map((option) => [
      option,
      names.filter((one) => one.option.label === option).map(({ label }) => label.label),
    ]),
  );
}

/** The options of one of the sets of a scale, or of none of them. */
function offered(reading: Reading, nth: number): string[] {
  const { of, read } = reading;
  const [variant, set] = [of.scale.variants[nth], setsOf(of)[nth]];
  if (variant === undefined || set === undefined) return chosen(reading);
  const seen = spellingsSeen(reading, set);
  const { positive, negative } = probableSides(variant, read, seen);
  return [
    ...positive.map((label) => seen.get(label) ?? label),
    ...variant.neutral.flatMap((label) => seen.get(label) ?? []),
    ...negative.map((label) => seen.get(label) ?? label),
    ...variant.outside.flatMap((label) => seen.get(label) ?? []),
  ];
}

/** The options that somebody chose, of whichever sets of the scale: by how much they say, else as these sets have them. */
function chosen(reading: Reading): string[] {
  const { known, scale } = reading.of;
  const seen = spellingsSeen(reading, new Map([...known].map(([spelling, { label }]) => [spelling, label])));
  const lists = sides.map((side) => scale.variants.map((variant) => variant[side]));
  const labels = lists.map((some) => [...new Set(some.flat())].filter((label) => seen.has(label)));
  const inOrder = orderLabels(labels.flat());
  return labels
    .flatMap(
      (some, nth) => inOrder?.filter((label) => some.includes(label)) ?? mergeOrders(some, lists[nth] ?? []),
    )
    .flatMap((label) => seen.get(label) ?? []);
}

const sides = ['positive', 'neutral', 'negative', 'outside'] as const;

/**
 * How each option of a set is spelt among the answers: as the set has it where anybody does, else as most do. An option that
 * only has Welsh spellings, beside others in English, is called what the set calls it: one list is in one language.
 */
function spellingsSeen(
  reading: Reading,
  set: ReadonlyMap<string, string>,
): ReadonlyMap<string | undefined, string> {
  const named = namesIn(reading);
  const isOneLanguage = reading.read.every(({ label }) => welsh.has(label.folded));
  const seen = new Map<string | undefined, string>();
  for (const one of reading.read) {
    const option = labelIn(set, one);
    const before = seen.get(option);
    const isPlain = (spelling?: string) =>
      spelling !== undefined && option !== undefined && fold(spelling) === fold(option);
    if (before !== undefined && (isPlain(before) || !isPlain(one.label.label))) continue;
    const spelling = one.option.label in named ? one.option.label : one.label.label;
    const isForeign = !isOneLanguage && welsh.has(one.label.folded);
    seen.set(option, isForeign ? (option ?? spelling) : spelling);
  }
  return seen;
}

/** Of so many people some choose any answer that is offered. */
const ENOUGH = 30;

/** The sides of a set as they were probably offered: without what nobody of many chose, where a shorter set has the rest. */
function probableSides(
  variant: SideLabels,
  read: Reading['read'],
  seen: ReadonlyMap<string | undefined, string>,
): Pick<SideLabels, 'positive' | 'negative'> {
  const { positive, negative } = variant;
  const isChosen = (label: string): boolean => seen.has(label);
  const areMany = countOf(read.map(({ label }) => label)) >= ENOUGH;
  if (!areMany) return variant;
  if (Math.max(positive.length, negative.length) > 2) {
    const isMostSeen =
      [...positive, ...negative].filter(isChosen).length * 2 > positive.length + negative.length;
    if (isMostSeen || ![positive, negative].some((side) => hasGap(side, isChosen))) return variant;
    return { positive: positive.filter(isChosen), negative: negative.filter(isChosen) };
  }
  const [strongest, mild] = positive;
  const [mildNo, strongestNo = mildNo] = negative;
  // Nobody took either end, though many took sides: there were none.
  const areEndless = [mild, mildNo].every((label) => label !== undefined && isChosen(label));
  if (!areEndless || (strongest !== undefined && isChosen(strongest))) return variant;
  if (negative.length === 1) return { positive: [mild ?? ''], negative };
  if (strongestNo !== undefined && isChosen(strongestNo)) return variant;
  return { positive: positive.slice(1), negative: negative.slice(0, -1) };
}

/** Whether nobody chose an option of which somebody chose both a stronger and a milder one. */
function hasGap(side: readonly string[], isChosen: (label: string) => boolean): boolean {
  return side.slice(side.findIndex(isChosen), side.findLastIndex(isChosen)).some((label) => !isChosen(label));
}
