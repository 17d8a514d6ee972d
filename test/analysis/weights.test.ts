import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Analysis } from '../../src/analysis/analysis.ts';
import { sentenceText } from '../../src/render/inline.ts';
import { renderCsv } from '../../src/render/csv.ts';
import { renderJson } from '../../src/render/json.ts';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { showPercent } from '../../src/render/numbers.ts';
import { describeNote } from '../../src/report/words/note-words.ts';
import { summaryDocument } from '../../src/report/summary.ts';
import { tablesDocument } from '../../src/report/tables/tables.ts';
import { weightingWarnings } from '../../src/report/words/weighting-words.ts';
import { type Rows, analyseTables } from '../support/survey.ts';

const header = ['Weight', 'Age', 'Area', 'View', 'Visits'];
const definition = (more: string) => `
title: T
${more}
questions:
  - { id: view, kind: scale, scale: agreement, column: View, options: [Agree, Disagree, Don't know] }
  - { id: age, kind: choice, column: Age, options: [Young, Old] }
  - { id: area, kind: choice, column: Area, options: [Town, Village] }
  - { id: visits, kind: number, column: Visits }
breakdowns: [area]
report: { disclosure: none }
`;
const column = definition('respondent: { weight: Weight }');
const times = (count: number, ...row: string[]): Rows => Array.from({ length: count }, () => row);
const analyse = (text: string, rows: Rows) => analyseTables(text, [[header, ...rows]]);

const notesOf = (analysis: Analysis<number>) =>
  analysis.notes.map((note) => sentenceText(describeNote(note, analysis), 0)).join('\n');

const shares = (
  item: { options: readonly { label: string; figure: { percent: number | null } }[] } | undefined,
) =>
  Object.fromEntries(
    (item?.options ?? []).map(({ label, figure }) => [label, Math.round(1e6 * (figure.percent ?? -1)) / 1e6]),
  );

test('percentages, nets and means are of weights, counts and bases of people', async () => {
  const { questions, weighting } = await analyse(column, [
    ['3', 'Young', 'Town', 'Agree', '1'],
    ['1', 'Old', 'Town', 'Disagree', '5'],
    ['1', 'Old', 'Village', 'Disagree', '5'],
  ]);
  const view = questions[0]?.items[0];
  expect(view?.options[0]?.figure).toMatchObject({ count: 1, base: 3, weighted: 3, percent: 60 });
  expect(view?.nets[0]?.figure).toMatchObject({ count: 1, base: 3, weighted: 3, percent: 60 });
  // Kish: (3 + 1 + 1)² / (9 + 1 + 1).
  expect(view?.base).toEqual({ rule: 'answered', count: 3, weighted: 5, effective: 25 / 11 });
  expect(weighting).toMatchObject({ effective: 25 / 11, designEffect: 3 / (25 / 11), unweighted: 0 });
  expect(questions[3]?.items[0]?.numbers).toMatchObject({
    n: 3,
    mean: (3 * 1 + 5 + 5) / 5,
    median: 1,
    upperQuartile: 5,
  });
});

test('what everybody answered is 100%, whatever the weights come to in floating point', async () => {
  const weights = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 9 });
  await fc.assert(
    fc.asyncProperty(weights, async (hundredths) => {
      const rows = hundredths.map((weight) => [String(weight / 100), 'Young', 'Town', 'Agree', '1']);
      const { questions } = await analyse(column, rows);
      const [agree, disagree] = questions[0]?.items[0]?.options ?? [];
      expect([agree, disagree].map((one) => one && showPercent(one.figure, 0))).toEqual(['100%', '0%']);
    }),
    { examples: [[[70, 60]]] },
  );
});

test('the effective base is no precision of a random sample unless there is one', async () => {
  const rows = [
    ...times(2, '3', 'Young', 'Town', 'Agree', '1'),
    ...times(2, '1', 'Old', 'Town', 'Agree', '1'),
  ];
  const open = notesOf(await analyse(column, rows));
  expect(open).toContain(
    'Effective base (Kish) 3.2, design effect 1.25: they say how unequal the weights are',
  );
  expect(open).not.toMatch(/as precise as|random sample/u);
  const drawn = notesOf(await analyse(column.replace('report:', 'sample: probability\nreport:'), rows));
  expect(drawn).toContain('as precise as so many of a simple random sample would be');
});

test('breakdowns and differences are weighted too', async () => {
  const { breakdowns } = await analyse(column, [
    ['3', '', 'Town', 'Agree', ''],
    ['1', '', 'Town', 'Disagree', ''],
    ['1', '', 'Village', 'Agree', ''],
    ['3', '', 'Village', 'Disagree', ''],
  ]);
  const town = breakdowns.find(({ question }) => question === 'view')?.groups[0];
  expect(town?.base).toMatchObject({ count: 2, weighted: 4 });
  expect(town?.nets[0]).toMatchObject({ figure: { percent: 75 }, difference: { points: 50 } });
});

test('weights may be written as R writes large and small ones', async () => {
  const { questions, issues } = await analyse(column, [
    ['3e+05', '', '', 'Agree', ''],
    ['1E5', '', '', 'Disagree', ''],
  ]);
  expect(issues.filter(({ code }) => code === 'bad-weight')).toEqual([]);
  expect(questions[0]?.items[0]?.nets[0]?.figure.percent).toBe(75);
});

test.each(['', '0', '-1', 'much', '1e', '1e999'])(
  'a response without a weight above 0 (%j) is an issue, is counted, and weighs nothing',
  async (weight) => {
    const { questions, issues, weighting } = await analyse(column, [
      ['1', '', '', 'Agree', ''],
      [weight, '', '', 'Disagree', ''],
    ]);
    expect(issues.filter(({ code }) => code === 'bad-weight')).toMatchObject([
      { count: 1, column: 'Weight' },
    ]);
    expect(questions[0]?.items[0]?.options.map(({ figure }) => [figure.count, figure.percent])).toEqual([
      [1, 100],
      [1, 0],
      [0, 0],
    ]);
    expect(weighting).toMatchObject({ unweighted: 1 });
    expect(showPercent(questions[0]?.items[0]?.options[1]?.figure ?? ({} as never), 0)).toBe('0%');
  },
);

test('a record that stands for several responses is weighted as so many rows', async () => {
  const counted = column.replace('{ weight: Weight }', '{ weight: Weight, count: Visits }');
  const rows = [
    ['2', 'Young', 'Town', 'Agree', '3'],
    ['1', 'Old', 'Town', 'Disagree', '2'],
    ['0.5', 'Old', 'Village', 'Agree', '4'],
  ].map(([weight = '', age = '', area = '', view = '', count = '']) => [weight, age, area, view, count]);
  const one = await analyse(counted.replace(/\n.*kind: number.*/u, ''), rows);
  const other = await analyse(
    column.replace(/\n.*kind: number.*/u, ''),
    rows.flatMap((row) => times(Number(row[4]), ...row.slice(0, 4), '')),
  );
  expect(one.questions).toEqual(other.questions);
  expect(one.breakdowns).toEqual(other.breakdowns);
  expect(one.weighting).toEqual(other.weighting);
});

test('without a setting nothing is weighted', async () => {
  const analysis = await analyse(definition(''), times(3, '2', 'Young', 'Town', 'Agree', '1'));
  expect(renderJson(analysis, '0')).not.toMatch(/weight|effective/u);
});

test('raking to one margin is post-stratification, as worked out by hand', async () => {
  // 30 young of whom 20 agree, 10 old of whom 1 agrees; half of the population are old: 0.5 × 2/3 + 0.5 × 1/10.
  const rows = [
    ...times(20, '', 'Young', 'Town', 'Agree', ''),
    ...times(10, '', 'Young', 'Town', 'Disagree', ''),
    ...times(1, '', 'Old', 'Town', 'Agree', ''),
    ...times(9, '', 'Old', 'Town', 'Disagree', ''),
  ];
  const { questions, weighting } = await analyse(
    definition('weight: { rake: { age: { Young: 50, Old: 50 } } }'),
    rows,
  );
  expect(shares(questions[1]?.items[0])).toEqual({ Young: 50, Old: 50 });
  expect(shares(questions[0]?.items[0])).toMatchObject({ Agree: 38.333333 });
  // Weights of 2/3 and 2: (40)² / (30 × 4/9 + 10 × 4) = 30.
  expect(weighting?.effective).toBeCloseTo(30, 9);
  expect(weighting?.designEffect).toBeCloseTo(4 / 3, 9);
});

test('raking to two margins keeps the odds ratio of the table (Deming and Stephan)', async () => {
  const rows = [
    ...times(40, '', 'Young', 'Town', 'Agree', ''),
    ...times(20, '', 'Young', 'Village', 'Agree', ''),
    ...times(10, '', 'Old', 'Town', 'Agree', ''),
    ...times(30, '', 'Old', 'Village', 'Agree', ''),
  ];
  const { questions, breakdowns } = await analyse(
    definition('weight: { rake: { age: { Young: 30, Old: 70 }, area: { Town: 60, Village: 40 } } }'),
    rows,
  );
  expect(shares(questions[1]?.items[0])).toEqual({ Young: 30, Old: 70 });
  expect(shares(questions[2]?.items[0])).toEqual({ Town: 60, Village: 40 });
  const cells =
    breakdowns
      .find(({ question }) => question === 'age')
      ?.groups.flatMap(({ options }) => options.map(({ figure }) => figure.weighted ?? 0)) ?? [];
  const [a = 0, b = 0, c = 0, d = 0] = cells;
  expect((a * d) / (b * c)).toBeCloseTo((40 * 30) / (10 * 20), 6);
});

test('margins are met whatever the rows and their order, and those in no class keep their weight', async () => {
  const row = fc.tuple(fc.constantFrom('', 'Young', 'Old'), fc.constantFrom('', 'Town', 'Village'));
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 12, maxLength: 40 }),
      fc.integer({ min: 5, max: 95 }),
      async (rows, young) => {
        const all = [
          ['Young', 'Town'],
          ['Young', 'Village'],
          ['Old', 'Town'],
          ['Old', 'Village'],
          ...rows,
        ].map(([age = '', area = '']) => ['', age, area, 'Agree', '']);
        const text = definition(
          `weight: { rake: { age: { Young: ${young}, Old: ${100 - young} }, area: { Town: 50, Village: 50 } } }`,
        );
        const [one, other] = [await analyse(text, all), await analyse(text, all.toReversed())];
        const [age, area] = [shares(one.questions[1]?.items[0]), shares(one.questions[2]?.items[0])];
        expect(age).toEqual({ Young: young, Old: 100 - young });
        expect(area).toEqual({ Town: 50, Village: 50 });
        expect(other.weighting?.effective).toBeCloseTo(one.weighting?.effective ?? 0, 6);
      },
    ),
    { numRuns: 40 },
  );
});

test('every figure is the same to the last digit in whatever order the rows stand', async () => {
  const pick = (...texts: string[]) => fc.constantFrom(...texts);
  const row = fc.tuple(
    pick('0.1', '0.7', '1.3', '2.9'),
    pick('Young', 'Old'),
    pick('Town', 'Village', ''),
    pick('Agree', 'Disagree', "Don't know", ''),
    pick('0.1', '0.2', '7', ''),
  );
  const weight = pick(
    'respondent: { weight: Weight }',
    'weight: { rake: { age: { Young: 37, Old: 63 }, area: { Town: 41, Village: 59 } } }',
    'respondent: { weight: Weight }\nweight: { rake: { age: { Young: 37, Old: 63 } }, trim: 1.5 }',
  );
  const atLeast = ['Young', 'Old'].flatMap((age) =>
    ['Town', 'Village'].map((area) => ['1', age, area, 'Agree', '1']),
  );
  const order = fc.array(fc.nat(), { minLength: 40, maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 36 }), weight, order, async (rows, setting, places) => {
      const all = [...atLeast, ...rows];
      const other = [...all.keys()].toSorted((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
      const figuresOf = async (some: Rows) => {
        const { questions, breakdowns, weighting } = await analyse(definition(setting), some);
        return { questions, breakdowns, weighting };
      };
      expect(await figuresOf(other.map((at) => all[at] ?? []))).toEqual(await figuresOf(all));
    }),
    { numRuns: 60 },
  );
});

test('a share that was asked for is shown as it was, a half rounded up, of however many', async () => {
  const text = definition(
    'weight: { rake: { age: { Young: 26.5, Old: 73.5 }, area: { Town: 48.5, Village: 51.5 } } }',
  );
  const rows = [
    ...times(9001, '', 'Young', 'Town', 'Agree', ''),
    ...times(11003, '', 'Old', 'Town', 'Disagree', ''),
    ...times(3007, '', 'Young', 'Village', 'Agree', ''),
    ...times(7013, '', 'Old', 'Village', 'Disagree', ''),
  ];
  const { questions } = await analyse(text, rows);
  const shown = questions.slice(1, 3).flatMap(({ items }) => items.flatMap(({ options }) => options));
  expect(shown.map(({ figure }) => showPercent(figure, 0))).toEqual(['27%', '74%', '49%', '52%']);
});

test('respondents are set beside the population without their weights, and that is said', async () => {
  const text = column.replace('[Young, Old]', '[Young, Old], population: { Young: 30, Old: 70 }');
  const rows = [['9', 'Young', 'Town', 'Agree', '1'], ...times(3, '1', 'Old', 'Town', 'Agree', '1')];
  const analysis = await analyse(text, rows);
  expect(analysis.questions[1]?.items[0]?.options[0]?.population).toMatchObject({ compared: 25, points: -5 });
  const markdown = renderMarkdown(tablesDocument(analysis));
  expect(markdown).toContain('| Young | 75% | 1 | 25% | 30% | -5 |');
  expect(markdown).toContain(
    'respondents less population, worked out before rounding. Here people are compared, without their weights.',
  );
});

test('a group that is looked at alone weighs what it does among all', async () => {
  const rows = [
    ...times(12, '', 'Young', 'Town', 'Agree', '1'),
    ...times(9, '', 'Old', 'Town', 'Disagree', '2'),
    ...times(5, '', 'Young', 'Village', 'Disagree', '3'),
    ...times(14, '', 'Old', 'Village', 'Agree', '4'),
  ];
  const text = definition(
    'weight: { rake: { age: { Young: 50, Old: 50 }, area: { Town: 80, Village: 20 } } }',
  );
  const together = await analyse(text, rows);
  const group = together.breakdowns.find(({ question }) => question === 'view')?.groups[0];
  const alone = await analyseTables(text, [[header, ...rows]], {
    where: { question: 'area', option: 'Town' },
  });
  const figuresOf = (one: typeof group) => one?.options.map(({ figure }) => [figure.count, figure.percent]);
  expect(figuresOf(alone.questions[0]?.items[0] as typeof group)).toEqual(figuresOf(group));
  expect(alone.questions[0]?.items[0]?.base).toEqual(group?.base);
});

test('trimmed weights are at most so many times their mean', async () => {
  const rows = [...times(99, '', 'Young', '', 'Agree', ''), ...times(1, '', 'Old', '', 'Disagree', '')];
  const { weighting } = await analyse(
    definition('weight: { rake: { age: { Young: 50, Old: 50 } }, trim: 5 }'),
    rows,
  );
  // One of 100 at most: 5 of 100, beside 99 that weigh 95.
  expect(weighting).toMatchObject({ trimmed: 1, missed: { percent: expect.closeTo(5, 9) as number } });
  expect(weighting?.effective).toBeCloseTo(100 ** 2 / (5 ** 2 + 95 ** 2 / 99), 9);
});

test('how far trimmed weights are from the shares asked for is said, and where', async () => {
  // 20 old of 100 are to be 60%: a weight of 3 each. At most 2 each of a mean of 1, they come to 40%.
  const rows = [...times(80, '', 'Young', '', 'Agree', ''), ...times(20, '', 'Old', '', 'Disagree', '')];
  const trimmedTo = (most: number) =>
    analyse(definition(`weight: { rake: { age: { Young: 40, Old: 60 } }, trim: ${most} }`), rows);
  const far = await trimmedTo(2);
  expect(far.weighting?.missed).toMatchObject({
    question: 'age',
    wanted: expect.closeTo(60, 9) as number,
    percent: expect.closeTo(40, 9) as number,
  });
  expect(notesOf(far)).toContain(
    'The weights of 20 were trimmed. The shares asked for do not hold any more: of those who gave an answer to “Age” that has one, “Old” comes to 40% in place of 60%, 20 percentage points too few; no other share is further off.',
  );
  expect(weightingWarnings(far)).toHaveLength(1);
  const near = await trimmedTo(2.98);
  expect(notesOf(near)).toContain('Every share asked for still holds within 1 percentage point');
  expect(weightingWarnings(near)).toEqual([]);
  expect((await trimmedTo(3.1)).weighting).not.toHaveProperty('missed');
});

test('trimming and raking in turn meet every share where weights that are small enough can', async () => {
  const rows = [
    ...times(4, '', 'Young', 'Village', 'Agree', ''),
    ...times(16, '', 'Young', 'Town', 'Agree', ''),
    ...times(20, '', 'Old', 'Village', 'Disagree', ''),
    ...times(60, '', 'Old', 'Town', 'Agree', ''),
  ];
  const raked = 'rake: { age: { Young: 40, Old: 60 }, area: { Town: 50, Village: 50 } }';
  const untrimmed = await analyse(definition(`weight: { ${raked} }`), rows);
  const { weighting, questions } = await analyse(definition(`weight: { ${raked}, trim: 3 }`), rows);
  expect(weighting?.trimmed).toBe(4);
  expect(weighting?.effective).toBeGreaterThan(untrimmed.weighting?.effective ?? 0);
  expect(questions.slice(1, 3).map(({ items }) => shares(items[0]))).toEqual([
    { Young: 40, Old: 60 },
    { Town: 50, Village: 50 },
  ]);
});

test('those for whom no share is asked keep their weight where the weights of others are trimmed', async () => {
  const text = (weight: string) => definition(`weight: { ${weight} }`).replace(', options: [Young, Old]', '');
  const rows = [
    ...times(10, '', 'Young', 'Town', 'Agree', ''),
    ...times(90, '', 'Old', 'Town', 'Agree', ''),
    ...times(17, '', 'Prefer not to say', 'Town', 'Disagree', ''),
    ...times(3, '', '', 'Town', 'Disagree', ''),
  ];
  // Raked, the 10 weigh 5 each; what they lose at 4.8 goes to the 90, and the 20 weigh 20 of 120 whatever is trimmed.
  for (const trim of [4.8, 4, 3, 2]) {
    const { questions } = await analyse(text(`rake: { age: { Young: 50, Old: 50 } }, trim: ${trim}`), rows);
    expect(shares(questions[0]?.items[0])).toMatchObject({ Disagree: 16.666667 });
    const { base, options } = questions[1]?.items[0] ?? {};
    expect(base?.weighted).toBeCloseTo(117, 9);
    const weighed = Object.fromEntries(options?.map(({ label, figure }) => [label, figure.weighted]) ?? []);
    expect(weighed['Young']).toBeCloseTo(10 * trim, 9);
    expect(weighed['Prefer not to say']).toBeCloseTo(17, 9);
  }
});

test('those with a share of one question alone weigh what that one gives them where weights are trimmed', async () => {
  const text = (trim: string) =>
    definition(
      `weight: { rake: { age: { Young: 50, Old: 50 }, area: { Town: 60, Village: 40 } }${trim} }`,
    ).replace(', options: [Young, Old]', '');
  const rows = [
    ...times(5, '', 'Young', 'Town', 'Agree', ''),
    ...times(5, '', 'Young', 'Village', 'Agree', ''),
    ...times(45, '', 'Old', 'Town', 'Agree', ''),
    ...times(45, '', 'Old', 'Village', 'Agree', ''),
    ...times(20, '', 'Prefer not to say', 'Town', 'Disagree', ''),
  ];
  // What trimming the young takes from the town, which it has to have, comes to less than half a point for the 20.
  const disagreed = async (trim: string) =>
    shares((await analyse(text(trim), rows)).questions[0]?.items[0])['Disagree'];
  const untrimmed = await disagreed('');
  for (const trim of [', trim: 4.5', ', trim: 3', ', trim: 2'])
    expect(await disagreed(trim)).toBeCloseTo(untrimmed ?? 0, 0);
});

test('a misspelt answer to rake to is told from one that nobody gave', async () => {
  const rows = [...times(3, '', 'Younger', 'Town', 'Agree', ''), ...times(3, '', 'Old', 'Town', 'Agree', '')];
  const text = definition('weight: { rake: { age: { Youngr: 50, Old: 50 } } }').replace(
    ', options: [Young, Old]',
    '',
  );
  await expect(analyse(text, rows)).rejects.toMatchObject({
    message: expect.stringContaining('nobody answered “Youngr” to question age') as string,
    hint: 'Did you mean “Younger”, under "weight" in the definition?',
  });
});

test('shares that add up to 99 are scaled to 100, and that is said', async () => {
  const rows = [
    ...times(6, '', 'Young', 'Town', 'Agree', ''),
    ...times(4, '', 'Old', 'Town', 'Disagree', ''),
  ];
  const raked = (young: number, old: number) =>
    analyse(definition(`weight: { rake: { age: { Young: ${young}, Old: ${old} } } }`), rows);
  const analysis = await raked(33, 66);
  expect(shares(analysis.questions[1]?.items[0])).toEqual({ Young: 33.333333, Old: 66.666667 });
  const said = 'The percentages given for “Age” add up to 99% and were scaled to 100%.';
  expect(notesOf(analysis)).toContain(said);
  const { weighting } = JSON.parse(renderJson(analysis, '0'));
  expect(weighting.scaled).toEqual([{ question: 'age', total: 99 }]);
  for (const [young, old] of [
    [33.3, 66.7],
    [3300, 6600],
  ] as const)
    expect(notesOf(await raked(young, old))).not.toContain('scaled');
});

test('answers that no share is asked for are named, and keep their weight', async () => {
  const rows = [
    ...times(6, '', 'Young', 'Town', 'Agree', ''),
    ...times(2, '', 'Old', 'Town', 'Agree', ''),
    ...times(2, '', 'Prefer not to say', 'Village', 'Disagree', ''),
  ];
  const text = definition('weight: { rake: { age: { Young: 50, Old: 50 } } }').replace(
    ', options: [Young, Old]',
    '',
  );
  const analysis = await analyse(text, rows);
  expect(shares(analysis.questions[1]?.items[0])).toEqual({ Young: 40, Old: 40, 'Prefer not to say': 20 });
  expect(notesOf(analysis)).toContain(
    'Those who answered “Prefer not to say” to “Age” keep their weight, since no share is asked for.',
  );
  // With another question to rake by, they weigh what that one gives them.
  const both = text.replace('Old: 50 }', 'Old: 50 }, area: { Town: 60, Village: 40 }');
  expect(notesOf(await analyse(both, rows))).toContain(
    'No share of “Age” is asked for those who answered “Prefer not to say”: of their weight only the shares of other questions decide.',
  );
});

test.each([
  [
    'an option that nobody chose',
    times(3, '', 'Young', 'Town', 'Agree', ''),
    'The responses could not be raked, because nobody answered “Old” to question age',
  ],
  [
    'shares that cannot be had together',
    [...times(3, '', 'Young', 'Town', 'Agree', ''), ...times(3, '', 'Old', 'Village', 'Agree', '')],
    'The responses could not be raked, because no weights give every question its shares',
  ],
])('raking says why it cannot be done: %s', async (_name, rows, message) => {
  const text = definition(
    'weight: { rake: { age: { Young: 30, Old: 70 }, area: { Town: 60, Village: 40 } } }',
  );
  await expect(analyse(text, rows)).rejects.toThrow(message);
});

test('the mean of a scale and of numbers says that it is weighted, and each group how precise it is', async () => {
  const codes = column.replace('column: View,', 'column: View, codes: { Agree: 1, Disagree: 0 },');
  const analysis = await analyse(codes, [
    ['3', 'Young', 'Town', 'Agree', '4'],
    ['1', 'Old', 'Town', 'Disagree', '2'],
    ['1', 'Old', 'Village', 'Disagree', '1'],
    ['2', 'Old', 'Village', "Don't know", ''],
  ]);
  const [view] = analysis.questions;
  // On the scale are weights of 3, 1 and 1: 25 / 11.
  expect(view?.items[0]?.scores).toMatchObject({ n: 3, mean: 0.6, weighted: 5, effective: 25 / 11 });
  const text = renderMarkdown(tablesDocument(analysis));
  expect(text).toContain('Mean and median are weighted, counts are not. Effective base: 2.27.');
  expect(text).toContain(
    'Percentages are weighted, counts are not. Effective base: All respondents (3.27); Town (1.6); Village (1.8).',
  );
  expect(renderMarkdown(summaryDocument(analysis, { version: '0', definition: undefined }))).toContain(
    '3 gave a number: the weighted mean is 3 and the weighted median 4;',
  );
  const mean = renderCsv(analysis)
    .split(/\r?\n/u)
    .find((line) => line.startsWith('view.mean,'));
  expect(mean).toContain(`,5,${25 / 11},`);
});

test('those who did not reply have their share where they are in the base', async () => {
  const all = definition('').replace(
    'options: [Young, Old]',
    'options: [Young, Old], profile: true, base: all',
  );
  const row = async (text: string) => {
    const rows = [
      ['2', 'Young', '', '', ''],
      ['1', 'Old', '', '', ''],
      ['1', '', '', '', ''],
    ];
    const lines = renderMarkdown(tablesDocument(await analyse(text, rows))).split('\n');
    return lines.filter((line) => /No reply \|/u.test(line) || line.includes('may not sum'));
  };
  expect(await row(all)).toEqual(['| No reply | 33% | 1 |', expect.stringContaining('may not sum to 100%')]);
  expect(await row(all.replace('questions:', 'respondent: { weight: Weight }\nquestions:'))).toEqual([
    '| No reply | 25% | 1 |',
  ]);
  expect(await row(all.replace('base: all', 'base: answered'))).toEqual(['| No reply | not in base | 1 |']);
});

test('that an answer has a majority only with a campaign is not said where weights are raked to its share', async () => {
  const letter = 'please keep the number fourteen village bus service running every day';
  const text = `
title: T
weight: { rake: { area: { Town: 50, Village: 50 } } }
questions:
  - { id: view, kind: choice, column: View }
  - { id: area, kind: choice, column: Area }
  - { id: why, kind: text, column: Why }
report: { disclosure: none }
`;
  const rows = [
    ['View', 'Area', 'Why'],
    ...times(20, 'No', 'Town', letter),
    ...times(20, 'Yes', 'Town', ''),
    ...times(20, 'Yes', 'Village', ''),
    ...times(22, 'No', 'Village', ''),
  ];
  const analysis = await analyseTables(text, [rows]);
  const changes = analysis.sensitivity.filter(({ majorityChanges }) => majorityChanges);
  expect(changes.map(({ question }) => question)).toEqual(expect.arrayContaining(['view', 'area']));
  const told = analysis.notes.flatMap((note) =>
    note.code === 'campaign-majority' ? [note.change.question] : [],
  );
  expect(new Set(told)).toEqual(new Set(['view']));
});
