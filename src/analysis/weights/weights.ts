import type { ResponseSet, Responses } from '../../responses/responses.ts';
import type { WeightingRules } from '../../survey/survey.ts';
import { effectiveBase } from '../figures.ts';
import { type MissedShare, type Untargeted, furthestFrom, marginOf, rake, untargetedOf } from './raking.ts';
import { rakeTrimmed } from './trimming.ts';

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

export function summaryOf({ weights: _weights, squares: _squares, ...summary }: Weighting): WeightingSummary {
  return summary;
}

/**
 * The weights of all responses: those of the weight column, raked to the margins of the definition, or one each. Where one group
 * is looked at, its responses weigh what they do among all. Null where the definition asks for neither. Throws a `UserError` where
 * raking cannot reach its margins, with why.
 */
export function weigh(responses: Responses): Weighting | null {
  const { survey, size, counts, whole } = responses;
  const { weighting } = survey;
  if (responses.weights === null && weighting === undefined) return null;
  const raked = rakeTo(weighting, whole ?? responses);
  const { trimmed, missed, untargeted } = raked;
  const each = whole ? Float64Array.from(whole.positions, (at) => raked.each[at] ?? 0) : raked.each;
  const times = (record: number) => counts?.[record] ?? 1;
  let [people, sum, squares] = [0, 0, 0];
  for (let record = 0; record < size; record++) {
    const weight = each[record] ?? 0;
    if (weight > 0) people += times(record);
    sum += weight * times(record);
    squares += weight * weight * times(record);
  }
  const effective = effectiveBase(sum, squares);
  return {
    weights: each.map((weight, record) => weight * times(record)),
    squares: each.map((weight, record) => weight * weight * times(record)),
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

/** What each of some responses weighs, once their weights are raked and trimmed as the definition asks. */
function rakeTo(weighting: WeightingRules | undefined, responses: ResponseSet) {
  const { size, counts, weights } = responses;
  const each = weights ? Float64Array.from(weights) : new Float64Array(size).fill(1);
  const times = (record: number) => counts?.[record] ?? 1;
  const margins = weighting?.rake.map((margin) => marginOf(margin, responses)) ?? [];
  const raked = { each, times, margins };
  const isTrimmed = weighting?.trim !== undefined;
  const trimmed = isTrimmed ? rakeTrimmed(raked, weighting.trim) : 0;
  if (weighting !== undefined && !isTrimmed) rake(raked);
  const missed = trimmed > 0 ? furthestFrom(raked) : undefined;
  return { each, trimmed, missed, untargeted: untargetedOf(margins) };
}
