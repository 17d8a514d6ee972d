import type { Responses } from '../../responses/responses.ts';
import { analyse } from '../analyse.ts';
import type { Analysis } from '../analysis.ts';
import { publishShowingGroups } from './base-of-all.ts';
import { withoutEmptied } from './hidden.ts';
import type { GoesOn } from './protect.ts';
import { publish } from './publish.ts';
import { canBeRounded } from './rounded.ts';
import { type Merging, mergeSmallest } from './merge-smallest.ts';
import { type ToldCount, ToldByWeights, firstThatShows } from './ladder.ts';

/** Something to leave out, and what is then to be analysed. */
interface Way {
  readonly words: string;
  readonly responses: Responses;
  readonly by: readonly string[];
}

/** What may be seen of an analysis, and why it is not weighted where it should be: the count that weighted results would tell. */
export interface Published {
  readonly analysis: Analysis;
  readonly told?: ToldByWeights;
}

/**
 * As `publish`, and of a table of which nothing is shown no base either; `by` are the questions that the analysis is broken down by
 * beside those of the definition. Where weighted results
 * would tell what must be hidden, nothing is weighted, and what to change so that it can be is said: each way is tried first. A random
 * sample is refused then, since results of one that are not weighted may be of nobody.
 */
export function publishWeightedOrNot(
  analysis: Analysis<number>,
  responses: Responses,
  by: readonly string[] = [],
  goesOn?: GoesOn,
): Published {
  try {
    return { analysis: withoutEmptied(publishWeighted(analysis, responses, by, goesOn)) };
  } catch (error) {
    if (!(error instanceof ToldByWeights)) throw error;
    const ways = waysOut(error, responses, by)
      .filter((way) => toldOf(way, goesOn) === undefined)
      .map(({ words }) => words);
    const merged = mergeToBeEnough(error, responses, by, goesOn);
    const told = error.with(merged === undefined ? ways : [merged, ...ways]);
    if (responses.survey.sample !== undefined) throw told;
    const unweighted = withoutWeights(responses);
    const published = withoutEmptied(publishShowingGroups(analyse(unweighted, by), unweighted, by, goesOn));
    return { analysis: { ...published, notes: [{ code: 'not-weighted' }, ...published.notes] }, told };
  }
}

/** Results of all and of groups weighted, or of all alone. */
function publishWeighted(
  analysis: Analysis<number>,
  responses: Responses,
  by: readonly string[],
  goesOn: GoesOn | undefined,
): Analysis {
  const publishOfAllOnly = () => publish(analyse(responses, by, false), responses, undefined, goesOn);
  return firstThatShows(
    [
      () => publishShowingGroups(analysis, responses, by, goesOn),
      ...(mayBeOfAllOnly(analysis) ? [publishOfAllOnly] : []),
    ],
    ({ disclosure }) => disclosure,
  );
}

/** Whether results of all alone may be weighted: what campaigns change is compared with results of all. */
function mayBeOfAllOnly(analysis: Analysis<number>): boolean {
  return (
    analysis.weighting !== undefined && canBeRounded(analysis) && (analysis.campaigns ?? []).length === 0
  );
}

/** The same where nobody weighs anything, and so no weight is bad. */
function withoutWeights(responses: Responses): Responses {
  const { weighting: _weighting, ...survey } = responses.survey;
  const issues = responses.issues.filter(({ code }) => code !== 'bad-weight');
  return { ...responses, weights: null, survey, issues };
}

/** So many answers are put together at most. */
const MOST_MERGED = 3;

/** Which answers to a question that weights are raked by are to be counted as one; nothing where not even a few together are enough. */
function mergeToBeEnough(
  { count }: ToldByWeights,
  responses: Responses,
  by: readonly string[],
  goesOn: GoesOn | undefined,
): string | undefined {
  let [told, merging]: [ReturnType<typeof toldOf>, Merging] = [count, { responses, labels: [] }];
  const isOfAll = (one: typeof told): one is ToldCount =>
    typeof one === 'object' && one.question === count.question && one.by === undefined;
  while (isOfAll(told) && merging.labels.length < MOST_MERGED) {
    const next = mergeSmallest(told, merging);
    if (next === undefined) return undefined;
    merging = next;
    told = toldOf({ words: '', responses: merging.responses, by }, goesOn);
  }
  const names = merging.labels.map((label) => `“${label}”`).join(' and ');
  return told === undefined && names !== ''
    ? `count ${names} as one by “merge” in ${count.question}, with one share under “rake”`
    : undefined;
}

/** What is still told then: a count, by weights, or something else; nothing where it can be published. */
function toldOf(way: Way, goesOn: GoesOn | undefined): ToldCount | 'otherwise' | undefined {
  try {
    // What can be given of all alone at least is enough.
    const analysis = analyse(way.responses, way.by);
    const own = mayBeOfAllOnly(analysis) ? analyse(way.responses, way.by, false) : analysis;
    publish(own, way.responses, undefined, goesOn);
    return undefined;
  } catch (error) {
    return error instanceof ToldByWeights ? error.count : 'otherwise';
  }
}

/** The breakdown, or the question among those that weights are raked to. */
function waysOut(
  { count: { question, by: groups, raked } }: ToldByWeights,
  responses: Responses,
  by: readonly string[],
): Way[] {
  const { survey } = responses;
  const { weighting } = survey;
  const isOther = (path: readonly string[]) => !`${path.join('+')}+`.startsWith(`${groups}+`);
  const breakdowns = survey.breakdowns.filter(isOther);
  const isBrokenDown = breakdowns.length < survey.breakdowns.length || (by.length > 0 && !isOther(by));
  const rake = weighting?.rake.filter((one) => one.question !== question) ?? [];
  return [
    ...(isBrokenDown
      ? [
          {
            words: `leave ${groups?.replaceAll('+', ' and ')} out of “breakdowns” and --by`,
            responses: { ...responses, survey: { ...survey, breakdowns } },
            by: isOther(by) ? by : [],
          },
        ]
      : []),
    ...(weighting && raked.includes(question) && rake.length > 0
      ? [
          {
            words: `leave ${question} out of “rake” under “weight”`,
            responses: { ...responses, survey: { ...survey, weighting: { ...weighting, rake } } },
            by,
          },
        ]
      : []),
  ];
}
