import type { Analysis, Breakdown } from '../analysis.ts';
import { isOpen } from '../comparable.ts';
import type { Note } from '../note.ts';
import { hiddenIds, sayHiddenCampaigns, smallGroups } from './hidden.ts';
import type { Limits } from './limits.ts';
import type { Tables } from './tables.ts';

/** The notes on an analysis of which something is hidden: what must be said still, and what is hidden. */
export function publishedNotes(
  published: Analysis,
  {
    analysis,
    limits,
    tables,
  }: { readonly analysis: Analysis<number>; readonly limits: Limits; readonly tables: Tables },
): Note[] {
  const { questions, breakdowns, sensitivity, disclosure } = published;
  const hidden = hiddenIds(questions, breakdowns);
  const isSaid = (note: Note): boolean => {
    if (note.code === 'base-alarm')
      return isAllShown(note, breakdowns) && note.shares.every(({ figure }) => !hidden.has(figure.id));
    if (note.code !== 'campaign-majority') return true;
    const { change } = note;
    return sensitivity.some(
      ({ with: one, campaign }) => one.id === change.with.id && campaign === change.campaign,
    );
  };
  const small = smallGroups(analysis, limits);
  const withheld = analysis.breakdowns.filter((one) => tables.byBreakdown.get(one)?.isWithheld);
  const rest = fewInNoGroup(breakdowns, limits);
  return [
    ...sayHiddenCampaigns(published.notes.filter(isSaid), analysis.sensitivity, sensitivity),
    // That nothing is small enough to hide would not be so where tables by channel, file or kind are, or those in no group.
    ...(disclosure &&
    disclosure.of > 0 &&
    (disclosure.hidden > 0 || (!disclosure.withheld && rest.length === 0))
      ? [{ code: 'disclosure', disclosure } as const]
      : []),
    ...(withheld.length > 0 ? [{ code: 'withheld-breakdowns', breakdowns: withheld } as const] : []),
    ...unlistedIn(analysis, tables).map(
      ({ byQuestions }) => ({ code: 'unlisted-groups', byQuestions, limit: limits.group }) as const,
    ),
    ...(rest.length > 0 ? [{ code: 'few-in-no-group', questions: rest, limit: limits.group } as const] : []),
    ...small.map((groups) => ({ code: 'small-groups', ...groups, limit: limits.group }) as const),
  ];
}

/** The questions of which fewer than a group made no answer: what they said is what a breakdown leaves of the total. */
function fewInNoGroup(breakdowns: Analysis['breakdowns'], limits: Limits): Breakdown['byQuestions'] {
  const isTold = ({ total, groups }: Breakdown) =>
    total.options.some(({ id }) =>
      groups.every(({ options }) => options.find((one) => one.id === id)?.figure.count !== null),
    );
  const told = breakdowns.filter(
    (one) =>
      one.byQuestions.length === 1 &&
      (one.ungrouped ?? 0) > 0 &&
      (one.ungrouped ?? 0) < limits.group &&
      isTold(one),
  );
  return [...new Map(told.flatMap(({ byQuestions: [by] }) => (by ? [[by.id, by] as const] : []))).values()];
}

/** Whether nothing is hidden of the group that a note is about: its bases say how many gave which sort of answer. */
function isAllShown(
  note: Extract<Note, { code: 'base-alarm' }>,
  breakdowns: Analysis['breakdowns'],
): boolean {
  if (note.group === undefined) return true;
  const { by, id } = note.group;
  const group = breakdowns
    .find((one) => one.by === by && one.question === note.question && one.item === note.item)
    ?.groups.find((one) => one.id === id);
  return group !== undefined && isOpen(group);
}

/** The first breakdown of each sort of groups within groups that are not all listed. */
function unlistedIn({ breakdowns }: Analysis<number>, { byBreakdown }: Tables): Breakdown<number>[] {
  const found = breakdowns.filter((one) => byBreakdown.get(one)?.rows.some(({ isListed }) => !isListed));
  return [...new Map(found.map((one) => [one.by, one])).values()];
}
