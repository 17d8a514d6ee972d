import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { analyse } from '../../src/analysis/analyse.ts';
import type { Analysis } from '../../src/analysis/analysis.ts';
import { withRounded } from '../../src/analysis/disclosure/rounded.ts';
import { renderCsv, toCsv } from '../../src/render/csv.ts';
import { analyseTables, collect } from '../support/survey.ts';

const cellIn = (cell: string): string => parse(toCsv(['a'], [[cell]]))[1]?.[0] ?? 'no cell';

test('no cell begins like a formula', () => {
  const formulas = [
    '=1+1',
    '+1',
    '-1+1',
    '- none',
    '@SUM(A1)',
    '|cmd',
    ' =1',
    '\u00a0-x',
    '\t=1',
    '\r=1',
    '\n@x',
  ];
  const wide = ['＝1', '＋1', '－1', '＠x'];
  for (const formula of [...formulas, ...wide]) expect(cellIn(formula)).toMatch(/^'/u);
});

test('negative numbers stay numbers', () => {
  for (const number of ['-4', '-1,204.5', '-0.25']) expect(cellIn(number)).toBe(number);
  for (const sum of ['-4-1', '-4.', '-1e3', '-2+cmd']) expect(cellIn(sum)).toBe(`'${sum}`);
});

test('other text is as it was, on one line and without control characters', () => {
  expect(cellIn('a, "b" = c')).toBe('a, "b" = c');
  expect(cellIn('a\r\nb\u001b[2J\u202e')).toBe('a b␛[2J<U+202E>');
});

test('every row has a cell for every column', async () => {
  const analysis = await analyseTables(
    `
title: T
questions:
  - { id: role, kind: choice, column: Role }
  - { id: view, kind: scale, scale: agreement, column: View }
  - { id: change, kind: number, column: Change }
breakdowns: [role]`,
    [
      [
        ['Role', 'View', 'Change'],
        ['=HYPERLINK("http://x","y")', 'Agree', '-4'],
        ['a,"b"\nc', '', '-1,204.5'],
      ],
    ],
  );
  const [header = [], ...rows] = parse(renderCsv(analysis));
  expect(rows.every((row) => row.length === header.length)).toBe(true);
  const records = rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index]])));
  const byId = (id: string) => records.filter((record) => record['id'] === id);
  expect(byId('view.agree')).toMatchObject([
    {
      question: 'view',
      kind: 'net',
      count: '1',
      base_rule: 'answered',
      base: '1',
      percent: '100',
      shown: '100%',
    },
  ]);
  expect(byId('change.minimum')).toMatchObject([
    { kind: 'statistic', base: '2', percent: '', shown: '-1,204.5' },
  ]);
  expect(records.filter(({ question }) => question === 'role').map(({ label }) => label)).toEqual([
    `'=HYPERLINK("http://x","y")`,
    'a,"b" c',
  ]);
});

test('a majority that depends on the base is said beside its figure', async () => {
  const rows = (count: number, ...row: string[]) => Array.from({ length: count }, () => row);
  const analysis = await analyseTables(
    `
title: T
questions:
  - { id: role, kind: choice, column: Role }
  - { id: view, kind: scale, scale: agreement, column: View, options: [Agree, Disagree, Don't know] }
breakdowns: [role]
report: { disclosure: none }`,
    [
      [
        ['Role', 'View'],
        ...rows(12, 'Parent', 'Agree'),
        ...rows(8, 'Parent', 'Disagree'),
        ...rows(8, 'Parent', "Don't know"),
        ...rows(20, 'Teacher', 'Disagree'),
      ],
    ],
  );
  const [header = [], ...cells] = parse(renderCsv(analysis));
  const records = cells.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index]])));
  expect(header.at(-1)).toBe('note');
  expect(records.filter(({ note }) => note !== '').map(({ id, note }) => [id, note])).toEqual([
    [
      'view.agree@role=parent',
      '“View”, in the group “Parent” (by “Role”): whether a majority answered “agree” depends on the base: more than half of those who gave a view (60%, 12 of 20), not of those who answered (43%, 12 of 28) nor of everybody who was asked (43%, 12 of 28).',
    ],
  ]);
});

test('each percentage of weighted responses says whether it is weighted, and as rounded', async () => {
  const row = (role: string, view: string, weight: string) => [role, view, weight];
  const responses = await collect(
    `
title: T
respondent: { weight: W }
questions:
  - { id: role, kind: choice, column: Role }
  - { id: view, kind: scale, scale: agreement, column: View, options: [Agree, Disagree] }
breakdowns: [role]
report: { disclosure: none }`,
    [
      [
        ['Role', 'View', 'W'],
        row('Parent', 'Agree', '1'),
        row('Parent', 'Disagree', '2'),
        row('School', 'Agree', '1'),
      ],
    ],
  );
  const weightingOf = (one: Analysis) => {
    const [header = [], ...cells] = parse(renderCsv(one));
    const records = cells.map((cell) => Object.fromEntries(header.map((name, at) => [name, cell[at]])));
    return Object.fromEntries(records.map(({ id, weighting }) => [id, weighting]));
  };
  const [all, group] = ['view.disagree-2', 'view.disagree-2@role=parent'];
  const analysis = analyse(responses);
  expect(weightingOf(analysis)).toMatchObject({ [all]: 'exact', [group]: 'exact' });
  expect(weightingOf(withRounded(analysis, 0))).toMatchObject({ [all]: 'rounded', [group]: 'rounded' });
  const ofAllOnly = withRounded(analyse(responses, [], false), 0);
  expect(weightingOf(ofAllOnly)).toMatchObject({ [all]: 'rounded', [group]: 'none' });
});
