import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Analysis, Distribution } from '../../src/analysis/analysis.ts';
import { analyse } from '../../src/analysis/analyse.ts';
import { publish } from '../../src/analysis/disclosure/publish.ts';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { tablesDocument } from '../../src/report/tables/tables.ts';
import { UserError } from '../../src/intake/user-error.ts';
import { publishWeightedOrNot } from '../../src/analysis/disclosure/ways-out.ts';
import { collect } from '../support/survey.ts';
import { type Equation, canSumDiffer } from './disclosure-solver.ts';

const definition = (breakdowns: string, questions: string) => `
title: T
breakdowns: ${breakdowns}
questions:
${questions}
`;

/** Age is asked of residents. */
const profiles = `
  - { id: resident, kind: choice, column: Resident, options: ["Yes", "No"], profile: true }
  - { id: age, kind: choice, column: Age, options: [Young, Old], profile: true, asked: { resident: "Yes" } }
  - { id: view, kind: choice, column: View, options: [Agree, Disagree] }
`;

/** Who is a resident, of what age, and what they think. */
type Kind = readonly [resident: string, age: string, view: string];

const answers = { resident: ['Yes', 'No', ''], age: ['Young', 'Old', ''], view: ['Agree', 'Disagree', ''] };

/** Every sort of respondent that there may be: nobody who is not asked for their age says it, and a row of blanks is no response. */
const kinds: readonly Kind[] = answers.resident
  .flatMap((resident) =>
    (resident === 'Yes' ? answers.age : ['']).flatMap((age) =>
      answers.view.map((view): Kind => [resident, age, view]),
    ),
  )
  .filter((kind) => kind.join('') !== '');

type Which = (kind: Kind) => boolean;

const addUp = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

const place = { resident: 0, age: 1, view: 2 } as const;
type Id = keyof typeof place;

const published = async (breakdowns: string, questions: string, columns: string[], rows: string[][]) => {
  const responses = await collect(definition(breakdowns, questions), [[columns, ...rows]]);
  return publish(analyse(responses), responses);
};

/** All that is published, as equations over how many there are of each sort, and what is hidden. */
function equationsOf({ questions, breakdowns }: Analysis, size: number, countOf: (which: Which) => number) {
  const equations: Equation[] = [{ names: kinds.map(String), sum: size }];
  const hidden: { readonly id: string; readonly which: Which }[] = [];
  const say = (which: Which, sum: number | null | undefined) => {
    if (sum !== null && sum !== undefined) equations.push({ names: kinds.filter(which).map(String), sum });
  };
  const describeRow = (id: Id, isIn: Which, { options, base, states }: Distribution) => {
    const said = (kind: Kind) => kind[place[id]];
    const isNotAsked: Which = (kind) => id === 'age' && kind[0] !== 'Yes';
    const isOfAll = kinds.every(isIn);
    const given = options.filter(({ label }) => countOf((kind) => said(kind) === label) > 0);
    for (const { label, figure } of options) {
      const which: Which = (kind) => isIn(kind) && said(kind) === label;
      say(which, figure.count);
      // That nobody answered who was not asked is no secret.
      if (figure.count === null && kinds.some(which)) hidden.push({ id: figure.id, which });
      // Of all responses a 0 is shown, unless everybody gave the same answer.
      if (figure.count === null && isOfAll && base.count !== null && given.length > 1)
        equations.push({ names: kinds.filter(which).map(String), sum: 1, atLeast: true });
    }
    const hasSaid: Which = (kind) => isIn(kind) && said(kind) !== '';
    say(hasSaid, base.count);
    say(hasSaid, states.option);
    say((kind) => isIn(kind) && said(kind) === '' && !isNotAsked(kind), states.blank);
    say((kind) => isIn(kind) && isNotAsked(kind), states.notAsked);
  };
  const left: Which[][] = [];
  for (const { id, items } of questions) for (const item of items) describeRow(id as Id, () => true, item);
  for (const { question, by, groups, ungrouped } of breakdowns) {
    const [id, maker] = [question as Id, by as Id];
    say((kind) => kind[place[maker]] === '', ungrouped);
    // What those in no group think would be what the groups leave of the total.
    const isLeft =
      (label: string): Which =>
      (kind) =>
        kind[place[maker]] === '' && kind[place.view] === label;
    if (question === 'view') left.push(answers.view.slice(0, 2).map(isLeft));
    for (const group of groups) {
      const isIn: Which = (kind) => kind[place[maker]] === group.label;
      describeRow(id, isIn, group);
      for (const { label, difference } of group.options) {
        const isOther: Which = (kind) => !isIn(kind) && kind[place[maker]] !== '';
        say((kind) => isOther(kind) && kind[place[id]] === label, difference?.others.count);
        say((kind) => isOther(kind) && kind[place[id]] !== '', difference?.others.base);
      }
    }
  }
  return { equations, hidden, left };
}

/** Of 11 responses, of whom 10 were asked, there are no others: it is known that 10 or more were, and that somebody was not. */
const refusedOf = (rows: readonly unknown[]) => (error: unknown) => {
  expect(error).toBeInstanceOf(UserError);
  expect(rows).toHaveLength(11);
  return undefined;
};

/** Whether nothing hidden can be worked out of responses of which there are so many of each of `kinds`, in the breakdowns given. */
async function expectNothingTold(breakdowns: string, all: readonly number[]) {
  const rows = kinds.flatMap((kind, nth) => Array.from({ length: all[nth] ?? 0 }, () => [...kind]));
  if (rows.length === 0) return;
  const seen = await published(breakdowns, profiles, ['Resident', 'Age', 'View'], rows).catch(
    refusedOf(rows),
  );
  if (seen === undefined) return;
  const truth = new Map(kinds.map((kind, nth) => [String(kind), all[nth] ?? 0]));
  const countOf = (which: Which) => addUp(kinds.map((kind, nth) => (which(kind) ? (all[nth] ?? 0) : 0)));
  const { equations, hidden, left } = equationsOf(seen, rows.length, countOf);
  const rest = left
    .filter(
      (sides) =>
        addUp(sides.map(countOf)) < 10 && addUp(sides.map(countOf)) < countOf((kind) => kind[2] !== ''),
    )
    .flatMap((sides) => sides.filter((which) => countOf(which) > 0))
    .map((which) => ({ id: 'in no group', which }));
  const isOne =
    new Set(kinds.filter((kind, nth) => kind[2] !== '' && (all[nth] ?? 0) > 0).map((kind) => kind[2])).size <
    2;
  for (const { id, which } of [...hidden, ...(isOne ? [] : rest)]) {
    const isOpen = canSumDiffer(kinds.filter(which).map(String), truth, equations);
    expect(isOpen, `${id} of ${all.join(' ')}`).toBe(true);
  }
}

test.each(['[age]', '[resident]', '[resident, age]'])(
  'of a question that only some are asked nothing hidden can be worked out, in profiles neither: breakdowns %s',
  async (breakdowns) => {
    const few = fc.oneof(fc.constant(0), fc.nat({ max: 4 }), fc.integer({ min: 5, max: 14 }));
    const counts = fc.array(few, { minLength: kinds.length, maxLength: kinds.length });
    await fc.assert(
      fc.asyncProperty(counts, async (all) => expectNothingTold(breakdowns, all)),
      { numRuns: 200 },
    );
  },
  120_000,
);

test('of eleven responses of which ten were asked nothing is shown, as there are no others', async () => {
  const rows = [...Array.from({ length: 10 }, () => ['Yes', 'Young', 'Agree']), ['No', '', 'Agree']];
  const columns = ['Resident', 'Age', 'View'];
  await expect(published('[resident, age]', profiles, columns, rows)).rejects.toThrow(UserError);
});

test.each(['[age]', '[resident]', '[resident, age]'])(
  'nor of any one response or any two: breakdowns %s',
  async (breakdowns) => {
    for (const one of kinds.keys())
      for (const other of [undefined, ...kinds.keys()])
        await expectNothingTold(
          breakdowns,
          kinds.map((_, nth) => Number(nth === one) + Number(nth === other)),
        );
  },
  120_000,
);

const times = (count: number, ...cells: string[]) => Array.from({ length: count }, () => cells);
const counts = ({ options }: Distribution) => options.map(({ figure }) => figure.count);

describe('where few were not asked', () => {
  const rows = ['Young', 'Old'].flatMap((age) => [
    ...times(37, 'Yes', age, 'Agree'),
    ...times(30, 'Yes', age, 'Disagree'),
  ]);
  const few = [...times(2, 'No', '', 'Agree'), ...times(2, 'No', '', 'Disagree')];

  test('the profile of those who were is shown, as the breakdown by it is, and only how many they are is hidden', async () => {
    const columns = ['Resident', 'Age', 'View'];
    const { questions, breakdowns } = await published('[age]', profiles, columns, [...rows, ...few]);
    const [resident, age] = questions.flatMap(({ items }) => items);
    expect(resident && counts(resident)).toEqual([null, null]);
    expect(age && counts(age)).toEqual([67, 67]);
    expect(age?.states).toMatchObject({ blank: null, notAsked: null });
    // What the four said of the view is what the groups leave of the total.
    const views = breakdowns.find(({ question }) => question === 'view')?.groups.map(counts) ?? [];
    expect(views.flat().filter((count) => count === null)).toHaveLength(2);
  });
});

test('few of a group who were asked a question hide it in the group alone, not who is in the group nor other answers', async () => {
  const questions = `
  - { id: role, kind: choice, column: Role, options: [Parent, School], profile: true }
  - { id: resident, kind: choice, column: Resident, options: ["Yes", "No"] }
  - { id: asked, kind: choice, column: Asked, options: [Agree, Disagree], asked: { resident: "Yes" } }
  - { id: view, kind: choice, column: View, options: [Agree, Disagree] }
`;
  const rows = ['Agree', 'Disagree'].flatMap((view) => [
    ...times(60, 'Parent', 'Yes', 'Agree', view),
    ...times(62, 'Parent', 'Yes', 'Disagree', view),
    ...times(78, 'Parent', 'No', '', view),
    ...times(18, 'School', 'No', '', view),
  ]);
  const few = [
    ...times(2, 'School', 'Yes', 'Agree', 'Agree'),
    ...times(1, 'School', 'Yes', 'Disagree', 'Agree'),
  ];
  const columns = ['Role', 'Resident', 'Asked', 'View'];
  const seen = await published('[role]', questions, columns, [...rows, ...few]);
  const [role] = seen.questions.flatMap(({ items }) => items);
  expect(role && counts(role)).toEqual([400, 39]);
  const views = seen.breakdowns.find(({ question }) => question === 'view')?.groups ?? [];
  expect(views.map(counts)).toEqual([
    [200, 200],
    [21, 18],
  ]);
  expect(seen.disclosure).toMatchObject({ hidden: 8, of: 14 });
});

test('groups that only those can be in who gave one answer show it: whoever is in them must have given it', async () => {
  const analysis = await published(
    '[[heard, role]]',
    `
  - { id: role, kind: choice, column: Role, options: [Parent, School] }
  - { id: heard, kind: choice, column: Heard, options: [Post, Web], asked: { role: Parent } }
  - { id: view, kind: choice, column: View, options: [Agree, Disagree] }
`,
    ['Role', 'Heard', 'View'],
    [
      ...Array.from({ length: 3 }, () => ['Parent', 'Post', 'Agree']),
      ...Array.from({ length: 12 }, () => ['Parent', 'Web', 'Agree']),
      ...Array.from({ length: 7 }, () => ['Parent', 'Web', 'Disagree']),
      ...Array.from({ length: 20 }, () => ['School', '', 'Disagree']),
    ],
  );
  const of = (question: string, by: string) =>
    analysis.breakdowns
      .find((one) => one.question === question && one.by === by)
      ?.groups.map(({ id, options }) => [id, ...options.map(({ figure }) => figure.count)]);
  expect(of('role', 'heard')).toEqual([
    ['post', 3, 0],
    ['web', 19, 0],
  ]);
  expect(of('view', 'heard')).toEqual([
    ['post', null, null],
    ['web', 12, 7],
  ]);
  expect(of('view', 'heard+role')).toEqual([['web+parent', 12, 7]]);
  expect(analysis.notes.map(({ code }) => code)).not.toContain('withheld-tables');
});

test('how many were not asked for a number is hidden where a profile hides who was asked', async () => {
  const analysis = await published(
    '[]',
    `
  - { id: role, kind: choice, column: Role, options: [Carer, Other], profile: true }
  - { id: years, kind: number, column: Years, asked: { role: Carer } }
`,
    ['Role', 'Years'],
    [['Carer', '3'], ...Array.from({ length: 20 }, () => ['Other', ''])],
  );
  const [role, years] = analysis.questions.map(({ items }) => items[0]);
  expect(role?.options.map(({ figure }) => figure.count)).toEqual([null, null]);
  expect(years?.states).toMatchObject({ option: null, notAsked: null });
  expect([years?.base.count, years?.numbers?.n, years?.numbers?.mean]).toEqual([null, null, null]);
});

test('of a number about themselves nothing is shown where how many were asked it tells a small count; all else is', async () => {
  const { questions } = await published(
    '[]',
    `
  - { id: live, kind: choice, column: Live, options: ["Yes", "No"], profile: true }
  - { id: years, kind: number, column: Years, profile: true, asked: { live: "Yes" } }
  - { id: view, kind: choice, column: View, options: [Agree, Disagree] }
`,
    ['Live', 'Years', 'View'],
    [
      ...Array.from({ length: 40 }, (_, nth) => ['Yes', String(nth), nth % 3 === 0 ? 'Agree' : 'Disagree']),
      ...times(5, 'Yes', '', 'Agree'),
      ...times(3, 'No', '', 'Disagree'),
    ],
  );
  const [live, years, view] = questions.map(({ items }) => items[0]);
  expect(live?.options.map(({ figure }) => figure.count)).toEqual([null, null]);
  expect([years?.base.count, years?.numbers?.n, years?.numbers?.mean]).toEqual([null, null, null]);
  expect(view?.options.map(({ figure }) => figure.count)).toEqual([19, 29]);
});

describe('of a question that fewer than ten were asked, by way of who they are, nothing is shown', () => {
  const columns = ['Gender', 'View', 'Safe', 'Years', 'Ward'];
  const rows = (other: number) => [
    ...times(23, 'Man', 'Agree', '', '', 'North'),
    ...times(34, 'Woman', 'Disagree', '', '', 'South'),
    ...times(other, 'Other', 'Agree', 'Disagree', '4', 'North'),
  ];
  const seenOf = (other: number, safe: string, breakdowns = '[ward, safe]') =>
    published(
      breakdowns,
      `
  - { id: gender, kind: choice, column: Gender, options: [Man, Woman, Other], profile: true }
  - { id: view, kind: choice, column: View, options: [Agree, Disagree] }
  - { id: safe, kind: ${safe}, column: Safe, asked: { gender: Other } }
  - { id: years, kind: number, column: Years, asked: { safe: Disagree } }
  - { id: ward, kind: choice, column: Ward, options: [North, South] }
`,
      columns,
      rows(other),
    );
  const listed = 'choice, options: [Agree, Disagree]';

  test.each(['choice', listed, 'scale, scale: agreement'])('as a %s', async (kind) => {
    for (const other of [1, 3, 9]) {
      const seen = await seenOf(other, kind);
      const [safe, years] = [seen.questions[2]?.items[0], seen.questions[3]?.items[0]];
      for (const one of [safe, years]) {
        expect(one?.base.count).toBe(null);
        expect(Object.values(one?.states ?? {})).toEqual([null, null, null, null, null]);
      }
      expect(years?.numbers).toMatchObject({ n: null, mean: null });
      expect(
        [...(safe?.options ?? []), ...(safe?.nets ?? [])].map(({ figure }) => figure.count),
      ).not.toContain(other);
      const byNeither = ({ by, question }: (typeof seen.breakdowns)[number]) =>
        ![by, question].some((id) => ['safe', 'years'].includes(id));
      expect(seen.breakdowns.every(byNeither)).toBe(true);
      const text = renderMarkdown(tablesDocument(seen));
      expect(text).toContain('Nothing is shown of “Safe” and “Years”: so few were asked');
      // What somebody said is not told by its being an option either.
      if (kind === 'choice')
        expect(text.split('**Safe**')[1]?.split('**Years**')[0]).not.toContain('Disagree');
    }
  });

  test('nor of one that nobody was asked by way of it, and all of them are counted as hidden', async () => {
    for (const kind of [listed, 'choice']) {
      const seen = await published(
        '[]',
        `
  - { id: gender, kind: choice, column: Gender, options: [Man, Woman, Other], profile: true }
  - { id: safe, kind: ${kind}, column: Safe, asked: { gender: Other } }
  - { id: years, kind: number, column: Years, asked: { safe: Agree } }
`,
        columns,
        rows(7).map((row) => row.map((cell, nth) => (nth === 3 ? '' : cell))),
      );
      const [, safe, years] = seen.questions.map(({ items }) => items[0]);
      expect([safe?.states.notAsked, years?.states.notAsked, years?.base.count]).toEqual([null, null, null]);
      expect(seen.disclosure).toMatchObject(kind === 'choice' ? { hidden: 2, of: 5 } : { hidden: 3, of: 6 });
    }
  });

  test('but of ten it is, as of all who were asked', async () => {
    const seen = await seenOf(10, listed, '[]');
    expect(seen.questions[2]?.items.flatMap(counts)).toEqual([0, 10]);
  });
});

test('a small count is hidden where it decides who is asked a question that leads to another', async () => {
  const questions = `
  - { id: gender, kind: choice, column: Gender, options: [Man, Woman, Other], profile: true }
  - { id: which, kind: choice, column: Which, options: [Hearing, Vision], asked: { gender: Other } }
  - { id: how, kind: choice, column: How, options: [Glasses, Dog], asked: { which: Vision } }
`;
  const rows = [
    ...times(1, 'Man', '', ''),
    ...times(24, 'Other', 'Hearing', ''),
    ...times(16, 'Other', 'Vision', 'Glasses'),
    ...times(13, 'Other', 'Vision', 'Dog'),
  ];
  const { questions: seen } = await published('[]', questions, ['Gender', 'Which', 'How'], rows);
  const [gender, which] = seen.flatMap(({ items }) => items);
  expect([gender, which].map((item) => item && counts(item))).toEqual([
    [null, 0, null],
    [null, 29],
  ]);
  expect(which?.states.notAsked).toBe(null);
});

test('of a profile that fewer than five answered it is not shown how many did: “If yes, which?” was asked of as many', async () => {
  const questions = `
  - { id: disability, kind: choice, column: Disability, options: ["Yes", "No"], profile: true }
  - { id: which, kind: choice, column: 'If yes, which?', profile: true }
`;
  const seenOf = (yes: number) =>
    published(
      '[]',
      questions,
      ['Disability', 'If yes, which?'],
      [...times(40, 'No', ''), ...times(yes - 1, 'Yes', 'Hearing'), ...times(1, 'Yes', 'Vision')],
    );
  const [, few] = (await seenOf(4)).questions;
  expect(few?.items[0]).toMatchObject({ options: [], base: { count: null }, states: { blank: null } });
  const [, more] = (await seenOf(9)).questions;
  expect(more?.items[0]).toMatchObject({ base: { count: 9 }, states: { blank: 40 } });
});

test('nothing is shown where another question, read from the same column, tells how few answered a profile', async () => {
  const both = `
  - { id: role, kind: choice, column: Role, options: [Parent, School], profile: true }
  - { id: group, kind: choice, column: Role, options: [Parent, School] }`;
  const rows = (schools: number) =>
    Array.from({ length: 30 }, (_, nth) => [nth < schools ? 'School' : '', 'x']);
  for (const few of [rows(4), [...rows(2), ['Parent', 'x']], [...rows(6), ['Parent', 'x']]])
    await expect(published('[]', both, ['Role', 'N'], few)).rejects.toThrow('could be worked out');
  const { questions } = await published('[]', both, ['Role', 'N'], rows(5));
  expect(questions.map(({ items }) => items[0]?.base.count)).toEqual([5, 5]);
});

test('where responses are weighted, who was not asked answers in no other responses, so that what all gave away is not hidden', async () => {
  const weighted = `
title: T
weight: { rake: { age: { Old: 50, Young: 50 } } }
report: { disclosure: strict, minimumBase: 12 }
questions:
  - { id: role, kind: choice, column: Role, options: [A, B] }
  - { id: view, kind: scale, scale: agreement, column: View, options: [Agree, Disagree], asked: { role: A } }
  - { id: age, kind: choice, column: Age, profile: true, options: [Young, Old] }
breakdowns: [role]
`;
  const rows = [
    ['Role', 'View', 'Age'],
    ...times(1, 'A', 'Agree', ''),
    ...times(3, 'A', 'Agree', 'Old'),
    ...times(1, 'A', 'Agree', 'Young'),
    ...times(2, 'A', 'Disagree', 'Old'),
    ...times(1, 'A', 'Disagree', 'Young'),
    ...times(4, 'B', '', ''),
    ...times(26, 'B', '', 'Old'),
    ...times(18, 'B', '', 'Young'),
  ];
  const responses = await collect(weighted, [rows]);
  const { analysis } = publishWeightedOrNot(analyse(responses), responses);
  const [a] = analysis.breakdowns.find(({ question }) => question === 'view')?.groups ?? [];
  expect([a?.base.count, ...(a ? counts(a) : [])]).toEqual([8, 5, 3]);
});
