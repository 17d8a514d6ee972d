import type { Table, Tables } from './tables.ts';

/**
 * Nothing of a table can be shown, nor of those that add up to it, of the same counts the other way round, of groups within groups
 * whose sizes they are, of questions that were asked by way of it, and of views beside clarity that count the same answers.
 */
export function withhold(table: Table, tables: Tables): void {
  if (table.isWithheld) return;
  const { field, split } = table;
  table.isWithheld = true;
  withholdViews(table, tables);
  const isWithin = (other: Table) =>
    split === undefined || split.dims.every((dim) => other.split?.dims.includes(dim) === true);
  const routed = tables.fields.filter(({ question }) => question.asked?.question === field.question.id);
  for (const one of split === undefined ? routed : [field, ...routed]) {
    for (const other of tables.byField.get(one) ?? []) if (isWithin(other)) withhold(other, tables);
  }
  const [maker, ...more] = split?.dims.flatMap(({ fields }) => fields) ?? [];
  for (const other of (maker && more.length === 0 && tables.byField.get(maker)) || []) {
    const isTurned = other.split?.dims.every(({ fields }) => fields.includes(field)) === true;
    if (isTurned) withhold(other, tables);
  }
  const isSizedBy = (other: Table) =>
    split !== undefined && isWithin(other) && other.split?.dims.some(({ fields }) => fields.includes(field));
  for (const other of [...tables.byField.values()].flat()) if (isSizedBy(other)) withhold(other, tables);
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
    const isByOther = split === undefined || split.dims.some(({ fields }) => fields.includes(other));
    const isOfAll = combination.base === option + outside;
    if (isByOther || !isOfAll) pairings.delete(pairing);
  }
}
