import type { Analysis } from '../analysis.ts';
import type { CountTable } from './count-table.ts';
import { tabulateGroups } from './group-tables.ts';
import { tabulateItem } from './item-tables.ts';
import type { Limits } from './limits.ts';
import { type Places, type Tables, itemKey } from './places.ts';
import { outerFirst } from './related-groups.ts';

/** Every count of an analysis that has to do with what must be hidden, in tables. */
export function tabulate(analysis: Analysis<number>, limits: Limits): Tables {
  const found: Tables = { tables: [], items: new Map(), groups: new Map() };
  for (const question of analysis.questions) {
    for (const item of question.items) {
      const places = tabulateItem(question, item, analysis, limits);
      found.items.set(itemKey(question.id, item.id), places);
      found.tables.push(...tablesOf(places));
    }
  }
  for (const breakdown of outerFirst(analysis.breakdowns)) {
    const places = tabulateGroups(breakdown, analysis, found, limits);
    if (places === undefined) continue;
    found.groups.set(breakdown, places);
    const known = new Set(found.tables);
    found.tables.push(...[...new Set(places.flatMap(tablesOf))].filter((table) => !known.has(table)));
  }
  return found;
}

function tablesOf({ options }: Places): CountTable[] {
  return [...new Set(options.map(({ table }) => table))];
}
