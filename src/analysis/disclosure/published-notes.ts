import type { Analysis, Breakdown, Distribution } from '../analysis.ts';
import { isByAnswers } from '../breakdowns.ts';
import { type Sensitivity, leadChanges } from '../campaigns.ts';
import { isOpen } from '../comparison/comparable.ts';
import type { Note } from '../note.ts';
import {
  distributionsOf,
  hiddenIds,
  isBreakdownEmptied,
  isEmptied,
  sayHiddenCampaigns,
  smallGroups,
} from './hidden.ts';
import { hides } from './hide-text.ts';
import type { Limits } from './limits.ts';
import { mergesToShow } from './merges.ts';
import { areGroupsTold } from './sizes.ts';
import { smallButShown } from './small-shown.ts';
import type { Tables } from './tables.ts';
import { unanimousGroups } from './unanimous.ts';

/** The notes on an analysis of which something is hidden: what must be said still, and what is hidden. */
export function publishedNotes(
  published: Analysis,
  {
    analysis,
    limits,
    tables,
  }: { readonly analysis: Analysis<number>; readonly limits: Limits; readonly tables: Tables },
  few: ReadonlySet<string>,
): Note[] {
  const { questions, breakdowns, sensitivity, disclosure } = published;
  const hidden = hiddenIds(published);
  const isSaid = (note: Note): boolean => {
    if (note.code === 'base-alarm')
      return areBasesShown(note, published) && note.shares.every(({ figure }) => !hidden.has(figure.id));
    return note.code !== 'campaign-majority' || sensitivity.some((one) => isSameChange(one, note.change));
  };
  // Which side has more is said by what is seen of both.
  const leads = leadChanges(sensitivity);
  const asSeen = (note: Note): Note[] =>
    note.code === 'campaign-lead'
      ? leads.flatMap((lead) => (isSameChange(lead.positive, note.positive) ? [{ ...note, ...lead }] : []))
      : isSaid(note)
        ? [note]
        : [];
  const small = smallGroups(published, limits);
  const isUnlisted = ({ byQuestions, groups }: Breakdown) => byQuestions.length > 1 && groups.length === 0;
  const withheld = [
    ...emptiedProfiles(published).filter(({ question }) => !few.has(question)),
    ...breakdowns.filter((one) => isBreakdownEmptied(one) || isUnlisted(one)),
  ];
  const isOfGroup = published.selection !== undefined;
  const isAnyByAnswersHidden = breakdowns.some((one) => isByAnswers(one) && one.groups.some(hides));
  const shownViews = new Set([...tables.pairings].map(({ combination }) => combination));
  const views = analysis.combinations.filter((one) => !shownViews.has(one));
  const compared = comparedIn(analysis);
  const still = comparedIn(published);
  const uncompared = questions.filter(({ id }) => compared.has(id) && !still.has(id));
  const rest = fewInNoGroup(published, limits);
  const unanimous = unanimousGroups(published);
  return [
    ...sayHiddenCampaigns(published.notes.flatMap(asSeen), analysis.sensitivity, sensitivity),
    // That nothing is small enough to hide would not be so where tables by channel, file or kind are.
    ...(disclosure && disclosure.of > 0 && (disclosure.hidden > 0 || !disclosure.withheld)
      ? [
          {
            code: 'disclosure',
            disclosure,
            areExtremesHidden: areExtremesHidden(published),
            shown: smallButShown(published, tables),
          } as const,
        ]
      : []),
    ...(withheld.length + views.length > 0
      ? [{ code: 'withheld-tables', tables: withheld, views } as const]
      : []),
    ...(few.size > 0
      ? [{ code: 'few-asked', questions: questions.filter(({ id }) => few.has(id)) } as const]
      : []),
    ...(uncompared.length > 0 ? [{ code: 'hidden-population', questions: uncompared } as const] : []),
    ...(isOfGroup || isAnyByAnswersHidden ? [{ code: 'beside-other-runs', isOfGroup } as const] : []),
    ...unlistedIn(analysis, tables).map(
      ({ byQuestions }) => ({ code: 'unlisted-groups', byQuestions, limit: limits.group }) as const,
    ),
    ...(rest.questions.length > 0
      ? [{ code: 'few-in-no-group', ...rest, limit: limits.group } as const]
      : []),
    ...(unanimous.length > 0 ? [{ code: 'unanimous-groups', groups: unanimous } as const] : []),
    ...small.map((groups) => ({ code: 'small-groups', ...groups, limit: limits.group }) as const),
    ...mergesToShow(
      published,
      small,
      limits,
      (id) => tables.fieldOf({ question: id, item: id })?.isByFrequency === false,
    ),
  ];
}

/** Whether two are about the same figure and campaign. */
function isSameChange(one: Sensitivity, other: Sensitivity): boolean {
  return one.with.id === other.with.id && one.campaign === other.campaign;
}

/** Whether the lowest and the highest number of some are hidden although their mean is not. */
function areExtremesHidden(analysis: Analysis): boolean {
  return distributionsOf(analysis).some(
    ({ numbers }) => numbers !== undefined && numbers.mean !== null && numbers.minimum === null,
  );
}

/** The questions that are set beside the population, by their ids. */
function comparedIn({ questions }: Pick<Analysis, 'questions'>): ReadonlySet<string> {
  const isCompared = ({ options }: Pick<Distribution, 'options'>): boolean =>
    options.some(({ population }) => population !== undefined && population.points !== null);
  return new Set(questions.filter(({ items }) => items.some(isCompared)).map(({ id }) => id));
}

/** Results of all responses of which every count that is not 0 is hidden: of profiles, or of a group that the run is about. */
function emptiedProfiles({ questions }: Analysis): Pick<Breakdown, 'question' | 'item' | 'byQuestions'>[] {
  return questions.flatMap(({ id, items }) =>
    items.filter(isEmptied).map((item) => ({ question: id, item: item.id, byQuestions: [] })),
  );
}

/**
 * The questions of whose groups so few may be in none that what the groups leave of the total is hidden as if they were a group. By what
 * is published alone: that they are few, or not, would tell how many answered.
 */
function fewInNoGroup(
  { breakdowns, ledger }: Analysis,
  limits: Limits,
): Pick<Extract<Note, { code: 'few-in-no-group' }>, 'questions' | 'isNested'> {
  const mayBeFew = ({ byQuestions, ungrouped, total }: Breakdown): boolean => {
    const { option, outside } = total.states;
    const fewest = (ungrouped ?? 0) + (option ?? 0) + (outside ?? 0) - ledger.analysed;
    return byQuestions.length > 1 || (ungrouped !== 0 && fewest < limits.group);
  };
  const found = breakdowns.filter(
    (one) => one.groups.some(hides) && !isBreakdownEmptied(one) && mayBeFew(one),
  );
  const makers = found.flatMap(({ byQuestions }) => byQuestions.slice(-1));
  return {
    questions: [...new Map(makers.map((one) => [one.id, one])).values()],
    isNested: found.some(({ byQuestions }) => byQuestions.length > 1),
  };
}

/** Whether the bases that a note sets beside each other tell nothing that is hidden: how many gave which sort of answer, of all or of a group. */
function areBasesShown(
  note: Extract<Note, { code: 'base-alarm' }>,
  { questions, breakdowns }: Pick<Analysis, 'questions' | 'breakdowns'>,
): boolean {
  if (note.group === undefined) {
    const items = questions.find(({ id }) => id === note.question)?.items ?? [];
    const states = items.find(({ id }) => id === note.item)?.states ?? {};
    return Object.values(states).every((count) => count !== null);
  }
  const { by, id } = note.group;
  const group = breakdowns
    .find((one) => one.by === by && one.question === note.question && one.item === note.item)
    ?.groups.find((one) => one.id === id);
  return group !== undefined && isOpen(group);
}

/** The first breakdown of each sort of groups within groups: whether any are so small that they are not listed would tell something. */
function unlistedIn({ breakdowns }: Analysis<number>, { byBreakdown }: Tables): Breakdown<number>[] {
  const found = breakdowns.filter((one) => {
    const table = byBreakdown.get(one);
    return table?.split?.isNested === true && areGroupsTold(table, { byBreakdown });
  });
  return [...new Map(found.map((one) => [one.by, one])).values()];
}
