import { UserError } from '../../intake/user-error.ts';

/** Weighted results would tell a count that must be hidden: one of a question, or of it by others (`ward`, `role+age`). */
export class ToldByWeights extends UserError {
  readonly question: string;
  readonly by: string | undefined;
  readonly raked: readonly string[];

  /** `ways` are what may be left out so that this is no longer so. */
  constructor(
    question: string,
    by: string | undefined,
    raked: readonly string[],
    ways: readonly string[] = [],
  ) {
    const groups = by === undefined ? '' : ` by ${by.replaceAll('+', ' and ')}`;
    const raking = raked.length > 0 ? ` raked by ${raked.join(' and ')}` : '';
    const tried =
      ways.length > 0 ? `${capitalise(ways.join(', or '))}: this was tried, and is enough. Or p` : 'P';
    const shares = raked.length > 0 ? ', and their shares under “rake”,' : '';
    super(
      `A count of ${question}${groups} is so small that it must be hidden, and results by weights${raking} would tell it.`,
      `${tried}ut options or groups${shares} together with “merge”, or have disclosure: none under report where nobody else will see the tables.`,
    );
    this.question = question;
    this.by = by;
    this.raked = raked;
  }

  /** The same, with what may be left out. */
  with(ways: readonly string[]): ToldByWeights {
    return new ToldByWeights(this.question, this.by, this.raked, ways);
  }
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
