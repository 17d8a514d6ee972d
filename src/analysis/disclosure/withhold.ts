import { type Field, states } from './fields.ts';
import { sizeOf } from './limits.ts';
import type { Row, Table, Tables } from './tables.ts';

/**
 * Withholds the tables by groups within groups of which the sizes are the counts of a table, and says whether there were any: which
 * groups are listed tells something of them.
 */
export function withholdSizes(table: Table, tables: Tables): boolean {
  const told = tables.all.filter(
    (other) => !other.isWithheld && other.split?.isNested && isSizedBy(other, table),
  );
  for (const other of told) withhold(other, tables);
  return told.length > 0;
}

/**
 * Withholds one more of the tables that are shown and may tell a withheld one: views beside clarity of it, the same groups' or the same
 * item's, at last the results of all to profiles that have to do with it; says whether there was any.
 */
export function withholdBeside(table: Table, tables: Tables): boolean {
  const { field, split } = table;
  const own = [field, ...(split?.makers ?? [])];
  const views = [...tables.pairings].filter(
    ({ view, clarity }) => own.includes(view) || own.includes(clarity),
  );
  for (const one of views) tables.pairings.delete(one);
  if (views.length > 0) return true;
  const shown = tables.all.filter((one) => !one.isWithheld);
  const others = shown.filter((one) => one.split !== undefined);
  const isOfGroups = (one: Table) => one.split?.dims.some((dim) => split?.dims.includes(dim)) === true;
  const isAskedBy = (one: Field) => own.some(({ question }) => question.asked?.question === one.question.id);
  const profiles = shown.filter((one) => one.split === undefined && one.field.isPersonal);
  const beside =
    others.find(isOfGroups) ??
    others.find((one) => own.includes(one.field)) ??
    profiles.find((one) => own.includes(one.field) || isAskedBy(one.field));
  if (beside) withhold(beside, tables);
  return beside !== undefined;
}

/**
 * Nothing of a table can be shown, nor of those that add up to it, of the same counts the other way round, of groups within groups
 * whose sizes they are, of questions that were asked by way of it, and of views beside clarity that count the same answers.
 */
export function withhold(table: Table, tables: Tables): void {
  if (table.isWithheld) return;
  const { field, split } = table;
  table.isWithheld = true;
  withholdViews(table, tables);
  const routed = tables.fields.filter(({ question }) => question.asked?.question === field.question.id);
  for (const one of split === undefined ? routed : [field, ...routed]) {
    for (const other of tables.byField.get(one) ?? []) if (isWithin(other, table)) withhold(other, tables);
  }
  const [maker, ...more] = split?.makers ?? [];
  for (const other of (maker && more.length === 0 && tables.byField.get(maker)) || []) {
    const isTurned = other.split?.dims.every(({ fields }) => fields.includes(field)) === true;
    if (isTurned) withhold(other, tables);
  }
  for (const other of split === undefined ? [] : tables.all)
    if (isSizedBy(other, table)) withhold(other, tables);
}

/** Whether the groups of one table are those of another, or within them. */
function isWithin({ split }: Table, outer: Table): boolean {
  return outer.split === undefined || outer.split.dims.every((dim) => split?.dims.includes(dim) === true);
}

/** Whether the sizes of the groups of one table are the counts of another, or add up to them. */
function isSizedBy(one: Table, counts: Table): boolean {
  return one.split?.makers.includes(counts.field) === true && isWithin(one, counts);
}

/**
 * Leaves out the views beside clarity of which a withheld table's item is one side. Where some answered the item and not the other
 * side, these or all the others may be hardly any but the people of one group. A table of all responses hides its base too, and of
 * one side by the other they are counts themselves.
 */
function withholdViews({ field, split }: Table, { pairings }: Tables): void {
  const { option, outside } = field.item.states;
  for (const pairing of [...pairings]) {
    const { view, clarity, combination } = pairing;
    if (view !== field && clarity !== field) continue;
    const other = view === field ? clarity : view;
    const isByOther = split === undefined || split.makers.includes(other);
    const isOfAll = combination.base === option + outside;
    if (isByOther || !isOfAll) pairings.delete(pairing);
  }
}

/** Whether all responses are as few as a small group: of two or three there may be no others of whom all else would be the same. */
export function areFew({ fields, limits }: Tables): boolean {
  return fields.every(({ item }) => sizeOf(item) < limits.group);
}

/**
 * Of few responses every count of a withheld table is hidden, of its groups too and of those of which the sizes are such counts: these
 * would tell it.
 */
export function hideWithheld(tables: Tables): void {
  if (!areFew(tables)) return;
  const isWholeWithheld = (field: Field) => tables.wholeOf(field)?.isWithheld === true;
  for (const table of tables.all) {
    const { field, split, rows } = table;
    const areSizesWithheld = split?.makers.some(isWholeWithheld) === true;
    if (split && areSizesWithheld) tables.ungrouped.add(split);
    if (!table.isWithheld && !areSizesWithheld && !isWholeWithheld(field)) continue;
    table.isWithheld = true;
    for (const row of rows) hideWhole(row, isWholeWithheld(field));
  }
}

/** Hides every count of a row, whether anything else would be the same or not, but for answers of which all say that nobody gave them. */
function hideWhole({ figures, hidden, table: { field } }: Row, isWholeWithheld: boolean): void {
  for (const state of states.keys()) hidden.states.add(state);
  if (!isWholeWithheld && field.ids.length > 0 && field.open.size === 0) return;
  const mayBeGiven = (option: number) => isWholeWithheld || field.open.has(option);
  for (const [at, options] of figures.entries()) if (options.some(mayBeGiven)) hidden.figures.add(at);
  hidden.base = true;
  hidden.compared = true;
  hidden.numbers = true;
}
