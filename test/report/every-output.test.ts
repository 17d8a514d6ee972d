import { expect, test } from 'vitest';
import { analyse } from '../../src/analysis/analyse.ts';
import { publish } from '../../src/analysis/disclosure/publish.ts';
import { renderCsv } from '../../src/render/csv.ts';
import { renderJson } from '../../src/render/json.ts';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import { summaryDocument } from '../../src/report/summary.ts';
import { tablesDocument } from '../../src/report/tables/tables.ts';
import { type Rows, collect } from '../support/survey.ts';

const times = (count: number, ...row: string[]): Rows => Array.from({ length: count }, () => row);

/** What each output says, on one line and without Markdown's escapes. */
async function outputsOf(definition: string, rows: Rows): Promise<Record<string, string>> {
  const responses = await collect(definition, [rows]);
  const analysis = publish(analyse(responses), responses);
  const provenance = { version: '0', definition: { file: 'survey.yaml', sha256: '' } };
  const outputs = {
    table: renderTerminal(tablesDocument(analysis), { width: 80, colour: 0 }),
    markdown: renderMarkdown(tablesDocument(analysis)),
    report: renderMarkdown(summaryDocument(analysis, provenance)),
    json: renderJson(analysis, '0'),
    csv: renderCsv(analysis),
  };
  const plain = (text: string) => text.replaceAll('\\[', '[').replaceAll(/\s+/gu, ' ');
  return Object.fromEntries(Object.entries(outputs).map(([name, text]) => [name, plain(text)]));
}

const view = (...more: string[]) =>
  [
    'title: T',
    ...more,
    'questions:',
    '  - { id: view, kind: scale, scale: agreement, column: View, options: [Agree, Disagree, Don’t know] }',
    '  - { id: why, kind: text, column: Why }',
  ].join('\n');

const letter = 'please keep the number fourteen village bus service running every day';
const answers: Rows = [
  ['View', 'Why'],
  ...times(30, 'Agree', ''),
  ...times(22, 'Disagree', ''),
  ...times(5, 'Disagree', letter),
  ...times(4, 'Don’t know', ''),
];

test('why there is no margin of error stands once in whatever has words for a whole run, but of a probability sample', async () => {
  const why = /no margin of error or test of significance can be given/gu;
  const { csv, ...worded } = await outputsOf(view(), answers);
  for (const [name, text] of Object.entries(worded))
    expect([name, text.match(why)?.length]).toEqual([name, 1]);
  expect(csv).not.toMatch(why);
  for (const text of Object.values(await outputsOf(view('sample: probability'), answers)))
    expect(text).not.toMatch(why);
});

test('a base below 50 is marked under its table, and a sentence on it begins with the number of people', async () => {
  const outputs = (agree: number, disagree: number) =>
    outputsOf(view(), [['View', 'Why'], ...times(agree, 'Agree', ''), ...times(disagree, 'Disagree', '')]);
  const [below, fifty] = [await outputs(30, 19), await outputs(30, 20)];
  const mark = 'Small base (below 50): one respondent makes a large difference.';
  const marked = (some: Readonly<Record<string, string>>) =>
    Object.keys(some).filter((name) => some[name]?.includes(mark));
  expect(marked(below)).toEqual(['table', 'markdown', 'report']);
  expect(marked(fifty)).toEqual([]);
  expect(below['report']).toContain('30 of 49 (61%) agreed');
  expect(fifty['report']).toContain('60% agreed with “View” (30 of 50)');
});

test('a majority that depends on the base or on a campaign is named in every output', async () => {
  for (const [name, text] of Object.entries(await outputsOf(view(), answers))) {
    expect([name, text]).toEqual([
      name,
      expect.stringContaining(
        '“View”: whether a majority answered “agree” depends on the base: more than half of those who gave a view (53%, 30 of 57), not of those who answered (49%, 30 of 61) nor of all respondents (49%, 30 of 61).',
      ),
    ]);
    expect([name, text]).toEqual([
      name,
      expect.stringContaining(
        'With the 5 responses of campaign 1, 49% (30 of 61) answered “agree” to “View”, not more than half; without them 54% (30 of 56), more than half.',
      ),
    ]);
  }
});

test('which side of a scale has more only with a campaign is named in every output', async () => {
  const close: Rows = [
    ['View', 'Why'],
    ...times(20, 'Agree', ''),
    ...times(18, 'Disagree', ''),
    ...times(5, 'Disagree', letter),
    ...times(12, 'Don’t know', ''),
  ];
  for (const [name, text] of Object.entries(await outputsOf(view(), close)))
    expect([name, text]).toEqual([
      name,
      expect.stringContaining(
        'With the 5 responses of campaign 1, more answered “disagree” than “agree” to “View”: 42% (23 of 55) against 36% (20 of 55); without them fewer, 36% (18 of 50) against 40% (20 of 50).',
      ),
    ]);
  const apart = [...close, ...times(9, 'Disagree', '')];
  for (const text of Object.values(await outputsOf(view(), apart)))
    expect(text).not.toContain('more answered “disagree”');
});

test('a petition is one submission, its signatories stated beside it and in no base', async () => {
  const definition = view('respondent: { kind: { column: Kind, signatories: Signed } }');
  const rows: Rows = [
    ['View', 'Why', 'Kind', 'Signed'],
    ...times(14, 'Agree', '', 'An individual', ''),
    ['Disagree', '', 'A petition', '1,204'],
  ];
  const { csv = '', json, ...worded } = await outputsOf(definition, rows);
  for (const [name, text] of Object.entries(worded))
    expect([name, text]).toEqual([
      name,
      expect.stringMatching(
        /petition counts as one response\. Those who signed, 1,204 in all, are in no other figure/u,
      ),
    ]);
  expect(json).toContain('"kind": "petition", "count": 1, "signatories": 1204');
  expect(csv).toContain('view.disagree,view,view,,,net,disagree,negative,1,answered,15,');
});

test('respondents beside the population are in percentage points and in words, and no test of being representative', async () => {
  const definition = `
title: T
questions:
  - { id: age, kind: choice, column: Age, profile: true, options: [Under 25, 25 and over, Prefer not to say], population: { Under 25: 28.5, 25 and over: 71.5 } }`;
  const rows: Rows = [
    ['Age', 'Row'],
    ...times(20, 'Under 25', ''),
    ...times(80, '25 and over', ''),
    ...times(11, 'Prefer not to say', ''),
  ];
  const { csv, json, ...worded } = await outputsOf(definition, rows);
  const over =
    '“25 and over” is 80% of the 100 respondents who can be compared and 71.5% of the population, 9 percentage points more';
  for (const [name, text] of Object.entries(worded)) {
    expect([
      name,
      text.split(
        `Compared with the population, ${over}; “Under 25” is 20% of them and 28.5% of the population, 9 percentage points fewer.`,
      ).length,
    ]).toEqual([name, 2]);
    expect([name, text]).toEqual([
      name,
      expect.stringContaining('do not make the respondents representative'),
    ]);
  }
  expect(csv).toContain(`Compared with the population, ${over}.`);
  expect(json).toContain('"population": { "percent": 71.5, "base": 100, "compared": 80, "points": 8.5 }');
});
