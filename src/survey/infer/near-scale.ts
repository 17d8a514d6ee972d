import leven from 'leven';
import { fold, nearest } from '../labels.ts';
import type { LabelCount } from './facts.ts';
import { type ScaleMatch, type Synonyms, matchScale } from './scale-match.ts';
import { type Reading, countOf, labelIn, readingsOf } from './scale-reading.ts';

/** A scale that has most of these answers, and what it lacks. */
export interface NearMatch {
  readonly scale: string;
  readonly unknown: readonly { readonly label: string; readonly suggestion: string | undefined }[];
  /** Labels that are two of its answers, joined. */
  readonly several: readonly LabelCount[];
  /** How the answers stand on it, each misspelling taken for what was probably meant. */
  readonly match: ScaleMatch | undefined;
}

/** The built-in scale, yes and no aside, that has most of these answers but not all: a misspelling, or another scale. */
export function nearScale(labels: readonly LabelCount[]): NearMatch | undefined {
  const [best] = readingsOf(labels)
    .filter(({ of: { scale } }) => scale.name !== 'yes-no')
    .map((reading) => {
      const found = reading.read.filter(({ option: { side } }) => side === 'positive' || side === 'negative');
      return { ...reading, found };
    })
    // Yes and No beside something else are no view on whether a thing is clear.
    .filter(({ found }) => found.filter(({ label: { folded } }) => !/^(?:yes|no)$/u.test(folded)).length > 1)
    .toSorted((a, b) => b.found.length - a.found.length);
  if (best === undefined) return undefined;
  const { of, found, unknown } = best;
  const covered = countOf(found.map(({ label }) => label));
  if (covered * 2 < countOf(labels) || unknown.length === 0 || unknown.length > found.length)
    return undefined;
  const meant = unknown.map(({ label }) => ({ label, suggestion: misspelt(label, best) }));
  const asMeant = labels.map((one) => {
    const suggestion = meant.find(({ label }) => label === one.label)?.suggestion;
    return suggestion === undefined ? one : { ...one, label: suggestion, folded: fold(suggestion) };
  });
  const known = asMeant.filter(({ folded }) => !unknown.some((one) => one.folded === folded));
  const match = matchScale(known, '');
  const own = meant.flatMap(({ label, suggestion }) =>
    suggestion === undefined ? [] : ([[suggestion, label]] as const),
  );
  return {
    scale: of.scale.name,
    unknown: meant,
    several: best.several,
    match:
      match?.scale === of.scale.name ? { ...match, synonyms: withSynonyms(match.synonyms, own) } : undefined,
  };
}

function withSynonyms(
  synonyms: Synonyms,
  own: readonly (readonly [option: string, spelling: string])[],
): Synonyms {
  const all: Record<string, readonly string[]> = { ...synonyms };
  for (const [option, spelling] of own) all[option] = [...(all[option] ?? []), spelling];
  return all;
}

/** The option that a label is a misspelling of, by a letter or two: one of the set that the other answers are of. */
function misspelt(label: string, { of, read }: Reading): string | undefined {
  const set = of.sets.find((one) => read.every((given) => labelIn(one, given) !== undefined));
  const candidates = [...of.known.keys()].filter((spelling) => set === undefined || set.has(spelling));
  const near = nearest(label, candidates);
  return near !== undefined && isSlip(fold(label), near) ? of.known.get(near)?.label : undefined;
}

/** Whether one spelling becomes the other by a letter or two in each word: "too" is no slip for "so". */
function isSlip(a: string, b: string): boolean {
  const [first, second] = [a.split(' '), b.split(' ')];
  if (first.length !== second.length) return first.join('') === second.join('');
  return first.every((word, nth) => leven(word, second[nth] ?? '') <= (word.length > 4 ? 2 : 1));
}
