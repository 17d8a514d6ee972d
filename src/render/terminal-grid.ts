import CliTable from 'cli-table3';
import { narrowWidth } from './wrap.ts';

/** A column of a grid: its width, one space of padding included, and the side to which its text keeps. */
export interface GridColumn {
  readonly width: number;
  readonly align: 'left' | 'right';
}

/** How many cells are laid out at once: the time that the library takes grows with the square of it. */
const batch = 40;

const noBorders = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '',
} as const;

/** The rows of a table as lines of text: a row is as many lines as its tallest cell. The cells fit their columns. */
export function drawGrid(
  columns: readonly GridColumn[],
  rows: readonly (readonly string[])[],
): readonly string[][] {
  const cells = rows.map((row) => row.map((cell) => cell.split('\n')));
  const heights = cells.map((row) => row.reduce((height, { length }) => Math.max(height, length), 0));
  const lines = cells.flatMap((row, index) =>
    Array.from({ length: heights[index] ?? 0 }, (_, line) => row.map((cell) => cell[line] ?? '')),
  );
  // Where a long label goes on beside empty cells there is nothing to lay out.
  const isLaidOut = ([, ...others]: readonly string[]) =>
    columns[0]?.align === 'right' || others.some((cell) => cell !== '');
  const laidOut = lines.filter(isLaidOut);
  const drawnColumns = columns.map((column, at) =>
    drawColumn(
      column,
      laidOut.map((line) => line[at] ?? ''),
    ),
  );
  const layouts = laidOut.map((_, line) =>
    drawnColumns
      .map((drawn) => drawn[line])
      .join(' ')
      .trimEnd(),
  );
  let next = 0;
  const drawn = lines.map((line) => (isLaidOut(line) ? (layouts[next++] ?? '') : (line[0] ?? '').trimEnd()));
  let end = 0;
  return heights.map((height) => {
    end += height;
    return drawn.slice(end - height, end);
  });
}

/**
 * The lines of a column, filled up to its width. The library does that for scripts whose letters it takes to
 * know how wide they are. Each cell takes it long, so a narrow column gives it several lines a cell; where a
 * cell is wider than ten characters it takes longer the more lines there are.
 */
function drawColumn(column: GridColumn, lines: readonly string[]): string[] {
  const widths = lines.map(narrowWidth);
  if (!widths.includes(undefined)) return lines.map((line, index) => fill(line, widths[index] ?? 0, column));
  const together = column.width > 10 ? 1 : 4;
  const drawn: string[] = [];
  for (let start = 0; start < lines.length; start += batch * together) {
    const some = lines.slice(start, start + batch * together);
    for (const line of drawCells(column, some, together)) drawn.push(line);
  }
  return drawn;
}

/** A cell with spaces beside it, as the library would have it. */
function fill(cell: string, taken: number, { width, align }: GridColumn): string {
  const spaces = ' '.repeat(Math.max(0, width - 1 - taken));
  return align === 'right' ? `${spaces}${cell} ` : `${cell}${spaces} `;
}

/**
 * Widths are not fixed but held open by a first line of spaces: the library cuts what it takes to be too wide for a
 * fixed width, and it takes Hindi and Thai to be wider than they are.
 */
function drawCells({ width, align }: GridColumn, lines: readonly string[], together: number): string[] {
  const grid = new CliTable({
    colAligns: [align],
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 1 },
    chars: noBorders,
  });
  grid.push([' '.repeat(width - 1)]);
  for (let start = 0; start < lines.length; start += together)
    grid.push([lines.slice(start, start + together).join('\n')]);
  return grid.toString().split('\n').slice(1);
}
