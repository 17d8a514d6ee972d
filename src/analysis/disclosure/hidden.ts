import type { Analysis, Breakdown, Distribution, Group, OptionFigure } from '../analysis.ts';
import { groupBy } from '../../intake/group-by.ts';
import { isByAnswers } from '../breakdowns.ts';
import { type Sensitivity, campaignId } from '../campaigns.ts';
import type { Note } from '../note.ts';
import { states as stateNames } from './fields.ts';
import { hiddenFigure, withoutDifference, withoutWeighedStates } from './hide.ts';
import { hides, isPersonalText } from './hide-text.ts';
import type { Limits } from './limits.ts';

/** Groups of one breakdown that are hidden whole because few are in them. */
export interface SmallGroups {
  readonly by: string;
  readonly groups: readonly string[];
  /** Whether some of what they answered is shown all the same, since the results of all tell it. */
  readonly areTold?: true;
  /** Whether there are groups of which no table shows the size, and which may be as small. */
  readonly areOthers?: true;
}

/** How many figures there are about people, and how many of them are hidden: those of profiles and breakdowns, and where any is hidden. */
export function countHidden({ questions, breakdowns, selection }: Analysis): {
  readonly hidden: number;
  readonly of: number;
} {
  const isOfGroup = selection !== undefined;
  const ofPeople = distributionsOf({
    questions: questions.filter(
      ({ kind, profile, items }) => profile || isOfGroup || (kind !== 'text' && items.some(hides)),
    ),
    breakdowns: breakdowns.filter(({ by, groups }) => by !== campaignId || isOfGroup || groups.some(hides)),
  });
  const figures = ofPeople.flatMap(({ options, nets, numbers, base }) => [
    ...[...options, ...nets].map(({ figure }) => figure.withheld === 'disclosive'),
    ...(numbers ? [numbers.withheld === 'disclosive'] : []),
    // Where what was answered is hidden as well no figure stands for it.
    ...(options.length === 0 && !numbers && base.count === null ? [true] : []),
  ]);
  const writers = questions
    .filter(({ kind }) => kind === 'text')
    .flatMap((question) => {
      const areHidden = question.items.map(({ states }) => states.option === null);
      return isPersonalText(question, { questions, isOfGroup }) || areHidden.includes(true) ? areHidden : [];
    });
  const all = [...figures, ...writers];
  return { hidden: all.filter(Boolean).length, of: all.length };
}

/**
 * Whether how many give the same answers to everything may tell a hidden count: of a group of which anything is hidden, and where the
 * figures of a campaign are, whose members they may be.
 */
export function areAlikeHidden(analysis: Pick<Analysis, 'questions' | 'breakdowns' | 'selection'>): boolean {
  const breakdowns = analysis.breakdowns.filter(({ by }) => by === campaignId || analysis.selection);
  const questions = analysis.selection ? analysis.questions : [];
  return distributionsOf({ questions, breakdowns }).some(hides);
}

/** An analysis that does not say how many give the same answers to everything, where any do. */
export function withoutAlike(analysis: Analysis): Analysis {
  const notes = analysis.notes.map((note): Note => {
    if (note.code === 'same-answers') return { ...note, repeats: null };
    return note.code === 'ticked-alike' ? { ...note, alike: null } : note;
  });
  const areThere = analysis.repeats !== null && analysis.repeats.responses > 0;
  return { ...analysis, repeats: areThere ? null : analysis.repeats, notes };
}

/** The results of all responses to each item, and of each group. */
export function distributionsOf({
  questions,
  breakdowns,
}: Pick<Analysis, 'questions' | 'breakdowns'>): Distribution[] {
  return [...questions.flatMap(({ items }) => items), ...breakdowns.flatMap(({ groups }) => groups)];
}

/** The ids of the figures that are hidden. */
export function hiddenIds(analysis: Analysis): Set<string> {
  const figures = distributionsOf(analysis).flatMap(({ options, nets }) => [...options, ...nets]);
  return new Set(figures.flatMap(({ figure }) => (figure.withheld === 'disclosive' ? [figure.id] : [])));
}

/** Whether every figure is hidden that is not 0: nothing is shown of what anybody answered. */
export function isEmptied({ options, nets, numbers }: Distribution): boolean {
  const counts = [...options, ...nets].map(({ figure }) => figure.count);
  return (
    numbers?.n === null || (counts.includes(null) && counts.every((count) => count === null || count === 0))
  );
}

/** Whether nothing is shown of any group of a breakdown. */
export function isBreakdownEmptied({ groups }: Pick<Breakdown, 'groups'>): boolean {
  return groups.length > 0 && groups.every(isEmptied);
}

/**
 * An analysis of which no count is known of the groups of a breakdown where no answer is shown of any: which of their bases are hidden
 * would tell something of those that are not.
 */
export function withoutEmptied(analysis: Analysis): Analysis {
  return { ...analysis, breakdowns: analysis.breakdowns.map(hideEmptied) };
}

/** What nobody gave at all is no secret of a group either. */
function hideEmptied(breakdown: Breakdown): Breakdown {
  if (!isBreakdownEmptied(breakdown)) return breakdown;
  const { total } = breakdown;
  const isOfNobody = (id: string) =>
    [...total.options, ...total.nets].some(({ figure, ...one }) => one.id === id && figure.count === 0);
  const hideAll = <Kind extends OptionFigure>(one: Kind): Kind =>
    withoutDifference({ ...one, figure: hiddenFigure(one.figure, isOfNobody(one.id), false) });
  const states = Object.fromEntries(stateNames.map((state) => [state, total.states[state] === 0 ? 0 : null]));
  const groups = breakdown.groups.map((group): Group => ({
    ...withoutWeighedStates(group),
    states: { ...group.states, ...states },
    base: { rule: group.base.rule, count: null },
    options: group.options.map(hideAll),
    nets: group.nets.map(hideAll),
  }));
  return { ...breakdown, groups };
}

/**
 * The groups of each question that are seen to have too few responses: by how many gave the answer, where that is shown, or by their base
 * in every table of which anything is shown.
 */
export function smallGroups(
  { questions, breakdowns }: Pick<Analysis, 'questions' | 'breakdowns'>,
  limits: Limits,
): SmallGroups[] {
  const single = breakdowns.filter(
    (one) => isByAnswers(one) && one.byQuestions.length === 1 && !isBreakdownEmptied(one),
  );
  return [...groupBy(single, ({ by }) => by)].flatMap(([by, own]) => {
    const answers = questions.find(({ id }) => id === by)?.items[0]?.options ?? [];
    const sizesOf = ({ id }: Group) => {
      const size = answers.find((one) => one.id === id)?.figure.count ?? null;
      const alike = own.flatMap(({ groups }) => groups.filter((group) => group.id === id));
      return size === null ? alike.map(({ base }) => base.count) : [size];
    };
    const isSmall = (group: Group) => {
      const sizes = sizesOf(group);
      return sizes.every((size) => size !== null && size < limits.group) && sizes.some((size) => size !== 0);
    };
    const groups = own[0].groups.filter(isSmall);
    if (groups.length === 0) return [];
    const ids = new Set(groups.map(({ id }) => id));
    const alike = own.flatMap((one) => one.groups.filter(({ id }) => ids.has(id)));
    const areTold = alike.some(({ options }) => options.some(({ figure }) => (figure.count ?? 0) > 0));
    const areOthers = own[0].groups.some((group) => sizesOf(group).every((size) => size === null));
    return [
      {
        by,
        groups: groups.map(({ label }) => label),
        ...(areTold && { areTold }),
        ...(areOthers && { areOthers }),
      },
    ];
  });
}

/** The notes, with which results are not given without the campaigns: of these nobody may be told whether a majority changes either. */
export function sayHiddenCampaigns(
  notes: readonly Note[],
  known: readonly Sensitivity[],
  shown: readonly Sensitivity[],
): Note[] {
  const key = (one: Sensitivity) => `${one.campaign ?? ''} ${one.with.id}`;
  const seen = new Set(shown.map(key));
  const lost = known.filter((one) => !seen.has(key(one)));
  const hidden = [...new Map(lost.map((one) => [`${one.question} ${one.item}`, one])).values()];
  const places = hidden.map(({ question, item }) => ({ question, item }));
  return notes.map((note) => (note.code === 'campaigns' ? { ...note, hidden: places } : note));
}
