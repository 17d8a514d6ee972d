import { fold } from '../labels/labels.ts';
import { nearestLabel } from '../labels/near-label.ts';
import { type LabelCount, countOf } from './facts.ts';
import { MOST_BY_MISTAKE, mostTwice } from '../joined/how-many.ts';
import { type ScaleMatch, type Synonyms, matchScale } from './scale-match.ts';
import { type Reading, labelIn, readingsOf, setsOf } from './scale-reading.ts';

/** A scale that has most of these answers, and what it lacks. */
export interface NearMatch {
  readonly scale: string;
  readonly unknown: readonly { readonly label: string; readonly suggestion: string | undefined }[];
  /** Labels that are two of its answers, joined. */
  readonly several: readonly LabelCount[];
  /** How the answers stand on it that it knows, and those that misspellings were probably meant for. */
  readonly match: ScaleMatch | undefined;
  /** What a definition has to give so that the misspellings are taken for these, and whatever else the match needs. */
  readonly synonyms: Synonyms;
  /**
   * Who made it of all that it lacks, cells of two of its answers aside, of which nobody can hold both: some respondents, who misspelt
   * what more of them spelt right, or of whom very few wrote something else, each their own; or the form, of which nobody has the answer otherwise, so that without those cells nobody would be
   * counted as having chosen it. Undefined where that cannot be told.
   */
  readonly slipOf: 'respondents' | 'form' | undefined;
}

/** More answers than this share of all are not what somebody wrote in place of an answer that was offered. */
const MOST_STRAY = 0.02;

/** The built-in scale, yes and no aside, that has most of these answers but not all: a misspelling, or another scale. */
export function nearScale(labels: readonly LabelCount[], question: string): NearMatch | undefined {
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
  if (unknown.length === 0) return undefined;
  const meant = unknown.map(({ label }) => ({ label, suggestion: misspelt(label, best) }));
  // A form may misspell a word in several of its answers: what they mean counts for the scale.
  const slips = unknown.filter((_, nth) => meant[nth]?.suggestion !== undefined);
  const covered = [...found.map(({ label }) => label), ...slips];
  if (countOf(covered) * 2 < countOf(labels) || unknown.length - slips.length > covered.length)
    return undefined;
  const asMeant = labels.map((one) => {
    const suggestion = meant.find(({ label }) => label === one.label)?.suggestion;
    return suggestion === undefined ? one : { ...one, label: suggestion, folded: fold(suggestion) };
  });
  const known = asMeant.filter(({ folded }) => !unknown.some((one) => one.folded === folded));
  const match = matchScale(known, '');
  const own = meant.flatMap(({ label, suggestion }) =>
    suggestion === undefined ? [] : ([[suggestion, label]] as const),
  );
  const stray = unknown.filter((label) => !slips.includes(label));
  const areStray = stray.every(({ count }) => count === 1) && stray.length <= countOf(labels) * MOST_STRAY;
  const isSlip = areStray && countOf(best.several) <= countOf(labels) * mostTwice(question);
  return {
    scale: of.scale.name,
    unknown: meant,
    several: best.several,
    match: match?.scale === of.scale.name ? match : undefined,
    synonyms: withSynonyms(match?.synonyms ?? {}, own),
    slipOf: isSlip ? slipOf(labels, own, best) : undefined,
  };
}

function slipOf(
  labels: readonly LabelCount[],
  misspellings: readonly (readonly [option: string, spelling: string])[],
  { read, unknown }: Reading,
): NearMatch['slipOf'] {
  const given = misspellings.map(([option, spelling]) => ({
    right: countOf(read.filter((one) => one.option.label === option).map(({ label }) => label)),
    wrong: countOf(unknown.filter(({ label }) => label === spelling)),
  }));
  const isAllMeant = misspellings.length === unknown.length;
  if (isAllMeant && given.every(({ right }) => right === 0)) return 'form';
  const areFew = countOf(unknown) <= countOf(labels) * MOST_BY_MISTAKE;
  return areFew && given.every(({ right, wrong }) => wrong < right) ? 'respondents' : undefined;
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
  const set = setsOf(of).find((one) => read.every((given) => labelIn(one, given) !== undefined));
  const candidates = [...of.known.keys()].filter((spelling) => set === undefined || set.has(spelling));
  const near = nearestLabel(label, candidates);
  return near === undefined ? undefined : of.known.get(near)?.label;
}
