import type { ComparedItem } from '../../analysis/comparison/compare.ts';
import { weightedNotes } from './compared-bases.ts';
import { figureCells, figureColumns } from './comparison-tables.ts';
import type { Sentence, Table } from '../document.ts';

/** Views beside clarity in both runs: a table for each pair of questions, its rows the items with each pair of answers. */
export function combinationTables(combined: readonly ComparedItem[]): Table[] {
  const keyOf = ({ question, beside }: ComparedItem) => JSON.stringify([question, beside]);
  return [...new Set(combined.map(keyOf))].map((key) => {
    const items = combined.filter((one) => keyOf(one) === key);
    const [first] = items;
    return {
      kind: 'table',
      caption: `${first?.text ?? ''}, beside “${first?.beside ?? ''}”`,
      columns: [{ heading: 'Item: answers', kind: 'label' }, ...figureColumns],
      rows: items.flatMap(({ label, figures }) =>
        figures.map((figure) => [`${label}: ${figure.label}`, ...figureCells(figure)]),
      ),
      notes: [...baseNotes(items), ...weightedNotes('Percentages', items)],
    };
  });
}

/** One note where all items have the same bases. */
function baseNotes(items: readonly ComparedItem[]): Sentence[] {
  const isSame = new Set(items.map(({ base }) => JSON.stringify(base))).size === 1;
  return items
    .slice(0, isSame ? 1 : undefined)
    .map(({ label, base: { a, b } }) => [
      `Base${isSame ? '' : ` of “${label}”`}: A `,
      { count: a?.count ?? 0 },
      ', B ',
      { count: b?.count ?? 0 },
      ', those who answered both questions.',
    ]);
}
