import CliTable from 'cli-table3';

/** A column of a grid: its width, one space of padding included, and the side to which its text keeps. */
export interface GridColumn {
  readonly width: number;
  readonly align: 'left' | 'right';
}

/** How many lines are laid out at once: the time that the library takes grows with the square of it. */
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
  middle: ' ',
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
  const layouts: string[] = [];
  for (let start = 0; start < laidOut.length; start += batch) {
    for (const line of drawLines(columns, laidOut.slice(start, start + batch))) layouts.push(line);
  }
  let next = 0;
  const drawn = lines.map((line) => (isLaidOut(line) ? (layouts[next++] ?? '') : (line[0] ?? '').trimEnd()));
  let end = 0;
  return heights.map((height) => {
    end += height;
    return drawn.slice(end - height, end);
  });
}

/**
 * Widths are not fixed but held open by a first line of spaces: the library cuts what it takes to be too wide for a
 * fixed width, and it takes Hindi and Thai to be wider than they are.
 */
function drawLines(columns: readonly GridColumn[], lines: readonly (readonly string[])[]): string[] {
  const grid = new CliTable({
    colAligns: columns.map(({ align }) => align),
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 1 },
    chars: noBorders,
  });
  grid.push(columns.map(({ width }) => ' '.repeat(width - 1)));
  for (const line of lines) grid.push([...line]);
  return grid
    .toString()
    .split('\n')
    .slice(1)
    .map((line) => line.trimEnd());
}
