import { expect, test } from 'vitest';
import { analyse } from '../../src/analysis/analyse.ts';
import { publish } from '../../src/analysis/disclosure/publish.ts';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { tablesDocument } from '../../src/report/tables/tables.ts';
import { analyseTables, collect } from '../support/survey.ts';

const definition = `
title: T
respondent: { count: People }
questions:
  - { id: plan, kind: scale, scale: agreement, items: [{ id: a, column: A }, { id: b, column: B }] }
  - { id: clear, kind: scale, scale: clarity, column: Clear }
  - { id: easy, kind: scale, scale: satisfaction, column: Easy }`;

const rows = [
  ['People', 'A', 'B', 'Clear', 'Easy'],
  ['3', 'Agree', 'Disagree', 'Yes', 'Satisfied'],
  ['1', 'Strongly agree', 'Agree', 'No', 'Dissatisfied'],
  ['2', 'Strongly agree', '', 'No', ''],
  ['1', 'Disagree', 'Agree', 'Yes', ''],
  ['1', 'Strongly disagree', 'Agree', 'No', ''],
  ['1', 'Neither agree nor disagree', 'Agree', 'Yes', ''],
  ['1', 'Agree', 'Agree', "Don't know", ''],
  ['5', 'Agree', 'Agree', '', ''],
  ['1', 'Agre', 'Agree', 'Yes', ''],
];

test('views are set beside clarity, of those who answered both', async () => {
  const { combinations } = await analyseTables(definition, [rows]);
  expect(combinations.map(({ item, clarity, base }) => [item, clarity.question, base])).toEqual([
    ['a', 'clear', 10],
    ['b', 'clear', 9],
  ]);
  const figures = combinations.map((one) => one.figures.map(({ figure }) => [figure.id, figure.count]));
  expect(figures[0]).toEqual([
    ['plan.a.agree+clear.clear', 3],
    ['plan.a.agree+clear.unclear', 3],
    ['plan.a.disagree+clear.clear', 1],
    ['plan.a.disagree+clear.unclear', 1],
    ['plan.a+clear.other', 2],
  ]);
  expect(figures[1]?.map(([, count]) => count)).toEqual([3, 2, 3, 0, 1]);
  expect(combinations[0]?.figures[1]?.figure).toMatchObject({ base: 10, percent: 30 });
});

test('items whose clarity was asked one by one are each set beside their own', async () => {
  const { combinations } = await analyseTables(
    definition
      .replace('column: Clear', 'items: [{ id: a, column: Clear }]')
      .replace(/ {2}- \{ id: easy.*/u, ''),
    [rows],
  );
  expect(combinations.map(({ item, clarity }) => [item, clarity.item])).toEqual([['a', 'a']]);
});

test('those who do not know are among those who answered both, and support is a view as agreement is', async () => {
  const support = `
title: T
questions:
  - { id: plan, kind: scale, scale: support, column: Plan }
  - { id: clear, kind: scale, scale: clarity, column: Clear }`;
  const { combinations } = await analyseTables(support, [
    [
      ['Plan', 'Clear'],
      ['Support', 'Yes'],
      ["Don't know", 'No'],
      ["Don't know", "Don't know"],
      ['Oppose', ''],
    ],
  ]);
  const figures = combinations.map((one) => one.figures.map(({ label, figure }) => [label, figure.count]));
  expect(combinations.map(({ base }) => base)).toEqual([3]);
  expect(figures[0]).toEqual([
    ['support, clear', 1],
    ['support, unclear', 0],
    ['oppose, clear', 0],
    ['oppose, unclear', 0],
    ['other answers', 2],
  ]);
});

test('without a question on clarity there is nothing to set beside', async () => {
  const { combinations } = await analyseTables(definition.replace('scale: clarity', 'scale: yes-no'), [rows]);
  expect(combinations).toEqual([]);
});

test('under the table stands what [c] is, where something is hidden, and that percentages are weighted', async () => {
  const text = (more: string) => `{ title: T, ${more}, questions: [
    { id: view, kind: scale, scale: agreement, column: View },
    { id: clear, kind: scale, scale: clarity, column: Clear, text: Clear }] }`;
  const times = (count: number, ...row: string[]) => Array.from({ length: count }, () => row);
  const answers = [
    ['View', 'Clear', 'Weight'],
    ...times(23, 'Agree', 'Yes', '1'),
    ...times(5, 'Agree', 'No', '2'),
    ...times(15, 'Disagree', 'Yes', '1'),
    ...times(2, 'Disagree', 'No', '1'),
    ...times(15, 'Neither agree nor disagree', 'Yes', '1'),
  ];
  const under = async (more: string) => {
    const responses = await collect(text(more), [answers]);
    const markdown = renderMarkdown(tablesDocument(publish(analyse(responses), responses)));
    return markdown.split('beside “Clear”').at(-1)?.split('\n**', 1)[0] ?? '';
  };
  const hidden = '[c]: hidden, so that nobody can be recognised';
  const weighted = 'Percentages are weighted, counts are not.';
  expect(await under('breakdowns: [clear]')).toContain(hidden);
  expect(await under('breakdowns: []')).not.toContain(hidden);
  expect(await under('breakdowns: []')).not.toContain(weighted);
  expect(await under('breakdowns: [], respondent: { weight: Weight }')).toContain(weighted);
});
