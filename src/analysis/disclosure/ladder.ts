import type { Tables } from './tables.ts';
import { ToldByWeights } from './told-by-weights.ts';

/** How many figures about groups of people are hidden, of how many. */
export interface HiddenOf {
  readonly hidden: number;
  readonly of: number;
}

/**
 * The first of several ways to give weighted results by which nothing is told that must be hidden; or a later one by which half as
 * many figures again are shown, or more. Throws the last `ToldByWeights` where each way tells something.
 */
export function firstThatShows<One>(
  ways: readonly (() => One)[],
  hiddenOf: (one: One) => HiddenOf | undefined,
): One {
  let best: { readonly one: One; readonly shown: number } | undefined;
  let told: ToldByWeights | undefined;
  for (const way of ways) {
    try {
      const one = way();
      const { hidden, of } = hiddenOf(one) ?? { hidden: 0, of: 0 };
      const shown = of - hidden;
      if (best === undefined || (shown > best.shown && shown >= MUCH_MORE * best.shown))
        best = { one, shown };
      if (hidden === 0 || MUCH_MORE * best.shown > of) break;
    } catch (error) {
      if (!(error instanceof ToldByWeights)) throw error;
      told = error;
    }
  }
  if (best !== undefined) return best.one;
  throw told ?? new Error('there is no way to give weighted results');
}

const MUCH_MORE = 1.5;

/** The same of tables that are not put together yet. */
export function hiddenIn({ all }: Tables): HiddenOf {
  const rows = all
    .flatMap((table) => table.rows)
    .filter(({ isListed, isRest, table }) => isListed && !isRest && (table.split ?? table.field.isPersonal));
  const are = rows.flatMap(({ figures, hidden, table }) => {
    const isEachHidden = table.isWithheld || hidden.base || hidden.shiftedBase;
    return figures.map((_, at) => isEachHidden || hidden.figures.has(at) || hidden.shifted.has(at));
  });
  return { hidden: are.filter(Boolean).length, of: are.length };
}
