import { expect, test } from 'vitest';
import type { Document } from '../../src/report/document.ts';
import { tablesDocument } from '../../src/report/tables/tables.ts';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { analyseTables } from '../support/survey.ts';

const labels = (...texts: readonly string[]): Document => ({
  title: 'T',
  decimals: 0,
  blocks: [
    {
      kind: 'table',
      caption: 'Caption',
      columns: [
        { heading: 'Answer', kind: 'label' },
        { heading: 'Share', kind: 'bar' },
        { heading: 'Count', kind: 'figure' },
      ],
      rows: texts.map((text, index) => [text, null, { count: index }]),
      notes: [],
    },
  ],
});

/** The cells of each row of the tables of a text, as GitHub splits them: at pipes that no backslash stands before. */
function rowsOf(markdown: string): string[][] {
  return markdown
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => [...line.matchAll(/\| ?((?:\\[\s\S]|[^|\\])*?) ?(?=\|)/gu)].map(([, cell = '']) => cell));
}

/** What a reader sees of a cell: escapes and character references resolved. */
function unescape(cell: string): string {
  return cell
    .replaceAll(/\\([!-/:-@[-`{-~])/gu, '$1')
    .replaceAll(/&#x([0-9A-Fa-f]+);/gu, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
}

const awkward = [
  'a | b',
  String.raw`a \| b`,
  String.raw`back\\slash \ | `.trim(),
  'code `x|y` ``z``',
  '<script>alert(1)</script> <b>',
  '![image](http://x) [link](javascript:x)',
  '**bold** _it_ ~~gone~~ *',
  '&lt; &amp; &#38;',
  '# heading',
  '- item',
  '1. item',
  '| --- |',
  'from $5 to $10, $x$ and $$y$$',
  'https://example.org www.example.org a@example.org',
  '[^1]: note',
  'trailing \\',
];

test('a label is text in its cell, whatever it looks like', () => {
  const rows = rowsOf(renderMarkdown(labels(...awkward)));
  expect(rows.slice(2).map(([label = '']) => unescape(label))).toEqual(awkward);
  expect(rows.every(({ length }) => length === 2)).toBe(true);
});

test('no markup of a label survives unescaped', () => {
  for (const row of renderMarkdown(labels(...awkward))
    .split('\n')
    .slice(4)) {
    expect(row).not.toMatch(/(?<!\\)(?:\\\\)*(?:<[a-z/!]|`|!?\[|\*|~~|\$)/u);
    expect(row).not.toMatch(/(?<!\\)&(?=[a-z#])(?!#x)/u);
  }
});

test('a line break in a label does not end its row', () => {
  const markdown = renderMarkdown(labels('one\ntwo\r\nthree\u2028four', 'five\u001b[2J\u202e'));
  expect(rowsOf(markdown).slice(2)).toEqual([
    ['one two three\\<U+2028>four', '0'],
    ['five␛\\[2J\\<U+202E>', '1'],
  ]);
});

test('long text comes out whole wherever it is cut for escaping', () => {
  const long = [
    'a|b'.repeat(2000),
    '|`<*_'.repeat(2000),
    '日本👩‍👩‍👧|'.repeat(700),
    'www.example.org/&lt;'.repeat(200),
    '\\'.repeat(999),
  ];
  const rows = rowsOf(renderMarkdown(labels(...long)));
  expect(rows.slice(2).map(([label = '']) => unescape(label))).toEqual(long);
});

test('headings, paragraphs and lists of an export’s words are no markup either', () => {
  const markdown = renderMarkdown({
    title: 'T',
    decimals: 0,
    blocks: [
      { kind: 'heading', level: 2, text: 'What? #' },
      { kind: 'heading', level: 2, text: '# <b>' },
      { kind: 'paragraph', text: ['- not a list, ', { count: 1234 }, ' <br>'] },
      { kind: 'paragraph', text: ['1. no'] },
      { kind: 'list', items: [['+ plus'], ['[ ] task']] },
    ],
  });
  expect(markdown.split('\n').filter((line) => line !== '')).toEqual([
    '## What? \\#',
    '## # \\<b>',
    '\\- not a list, 1,234 \\<br>',
    '1\\. no',
    '- \\+ plus',
    '- \\[ ] task',
  ]);
});

test('every table of an analysis has as many cells in every row as in its head', async () => {
  const analysis = await analyseTables(
    `
title: T
questions:
  - { id: role, kind: choice, column: Role }
  - { id: view, kind: scale, scale: agreement, items: [{ id: a, column: A | B }, { id: b, column: C }] }
breakdowns: [role]`,
    [
      [
        ['Role', 'A | B', 'C'],
        ['a|b\n`c', 'Agree', 'Disagree'],
        ['<td>', 'Disagree', "Don't know"],
      ],
    ],
  );
  const tables = renderMarkdown(tablesDocument(analysis)).split(/\n(?!\|)/u);
  const drawn = tables.map(rowsOf).filter(({ length }) => length > 0);
  expect(drawn).toHaveLength(4);
  for (const rows of drawn) {
    expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
  }
  expect(drawn.map(({ length }) => length)).toEqual([4, 4, 5, 5]);
});

test('a breakdown within another says so, and who is in no group', async () => {
  const analysis = await analyseTables(
    `
title: T
questions:
  - { id: role, kind: choice, column: Role, text: Which are you? }
  - { id: age, kind: choice, column: Age, text: How old are you?, options: [Young, Old] }
  - { id: view, kind: choice, column: View }
breakdowns: [[role, age]]`,
    [
      [
        ['Role', 'Age', 'View'],
        ['Parent', 'Old', 'Yes'],
        ['Parent', 'Young', 'No'],
        ['Staff', 'Old', 'Yes'],
        ['Staff', '', 'No'],
      ],
    ],
  );
  const text = renderMarkdown(tablesDocument(analysis));
  const nested = text.slice(
    text.indexOf('View, by “Which are you?” and, within that, by “How old are you?”'),
  );
  expect(rowsOf(nested).map((row) => row[0]?.trim())).toEqual([
    'Which are you?, How old are you?',
    ':-',
    'All respondents',
    'Parent, Young',
    'Parent, Old',
    'Staff, Old',
  ]);
  expect(text.slice(0, -nested.length)).toContain(
    '1 under “All respondents” but in no group: no answer to “Which are you?” or to “How old are you?”.',
  );
});

test.each([
  ['not asked “How old are you?”', 'Old'],
  ['not asked, or no answer to “How old are you?”', ''],
])('those in no group since they were not asked: %s', async (why, age) => {
  const analysis = await analyseTables(
    `title: T
report: { disclosure: none }
questions:
  - { id: role, kind: choice, column: Role, options: [Parent, Staff] }
  - { id: age, kind: choice, column: Age, text: How old are you?, asked: { role: Parent } }
  - { id: view, kind: choice, column: View }
breakdowns: [age]`,
    [
      [
        ['Role', 'Age', 'View'],
        ...Array.from({ length: 20 }, (_, row) => [
          'Parent',
          row % 2 ? 'Young' : 'Old',
          row % 3 ? 'Yes' : 'No',
        ]),
        ...Array.from({ length: 20 }, (_, row) => ['Staff', '', row % 3 ? 'Yes' : 'No']),
        ['Parent', age, 'Yes'],
      ],
    ],
  );
  expect(renderMarkdown(tablesDocument(analysis))).toContain(
    `${age === '' ? 21 : 20} under “All respondents” but in no group: ${why}.`,
  );
});

test('a label in quotation marks has single ones of its own in words, and those it was written with in a table', () => {
  const [first, second] = ['School “newsletter”', 'Said “no” to “yes”'];
  const words = `${renderMarkdown({
    title: 'T',
    decimals: 0,
    blocks: [
      { kind: 'heading', level: 2, text: `Results by “${first}”` },
      { kind: 'paragraph', text: [`More answered “${first}” than “${second}”.`] },
      { kind: 'paragraph', text: ['Nobody answered “5” pipe” or “A “half”.'] },
      ...labels(first).blocks,
    ],
  })}`;
  expect(words).toContain('## Results by “School ‘newsletter’”');
  expect(words).toContain('More answered “School ‘newsletter’” than “Said ‘no’ to ‘yes’”.');
  expect(words).toContain('Nobody answered “5” pipe” or “A “half”.');
  expect(words).toContain('| School “newsletter” | 0 |');
});
