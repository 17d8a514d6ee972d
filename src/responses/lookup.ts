import { pairIn } from '../survey/label-pairs.ts';
import { fold } from '../survey/labels.ts';
import { optionsOf } from '../survey/references.ts';
import type { Scale } from '../survey/survey.ts';

/** The known labels of a question, folded, each with the position of its option. */
export type Lookup = ReadonlyMap<string, number>;

/** Folded labels, and with a scale its other spellings too, each with the position of its option. */
export function lookupOf(labels: readonly string[], scale?: Scale): Lookup {
  const lookup = new Map<string, number>();
  for (const [index, label] of labels.entries()) if (!lookup.has(fold(label))) lookup.set(fold(label), index);
  if (scale === undefined) return lookup;
  const known = optionsOf(scale);
  for (const [index, label] of labels.entries()) {
    // A bilingual option is chosen by either half of it too.
    const single = known.has(fold(label)) ? undefined : pairIn(fold(label), (half) => known.get(half));
    if (single !== undefined && !lookup.has(fold(single))) lookup.set(fold(single), index);
  }
  const synonyms = [...scale.synonyms].map(([spelling, label]) => [fold(spelling), fold(label)] as const);
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

/** A lookup that knows, of the folded values seen, also those that say one option twice: "Agree / Cytuno". */
export function withPairs(lookup: Lookup, seen: Iterable<string>): Lookup {
  const pairs = new Map(lookup);
  for (const value of seen) {
    const position = lookup.has(value) ? undefined : pairIn(value, (half) => lookup.get(half));
    if (position !== undefined) pairs.set(value, position);
  }
  return pairs;
}
