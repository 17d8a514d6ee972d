import type { ChalkInstance } from 'chalk';
import type { Cell, Table, TableColumn } from '../report/document.ts';
import { barText, barWidth } from './terminal-cells.ts';
import { gap, narrowestLabel, widest } from './terminal-layout.ts';
import { printable } from './printable.ts';
import { textWidth, wrapText } from './wrap.ts';

/** One figure of a row: what its column is called, its bar, its percentage or other text, its count. */
interface Entry {
  readonly column: TableColumn;
  readonly heading: string;
  readonly bar: string;
  readonly share: string;
  readonly count: string;
  /** How far it is from others. */
  readonly others: string;
}

/** With less room than this beside the figures a heading is a strip of broken words. */
const narrowestHeading = 12;

/**
 * A table as a list, for one with more columns than a terminal has room for: each row's label, and beneath it a line a
 * figure, with its bar where there is room. `texts` are the cells as text.
 */
export function drawList(
  { columns, rows }: Table,
  texts: readonly (readonly string[])[],
  chalk: ChalkInstance,
  width: number,
): readonly string[] {
  const entries = rows.map((row, at) =>
    columns.flatMap((column, index) =>
      column.kind === 'figure' || column.kind === 'word'
        ? [entryOf(column, row[index] ?? null, texts[at]?.[index] ?? '')]
        : [],
    ),
  );
  const blocks = drawEntries(entries, chalk, width - gap);
  return blocks.flatMap((lines, at) => [
    ...(at === 0 ? [] : ['']),
    ...wrapText(texts[at]?.[0] ?? '', width).split('\n'),
    ...lines.map((line) => `  ${line}`),
  ]);
}

function entryOf(column: TableColumn, cell: Cell, text: string): Entry {
  const [share = '', count, ...others] = text.split('\n');
  const bar = cell !== null && typeof cell === 'object' && 'figure' in cell ? barText(cell.figure) : '';
  return {
    column,
    heading: printable(column.heading),
    bar,
    share,
    count: count === undefined ? '' : `(${count})`,
    others: others.join(' '),
  };
}

/** The lines of each row's entries, in columns; where these have no room, a sentence each. */
function drawEntries(rows: readonly (readonly Entry[])[], chalk: ChalkInstance, width: number): string[][] {
  const all = rows.flat();
  const heading = widest(all.map((entry) => entry.heading));
  const [share, count] = [widest(all.map((entry) => entry.share)), widest(all.map((entry) => entry.count))];
  const others = widest(all.map((entry) => entry.others));
  const figure = share + (count > 0 ? 1 + count : 0) + (others > 0 ? gap + others : 0);
  const beside = width - figure - gap;
  const withBar = beside - barWidth - gap;
  const isBarred = all.some(({ bar }) => bar !== '') && withBar >= Math.min(heading, narrowestLabel);
  const room = isBarred ? withBar : beside;
  if (all.some(({ column }) => column.kind === 'word') || room < Math.min(heading, narrowestHeading))
    return rows.map((row) => row.flatMap((entry) => sentence(entry, chalk, width)));
  const label = Math.min(heading, room);
  return rows.map((row) =>
    row.flatMap((entry) => {
      const paint = entry.column.strong === true ? chalk.bold : (text: string) => text;
      const [first = '', ...below] = wrapText(entry.heading, label).split('\n');
      const own = `${entry.share.padStart(share)} ${entry.count.padStart(count)}`;
      const value = `${own}${' '.repeat(gap)}${entry.others.padStart(others)}`.trimEnd();
      const bar = isBarred ? `${chalk.cyan(entry.bar)}${padding(entry.bar, barWidth + gap)}` : '';
      const beginning = `${paint(first)}${padding(first, label + gap)}${bar}${paint(value)}`;
      return [beginning, ...below.map(paint)];
    }),
  );
}

function padding(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - textWidth(text)));
}

/** "Option: 25% (1)", the figure on a line of its own where it would be broken. */
function sentence(
  { column, heading, share, count, others }: Entry,
  chalk: ChalkInstance,
  width: number,
): string[] {
  const figure = [share, count, others].filter((text) => text !== '').join(' ');
  const lines = wrapText(`${heading}:`, width).split('\n');
  const last = lines.pop() ?? '';
  const isWhole = textWidth(last) + 1 + textWidth(figure) <= width || column.kind === 'word';
  const text = [...lines, isWhole ? wrapText(`${last} ${figure}`, width) : `${last}\n${figure}`].join('\n');
  return (column.strong === true ? chalk.bold(text) : text).split('\n');
}
