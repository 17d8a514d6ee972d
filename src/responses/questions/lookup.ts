import { pairIn } from '../../survey/labels/label-pairs.ts';
import { fold } from '../../survey/labels/labels.ts';
import { once } from '../../intake/once.ts';
import { optionsOf } from '../../survey/resolve/references.ts';
import type { Scale, Side, SideLabels } from '../../survey/survey.ts';

/** The known labels of a question, folded, each with the position of its option. */
export type Lookup = ReadonlyMap<string, number>;

export interface SidedLabel {
  readonly label: string;
  readonly side: Side;
}

/** The spellings of a scale, folded once for all its sets of options. */
export interface Spellings {
  /** Every spelling with the label of its option. */
  readonly known: ReadonlyMap<string, string>;
  /** The other spellings, each with the label that it stands for. */
  readonly synonyms: readonly (readonly [spelling: string, label: string])[];
}

/** One of the sets of options of a scale. */
export interface ScaleSet {
  readonly labels: readonly SidedLabel[];
  /** Worked out when it is first asked for: most sets of a scale never are. */
  readonly lookup: () => Lookup;
}

/** A scale, looked through once for all its questions. */
export interface ScaleLookups extends Spellings {
  /** Its sets of options, in their order. */
  readonly sets: readonly ScaleSet[];
}

export const sides: readonly Side[] = ['positive', 'neutral', 'negative', 'outside'];

/** The lookups of a scale, of which thousands of questions may be. */
export const lookupsOf = once((scale: Scale): ScaleLookups => {
  const synonyms = [...scale.synonyms].map(([spelling, label]) => [fold(spelling), fold(label)] as const);
  const spellings = { known: optionsOf(scale), synonyms };
  const lookupIn = once((labels: readonly SidedLabel[]) =>
    lookupOf(
      labels.map(({ label }) => label),
      spellings,
    ),
  );
  const sets = scale.variants.map((variant) => {
    const labels = sided(variant);
    return { labels, lookup: () => lookupIn(labels) };
  });
  return { ...spellings, sets };
});

function sided(labels: SideLabels): SidedLabel[] {
  return sides.flatMap((side) => labels[side].map((label) => ({ label, side })));
}

/** Folded labels, and with the spellings of a scale those too, each with the position of its option. */
export function lookupOf(labels: readonly string[], spellings?: Spellings): Lookup {
  const lookup = new Map<string, number>();
  for (const [index, label] of labels.entries()) if (!lookup.has(fold(label))) lookup.set(fold(label), index);
  if (spellings === undefined) return lookup;
  const { known, synonyms } = spellings;
  for (const [index, label] of labels.entries()) {
    // A bilingual option is chosen by either half of it too.
    const single = known.has(fold(label)) ? undefined : pairIn(fold(label), (half) => known.get(half));
    if (single !== undefined && !lookup.has(fold(single))) lookup.set(fold(single), index);
  }
  for (const [spelling, label] of synonyms) {
    const position = lookup.get(spelling);
    if (position !== undefined && !lookup.has(label)) lookup.set(label, position);
  }
  for (const [spelling, label] of synonyms) {
    const position = lookup.get(label);
    if (position !== undefined && !lookup.has(spelling)) lookup.set(spelling, position);
  }
  return lookup;
}

/** The position of the option that a folded value says, or says twice: "Agree / Cytuno". */
export function positionIn(lookup: Lookup, value: string): number | undefined {
  return lookup.get(value) ?? pairIn(value, (half) => lookup.get(half));
}

/** A lookup that knows, of the folded values seen, also those that say one option twice. */
export function withPairs(lookup: Lookup, seen: Iterable<string>): Lookup {
  const pairs = new Map(lookup);
  for (const value of seen) {
    const position = positionIn(lookup, value);
    if (position !== undefined) pairs.set(value, position);
  }
  return pairs;
}
