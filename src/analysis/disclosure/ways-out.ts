import type { Responses } from '../../responses/responses.ts';
import { analyse } from '../analyse.ts';
import type { Analysis } from '../analysis.ts';
import { publish } from './publish.ts';
import { ToldByWeights } from './told-by-weights.ts';

/** Something to leave out, and what is then to be analysed. */
interface Way {
  readonly words: string;
  readonly responses: Responses;
  readonly by: readonly string[];
}

/**
 * As `publish`; `by` are the questions that the analysis is broken down by beside those of the definition. Where weighted results
 * would tell what must be hidden, the error says what to leave out so that they do not: each way is tried first.
 */
export function publishOrAdvise(
  analysis: Analysis<number>,
  responses: Responses,
  by: readonly string[] = [],
): Analysis {
  try {
    return publish(analysis, responses);
  } catch (error) {
    if (!(error instanceof ToldByWeights)) throw error;
    throw error.with(
      waysOut(error, responses, by)
        .filter(isEnough)
        .map(({ words }) => words),
    );
  }
}

function isEnough(way: Way): boolean {
  try {
    publish(analyse(way.responses, way.by), way.responses);
    return true;
  } catch {
    return false;
  }
}

/** The breakdown, the question among those that weights are raked to, or the weights. */
function waysOut(
  { question, by: groups, raked }: ToldByWeights,
  responses: Responses,
  by: readonly string[],
): Way[] {
  const { survey } = responses;
  const { weighting, ...unweighted } = survey;
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
    { words: 'leave out “weight”', responses: { ...responses, survey: unweighted }, by },
  ];
}
