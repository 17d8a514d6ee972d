import { describe, expect, test } from 'vitest';
import { differenceSentences } from '../../src/report/tables/breakdowns.ts';
import { inferFromSample } from '../../src/analysis/inference/infer.ts';
import { tablesDocument } from '../../src/report/tables/tables.ts';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
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
    'On “Ease”, of “Staff”, 10 of 10 (100%) answered “Easy”, against 24 of 39 (62%) of all the others: a difference of 38 percentage points.',
  );
});

test('of two groups only one sentence is made, and none of fewer than ten or of no difference', async () => {
  expect((await sentences(['Parent', 20, 10], ['Staff', 10, 8]))[0]).toHaveLength(1);
  expect(await sentences(['Parent', 20, 10], ['Staff', 9, 9])).toEqual([[], []]);
  expect(await sentences(['Parent', 20, 10], ['Staff', 10, 5])).toEqual([[], []]);
});

describe('answers of a choice', () => {
  const choices = `
title: T
questions:
  - { id: role, kind: choice, column: Role }
  - { id: travel, kind: choice, column: Travel, options: [Bus, Car] }
  - { id: heard, kind: multiple, column: Heard, separator: ";" }
breakdowns: [role]
report: { disclosure: none }
`;
  const rows = (count: number, ...row: string[]) => Array.from({ length: count }, () => row);
  const table = [
    ['Role', 'Travel', 'Heard'],
    ...rows(30, 'Parent', 'Bus', 'Letter;Website'),
    ...rows(20, 'Parent', 'Car', 'Letter'),
    ...rows(10, 'Staff', 'Bus', 'Website'),
    ...rows(40, 'Staff', 'Car', 'Letter'),
  ];
  const documentOf = async (more = '', offered = 'Bus, Car') =>
    tablesDocument(
      inferFromSample(await analyseTables(choices.replace('Bus, Car', offered) + more, [table])),
    );

  test('have how far each group is from all the others under the count', async () => {
    const text = renderTerminal(await documentOf(), { width: 80, colour: 0 });
    // 60% of the parents and 20% of the staff take the bus.
    expect(text).toMatch(/Parent +60% +40% +50\n +30 +20\n +\+40 +-40\n/u);
    expect(text).toContain('With + or - in a cell: by how many percentage points the answer in the group');
    expect(renderMarkdown(await documentOf())).toContain('| Parent | 60% (30), +40 | 40% (20), -40 | 50 |');
    expect(renderMarkdown(await documentOf())).toContain('| Staff | 80% (40), -20 | 20% (10), -40 | 50 |');
  });

  test('are not set against those who are in the group too, where groups overlap', async () => {
    const analysis = await analyseTables(choices.replace('[role]', '[heard]'), [table]);
    const text = renderMarkdown(tablesDocument(analysis));
    // Of the 40 on the website 40 take the bus, of the 60 who were told by letter alone none.
    expect(text).toContain('| Website | 100% (40), +100 | 0% (0), -100 | 40 |');
    expect(text).toContain(
      'from all who are in some other group but not in it (CSV and JSON have their base), worked out before rounding.',
    );
    expect(text).toContain('A respondent may be in more than one group.');
  });

  test('have its interval too where there is a probability sample', async () => {
    // R: with Wilson’s intervals of 30 of 50 and 10 of 50, Newcombe’s method 10.
    const text = renderMarkdown(await documentOf('sample: probability'));
    expect(text).toContain('| Parent | 60% (30), +40 (+21 to +55) |');
    expect(text).toContain('worked out before rounding, with its 95% interval (Newcombe’s method)');
  });

  test('have it in lists, where a table is too wide', async () => {
    const text = renderTerminal(await documentOf('', 'Bus, Car, Train, Tram'), { width: 24, colour: 0 });
    expect(text).toMatch(/Parent\n +Bus +60% \(30\) +\+40\n +Car +40% \(20\) +-40\n +Train +0% +\(0\) +0\n/u);
  });

  test('are not followed by margins of error, and why is said', async () => {
    const line = 'they are not a random sample';
    expect(renderTerminal(await documentOf(), { width: 80, colour: 0 })).toContain(line);
    expect(renderMarkdown(await documentOf())).toContain(line);
    expect(renderMarkdown(await documentOf('sample: probability'))).not.toContain(line);
  });
});

test('what holds for every table by the same groups is said once, above them', async () => {
  const analysis = await analyseTables(
    `
title: T
questions:
  - { id: role, kind: choice, column: Role, text: Who are you? }
  - { id: plan, kind: scale, scale: agreement, items: [{ id: a, column: A }, { id: b, column: B }] }
breakdowns: [role]
report: { disclosure: none }`,
    [
      [
        ['Role', 'A', 'B'],
        ['Parent', 'Agree', 'Agree'],
        ['Parent', 'Agree', 'Disagree'],
        ['Staff', 'Disagree', 'Disagree'],
        ['', 'Agree', ''],
      ],
    ],
  );
  const [, section = ''] = renderMarkdown(tablesDocument(analysis)).split('## Results by “Who are you?”');
  expect(section.split('**A, by')[0]).toContain('but in no group: no answer to “Who are you?”.');
  for (const said of ['From others (“agree”)', 'but in no group']) {
    expect(section.split(said)).toHaveLength(2);
  }
});

test('a question that one group alone answered has no table by groups, and that is said', async () => {
  const analysis = await analyseTables(
    `
title: T
questions:
  - { id: inside, kind: choice, column: Inside, text: Do you live inside?, options: [Yes, No] }
  - { id: cars, kind: number, column: Cars, text: How many cars?, asked: { inside: Yes } }
  - { id: bus, kind: choice, column: Bus, text: Which bus? }
breakdowns: [inside]
report: { disclosure: none }`,
    [
      [
        ['Inside', 'Cars', 'Bus'],
        ['Yes', '1', '12'],
        ['Yes', '2', '14'],
        ['No', '', '12'],
      ],
    ],
  );
  const [, section = ''] = renderMarkdown(tablesDocument(analysis)).split('## Results by');
  expect(section).toContain('No table: everybody who answered “How many cars?” is in the group “Yes”.');
  expect(section).not.toContain('**How many cars?, by');
  expect(section).toContain('**Which bus?, by');
});

test('a question that nobody answered has no table by groups, and that is said', async () => {
  const analysis = await analyseTables(
    `title: T
breakdowns: [role]
questions:
  - { id: role, kind: choice, column: Role, options: [Parent, Staff] }
  - { id: bus, kind: choice, column: Bus, options: ["Yes", "No"] }
  - { id: stop, kind: choice, column: Stop, options: [Green, Market], asked: { bus: "Yes" } }`,
    [
      [
        ['Role', 'Bus', 'Stop'],
        ['Parent', 'No', ''],
        ['Staff', 'No', ''],
      ],
    ],
  );
  const text = renderMarkdown(tablesDocument(analysis));
  expect(text).toContain('- No table: nobody answered “Stop”.\n');
  expect(text).toContain('**Bus, by “Role”**');
  expect(text).not.toContain('**Stop, by “Role”**');
});
