import type { Selection } from '../../responses/responses.ts';
import type { Combination } from '../combinations.ts';
import { hideCount } from './hide.ts';
import { type Limits, isSmallCount } from './limits.ts';
import type { Pairing, Tables } from './tables.ts';

/**
 * Views beside clarity without what would tell something that is hidden elsewhere. Of one group only (`selection`) they are
 * counts of a group, and all are hidden where one is small: unless the group gave one answer to one of the two questions, where
 * they say the same as the results of the other, and the same is hidden.
 */
export function hideCombination(
  { combination, view, clarity, hidden }: Pairing,
  { byField }: Tables,
  selection: Selection | undefined,
  limits: Limits,
): Combination {
  const { figures } = combination;
  const tables = [view, clarity].flatMap((field) => byField.get(field)?.[0] ?? []);
  const isWithheld = tables.some((table) => table.isWithheld);
  const isTold = [view, clarity].some(({ question }) => question.id === selection?.question) && !isWithheld;
  const isSmall = figures.some(({ figure }) => isSmallCount(figure.count ?? 0, limits));
  const isAnyHidden = tables.some(({ rows }) =>
    rows.some((row) => row.hidden.options.size + row.hidden.shifted.size > 0),
  );
  const isAllHidden = selection !== undefined && !isTold && (isSmall || isAnyHidden || isWithheld);
  return {
    ...combination,
    figures: figures.map((one, index) => ({
      ...one,
      figure: hideCount(one.figure, !isAllHidden && !hidden.has(index)),
    })),
  };
}
