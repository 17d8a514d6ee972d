import { expect, test } from 'vitest';
import { expectedFigures } from '../../src/render/checks.ts';
import { renderCsv } from '../../src/render/csv.ts';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { publish } from '../../src/analysis/disclosure/publish.ts';
import { tablesDocument } from '../../src/report/tables/tables.ts';
import { summaryDocument } from '../../src/report/summary.ts';
import { analyse } from '../../src/analysis/analyse.ts';
import { analyseTables, collect } from '../support/survey.ts';

const definition = `
title: T
report: { minimumBase: 3 }
questions:
  - { id: years, kind: number, column: Years }
  - { id: view, kind: scale, scale: agreement, column: View }
  - { id: area, kind: choice, column: Area }
  - { id: none, kind: number, column: None }
`;
const analysis = () =>
  analyseTables(definition, [
    [
      ['Years', 'View', 'Area', 'None'],
      ['4', 'Agree', 'North', ''],
      ['8', "Don't know", 'North', ''],
      ['', '', 'South', ''],
    ],
  ]);
const explained = '[u]: fewer than 3 responses, so no';

test('figures of too few responses are marked with the sign that the note explains, statistics too', async () => {
  const provenance = { version: '0', definition: { file: 'survey.yaml', sha256: '' } };
  const sections = renderMarkdown(summaryDocument(await analysis(), provenance))
    .replaceAll('\\[', '[')
    .split('\n## ');
  const section = (heading: string) => sections.find((one) => one.startsWith(`${heading}\n`)) ?? '';
  expect(section('Years')).toContain('| All who gave a number | [u] | [u] | [u] | [u] | [u] | [u] | 2 |');
  expect(section('Years')).toContain(`${explained} statistic is given.`);
  expect(section('Years')).toContain('2 gave a number: too few for a mean or a median.');
  expect(section('View')).toContain('| Agree | [u] | 1 |');
  expect(section('View')).toContain(`${explained} percentage is given.`);
  expect(section('Area')).not.toContain('[u]');
  expect(section('None')).toContain('| n/a | n/a |');
  expect(section('None')).not.toContain('[u]');
});

test('the same sign stands in the CSV and among expected figures', async () => {
  expect(renderCsv(await analysis())).toContain(
    'years.mean,years,years,,,statistic,mean,,2,answered,2,,[u],',
  );
  expect(expectedFigures(await analysis())).toMatchObject({
    'years.mean': { count: 2, base: 2, shown: '[u]' },
    'none.mean': { count: 0, base: 0, shown: 'n/a' },
  });
});

test('a percentage that is withheld is in no note either', async () => {
  const codes = (await analysis()).notes.map(({ code }) => code);
  expect(codes).toEqual(['repeats-not-sought', 'middle-not-chosen']);
});

test('what is hidden is explained under a table, and above those by groups, and nothing is said to be hidden that is not', async () => {
  const text = `
title: T
questions:
  - { id: role, kind: choice, column: Role, profile: true }
  - { id: years, kind: number, column: Years, profile: true }
breakdowns: [role]
`;
  const rows = (count: number, role: string) =>
    Array.from({ length: count }, (_, nth) => [role, String(nth % 7)]);
  const table = [
    ['Role', 'Years'],
    ...rows(40, 'Parent'),
    ...rows(30, 'Staff'),
    ...rows(3, 'Governor'),
    ...rows(4, 'Other'),
  ];
  const responses = await collect(text, [table]);
  const published = publish(analyse(responses), responses);
  const [all = '', groups = ''] = renderMarkdown(tablesDocument(published))
    .replaceAll('\\[', '[')
    .split('## Results by');
  const whole = all.split('\n**')[2];
  expect(whole).toMatch(/^Years\*\*[^]*\| \[c\] \|[^]*\[c\]: hidden, so that nobody can be recognised/u);
  expect(groups).toContain('| Governor | [c] | [c] | [c] | [c] | [c] | [c] | [c] |');
  expect(groups).toContain('[c]: hidden, so that nobody can be recognised');
  expect(groups).not.toMatch(/could not be counted|Not asked|No reply/u);
});
