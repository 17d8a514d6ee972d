import { expect, test } from 'vitest';
import { figure } from '../../src/analysis/figures.ts';
import type { Document, TableColumn } from '../../src/report/document.ts';
import { tablesDocument } from '../../src/report/tables/tables.ts';
import { renderJson } from '../../src/render/json.ts';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import { analyseTables } from '../support/survey.ts';

/** Everything but white space and escapes: what must be the same in every format. */
const letters = (text: string): string => text.replaceAll(/[\s\\]/gu, '');

const repeated = (unit: string, length: number): string =>
  unit.repeat(Math.ceil(length / unit.length)).trim();

test.each([
  ['a megabyte of words', repeated('word after word ', 1_000_000)],
  ['one word of 300 kB', repeated('x', 300_000)],
  ['300 kB of marks', repeated('|`<*_# ', 300_000)],
])('an answer of %s is shown whole', async (_, answer) => {
  const analysis = await analyseTables('{ title: T, questions: [{ id: q, kind: choice, column: A }] }', [
    [['A'], [answer], ['short'], ['short']],
  ]);
  const document = tablesDocument(analysis);
  const markdown = renderMarkdown(document);
  expect(letters(markdown).includes(letters(answer))).toBe(true);
  expect(markdown.length).toBeLessThan(3 * answer.length);
  expect(JSON.parse(renderJson(analysis, '0')).questions[0].items[0].options[1].label === answer).toBe(true);
  const terminal = renderTerminal(document, { width: 80, colour: 0 }).split('\n');
  expect(terminal.every((line) => line.length <= 80)).toBe(true);
  const shown = letters(terminal.map((line) => line.replace(/ █*[▏▎▍▌▋▊▉]? +\d+% +\d+$/u, '')).join(''));
  expect(shown.includes(letters(answer))).toBe(true);
});

test('a group whose name is a megabyte makes a table of lines', () => {
  const heading = repeated('word ', 1_000_000);
  const text = renderTerminal(wide([{ heading, kind: 'figure' }]), { width: 80, colour: 0 });
  expect(letters(text.replace(/ █* +50% \(1\)$/mu, '')).includes(letters(heading))).toBe(true);
  expect(text).toContain('50% (1)');
});

const wide = (columns: readonly TableColumn[]): Document => {
  const half = figure('f', 1, { rule: 'answered', count: 2 });
  return {
    title: 'T',
    decimals: 0,
    blocks: [
      {
        kind: 'table',
        caption: 'Wide',
        columns: [{ heading: 'Item', kind: 'label' }, ...columns],
        rows: [['Item', ...columns.map(() => ({ figure: half }))]],
        notes: [],
      },
    ],
  };
};

test('a table of 20,000 columns has every one of them', () => {
  const columns = Array.from(
    { length: 20_000 },
    (_, n) => ({ heading: `Option ${n}`, kind: 'figure' }) as const,
  );
  const markdown = renderMarkdown(wide(columns)).split('\n');
  expect(markdown.filter((line) => line.startsWith('|')).map((line) => line.split('|').length)).toEqual([
    20_003, 20_003, 20_003,
  ]);
  const terminal = renderTerminal(wide(columns), { width: 80, colour: 0 }).split('\n');
  expect(terminal.filter((line) => /^ {2}Option \d+ +█{5} +50% \(1\)$/u.test(line))).toHaveLength(20_000);
});

test('of an export of 20,000 columns the one that is asked for is read and the others are named', async () => {
  const headers = Array.from({ length: 20_000 }, (_, n) => `Column ${n}`);
  const analysis = await analyseTables(
    '{ title: T, questions: [{ id: q, kind: choice, column: Column 19999 }] }',
    [[headers, headers.map((_, n) => `answer ${n}`)]],
  );
  const json = JSON.parse(renderJson(analysis, '0'));
  expect(json.questions[0].items[0].options).toMatchObject([{ label: 'answer 19999', count: 1 }]);
  expect(json.issues).toMatchObject([{ code: 'unclaimed-columns', count: 19_999 }]);
  expect(renderMarkdown(tablesDocument(analysis))).toContain('answer 19999');
  expect(renderTerminal(tablesDocument(analysis), { width: 80, colour: 0 })).toContain('answer 19999');
});

test('a table of 5,000 rows has every one of them', () => {
  const half = figure('f', 1, { rule: 'answered', count: 2 });
  const document: Document = {
    title: 'T',
    decimals: 0,
    blocks: [
      {
        kind: 'table',
        caption: 'Long',
        columns: [
          { heading: 'Answer', kind: 'label' },
          { heading: '%', kind: 'figure' },
        ],
        rows: Array.from({ length: 5_000 }, (_, n) => [`Answer ${n}`, { percent: half }]),
        notes: [],
      },
    ],
  };
  const lines = renderTerminal(document, { width: 80, colour: 0 }).split('\n');
  expect(lines.filter((line) => /^Answer \d+ +50%$/u.test(line))).toHaveLength(5_000);
});
