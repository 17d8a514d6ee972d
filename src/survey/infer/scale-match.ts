import { pairIn } from '../label-pairs.ts';
import { fold, nearest } from '../labels.ts';
import { builtInScales } from '../scales.ts';
import type { Scale, Side, SideLabels } from '../survey.ts';
import type { LabelCount } from './facts.ts';

/** Every spelling of every option of a scale, folded, with the option's label and side; and which of its sets have it. */
interface Spellings {
  readonly scale: Scale;
  readonly known: ReadonlyMap<string, { readonly label: string; readonly side: Side }>;
  readonly sets: readonly ReadonlySet<string>[];
}

const spellings: readonly Spellings[] = [...builtInScales.values()].map((scale) => {
  const known = new Map<string, { label: string; side: Side }>();
  const sets = scale.variants.map((variant) => {
    const labels = Object.entries(variant) as [Side, readonly string[]][];
    for (const [side, some] of labels)
      for (const label of some) if (!known.has(fold(label))) known.set(fold(label), { label, side });
    return new Set(labels.flatMap(([, some]) => some.map(fold)));
  });
  for (const [spelling, label] of scale.synonyms) {
    const option = known.get(fold(label));
    if (option === undefined) continue;
    if (!known.has(fold(spelling))) known.set(fold(spelling), option);
    for (const set of sets) if (set.has(fold(label))) set.add(fold(spelling));
  }
  return { scale, known, sets };
});

/** The option that a label names, alone or as a bilingual pair of two of its spellings. */
function optionOf(known: Spellings['known'], folded: string) {
  return known.get(folded) ?? pairIn(folded, (half) => known.get(half));
}

/** A built-in scale on which these answers can stand. */
export interface ScaleMatch {
  readonly scale: string;
  /**
   * The options that were offered, in order and as they are spelt in the answers, where one set of the scale holds them
   * all: its sides in full, the middle and what gives no view as far as somebody chose it.
   */
  readonly options: readonly string[] | undefined;
}

/**
 * The built-in scale that has all of these answers, of which two at least take a side: of Yes and No, one does. They are of the scale
 * `clarity` where the question asks whether something is clear, else of `yes-no`.
 */
export function matchScale(labels: readonly LabelCount[], question: string): ScaleMatch | undefined {
  const matches = spellings.filter(({ scale, known }) => {
    const options = labels.map(({ folded }) => optionOf(known, folded));
    const rated = new Set(
      options.flatMap((option) => (option && option.side !== 'outside' ? [option.label] : [])),
    );
    const isEnough = rated.size > 1 || (scale.name === 'yes-no' && labels.length === 1 && rated.size === 1);
    return isEnough && options.every((option) => option !== undefined);
  });
  const asksClarity = /\b(?:un)?clear(?:ly)?\b|\bclarity\b|\beasy to understand\b/iu.test(question);
  const preferred = matches.filter(({ scale }) => scale.name === 'clarity' && asksClarity);
  const plain = matches.filter(({ scale }) => scale.name === 'yes-no');
  const [match] = [...preferred, ...plain, ...matches];
  if (match === undefined) return undefined;
  const set = match.sets.findIndex((one) =>
    labels.every(({ folded }) => one.has(fold(optionOf(match.known, folded)?.label ?? ''))),
  );
  return { scale: match.scale.name, options: offered(match, match.scale.variants[set], labels) };
}

function offered(
  { known }: Spellings,
  variant: SideLabels | undefined,
  labels: readonly LabelCount[],
): string[] | undefined {
  if (variant === undefined) return undefined;
  const seen = new Map<string | undefined, string>();
  for (const { label, folded } of labels) {
    const option = optionOf(known, folded)?.label;
    if (!seen.has(option)) seen.set(option, label);
  }
  return [
    ...variant.positive.map((label) => seen.get(label) ?? label),
    ...variant.neutral.flatMap((label) => seen.get(label) ?? []),
    ...variant.negative.map((label) => seen.get(label) ?? label),
    ...variant.outside.flatMap((label) => seen.get(label) ?? []),
  ];
}

/** A scale that has most of these answers, and what it lacks. */
export interface NearMatch {
  readonly scale: string;
  readonly unknown: readonly { readonly label: string; readonly suggestion: string | undefined }[];
}

/** The built-in scale, yes and no aside, that has most of these answers but not all: a misspelling, or another scale. */
export function nearScale(labels: readonly LabelCount[]): NearMatch | undefined {
  const total = labels.reduce((sum, { count }) => sum + count, 0);
  const [best] = spellings
    .filter(({ scale }) => scale.name !== 'yes-no')
    .map(({ scale, known }) => {
      const found = labels.filter(({ folded }) => {
        const side = known.get(folded)?.side;
        return side === 'positive' || side === 'negative';
      });
      const missing = labels.filter(({ folded }) => !known.has(folded));
      return { scale: scale.name, known, found, missing };
    })
    .filter(({ found }) => found.length > 1)
    .toSorted((a, b) => b.found.length - a.found.length);
  if (best === undefined) return undefined;
  const covered = best.found.reduce((sum, { count }) => sum + count, 0);
  if (covered * 2 < total || best.missing.length === 0 || best.missing.length > best.found.length)
    return undefined;
  const unknown = best.missing.map(({ label }) => {
    const near = nearest(label, best.known.keys());
    return { label, suggestion: near === undefined ? undefined : best.known.get(near)?.label };
  });
  return { scale: best.scale, unknown };
}
