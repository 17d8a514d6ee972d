import type { Analysis, Distribution } from '../analysis.ts';
import type { Field } from './fields.ts';
import { type Limits, isDeclined, isSmallCount, isSmallGroup } from './limits.ts';

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
 * an answer, as of those in no group.
 */
export function guardGroup(
  field: Field,
  group: Distribution<number>,
  {
    isBaseToo,
    isRouted,
    isTotalGuarded,
    isListed,
  }: {
    readonly isBaseToo: boolean;
    readonly isRouted: boolean;
    readonly isTotalGuarded: boolean;
    readonly isListed: boolean;
  },
  limits: Limits,
): Guard {
  if (isRouted || (!isTotalGuarded && isTold(field, group))) return { ...nothing, isBaseToo };
  const isSmall = isSmallGroup(group, limits);
  const isGuarded = (count: number) => (isSmall && (isListed || count > 0)) || isSmallCount(count, limits);
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
function isTold({ item, isSeveral }: Field, { states }: Distribution<number>): boolean {
  const answered = item.states.option + item.states.outside;
  const isSame = ({ figure }: Distribution<number>['options'][number]) =>
    figure.count === 0 || figure.count === answered;
  const isEverybody = states.option + states.outside === answered;
  return (
    isEverybody ||
    (isSeveral ? item.options.every(isSame) : item.options.some((one) => one.figure.count === answered))
  );
}

/** Small counts of all responses, where they are about the person or the run is about one group only; not those that are `told`, by position. */
export function guardWhole(
  field: Field,
  analysis: Analysis<number>,
  told: ReadonlySet<number>,
  limits: Limits,
): Guard {
  const isSmall = analysis.selection !== undefined && isSmallGroup(field.item, limits);
  const isToldOf = (label: string) =>
    field.item.options.some((one) => one.label === label && told.has(field.positions.get(one.id) ?? -1));
  const isGuarded = (count: number, label: string) =>
    field.isPersonal && (isSmall || (isSmallCount(count, limits) && !isDeclined(label) && !isToldOf(label)));
  return { figures: guardedIn(field, field.item, isGuarded), isBaseToo: false };
}

function guardedIn(
  { ids, positions, item, open, isPersonal }: Field,
  { options, nets, base }: Distribution<number>,
  isGuarded: (count: number, label: string) => boolean,
): Guard['figures'] {
  const answered = item.states.option + item.states.outside;
  // That nobody gave an answer that nobody gave at all is no secret, and a net of all that is in the base is no more than the base.
  const openLabels = new Set(
    item.options.flatMap(({ id, label }) => (open.has(positions.get(id) ?? -1) ? [label] : [])),
  );
  const isOpen = (labels: readonly string[]) => labels.some((label) => openLabels.has(label));
  return new Set([
    ...nets.flatMap(({ label, options: labels, figure }, net) => {
      const isPart = options.some((option) => !labels.includes(option.label) && isInBase(option, base.rule));
      // Where all who answered gave one of these answers, all of a group did.
      const isKnown = !isPersonal && item.nets[net]?.figure.count === answered;
      return isPart && !isKnown && isOpen(labels) && isGuarded(figure.count, label) ? [ids.length + net] : [];
    }),
    ...options.flatMap(({ id, label, figure }) =>
      isOpen([label]) && isGuarded(figure.count, label) ? [positions.get(id) ?? -1] : [],
    ),
  ]);
}

function isInBase({ side }: Distribution['options'][number], rule: Distribution['base']['rule']): boolean {
  return rule !== 'gave-view' || side !== 'outside';
}
