import { traitsOf } from './cycles.ts';
import type { Field } from './fields.ts';
import { costOfChange } from './loss.ts';
import type { Table, Tables } from './tables.ts';

/** Two responses that may exchange answers, with what that would cost at first sight. */
interface Pair {
  readonly giver: number;
  readonly taker: number;
  readonly cost: number;
}

/** Where a response is counted, and what it costs to change the counts there. */
interface Places {
  readonly record: number;
  /** The groups that it is in, by table. */
  readonly groups: readonly (readonly number[])[];
  readonly costs: readonly number[];
  /** What must be alike, or much more would look different. */
  readonly traits: string;
}

/** More than the loss in any one table. */
const UNLIKE = 1000;

/**
 * Those of all pairs of two responses that change least if they exchange some answers to an item, so many at most: the more
 * groups they are both in, the less.
 */
export function nearestPairs(
  givers: readonly number[],
  takers: readonly number[],
  most: number,
  of: { readonly field: Field; readonly options: readonly number[]; readonly beside: readonly Field[] },
  tables: Tables,
): Pair[] {
  const shown = (tables.byField.get(of.field) ?? []).filter(({ split, isWithheld }) => split && !isWithheld);
  const placesOf = (record: number) => placesIn(record, shown, of, tables);
  const others = takers.map(placesOf);
  let nearest: Pair[] = [];
  let limit = Infinity;
  const keep = () => {
    nearest = nearest.toSorted((one, other) => one.cost - other.cost).slice(0, most);
    if (nearest.length === most) limit = nearest.at(-1)?.cost ?? Infinity;
  };
  for (const giver of givers) {
    const own = placesOf(giver);
    for (const other of others) {
      const cost = costBetween(own, other);
      if (cost >= limit) continue;
      nearest.push({ giver, taker: other.record, cost });
      if (nearest.length > 2 * most) keep();
    }
  }
  keep();
  return nearest;
}

function placesIn(
  record: number,
  shown: readonly Table[],
  { options, beside }: { readonly options: readonly number[]; readonly beside: readonly Field[] },
  { weights }: Tables,
): Places {
  const groups = shown.map(({ split }) => split?.groupsOf(record) ?? []);
  const costs = shown.map(({ rows }, nth) => {
    let sum = 0;
    for (const at of groups[nth] ?? []) {
      const row = rows[at];
      if (row) for (const option of options) sum += costOfChange(row, option);
    }
    return sum;
  });
  const traits = [...traitsOf(record, beside), ...(weights?.groupsOf(record) ?? [])].join(' ');
  return { record, groups, costs, traits };
}

function costBetween(one: Places, other: Places): number {
  let cost = one.traits === other.traits ? 0 : UNLIKE;
  // Responses of the same parts have the same list of groups.
  for (const [nth, groups] of one.groups.entries())
    if (groups !== other.groups[nth]) cost += (one.costs[nth] ?? 0) + (other.costs[nth] ?? 0);
  return cost;
}
