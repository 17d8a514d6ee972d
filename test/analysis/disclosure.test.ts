import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Analysis, Breakdown, Distribution, OptionFigure } from '../../src/analysis/analysis.ts';
import { analyse } from '../../src/analysis/analyse.ts';
import { audit } from '../../src/analysis/disclosure/audit.ts';
import { tabulate } from '../../src/analysis/disclosure/tables.ts';
import { protect } from '../../src/analysis/disclosure/protect.ts';
import { publish } from '../../src/analysis/disclosure/publish.ts';
import { publishWeightedOrNot } from '../../src/analysis/disclosure/ways-out.ts';
import { type Rows, collect } from '../support/survey.ts';
import { type Equation, canDiffer, canSumDiffer, followsFrom } from './disclosure-solver.ts';
import { fewestHidden } from './fewest-hidden.ts';

const definition = (breakdowns: string) => `
title: T
report: { disclosure: standard }
questions:
  - { id: view, kind: scale, scale: agreement, column: View, options: [Strongly agree, Agree, Neither agree nor disagree, Disagree, Don't know] }
  - { id: role, kind: choice, column: Role, options: [Parent, School, Other] }
  - { id: age, kind: choice, column: Age, options: [Young, Middling, Old, Prefer not to say], profile: true }
  - { id: heard, kind: multiple, column: Heard, separator: ";", options: [Post, Web, Friends] }
  - { id: years, kind: number, column: Years }
breakdowns: ${breakdowns}
`;
const header = ['View', 'Role', 'Age', 'Heard', 'Years'];

async function both(rows: Rows, breakdowns: string) {
  const responses = await collect(definition(breakdowns), [[header, ...rows]]);
  const whole = analyse(responses);
  return { responses, whole, published: publish(whole, responses) };
}

const times = (count: number, ...row: string[]): Rows =>
  Array.from({ length: count }, () => header.map((_, nth) => row[nth] ?? ''));

const group = (analysis: Analysis, question: string, by: string, id: string) =>
  analysis.breakdowns
    .find((one) => one.by === by && one.question === question)
    ?.groups.find((one) => one.id === id);
const shown = (distribution: Distribution | undefined) =>
  Object.fromEntries(
    [...(distribution?.nets ?? []), ...(distribution?.options ?? [])].map(({ id, figure }) => [
      id,
      figure.count,
    ]),
  );

describe('a breakdown', () => {
  const rows = [
    ...times(20, 'Agree', 'Parent'),
    ...times(9, 'Strongly agree', 'Parent'),
    ...times(8, 'Disagree', 'Parent'),
    ...times(12, 'Agree', 'School'),
    ...times(11, 'Strongly agree', 'School'),
    ...times(2, 'Disagree', 'School'),
  ];

  test('hides a small count, its net, and one more group so that the total does not give it away', async () => {
    const { published } = await both(rows, '[role]');
    expect(shown(group(published, 'view', 'role', 'school'))).toMatchObject({
      disagree: null,
      'disagree-2': null,
    });
    expect(shown(group(published, 'view', 'role', 'parent'))).toMatchObject({
      disagree: null,
      'disagree-2': null,
    });
    expect(published.questions[0]?.items[0]?.nets.map(({ figure }) => figure.count)).toEqual([52, 0, 10]);
  });

  test('shows everything where nothing is small', async () => {
    const { whole, published } = await both([...rows, ...times(4, 'Disagree', 'School')], '[role]');
    expect(published.breakdowns[0]?.groups).toEqual(whole.breakdowns[0]?.groups);
    expect(published.disclosure).toMatchObject({ level: 'standard', hidden: 0 });
  });

  test('hides a group of fewer than ten whole, nets and percentages too', async () => {
    const { published } = await both([...rows, ...times(9, 'Agree', 'Other')], '[role]');
    const other = group(published, 'view', 'role', 'other');
    expect(other?.base.count).toBe(9);
    expect(other?.options.find(({ id }) => id === 'agree-2')?.figure).toMatchObject({
      count: null,
      percent: null,
    });
    expect(other?.nets.find(({ id }) => id === 'agree')?.figure).toMatchObject({
      count: null,
      percent: null,
    });
    expect(published.notes).toContainEqual({
      code: 'small-groups',
      by: 'role',
      groups: ['Other'],
      limit: 10,
    });
  });

  test('leaves what the totals say anyway: of an answer that all gave each group gave it', async () => {
    const { published } = await both(
      [...times(12, 'Agree', 'Parent'), ...times(3, 'Agree', 'School')],
      '[role]',
    );
    expect(shown(group(published, 'view', 'role', 'school'))).toMatchObject({ agree: 3 });
  });

  test('leaves how many of a group agreed where all did, and hides how strongly alone', async () => {
    const { published } = await both(
      [
        ...times(20, 'Agree', 'Parent'),
        ...times(10, 'Strongly agree', 'Parent'),
        ...times(3, 'Agree', 'School'),
        ...times(1, 'Strongly agree', 'School'),
      ],
      '[role]',
    );
    expect(shown(group(published, 'view', 'role', 'school'))).toMatchObject({
      agree: 4,
      'agree-2': null,
      'strongly-agree': null,
    });
    expect(shown(group(published, 'view', 'role', 'parent'))).toMatchObject({ agree: 30, 'agree-2': null });
  });

  test('leaves how often a group ticked what all ticked who answered, and hides the rest of it alone', async () => {
    const { published } = await both(
      [
        ...times(20, 'Agree', 'Parent', '', 'Post'),
        ...times(10, 'Agree', 'Parent', '', 'Post;Web'),
        ...times(3, 'Agree', 'School', '', 'Post'),
        ...times(1, 'Agree', 'School', '', 'Post;Web'),
      ],
      '[role]',
    );
    expect(shown(group(published, 'heard', 'role', 'school'))).toMatchObject({ post: 4, web: null });
    expect(shown(group(published, 'heard', 'role', 'parent'))).toMatchObject({ post: 30, web: null });
  });

  test('is shown as it is at the level none, and hides counts up to nine at the level strict', async () => {
    const at = (level: string) =>
      collect(definition('[role]').replace('standard', level), [[header, ...rows]]);
    const responses = await at('strict');
    const strict = publish(analyse(responses), responses);
    expect(shown(group(strict, 'view', 'role', 'parent'))).toMatchObject({ 'strongly-agree': null });
    const none = analyse(await at('none'));
    expect(publish(none, responses)).toBe(none);
  });
});

test.each([
  ['standard', 4],
  ['strict', 9],
])('at the level %s counts of a profile are hidden up to %i, and none above', async (level, most) => {
  const agesOf = async (count: number) => {
    const rows = [
      ...times(count, '', '', 'Young'),
      ...times(25, '', '', 'Middling'),
      ...times(40, '', '', 'Old'),
    ];
    const responses = await collect(definition('[]').replace('standard', level), [[header, ...rows]]);
    const { questions } = publish(analyse(responses), responses);
    return shown(questions.find(({ id }) => id === 'age')?.items[0]);
  };
  expect(await agesOf(most)).toMatchObject({ young: null, middling: null });
  expect(await agesOf(most + 1)).toMatchObject({ young: most + 1, middling: 25, old: 40 });
});

test('one of twenty of the other sex cannot be told from the rest (all 20 less 19)', async () => {
  const rows = [
    ...times(7, 'Agree', 'Parent'),
    ...times(12, 'Disagree', 'Parent'),
    ...times(1, 'Agree', 'School'),
  ];
  const { published } = await both(rows, '[role]');
  expect(shown(group(published, 'view', 'role', 'parent'))).toMatchObject({
    'agree-2': null,
    'disagree-2': null,
  });
});

test('of two responses nothing is shown of who they are, and what both think is', async () => {
  const rows = [...times(1, 'Agree', 'Parent', 'Young'), ...times(1, 'Disagree', 'School', 'Old')];
  const { published } = await both(rows, '[role]');
  const people = published.breakdowns.flatMap(({ groups }) => groups);
  expect(people.flatMap((one) => Object.values(shown(one))).filter(Boolean)).toEqual([]);
  const [view, , age] = published.questions.flatMap(({ items }) => items);
  expect(Object.values(shown(age)).filter(Boolean)).toEqual([]);
  expect(shown(view)).toMatchObject({ 'agree-2': 1, 'disagree-2': 1 });
});

test('one small count in a table of one row takes another with it (1, 10, 15, 25 of 51)', async () => {
  const rows = [
    ...times(1, '', '', 'Young'),
    ...times(10, '', '', 'Middling'),
    ...times(15, '', '', 'Old'),
    ...times(25, '', '', 'Prefer not to say'),
  ];
  const { published } = await both(rows, '[]');
  const age = published.questions.find(({ id }) => id === 'age')?.items[0];
  expect(shown(age)).toEqual({ young: null, middling: null, old: 15, 'prefer-not-to-say': 25 });
  expect(age?.base.count).toBe(51);
});

test('that few preferred not to say is shown of all to a profile, and hidden of a group', async () => {
  const rows = [
    ...times(20, 'Agree', 'Parent', 'Young'),
    ...times(20, 'Agree', 'School', 'Young'),
    ...times(15, 'Agree', 'Parent', 'Old'),
    ...times(15, 'Agree', 'School', 'Old'),
    ...times(2, 'Agree', 'Parent', 'Prefer not to say'),
  ];
  const { published } = await both(rows, '[role]');
  const age = published.questions.find(({ id }) => id === 'age')?.items[0];
  expect(shown(age)).toMatchObject({ young: 40, old: 30, 'prefer-not-to-say': 2 });
  expect(shown(group(published, 'age', 'role', 'parent'))).toMatchObject({ 'prefer-not-to-say': null });
});

test('how far a group is from few others is given where the total less the group says it', async () => {
  const rows = [...times(12, 'Agree', 'Parent'), ...times(3, 'Agree', 'School')];
  const parentOf = async (all: Rows) =>
    group((await both(all, '[role]')).published, 'view', 'role', 'parent');
  const agreeIn = (one: Distribution | undefined) => one?.options.find(({ id }) => id === 'agree-2');
  expect(agreeIn(await parentOf(rows))?.difference).toMatchObject({
    points: 0,
    others: { count: 3, base: 3 },
  });
  // Those in no group are in the total too.
  const more = await parentOf([...rows, ...times(10, 'Agree', '')]);
  expect(agreeIn(more)?.difference).toBeUndefined();
});

test('of two small counts of a profile one more is hidden where they add up to 2, as each would be 1', async () => {
  const ages = async (...counts: readonly number[]) => {
    const rows = ['Young', 'Middling', 'Old'].flatMap((age, nth) =>
      times(counts[nth] ?? 0, 'Agree', 'Parent', age),
    );
    const { published } = await both(rows, '[]');
    const item = published.questions.find(({ id }) => id === 'age')?.items[0];
    return item?.options.map(({ figure }) => figure.count);
  };
  expect(await ages(1, 1, 30)).toEqual([null, null, null, 0]);
  expect(await ages(1, 2, 30)).toEqual([null, null, 30, 0]);
});

test('groups that a profile hides have no base in any breakdown', async () => {
  const rows = [
    ...times(3, 'Agree', '', 'Young'),
    ...times(14, 'Agree', '', 'Middling'),
    ...times(8, 'Disagree', '', 'Middling'),
    ...times(30, 'Agree', '', 'Old'),
    ...times(20, 'Disagree', '', 'Old'),
  ];
  const { published } = await both(rows, '[age]');
  expect(group(published, 'view', 'age', 'young')?.base.count).toBeNull();
  expect(group(published, 'view', 'age', 'middling')?.base.count).toBeNull();
  expect(group(published, 'view', 'age', 'old')?.base.count).toBe(50);
});

test('a group that a profile hides has no base where all of it answered and others did not', async () => {
  const rows = [
    ...times(3, 'Agree', '', 'Young'),
    ...times(14, 'Agree', '', 'Middling'),
    ...times(12, 'Disagree', '', 'Middling'),
    ...times(30, '', '', 'Middling'),
    ...times(40, '', '', 'Old'),
  ];
  const { published } = await both(rows, '[age]');
  expect(group(published, 'view', 'age', 'young')?.base.count).toBeNull();
});

test('the smallest and the largest number of a group are never shown, and no mean that gives a small group away', async () => {
  const rows = [
    ...times(12, 'Agree', 'Parent', '', '', '4'),
    ...times(11, 'Agree', 'School', '', '', '8'),
    ...times(2, 'Agree', 'Other', '', '', '30'),
  ];
  const { published } = await both(rows, '[role]');
  const numbers = (id: string) => group(published, 'years', 'role', id)?.numbers;
  expect(numbers('parent')).toMatchObject({ mean: 4, minimum: null, maximum: null });
  // Everybody gave a number, so that the size of a group says how many of it did.
  expect(numbers('other')).toMatchObject({ n: 2, mean: null, withheld: 'disclosive' });
  expect(numbers('school')).toMatchObject({ n: 11, mean: null, withheld: 'disclosive' });
});

test('nor one that gives away those of a group within a group who are not listed, be it by way of other groups', async () => {
  const rows = [
    ...times(20, '', 'Parent', 'Young', '', '4'),
    ...times(30, '', 'Parent', 'Old', '', '5'),
    ...times(20, '', 'School', 'Old', '', '8'),
    ...times(6, '', 'School', 'Young', '', '30'),
  ];
  const meansOf = async (breakdowns: string) => {
    const { published } = await both(rows, breakdowns);
    const nested = published.breakdowns.find(({ by, question }) => by === 'role+age' && question === 'years');
    return nested?.groups.map(({ id, numbers }) => [id, numbers?.mean]);
  };
  expect(await meansOf('[[role, age]]')).toEqual([
    ['parent+young', 4],
    ['parent+old', 5],
    ['school+old', null],
  ]);
  // The young less those who are parents are the same few.
  expect(await meansOf('[[role, age], age]')).toEqual([
    ['parent+young', null],
    ['parent+old', null],
    ['school+old', null],
  ]);
});

test('nor one that gives away the few who ticked an answer, or none', async () => {
  const rows = (post: number, none: number) => [
    ...times(30, '', '', '', 'Web', '4'),
    ...times(31, '', '', '', 'Friends', '5'),
    ...times(post, '', '', '', 'Post', '30'),
    ...times(none, '', '', '', '', '40'),
  ];
  const meansOf = async (post: number, none: number) => {
    const { published } = await both(rows(post, none), '[heard]');
    return ['web', 'friends', 'post'].map((id) => group(published, 'years', 'heard', id)?.numbers?.mean);
  };
  expect(await meansOf(1, 0)).toEqual([null, 5, null]);
  expect(await meansOf(0, 1)).toEqual([null, 5, null]);
  expect(await meansOf(20, 20)).toEqual([4, 5, 30]);
});

test('nor one of two numbers alone, which tells how few gave the one or the other', async () => {
  const some = (role: string, none: number, one: number, two: number) => [
    ...times(none, '', role, '', '', '0'),
    ...times(one, '', role, '', '', '1'),
    ...times(two, '', role, '', '', '2'),
  ];
  const meansOf = async (parents: readonly [number, number, number]) => {
    const rows = [...some('Parent', ...parents), ...some('School', 9, 6, 0), ...some('Other', 10, 10, 0)];
    const { published } = await both(rows, '[role]');
    return ['parent', 'school', 'other'].map((id) => group(published, 'years', 'role', id)?.numbers?.mean);
  };
  // 0.08 of 12 is one; with the mean of the schools hidden too it is not the total less the others.
  expect(await meansOf([11, 1, 0])).toEqual([null, null, 0.5]);
  expect(await meansOf([7, 5, 0])).toEqual([5 / 12, 0.4, 0.5]);
  expect(await meansOf([10, 1, 1])).toEqual([0.25, 0.4, 0.5]);
});

/** So many of one sort of respondent, by what they answered in the order of the columns. */
type Sort = readonly [role: string, age: string, heard: string, n: number];

function isIn([role, age, heard]: Sort, by: string, id: string): boolean {
  const own: Record<string, string> = { role, age, heard };
  const names = id.split('+');
  return by.split('+').every((one, at) =>
    own[one]
      ?.toLowerCase()
      .split(';')
      .includes(names[at] ?? ''),
  );
}

const numberBreakdowns = [
  '[[role, age]]',
  '[age, [role, age]]',
  '[heard]',
  '[heard, role]',
  '[[role, heard]]',
];

/** Sorts of respondents as a breakdown may tell them apart. */
function sortsFor(breakdowns: string): fc.Arbitrary<Sort> {
  const of = (...labels: string[]) => fc.constantFrom(...labels);
  return fc.tuple(
    of('Parent', 'School', 'Other', ''),
    breakdowns.includes('age') ? of('Young', 'Old', '') : fc.constant(''),
    breakdowns.includes('heard') ? of('Post', 'Web', 'Friends', 'Post;Web', '') : fc.constant(''),
    fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 10, max: 30 })),
  );
}

test.each(numberBreakdowns)(
  'no mean of a hidden group, or of fewer than ten, follows from those that are shown: breakdowns %s',
  async (breakdowns) => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(sortsFor(breakdowns), { minLength: 3, maxLength: 9, selector: String }),
        async (sorts) => {
          const rows = sorts.flatMap(([role, age, heard, n], nth) =>
            times(n, '', role, age, heard, String(nth)),
          );
          const { published } = await both(rows, breakdowns);
          const every = sorts.map(() => 1);
          const nOf = (some: readonly number[]) =>
            some.reduce((sum, one, at) => sum + one * (sorts[at]?.[3] ?? 0), 0);
          const shownSums = [every];
          const hidden: number[][] = [];
          const few = sorts.map((_, nth) => sorts.map((__, at) => Number(at === nth)));
          for (const { by, groups } of published.breakdowns.filter(({ question }) => question === 'years')) {
            const sums = groups.map(({ id }) => sorts.map((one) => Number(isIn(one, by, id))));
            const seen = sums.filter((_, at) => typeof groups[at]?.numbers?.mean === 'number');
            shownSums.push(...seen);
            few.push(every.map((_, at) => Number(seen.every((sum) => sum[at] === 0))));
            hidden.push(...sums.filter((sum) => !seen.includes(sum)));
          }
          for (const secret of [...hidden, ...few.filter((one) => nOf(one) < 10)])
            if (nOf(secret) > 0 && nOf(secret) < nOf(every))
              expect([secret, followsFrom(shownSums, secret)]).toEqual([secret, false]);
        },
      ),
      { numRuns: 40 },
    );
  },
);

/**
 * What is published of whole numbers from 0 to `most`, as equations of by how much those of each sort are together above 0 (`:1`), and
 * below `most` (`:0`): of 0 and 1, how many gave which. And the groups that are hidden.
 */
function equationsOfNumbers(
  published: Analysis,
  sorts: readonly Sort[],
  most: number,
): { equations: Equation[]; hidden: Map<string, readonly number[]> } {
  const places = [...sorts.keys()];
  const nOf = (some: readonly number[]) => some.reduce((sum, nth) => sum + (sorts[nth]?.[3] ?? 0), 0);
  const equations: Equation[] = places.map((nth) => ({
    names: [`${nth}:0`, `${nth}:1`],
    sum: most * nOf([nth]),
  }));
  const hidden = new Map<string, readonly number[]>();
  const describeRow = (name: string, own: readonly number[], numbers: Distribution['numbers']) => {
    if (typeof numbers?.mean === 'number')
      equations.push({ names: own.map((nth) => `${nth}:1`), sum: Math.round(numbers.mean * nOf(own)) });
    else if (nOf(own) > 0 && nOf(own) < nOf(places)) hidden.set(name, own);
  };
  for (const { by, groups, total } of published.breakdowns.filter(({ question }) => question === 'years')) {
    describeRow('all', places, total.numbers);
    const isInGroup = (nth: number, id: string) => isIn(sorts[nth] as Sort, by, id);
    for (const { id, numbers } of groups)
      describeRow(
        `${by}=${id}`,
        places.filter((nth) => isInGroup(nth, id)),
        numbers,
      );
    const rest = places.filter((nth) => !groups.some(({ id }) => isInGroup(nth, id)));
    if (nOf(rest) < 10) describeRow(`${by}=none`, rest, undefined);
  }
  return { equations, hidden };
}

/** Sorts of respondents and what they gave together, as a share of what it is where each gives the highest number. */
type Shares = readonly (readonly [sort: Sort, share: number])[];

/**
 * Expects each hidden mean of whole numbers from 0 to `most` to be another in other responses of which the shown ones are the same, and
 * returns how many are hidden.
 */
async function expectMeansOpen(sorts: Shares, breakdowns: string, most: number): Promise<number> {
  const own = sorts.map(([sort]) => sort);
  const sums = sorts.map(([[, , , n], share]) => Math.ceil(n * most * share));
  const numbersOf = (n: number, sum: number) =>
    Array.from({ length: n }, (_, at) => Math.min(most, Math.max(0, sum - at * most)));
  const rows = own.flatMap(([role, age, heard, n], nth) =>
    numbersOf(n, sums[nth] ?? 0).flatMap((number) => times(1, '', role, age, heard, String(number))),
  );
  const { published } = await both(rows, breakdowns);
  const { equations, hidden } = equationsOfNumbers(published, own, most);
  const truth = new Map(
    sums.flatMap((sum, nth) => [
      [`${nth}:1`, sum],
      [`${nth}:0`, most * Number(own[nth]?.[3]) - sum],
    ]),
  );
  if (new Set(rows.map((row) => row.at(-1))).size === 1) return 0;
  for (const [name, places] of hidden) {
    const isOpen = canSumDiffer(
      places.map((nth) => `${nth}:1`),
      truth,
      equations,
    );
    expect([name, isOpen]).toEqual([name, true]);
  }
  return hidden.size;
}

test.each(['[role]', '[[role, age]]', '[[role, heard]]', '[heard, role]', '[age, [role, age]]'])(
  'nor where it is so low or so high that all of several groups gave one number: breakdowns %s',
  async (breakdowns) => {
    // Of numbers that are 0 or 1 the mean says what their quartiles are too.
    const drawn = fc.uniqueArray(fc.tuple(sortsFor(breakdowns), fc.constantFrom(0, 0, 0.5, 1)), {
      minLength: 3,
      maxLength: 7,
      selector: ([sort]) => sort.slice(0, 3).join(),
    });
    let looked = 0;
    await fc.assert(
      fc.asyncProperty(drawn, fc.constantFrom(1, 3), async (sorts, most) => {
        looked += await expectMeansOpen(sorts, breakdowns, most);
      }),
      { numRuns: 40 },
    );
    expect(looked).toBeGreaterThan(10);
  },
  60_000,
);

test('nor where only one number of people fits the means that are shown, as they are whole', async () => {
  // Of the four who ticked both x gave 1, of the two parents by post y: 2x + y = 5, and y is not above 1.
  const sorts: Shares = [
    [['Parent', '', '', 4], 0.5],
    [['Parent', '', 'Post;Web', 4], 0.5],
    [['Other', '', 'Web', 6], 0.5],
    [['Other', '', 'Post', 10], 0],
    [['', '', 'Post', 1], 0],
    [['Parent', '', 'Post', 2], 0.5],
    [['School', '', 'Post', 10], 1],
  ];
  expect(await expectMeansOpen(sorts, '[heard, role]', 1)).toBeGreaterThan(2);
});

test('how many of a group gave a number is hidden where they are few and others of it gave none', async () => {
  const rows = [
    ...times(12, 'Agree', 'Parent', '', '', '4'),
    ...times(11, 'Agree', 'School', '', '', '8'),
    ...times(2, 'Agree', 'Other', '', '', '30'),
    ...times(1, 'Agree', 'Other'),
  ];
  const { published } = await both(rows, '[role]');
  const sizes = ['parent', 'school', 'other'].map((id) => group(published, 'years', 'role', id)?.numbers?.n);
  expect(sizes).toEqual([12, null, null]);
});

test('so is how many of two more groups did, where all did of the others that are hidden', async () => {
  const rows = [
    ...times(12, 'Agree', 'Parent', '', '', '4'),
    ...times(5, 'Agree', 'Parent'),
    ...times(11, 'Agree', 'School', '', '', '8'),
    ...times(2, 'Agree', 'Other', '', '', '30'),
  ];
  const { published } = await both(rows, '[role]');
  const sizes = ['parent', 'school', 'other'].map((id) => group(published, 'years', 'role', id)?.numbers?.n);
  expect(sizes).toEqual([null, null, null]);
});

test('an answer outside the scale is no way to what is hidden where only views are in the base', async () => {
  const views = definition('[age]').replace('standard }', 'standard, base: gave-view }');
  const rows = [
    ...times(3, 'Agree', '', 'Young'),
    ...times(1, "Don't know", '', 'Young'),
    ...times(2, "Don't know", '', 'Middling'),
    ...times(14, 'Agree', '', 'Middling'),
    ...times(12, 'Disagree', '', 'Old'),
  ];
  const responses = await collect(views, [[header, ...rows]]);
  const published = publish(analyse(responses), responses);
  expect(shown(group(published, 'view', 'age', 'young'))).toMatchObject({
    'dont-know': null,
    'agree-2': null,
  });
});

/** Everything that is published of one item as equations, by role and by age within role. */
function equationsOf(
  published: Analysis,
  question: string,
): { equations: Equation[]; hidden: Map<string, string> } {
  const equations: Equation[] = [];
  const hidden = new Map<string, string>();
  const tables = published.breakdowns.filter((one) => one.question === question);
  const say = (names: readonly string[], sum: number | null) => {
    if (sum !== null) equations.push({ names, sum });
  };
  const describeRow = (row: string, { options, nets, base, states }: Distribution) => {
    const name = (id: string) => `${row}/${id}`;
    for (const { id, figure } of options) {
      say([name(id)], figure.count);
      if (figure.count === null) hidden.set(name(id), figure.id);
    }
    for (const net of nets) {
      say(
        options.filter(({ label }) => net.options.includes(label)).map(({ id }) => name(id)),
        net.figure.count,
      );
    }
    say(
      options.map(({ id }) => name(id)),
      base.count,
    );
    say(
      options.filter(({ side }) => side !== 'outside').map(({ id }) => name(id)),
      states.option,
    );
  };
  const optionIds = (table: Breakdown) => table.total.options.map(({ id }) => id);
  for (const table of tables) {
    for (const one of table.groups) describeRow(`${table.by}=${one.id}`, one);
    if (table.byQuestions.length > 1) continue;
    describeRow('all', table.total);
    for (const id of optionIds(table)) {
      const total = table.total.options.find((option) => option.id === id)?.figure.count ?? null;
      const own = table.groups.map((one) => `${table.by}=${one.id}/${id}`);
      say([...own, `${table.by}=none/${id}`], total);
      for (const one of table.groups) {
        const others = one.options.find((option) => option.id === id)?.difference?.others;
        const rest = own.filter((name) => name !== `${table.by}=${one.id}/${id}`);
        if (others) say(rest, others.count);
      }
    }
  }
  for (const inner of tables.filter(({ byQuestions }) => byQuestions.length > 1)) {
    for (const outer of tables.find(({ by }) => by === 'role')?.groups ?? []) {
      for (const id of optionIds(inner)) {
        const within = inner.groups.filter((one) => one.id.startsWith(`${outer.id}+`));
        const sum = outer.options.find((option) => option.id === id)?.figure.count ?? null;
        say(
          [...within.map((one) => `${inner.by}=${one.id}/${id}`), `${inner.by}=${outer.id}+none/${id}`],
          sum,
        );
      }
    }
  }
  return { equations, hidden };
}

/**
 * What fewer than ten in no group said: the total, or the group around them, less the groups that are shown. But for a question that
 * makes groups itself: of these it is shown how many left the other question blank.
 */
function leftOf(whole: Analysis<number>, published: Analysis, question: string): Map<string, number> {
  const tables = whole.breakdowns.filter((one) => one.question === question);
  const isTurned = ({ by }: Breakdown<number>) =>
    whole.breakdowns.some((one) => one.by === question && one.question === by);
  return new Map(
    tables
      .filter((one) => !isTurned(one))
      .flatMap(({ by, byQuestions, total, groups }) => {
        const seen = published.breakdowns.find((one) => one.by === by && one.question === question)?.groups;
        const listed = groups.filter(({ id }) => seen?.some((one) => one.id === id));
        const isNested = byQuestions.length > 1;
        const outer = tables.find((one) => one.by === byQuestions[0]?.id)?.groups ?? [];
        const given = total.options.filter(({ figure }) => figure.count > 0).length;
        return (isNested ? outer : [{ id: '', ...total }]).flatMap((around) => {
          const within = listed.filter(({ id }) => !isNested || id.startsWith(`${around.id}+`));
          const countOf = (one: Distribution<number>, id: string) =>
            one.options.find((option) => option.id === id)?.figure.count ?? 0;
          const left = around.options.map(({ id }) => {
            const count = countOf(around, id) - within.reduce((sum, one) => sum + countOf(one, id), 0);
            return [`${by}=${isNested ? `${around.id}+` : ''}none/${id}`, count] as const;
          });
          const size = left.reduce((sum, [, count]) => sum + count, 0);
          const isTold = given < 2 || size === total.base.count;
          // Groups of which none is listed within them are shown whole or hidden whole themselves.
          return size > 9 || isTold || within.length === 0 ? [] : left.filter(([, count]) => count > 0);
        });
      }),
  );
}

/** The options of a profile that somebody gave: of the others a 0 is shown, so that it is known of the hidden ones too. */
function givenIn({ questions }: Analysis<number>, question: string): string[] {
  const options = questions.find(({ id }) => id === question)?.items[0]?.options ?? [];
  const given = options.filter(({ figure }) => figure.count > 0);
  return given.length > 1 ? given.map(({ id }) => `all/${id}`) : [];
}

const pick = (...texts: string[]) => fc.constantFrom(...texts);
const row = fc.tuple(
  pick('Strongly agree', 'Agree', 'Agree', 'Disagree', "Don't know", ''),
  pick('Parent', 'Parent', 'School', 'Other', ''),
  pick('Young', 'Middling', 'Middling', 'Old', 'Prefer not to say', ''),
  pick('Post', 'Web', 'Post;Web', ''),
  pick('1', '2', ''),
);

test.each([
  ['[role]', 45],
  ['[age]', 45],
  ['[role, age]', 30],
  ['[[role, age]]', 25],
] as const)(
  'whoever solves for a hidden count from all that is published finds at least two values: breakdowns %s',
  async (breakdowns, maxLength) => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 6, maxLength }), async (rows) => {
        const { whole, published } = await both(rows, breakdowns);
        const truth = new Map(
          whole.breakdowns.flatMap(({ total, groups }) =>
            [total, ...groups].flatMap(({ options }) =>
              options.map(({ figure }) => [figure.id, figure.count] as const),
            ),
          ),
        );
        for (const question of ['view', 'role', 'age']) {
          const { equations, hidden } = equationsOf(published, question);
          const left = leftOf(whole, published, question);
          for (const name of question === 'age' ? givenIn(whole, question) : [])
            if (hidden.has(name)) equations.push({ names: [name], sum: 1, atLeast: true });
          const likely = new Map([
            ...left,
            ...[...hidden].map(([name, id]) => [name, truth.get(id) ?? 0] as const),
          ]);
          for (const [name, id] of hidden)
            expect(canDiffer(name, likely, equations, rows.length), id).toBe(true);
          for (const name of left.keys())
            expect(canDiffer(name, likely, equations, rows.length), `${question} ${name}`).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  },
  120_000,
);

/** What a person says to each of three questions: weights are raked by the first, the second makes the groups. */
type Person = readonly [sex: string, age: string, clear: string];

/**
 * Everything that is published of weighted results, as equations. How many of each weight are in a group and gave an answer are numbers
 * of their own (`Young: Female, Yes`): where what some weigh is published, that is how many of each weight they are. `hidden` are all the
 * numbers of people that are not shown.
 */
function weightedEquations(published: Analysis, people: readonly Person[]) {
  const [sexes, ages, clears] = [
    ['Female', 'Male', ''],
    ['Young', 'Old', ''],
    ['Yes', 'No', ''],
  ] as const;
  const equations: Equation[] = [];
  const hidden = new Set<string>();
  const truth = new Map<string, number>();
  const cells = ages.flatMap((age) => sexes.flatMap((sex) => clears.map((clear) => ({ age, sex, clear }))));
  const nameOf = ({ sex, age, clear }: (typeof cells)[number]) => `${age}: ${sex}, ${clear}`;
  for (const [sex, age, clear] of people) {
    const name = `${age}: ${sex}, ${clear}`;
    truth.set(name, (truth.get(name) ?? 0) + 1);
  }
  const sumOf = (names: readonly string[]) => names.reduce((sum, name) => sum + (truth.get(name) ?? 0), 0);
  const say = (
    name: string,
    some: typeof cells,
    { count, weighted }: { count: number | null; weighted?: number | null | undefined },
  ) => {
    const names = some.map(nameOf);
    if (count !== null) equations.push({ names, sum: sumOf(names) });
    else {
      hidden.add(name);
      truth.set(name, people.length - sumOf(names));
      equations.push({ names: [...names, name], sum: people.length });
    }
    for (const sex of typeof weighted === 'number' ? sexes : []) {
      const own = some.filter((one) => one.sex === sex).map(nameOf);
      if (own.length > 0) equations.push({ names: own, sum: sumOf(own) });
    }
  };
  const sayAll = (id: 'sex' | 'age' | 'clear', of: string, { options, base, states }: Distribution) => {
    const own = cells.filter(({ age }) => of === 'all' || age === of);
    for (const { label, figure } of options)
      say(
        `${of}: ${label}`,
        own.filter((one) => one[id] === label),
        figure,
      );
    const answered = own.filter((one) => one[id] !== '');
    say(`${of}: base of ${id}`, answered, base);
    say(`${of}: answered ${id}`, answered, { count: states.option });
    say(
      `${of}: no reply to ${id}`,
      own.filter((one) => one[id] === ''),
      { count: states.blank },
    );
  };
  for (const id of ['sex', 'age', 'clear'] as const) {
    const item = published.questions.find((one) => one.id === id)?.items[0];
    if (item) sayAll(id, 'all', item);
    const groups = published.breakdowns.find(({ question }) => question === id)?.groups ?? [];
    for (const one of groups) sayAll(id, one.label, one);
    // Of a table of which nothing can be shown how many are in its groups is left out, though it may follow.
    if (groups.every(({ base }) => base.count === null))
      for (const { label } of groups)
        for (const size of [`base of ${id}`, `answered ${id}`, `no reply to ${id}`])
          hidden.delete(`${label}: ${size}`);
  }
  return { equations, hidden, truth };
}

test('whoever solves for a hidden number of weighted results, be it a base or of those without a reply, finds two values', async () => {
  const person = fc.tuple(
    pick('Female', 'Female', 'Female', 'Male', 'Male', 'Male', ''),
    pick('Young', 'Young', 'Old', 'Old', 'Old', ''),
    pick('Yes', 'Yes', 'No', ''),
  );
  const weighted = `
title: T
report: { disclosure: standard }
weight: { rake: { sex: { Female: 60, Male: 40 } } }
questions:
  - { id: sex, kind: choice, column: Sex, options: [Female, Male], profile: true }
  - { id: age, kind: choice, column: Age, options: [Young, Old], profile: true }
  - { id: clear, kind: choice, column: Clear, options: ['Yes', 'No'] }
breakdowns: [age]`;
  let open = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(person, { minLength: 15, maxLength: 50 }), async (people) => {
      fc.pre(['Female', 'Male'].every((sex) => people.filter(([own]) => own === sex).length > 4));
      const responses = await collect(weighted, [[['Sex', 'Age', 'Clear'], ...people]]);
      const { analysis: published } = publishWeightedOrNot(analyse(responses), responses);
      const { equations, hidden, truth } = weightedEquations(published, people);
      for (const name of hidden)
        expect([name, canDiffer(name, truth, equations, people.length)]).toEqual([name, true]);
      open += typeof published.breakdowns[0]?.total.base.weighted === 'number' ? hidden.size : 0;
    }),
    { numRuns: 40 },
  );
  expect(open).toBeGreaterThan(100);
}, 200_000);

const isHiddenFigure = ({ figure }: OptionFigure) => figure.count === null;

test('hardly more is hidden than must be, to a count', async () => {
  const cell = fc.oneof(fc.nat({ max: 4 }), fc.nat({ max: 30 }), fc.integer({ min: 5, max: 40 }));
  const line = fc.array(cell, { minLength: 3, maxLength: 3 });
  const large = line.filter((groups) => groups.reduce((sum, count) => sum + count, 0) >= 10);
  const tables = fc.sample(fc.array(large, { minLength: 3, maxLength: 3 }), { numRuns: 400, seed: 2025 });
  let [hidden, fewest, exact, most] = [0, 0, 0, 0];
  for (const table of tables) {
    const rows = table.flatMap((answers, nth) =>
      answers.flatMap((count, answer) =>
        times(count, ['Post', 'Web', 'Friends'][answer] ?? '', ['Parent', 'School', 'Other'][nth] ?? ''),
      ),
    );
    const choices = definition('[role]').replace(
      /kind: scale.*options: \[.*\]/u,
      'kind: choice, column: View',
    );
    const responses = await collect(choices, [[header, ...rows]]);
    const published = publish(analyse(responses), responses);
    const groups = published.breakdowns.find(({ question }) => question === 'view')?.groups ?? [];
    const own = groups.flatMap(({ options }) => options).filter(({ figure }) => figure.count === null).length;
    const least = fewestHidden(table, isSmall);
    if (least === undefined) continue;
    expect(own).toBeGreaterThanOrEqual(least);
    hidden += own;
    fewest += least;
    exact += own === least ? 1 : 0;
    most = Math.max(most, own - least);
  }
  expect(hidden / fewest).toBeLessThan(1.05);
  expect(exact / tables.length).toBeGreaterThan(0.8);
  expect(most).toBeLessThan(4);
});

test('counts of groups are hidden sooner than those of all, of whom most is said', async () => {
  const byRole = { Parent: [60, 50, 40], School: [30, 25, 20], '': [3, 3, 2] };
  const rows = Object.entries(byRole).flatMap(([role, counts]) =>
    ['Young', 'Middling', 'Old'].flatMap((age, nth) => times(counts[nth] ?? 0, 'Agree', role, age)),
  );
  const { published } = await both(rows, '[role]');
  expect(shown(published.questions.find(({ id }) => id === 'age')?.items[0])).toMatchObject({
    young: 93,
    middling: 78,
    old: 62,
  });
  expect(Object.values(shown(group(published, 'age', 'role', 'school')))).toContain(null);
});

test('groups within groups take hardly anything from the groups around them', async () => {
  const person = fc.tuple(
    pick('Strongly agree', 'Agree', 'Agree', 'Agree', 'Disagree', "Don't know"),
    pick('Parent', 'Parent', 'Parent', 'School', 'School', 'Other'),
    pick('Young', 'Young', 'Young', 'Middling', 'Middling', 'Middling', 'Old'),
    pick('Post', 'Web'),
    pick('1', '2'),
  );
  const surveys = fc.sample(fc.array(person, { minLength: 150, maxLength: 150 }), { numRuns: 12, seed: 12 });
  const hiddenOf = async (rows: readonly string[][], breakdowns: string) => {
    const { published } = await both(rows, breakdowns);
    const groups = published.breakdowns.filter(({ by }) => by === 'role').flatMap((one) => one.groups);
    return groups.flatMap(({ options, nets }) => [...options, ...nets]).filter(isHiddenFigure).length;
  };
  let [plain, nested] = [0, 0];
  for (const rows of surveys) {
    plain += await hiddenOf(rows, '[role]');
    nested += await hiddenOf(rows, '[[role, age]]');
  }
  expect(plain).toBeGreaterThan(0);
  expect(nested / plain).toBeLessThan(1.1);
});

describe('the audit fails a run that shows', () => {
  const rows = [
    ...times(20, 'Agree', 'Parent', 'Old'),
    ...times(8, 'Disagree', 'Parent', 'Young'),
    ...times(14, 'Agree', 'School', 'Old'),
    ...times(3, 'Disagree', 'School', 'Young'),
  ];
  async function run(change: (published: Analysis, whole: Analysis<number>) => Analysis) {
    const { responses, whole, published } = await both(rows, '[role]');
    const tables = tabulate(whole, responses, { count: 4, group: 10 });
    const alternatives = protect(tables, true);
    return () => audit(change(published, whole), whole, tables, alternatives);
  }
  const withGroups = (
    published: Analysis,
    groups: (groups: Breakdown['groups'], nth: number) => Breakdown['groups'],
  ) => ({
    ...published,
    breakdowns: published.breakdowns.map((one, nth) => ({ ...one, groups: groups(one.groups, nth) })),
  });

  test('nothing that it should not', async () => {
    expect(await run((published) => published)).not.toThrow();
  });

  test('a count that is to be hidden', async () => {
    expect(
      await run((published, whole) => withGroups(published, (_, nth) => whole.breakdowns[nth]?.groups ?? [])),
    ).toThrow('could be worked out');
  });

  test('how far a group is from others of which a count is hidden', async () => {
    const told = await run((published, whole) =>
      withGroups(published, (groups, nth) =>
        groups.map((one, index) => ({
          ...one,
          options: one.options.map((option) => {
            const own = whole.breakdowns[nth]?.groups[index]?.options.find(({ id }) => id === option.id);
            return own?.difference ? { ...option, difference: own.difference } : option;
          }),
        })),
      ),
    );
    expect(told).toThrow('could be worked out');
  });
});

test('no small count is shown of any group, unless the totals of all say it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 20, maxLength: 60 }), async (rows) => {
      await both(rows, '[age, [role, age], heard]');
      const { published } = await both(rows, '[role, age]');
      for (const { question, groups, total } of published.breakdowns) {
        const given = total.options.filter(({ figure }) => figure.count !== 0).length;
        const filled = groups.filter(({ base }) => base.count !== 0).length;
        if (question === 'heard' || given < 2 || filled < 2) continue;
        for (const { figure } of groups.flatMap(({ options, nets }) => [...options, ...nets]))
          expect([figure.id, isSmall(figure.count)]).toEqual([figure.id, false]);
      }
    }),
    { numRuns: 40 },
  );
});

function isSmall(count: number | null): boolean {
  return count !== null && count >= 1 && count <= 4;
}

describe('where few left the question that makes the groups blank', () => {
  const people = [
    ...times(15, 'Agree', 'Parent'),
    ...times(15, 'Disagree', 'Parent'),
    ...times(15, 'Agree', 'School'),
    ...times(15, 'Disagree', 'School'),
  ];

  test('what one of them said is not what the groups leave of the total', async () => {
    const { published } = await both([...people, ...times(1, 'Agree', '')], '[role]');
    const groups = ['parent', 'school'].map((id) => shown(group(published, 'view', 'role', id)));
    expect(groups.map(({ 'agree-2': agree }) => agree)).toContain(null);
    expect(groups.map(({ disagree }) => disagree)).toContain(null);
    expect(published.disclosure).toMatchObject({ hidden: 4, of: 52 });
    expect(published.notes).toContainEqual({
      code: 'few-in-no-group',
      questions: [{ id: 'role', text: 'Role' }],
      isNested: false,
      limit: 10,
    });
  });

  test('how far groups are from the others does not tell it either', async () => {
    const { published } = await both([...people, ...times(1, 'Agree', '')], '[role]');
    const groups = published.breakdowns.find(({ question }) => question === 'view')?.groups ?? [];
    for (const { options, nets } of groups)
      for (const one of [...options, ...nets].filter(({ id }) => /agree/u.test(id)))
        if (one.figure.count !== 0) expect(one.difference).toBeUndefined();
  });

  test('no mean of a number gives theirs away', async () => {
    const years = (role: string, ...some: string[]) => some.map((one) => ['', role, '', '', one]);
    const ten = Array.from({ length: 10 }, (_, nth) => String(nth));
    const { published } = await both(
      [...years('Parent', ...ten, '12'), ...years('School', ...ten), ...years('', '40')],
      '[role]',
    );
    const means = ['parent', 'school'].map((id) => group(published, 'years', 'role', id)?.numbers?.mean);
    expect(means.filter((mean) => mean === null)).toHaveLength(1);
  });

  test('nothing is hidden for their sake where they are as many as a group that is shown', async () => {
    const { published } = await both([...people, ...times(10, 'Agree', '')], '[role]');
    expect(published.disclosure).toMatchObject({ hidden: 0 });
    expect(published.notes.map(({ code }) => code)).not.toContain('few-in-no-group');
  });
});

test('those whom groups within groups leave of the group around them are hidden where they are few, and the sizes are not listed', async () => {
  const rows = [
    ...times(20, 'Agree', 'Parent', 'Young'),
    ...times(15, 'Disagree', 'Parent', 'Young'),
    ...times(15, 'Agree', 'Parent', 'Old'),
    ...times(15, 'Disagree', 'Parent', 'Old'),
    ...times(2, 'Disagree', 'Parent', 'Middling'),
    ...times(1, 'Disagree', 'Parent', ''),
    ...times(30, 'Agree', 'School', 'Old'),
    ...times(30, 'Disagree', 'School', 'Old'),
  ];
  const { published } = await both(rows, '[[role, age]]');
  const inner = ['young', 'old'].map((age) => shown(group(published, 'view', 'role+age', `parent+${age}`)));
  expect(inner.map(({ disagree }) => disagree)).toContain(null);
});
