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
  const questions = profilesToBaseOnAll(analysis, published);
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
  if (!showsMore(rebased, published)) return published;
  const named = questions.map(({ id, text }) => ({ id, text }));
  return { ...rebased, notes: [...rebased.notes, { code: 'based-on-all', questions: named }] };
}

/** A share of those who answered, of 1: an answer of so many is hidden only where nothing else will do, whether it makes a group or not. */
const LARGE = 0.25;

/** The profiles of which a group, or a large answer, is hidden beside the only small one, though some gave no answer. */
function profilesToBaseOnAll(analysis: Analysis<number>, published: Analysis): QuestionAnalysis<number>[] {
  const limits = limitsOf(analysis);
  if (limits === undefined || analysis.weighting !== undefined) return [];
  const makers = new Set(analysis.breakdowns.flatMap(({ byQuestions }) => byQuestions.map(({ id }) => id)));
  return analysis.questions.filter(({ id, kind, profile, items: [item] }, nth) => {
    const isOne = profile && kind !== 'multiple' && item !== undefined;
    if (!isOne || item.base.rule === 'all' || item.states.blank === 0) return false;
    const shown = new Map(
      published.questions[nth]?.items[0]?.options.map((one) => [one.id, one.figure.count]),
    );
    const hidden = item.options.filter((one) => shown.get(one.id) === null);
    const small = hidden.filter(
      ({ label, figure }) => !isDeclined(label) && isSmallCount(figure.count, limits),
    );
    const others = hidden.filter((one) => !small.includes(one));
    const least = makers.has(id) ? 1 : LARGE * answeredOf(item);
    return small.length === 1 && others.some(({ figure }) => figure.count >= least);
  });
}

function showsMore(one: Analysis, other: Analysis): boolean {
  const hiddenIn = ({ disclosure }: Analysis) => disclosure?.hidden ?? 0;
  return hiddenIn(one) < hiddenIn(other) && comparedIn(one) >= comparedIn(other);
}

/** How many answers are set beside the population. */
function comparedIn({ questions }: Analysis): number {
  const options = questions.flatMap(({ items }) => items.flatMap((item) => item.options));
  return options.filter(({ population }) => population !== undefined && population.points !== null).length;
}
