import type { Responses } from '../../responses/responses.ts';
import type { BaseRule } from '../../survey/survey.ts';
import type { Analysis, Distribution, OptionFigure } from '../analysis.ts';
import type { Sensitivity } from '../campaigns.ts';
import { type Figure, baseCount } from '../figures.ts';
import type { Note } from '../note.ts';
import { NEARLY, roundWeighted } from '../rounding.ts';
import type { Weighting } from '../weights/weights.ts';
import type { Split } from './dims.ts';
import { type Effect, count, sumOf } from './effect.ts';
import { states, statesFrom } from './fields.ts';
import type { Pairing, Row } from './tables.ts';

/** Weighted results that are given as rounded only, since exact ones would tell how many of each weight gave an answer. */
export interface Rounding {
  readonly decimals: number;
  /** What one response of each class of weight weighs. */
  readonly weightOf: readonly number[];
  readonly areGroupsWeighted: boolean;
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
  return { decimals: survey.report.decimals, weightOf, areGroupsWeighted };
}

/** Whether weighted results of an analysis may be given as rounded: means of codes and intervals would still be exact. */
export function canBeRounded({ questions, sample }: Analysis<number>): boolean {
  return sample === undefined && questions.every(({ items }) => items.every(({ scores }) => !scores));
}

/** What an effect comes to in weights: of options, and of states. `weightOf` is what one response of each class weighs. */
export function weighEffect(
  { byWeight }: Effect,
  weightOf: readonly number[],
): Pick<Effect, 'options' | 'states'> {
  const options = new Map<number, number>();
  const weights = [0, 0, 0, 0, 0];
  for (const [at, part] of byWeight ?? []) {
    const weight = weightOf[at] ?? 0;
    for (const [option, more] of part.options) count(options, option, more * weight);
    for (const [state, more] of part.states.entries()) weights[state] = (weights[state] ?? 0) + more * weight;
  }
  return { options, states: weights };
}

/** The figures of a row, by position, of which the percentage would be shown otherwise. */
export function shiftedBy(
  { distribution, placed, figures }: Row,
  effect: Effect,
  { decimals, weightOf }: Rounding,
): number[] {
  const { weightedStates } = distribution;
  if (effect.byWeight === undefined || weightedStates === undefined) return [];
  const more = weighEffect(effect, weightOf);
  const now = statesFrom(states.map((state, at) => weightedStates[state] + (more.states[at] ?? 0)));
  const bases = rules.map((rule) => [baseCount(rule, weightedStates), baseCount(rule, now)] as const);
  const isBaseSame = bases.every(([was, is]) => was === is);
  return placed.flatMap(([at, { figure }]) => {
    const weighted = figure.weighted ?? 0;
    const other = weighted + sumOf(figures[at] ?? [], more.options);
    if (isBaseSame && other === weighted) return [];
    const isAlike = bases.every(([was, is]) =>
      areAlike(percentOf(weighted, was), percentOf(other, is), decimals),
    );
    return isAlike ? [] : [at];
  });
}

/** By how much less and more the answers of each figure together may weigh and still be shown as they are. */
export type Leeway = readonly {
  readonly options: readonly number[];
  readonly low: number;
  readonly high: number;
}[];

/** The leeway in a row as long as what all weigh who are in the base stays the same. */
export function leewayOf({ distribution, figures, placed }: Row, { decimals }: Rounding): Leeway {
  const { weightedStates } = distribution;
  const bases = weightedStates ? rules.map((rule) => baseCount(rule, weightedStates)) : [];
  return placed.map(([at, { figure }]) => {
    const weighted = figure.weighted ?? 0;
    const isAlike = (more: number) =>
      bases.every((base) => areAlike(percentOf(weighted + more, base), percentOf(weighted, base), decimals));
    return { options: figures[at] ?? [], low: -furthest((by) => isAlike(-by)), high: furthest(isAlike) };
  });
}

/** How far one may go so that something is still so, which ends somewhere: nearly. */
function furthest(isSo: (by: number) => boolean): number {
  let [low, high] = [0, 1];
  while (isSo(high) && high < 1e6) [low, high] = [high, high * 2];
  for (let step = 0; step < 12; step++) {
    const middle = (low + high) / 2;
    if (isSo(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** Majorities are looked for on every one of them. */
const rules: readonly BaseRule[] = ['answered', 'all', 'gave-view'];

/** The figures of views beside clarity of which the percentage would be shown otherwise. */
export function shiftedBeside(
  { combination: { figures } }: Pairing,
  effect: Effect,
  { decimals, weightOf }: Rounding,
): number[] {
  const weights = figures.map(({ figure }) => figure.weighted ?? 0);
  const more = weighEffect(effect, weightOf).options;
  const others = weights.map((weight, at) => weight + (more.get(at) ?? 0));
  const totalOf = (all: readonly number[]) => all.reduce((sum, weight) => sum + weight, 0);
  const [was, is] = [totalOf(weights), totalOf(others)];
  const isAlike = (at: number) =>
    areAlike(percentOf(weights[at] ?? 0, was), percentOf(others[at] ?? 0, is), decimals);
  return [...weights.keys()].filter((at) => !isAlike(at));
}

/** Whether two percentages look the same in all that can be seen of them: as rounded, and whether it is more than half. */
function areAlike(one: number, other: number, decimals: number): boolean {
  const [isMajority, isOtherMajority] = [one > 50 + NEARLY, other > 50 + NEARLY];
  return isMajority === isOtherMajority && seen(one, decimals) === seen(other, decimals);
}

function percentOf(weighted: number, base: number): number {
  return base > 0 ? (100 * weighted) / base : 0;
}

/** A percentage as no more can be told of it than is shown: a little where that is <1%, and nearly all where it is >99%. */
function seen(percent: number, decimals: number): number {
  const unit = 10 ** decimals;
  const units = roundWeighted(percent, decimals);
  if (percent > NEARLY && units === 0) return 1 / (4 * unit);
  if (percent < 100 - NEARLY && units >= 100 * unit) return 100 - 1 / (4 * unit);
  return units / unit;
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
