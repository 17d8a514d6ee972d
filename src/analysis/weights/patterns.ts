import { type ResponseSet, INVALID } from '../../responses/responses.ts';
import type { Margin, Raked } from './raking.ts';

/** Responses that weigh the same and are of the same classes, each sort once: what is done to one is done to all of them. */
export interface Patterns extends Raked {
  /** The pattern of each record. */
  readonly of: Int32Array;
}

/** The patterns of some responses, in an order that has nothing to do with that of the rows, so that sums are the same in any. */
export function patternsOf(
  margins: readonly Margin[],
  { size, counts, weights }: Pick<ResponseSet, 'size' | 'counts' | 'weights'>,
): Patterns {
  const classIn = ({ classOf, cells }: Margin, record: number) => classOf[cells[record] ?? INVALID] ?? -1;
  const radix = margins.reduce((all, { shares }) => all * (shares.length + 1), 1);
  const given = [...new Set(weights)].toSorted((one, other) => one - other);
  const ranks = new Map(given.map((weight, rank) => [weight, rank]));
  const of = new Int32Array(size);
  const places = new Map<number, number>();
  const firsts: number[] = [];
  const people: number[] = [];
  for (let record = 0; record < size; record++) {
    const classes = margins.reduce(
      (key, margin) => key * (margin.shares.length + 1) + classIn(margin, record) + 1,
      0,
    );
    const key = (ranks.get(weights?.[record] ?? 1) ?? 0) * radix + classes;
    const place = places.get(key) ?? firsts.push(record) - 1;
    places.set(key, place);
    of[record] = place;
    people[place] = (people[place] ?? 0) + (counts?.[record] ?? 1);
  }
  const order = [...places].toSorted(([one], [other]) => one - other).map(([, place]) => place);
  const ordered = order.map((place) => firsts[place] ?? 0);
  const now = new Int32Array(order.length);
  for (const [at, place] of order.entries()) now[place] = at;
  return {
    of: of.map((place) => now[place] ?? 0),
    each: Float64Array.from(ordered, (record) => weights?.[record] ?? 1),
    times: (at) => people[order[at] ?? 0] ?? 0,
    margins: margins.map((margin) => ({
      ...margin,
      classOf: margin.shares.map((_, at) => at),
      cells: Int32Array.from(ordered, (record) => classIn(margin, record)),
    })),
  };
}
