import type { Responses } from '../../responses/responses.ts';
import { analyse } from '../analyse.ts';
import type { Analysis, QuestionAnalysis } from '../analysis.ts';
import { canBlanksHide } from './guard-whole.ts';
import { limitsOf } from './limits.ts';
import type { GoesOn } from './protect.ts';
import { publish } from './publish.ts';

/**
 * As `publish`; `by` are the questions that the analysis is broken down by beside those of the definition. Where one count of a profile
 * must be hidden and some gave no answer, its percentages are of all who were asked, so that no base says how many these are, and they
 * are hidden in place of another answer and of all of its group; a note says so. Which profiles these are follows from their own counts
 * alone: beside another run, with other breakdowns, nothing else is told.
 */
export function publishShowingGroups(
  analysis: Analysis<number>,
  responses: Responses,
  by: readonly string[] = [],
  goesOn?: GoesOn,
): Analysis {
  for (let questions = profilesToBaseOnAll(analysis, responses); questions.length > 0;) {
    const ids = new Set(questions.map(({ id }) => id));
    const survey = {
      ...responses.survey,
      questions: responses.survey.questions.map((one) =>
        ids.has(one.id) ? { ...one, base: 'all' as const } : one,
      ),
    };
    const other = { ...responses, survey };
    const published = publish(analyse(other, by), other, undefined, goesOn);
    const still = questions.filter(({ id }) => areBlanksHidden(id, published));
    if (still.length === questions.length) {
      const { disclosure, notes } = published;
      return {
        ...published,
        ...(disclosure && { disclosure: { ...disclosure, basedOnAll: [...ids] } }),
        notes: [...notes, { code: 'based-on-all' }],
      };
    }
    questions = still;
  }
  return publish(analysis, responses, undefined, goesOn);
}

function areBlanksHidden(id: string, { questions }: Analysis): boolean {
  return questions.some((one) => one.id === id && one.items[0]?.states.blank === null);
}

/**
 * The profiles of which one count must be hidden, and no other may be as small, and some gave no answer. Not where the definition gives
 * the base, where the profile is set beside the population, or where a majority would be one on one base alone, which could not be said.
 */
function profilesToBaseOnAll(
  analysis: Analysis<number>,
  { survey }: Pick<Responses, 'survey'>,
): QuestionAnalysis<number>[] {
  const limits = limitsOf(analysis);
  if (limits === undefined || analysis.weighting !== undefined) return [];
  const given = new Set(survey.questions.filter(({ isBaseGiven }) => isBaseGiven).map(({ id }) => id));
  const alarms = analysis.notes.filter((note) => note.code === 'base-alarm' && note.group === undefined);
  const alarmed = new Set(alarms.map((note) => ('question' in note ? note.question : '')));
  return analysis.questions.filter(({ id, kind, profile, items: [item] }) => {
    const isOne = profile && kind !== 'multiple' && kind !== 'number' && item !== undefined;
    if (!isOne || given.has(id) || alarmed.has(id)) return false;
    const { base, options } = item;
    if (base.rule === 'all') return false;
    const isCompared = options.some(({ population }) => population !== undefined);
    return !isCompared && canBlanksHide(item, limits);
  });
}
