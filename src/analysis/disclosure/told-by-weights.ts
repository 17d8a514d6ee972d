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
