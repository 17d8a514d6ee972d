import type { Breakdown, Distribution, Group } from '../analysis.ts';
import { NO_CAMPAIGN, campaignId } from '../campaigns.ts';
import { kindId } from '../kinds.ts';
import type { Split } from './dims.ts';
import type { Field } from './fields.ts';
import { type Guard, guardGroup, guardRest, nothing } from './guard.ts';
import { type Limits, isSmallGroup } from './limits.ts';
import { type Column, areOfOneColumn, settledBy, toldByKind } from './one-column.ts';
import type { Table } from './tables.ts';

/** What the tables of one breakdown have in common. */
export interface Groups {
  readonly split: Split;
  readonly breakdown: Breakdown<number>;
  /** The table of all answers to the item. */
  readonly total: Table | undefined;
  /** The table of all answers to the question that makes the groups, where it is only one. */
  readonly maker: Table | undefined;
  /** Those from which more is read than one item. */
  readonly columns: readonly Column[];
  /** Whether something else says what those in none answered to an item. */
  readonly isRestTold: (field: Field) => boolean;
  /** Whether the run is about one group only. */
  readonly isOfGroup: boolean;
}

/** What must not be found out of the groups of one table. */
interface Guards {
  /** Whether a group is of people, and not of organisations, petitions or a campaign, what these think being no secret. */
  readonly isOfPeople: (group: Group<number>) => boolean;
  /** Of a group of people that is listed or not. */
  readonly ofGroup: (group: Group<number>, isListed: boolean) => Guard;
  /** Of those in no group. */
  readonly ofRest: (rest: Distribution<number>) => Guard;
}

/** Where those in no group, `inNone`, are as many as a group that is shown, nothing of them is guarded. */
export function guardsOf(
  field: Field,
  { split, breakdown: { by }, total, maker, columns, isRestTold, isOfGroup }: Groups,
  inNone: readonly Distribution<number>[],
  limits: Limits,
): Guards {
  const whole = maker?.rows[0];
  const isRouted = isOneAnswer(field, split);
  const [own, ...more] = split.makers;
  const noPersons = own && more.length === 0 ? toldByKind(own, columns, isOfGroup).noPersons : undefined;
  const isSameColumn = own !== undefined && areOfOneColumn(field, own, columns);
  // Where a group says what its members answered, because it is read from the same column, their answer is no secret of theirs.
  const isSaidBy = ({ options }: Distribution<number>) =>
    isSameColumn && options.filter(({ figure }) => figure.count > 0).length < 2;
  const settled = own === undefined ? undefined : settledBy(field, own, columns);
  const guardedOfAll = total?.rows[0]?.guard.figures;
  /** Without counts that are those of all, where these are shown. */
  const withoutShown = (guard: Guard): Guard => {
    const isShown = (at: number) => settled?.has(at) === true && guardedOfAll?.has(at) !== true;
    return { ...guard, figures: new Set([...guard.figures].filter((at) => !isShown(at))) };
  };
  const isTotalGuarded = guardedOfAll !== undefined && guardedOfAll.size > 0;
  const isOfOthers = ({ id }: Group<number>) =>
    (by === kindId && id !== 'individual') || noPersons?.has(own?.positions.get(id) ?? -1) === true;
  // A campaign is no group of people that anybody is born into. Those who are in no campaign are people, of whom results without the
  // campaigns are; but fewer than a group may be are hidden.
  const isOfCampaign = (group: Group<number>) =>
    by === campaignId && (group.id !== NO_CAMPAIGN || !isSmallGroup(group, limits));
  const areRestsMany = inNone.some(({ base }) => base.count >= limits.group);
  const areOthersShown = areRestsMany || by === kindId || (noPersons !== undefined && noPersons.size > 0);
  return {
    isOfPeople: (group) =>
      isOfGroup || !(isOfCampaign(group) || (isOfOthers(group) && (isSameColumn || !field.question.profile))),
    ofGroup: (group, isListed) => {
      const isSizeHidden = whole?.guard.figures.has(maker?.field.positions.get(group.id) ?? -1) === true;
      const terms = {
        isBaseToo: isSizeHidden && group.base.count > 0,
        isRouted: isRouted || isSaidBy(group),
        isTotalGuarded,
        isListed: isListed && !isSameColumn,
        areOthersShown: !isOfGroup && areOthersShown,
      };
      return withoutShown(guardGroup(field, group, terms, limits));
    },
    ofRest: (rest) =>
      isRestTold(field) || isSaidBy(rest)
        ? nothing
        : withoutShown(guardRest(field, rest, isTotalGuarded, limits)),
  };
}

/** Whether all in any group gave the same answer to an item, since only who gives it is asked what makes the groups. */
function isOneAnswer({ isSeveral, routes }: Field, { makers }: Split): boolean {
  const isMaker = (id: string) => makers.some(({ question }) => question.id === id);
  return !isSeveral && routes.some(({ to, options }) => options.length === 1 && isMaker(to));
}
