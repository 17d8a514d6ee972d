import type { TableColumn } from '../report/document.ts';
import { textWidth } from './wrap.ts';

/**
 * How a table is laid out: `grid`, labels beside the figures; `stacked`, labels above them; `list`, a line a figure.
 * `columns` are the positions of the columns shown and `widths` theirs, one space of padding included.
 */
export type Layout =
  | {
      readonly kind: 'grid' | 'stacked';
      readonly columns: readonly number[];
      readonly widths: readonly number[];
    }
  | { readonly kind: 'list' };

/** Below this a label column is a strip of broken words. */
export const narrowestLabel = 22;
const barRoom = 10;
/** A heading of more lines than this is a tower of words. */
const tallestHeading = 5;
/** Between two columns: the padding of one and the space that separates them. */
export const gap = 2;

/**
 * The first layout that fits the width without breaking a word of a heading or a figure: a grid with its bar, without it;
 * labels stacked above the figures, the bar among these, or before the label; else a list.
 */
export function chooseLayout(
  columns: readonly TableColumn[],
  rows: readonly (readonly (readonly string[])[])[],
  width: number,
): Layout {
  const needed = columns.map(({ heading, kind }, index) => {
    if (kind === 'bar') return Math.max(barRoom, widest(heading.split(/\s+/u)));
    const cells = rows.flatMap((row) => row[index] ?? []);
    if (kind === 'label') return widest([heading, ...cells]);
    const least = Math.ceil(textWidth(heading) / tallestHeading);
    return Math.max(least, widest([...heading.split(/\s+/u), ...cells]));
  });
  const all = columns.map((_, index) => index);
  const isKind = (kind: TableColumn['kind']) => (index: number) => columns[index]?.kind === kind;
  const barless = all.filter((index) => !isKind('bar')(index));
  const figures = (shown: readonly number[]) => shown.filter((index) => !isKind('label')(index));
  const room = (shown: readonly number[]) =>
    width - shown.reduce((sum, index) => sum + (needed[index] ?? 0) + gap, 0) + gap;

  for (const shown of [all, barless]) {
    const labelRoom = room(figures(shown)) - gap;
    const label = needed[all.find(isKind('label')) ?? -1] ?? 0;
    if (labelRoom >= Math.min(label, narrowestLabel)) {
      const widths = shown.map(
        (index) => (isKind('label')(index) ? Math.min(label, labelRoom) : (needed[index] ?? 0)) + 1,
      );
      return { kind: 'grid', columns: shown, widths };
    }
  }
  for (const shown of [figures(all), figures(barless)]) {
    if (room(shown) >= 0)
      return { kind: 'stacked', columns: shown, widths: shown.map((index) => (needed[index] ?? 0) + 1) };
  }
  return { kind: 'list' };
}

/** The columns of a terminal that the widest of some texts takes. */
export function widest(texts: readonly string[]): number {
  let width = 0;
  for (const text of texts) width = Math.max(width, textWidth(text));
  return width;
}
