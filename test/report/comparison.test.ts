import { expect, test } from 'vitest';
import { compareRuns } from '../../src/analysis/comparison.ts';
import { sentenceText } from '../../src/render/inline.ts';
import { reasonsOf } from '../../src/report/change-words.ts';
import { analyseTables } from '../support/survey.ts';

const definition = (more = '') => `
title: T
${more}
questions:
  - { id: role, kind: choice, column: Role }
  - { id: view, kind: scale, scale: agreement, column: View }
  - { id: why, kind: text, column: Why }
`;
const rows = (count: number, ...row: string[]) => Array.from({ length: count }, () => row);
const table = [
  ['Role', 'View', 'Why'],
  ...rows(11, 'Parent', 'Agree', ''),
  ...rows(9, 'Parent', 'Disagree', ''),
  ...rows(4, 'Staff', "Don't know", ''),
];

const compared = async (a: string, b: string) =>
  compareRuns(
    { name: 'a.csv', analysis: await analyseTables(a, [table]) },
    { name: 'b.csv', analysis: await analyseTables(b, [table]) },
  );

test('a rule that changed for several questions is said once, and not of free text', async () => {
  const comparison = await compared(definition(), definition('report: { base: all }'));
  const reasons = reasonsOf(comparison).map((sentence) => sentenceText(sentence, 0));
  expect(reasons.filter((reason) => reason.startsWith('Rules'))).toEqual([
    'Rules: whom the percentages of questions role and view are of (base): A those who answered, B everybody who was asked.',
  ]);
});
