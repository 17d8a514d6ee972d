import { type ResponseSet, type Responses, INVALID } from '../../responses/responses.ts';
import type { WeightingRules } from '../../survey/survey.ts';
import { effectiveBase } from '../figures.ts';
import {
  type Margin,
  type MissedShare,
  type Raked,
  type Untargeted,
  furthestFrom,
  marginOf,
  rake,
  untargetedOf,
} from './raking.ts';
import { rakeTrimmed } from './trimming.ts';
import { sumOf } from '../../intake/sum.ts';

/** How the responses are weighted. */
export interface Weighting {
  /** What each record weighs in a percentage, all the responses that it stands for together. */
  readonly weights: Float64Array;
  /** The sum of the squares of the weights of these responses, of which effective bases are made. */
  readonly squares: Float64Array;
  /** (Σw)² / Σw² (Kish, Survey Sampling, 1965): of a random sample, how many of a simple one would be as precise. */
  readonly effective: number;
  /** The responses that weigh anything, over the effective ones. */
  readonly designEffect: number;
  /** The questions whose margins the weights were raked to. */
  readonly raked: readonly string[];
  /** What the percentages given for a question add up to, where that is not 100: they were scaled to it. */
  readonly scaled: readonly { readonly question: string; readonly total: number }[];
  /** How many responses weigh nothing, since they have no weight that can be used. */
  readonly unweighted: number;
  /** How many responses were trimmed. */
  readonly trimmed: number;
  /** Where some were: the share that is furthest from the one asked for. */
  readonly missed?: MissedShare;
  /** Answers to the questions raked that no share is asked for. */
  readonly untargeted: readonly Untargeted[];
}

/** What readers are told of the weights. */
export interface WeightingSummary extends Omit<Weighting, 'weights' | 'squares'> {
  /** Whether results of all responses alone are weighted, and none of groups. */
  readonly ofAllOnly?: true;
}

/** A weighting without what each response weighs. */
export function summaryOf({ weights: _weights, squares: _squares, ...summary }: Weighting): WeightingSummary {
  return summary;
}

/**
 * The weights of all responses: those of the weight column, raked to the margins of the definition, or one
 * each. Where one group is looked at, its responses weigh what they do among all. Null where the definition
 * asks for neither. Throws a `UserError` where raking cannot reach its margins, with why.
 */
export function weigh(responses: Responses): Weighting | null {
  const { survey, size, counts, whole } = responses;
  const { weighting } = survey;
  if (responses.weights === null && weighting === undefined) return null;
  const { of, each, squares, trimmed, missed, untargeted } = rakeTo(weighting, whole ?? responses);
  const times = (record: number) => counts?.[record] ?? 1;
  const placeOf = (record: number) => of[whole?.positions[record] ?? record] ?? 0;
  const allOf = (those: Float64Array) =>
    new Float64Array(size).map((_, record) => (those[placeOf(record)] ?? 0) * times(record));
  const weighed = { weights: allOf(each), squares: allOf(squares) };
  const people = weighed.weights.reduce((sum, weight, record) => sum + (weight > 0 ? times(record) : 0), 0);
  const effective = effectiveBase(sumOf(weighed.weights), sumOf(weighed.squares));
  return {
    ...weighed,
    effective,
    designEffect: effective === 0 ? 1 : people / effective,
    raked: weighting?.rake.map(({ question }) => question) ?? [],
    scaled: (weighting?.rake ?? []).flatMap(({ question, total }) =>
      total === undefined ? [] : [{ question, total }],
    ),
    unweighted: responses.ledger.analysed - people,
    trimmed,
    ...(missed && { missed }),
    untargeted,
  };
}

/**
 * Weights in steps of a power of two, so fine that nobody sees them and so coarse that every sum of them is
 * exact: it is the same in whatever order the rows stand. `people` is how many there are at most in a sum.
 */
function inSteps(weights: Float64Array, people: number): Float64Array {
  const most = weights.reduce((largest, weight) => Math.max(largest, weight), 0) * people;
  const step = most > 0 ? 2 ** (Math.ceil(Math.log2(most)) - 52) : 1;
  return weights.map((weight) => Math.round(weight / step) * step);
}

/** What each of some responses weighs, once their weights are raked and trimmed as the definition asks. */
function rakeTo(weighting: WeightingRules | undefined, responses: ResponseSet) {
  const margins = weighting?.rake.map((margin) => marginOf(margin, responses)) ?? [];
  const raked = patternsOf(margins, responses);
  const isTrimmed = weighting?.trim !== undefined;
  const trimmed = isTrimmed ? rakeTrimmed(raked, weighting.trim) : 0;
  if (weighting !== undefined && !isTrimmed) rake(raked);
  const missed = trimmed > 0 ? furthestFrom(raked) : undefined;
  const people = raked.each.reduce((sum, _, at) => sum + raked.times(at), 0);
  return {
    of: raked.of,
    each: inSteps(raked.each, people),
    squares: inSteps(
      raked.each.map((weight) => weight * weight),
      people,
    ),
    trimmed,
    missed,
    untargeted: untargetedOf(margins),
  };
}

/**
 * Responses that weigh the same and are of the same classes, each sort once: what is done to one is done to
 * all of them.
 */
interface Patterns extends Raked {
  /** The pattern of each record. */
  readonly of: Int32Array;
}

/**
 * The patterns of some responses, in an order that has nothing to do with that of the rows, so that sums are
 * the same in any.
 */
function patternsOf(
  margins: readonly Margin[],
  { size, counts, weights }: Pick<ResponseSet, 'size' | 'counts' | 'weights'>,
): Patterns {
  const classIn = ({ classOf, cells }: Margin, record: number) => classOf[cells[record] ?? INVALID] ?? -1;
  const radix = margins.reduce((all, { shares }) => all * (shares.length + 1), 1);
  const given = [...new Set(weights)].toSorted((one, other) => one - other);
  const ranks = new Map(given.map((weight, rank) => [weight, rank]));
  const of = new Int32Array(size);
  const places = new Map<number, number>();
  const firsts: number[] = [];
  const people: number[] = [];
  for (let record = 0; record < size; record++) {
    const classes = margins.reduce(
      (key, margin) => key * (margin.shares.length + 1) + classIn(margin, record) + 1,
      0,
    );
    const key = (ranks.get(weights?.[record] ?? 1) ?? 0) * radix + classes;
    const place = places.get(key) ?? firsts.push(record) - 1;
    places.set(key, place);
    of[record] = place;
    people[place] = (people[place] ?? 0) + (counts?.[record] ?? 1);
  }
  const order = [...places].toSorted(([one], [other]) => one - other).map(([, place]) => place);
  const ordered = order.map((place) => firsts[place] ?? 0);
  const now = new Int32Array(order.length);
  for (const [at, place] of order.entries()) now[place] = at;
  return {
    of: of.map((place) => now[place] ?? 0),
    each: Float64Array.from(ordered, (record) => weights?.[record] ?? 1),
    times: (at) => people[order[at] ?? 0] ?? 0,
    margins: margins.map((margin) => ({
      ...margin,
      classOf: margin.shares.map((_, at) => at),
      cells: Int32Array.from(ordered, (record) => classIn(margin, record)),
    })),
  };
}
