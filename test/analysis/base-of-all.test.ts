import { expect, test } from 'vitest';
import { analyse } from '../../src/analysis/analyse.ts';
import { publishWeightedOrNot } from '../../src/analysis/disclosure/ways-out.ts';
import { sentenceText } from '../../src/render/inline.ts';
import { notesInWords } from '../../src/report/words/note-words.ts';
import { collect } from '../support/survey.ts';

const times = (count: number, ...row: string[]) => Array.from({ length: count }, () => row);

/** 60 women, 40 men and two who describe themselves; some left the question blank. */
async function publishBySex(blank: number, question = '', breakdowns = '[sex]') {
  const responses = await collect(
    `
title: T
questions:
  - { id: sex, kind: choice, column: Sex, profile: true, options: [Female, Male, Self-describe, Prefer not to say]${question} }
  - { id: view, kind: choice, column: View, options: [For, Against] }
breakdowns: ${breakdowns}
`,
    [
      [
        ['Sex', 'View'],
        ...times(35, 'Female', 'For'),
        ...times(25, 'Female', 'Against'),
        ...times(15, 'Male', 'For'),
        ...times(25, 'Male', 'Against'),
        ...times(2, 'Self-describe', 'For'),
        ...times(6, 'Prefer not to say', 'Against'),
        ...times(blank, '', 'For'),
      ],
    ],
  );
  const { analysis } = publishWeightedOrNot(analyse(responses), responses);
  const [sex] = analysis.questions;
  const men = analysis.breakdowns.find((one) => one.question === 'view')?.groups[1];
  return { analysis, item: sex?.items[0], men };
}

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
  expect(notesInWords(analysis).map((note) => sentenceText(note, 0))).toContain(
    'Percentages of “Sex” are of everybody who was asked, not only of those who answered: how many did not is hidden, so that no large group has to be.',
  );
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
