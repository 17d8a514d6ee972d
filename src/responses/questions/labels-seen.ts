import { isBlank, tidy } from '../../intake/blank.ts';
import { addUp } from '../../intake/group-by.ts';
import { fold } from '../../survey/labels/labels.ts';
import type { ChoiceQuestion } from '../../survey/survey.ts';

/** How often each distinct raw value occurs, in responses. */
export type Tally = ReadonlyMap<string, number>;

/** How often each answer occurs, those that are counted as one under its label. */
export function mergeAnswers(
  tally: readonly (readonly [string, number])[],
  merged: ChoiceQuestion['merged'],
): Tally {
  return addUp(tally.map(([value, count]) => [merged?.get(fold(value)) ?? value, count]));
}

/** Distinct labels among raw values, ignoring spelling variants: each in its most frequent spelling. */
export function labelsSeen(tally: Tally, order: 'by label' | 'most frequent first' = 'by label'): string[] {
  const labels = new Map<string, { label: string; count: number }>();
  for (const [value, count] of sortedTally(tally)) {
    if (isBlank(value)) continue;
    const { label = tidy(value), count: before = 0 } = labels.get(fold(value)) ?? {};
    labels.set(fold(value), { label, count: before + count });
  }
  const byLabel = [...labels.values()].toSorted((a, b) => byText(a.label, b.label));
  const ordered = order === 'by label' ? byLabel : byLabel.toSorted((a, b) => b.count - a.count);
  return ordered.map(({ label }) => label);
}

/** Most frequent first, ties by spelling, so that the order of the rows never matters. */
function sortedTally(tally: Tally): [string, number][] {
  return [...tally].toSorted(([a, countA], [b, countB]) => countB - countA || byText(a, b));
}

/** Code-unit order: the same on every machine, whatever its language. */
function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
