import type { Analysis, Distribution } from '../analysis.ts';
import type { Split } from './dims.ts';
import { type Field, placed } from './fields.ts';
import { type Guard, nothing } from './guard.ts';
import { type Groups, guardsOf } from './guard-groups.ts';
import { guardWhole } from './guard-whole.ts';
import { type Limits, sizeOf } from './limits.ts';
import { type Rest, restOf } from './rests.ts';
import { type Column, toldByKind } from './one-column.ts';
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

/** The table of an item's results of each group, and of those in none: what these say is what the groups leave of the total. */
export function groupsOf(
  field: Field,
  { split, rests, ...groups }: Groups & { readonly rests: readonly Rest[] },
  limits: Limits,
): Table {
  const rows: Row[] = [];
  const table: Table = { field, split, rows, isWithheld: false };
  const inNone = rests.map((rest) => restOf(field, rest));
  const guards = guardsOf(field, { split, ...groups }, inNone, limits);
  for (const group of groups.breakdown.groups) {
    const isOfNobody = !guards.isOfPeople(group);
    const guard = isOfNobody ? nothing : guards.ofGroup(group, isListedIn(split, sizeOf(group), limits));
    rows.push({ ...rowOf(table, group, guard, limits), isOfNobody });
  }
  for (const rest of inNone)
    rows.push({ ...rowOf(table, rest, guards.ofRest(rest), limits), isRest: true, isListed: false });
  return table;
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
