import { type Figure, isMajority } from '../../analysis/figures.ts';
import { roundWeighted } from '../../analysis/rounding.ts';
import type { Inline, Sentence } from '../document.ts';

/** The word beside a percentage, in brackets with the people who gave the answer, that says they weigh something else. */
export function weightedWord({ weighted }: Figure, before: string, after: string): string {
  return weighted === undefined ? '' : `${before}weighted${after}`;
}

/**
 * A percentage, with a decimal more where it `isFine`, and what it is of: "62% (310 of 500)", "62% (weighted;
 * 310 of 500)".
 */
export function shareWords(figure: Figure, isFine = false): Sentence {
  const people: Sentence = [{ count: figure.count }, ' of ', { count: figure.base }];
  return [{ percent: figure, isFine }, ` (${weightedWord(figure, '', '; ')}`, ...people, ')'];
}

/**
 * Whether a decimal more is to be shown of percentages of which it is said whether they are more than half: one that is would be shown as
 * 50%. Not where weighted ones are known as rounded only.
 */
export function needDecimal(figures: readonly Figure[], decimals: number): boolean {
  const isHalf = ({ percent }: Figure) =>
    percent !== null && roundWeighted(percent, decimals) === 50 * 10 ** decimals;
  const areKnown = figures.every(({ weighted }) => weighted !== null);
  return areKnown && figures.some((one) => isMajority(one) && isHalf(one));
}

/** A percentage after the people it is of: "310 of 500 (62%)", "310 of 500 (62% weighted)". */
export function peopleWords(figure: Figure): Sentence {
  const people: Sentence = [{ count: figure.count }, ' of ', { count: figure.base }];
  return [...people, ' (', { percent: figure }, `${weightedWord(figure, ' ', '')})`];
}

/** What respondents did, without these: “of respondents felt that …” as “felt that …”. */
export function withoutWho(clause: string): string {
  return clause.replace(/^of respondents /u, '');
}

/**
 * A percentage with what it is of: "88% agreed (67 of 76)", later "7% disagreed (5)", or "none disagreed"; on
 * a small base the count leads: "2 of 5 respondents (40%) felt …". With what share of the people that is
 * whatever they weigh, where it says who responded: "12% answered “16–24” (weighted; 6 of 100 people, 6%)".
 */
export function shareClause(
  figure: Figure,
  clause: string,
  small: boolean,
  first: boolean,
  areCounted = false,
): Sentence {
  const did = withoutWho(clause);
  const who = did === clause ? '' : ' respondents';
  if (figure.count === 0 && !first) return [`none ${did}`];
  const of: readonly Inline[] = first ? [' of ', { count: figure.base }] : [];
  const count: readonly Inline[] = [{ count: figure.count }, ...of];
  if (figure.percent === null || (small && figure.count === 0)) return [...count, `${who} ${did}`];
  const { interval } = figure;
  const range: readonly Inline[] = interval ? ['95% interval ', { interval }] : [];
  if (small)
    return [
      ...count,
      `${who} (`,
      { percent: figure },
      ...(interval ? [', ', ...range] : []),
      `${weightedWord(figure, ' ', '')}) ${did}`,
    ];
  return [
    { percent: figure },
    ` ${clause} (${first ? weightedWord(figure, '', '; ') : ''}`,
    ...count,
    ...(areCounted ? [' people, ', { percent: peopleOf(figure) }] : []),
    ...(interval ? ['; ', ...range] : []),
    ')',
  ];
}

/** A figure as if nobody weighed more than another. */
function peopleOf({ id, count, base }: Figure): Figure {
  return { id, count, base, percent: count === null || !base ? null : (100 * count) / base };
}
