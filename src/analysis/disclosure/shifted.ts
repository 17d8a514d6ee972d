import { sumOf as totalOf } from '../../intake/sum.ts';
import type { BaseRule } from '../../survey/survey.ts';
import { type States, baseCount } from '../figures.ts';
import { NEARLY, roundWeighted } from '../rounding.ts';
import { type Effect, type PlainEffect, addCount, isEachZero, moreOf, newCounts, sumOf } from './effect.ts';
import { states, statesFrom } from './fields.ts';
import type { Rounding } from './rounded.ts';
import type { Pairing, Row } from './tables.ts';

/** All that can be seen of a weighted percentage: what it is as rounded, and whether it is more than half. */
interface Look {
  readonly percent: number;
  readonly isMajority: boolean;
}

/** What the weighted results of a row look like: of each base rule what the base weighs, and the look of each of `placed`. */
export type Looks = readonly { readonly base: number; readonly looks: readonly Look[] }[];

/** Majorities are looked for on every one of them. */
const rules: readonly BaseRule[] = ['answered', 'all', 'gave-view'];

/** What the weighted results of a row look like on each base; none where it has none. */
export function looksIn({ distribution: { weightedStates }, placed }: Row, decimals: number): Looks {
  if (weightedStates === undefined) return [];
  return basesOf(weightedStates).map((base) => ({
    base,
    looks: placed.map(([, { figure }]) => lookOf(percentOf(figure.weighted ?? 0, base), decimals)),
  }));
}

function basesOf(weightedStates: States<number>): number[] {
  return rules.map((rule) => baseCount(rule, weightedStates));
}

/** What an effect comes to in weights: of options, and of states. `weightOf` is what one response of each class weighs. */
export function weighEffect({ byWeight }: Effect, weightOf: readonly number[]): PlainEffect {
  const options = newCounts();
  const weights = [0, 0, 0, 0, 0];
  for (const part of byWeight) {
    const weight = weightOf[part.weight] ?? 0;
    for (const [nth, option] of part.options.at.entries())
      addCount(options, option, (part.options.more[nth] ?? 0) * weight);
    for (const [state, more] of part.states.entries()) weights[state] = (weights[state] ?? 0) + more * weight;
  }
  return { options, states: weights };
}

/** The figures of a row, by position, of which the percentage would be shown otherwise. */
export function shiftedBy(row: Row, effect: Effect, { decimals, weightOf, looksOf }: Rounding): number[] {
  const { distribution, placed, figures } = row;
  const { weightedStates } = distribution;
  if (effect.byWeight.length === 0 || weightedStates === undefined) return [];
  const more = weighEffect(effect, weightOf);
  const were = looksOf(row);
  const bases = isEachZero(more.states)
    ? were.map(({ base }) => base)
    : basesOf(statesFrom(states.map((state, at) => weightedStates[state] + (more.states[at] ?? 0))));
  const isBaseSame = were.every(({ base }, nth) => base === bases[nth]);
  const shifted: number[] = [];
  for (const [nth, [at, { figure }]] of placed.entries()) {
    const weighted = figure.weighted ?? 0;
    const other = weighted + sumOf(figures[at] ?? [], more.options);
    if (isBaseSame && other === weighted) continue;
    const isShifted = were.some(
      ({ looks }, rule) => !looksLike(looks[nth], percentOf(other, bases[rule] ?? 0), decimals),
    );
    if (isShifted) shifted.push(at);
  }
  return shifted;
}

/** By how much less and more the answers of each figure together may weigh and still be shown as they are. */
export type Leeway = readonly {
  readonly options: readonly number[];
  readonly low: number;
  readonly high: number;
}[];

/** The leeway in a row as long as what all weigh who are in the base stays the same. */
export function leewayOf(row: Row, { decimals, looksOf }: Rounding): Leeway {
  return row.placed.map(([at, { figure }], nth) => {
    const isAlike = (more: number) =>
      looksOf(row).every(({ base, looks }) =>
        looksLike(looks[nth], percentOf((figure.weighted ?? 0) + more, base), decimals),
      );
    return { options: row.figures[at] ?? [], low: -furthest((by) => isAlike(-by)), high: furthest(isAlike) };
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

/** The figures of views beside clarity of which the percentage would be shown otherwise. */
export function shiftedBeside(
  { combination: { figures } }: Pairing,
  effect: Effect,
  { decimals, weightOf }: Rounding,
): number[] {
  const more = weighEffect(effect, weightOf).options;
  if (isEachZero(more.more)) return [];
  const weights = figures.map(({ figure }) => figure.weighted ?? 0);
  const others = weights.map((weight, at) => weight + moreOf(more, at));
  const [was, is] = [totalOf(weights), totalOf(others)];
  const isAlike = (at: number) =>
    looksLike(lookOf(percentOf(weights[at] ?? 0, was), decimals), percentOf(others[at] ?? 0, is), decimals);
  return [...weights.keys()].filter((at) => !isAlike(at));
}

function percentOf(weighted: number, base: number): number {
  return base > 0 ? (100 * weighted) / base : 0;
}

function lookOf(percent: number, decimals: number): Look {
  return { percent: seen(percent, decimals), isMajority: percent > 50 + NEARLY };
}

/** Whether a percentage looks the same as another in all that can be seen of them. */
function looksLike(look: Look | undefined, percent: number, decimals: number): boolean {
  return look?.isMajority === percent > 50 + NEARLY && look.percent === seen(percent, decimals);
}

/** A percentage as no more can be told of it than is shown: a little where that is <1%, and nearly all where it is >99%. */
export function seen(percent: number, decimals: number): number {
  const unit = 10 ** decimals;
  const units = roundWeighted(percent, decimals);
  if (percent > NEARLY && units === 0) return 1 / (4 * unit);
  if (percent < 100 - NEARLY && units >= 100 * unit) return 100 - 1 / (4 * unit);
  return units / unit;
}
