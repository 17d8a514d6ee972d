import type { Distribution } from '../analysis.ts';
import type { Effect } from './effect.ts';
import { type Field, states as stateNames, statesFrom } from './fields.ts';
import { type Limits, answeredOf, isDeclined, isSmallCount, isSmallGroup } from './limits.ts';
import { toldByKind } from './one-column.ts';
import type { Row, Tables } from './tables.ts';

/** What of a row must not be found out. */
export interface Guard {
  /** Nets and options, by position in `figures` of the row. */
  readonly figures: ReadonlySet<number>;
  /** Whether the base must not be found out either: it is all but how many are in the group, which is hidden elsewhere. */
  readonly isBaseToo: boolean;
}

/**
 * Small counts of a group, or all of a small one. `isRouted` says whether only those who gave one answer to the item may be in any, and
 * `isTotalGuarded` whether some of the results of all must not be found out. Of a group that is not listed it is no secret that nobody gave
 * an answer, as of those in no group. `areOthersShown` says that what the others answered is not hidden as theirs: then that a count is
 * hidden would tell it, if it is the only small one that the results of all leave, and so it is guarded where it is next to that too.
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

/** What it takes to tell what must not be found out of the results of all. */
export interface OfAll {
  /** The options that are told, by position. */
  readonly told: ReadonlySet<number>;
  /** Whether the run is about one group only. */
  readonly isOfGroup: boolean;
}

/** Small counts of all responses, where they are about the person or the run is about one group only; not those that are told. */
export function guardWhole(
  field: Field,
  whole: Distribution<number>,
  { told, isOfGroup }: OfAll,
  limits: Limits,
): Guard {
  const isSmall = isOfGroup && isSmallGroup(whole, limits);
  const isToldOf = (label: string) =>
    field.item.options.some((one) => one.label === label && told.has(field.positions.get(one.id) ?? -1));
  const isGuarded = (count: number, label: string) =>
    field.isPersonal && (isSmall || (isSmallCount(count, limits) && !isDeclined(label) && !isToldOf(label)));
  const guard = { figures: guardedIn(field, whole, isGuarded), isBaseToo: false };
  return field.isSeveral && !isSmall ? withMostTicked(guard, field, whole, limits) : guard;
}

/**
 * What must not be found out where several may be ticked: the ticks are as many as those who answered, or more, since each of these
 * ticked something. Where by that no small count can be more than one lower than the highest that is hidden, the most ticked of the
 * others is guarded too, which it still is with one tick more; where there is none, how many answered, unless one may be lower and everybody did.
 */
function withMostTicked(
  guard: Guard,
  { positions }: Field,
  { options, states: { option, outside, blank } }: Distribution<number>,
  limits: Limits,
): Guard {
  const others = options.filter(({ id }) => !guard.figures.has(positions.get(id) ?? -1));
  const fewest = others.reduce((left, { figure }) => left - figure.count, option + outside);
  const lower = guard.figures.size * limits.count - fewest;
  if (guard.figures.size === 0 || lower > 1) return guard;
  const ticked = others.filter(({ figure }) => figure.count > 0);
  const [most] = ticked.toSorted(
    (a, b) => Number(isDeclined(a.label)) - Number(isDeclined(b.label)) || b.figure.count - a.figure.count,
  );
  return most
    ? { ...guard, figures: new Set([...guard.figures, positions.get(most.id) ?? -1]) }
    : { ...guard, isBaseToo: lower < 1 || blank > 0 };
}

/**
 * Whether the same must not be found out of a row if its counts were others: where several may be ticked, each that is hidden of all
 * is known to be small.
 */
export function isGuardedAlike(
  { distribution, guard, table: { field, split, isWithheld } }: Row,
  { options, states: more }: Effect,
  { columns, isOfGroup, limits }: Tables,
): boolean {
  const isKnown = field.isSeveral && field.isPersonal && split === undefined;
  if (!isKnown || (isWithheld && !guard.isBaseToo)) return true;
  const moreOf = (id: string) => options.get(field.positions.get(id) ?? -1) ?? 0;
  const other = guardWhole(
    field,
    {
      ...distribution,
      states: statesFrom(stateNames.map((state, at) => distribution.states[state] + (more[at] ?? 0))),
      options: distribution.options.map(({ figure, ...one }) => ({
        ...one,
        figure: { ...figure, count: figure.count + moreOf(one.id) },
      })),
    },
    { told: toldByKind(field, columns, isOfGroup).told, isOfGroup },
    limits,
  );
  return (
    other.isBaseToo === guard.isBaseToo &&
    other.figures.size === guard.figures.size &&
    [...other.figures].every((at) => guard.figures.has(at))
  );
}

function guardedIn(
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
