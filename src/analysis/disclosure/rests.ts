import type { Responses } from '../../responses/responses.ts';
import type { Breakdown, Distribution } from '../analysis.ts';
import { baseCount } from '../figures.ts';
import type { Split } from './dims.ts';
import { type Field, stateOf, states, statesFrom, valueOf } from './fields.ts';

/** The records that are in no group of a breakdown, or in none within one group, each with how many responses it stands for. */
export type Rest = readonly { readonly record: number; readonly times: number }[];

/** Those who are in no group, in the order in which a split names them. */
export function restsOf(
  { dims, isNested, names, groups, groupsOf }: Split,
  { ungrouped }: Breakdown<number>,
  { size, counts }: Pick<Responses, 'size' | 'counts'>,
): Rest[] {
  const rests = names.slice(groups).map((): { record: number; times: number }[] => []);
  if (!isNested && ungrouped === 0) return rests;
  for (let record = 0; record < size; record++) {
    // Responses are many, and most are in a group.
    if (!isNested && (dims[0]?.cells[record] ?? -1) >= 0) continue;
    for (const group of groupsOf(record) ?? [])
      rests[group - groups]?.push({ record, times: counts?.[record] ?? 1 });
  }
  return rests;
}

/** What those in no group said of an item. */
export function restOf(field: Field, rest: Rest): Distribution<number> {
  const { item, positions, ids } = field;
  const byOption = ids.map(() => 0);
  const byState = states.map(() => 0);
  for (const { record, times } of rest) {
    const state = stateOf(field, record);
    byState[state] = (byState[state] ?? 0) + times;
    // The values of numbers are no options.
    for (const option of ids.length > 0 ? (valueOf(field, record) ?? []) : [])
      byOption[option] = (byOption[option] ?? 0) + times;
  }
  const own = statesFrom(byState);
  const base = { rule: item.base.rule, count: baseCount(item.base.rule, own) };
  const countOf = (id: string) => byOption[positions.get(id) ?? -1] ?? 0;
  const labelled = new Map(item.options.map(({ id, label }) => [label, countOf(id)]));
  const figureOf = (id: string, count: number) => ({ id, count, base: base.count, percent: null });
  return {
    states: own,
    base,
    options: item.options.map(({ id, label, side, figure }) => ({
      id,
      label,
      side,
      figure: figureOf(figure.id, countOf(id)),
    })),
    nets: item.nets.map(({ id, label, side, figure, options }) => {
      const count = options.reduce((sum, one) => sum + (labelled.get(one) ?? 0), 0);
      return { id, label, side, options, figure: figureOf(figure.id, count) };
    }),
  };
}
