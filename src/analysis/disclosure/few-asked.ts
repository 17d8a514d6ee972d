import type { Responses } from '../../responses/responses.ts';
import type { Analysis, ItemAnalysis, QuestionAnalysis } from '../analysis.ts';
import type { Note } from '../note.ts';
import { withoutStatistics } from '../numbers.ts';
import type { Edit, Effects } from './effects.ts';
import { isListed } from './open-options.ts';
import { hiddenFigure, hiddenScores, withoutWeighedStates } from './hide.ts';
import { type Limits, answeredOf, isSmallCount, sizeOf } from './limits.ts';
import { askedOtherwise } from './routes.ts';
import type { Tables } from './tables.ts';

/**
 * The questions of which nothing is told, by id: those that only a small group was asked, by way of what it answered to a profile, so
 * that all results are those of the group; profiles that so few answered that all there is to tell is how few, unless a question that is
 * none, or the kind of respondent, is read from the same column and tells it; and those asked by way of such a question, since how many were, if any, tells what was answered to it.
 */
export function fewAsked(
  { questions, weighting }: Analysis<number>,
  { survey, sharedColumns }: Pick<Responses, 'survey' | 'sharedColumns'>,
  limits: Limits,
): ReadonlySet<string> {
  const gates = new Map(survey.questions.map(({ id, asked }) => [id, asked?.question]));
  const profiles = new Set(questions.flatMap(({ id, profile }) => (profile ? [id] : [])));
  const isOfProfile = (id: string | undefined): boolean =>
    id !== undefined && (profiles.has(id) || isOfProfile(gates.get(id)));
  const hideable = questions.filter(({ id, kind }) => kind !== 'text' && !weighting?.raked.includes(id));
  const keysOf = ({ id, items }: QuestionAnalysis<number>) => items.map((item) => `${id}.${item.id}`);
  const views = new Set(questions.filter(({ profile }) => !profile).flatMap(keysOf));
  const isToldBeside = (question: QuestionAnalysis<number>) =>
    sharedColumns.some(
      ({ items, isOfKind }) =>
        keysOf(question).some((key) => items.includes(key)) &&
        (isOfKind || items.some((item) => views.has(item))),
    );
  const few = hideable.filter((question) => {
    const { id, profile, items } = question;
    const [item] = items;
    if (item === undefined || sizeOf(item) < limits.group) return false;
    const asked = sizeOf(item) - item.states.notAsked;
    const isOfSmallGroup = isOfProfile(gates.get(id)) && areFew(asked, limits);
    const isOfFew = profile && items.every((one) => isSmallCount(answeredOf(one), limits));
    return isOfSmallGroup || (isOfFew && !isToldBeside(question));
  });
  const told = new Set(few.map(({ id }) => id));
  const isTold = (id: string | undefined): boolean =>
    id !== undefined && (told.has(id) || isTold(gates.get(id)));
  return new Set(hideable.flatMap(({ id }) => (isTold(id) ? [id] : [])));
}

function areFew(asked: number, limits: Limits): boolean {
  return asked > 0 && asked < limits.group;
}

/** Whether something would be told of the same questions if some responses were others: of which nothing is told is said. */
export function areFewAsTold(
  edits: readonly Edit[],
  rows: Effects['rows'],
  { limits }: Pick<Tables, 'limits'>,
): boolean {
  if (edits.every(({ field }) => sizeOf(field.item) < limits.group)) return true;
  const routes = [...askedOtherwise(edits)];
  return (
    routes.every(([{ asked }, more]) => areFew(asked, limits) === areFew(asked + more, limits)) &&
    [...rows].every(
      ([
        {
          distribution,
          table: { field, split },
        },
        {
          states: [option = 0, outside = 0],
        },
      ]) => {
        if (split !== undefined || !field.question.profile) return true;
        const answered = answeredOf(distribution);
        return isSmallCount(answered, limits) || !isSmallCount(answered + option + outside, limits);
      },
    )
  );
}

/** An analysis in which nothing is counted of some questions, by id: no table of theirs, none by them, and no note on them. */
export function withoutFew(analysis: Analysis<number>, few: ReadonlySet<string>): Analysis<number> {
  if (few.size === 0) return analysis;
  const isKept = (id: string) => !few.has(id);
  return {
    ...analysis,
    questions: analysis.questions.map((one) => (isKept(one.id) ? one : { ...one, items: [] })),
    breakdowns: analysis.breakdowns.filter(
      ({ question, byQuestions }) => isKept(question) && byQuestions.every(({ id }) => isKept(id)),
    ),
    combinations: analysis.combinations.filter(
      ({ question, clarity }) => isKept(question) && isKept(clarity.question),
    ),
    notes: analysis.notes.flatMap((note): Note[] => {
      if (note.code === 'middle-not-chosen') {
        const questions = note.questions.filter(isKept);
        return questions.length > 0 ? [{ ...note, questions }] : [];
      }
      return 'question' in note && !isKept(note.question) ? [] : [note];
    }),
  };
}

/** The questions of an analysis, without anything that was counted of some, by id. */
export function hideFew(
  shown: readonly QuestionAnalysis[],
  { questions }: Analysis<number>,
  few: ReadonlySet<string>,
  { survey }: Pick<Responses, 'survey'>,
): QuestionAnalysis[] {
  const listed = new Set(survey.questions.filter(isListed).map(({ id }) => id));
  return shown.map((question, nth) => {
    const own = questions[nth];
    if (own === undefined || !few.has(own.id)) return question;
    return { ...question, items: own.items.map((item) => withoutAll(item, listed.has(own.id))) };
  });
}

/** An item without anything that was counted; and where its options are those that somebody gave, without these. */
function withoutAll(item: ItemAnalysis<number>, areListed: boolean): ItemAnalysis {
  const hide = <One extends ItemAnalysis<number>['options'][number]>(one: One) => {
    const { population: _population, figure, ...rest } = one;
    return { ...rest, figure: hiddenFigure(figure, false, false) };
  };
  return {
    ...withoutWeighedStates(item),
    base: { rule: item.base.rule, count: null },
    states: { option: null, outside: null, blank: null, notAsked: null, invalid: null },
    options: areListed ? item.options.map(hide) : [],
    nets: item.nets.map(hide),
    ...(item.numbers && { numbers: withoutStatistics(null, 'disclosive') }),
    ...(item.scores && { scores: hiddenScores }),
  };
}
