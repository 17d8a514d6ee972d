import type { Combination } from '../combinations.ts';
import { hideCount } from './hide.ts';
import { type Limits, isSmallCount } from './limits.ts';
import type { Pairing, Tables } from './tables.ts';

/**
 * Views beside clarity without what would tell something that is hidden elsewhere. Of one group only they are counts of a group,
 * and all are hidden where one is small.
 */
export function hideCombination(
  { combination, view, clarity, hidden }: Pairing,
  { byField }: Tables,
  isOfGroup: boolean,
  limits: Limits,
): Combination {
  const { figures } = combination;
  const isSmall = figures.some(({ figure }) => isSmallCount(figure.count ?? 0, limits));
  const isAnyHidden = [view, clarity].some(
    (field) => (byField.get(field)?.[0]?.rows[0]?.hidden.options.size ?? 0) > 0,
  );
  const isAllHidden = isOfGroup && (isSmall || isAnyHidden);
  return {
    ...combination,
    figures: figures.map((one, index) => ({
      ...one,
      figure: hideCount(one.figure, !isAllHidden && !hidden.has(index)),
    })),
  };
}
