import { expect, test } from 'vitest';
import { analyse } from '../../src/analysis/analyse.ts';
import { compareRuns } from '../../src/analysis/comparison/comparison.ts';
import { publishWeightedOrNot } from '../../src/analysis/disclosure/ways-out.ts';
import { renderComparisonJson } from '../../src/render/comparison-json.ts';
import { renderCsv } from '../../src/render/csv.ts';
import { sentenceText } from '../../src/render/inline.ts';
import { renderJson } from '../../src/render/json.ts';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { readJsonAnalysis } from '../../src/render/read-json.ts';
import { reasonsOf } from '../../src/report/comparison/change-words.ts';
import { summaryDocument } from '../../src/report/summary.ts';
import { notesInWords } from '../../src/report/words/note-words.ts';
import { collect, exportsOf } from '../support/survey.ts';

const times = (count: number, ...row: string[]) => Array.from({ length: count }, () => row);

/** 60 women, 40 men and two who describe themselves; some left the question blank. */
async function publishBySex(blank: number, question = '', breakdowns = '[sex]') {
  const definition = `
title: T
questions:
  - { id: sex, kind: choice, column: Sex, profile: true, options: [Female, Male, Self-describe, Prefer not to say]${question} }
  - { id: view, kind: choice, column: View, options: [For, Against] }
breakdowns: ${breakdowns}
`;
  const table = [
    ['Sex', 'View'],
    ...times(35, 'Female', 'For'),
    ...times(25, 'Female', 'Against'),
    ...times(15, 'Male', 'For'),
    ...times(25, 'Male', 'Against'),
    ...times(2, 'Self-describe', 'For'),
    ...times(6, 'Prefer not to say', 'Against'),
    ...times(blank, '', 'For'),
  ];
  const responses = await collect(definition, [table]);
  const { analysis } = publishWeightedOrNot(analyse(responses), responses);
  const [sex] = analysis.questions;
  const men = analysis.breakdowns.find((one) => one.question === 'view')?.groups[1];
  return { analysis, item: sex?.items[0], men, rows: await exportsOf(definition, [table]) };
}

const basedOnAll =
  'Percentages of “Sex” are of everybody who was asked, not only of those who answered: how many did not is hidden, so that no large group has to be.';

test('that two describe themselves hides no men where some left the question blank: how many did is hidden instead', async () => {
  const { analysis, item, men } = await publishBySex(7);
  expect(item?.base).toEqual({ rule: 'all', count: 115 });
  expect(item?.options.map(({ label, figure }) => [label, figure.count, figure.base])).toEqual([
    ['Female', 60, 115],
    ['Male', 40, 115],
    ['Self-describe', null, 115],
    ['Prefer not to say', 6, 115],
  ]);
  expect(item?.states).toMatchObject({ option: null, blank: null });
  expect(men?.base.count).toBe(40);
  expect(men?.options.map(({ figure }) => figure.count)).toEqual([15, 25]);
  expect(analysis.breakdowns.every(({ ungrouped }) => ungrouped === null)).toBe(true);
  expect(notesInWords(analysis).map((note) => sentenceText(note, 0))).toContain(basedOnAll);
});

test('why a profile is of everybody who was asked stands once in a report, and beside each of its figures in a CSV', async () => {
  const { analysis } = await publishBySex(7);
  const report = renderMarkdown(summaryDocument(analysis, { version: '0', definition: undefined }));
  const notes = report.slice(report.indexOf('## Notes')).split('\n');
  expect(notes.filter((line) => line.includes('everybody who was asked'))).toEqual([`- ${basedOnAll}`]);
  expect(notes).toContain(
    '- Percentages for all other questions are of those who answered; each is rounded once, from its count and base.',
  );
  const lines = renderCsv(analysis).split('\n');
  const noted = lines.filter((line) => line.includes(basedOnAll));
  expect(noted).toHaveLength(4);
  expect(noted.every((line) => line.startsWith('sex.'))).toBe(true);
});

test('two runs say that the program and no definition based a profile on everybody, read back from JSON too', async () => {
  const runOf = async (blank: number, question = '') => ({
    name: 'x.csv',
    ...(await publishBySex(blank, question)),
  });
  const [a, b, given] = [await runOf(0), await runOf(7), await runOf(7, ', base: answered')];
  const inJson = ({ name, analysis }: typeof a) => ({
    name,
    analysis: readJsonAnalysis(renderJson(analysis, '0'), name),
  });
  const reasons = (...runs: Parameters<typeof compareRuns>) =>
    reasonsOf(compareRuns(...runs)).map((sentence) => sentenceText(sentence, 0));
  const why =
    'Rules: whom the percentages of “Sex” are of (base): A those who answered, B everybody who was asked. The definition of B does not ask for that: how many did not answer is hidden in B, so that no large group has to be, and percentages are of everybody instead.';
  expect(reasons(a, b)).toContain(why);
  expect(reasons(inJson(a), inJson(b))).toContain(why);
  expect(JSON.parse(renderComparisonJson(compareRuns(inJson(b), a), '0')).rules).toEqual([
    { rule: 'base', question: 'sex', a: 'all', b: 'answered', basedOnAll: 'a' },
  ]);
  expect(reasons(given, b)).toEqual(
    expect.arrayContaining([
      'Definition: “Sex”, whom its percentages are of (base): A answered; B not given.',
      why,
    ]),
  );
  const all = await runOf(7, ', base: all');
  expect(reasons(a, all).filter((reason) => reason.startsWith('Rules'))).toEqual([
    'Rules: whom the percentages of “Sex” are of (base): A those who answered, B everybody who was asked.',
  ]);
});

test('where nobody left it blank the base stays what the definition says, and men are hidden', async () => {
  const { analysis, item, men } = await publishBySex(0);
  expect(item?.base).toEqual({ rule: 'answered', count: 108 });
  expect(item?.options.map(({ figure }) => figure.count)).toEqual([60, null, null, 6]);
  expect(men?.base.count).toBeNull();
  expect(analysis.notes.some(({ code }) => code === 'based-on-all')).toBe(false);
});

test('nor is it changed where the definition gives it, or a majority is one on one base alone', async () => {
  const given = await publishBySex(7, ', base: answered');
  expect(given.item?.base).toEqual({ rule: 'answered', count: 108 });
  // 60 of 108, and of 124.
  const { analysis, item } = await publishBySex(16);
  expect(item?.base).toEqual({ rule: 'answered', count: 108 });
  expect(analysis.notes.filter(({ code }) => code === 'base-alarm')).toHaveLength(1);
});

test('nor is it changed where that would take away how the profile compares with the population', async () => {
  const { item } = await publishBySex(7, ', population: { Female: 51, Male: 48, Self-describe: 1 }');
  expect(item?.base).toEqual({ rule: 'answered', count: 108 });
});

test('the base is the same whatever a run is broken down by, or the two would tell the small count', async () => {
  const { item } = await publishBySex(7, '', '[]');
  expect(item?.base).toEqual({ rule: 'all', count: 115 });
  expect(item?.options.map(({ figure }) => figure.count)).toEqual([60, 40, null, 6]);
  expect(item?.states.blank).toBeNull();
});

test('how many are in no group within groups is hidden too, since it would tell how many of one did not answer', async () => {
  const responses = await collect(
    `
title: T
questions:
  - { id: sex, kind: choice, column: Sex, profile: true, options: [Female, Male, Other] }
  - { id: age, kind: choice, column: Age, options: [Young, Middling, Old] }
  - { id: view, kind: choice, column: View, options: [For, Against] }
breakdowns: [age, [age, sex]]
`,
    [
      [
        ['Sex', 'Age', 'View'],
        ...['Young', 'Middling', 'Old'].flatMap((age) => [
          ...times(20, 'Female', age, 'For'),
          ...times(19, 'Male', age, 'Against'),
          ...times(7, '', age, 'For'),
        ]),
        ...times(3, 'Other', 'Young', 'Against'),
        ...times(2, 'Male', '', 'For'),
      ],
    ],
  );
  const { breakdowns, questions } = publishWeightedOrNot(analyse(responses), responses).analysis;
  expect(questions[0]?.items[0]?.states.blank).toBeNull();
  const ungroupedBy = (by: string) => breakdowns.find((one) => one.by === by)?.ungrouped;
  expect(ungroupedBy('age')).toBe(2);
  expect(ungroupedBy('age+sex')).toBeNull();
});
