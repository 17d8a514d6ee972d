import type { Withheld } from '../../analysis/figures.ts';
import type { Block, Cell, Sentence } from '../document.ts';

/** What the marks in the tables of a comparison mean, as far as there are any. */
export function markNotes(blocks: readonly Block[]): Sentence[] {
  const cells = blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat() : []));
  const marks = new Set(cells.map(markOf));
  return [
    ...(marks.has('disclosive') ? [['[c]: hidden, so that nobody can be recognised.']] : []),
    ...(marks.has('small-base') ? [['[u]: too few responses for a percentage or a statistic.']] : []),
    ...(marks.has('none') ? [['–: A or B has nothing here from which a difference could be taken.']] : []),
  ];
}

function markOf(cell: Cell): Withheld | 'none' | undefined {
  if (cell === '–') return 'none';
  if (cell === null || typeof cell === 'string') return undefined;
  if ('percent' in cell) return cell.percent.withheld;
  if ('count' in cell) return cell.count === null ? 'disclosive' : undefined;
  return 'withheld' in cell ? cell.withheld : undefined;
}
