import type { Split } from './dims.ts';
import { type Edit, type Effect, add, entry, newEffect } from './effects.ts';
import { type Field, valueOf } from './fields.ts';
import type { Pool } from './pool.ts';

const sides = ['positive', 'neutral', 'negative', 'outside', null] as const;

/** The side that a response takes in an item, as a position. */
function sideOf(field: Field, record: number): number {
  const [option = -1] = valueOf(field, record) ?? [];
  return sides.indexOf(field.sides[option] ?? null);
}

/** Responses divided by the side that they take in an item. */
export function splitBySide(field: Field, pool: Pool): Split {
  const known = pool.sides.get(field);
  if (known) return known;
  const by = field.item.id;
  const own = pool.tables.dims.find(({ fields }) => fields.includes(field));
  const dim = own ?? { by, fields: [field], cells: field.cells, namesOf: () => [] };
  const split: Split = {
    by,
    dims: [dim],
    names: sides.map(String),
    groupsOf: (record) => [sideOf(field, record)],
  };
  pool.sides.set(field, split);
  return split;
}

/** How edits change the answers to one item of those who take each side in another. */
export function effectBySide(field: Field, beside: Field, edits: readonly Edit[]): Map<number, Effect> {
  const effects = new Map<number, Effect>();
  for (const { record, field: edited, to } of edits) {
    if (edited !== field) continue;
    const effect = entry(effects, sideOf(beside, record), newEffect);
    add(effect, valueOf(field, record) ?? [], 0, -1);
    add(effect, to, 0, 1);
  }
  return effects;
}
