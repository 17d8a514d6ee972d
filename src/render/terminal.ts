import { Chalk, type ChalkInstance } from 'chalk';
import type { Block, Document, Sentence, Table } from '../report/document.ts';
import { barWidth, cellLines } from './terminal-cells.ts';
import { drawGrid } from './terminal-grid.ts';
import { type Layout, chooseLayout, gap, narrowestLabel } from './terminal-layout.ts';
import { drawList } from './terminal-list.ts';
import { sentenceText } from './inline.ts';
import { printable } from './printable.ts';
import { textWidth, wrapText } from './wrap.ts';

/** What a terminal can show. `colour` is chalk's level: 0 none, 1 sixteen colours. */
export interface TerminalSettings {
  readonly width: number;
  readonly colour: 0 | 1;
}

interface Context {
  readonly decimals: number;
  readonly width: number;
  readonly chalk: ChalkInstance;
}

/** A document for a terminal: tables as wide as it allows, long labels wrapped, nothing cut. */
export function renderTerminal({ blocks, decimals }: Document, { width, colour }: TerminalSettings): string {
  const context = { decimals, width, chalk: new Chalk({ level: colour }) };
  return `${blocks.map((block) => renderBlock(block, context)).join('\n\n')}\n`;
}

function renderBlock(block: Block, context: Context): string {
  const { chalk, width } = context;
  switch (block.kind) {
    case 'heading':
      return chalk.bold(wrapText(sentence([block.text], context), width));
    case 'paragraph':
      return wrapText(sentence(block.text, context), width);
    case 'list':
      return bullets(block.items, context);
    case 'table':
      return renderTable(block, context);
  }
}

/** The caption, the rows, where there are any, and the notes. */
function renderTable(table: Table, context: Context): string {
  const { chalk, width } = context;
  const caption =
    table.caption === '' ? [] : [chalk.bold(wrapText(sentence([table.caption], context), width))];
  const notes = table.notes.length > 0 ? [chalk.dim(bullets(table.notes, context))] : [];
  return [...caption, ...(table.rows.length > 0 ? [renderRows(table, context)] : []), ...notes].join('\n');
}

function renderRows(table: Table, context: Context): string {
  const { chalk, width } = context;
  const texts = table.rows.map((row) => row.map((cell) => cellLines(cell, context.decimals)));
  const layout = chooseLayout(
    table.columns,
    texts.map((row) => row.map((cell) => cell.split('\n'))),
    width,
  );
  if (layout.kind !== 'list') return gridRows(table, texts, layout, context);
  // There is no rule to keep its first label from the caption, and its last figure from the notes.
  return ['', ...drawList(table, texts, chalk, width), ...(table.notes.length > 0 ? [''] : [])].join('\n');
}

/**
 * A table with horizontal lines only: figures stand out, and columns need less room. Stacked, labels stand
 * above their figures.
 */
function gridRows(
  table: Table,
  texts: readonly (readonly string[])[],
  { kind, columns, widths }: Exclude<Layout, { kind: 'list' }>,
  { chalk }: Context,
): string {
  const fit = (text: string, at: number) => wrapText(text, (widths[at] ?? 0) - 1);
  const paint = (text: string, index: number) => {
    if (table.columns[index]?.strong === true) return chalk.bold(text);
    return table.columns[index]?.kind === 'bar' ? chalk.cyan(text) : text;
  };
  const [head = [], ...rows] = drawGrid(
    columns.map((index, at) => ({
      width: widths[at] ?? 0,
      align: table.columns[index]?.kind === 'figure' ? 'right' : 'left',
    })),
    [
      columns.map((index, at) => chalk.bold(fit(printable(table.columns[index]?.heading ?? ''), at))),
      ...texts.map((row) => columns.map((index, at) => paint(fit(row[index] ?? '', at), index))),
    ],
  );
  const whole = widths.reduce((sum, width) => sum + width, columns.length - 2);
  const above = kind === 'stacked' ? labelsAbove(table, texts, columns, whole, chalk) : undefined;
  const blocks = rows.map((figures, index) => [...(above?.labels[index] ?? []), ...figures]);
  const isTall = kind === 'stacked' || texts.some((row) => row.some((text) => text.includes('\n')));
  const body = blocks.flatMap((block, index) => (isTall && index > 0 ? ['', ...block] : block));
  const rule = chalk.dim('─'.repeat(whole));
  return [rule, ...(above?.heading ?? []), ...head, rule, ...(body.length > 0 ? [...body, rule] : [])].join(
    '\n',
  );
}

/**
 * The lines above the figures of each row: its label, after the bar where that has no column of its own,
 * above the net that it draws.
 */
function labelsAbove(
  table: Table,
  texts: readonly (readonly string[])[],
  columns: readonly number[],
  width: number,
  chalk: ChalkInstance,
): { readonly heading: readonly string[]; readonly labels: readonly (readonly string[])[] } {
  const label = table.columns.findIndex((column) => column.kind === 'label');
  const bar = table.columns.findIndex((column) => column.kind === 'bar');
  const room = width - barWidth - gap;
  if (bar === -1 || columns.includes(bar) || room < narrowestLabel)
    return { heading: [], labels: texts.map((row) => wrapText(row[label] ?? '', width).split('\n')) };
  const besideBar = (row: readonly string[]) =>
    wrapText(row[label] ?? '', room)
      .split('\n')
      .map((line, index) => {
        const drawn = index === 0 ? (row[bar] ?? '') : '';
        return `${chalk.cyan(drawn)}${' '.repeat(barWidth + gap - textWidth(drawn))}${line}`;
      });
  const heading = printable(table.columns[bar]?.heading ?? '');
  return { heading: [chalk.bold(heading)], labels: texts.map(besideBar) };
}

function bullets(items: readonly Sentence[], context: Context): string {
  return items
    .map((item) => `- ${wrapText(sentence(item, context), context.width - 2).replaceAll('\n', '\n  ')}`)
    .join('\n');
}

function sentence(parts: Sentence, { decimals }: Context): string {
  return printable(sentenceText(parts, decimals));
}
