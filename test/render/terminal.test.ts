import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'fast-string-width';
import { expect, test } from 'vitest';
import { figure } from '../../src/analysis/figures.ts';
import type { Document, Table } from '../../src/report/document.ts';
import { chooseLayout } from '../../src/render/terminal-layout.ts';
import { renderTerminal } from '../../src/render/terminal.ts';

const shareOf = (count: number) => figure('f', count, { rule: 'answered', count: 76 });

const oneTable = (table: Partial<Table>): Document => ({
  title: 'T',
  decimals: 0,
  blocks: [
    {
      kind: 'table',
      caption: 'Caption',
      columns: [
        { heading: 'Answer', kind: 'label' },
        { heading: 'Share', kind: 'bar' },
        { heading: '%', kind: 'figure', strong: true },
        { heading: 'Count', kind: 'figure' },
      ],
      rows: [],
      notes: [],
      ...table,
    },
  ],
});

const answers = (...labels: readonly string[]): Document =>
  oneTable({
    rows: labels.map((label) => [label, { bar: shareOf(38) }, { percent: shareOf(38) }, { count: 38 }]),
  });

const draw = (document: Document, width: number, colour: 0 | 1 = 0): string[] =>
  renderTerminal(document, { width, colour }).split('\n');

const withoutSpace = (text: string): string => text.replaceAll(/\s/gu, '');

test('a table is labels, bars and figures under each other between lines', () => {
  expect(draw(answers('Agree', 'Neither agree nor disagree'), 60)).toEqual([
    'Caption',
    '──────────────────────────────────────────────────',
    'Answer                      Share         %  Count',
    '──────────────────────────────────────────────────',
    'Agree                       █████       50%     38',
    'Neither agree nor disagree  █████       50%     38',
    '──────────────────────────────────────────────────',
    '',
  ]);
});

const labels = [
  'Neither agree nor disagree with the proposal as it has been put forward',
  'https://example.org/a/very/long/address/without/any/spaces/that/no/column/of/a/terminal/could/ever/hold',
  'ठोस कचरा प्रबंधन नमस्ते सेवा',
  '日本語の長いラベルがここにあります。とても長いので折り返されます。',
  'ภาษาไทยก็เช่นกัน',
  '👩‍👩‍👧 families 🇬🇧 ☑️',
];

test('whatever the width no label is cut and no line is wider', () => {
  for (const width of [30, 40, 60, 80, 120]) {
    const lines = draw(answers(...labels), width);
    const text = withoutSpace(lines.join(''));
    expect(text).not.toContain('…');
    for (const label of labels) {
      for (const word of label.split(' '))
        expect(withoutSpace(lines.map(labelPart).join(''))).toContain(word);
    }
    expect(lines.filter((line) => stringWidth(line) > width)).toEqual([]);
  }

  /** A line without its figures, so that a word broken over two lines is whole again when they are joined. */
  function labelPart(line: string): string {
    return line.replace(/\s+(?:█+\s+)?50%\s+38$/u, '');
  }
});

test('colours do not change where anything stands', () => {
  const plain = draw(answers(...labels), 50);
  const coloured = draw(answers(...labels), 50, 1);
  expect(coloured.join('\n')).toContain('\u001b[1m');
  expect(coloured.map((line) => stripVTControlCharacters(line).trimEnd())).toEqual(plain);
});

test('nothing of an export is obeyed by a terminal', () => {
  const text = draw(answers('\u001b[2J\u001b]0;title\u0007', 'a\u202eb', 'c\r\nd'), 80).join('\n');
  expect(text).toContain('␛[2J␛]0;title␇');
  expect(text).toContain('a<U+202E>b');
  expect(text).toContain('c d');
  expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
});

test('of a table without rows there is nothing but its caption and its notes', () => {
  expect(draw(answers(), 40)).toEqual(['Caption', '']);
});

const wideTable = (count: number) =>
  oneTable({
    columns: [
      { heading: 'Item', kind: 'label' },
      ...Array.from({ length: count }, (_, n) => ({ heading: `Option ${n + 1}`, kind: 'figure' as const })),
    ],
    rows: [
      ['First item', ...Array.from({ length: count }, () => ({ figure: shareOf(38) }))],
      ['Second item', ...Array.from({ length: count }, () => null)],
    ],
  });

test('where a terminal is narrow labels stand above their figures', () => {
  expect(draw(wideTable(4), 40)).toEqual([
    'Caption',
    '──────────────────────────────',
    'Option  Option  Option  Option',
    '     1       2       3       4',
    '──────────────────────────────',
    'First item',
    '   50%     50%     50%     50%',
    '    38      38      38      38',
    '',
    'Second item',
    '   n/a     n/a     n/a     n/a',
    '──────────────────────────────',
    '',
  ]);
});

test('where it is narrower still each figure has a line, with its bar', () => {
  expect(draw(wideTable(6), 40).slice(0, 12)).toEqual([
    'Caption',
    '',
    'First item',
    '  Option 1  █████       50% (38)',
    '  Option 2  █████       50% (38)',
    '  Option 3  █████       50% (38)',
    '  Option 4  █████       50% (38)',
    '  Option 5  █████       50% (38)',
    '  Option 6  █████       50% (38)',
    '',
    'Second item',
    '  Option 1              n/a',
  ]);
});

test('a list leaves out its bars, and then its columns, rather than break words', () => {
  const options = ['Less than once a month', 'Not applicable', 'Prefer not to say'];
  const table = oneTable({
    columns: [
      { heading: 'Item', kind: 'label' },
      ...options.map((heading) => ({ heading, kind: 'figure' as const })),
      { heading: 'Base', kind: 'figure' },
    ],
    rows: [['Bus', ...options.map(() => ({ figure: shareOf(7) })), { count: 76 }]],
  });
  expect(draw(table, 30)).toEqual([
    'Caption',
    '',
    'Bus',
    '  Less than once a      9% (7)',
    '  month',
    '  Not applicable        9% (7)',
    '  Prefer not to say     9% (7)',
    '  Base                  76',
    '',
  ]);
  expect(draw(table, 20).slice(0, 8)).toEqual([
    'Caption',
    '',
    'Bus',
    '  Less than once a',
    '  month: 9% (7)',
    '  Not applicable:',
    '  9% (7)',
    '  Prefer not to say:',
  ]);
});

test('in a list no line is wider than the terminal and every figure is whole, whatever the width', () => {
  for (const width of [20, 24, 30, 40, 60]) {
    const lines = draw(wideTable(12), width);
    expect(lines.filter((line) => stringWidth(line) > width)).toEqual([]);
    expect(lines.filter((line) => line.includes('50% (38)'))).toHaveLength(12);
  }
});

test('a heading is five lines high at most, or the table is a list', () => {
  const heading = 'I have heard of this, but I do not really use it or have only used it once or twice';
  const head = draw(
    oneTable({
      columns: [
        { heading: 'Item', kind: 'label' },
        { heading, kind: 'figure' },
      ],
      rows: [['Search', { figure: shareOf(38) }]],
    }),
    80,
  );
  expect(
    head
      .slice(2, head.lastIndexOf('─'.repeat(head[1]?.length ?? 0)))
      .findIndex((line) => line.startsWith('─')),
  ).toBe(5);
});

test('a bar without room for a column stands before the label, not above the figures of those who disagree', () => {
  const headings = ['Strongly agree', 'Somewhat agree', 'Somewhat disagree', 'Strongly disagree'];
  const percent = shareOf(38);
  const table = oneTable({
    columns: [
      { heading: 'Statement', kind: 'label' },
      { heading: '% agree', kind: 'bar' },
      ...headings.map((heading) => ({ heading, kind: 'figure' }) as const),
    ],
    rows: [
      [
        'The plan is fair to everybody who lives here',
        { bar: percent },
        ...headings.map(() => ({ percent })),
      ],
    ],
  });
  expect(draw(table, 44)).toEqual([
    'Caption',
    '──────────────────────────────────────',
    '% agree',
    'Strongly  Somewhat  Somewhat  Strongly',
    '   agree     agree  disagree  disagree',
    '──────────────────────────────────────',
    '█████       The plan is fair to',
    '            everybody who lives here',
    '     50%       50%       50%       50%',
    '──────────────────────────────────────',
    '',
  ]);
});

test('the layout is the first that fits', () => {
  const columns = [
    { heading: 'Answer', kind: 'label' },
    { heading: 'Share', kind: 'bar' },
    { heading: 'Percentage', kind: 'figure' },
  ] as const;
  const rows = [[['A label of more than thirty characters'], [''], ['50%']]];
  const kindAt = (width: number) => {
    const layout = chooseLayout(columns, rows, width);
    return layout.kind === 'list' ? 'list' : `${layout.kind} of ${layout.columns.length}`;
  };
  // A label needs 22 places, a bar and the heading of the figures 10 each, and 2 are between any two of them.
  expect([46, 45, 34, 33, 22, 21, 10, 9].map(kindAt)).toEqual([
    'grid of 3',
    'grid of 2',
    'grid of 2',
    'stacked of 2',
    'stacked of 2',
    'stacked of 1',
    'stacked of 1',
    'list',
  ]);
});
