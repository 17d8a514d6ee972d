import type { BlockContent, PhrasingContent, Root, TableRow } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { Block, Document, Sentence, Table } from '../report/document.ts';
import { cellText, sentenceText } from './inline.ts';
import { printable } from './printable.ts';

/** A document as GitHub-flavoured Markdown. Labels from an export are escaped: they are text, never markup. */
export function renderMarkdown({ blocks, decimals }: Document): string {
  const root: Root = { type: 'root', children: blocks.flatMap((block) => blockNodes(block, decimals)) };
  return toMarkdown(root, {
    bullet: '-',
    // GitHub and others take what stands between two dollar signs for mathematics.
    unsafe: [{ character: '$', inConstruct: 'phrasing' }],
    extensions: [gfmToMarkdown({ tablePipeAlign: false })],
  });
}

function blockNodes(block: Block, decimals: number): BlockContent[] {
  switch (block.kind) {
    case 'heading':
      return [{ type: 'heading', depth: block.level, children: sentence([block.text], decimals) }];
    case 'paragraph':
      return [{ type: 'paragraph', children: sentence(block.text, decimals) }];
    case 'list':
      return [list(block.items, decimals)];
    case 'table':
      return tableNodes(block, decimals);
  }
}

/** The caption in bold, the table without its bars, where it has rows, the notes as a list under it. */
function tableNodes({ caption, columns, rows, notes }: Table, decimals: number): BlockContent[] {
  const shown = columns.flatMap(({ kind }, index) => (kind === 'bar' ? [] : [index]));
  const row = (cells: readonly string[]): TableRow => ({
    type: 'tableRow',
    children: cells.map((cell) => ({ type: 'tableCell', children: text(cell) })),
  });
  const table: BlockContent = {
    type: 'table',
    align: shown.map((index) => (columns[index]?.kind === 'figure' ? 'right' : 'left')),
    children: [
      row(shown.map((index) => columns[index]?.heading ?? '')),
      ...rows.map((cells) => row(shown.map((index) => cellText(cells[index] ?? null, decimals)))),
    ],
  };
  return [
    ...(caption === '' ? [] : [strong(sentence([caption], decimals))]),
    ...(rows.length > 0 ? [table] : []),
    ...(notes.length > 0 ? [list(notes, decimals)] : []),
  ];
}

function list(items: readonly Sentence[], decimals: number): BlockContent {
  return {
    type: 'list',
    ordered: false,
    spread: false,
    children: items.map((item) => ({
      type: 'listItem',
      spread: false,
      children: [{ type: 'paragraph', children: sentence(item, decimals) }],
    })),
  };
}

function strong(children: PhrasingContent[]): BlockContent {
  return { type: 'paragraph', children: [{ type: 'strong', children }] };
}

function sentence(parts: Sentence, decimals: number): PhrasingContent[] {
  return text(sentenceText(parts, decimals));
}

/**
 * Pieces of long text, cut before a letter where there is one: the time that escaping takes grows with the
 * square of a piece.
 */
const pieces = /[^]{200,400}?(?=[A-Za-z])|[^]{1,400}/gu;

function text(value: string): PhrasingContent[] {
  return (printable(value).match(pieces) ?? ['']).map((piece) => ({ type: 'text', value: piece }));
}
