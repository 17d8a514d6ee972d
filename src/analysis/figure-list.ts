import type { BaseRule, Side } from '../survey/survey.ts';
import {
  type Analysis,
  type Difference,
  type Distribution,
  type OptionFigure,
  figurePrefix,
  groupSuffix,
} from './analysis.ts';
import type { Base, Count, Figure, Withheld } from './figures.ts';
import { whyNoStatistic } from './numbers.ts';

/** Where a figure stands: an item, of all responses or of one group. */
interface Place {
  readonly question: string;
  readonly item: string;
  readonly by?: string;
  readonly group?: string;
}

/** A figure with where it stands: what the tidy CSV and the expected figures of a fixture are made of. */
export interface PlacedFigure extends Place {
  readonly kind: 'option' | 'net' | 'combination';
  readonly label: string;
  readonly side: Side | null;
  readonly rule: BaseRule;
  readonly figure: Figure;
  readonly difference?: Difference;
  /** Its base, where that is known to be weighted or not. */
  readonly base?: Base;
}

/** A statistic of a number question with where it stands. */
export interface PlacedStatistic extends Place {
  readonly id: string;
  readonly name: (typeof statistics)[number];
  readonly n: Count;
  /** What those who are counted weigh, where responses are weighted. */
  readonly base: Pick<Base, 'weighted' | 'effective'>;
  readonly value: number | null;
  readonly withheld?: Withheld;
}

/** Every figure of an analysis, in the order of the definition: the questions, the breakdowns, the combinations. */
export function listFigures(analysis: Analysis): PlacedFigure[] {
  const combined = analysis.combinations.flatMap(({ question, item, base: count, weightedBase, figures }) =>
    figures.map(({ label, figure }): PlacedFigure => {
      const base = { rule: 'answered', count, ...weightedBase } as const;
      return { question, item, kind: 'combination', label, side: null, rule: base.rule, figure, base };
    }),
  );
  const single = places(analysis).flatMap(({ distribution, ...place }) => {
    const { rule } = distribution.base;
    const pick = (
      kind: 'option' | 'net',
      { label, side, figure, difference }: OptionFigure,
    ): PlacedFigure => ({
      ...place,
      kind,
      label,
      side,
      rule,
      figure,
      base: distribution.base,
      ...(difference && { difference }),
    });
    return [
      ...distribution.nets.map((net) => pick('net', net)),
      ...distribution.options.map((option) => pick('option', option)),
    ];
  });
  return [...single, ...combined];
}

/** The statistics of number questions that a reader sees, in order. */
export const statistics = ['mean', 'minimum', 'lowerQuartile', 'median', 'upperQuartile', 'maximum'] as const;

/** The statistics of the codes of a scale. */
const scoreStatistics = ['mean', 'median'] as const;

/** Every statistic of an analysis, in the order of the definition. */
export function listStatistics(analysis: Analysis): PlacedStatistic[] {
  return places(analysis).flatMap(({ distribution: { base, numbers, scores }, ...place }) => {
    const summary = numbers ?? scores;
    if (summary === undefined) return [];
    const { question, item, by, group } = place;
    const suffix = by === undefined || group === undefined ? '' : groupSuffix(by, group);
    return (numbers ? statistics : scoreStatistics).map((name) => {
      const value = { ...scores, ...numbers }[name] ?? null;
      return {
        ...place,
        id: `${figurePrefix(question, item)}.${name}${suffix}`,
        name,
        n: summary.n,
        base: scores ?? base,
        value,
        ...(value === null ? { withheld: whyNoStatistic(summary) } : {}),
      };
    });
  });
}

function places({ questions, breakdowns }: Analysis): (Place & { readonly distribution: Distribution })[] {
  const whole = questions.flatMap(({ id, items }) =>
    items.map((item) => ({ question: id, item: item.id, distribution: item })),
  );
  const parts = breakdowns.flatMap(({ by, question, item, groups }) =>
    groups.map((group) => ({ question, item, by, group: group.id, distribution: group })),
  );
  return [...whole, ...parts];
}
