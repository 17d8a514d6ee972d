import { sumOf } from '../../intake/sum.ts';
import type { Analysis, Breakdown, Distribution, Group, QuestionAnalysis } from '../analysis.ts';
import { isOpen } from '../comparison/comparable.ts';
import type { Count } from '../figures.ts';
import type { Note } from '../note.ts';
import type { SmallGroups } from './hidden.ts';
import { type Limits, isDeclined, isSmallCount } from './limits.ts';

type Suggestion = Extract<Note, { code: 'merge-to-show' }>;

/** What of an analysis says which answers may be counted as one. */
type Seen = Pick<Analysis, 'questions' | 'breakdowns'>;

/**
 * Where answers that are counted as one may hide less, by what is seen to be hidden and nothing else: groups that would have no small
 * count; or the hidden answers of a profile of which something is shown, and groups of which more than half is hidden, where none of the
 * question is said to be `small`. `isOrdered` says whether the answers to a question stand in an order of their own.
 */
export function mergesToShow(
  { questions, breakdowns }: Seen,
  small: readonly SmallGroups[],
  limits: Limits,
  isOrdered: (question: string) => boolean,
): Suggestion[] {
  return questions.flatMap((question): Suggestion[] => {
    const { id, profile, items, kind } = question;
    if (kind === 'multiple' && profile) return hiddenAnswers(question, 'several');
    if (kind !== 'choice') return [];
    const tables = breakdowns.filter(({ by }) => by === id);
    const enough = enoughMerged(question, tables, limits, isOrdered(id));
    if (enough !== undefined) return [{ code: 'merge-to-show', question: id, answers: enough, as: 'enough' }];
    const options = items.flatMap((item) => item.options);
    if (profile && options.some(({ figure }) => figure.count === null))
      return hiddenAnswers(question, 'answers');
    // Of two that are counted as one nothing is left to compare.
    if (options.length < 3 || small.some(({ by }) => by === id)) return [];
    const groups = tables.flatMap((one) => one.groups);
    const mostly = labelsOf(groups).filter((label) =>
      isMostlyHidden(groups.filter((group) => group.label === label)),
    );
    return mostly.length > 0 ? [{ code: 'merge-to-show', question: id, answers: mostly, as: 'groups' }] : [];
  });
}

/** The hidden answers of a profile of which something is shown. */
function hiddenAnswers({ id, items }: QuestionAnalysis, as: 'answers' | 'several'): Suggestion[] {
  const options = items.flatMap((item) => item.options);
  const hidden = options.filter(({ figure }) => figure.count === null);
  if (hidden.length === 0 || !options.some(({ figure }) => (figure.count ?? 0) > 0)) return [];
  const [named, all] = [labelsOf(hidden), hidden.map(({ label }) => label)];
  return [{ code: 'merge-to-show', question: id, answers: named.length > 0 ? named : all, as }];
}

/**
 * The groups that would have no small count if they were counted as one, in every table by them: all of which anything is hidden, and
 * those between them. Everybody is in a group, so that what they have together is the total less the others, which is shown.
 */
function enoughMerged(
  { profile, items }: QuestionAnalysis,
  tables: readonly Breakdown[],
  limits: Limits,
  isOrdered: boolean,
): string[] | undefined {
  const [table] = tables;
  if (table === undefined || tables.some(({ ungrouped, total }) => ungrouped !== 0 || !isOpen(total))) return;
  const isHidden = ({ id }: Group) =>
    tables.some(({ groups }) => groups.some((one) => one.id === id && !isOpen(one))) ||
    (profile &&
      items.some(({ options }) => options.some((one) => one.id === id && one.figure.count === null)));
  const hidden = table.groups.map(isHidden);
  const [first, last] = [hidden.indexOf(true), hidden.lastIndexOf(true)];
  const merged = table.groups.filter((_, at) => (isOrdered ? at >= first && at <= last : hidden[at]));
  if (first < 0 || first === last || merged.length === table.groups.length) return;
  if (merged.some(({ label }) => isDeclined(label))) return;
  const isOther = ({ id }: { readonly id: string }) => merged.every((one) => one.id !== id);
  const isProfileEnough = items.every(({ base, options }) => {
    const left = (base.count ?? 0) - sumOf(options.filter(isOther), ({ figure }) => figure.count ?? 0);
    return !profile || !isSmallCount(left, limits);
  });
  return isProfileEnough && tables.every((one) => isLeftLarge(one.total, one.groups.filter(isOther), limits))
    ? merged.map(({ label }) => label)
    : undefined;
}

/** Whether nothing is small of what some groups leave of the total. */
function isLeftLarge(total: Distribution, groups: readonly Group[], limits: Limits): boolean {
  const left = (of: (one: Distribution) => Count | undefined) =>
    (of(total) ?? 0) - sumOf(groups, (group) => of(group) ?? 0);
  const sizes = [left(({ base }) => base.count), left(({ numbers }) => numbers?.n)];
  const counts = total.options.map(({ id }) =>
    left(({ options }) => options.find((one) => one.id === id)?.figure.count),
  );
  return (
    sizes.every((size) => size === 0 || size >= limits.group) &&
    counts.every((count) => !isSmallCount(count, limits))
  );
}

/** Each label once; whoever would not say is no group with anybody else. */
function labelsOf(those: readonly { readonly label: string }[]): string[] {
  return [...new Set(those.map(({ label }) => label))].filter((label) => !isDeclined(label));
}

function isMostlyHidden(distributions: readonly Distribution[]): boolean {
  const figures = distributions.flatMap(({ options, nets }) => [...options, ...nets]);
  return 2 * figures.filter(({ figure }) => figure.count === null).length > figures.length;
}
