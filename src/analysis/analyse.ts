import type { ItemAnswers, Responses } from '../responses/responses.ts';
import type { Question } from '../survey/survey.ts';
import {
  type Analysis,
  type Breakdown,
  type Distribution,
  type Group,
  type ItemAnalysis,
  type OptionFigure,
  type QuestionAnalysis,
  figurePrefix,
  groupSuffix,
} from './analysis.ts';
import { compareWithout, groupingByCampaign, nameCampaigns } from './campaigns.ts';
import { combineWithClarity } from './combinations.ts';
import { type FigureContext, distribute } from './distribution.ts';
import { type Grouping, groupingsOf, tallyGroups } from './groupings.ts';
import { countKinds, groupingByKind } from './kinds.ts';
import { campaignNotes, collectNotes } from './notes.ts';
import { besidePopulation } from './population.ts';
import { type AnswerTally, subtractTally, tallyAnswers } from './tally.ts';

/**
 * Every figure of a survey: each question, and each broken down as the definition asks and by the questions in `by`,
 * each within the groups of the one before. Throws a `UserError` when `by` names a question that does not exist or has
 * no options.
 */
export function analyse(responses: Responses, by: readonly string[] = []): Analysis<number> {
  const { survey, inputs, selection, ledger, ledgerParts, issues } = responses;
  const groupings = [
    ...groupingByCampaign(responses),
    ...groupingByKind(responses),
    ...groupingsOf(responses, by),
  ];
  const questions = survey.questions.map((question) => analyseQuestion(question, responses));
  const breakdowns = groupings.flatMap((grouping) => breakDown(grouping, questions, responses));
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
    combinations: combineWithClarity(responses),
    breakdowns,
    campaigns: responses.campaigns && campaigns,
    repeats: responses.campaigns && responses.campaigns.repeats,
    sensitivity,
    issues,
    notes: [
      ...campaignNotes(campaigns, sensitivity, responses.campaigns?.repeats),
      ...collectNotes(responses, questions, breakdowns),
    ],
  };
}

function pickDefined(title: string, opened?: string, closed?: string): Analysis<number>['survey'] {
  return { title, ...(opened === undefined ? {} : { opened }), ...(closed === undefined ? {} : { closed }) };
}

function analyseQuestion(question: Question, responses: Responses): QuestionAnalysis<number> {
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
    items: items.map((item) => analyseItem(question, item, responses)),
  };
}

function analyseItem(
  question: Question,
  { item, answers }: ItemAnswers,
  responses: Responses,
): ItemAnalysis<number> {
  const [tally] = tallyAnswers(answers, responses.counts) as [AnswerTally];
  const context = {
    question,
    prefix: figurePrefix(question.id, item.id),
    suffix: '',
    ...(item.reversed && { reversed: item.reversed }),
    ...responses.survey.report,
  };
  const whole = distribute(answers, tally, context);
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

/** Every other question, item by item, by the groups of a grouping. Free text makes no table. */
function breakDown(
  grouping: Grouping,
  analysed: readonly QuestionAnalysis<number>[],
  { survey, answers, counts, size }: Responses,
): Breakdown<number>[] {
  const { by, overlapping, questions: groupers } = grouping;
  const ungrouped = countUngrouped(grouping, size, counts);
  const others = survey.questions.filter(
    (one) =>
      one.kind !== 'text' && groupers.every(({ id }) => id !== one.id) && (grouping.isAbout?.(one) ?? true),
  );
  return others.flatMap((question) => {
    const whole = analysed.find(({ id }) => id === question.id);
    return (answers.get(question.id) ?? []).flatMap((itemAnswers): Breakdown<number>[] => {
      const total = whole?.items.find(({ id }) => id === itemAnswers.item.id);
      if (total === undefined) return [];
      return [
        {
          by,
          byQuestions: groupers.map(({ id, text }) => ({ id, text })),
          question: question.id,
          item: total.id,
          total,
          groups: groupsOf(grouping, itemAnswers, counts, { question, ...survey.report }),
          ungrouped,
          overlapping,
        },
      ];
    });
  });
}

function countUngrouped({ cells }: Grouping, size: number, counts: Uint32Array | null): number {
  let ungrouped = 0;
  for (let record = 0; record < size; record++) {
    if ((cells[record] ?? -1) < 0) ungrouped += counts?.[record] ?? 1;
  }
  return ungrouped;
}

function groupsOf(
  grouping: Grouping,
  { item, answers }: ItemAnswers,
  counts: Uint32Array | null,
  about: Pick<FigureContext, 'question' | 'minimumBase'>,
): Group<number>[] {
  const { each, together } = tallyGroups(answers, grouping, counts);
  return grouping.groups.flatMap(({ id, label }, index): Group<number>[] => {
    const tally = each[index];
    if (tally === undefined) return [];
    const prefix = figurePrefix(about.question.id, item.id);
    const suffix = groupSuffix(grouping.by, id);
    const context = { ...about, prefix, suffix, ...(item.reversed && { reversed: item.reversed }) };
    const others = distribute(answers, subtractTally(together, tally), context);
    return [{ id, label, ...withDifferences(distribute(answers, tally, context), others) }];
  });
}

function withDifferences(group: Distribution<number>, others: Distribution<number>): Distribution<number> {
  const compare = <Kind extends OptionFigure<number>>(
    mine: readonly Kind[],
    theirs: readonly OptionFigure<number>[],
  ) =>
    mine.map((one): Kind => {
      const other = theirs.find(({ id }) => id === one.id)?.figure;
      if (other === undefined || other.percent === null || one.figure.percent === null) return one;
      return { ...one, difference: { points: one.figure.percent - other.percent, others: other } };
    });
  return {
    ...group,
    options: compare(group.options, others.options),
    nets: compare(group.nets, others.nets),
  };
}
