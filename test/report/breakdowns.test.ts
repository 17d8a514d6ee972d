import { expect, test } from 'vitest';
import { differenceSentences } from '../../src/report/breakdowns.ts';
import { sentenceText } from '../../src/render/inline.ts';
import { analyseTables } from '../support/survey.ts';

const definition = `
title: T
questions:
  - { id: role, kind: choice, column: Role }
  - { id: plan, kind: scale, scale: agreement, column: Plan, sentence: the plan }
  - { id: ease, kind: scale, scale: ease, column: Ease }
scales: { ease: { positive: Easy, negative: Hard } }
breakdowns: [role]`;

/** So many respondents of each role, of whom so many agree and find it easy. */
async function sentences(...groups: readonly (readonly [role: string, size: number, agree: number])[]) {
  const rows = groups.flatMap(([role, size, agree]) =>
    Array.from({ length: size }, (_, nth) => [
      role,
      ...(nth < agree ? ['Agree', 'Easy'] : ['Disagree', 'Hard']),
    ]),
  );
  const analysis = await analyseTables(definition, [[['Role', 'Plan', 'Ease'], ...rows]]);
  return analysis.breakdowns.map((one) =>
    differenceSentences(one, analysis).map((sentence) => sentenceText(sentence, 0)),
  );
}

test('the groups furthest above and below the others are said, with every base', async () => {
  const [plan, ease] = await sentences(
    ['Parent', 20, 9],
    ['Staff', 10, 10],
    ['Pupil', 10, 6],
    ['Governor', 9, 9],
  );
  expect(plan).toEqual([
    'Of “Staff”, 10 of 10 (100%) either strongly agreed or agreed with the plan, against 24 of 39 (62%) of all the others: a difference of 38 percentage points.',
    'Of “Parent”, 9 of 20 (45%) either strongly agreed or agreed with the plan, against 25 of 29 (86%) of all the others: a difference of 41 percentage points.',
  ]);
  expect(ease?.[0]).toBe(
    'On “Ease”, of “Staff” 10 of 10 (100%) answered “Easy”, against 24 of 39 (62%) of all the others: a difference of 38 percentage points.',
  );
});

test('of two groups only one sentence is made, and none of fewer than ten or of no difference', async () => {
  expect((await sentences(['Parent', 20, 10], ['Staff', 10, 8]))[0]).toHaveLength(1);
  expect(await sentences(['Parent', 20, 10], ['Staff', 9, 9])).toEqual([[], []]);
  expect(await sentences(['Parent', 20, 10], ['Staff', 10, 5])).toEqual([[], []]);
});
