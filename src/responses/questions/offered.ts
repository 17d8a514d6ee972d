import { mergeOrders } from '../../survey/labels/label-order.ts';
import { pairIn } from '../../survey/labels/label-pairs.ts';
import { fold } from '../../survey/labels/labels.ts';
import type { Scale, Side } from '../../survey/survey.ts';
import { type ScaleLookups, type ScaleSet, type SidedLabel, lookupsOf, positionIn, sides } from './lookup.ts';

/** The options that a definition lists, each with the side on which the scale has it. */
export function declaredLabels(scale: Scale, declared: readonly string[]): SidedLabel[] {
  const known = new Map<string, Side>();
  for (const { label, side } of lookupsOf(scale).sets.flatMap(({ labels }) => labels))
    if (!known.has(fold(label))) known.set(fold(label), side);
  for (const [spelling, label] of scale.synonyms) {
    const side = known.get(fold(label));
    if (side !== undefined && !known.has(fold(spelling))) known.set(fold(spelling), side);
  }
  const sideOf = (key: string) => known.get(key) ?? pairIn(key, (half) => known.get(half));
  return declared.map((label) => ({ label, side: sideOf(fold(label)) ?? 'outside' }));
}

/** The labels under which a scale was offered, judged by the folded answers seen. */
export function offeredLabels(scale: Scale, { sets }: ScaleLookups, seen: ReadonlySet<string>): SidedLabel[] {
  const chosen = bestSet(sets, seen);
  if (chosen === undefined) return [];
  const positions = new Set([...seen].map((value) => positionIn(chosen.lookup(), value)));
  const kept = chosen.labels.filter(
    ({ side }, position) => side !== 'outside' || scale.outsideOffered || positions.has(position),
  );
  const all = [...kept, ...labelsOfOthers(sets, chosen, seen)];
  return sides.flatMap((side) => {
    const labels = all.filter((label) => label.side === side).map(({ label }) => label);
    const ordered = mergeOrders(
      labels,
      scale.variants.map((one) => one[side]),
    );
    return ordered.map((label) => ({ label, side }));
  });
}

/** The first set of options that holds most of the answers seen. */
function bestSet(sets: readonly ScaleSet[], seen: ReadonlySet<string>): ScaleSet | undefined {
  let [best, most]: [ScaleSet | undefined, number] = [undefined, -1];
  for (const set of sets) {
    const held = [...seen].filter((value) => positionIn(set.lookup(), value) !== undefined).length;
    if (held > most) [best, most] = [set, held];
    // No later one holds more.
    if (held === seen.size) break;
  }
  return best;
}

/** The options of other sets for the answers that the one chosen does not hold. */
function labelsOfOthers(
  sets: readonly ScaleSet[],
  chosen: ScaleSet,
  seen: ReadonlySet<string>,
): SidedLabel[] {
  const missing = [...seen].filter((value) => positionIn(chosen.lookup(), value) === undefined);
  const found = new Map<string, SidedLabel>();
  for (const set of missing.length > 0 ? sets : []) {
    const positions = new Set(missing.map((value) => positionIn(set.lookup(), value)));
    for (const [position, label] of set.labels.entries())
      if (positions.has(position) && !found.has(fold(label.label))) found.set(fold(label.label), label);
  }
  return [...found.values()];
}
