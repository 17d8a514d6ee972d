import type { Breakdown, Distribution } from '../analysis.ts';
import type { Cell, CountTable, Line } from './count-table.ts';

/** Where the counts of one distribution stand in the tables: all responses to an item, or one group. */
export interface Places {
  /** Of each option, in the order of the item's own options. */
  readonly options: readonly Cell[];
  /** Those that the base is the sum of. */
  readonly base: readonly Cell[];
}

export interface Tables {
  /** Those first on which others depend. */
  readonly tables: CountTable[];
  /** By question and item. */
  readonly items: Map<string, Places>;
  /** Of each breakdown the places of its groups; none where it is too involved to be protected. */
  readonly groups: Map<Breakdown<number>, readonly Places[]>;
}

export const shown: Line = { block: 0, isShown: true, cost: 1 };
export const unshown: Line = { block: 0, isShown: false, cost: 0.05 };

/** The name of an item among the tables. */
export function itemKey(question: string, item: string): string {
  return `${question} ${item}`;
}

/** The columns of each net of a scale, by the order of the options. */
export function netsOf({ nets, options }: Distribution<number>): number[][] {
  return nets.map((net) =>
    options.flatMap(({ label }, index) => (net.options.includes(label) ? [index] : [])),
  );
}

/** The columns in the base: every option, or those on the scale only. */
export function baseColumns({ base, options }: Distribution<number>): number[] {
  return options.flatMap(({ side }, index) =>
    base.rule === 'gave-view' && side === 'outside' ? [] : [index],
  );
}
