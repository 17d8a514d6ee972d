import { mean, median, quantileSorted } from 'simple-statistics';
import { describe, expect, test } from 'vitest';
import { compareFigures } from '../../src/analysis/expected.ts';
import { analyse } from '../../src/analysis/analyse.ts';
import type { Analysis } from '../../src/analysis/analysis.ts';
import { publish } from '../../src/analysis/disclosure/publish.ts';
import { listFigures, listStatistics } from '../../src/analysis/figure-list.ts';
import { summariseNumbers } from '../../src/analysis/numbers.ts';
import { sentenceText } from '../../src/render/inline.ts';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { tablesDocument } from '../../src/report/tables/tables.ts';
import { describeNote } from '../../src/report/words/note-words.ts';
import { type Rows, analyseTables, collect, countsOf, itemOf, netsOf } from '../support/survey.ts';

const column = (header: string, cells: Readonly<Record<string, number>>): Rows => [
  [header, 'Row'],
  ...Object.entries(cells).flatMap(([cell, times]) =>
    Array.from({ length: times }, (_, n) => [cell, `${cell} ${n + 1}`]),
  ),
];

const oneScale = (report: string) =>
  `{ title: T, report: { ${report} }, questions: [{ id: q, kind: scale, scale: agreement, column: Q }] }`;

test('the counts of a published report give its percentages', async () => {
  // 88% of 76 agreed: 67 of 76.
  const analysis = await analyseTables(oneScale('base: answered'), [
    column('Q', { 'Strongly agree': 40, Agree: 27, 'Neither agree nor disagree': 4, Disagree: 5 }),
  ]);
  const { base, nets } = itemOf(analysis, 'q');
  expect(base).toEqual({ rule: 'answered', count: 76 });
  expect(nets.map(({ id, figure }) => [id, figure.count, figure.percent])).toEqual([
    ['agree', 67, (100 * 67) / 76],
    ['neither', 4, (100 * 4) / 76],
    ['disagree', 5, (100 * 5) / 76],
  ]);
});

const divided = column('Q', { Agree: 6, Disagree: 5, "Don't know": 3, '': 4, Mango: 1 });

test('each base rule counts its own people', async () => {
  const baseBy = async (rule: string) =>
    itemOf(await analyseTables(oneScale(`base: ${rule}`), [divided]), 'q').base.count;
  expect(await baseBy('answered')).toBe(14);
  expect(await baseBy('all')).toBe(19);
  expect(await baseBy('gave-view')).toBe(11);
});

test('among those who gave a view an option outside the scale has a count and no percentage', async () => {
  const { options } = itemOf(await analyseTables(oneScale('base: gave-view'), [divided]), 'q');
  expect(options.at(-1)?.figure).toEqual({
    id: 'q.dont-know',
    count: 3,
    base: 11,
    percent: null,
    withheld: 'outside-base',
  });
  expect(
    options.filter(({ side }) => side !== 'outside').every(({ figure }) => figure.percent !== null),
  ).toBe(true);
});

const alarmsOf = ({ notes }: Analysis) => notes.filter(({ code }) => code === 'base-alarm');

test('a majority on one base rule and not on another is said', async () => {
  const analysis = await analyseTables(oneScale('base: answered'), [divided]);
  expect(alarmsOf(analysis)).toMatchObject([
    {
      code: 'base-alarm',
      question: 'q',
      net: 'agree',
      shares: [
        { rule: 'answered', figure: { count: 6, base: 14 } },
        { rule: 'all', figure: { count: 6, base: 19 } },
        { rule: 'gave-view', figure: { count: 6, base: 11 } },
      ],
    },
  ]);
});

test('a majority for one option of a choice is said too', async () => {
  const choice = '{ title: T, questions: [{ id: q, kind: choice, column: Q }] }';
  const analysis = await analyseTables(choice, [column('Q', { Bus: 6, Car: 4, '': 3 })]);
  expect(alarmsOf(analysis)).toMatchObject([
    {
      question: 'q',
      net: 'Bus',
      shares: [
        { rule: 'answered', figure: { count: 6, base: 10 } },
        { rule: 'all', figure: { count: 6, base: 13 } },
      ],
    },
  ]);
});

test('that everybody who answered gave the only answer there is, is no majority to speak of', async () => {
  const ticked = (options: string) =>
    `{ title: T, questions: [{ id: q, kind: multiple, column: Q, separator: ";", options: ${options} }] }`;
  const answers = [column('Q', { Bus: 4, '': 6 })];
  expect(alarmsOf(await analyseTables(ticked('[Bus]'), answers))).toEqual([]);
  expect(alarmsOf(await analyseTables(ticked('[Bus, Car]'), answers))).toHaveLength(1);
});

describe('a majority in a group that depends on the base', () => {
  /** Of the parents 11 of 20 who answered agreed, which is 11 of 26 with those who did not; of the others nearly all. */
  const rows = (cells: Readonly<Record<string, number>>): Rows => [
    ['Q', 'Role'],
    ...Object.entries(cells).flatMap(([cell, times]) => Array.from({ length: times }, () => cell.split('/'))),
  ];
  const definition = `{ title: T, breakdowns: [role], questions: [
    { id: q, kind: scale, scale: agreement, column: Q },
    { id: role, kind: choice, column: Role }] }`;
  const others = { 'Agree/School': 40, 'Disagree/School': 12 };

  test('is said of that group', async () => {
    const cells = { 'Agree/Parent': 11, 'Disagree/Parent': 9, '/Parent': 6, ...others };
    const responses = await collect(definition, [rows(cells)]);
    const published = publish(analyse(responses), responses);
    expect(alarmsOf(published)).toMatchObject([
      {
        question: 'q',
        group: { by: 'role', id: 'parent', label: 'Parent' },
        shares: [{ figure: { count: 11, base: 20 } }, { figure: { count: 11, base: 26 } }],
      },
    ]);
    expect(published.notes.map((note) => sentenceText(describeNote(note, published), 0))).toContain(
      '“Q”, in the group “Parent” (by “Role”): whether a majority answered “agree” depends on the base: more than half of those who answered (55%, 11 of 20), not of everybody who was asked (42%, 11 of 26).',
    );
  });

  test('is not where something of the group is hidden, from which its bases say more', async () => {
    const cells = {
      'Agree/Parent': 11,
      'Disagree/Parent': 9,
      "Don't know/Parent": 2,
      '/Parent': 6,
      ...others,
    };
    const responses = await collect(definition, [rows(cells)]);
    const whole = analyse(responses);
    expect(alarmsOf(whole)).toHaveLength(1);
    expect(alarmsOf(publish(whole, responses))).toEqual([]);
  });
});

test('that nothing is hidden is said of breakdowns and of profiles, and of nothing else', async () => {
  const isSaid = async (question: string) => {
    const text = `{ title: T, report: { disclosure: none }, questions: [
      { id: q, kind: choice, column: Q${question} }, { id: row, kind: choice, column: Row } ] }`;
    const { notes } = await analyseTables(text, [column('Q', { Young: 6, Old: 7 })]);
    return notes.some(({ code }) => code === 'no-disclosure-control');
  };
  expect([await isSaid(''), await isSaid(', profile: true')]).toEqual([false, true]);
  const { notes } = await analyseTables(
    oneScale('disclosure: none').replace(
      ' }] }',
      ' }, { id: row, kind: choice, column: Row }], breakdowns: [row] }',
    ),
    [column('Q', { Agree: 2 })],
  );
  expect(notes.map(({ code }) => code)).toContain('no-disclosure-control');
});

test('decimals below 1,000 responses are said to suggest too much, and not from 1,000 on', async () => {
  const isSaid = async (decimals: number, responses: number) => {
    const cells = [column('Q', { Agree: responses - 10, Disagree: 10 })];
    const { notes } = await analyseTables(oneScale(`decimals: ${decimals}`), cells);
    return notes.some(({ code }) => code === 'decimals-on-small-base');
  };
  expect([await isSaid(1, 999), await isSaid(1, 1000), await isSaid(0, 999)]).toEqual([true, false, false]);
});

test('exactly half is no majority, and a majority on every rule is not said', async () => {
  const half = await analyseTables(oneScale('base: answered'), [
    column('Q', { Agree: 5, Disagree: 5, '': 2 }),
  ]);
  expect(alarmsOf(half)).toEqual([]);
  const all = await analyseTables(oneScale('base: answered'), [
    column('Q', { Agree: 9, Disagree: 2, '': 1 }),
  ]);
  expect(alarmsOf(all)).toEqual([]);
  const nobody = await analyseTables(oneScale('base: all'), [column('Q', { '': 3 })]);
  expect(alarmsOf(nobody)).toEqual([]);
});

test('below minimumBase there are counts and no percentages, at it there are', async () => {
  const figures = async (minimum: number) =>
    itemOf(await analyseTables(oneScale(`minimumBase: ${minimum}`), [divided]), 'q').nets[0]?.figure;
  expect(await figures(15)).toEqual({
    id: 'q.agree',
    count: 6,
    base: 14,
    percent: null,
    withheld: 'small-base',
  });
  expect(await figures(14)).toEqual({ id: 'q.agree', count: 6, base: 14, percent: (100 * 6) / 14 });
});

test('of nobody there is no percentage', async () => {
  const item = itemOf(await analyseTables(oneScale('base: answered'), [column('Q', { '': 2 })]), 'q');
  for (const { figure } of [...item.options, ...item.nets])
    expect(figure).toMatchObject({ count: 0, base: 0, percent: null, withheld: 'empty-base' });
});

test('quartiles are those of the numbers written out one by one', () => {
  const values = [7, 3, 3.5, 1200, -4];
  const counts = [3, 1, 0, 2, 5];
  const written = values.flatMap((value, index) => Array.from({ length: counts[index] ?? 0 }, () => value));
  const sorted = written.toSorted((a, b) => a - b);
  expect(summariseNumbers(values, counts)).toEqual({
    n: 11,
    mean: mean(sorted),
    minimum: -4,
    lowerQuartile: quantileSorted(sorted, 0.25),
    median: median(sorted),
    upperQuartile: quantileSorted(sorted, 0.75),
    maximum: 1200,
  });
});

test('quartiles are those of R and of Excel’s QUARTILE.INC', () => {
  // R: quantile(c(1, 2, 3, 4)) gives 1.00 1.75 2.50 3.25 4.00.
  expect(summariseNumbers([4, 1, 3, 2], [1, 1, 1, 1])).toMatchObject({
    lowerQuartile: 1.75,
    median: 2.5,
    upperQuartile: 3.25,
  });
});

const roles = `
title: T
questions:
  - { id: role, kind: choice, column: Role }
  - { id: view, kind: scale, scale: agreement, items: [{ id: plan, column: View }] }
  - { id: years, kind: number, column: Years }
  - { id: more, kind: text, column: More }
breakdowns: [role]
`;

const people: Rows = [
  ['Role', 'View', 'Years', 'More'],
  ['Staff', 'Agree', '2', 'x'],
  ['Parent', 'Agree', '4', ''],
  ['Parent', 'Disagree', '', ''],
  ['', 'Agree', '9', ''],
];

test('groups come most frequent first; those without an answer are in none', async () => {
  const { breakdowns } = await analyseTables(roles, [people]);
  expect(breakdowns.map(({ question, item, ungrouped }) => [question, item, ungrouped])).toEqual([
    ['view', 'plan', 1],
    ['years', 'years', 1],
  ]);
  expect(breakdowns[0]?.groups.map((group) => [group.label, netsOf(group)[0], netsOf(group)[2]])).toEqual([
    ['Parent', ['agree', 1], ['disagree', 1]],
    ['Staff', ['agree', 1], ['disagree', 0]],
  ]);
  expect(breakdowns[1]?.groups.map(({ numbers }) => [numbers?.n, numbers?.mean])).toEqual([
    [1, 4],
    [1, 2],
  ]);
});

test('groups come in the order of the definition where that lists them, and so do groups within groups', async () => {
  const listed = roles.replace('column: Role }', 'column: Role, options: [Staff, Governor, Parent] }');
  const { breakdowns } = await analyseTables(listed, [people], { by: ['role', 'view'] });
  const groupsBy = (wanted: string) =>
    breakdowns
      .find(({ by, question }) => by === wanted && question === 'years')
      ?.groups.map(({ label }) => label);
  expect(groupsBy('role')).toEqual(['Staff', 'Governor', 'Parent']);
  expect(groupsBy('role+view')).toEqual(['Staff, Agree', 'Parent, Agree', 'Parent, Disagree']);
});

test('a profile stands beside the population, of those whose answer is known there', async () => {
  const about = (population: string) => `
title: T
questions:
  - id: age
    kind: choice
    column: Age
    options: [Young, Old, Prefer not to say]
    profile: true
    population: ${population}`;
  const ages: Rows = [
    ['Age', 'Row'],
    ...['Young', 'Old', 'Old', 'Old', 'Prefer not to say', ''].map((age, row) => [age, `${row}`]),
  ];
  const inPercent = await analyseTables(about('{ Young: 40, Old: 60 }'), [ages]);
  const inPeople = await analyseTables(about('{ young: 4000, old: 6000 }'), [ages]);
  for (const analysis of [inPercent, inPeople]) {
    expect(itemOf(analysis, 'age').options.map(({ population }) => population)).toEqual([
      { percent: 40, base: 4, compared: 25, points: -15 },
      { percent: 60, base: 4, compared: 75, points: 15 },
      undefined,
    ]);
  }
  const [first] = itemOf(inPercent, 'age').options;
  expect(first?.figure).toMatchObject({ count: 1, base: 5, percent: 20 });
});

test('percentages of the population that do not quite add up are taken as they are, and that is said', async () => {
  const tables = async (population: string) =>
    renderMarkdown(
      tablesDocument(
        await analyseTables(
          `{ title: T, questions: [{ id: age, kind: choice, column: Age, options: [Young, Old], population: ${population} }] }`,
          [column('Age', { Young: 40, Old: 60 })],
        ),
      ),
    );
  const odd = await tables('{ Young: 33, Old: 66 }');
  expect(odd).toContain('| Old | 60% | 60 | 60% | 66% | -6 |');
  expect(odd).toContain('The percentages given for the population add up to 99%.');
  expect(await tables('{ Young: 33.3, Old: 66.7 }')).not.toContain('add up');
});

test('where nobody can be compared with the population nothing is said of a difference', async () => {
  const analysis = await analyseTables(
    '{ title: T, questions: [{ id: age, kind: choice, column: Age, options: [Young, Old, Other], population: { Young: 40, Old: 60 } }] }',
    [[['Age'], ['Other']]],
  );
  expect(itemOf(analysis, 'age').options[0]?.population).toEqual({
    percent: 40,
    base: 0,
    compared: null,
    points: null,
  });
});

test('a breakdown that is asked for twice is made once', async () => {
  const { breakdowns } = await analyseTables(roles, [people], { by: ['role', 'role'] });
  expect(breakdowns).toHaveLength(2);
});

test('every figure has an id of its own, which says its question, item, option and group', async () => {
  const analysis = await analyseTables(roles, [people]);
  const ids = [
    ...listFigures(analysis).map(({ figure }) => figure.id),
    ...listStatistics(analysis).map(({ id }) => id),
  ];
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of [
    'role.parent',
    'view.plan.agree',
    'view.plan.agree-2',
    'view.plan.agree@role=parent',
    'years.mean',
    'years.median@role=staff',
  ])
    expect(ids).toContain(id);
});

test('questions, options and headers may be called what objects are made of', async () => {
  const analysis = await analyseTables(
    `
title: T
questions:
  - { id: constructor, kind: choice, column: __proto__ }
  - { id: toString, kind: multiple, column: constructor }
  - { id: hasOwnProperty, kind: scale, scale: valueOf, column: toString }
scales: { valueOf: { positive: [constructor], negative: [__proto__] } }
breakdowns: [constructor]`,
    [
      [
        ['__proto__', 'constructor', 'toString'],
        ['__proto__', 'toString;__proto__', '__proto__'],
        ['constructor', 'toString', 'constructor'],
      ],
    ],
    { where: { question: 'toString', option: '__proto__' } },
  );
  expect(countsOf(itemOf(analysis, 'constructor'))).toContainEqual(['__proto__', 1]);
  expect(countsOf(itemOf(analysis, 'toString'))).toEqual([
    ['__proto__', 1],
    ['toString', 1],
  ]);
  expect(netsOf(itemOf(analysis, 'hasOwnProperty'))).toEqual([
    ['positive', 0],
    ['negative', 1],
  ]);
  expect(analysis.breakdowns.map(({ question }) => question)).toEqual(['toString', 'hasOwnProperty']);
});

test('a repeated header is named by its turn and any column by its position', async () => {
  const analysis = await analyseTables(
    `
title: T
questions:
  - { id: first, kind: choice, column: Comment }
  - { id: second, kind: choice, column: comment (2) }
  - { id: third, kind: choice, column: "#3" }
  - { id: fourth, kind: choice, column: "#4" }`,
    [
      [
        ['Comment', 'COMMENT ', 'Comment', ''],
        ['a', 'b', 'c', 'd'],
      ],
    ],
  );
  expect(analysis.questions.map(({ id }) => countsOf(itemOf(analysis, id)))).toEqual([
    [['a', 1]],
    [['b', 1]],
    [['c', 1]],
    [['d', 1]],
  ]);
});

test('figures are compared with the expected ones by count, base and what is shown', () => {
  const figure = { count: 1, base: 2, shown: '50%' };
  expect(
    compareFigures(
      { same: figure, moved: figure, gone: figure },
      { moved: { ...figure, shown: '51%' }, same: { ...figure }, constructor: figure },
    ),
  ).toEqual([
    { id: 'moved', was: figure, is: { ...figure, shown: '51%' } },
    { id: 'constructor', is: figure },
    { id: 'gone', was: figure },
  ]);
});

test('a breakdown of more counts than anybody reads is refused, and what makes it so large is said', async () => {
  const questions = ['school', 'street', 'view'].map((id) => `{ id: ${id}, kind: choice, column: ${id} }`);
  const definition = `{ title: T, questions: [${questions.join(', ')}], breakdowns: [school] }`;
  const rows = (many: number): Rows => [
    ['school', 'street', 'view'],
    ...Array.from({ length: many }, (_, row) => [`School ${row}`, `Street ${row}`, 'Yes']),
  ];
  const { breakdowns } = await analyseTables(definition, [rows(400)]);
  expect(breakdowns.map(({ groups }) => groups.length)).toEqual([400, 400]);
  await expect(analyseTables(definition, [rows(2000)])).rejects.toMatchObject({
    message:
      'The breakdown by school is too large: 2,000 groups, each with the counts of 2,001 answers to other questions. At most 250,000 counts are made.',
    hint: expect.stringContaining('kind: text') as string,
  });
});
