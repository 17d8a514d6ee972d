import { expect, test } from 'vitest';
import { tablesDocument } from '../../src/report/tables/tables.ts';
import { compareRuns } from '../../src/analysis/comparison/comparison.ts';
import { renderCsv } from '../../src/render/csv.ts';
import { renderJson } from '../../src/render/json.ts';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { readJsonAnalysis } from '../../src/render/read-json.ts';
import { comparisonDocument } from '../../src/report/comparison/comparison.ts';
import { analyseTables, itemOf } from '../support/survey.ts';

const definition = (codes: string) => `
title: T
respondent: { count: People }
questions:
  - { id: role, kind: choice, column: Role }
  - id: plan
    kind: scale
    scale: agreement
    ${codes}
    items: [{ id: good, column: Good }, { id: bad, column: Bad, reversed: true }]
breakdowns: [role]`;

const fivePoints =
  'codes: { Strongly agree: 5, Agree: 4, Neither agree nor disagree: 3, Disagree: 2, Strongly disagree: 1 }';

const rows = [
  ['People', 'Role', 'Good', 'Bad'],
  ['2', 'Parent', 'Strongly agree', 'Strongly disagree'],
  ['1', 'Parent', 'agree', 'Disagree'],
  ['1', 'Staff', 'Disagree', 'Agree'],
  ['3', 'Staff', "Don't know", ''],
];

test('mean and median are of the codes of those on the scale, reversed where the wording is', async () => {
  const analysis = await analyseTables(definition(fivePoints), [rows]);
  // 5, 5, 4 and 2: a mean of 4 and a median of 4.5. Reversed, 1, 1, 2 and 4 are the same.
  expect(itemOf(analysis, 'plan', 'good').scores).toEqual({ n: 4, mean: 4, median: 4.5 });
  expect(itemOf(analysis, 'plan', 'bad').scores).toEqual({ n: 4, mean: 4, median: 4.5 });
  expect(itemOf(analysis, 'plan', 'bad').nets.map(({ id, figure }) => [id, figure.count])).toEqual([
    ['agree', 1],
    ['neither', 0],
    ['disagree', 3],
  ]);
  const [, bad] = analysis.breakdowns;
  expect(bad?.groups.map(({ id, scores }) => [id, scores?.mean])).toEqual([
    ['staff', 2],
    ['parent', 14 / 3],
  ]);
});

test('the code of every option stands under the means, and what is reversed is marked', async () => {
  const text = renderMarkdown(tablesDocument(await analyseTables(definition(fivePoints), [rows])));
  expect(text).toContain('| Good | 4 | 4.5 | 4 |');
  expect(text).toContain('| Bad (worded the other way round) | 25% (1) |');
  expect(text).toContain('**Bad (worded the other way round), by “Role”**');
  expect(text).toContain(
    'Of the codes of those who answered on the scale: “Strongly agree” 5, “Agree” 4, “Neither agree nor disagree” 3, “Disagree” 2 and “Strongly disagree” 1.',
  );
  expect(text).toContain(
    'Worded the other way round: “Bad”. There the codes are “Strongly agree” 1, “Agree” 2, “Neither agree nor disagree” 3, “Disagree” 4 and “Strongly disagree” 5;',
  );
});

test('in CSV the codes stand beside each mean and median', async () => {
  const [, ...lines] = renderCsv(await analyseTables(definition(fivePoints), [rows])).split('\n');
  const rowOf = (id: string) => lines.find((line) => line.startsWith(`${id},`));
  expect(rowOf('plan.good.mean')).toMatch(
    /,4,answered,4,,4,.*Of the codes .*: “Strongly agree” 5, .* 1\."$/u,
  );
  expect(rowOf('plan.bad.median@role=parent')).toMatch(
    /Worded the other way round: “Bad”\. There .*“Strongly agree” 1,/u,
  );
});

test('two runs say of which codes their means are, and that these differ, read back from JSON too', async () => {
  const read = async (codes: string) => {
    const analysis = await analyseTables(definition(codes), [rows]);
    return { name: 'x.json', analysis: readJsonAnalysis(renderJson(analysis, '0'), 'x.json') };
  };
  const told = async (a: string, b: string) =>
    renderMarkdown(comparisonDocument(compareRuns(await read(a), await read(b))));
  const same = await told(fivePoints, fivePoints);
  expect(same).toContain(
    'In A and B, means and medians of “plan” are of the codes of those who answered on the scale: “Strongly agree” 5,',
  );
  expect(same).not.toContain('the codes of its answers');
  const other = await told(fivePoints, fivePoints.replace('Agree: 4', 'Agree: 4.5'));
  expect(other).toContain('Definition: “plan”, the codes of its answers (Agree): A 4; B 4.5.');
  expect(other).toMatch(/In A, means and medians of “plan” .*“Agree” 4,/u);
  expect(other).toMatch(/In B, means and medians of “plan” .*“Agree” 4\.5,/u);
  const turned = `${definition(fivePoints).replace(', reversed: true', '')}`;
  const plain = { name: 'y.csv', analysis: await analyseTables(turned, [rows]) };
  expect(renderMarkdown(comparisonDocument(compareRuns(await read(fivePoints), plain)))).toContain(
    'Definition: “plan”, “Bad”, whether it is worded the other way round: A true; B not given.',
  );
});

test('codes that are not evenly apart are turned round as they are said to be', async () => {
  const uneven = 'codes: { Strongly agree: 10, Agree: 4, Disagree: 3, Strongly disagree: 0 }';
  const analysis = await analyseTables(definition(uneven), [rows]);
  // Two strongly disagree, which is 10 turned round, one disagrees, 7, and one agrees, 6.
  expect(itemOf(analysis, 'plan', 'bad').scores?.mean).toBe((10 + 10 + 7 + 6) / 4);
  expect(renderMarkdown(tablesDocument(analysis))).toContain(
    'There the codes are “Strongly agree” 0, “Agree” 6, “Disagree” 7 and “Strongly disagree” 10;',
  );
});

test('without codes there is no mean', async () => {
  const analysis = await analyseTables(definition('').replace(', reversed: true', ''), [rows]);
  expect(itemOf(analysis, 'plan', 'good').scores).toBeUndefined();
});

test('no mean is given where somebody chose an option that has no code, and a note says so', async () => {
  const fourPoints = 'codes: { Strongly agree: 4, Agree: 3, Disagree: 2, Strongly disagree: 1 }';
  const neither = ['1', 'Staff', 'Neither agree nor disagree', 'Agree'];
  const analysis = await analyseTables(definition(fourPoints), [[...rows, neither]]);
  expect(itemOf(analysis, 'plan', 'good').scores).toBeUndefined();
  expect(itemOf(analysis, 'plan', 'bad').scores?.n).toBe(5);
  expect(analysis.notes).toContainEqual({
    code: 'no-code',
    question: 'plan',
    options: ['Neither agree nor disagree'],
  });
});

test('codes may be given by the spellings that the definition offers', async () => {
  const declared =
    'options: [Tend to agree, Tend to disagree]\n    codes: { Tend to agree: 2, Tend to disagree: 1 }';
  const analysis = await analyseTables(definition(declared), [
    [
      ['People', 'Role', 'Good', 'Bad'],
      ['1', 'Staff', 'Tend to agree', 'Tend to agree'],
    ],
  ]);
  expect(itemOf(analysis, 'plan', 'good').scores?.mean).toBe(2);
  expect(itemOf(analysis, 'plan', 'bad').scores?.mean).toBe(1);
});
