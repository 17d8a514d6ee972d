import type { Split } from './dims.ts';
import { type Effect, add, entry, newEffect } from './effect.ts';
import type { Edit } from './effects.ts';
import { type Field, type Other, valueOf } from './fields.ts';
import type { Pool } from './pool.ts';

const sides = ['positive', 'neutral', 'negative', 'outside', null] as const;

/** The side that a response takes in an item, as a position. */
function sideOf(field: Field, record: number, other?: Other): number {
  const [option = -1] = valueOf(field, record, other) ?? [];
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
    isNested: false,
    makers: dim.fields,
    names: sides.map(String),
    groups: sides.length,
    isGrouped: () => true,
    groupsOf: (record) => [sideOf(field, record)],
  };
  pool.sides.set(field, split);
  return split;
}

/** How edits change the answers to one item of those who take each side in another. */
export function effectBySide(field: Field, beside: Field, edits: readonly Edit[]): Map<number, Effect> {
  const effects = new Map<number, Effect>();
  const records = new Set(
    edits.flatMap((edit) => ([field, beside].includes(edit.field) ? [edit.record] : [])),
  );
  for (const record of records) {
    const other = new Map(edits.flatMap((edit) => (edit.record === record ? [[edit.field, edit.to]] : [])));
    for (const [now, more] of [
      [undefined, -1],
      [other, 1],
    ] as const) {
      const effect = entry(effects, sideOf(beside, record, now), newEffect);
      add(effect, valueOf(field, record, now) ?? [], 0, more);
    }
  }
  return effects;
}
