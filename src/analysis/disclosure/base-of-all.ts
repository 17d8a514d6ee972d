import type { Responses } from '../../responses/responses.ts';
import { analyse } from '../analyse.ts';
import type { Analysis, QuestionAnalysis } from '../analysis.ts';
import { answeredOf, isDeclined, isSmallCount, limitsOf } from './limits.ts';
import { publish } from './publish.ts';

/**
 * As `publish`; `by` are the questions that the analysis is broken down by beside those of the definition. Where a large group is hidden
 * for the sake of one small count of a profile, and less would be hidden if how many gave no answer were in its place, the percentages of
 * that profile are of all who were asked, so that no base says how many these are; a note says so.
 */
export function publishShowingGroups(
  analysis: Analysis<number>,
  responses: Responses,
  by: readonly string[] = [],
): Analysis {
  const published = publish(analysis, responses);
  const questions = profilesToBaseOnAll(analysis, published, responses);
  if (questions.length === 0) return published;
  const ids = new Set(questions.map(({ id }) => id));
  const survey = {
    ...responses.survey,
    questions: responses.survey.questions.map((one) =>
      ids.has(one.id) ? { ...one, base: 'all' as const } : one,
    ),
  };
  const other = { ...responses, survey };
  const rebased = publish(analyse(other, by), other);
  if (lossIn(rebased, analysis) >= lossIn(published, analysis) || comparedIn(rebased) < comparedIn(published))
    return published;
  const named = questions.map(({ id, text }) => ({ id, text }));
  return { ...rebased, notes: [...rebased.notes, { code: 'based-on-all', questions: named }] };
}

/** The profiles of which a group, or a large answer, is hidden beside the only small one, though some gave no answer. */
function profilesToBaseOnAll(
  analysis: Analysis<number>,
  published: Analysis,
  { survey }: Pick<Responses, 'survey'>,
): QuestionAnalysis<number>[] {
  const limits = limitsOf(analysis);
  if (limits === undefined || analysis.weighting !== undefined) return [];
  const given = new Set(survey.questions.filter(({ isBaseGiven }) => isBaseGiven).map(({ id }) => id));
  // Of which base a majority is could not be said beside hidden ones.
  const alarms = analysis.notes.filter((note) => note.code === 'base-alarm' && note.group === undefined);
  const alarmed = new Set(alarms.map((note) => ('question' in note ? note.question : '')));
  const makers = new Set(analysis.breakdowns.flatMap(({ byQuestions }) => byQuestions.map(({ id }) => id)));
  return analysis.questions.filter((question, nth) => {
    const {
      id,
      kind,
      profile,
      items: [item],
    } = question;
    if (!profile || kind === 'multiple' || item === undefined) return false;
    if (given.has(id) || alarmed.has(id) || item.base.rule === 'all' || item.states.blank === 0) return false;
    const hidden = hiddenOf(item, published.questions[nth]?.items[0]);
    const small = hidden.filter(
      ({ label, figure }) => !isDeclined(label) && isSmallCount(figure.count, limits),
    );
    const others = hidden.filter((one) => !small.includes(one));
    return small.length === 1 && others.some((one) => makers.has(id) || isLarge(one, item));
  });
}

type Item = Analysis<number>['questions'][number]['items'][number];

/** The options of an item of which the count is hidden. */
function hiddenOf(
  item: Item,
  published: Analysis['questions'][number]['items'][number] | undefined,
): Item['options'] {
  const counts = new Map(published?.options.map(({ id, figure }) => [id, figure.count]));
  return item.options.filter(({ id }) => counts.get(id) === null);
}

/** A share of those who answered, of 1: an answer of so many is hidden only where nothing else will do, whether it makes a group or not. */
const LARGE = 0.25;

function isLarge({ figure }: Item['options'][number], item: Item): boolean {
  return figure.count >= LARGE * answeredOf(item);
}

/** How many other figures a large answer of a profile is worth. */
const WORTH = 6;

/** What is lost by what is hidden: figures, large answers of profiles more than others. */
function lossIn({ questions, disclosure }: Analysis, exact: Analysis<number>): number {
  const large = questions.flatMap(({ profile, items: [shown] }, nth) => {
    const item = profile ? exact.questions[nth]?.items[0] : undefined;
    return item === undefined ? [] : hiddenOf(item, shown).filter((one) => isLarge(one, item));
  });
  return (disclosure?.hidden ?? 0) + WORTH * large.length;
}

/** How many answers are set beside the population. */
function comparedIn({ questions }: Analysis): number {
  const options = questions.flatMap(({ items }) => items.flatMap((item) => item.options));
  return options.filter(({ population }) => population !== undefined && population.points !== null).length;
}
