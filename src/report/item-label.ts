import type { ItemAnalysis } from '../analysis/analysis.ts';

/** What an item is called in a table of its answers; one that is worded the other way round is marked. */
export function itemLabel({ label, reversed }: ItemAnalysis): string {
  return reversed ? `${label} (worded the other way round)` : label;
}
