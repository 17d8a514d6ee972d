import type { Edit } from './effects.ts';
import type { Target } from './exchanges.ts';
import { type Field, type Value, saidOf, valueOf } from './fields.ts';
import type { Stratum } from './pool.ts';

/** So many responses on either side are tried. */
const MOST_TRADERS = 6;

/** Somebody who ticked an option and somebody who did not, one of them in the group: the tick changes hands. */
export function* tradesOfTicks(
  { row, options }: Target,
  { people }: Stratum,
  rows: ReadonlySet<number>,
): Generator<readonly Edit[]> {
  const { field } = row.table;
  const inside = people.flatMap((records, at) => (rows.has(at) ? records : []));
  const outside = people.flatMap((records, at) => (rows.has(at) ? [] : records));
  for (const option of options) {
    const has = (record: number) => valueOf(field, record)?.includes(option) === true;
    for (const [givers, takers] of [
      [inside, outside],
      [outside, inside],
    ] as const) {
      for (const giver of givers.filter(has).slice(0, MOST_TRADERS)) {
        for (const taker of takers.filter((record) => !has(record)).slice(0, MOST_TRADERS)) {
          const edits = tradeTick(field, option, giver, taker);
          if (edits) yield edits;
        }
      }
    }
  }
}

/** Two responses exchange what they say of an item. */
export function trade(field: Field, one: number, other: number): Edit[] {
  return [
    { record: one, field, to: saidOf(field, other) },
    { record: other, field, to: saidOf(field, one) },
  ];
}

/** The tick of one goes to another; whoever would be left without any takes one of the other's. */
export function tradeTick(field: Field, option: number, giver: number, taker: number): Edit[] | undefined {
  const [gives, takes] = [valueOf(field, giver) ?? [], valueOf(field, taker) ?? []];
  const left = gives.filter((one) => one !== option);
  const [back] = left.length > 0 ? [] : takes;
  const given = back === undefined ? left : [back];
  const taken = [...takes.filter((one) => one !== back), option].toSorted((a, b) => a - b);
  return [
    { record: giver, field, to: given },
    { record: taker, field, to: taken as Value },
  ];
}
