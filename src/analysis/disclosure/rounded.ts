import { once } from '../../intake/once.ts';
import type { Responses } from '../../responses/responses.ts';
import type { Analysis, Distribution, OptionFigure } from '../analysis.ts';
import type { Sensitivity } from '../campaigns.ts';
import type { Figure } from '../figures.ts';
import type { Note } from '../note.ts';
import type { Weighting } from '../weights/weights.ts';
import type { Split } from './dims.ts';
import { type Looks, looksIn, seen } from './shifted.ts';
import type { Row } from './tables.ts';

/** Weighted results that are given as rounded only, since exact ones would tell how many of each weight gave an answer. */
export interface Rounding {
  readonly decimals: number;
  /** What one response of each class of weight weighs. */
  readonly weightOf: readonly number[];
  readonly areGroupsWeighted: boolean;
  /** What its results look like, kept once it is found out. */
  readonly looksOf: (row: Row) => Looks;
}

/** How weighted results are rounded, and the weights behind them. */
export function roundingOf(
  { weights }: Weighting,
  { dims: [classes] }: Split,
  { survey, counts }: Responses,
  areGroupsWeighted: boolean,
): Rounding {
  const weightOf: number[] = [];
  for (const [record, at] of classes?.cells.entries() ?? [])
    weightOf[at] ??= (weights[record] ?? 0) / (counts?.[record] ?? 1);
  const { decimals } = survey.report;
  return { decimals, weightOf, areGroupsWeighted, looksOf: once((row: Row) => looksIn(row, decimals)) };
}

/** Whether weighted results of an analysis may be given as rounded: means of codes and intervals would still be exact. */
export function canBeRounded({ questions, sample }: Analysis<number>): boolean {
  return sample === undefined && questions.every(({ items }) => items.every(({ scores }) => !scores));
}

/** An analysis with weighted percentages as rounded and without what the responses weigh. */
export function withRounded(analysis: Analysis, decimals: number): Analysis {
  const figureOf = (figure: Figure) => roundFigure(figure, decimals);
  const distributionOf = <Kind extends Distribution>(one: Kind) => roundDistribution(one, decimals);
  const changeOf = (one: Sensitivity) => ({
    ...one,
    with: figureOf(one.with),
    without: figureOf(one.without),
    ...(one.effective && { effective: { with: null, without: null } }),
  });
  const noteOf = (note: Note): Note => {
    if (note.code === 'campaign-majority') return { ...note, change: changeOf(note.change) };
    if (note.code !== 'base-alarm') return note;
    return { ...note, shares: note.shares.map((share) => ({ ...share, figure: figureOf(share.figure) })) };
  };
  return {
    ...analysis,
    questions: analysis.questions.map((one) => ({ ...one, items: one.items.map(distributionOf) })),
    breakdowns: analysis.breakdowns.map((one) => ({
      ...one,
      total: distributionOf(one.total),
      groups: one.groups.map(distributionOf),
    })),
    combinations: analysis.combinations.map((one) => ({
      ...one,
      ...(one.weightedBase && { weightedBase: { weighted: null, effective: null } }),
      figures: one.figures.map((each) => ({ ...each, figure: figureOf(each.figure) })),
    })),
    sensitivity: analysis.sensitivity.map(changeOf),
    notes: [...analysis.notes.map(noteOf), { code: 'rounded-weights' }],
  };
}

function roundFigure(figure: Figure, decimals: number): Figure {
  if (figure.weighted === undefined) return figure;
  const { percent } = figure;
  return { ...figure, weighted: null, percent: percent === null ? null : seen(percent, decimals) };
}

function roundDistribution<Kind extends Distribution>(distribution: Kind, decimals: number): Kind {
  const { base, options, nets, weightedStates: _weightedStates, ...rest } = distribution;
  const rounded = <One extends OptionFigure>(one: One): One => ({
    ...one,
    figure: roundFigure(one.figure, decimals),
  });
  return {
    ...rest,
    base: base.weighted === undefined ? base : { ...base, weighted: null, effective: null },
    options: options.map(rounded),
    nets: nets.map(rounded),
  } as unknown as Kind;
}
