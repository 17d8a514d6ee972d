import type { Distribution } from '../analysis.ts';
import type { Field } from './fields.ts';
import { type Limits, answeredOf, isSmallCount, isSmallGroup } from './limits.ts';

/** What of a row must not be found out. */
export interface Guard {
  /** Nets and options, by position in `figures` of the row. */
  readonly figures: ReadonlySet<number>;
  /** Whether the base must not be found out either: it is all but how many are in the group, which is hidden elsewhere. */
  readonly isBaseToo: boolean;
  /** Whether how many gave no answer may be hidden for the sake of a figure: of all, where no base says it. */
  readonly mayHideBlanks?: boolean;
}

/**
 * Small counts of a group, or all of a small one. `isRouted` says whether only those who gave one answer to the item may be in any, and
 * `isTotalGuarded` whether some of the results of all must not be found out. Of a group that is not listed it is no secret that nobody gave
 * an answer, as of those in no group. `areOthersShown` says that what some of the others answered is not hidden as theirs, such as that
 * of organisations or of many in no group: then that a count is hidden would tell it, if it is the only small one that the results of all
 * leave, and so it is guarded where it is next to that too.
 */
export function guardGroup(
  field: Field,
  group: Distribution<number>,
  {
    isBaseToo,
    isRouted,
    isTotalGuarded,
    isListed,
    areOthersShown,
  }: {
    readonly isBaseToo: boolean;
    readonly isRouted: boolean;
    readonly isTotalGuarded: boolean;
    readonly isListed: boolean;
    readonly areOthersShown: boolean;
  },
  limits: Limits,
): Guard {
  if (isRouted || (!isTotalGuarded && isTold(field, group))) return { ...nothing, isBaseToo };
  const isSmall = isSmallGroup(group, limits);
  const answered = answeredOf(group);
  const others = answeredOf(field.item) - answered;
  const isNextToOnly = (count: number, ofAll: number) => {
    const [lowest, highest] = [Math.max(0, ofAll - others), Math.min(ofAll, answered)];
    const only = Math.max(1, lowest);
    return lowest < highest && only === Math.min(limits.count, highest) && Math.abs(count - only) <= 1;
  };
  const isAnyOnly = areOthersShown || (others > 0 && others < limits.group);
  const isGuarded = (count: number, _label: string, ofAll: number) =>
    isSmallCount(count, limits) ||
    ((isListed || count > 0) && (isSmall || (isAnyOnly && isNextToOnly(count, ofAll))));
  return { figures: guardedIn(field, group, isGuarded), isBaseToo };
}

/**
 * What those in no group gave of answers, where they are few: by the groups it is what these leave of the total. Of many nothing is
 * guarded, as they are no group that anybody asked about, nor is that none of them gave an answer.
 */
export function guardRest(
  field: Field,
  rest: Distribution<number>,
  isTotalGuarded: boolean,
  limits: Limits,
): Guard {
  if (!isSmallGroup(rest, limits) || (!isTotalGuarded && isTold(field, rest))) return nothing;
  return { figures: guardedIn(field, rest, (count) => count > 0), isBaseToo: false };
}

/** A row of which nothing is guarded. */
export const nothing: Guard = { figures: new Set(), isBaseToo: false };

/** Whether the results of all say what a group answered: all gave the same answer, or nobody else gave any. */
function isTold({ item, isSeveral }: Field, group: Distribution<number>): boolean {
  const answered = answeredOf(item);
  const isSame = ({ figure }: Distribution<number>['options'][number]) =>
    figure.count === 0 || figure.count === answered;
  const isEverybody = answeredOf(group) === answered;
  return (
    isEverybody ||
    (isSeveral ? item.options.every(isSame) : item.options.some((one) => one.figure.count === answered))
  );
}

/** The figures that must not be found out, by position in `figures` of a row. */
export function guardedIn(
  { ids, positions, item, open, isPersonal }: Field,
  { options, nets, base }: Distribution<number>,
  isGuarded: (count: number, label: string, ofAll: number) => boolean,
): Guard['figures'] {
  const answered = answeredOf(item);
  // That nobody gave an answer that nobody gave at all is no secret, and a net of all that is in the base is no more than the base.
  const openLabels = new Set(
    item.options.flatMap(({ id, label }) => (open.has(positions.get(id) ?? -1) ? [label] : [])),
  );
  const ofAllById = new Map(item.options.map(({ id, figure }) => [id, figure.count]));
  const isOpen = (labels: readonly string[]) => labels.some((label) => openLabels.has(label));
  return new Set([
    ...nets.flatMap(({ label, options: labels, figure }, net) => {
      const isPart = options.some((option) => !labels.includes(option.label) && isInBase(option, base.rule));
      // Where all who answered gave one of these answers, all of a group did.
      const ofAll = item.nets[net]?.figure.count ?? 0;
      const isKnown = !isPersonal && ofAll === answered;
      const isHidden = isPart && !isKnown && isOpen(labels) && isGuarded(figure.count, label, ofAll);
      return isHidden ? [ids.length + net] : [];
    }),
    ...options.flatMap(({ id, label, figure }) =>
      isOpen([label]) && isGuarded(figure.count, label, ofAllById.get(id) ?? 0)
        ? [positions.get(id) ?? -1]
        : [],
    ),
  ]);
}

function isInBase({ side }: Distribution['options'][number], rule: Distribution['base']['rule']): boolean {
  return rule !== 'gave-view' || side !== 'outside';
}
