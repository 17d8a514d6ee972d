import type { Responses } from '../../responses/responses.ts';
import type { Weighting } from '../weights/weights.ts';
import type { Split } from './dims.ts';
import { type Field, type Other, stateOf, valueOf } from './fields.ts';
import { orderOf, renumbered } from './in-order.ts';

/** So many different weights in a column, as those of a sample drawn by area, may be known; more are nowhere published. */
const MOST_KNOWN = 12;

/**
 * The classes of responses that weigh the same, where somebody may know what they weigh. Raked weights follow from the answers
 * that they are raked by, so that those of one class have given the same ones.
 */
export function splitByWeight(
  weighting: Weighting,
  fields: readonly Field[],
  { size, weights }: Responses,
): Split | undefined {
  if (new Set(weights).size > MOST_KNOWN) return undefined;
  const raked = fields.filter(({ question }) => weighting.raked.includes(question.id));
  const met = new Int32Array(size);
  const classes = new Map<string, number>();
  const nameOf = (record: number, other?: Other) => {
    const answers = raked.map((field) => {
      const value = valueOf(field, record, other);
      return value?.[0] ?? -stateOf(field, record, other);
    });
    return [weights?.[record] ?? 1, ...answers].join(' ');
  };
  for (let record = 0; record < size; record++) {
    const name = nameOf(record);
    const at = classes.get(name) ?? classes.size;
    classes.set(name, at);
    met[record] = at;
  }
  // By name, so that the order of the rows makes no difference.
  const all = [...classes.keys()];
  const order = orderOf(all, (one, other) => (one < other ? -1 : 1));
  for (const [place, at] of order.entries()) classes.set(all[at] ?? '', place);
  const cells = renumbered(met, order);
  const groups = order.map((_, place) => [place]);
  const groupsOf = (record: number, other?: Other) => {
    const isOther = other !== undefined && raked.some((field) => other.has(field));
    const at = isOther ? classes.get(nameOf(record, other)) : cells[record];
    return at === undefined ? undefined : groups[at];
  };
  const by = 'respondent.weight';
  const namesOf = (record: number, other?: Other) => groupsOf(record, other)?.map(String);
  const names = groups.map(String);
  const dims = [{ by, fields: raked, cells, namesOf }];
  const isGrouped = () => true;
  return { by, dims, isNested: false, makers: raked, names, groups: names.length, isGrouped, groupsOf };
}
