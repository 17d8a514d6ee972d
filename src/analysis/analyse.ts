import type { ItemAnswers, Responses } from '../responses/responses.ts';
import type { Question } from '../survey/survey.ts';
import { type Analysis, type ItemAnalysis, type QuestionAnalysis, figurePrefix } from './analysis.ts';
import { compareWithout, groupingByCampaign, nameCampaigns } from './campaigns.ts';
import { combineWithClarity } from './combinations.ts';
import { breakDown } from './breakdowns.ts';
import { distribute } from './distribution.ts';
import { groupingsOf } from './groupings.ts';
import { countKinds, groupingByKind } from './kinds.ts';
import { campaignNotes, collectNotes } from './notes.ts';
import { besidePopulation } from './population.ts';
import { type AnswerTally, tallyAnswers } from './tally.ts';
import { type Weighting, summaryOf, weigh } from './weights/weights.ts';

/**
 * Every figure of a survey: each question, and each broken down as the definition asks and by the questions in `by`,
 * each within the groups of the one before; `areGroupsWeighted` says whether what is broken down is weighted where all
 * else is. Throws a `UserError` when `by` names a question that does not exist or has no options.
 */
export function analyse(
  responses: Responses,
  by: readonly string[] = [],
  areGroupsWeighted = true,
): Analysis<number> {
  const { survey, inputs, selection, ledger, ledgerParts, issues } = responses;
  const weighting = weigh(responses);
  const weighed = weighting && {
    ...summaryOf(weighting),
    ...(!areGroupsWeighted && { ofAllOnly: true as const }),
  };
  const groupings = [
    ...groupingByCampaign(responses),
    ...groupingByKind(responses),
    ...groupingsOf(responses, by),
  ];
  const questionsBy = (weights: Weighting | null) =>
    survey.questions.map((question) => analyseQuestion(question, responses, weights));
  const questions = questionsBy(weighting);
  const [totals, ofGroups] = areGroupsWeighted ? [questions, weighting] : [questionsBy(null), null];
  const breakdowns = groupings.flatMap((grouping) => breakDown(grouping, totals, responses, ofGroups));
  const campaigns = nameCampaigns(responses);
  const sensitivity = compareWithout(breakdowns, campaigns);
  return {
    survey: pickDefined(survey.title, survey.opened, survey.closed),
    settings: survey.report,
    inputs,
    ...(selection ? { selection } : {}),
    ledger,
    ledgerParts,
    kinds: countKinds(responses),
    questions,
    ...(weighed && { weighting: weighed }),
    ...(survey.sample && { sample: survey.sample }),
    combinations: combineWithClarity(responses, weighting),
    breakdowns,
    campaigns: responses.campaigns && campaigns,
    repeats: responses.campaigns && responses.campaigns.repeats,
    sensitivity,
    issues,
    notes: [
      ...(weighed ? [{ code: 'weighted', weighting: weighed } as const] : []),
      ...campaignNotes(campaigns, sensitivity, {
        repeats: responses.campaigns?.repeats,
        raked: weighed?.raked ?? [],
      }),
      ...collectNotes(responses, questions, breakdowns),
    ],
  };
}

function pickDefined(title: string, opened?: string, closed?: string): Analysis<number>['survey'] {
  return { title, ...(opened === undefined ? {} : { opened }), ...(closed === undefined ? {} : { closed }) };
}

function analyseQuestion(
  question: Question,
  responses: Responses,
  weighting: Weighting | null,
): QuestionAnalysis<number> {
  const items = responses.answers.get(question.id) ?? [];
  return {
    id: question.id,
    kind: question.kind,
    text: question.text,
    profile: question.profile,
    ...(question.kind === 'scale' && {
      scale: question.scale.name,
      ...(question.codes && { codes: question.codes }),
    }),
    routed: question.asked !== undefined,
    items: items.map((item) => analyseItem(question, item, responses, weighting)),
  };
}

function analyseItem(
  question: Question,
  { item, answers }: ItemAnswers,
  responses: Responses,
  weighting: Weighting | null,
): ItemAnalysis<number> {
  const tallyOf = (counts: ArrayLike<number> | null) => tallyAnswers(answers, counts)[0] as AnswerTally;
  const tally = tallyOf(responses.counts);
  const weighed = weighting && { weights: tallyOf(weighting.weights), squares: tallyOf(weighting.squares) };
  const context = {
    question,
    prefix: figurePrefix(question.id, item.id),
    suffix: '',
    ...(item.reversed && { reversed: item.reversed }),
    ...responses.survey.report,
  };
  const whole = distribute(answers, tally, context, weighed ?? undefined);
  const population = question.kind === 'choice' ? question.population : undefined;
  return {
    id: item.id,
    label: item.label,
    ...(item.sentence === undefined ? {} : { sentence: item.sentence }),
    ...(item.reversed && { reversed: item.reversed }),
    ...whole,
    ...(population && { options: besidePopulation(whole.options, population) }),
  };
}
