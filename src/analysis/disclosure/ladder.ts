import type { Tables } from './tables.ts';
import { UserError } from '../../intake/user-error.ts';

/** A count that must be hidden and that weighted results would tell. */
export interface ToldCount {
  readonly question: string;
  /** What it is broken down by (`ward`, `role+age`); none of all responses. */
  readonly by?: string;
  /** The answers that it counts, by name; none where it is all that are in a group. */
  readonly answers: readonly string[];
  /** The questions that weights are raked by. */
  readonly raked: readonly string[];
}

/** Weighted results would tell a count that must be hidden. */
export class ToldByWeights extends UserError {
  readonly count: ToldCount;

  /** `ways` are what may be done so that this is no longer so. Which count it is, is not said: that would tell it. */
  constructor(count: ToldCount, ways: readonly string[] = []) {
    const { question, by, raked } = count;
    const groups = by === undefined ? '' : ` by ${by.replaceAll('+', ' and ')}`;
    const raking = raked.length > 0 ? ` raked by ${raked.join(' and ')}` : '';
    const tried =
      ways.length > 0
        ? `For weighted results ${ways.join(', or ')}: this was tried, and is enough. Or p`
        : 'For weighted results p';
    const shares = raked.length > 0 ? ', and their shares under “rake”,' : '';
    super(
      `A count of ${question}${groups} is so small that it must be hidden, and results by weights${raking} would tell it.`,
      `${tried}ut options or groups${shares} together with “merge”, or have disclosure: none under report where nobody else will see the tables.`,
    );
    this.count = count;
  }

  /** The same, with what may be done. */
  with(ways: readonly string[]): ToldByWeights {
    return new ToldByWeights(this.count, ways);
  }
}

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
