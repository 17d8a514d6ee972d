import type { Analysis, Breakdown, Distribution } from '../analysis.ts';
import { NO_CAMPAIGN, campaignId } from '../campaigns.ts';
import { kindId } from '../kinds.ts';
import type { Split } from './dims.ts';
import { type Field, placed } from './fields.ts';
import { type Guard, guardGroup, guardRest, nothing } from './guard.ts';
import { guardWhole } from './guard-whole.ts';
import { type Limits, isSmallGroup, sizeOf } from './limits.ts';
import { type Rest, restOf } from './rests.ts';
import { type Column, areOfOneColumn, settledBy, toldByKind } from './one-column.ts';
import type { Hidden, Row, Table } from './tables.ts';

/** The table of an item's results of all responses. */
export function tableOfAll(
  field: Field,
  analysis: Analysis<number>,
  columns: readonly Column[],
  limits: Limits,
): Table {
  const rows: Row[] = [];
  const table: Table = { field, rows, isWithheld: false };
  const isOfGroup = analysis.selection !== undefined;
  const { told } = toldByKind(field, columns, isOfGroup);
  rows.push(rowOf(table, field.item, guardWhole(field, field.item, { told, isOfGroup }, limits), limits));
  return table;
}

/** What the tables of one breakdown have in common. */
export interface Groups {
  readonly split: Split;
  readonly breakdown: Breakdown<number>;
  /** The table of all answers to the item. */
  readonly total: Table | undefined;
  /** Those who are in no group, of all or of each group around them. */
  readonly rests: readonly Rest[];
  /** The table of all answers to the question that makes the groups, where it is only one. */
  readonly maker: Table | undefined;
  /** Those from which more is read than one item. */
  readonly columns: readonly Column[];
  /** Whether something else says what those in none answered to an item. */
  readonly isRestTold: (field: Field) => boolean;
  /** Whether the run is about one group only. */
  readonly isOfGroup: boolean;
}

/** The table of an item's results of each group, and of those in none: what these say is what the groups leave of the total. */
export function groupsOf(
  field: Field,
  { split, breakdown: { by, groups }, total, rests, maker, columns, isRestTold, isOfGroup }: Groups,
  limits: Limits,
): Table {
  const rows: Row[] = [];
  const table: Table = { field, split, rows, isWithheld: false };
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
  const isTotalGuarded = total?.rows.some(({ guard }) => guard.figures.size > 0) === true;
  const inNone = rests.map((rest) => restOf(field, rest));
  // Of many in none nothing is hidden, but that the one small count is not theirs: nobody of the other groups gave the answer then.
  const areRestsMany = inNone.some((one) => one.base.count >= limits.group);
  for (const group of groups) {
    // A campaign is no group of people that anybody is born into, and what an organisation or a petition thinks is no secret. Those
    // who are in no campaign are people, of whom results without the campaigns are; but fewer than a group may be are hidden.
    const isOfOthers =
      (by === kindId && group.id !== 'individual') ||
      noPersons?.has(own?.positions.get(group.id) ?? -1) === true;
    const isOfCampaign = by === campaignId && (group.id !== NO_CAMPAIGN || !isSmallGroup(group, limits));
    const isNoPerson = isOfCampaign || (isOfOthers && (isSameColumn || !field.question.profile));
    const isPeople = isOfGroup || !isNoPerson;
    const isSizeHidden = whole?.guard.figures.has(maker?.field.positions.get(group.id) ?? -1) === true;
    const isBaseToo = isSizeHidden && group.base.count > 0;
    const isListed = isListedIn(split, sizeOf(group), limits);
    const terms = {
      isBaseToo,
      isRouted: isRouted || isSaidBy(group),
      isTotalGuarded,
      isListed: isListed && !isSameColumn,
      areOthersShown:
        !isOfGroup && (areRestsMany || by === kindId || (noPersons !== undefined && noPersons.size > 0)),
    };
    const guard = isPeople ? withoutShown(guardGroup(field, group, terms, limits)) : nothing;
    rows.push({ ...rowOf(table, group, guard, limits), isOfNobody: !isPeople });
  }
  for (const distribution of inNone) {
    const isTold = isRestTold(field) || isSaidBy(distribution);
    const guard = isTold ? nothing : withoutShown(guardRest(field, distribution, isTotalGuarded, limits));
    rows.push({ ...rowOf(table, distribution, guard, limits), isRest: true, isListed: false });
  }
  return table;
}

/** Whether all in any group gave the same answer to an item, since only who gives it is asked what makes the groups. */
function isOneAnswer({ isSeveral, routes }: Field, { makers }: Split): boolean {
  const isMaker = (id: string) => makers.some(({ question }) => question.id === id);
  return !isSeveral && routes.some(({ to, options }) => options.length === 1 && isMaker(to));
}

/** Whether readers see that there is a group: of those within groups only where it is not small. */
function isListedIn(split: Split | undefined, size: number, limits: Limits): boolean {
  return split?.isNested !== true || size >= limits.group;
}

function rowOf(table: Table, distribution: Distribution<number>, guard: Guard, limits: Limits): Row {
  const { field } = table;
  const size = sizeOf(distribution);
  const counts = new Map(distribution.options.map(({ id, figure }) => [id, figure.count]));
  const positions = new Map(
    field.item.options.map(({ id, label }) => [label, field.positions.get(id) ?? -1]),
  );
  return {
    table,
    distribution,
    counts: field.ids.map((id) => counts.get(id) ?? 0),
    figures: [
      ...field.ids.map((_, option) => [option]),
      ...distribution.nets.map(({ options }) => options.flatMap((label) => positions.get(label) ?? [])),
    ],
    placed: placed(field, distribution),
    size,
    isRest: false,
    isOfNobody: false,
    isListed: isListedIn(table.split, size, limits),
    compared: distribution.options.flatMap((one) =>
      one.population ? [field.positions.get(one.id) ?? -1] : [],
    ),
    guard,
    hidden: nothingHidden(),
  };
}

/** What is hidden of a row at first. */
export function nothingHidden(): Hidden {
  return {
    figures: new Set(),
    shifted: new Set(),
    states: new Set(),
    base: false,
    shiftedBase: false,
    shiftedStates: false,
    others: new Set(),
    otherBase: false,
    compared: false,
    numbers: false,
  };
}
