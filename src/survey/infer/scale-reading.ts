import { withJointOptions } from '../labels/joint-options.ts';
import { pairIn } from '../labels/label-pairs.ts';
import { fold, kebab } from '../labels/labels.ts';
import { builtInScales } from '../labels/scales.ts';
import { severalKnown } from '../labels/several-answers.ts';
import { once } from '../../intake/once.ts';
import type { Scale, Side } from '../survey.ts';
import type { LabelCount } from './facts.ts';

interface Known {
  readonly label: string;
  readonly side: Side;
}

/** Every spelling of every option of a scale, folded, with the option's label and side. */
interface Spellings {
  readonly scale: Scale;
  readonly known: ReadonlyMap<string, Known>;
  readonly isSeveral: (value: string) => boolean;
}

const spellings: readonly Spellings[] = [...builtInScales.values()].map((scale) =>
  spellingsOf(scale, scale.variants, scale.synonyms),
);

/** The spellings of a scale: those that are `known`, and those of these sets and synonyms. */
function spellingsOf(
  scale: Scale,
  variants: Scale['variants'],
  synonyms: Iterable<readonly [string, string]>,
  known = new Map<string, Known>(),
): Spellings {
  for (const variant of variants)
    for (const [side, labels] of Object.entries(variant) as [Side, readonly string[]][])
      for (const label of labels) addNew(known, fold(label), { label, side });
  for (const [spelling, label] of synonyms) {
    const option = known.get(fold(label));
    if (option !== undefined) addNew(known, fold(spelling), option);
  }
  return { scale, known, isSeveral: severalKnown(known) };
}

function addNew<Value>(known: Map<string, Value>, key: string, value: Value): void {
  if (!known.has(key)) known.set(key, value);
}

/** The spellings of a scale as the names that forms give to answers: "strongly_agree" as "strongly-agree". */
const namesOf = once(
  ({ known }: Spellings): ReadonlyMap<string, Known> =>
    new Map([...known].map(([spelling, option]) => [kebab(spelling), option])),
);

/** Of each set of options of a scale, every spelling, folded, with the label that the option has in it. */
export const setsOf = once(({ scale }: Spellings): readonly ReadonlyMap<string, string>[] => {
  const sets = scale.variants.map(
    (variant) =>
      new Map(
        Object.values(variant).flatMap((labels: readonly string[]) =>
          labels.map((label) => [fold(label), label]),
        ),
      ),
  );
  for (const [spelling, label] of scale.synonyms) {
    const [own, option] = [fold(spelling), fold(label)];
    for (const set of sets) if (set.has(option)) addNew(set, own, label);
  }
  return sets;
});

/** The same with what joins options that take no side, where these labels have that: each set of the scale has it then. */
function withJoint(of: Spellings, labels: readonly string[]): Spellings {
  const scale = withJointOptions(of.scale, labels, labels);
  if (scale === of.scale) return of;
  const synonyms = [...scale.synonyms].filter(([spelling]) => !of.scale.synonyms.has(spelling));
  return spellingsOf(scale, scale.variants.slice(0, 1), synonyms, new Map(of.known));
}

/** How the answers of a column stand to one scale. */
export interface Reading {
  readonly of: Spellings;
  readonly read: readonly { readonly label: LabelCount; readonly option: Known }[];
  readonly several: readonly LabelCount[];
  readonly unknown: readonly LabelCount[];
}

/** Whether all labels are the names that a form gives to its answers, such as "strongly_agree" or "strongly-agree". */
function areNames(labels: readonly LabelCount[]): boolean {
  return (
    labels.every(({ label }) => /^[\w-]+$/u.test(label)) && labels.some(({ label }) => /[_-]/u.test(label))
  );
}

/** An answer without the number that a form puts before or after it: "5 - strongly agree", "strongly agree (5)". */
function unnumbered(folded: string): string {
  return folded.replace(/^\d+ ?[-.:)=] ?(?=\p{L})/u, '').replace(/ ?\(\d+\)$/u, '');
}

/** More different answers than a scale has, slips and all. */
const MOST_LABELS = 60;

/** How these labels stand to every built-in scale; to none where they are too many. */
export const readingsOf = once((labels: readonly LabelCount[]): readonly Reading[] => {
  if (labels.length > MOST_LABELS) return [];
  const given = labels.map(({ label }) => label);
  return spellings.map((of) => readingOf(withJoint(of, given), labels));
});

/** How these labels stand to a scale: as its options, in any spelling, as two of them, or not at all. */
function readingOf(of: Spellings, labels: readonly LabelCount[]): Reading {
  const isNamed = areNames(labels);
  const areNumbered = labels.filter(({ folded }) => unnumbered(folded) !== folded).length > 1;
  const options = labels.map(
    ({ folded }) =>
      of.known.get(folded) ??
      pairIn(folded, (half) => of.known.get(half)) ??
      (isNamed ? namesOf(of).get(folded.replaceAll('_', '-')) : undefined) ??
      (areNumbered ? of.known.get(unnumbered(folded)) : undefined),
  );
  const read = labels.flatMap((label, nth) => {
    const option = options[nth];
    return option === undefined ? [] : [{ label, option }];
  });
  const rest = labels.filter((_, nth) => options[nth] === undefined);
  // Of answers that are no scale's nobody needs to know which are two in one.
  const several = new Set(read.length === 0 ? [] : rest.filter(({ raw }) => of.isSeveral(raw)));
  return { of, read, several: [...several], unknown: rest.filter((label) => !several.has(label)) };
}

/** What a set of a scale calls an answer; undefined where it does not have it. */
export function labelIn(
  set: ReadonlyMap<string, string>,
  { label, option }: Reading['read'][number],
): string | undefined {
  return set.get(label.folded) ?? set.get(fold(option.label));
}
