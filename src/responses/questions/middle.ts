import type { Option, ScaleQuestion } from '../../survey/survey.ts';

/**
 * The middle options of a scale question that nobody chose, where nobody wrote down which options were offered: each
 * may have been offered or not. Of a set of four points or six without a middle one it is the
 * middle of the usual set: the set was taken only because nobody chose it. `chosen` are the answers given, as positions of
 * `options`.
 */
export function unchosenMiddle(
  { scale }: ScaleQuestion,
  options: readonly Option[],
  chosen: ReadonlySet<number>,
): readonly string[] {
  if (scale.outsideOffered || !options.some((_, position) => chosen.has(position))) return [];
  const labelsOn = (side: Option['side']) => options.filter((option) => option.side === side);
  const middle = options.flatMap(({ side }, position) => (side === 'neutral' ? [position] : []));
  if (middle.length === 0) {
    const points = labelsOn('positive').length;
    const isBalanced = points > 1 && points === labelsOn('negative').length;
    return isBalanced ? (scale.variants[0]?.neutral ?? []) : [];
  }
  return middle.some((position) => chosen.has(position)) ? [] : labelsOn('neutral').map(({ label }) => label);
}
