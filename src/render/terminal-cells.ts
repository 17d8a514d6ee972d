import type { Figure } from '../analysis/figures.ts';
import type { Cell } from '../report/document.ts';
import { cellText, fromOthersText } from './inline.ts';
import { showCount, showPercent } from './numbers.ts';
import { printable } from './printable.ts';

/** A cell of a table as text for a terminal: a percentage above its count, and under it how far it is from others. */
export function cellLines(cell: Cell, decimals: number): string {
  if (cell === null) return 'n/a';
  if (typeof cell === 'string') return printable(cell);
  if ('figure' in cell) {
    const share = showPercent(cell.figure, decimals);
    if (cell.figure.count === null || cell.figure.withheld === 'disclosive') return cellText(cell, decimals);
    const others = cell.fromOthers ? [fromOthersText(cell.fromOthers, decimals).replace(' (', '\n(')] : [];
    return [share, showCount(cell.figure.count), ...others].join('\n');
  }
  if ('bar' in cell) return barText(cell.bar);
  return cellText(cell, decimals);
}

/** How many characters the longest bar takes. */
export const barWidth = 10;
const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** A percentage as a bar, to the eighth of a character; nothing where there is none. */
export function barText({ percent }: Figure): string {
  if (percent === null) return '';
  const steps = Math.round((percent / 100) * barWidth * 8);
  return '█'.repeat(Math.floor(steps / 8)) + (eighths[steps % 8] ?? '');
}
