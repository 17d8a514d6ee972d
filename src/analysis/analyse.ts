import { UserError } from '../intake/user-error.ts';
import type { Answers, ItemAnswers, Responses } from '../responses/responses.ts';
import { nearest } from '../survey/labels.ts';
import type { Question } from '../survey/survey.ts';
import {
  type Analysis,
  type Breakdown,
  type Group,
  type ItemAnalysis,
  type QuestionAnalysis,
  figurePrefix,
  groupSuffix,
} from './analysis.ts';
import { distribute, isOrderKnown } from './distribution.ts';
import { collectNotes } from './notes.ts';
import { addTallies, answerCount, tallyAnswers } from './tally.ts';

/**
 * Every figure of a survey: each question, and each broken down by the questions named in the definition and in `by`.
 * Throws a `UserError` when `by` names a question that does not exist or has no options.
 */
export function analyse(responses: Responses, by: readonly string[] = []): Analysis {
  const { survey, inputs, selection, ledger, channels, issues } = responses;
  for (const id of by) assertGroups(responses, id);
  const questions = survey.questions.map((question) => analyseQuestion(question, responses));
  const groupings = [...new Set([...survey.breakdowns, ...by])];
  const breakdowns = groupings.flatMap((id) => breakDown(id, responses));
  return {
    survey: pickDefined(survey.title, survey.opened, survey.closed),
    settings: survey.report,
    inputs,
    ...(selection ? { selection } : {}),
    ledger,
    channels,
    questions,
    breakdowns,
    issues,
    notes: collectNotes(survey, questions, breakdowns),
  };
}

function pickDefined(title: string, opened?: string, closed?: string): Analysis['survey'] {
  return { title, ...(opened === undefined ? {} : { opened }), ...(closed === undefined ? {} : { closed }) };
}

function assertGroups({ survey, answers }: Responses, id: string): void {
  const first = answers.get(id)?.[0]?.answers;
  if (first !== undefined && 'options' in first && answers.get(id)?.length === 1) return;
  const usable = survey.questions.filter(
    ({ kind, items }) => kind !== 'number' && kind !== 'text' && items.length === 1,
  );
  const ids = usable.map((question) => question.id);
  const near = nearest(id, ids);
  throw new UserError(
    first === undefined
      ? `--by: no question "${id}"${near === undefined ? '' : `; did you mean "${near}"?`}`
      : `--by: the answers to question "${id}" do not make groups.`,
    ids.length > 0 ? `Questions that make groups are ${ids.join(', ')}.` : undefined,
  );
}

function analyseQuestion(question: Question, responses: Responses): QuestionAnalysis {
  const items = responses.answers.get(question.id) ?? [];
  return {
    id: question.id,
    kind: question.kind,
    text: question.text,
    profile: question.profile,
    ...(question.kind === 'scale' ? { scale: question.scale.name } : {}),
    routed: question.asked !== undefined,
    items: items.map((item) => analyseItem(question, item, responses)),
  };
}

function analyseItem(question: Question, { item, answers }: ItemAnswers, responses: Responses): ItemAnalysis {
  const [tally] = tallyAnswers(answers, responses.counts) as [ReturnType<typeof addTallies>];
  const context = {
    question,
    prefix: figurePrefix(question.id, item.id),
    suffix: '',
    ...responses.survey.report,
  };
  return {
    id: item.id,
    label: item.label,
    ...(item.sentence === undefined ? {} : { sentence: item.sentence }),
    ...distribute(answers, tally, context),
  };
}

/** Every other question, item by item, by the groups that one question makes. Free text makes no table. */
function breakDown(by: string, responses: Responses): Breakdown[] {
  const { survey, answers, counts } = responses;
  const groups = answers.get(by)?.[0]?.answers;
  const byQuestion = survey.questions.find(({ id }) => id === by);
  if (groups === undefined || byQuestion === undefined || !('options' in groups)) return [];
  const [own] = tallyAnswers(groups, counts) as [ReturnType<typeof addTallies>];
  const ungrouped = own.blank + own.notAsked + own.invalid;

  const others = survey.questions.filter(({ id, kind }) => id !== by && kind !== 'text');
  return others.flatMap((question) =>
    (answers.get(question.id) ?? []).map(({ item, answers: itemAnswers }) => ({
      by,
      byText: byQuestion.text,
      question: question.id,
      item: item.id,
      groups: groupDistributions(groups, itemAnswers, responses, question, byQuestion, item.id),
      ungrouped,
      overlapping: groups.kind === 'sets',
    })),
  );
}

function groupDistributions(
  groups: Extract<Answers, { options: unknown }>,
  answers: Answers,
  { counts, survey }: Responses,
  question: Question,
  by: Question,
  item: string,
): Group[] {
  const tallies = tallyAnswers(answers, counts, answerCount(groups), groups.cells);
  const members = groups.options.map((_, option) =>
    groups.kind === 'sets'
      ? tallies.filter((_tally, set) => groups.sets[set]?.includes(option))
      : tallies.slice(option, option + 1),
  );
  const made = groups.options.map(({ id, label }, option) => {
    const tally = addTallies(members[option] ?? [], answerCount(answers));
    const suffix = groupSuffix(by.id, id);
    const context = { question, prefix: figurePrefix(question.id, item), suffix, ...survey.report };
    return { id, label, ...distribute(answers, tally, context) };
  });
  if (isOrderKnown(by)) return made;
  const size = ({ states }: Group) => Object.values(states).reduce((sum, count) => sum + count, 0);
  return made.toSorted((a, b) => size(b) - size(a));
}
