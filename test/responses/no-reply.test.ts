import { expect, test } from 'vitest';
import { BLANK } from '../../src/responses/responses.ts';
import { collect } from '../support/survey.ts';

test('a word for no reply is no reply to any question, in whatever spelling', async () => {
  const { answers, issues } = await collect(
    `
title: T
blank: ['-', Not answered]
questions:
  - { id: fair, kind: scale, scale: agreement, column: Fair }
  - { id: role, kind: choice, column: Role }
  - { id: heard, kind: multiple, columns: [Post, Web] }
  - { id: years, kind: number, column: Years }
  - { id: why, kind: text, column: Why }
`,
    [
      [
        ['Fair', 'Role', 'Post', 'Web', 'Years', 'Why'],
        ['Agree', 'Parent', 'Post', '', '3', 'It is dear'],
        ['-', 'NOT ANSWERED', '–', 'Not answered', '-', '-'],
      ],
    ],
  );
  expect(issues.filter(({ code }) => code !== 'label-variant')).toEqual([]);
  for (const [item] of answers.values()) {
    const [given, none] = item?.answers.cells ?? [];
    expect(given).toBeGreaterThanOrEqual(0);
    expect(none).toBe(BLANK);
  }
});
