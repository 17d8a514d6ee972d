import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/analysis/analyse.ts';
import { fewAsked, withoutFew } from '../../src/analysis/disclosure/few-asked.ts';
import { protectedTables } from '../../src/analysis/disclosure/protect.ts';
import { publish } from '../../src/analysis/disclosure/publish.ts';
import { publishWeightedOrNot } from '../../src/analysis/disclosure/ways-out.ts';
import { withRounded } from '../../src/analysis/disclosure/rounded.ts';
import { sentenceText } from '../../src/render/inline.ts';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { tablesDocument } from '../../src/report/tables/tables.ts';
import { describeNote } from '../../src/report/words/note-words.ts';
import { UserError } from '../../src/intake/user-error.ts';
import type { Responses } from '../../src/responses/responses.ts';
import { collect } from '../support/survey.ts';
import { differences, otherResponses } from './other-responses.ts';

const header = ['View', 'Clear', 'Role', 'Age', 'Area', 'Heard', 'Years', 'Kind', 'Weight', 'Text'];

const definition = (setup: {
  breakdowns: string;
  weight: string;
  declared: boolean;
  base: string;
  asked: string;
  kind?: string;
}) => `
title: T
report: { disclosure: standard, base: ${setup.base} }
respondent: { kind: { column: ${setup.kind ?? 'Kind'}, individual: [I, Parent], organisation: [O, School] }${setup.weight === 'column' ? ', weight: Weight' : ''} }
${setup.weight === 'rake' ? 'weight: { rake: { age: { Young: 30, Middling: 40, Old: 30 } } }' : ''}
questions:
  - { id: view, kind: scale, scale: agreement, column: View, options: [Strongly agree, Agree, Neither agree nor disagree, Disagree, Don't know] }
  - { id: clear, kind: scale, scale: clarity, column: Clear }
  - { id: role, kind: choice, column: Role${setup.declared ? ', options: [Parent, School, Other]' : ''} }
  - { id: age, kind: choice, column: Age, options: [Young, Middling, Old], profile: true, population: { Young: 30, Middling: 40, Old: 30 }${setup.asked === 'age' ? ', asked: { area: South }' : ''} }
  - { id: area, kind: choice, column: Area${setup.declared ? ', options: [North, South]' : ''}${setup.asked === 'none' ? '' : ', profile: true'} }
  - { id: heard, kind: multiple, column: Heard, separator: ";", options: [Post, Web, Friends]${setup.asked === 'heard' ? ', asked: { age: [Middling, Old] }' : ''} }
  - { id: years, kind: number, column: Years${setup.asked === 'heard' ? ', asked: { heard: Post }' : ''} }
  - { id: why, kind: text, column: Text }
breakdowns: ${setup.breakdowns}
`;

const pick = (...texts: string[]) => fc.constantFrom(...texts);
const row = fc.tuple(
  pick('Strongly agree', 'Agree', 'Agree', 'Disagree', "Don't know", ''),
  pick('Clear', 'Clear', 'Unclear', ''),
  pick('Parent', 'Parent', 'Parent', 'School', 'School', 'Other', ''),
  pick('Young', 'Middling', 'Middling', 'Old', 'Old', ''),
  pick('North', 'South', 'South'),
  pick('Post', 'Web', 'Post;Web', 'Post;Friends', ''),
  pick('1', '2', ''),
  pick('I', 'I', 'I', 'I', 'O'),
  pick('1', '1', '2'),
  pick('', '', '', 'We are against the bypass and want the money spent on schools.'),
);
const setup = fc.record({
  breakdowns: pick(
    '[role]',
    '[role, age]',
    '[[role, age]]',
    '[age, heard]',
    '[role, age, area]',
    '[[area, role], age]',
    '[heard]',
  ),
  weight: pick('none', 'none', 'column', 'rake'),
  declared: fc.boolean(),
  base: pick('answered', 'gave-view', 'all'),
  asked: pick('none', 'none', 'age', 'heard'),
  kind: pick('Kind', 'Kind', 'Role'),
});

/** So that every age has somebody, to whom weights can be given. */
const atLeast = ['Young', 'Middling', 'Old'].map((age) => [
  ...['Agree', 'Clear', 'Parent', age, 'South', 'Web', '2', 'I', '1', ''],
]);

/** Everything of an analysis that is counted. */
function counted({
  questions,
  breakdowns,
  combinations,
  kinds,
  sensitivity,
  ledger,
}: ReturnType<typeof publish>) {
  return { questions, breakdowns, combinations, kinds, sensitivity, ledger };
}

/** The options of profiles that somebody gave in one analysis and nobody in the other: that nobody did is shown, whatever else is hidden. */
function turnedToNobody(
  one: ReturnType<typeof analyse>['questions'],
  other: ReturnType<typeof analyse>['questions'],
): string[] {
  const countsIn = (questions: typeof one) =>
    new Map(
      questions.flatMap(({ items }) =>
        items.flatMap(({ options }) => options.map(({ figure }) => [figure.id, figure.count] as const)),
      ),
    );
  const others = countsIn(other);
  return [...countsIn(one)].flatMap(([id, count]) => (count > 0 && !others.get(id) ? [id] : []));
}

function wordsOf(published: ReturnType<typeof publish>): string {
  return published.notes.map((note) => sentenceText(describeNote(note, published), 0)).join('\n');
}

function publishAll(responses: Responses, areGroupsWeighted: boolean) {
  const limits = { count: 4, group: 10 };
  const whole = analyse(responses, [], areGroupsWeighted);
  const few = fewAsked(whole, responses, limits);
  const { tables, alternatives } = protectedTables(withoutFew(whole, few), responses, limits);
  const published = publish(whole, responses);
  return { published, alternatives, few, isRounded: tables.rounding !== undefined };
}

/** That everything published of some responses would be published of every alternative too. */
async function expectNothingTold(
  definitionText: string,
  rows: readonly string[][],
  areGroupsWeighted = true,
): Promise<void> {
  const responses = await collect(definitionText, [[header, ...atLeast, ...rows]]);
  let made: ReturnType<typeof publishAll>;
  try {
    made = publishAll(responses, areGroupsWeighted);
  } catch (error) {
    if (error instanceof UserError && /results by weights.* would tell it/u.test(error.message)) return;
    throw error;
  }
  const { published, alternatives, few, isRounded } = made;
  const { questions } = analyse(responses);
  for (const edits of alternatives) {
    const others = otherResponses(responses, edits);
    const exact = analyse(others, [], areGroupsWeighted);
    expect(fewAsked(exact, others, { count: 4, group: 10 })).toEqual(few);
    expect(responses.size < 10 ? [] : turnedToNobody(questions, exact.questions)).toEqual([]);
    const { breakdowns, combinations } = withoutFew(exact, few);
    const told = { ...exact, breakdowns, combinations };
    const other = isRounded ? withRounded(told, 0) : told;
    expect(differences(counted(published), counted(other))).toEqual([]);
  }
}

test('of every alternative the same would be published: counts, percentages, means and all', async () => {
  await fc.assert(
    fc.asyncProperty(setup, fc.array(row, { minLength: 15, maxLength: 90 }), (settings, rows) =>
      expectNothingTold(definition(settings), rows),
    ),
    { numRuns: 25 },
  );
}, 200_000);

test('the same holds where weighted results are rounded, as they are in larger surveys', async () => {
  await fc.assert(
    fc.asyncProperty(setup, fc.array(row, { minLength: 120, maxLength: 300 }), (settings, rows) =>
      expectNothingTold(definition({ ...settings, weight: 'rake' }), rows),
    ),
    { numRuns: 15 },
  );
}, 200_000);

const settingsOf = { breakdowns: '[role]', weight: 'none', declared: false, base: 'answered', asked: 'none' };

test('the same is hidden in whatever order the rows stand, and of answer patterns with a count', async () => {
  const withoutText = row.map((cells) => cells.slice(0, -1));
  // Eighteen responses, with those that there are of every age, of eight patterns.
  const told = (view: string, clear: string, age: string, kind = 'I') => [
    ...[view, clear, 'Parent', age, 'North', 'Post', '1', kind, '1'],
  ];
  const ofEightPatterns = [
    ...['Old', 'Middling', 'Middling', 'Middling', 'Old', 'Middling', 'Middling', 'Old', 'Old', 'Middling'],
    ...['Middling', 'Young', 'Young'],
  ].map((age) => told('Strongly agree', 'Clear', age));
  const example: [typeof settingsOf, string[][]] = [
    settingsOf,
    [...ofEightPatterns, told('Disagree', 'Clear', 'Young', 'O'), told('Strongly agree', 'Unclear', 'Young')],
  ];
  // The first two of a school are nobody with whom the organisation may change places: then ten young parents would be listed.
  const school = (age: string, years = '1') => [
    ...['Strongly agree', 'Clear', 'School', age, 'North', 'Post', years, 'I', '1'],
  ];
  const ofASchool: [typeof settingsOf, string[][]] = [
    { ...settingsOf, breakdowns: '[[role, age]]' },
    [
      ...Array.from({ length: 8 }, () => told('Strongly agree', 'Clear', 'Young')),
      ...['Old', 'Old', 'Middling'].map((age) => told('Strongly agree', 'Clear', age)),
      told('Strongly agree', 'Clear', 'Old', 'O'),
      school('Young'),
      school('Middling'),
      school('Young', '2'),
    ],
  ];
  await fc.assert(
    fc.asyncProperty(
      setup,
      fc.array(withoutText, { minLength: 15, maxLength: 60 }),
      async (settings, rows) => {
        if (settings.weight !== 'none') return;
        const all = [...atLeast.map((cells) => cells.slice(0, -1)), ...rows];
        const text = definition(settings).replace(/\n {2}- \{ id: why.*/u, '');
        const columns = header.slice(0, -1);
        const publishRows = async (survey: string, table: string[][]) => {
          const responses = await collect(survey, [table]);
          const { questions, breakdowns, combinations } = publish(analyse(responses), responses);
          return { questions, breakdowns, combinations };
        };
        const published = await publishRows(text, [columns, ...all]);
        expect(await publishRows(text, [columns, ...all.toReversed()])).toEqual(published);
        const counts = new Map<string, number>();
        for (const cells of all) counts.set(cells.join(','), (counts.get(cells.join(',')) ?? 0) + 1);
        const patterns = [...counts].map(([cells, count]) => [...cells.split(','), String(count)]);
        const withCount = text.replace('respondent: {', 'respondent: { count: Count,');
        expect(await publishRows(withCount, [[...columns, 'Count'], ...patterns])).toEqual(published);
      },
    ),
    { numRuns: 40, examples: [example, ofASchool] },
  );
}, 200_000);

test('the same holds where results of all are weighted and those of groups are not', async () => {
  const weight = pick('column', 'rake');
  await fc.assert(
    fc.asyncProperty(
      setup,
      weight,
      fc.array(row, { minLength: 15, maxLength: 200 }),
      (settings, weights, rows) =>
        expectNothingTold(definition({ ...settings, weight: weights }), rows, false),
    ),
    { numRuns: 25 },
  );
}, 200_000);

const small = (count: number, ...cells: string[]) => Array.from({ length: count }, () => cells);

describe('where weights would tell what is hidden', () => {
  const rows = [
    ...small(30, 'Agree', 'Town', '1'),
    ...small(20, 'Disagree', 'Town', '1'),
    ...small(12, 'Agree', 'Village', '2'),
    ...small(3, 'Disagree', 'Village', '2'),
  ];
  const publishWith = async (weights: string) => {
    const text = `
title: T
${weights}
questions:
  - { id: view, kind: scale, scale: agreement, column: View }
  - { id: home, kind: choice, column: Home, options: [Town, Village] }
breakdowns: [home]
`;
    const responses = await collect(text, [[['View', 'Home', 'Weight'], ...rows]]);
    return publish(analyse(responses), responses);
  };

  test('nothing is shown at all where even rounded ones do, and what to do is said', async () => {
    await expect(publishWith('respondent: { weight: Weight }')).rejects.toThrow(
      'A count of view by home is so small that it must be hidden, and results by weights would tell it.',
    );
  });

  test('nothing is shown at all where they follow from the groups, and what to do is said', async () => {
    await expect(publishWith('weight: { rake: { home: { Town: 50, Village: 50 } } }')).rejects.toThrow(
      'A count of view by home is so small that it must be hidden, and results by weights raked by home would tell it.',
    );
  });
});

test('where weighted results would tell what is hidden none are given, and it is said what may be left out, each of which is enough', async () => {
  const rows = [
    ...small(30, 'Agree', 'Town', 'Young'),
    ...small(30, 'Disagree', 'Town', 'Old'),
    ...small(20, 'Agree', 'Village', 'Old'),
    ...small(20, 'Disagree', 'Village', 'Old'),
    ...small(2, 'Agree', 'Village', 'Young'),
  ];
  const analysed = async (weights: string, by: readonly string[]) => {
    const text = `
title: T
${weights}
questions:
  - { id: view, kind: scale, scale: agreement, column: View }
  - { id: home, kind: choice, column: Home, options: [Town, Village] }
  - { id: age, kind: choice, column: Age, options: [Young, Old] }
`;
    const responses = await collect(text, [[['View', 'Home', 'Age'], ...rows]]);
    return publishWeightedOrNot(analyse(responses, by), responses, by);
  };
  const raked = 'weight: { rake: { age: { Young: 50, Old: 50 }, home: { Town: 50, Village: 50 } } }';
  const { analysis, told } = await analysed(raked, ['home']);
  expect(told?.message).toMatch(/^A count of age by home is so small/u);
  expect(told?.hint).toMatch(
    /^For weighted results leave home out of “breakdowns” and --by.*: this was tried, and is enough\./u,
  );
  const [agree] = analysis.questions[0]?.items[0]?.nets ?? [];
  expect([agree?.figure.count, agree?.figure.base, agree?.figure.percent]).toEqual([
    52,
    102,
    (100 * 52) / 102,
  ]);
  expect(analysis.weighting).toBeUndefined();
  expect(wordsOf(analysis)).toContain('Nothing here is weighted, though the definition asks for it');
  expect((await analysed(raked, [])).told).toBeUndefined();
  expect((await analysed('', ['home'])).told).toBeUndefined();
});

test('where weighted results of groups would hide most of them or tell what is hidden, those of all alone are weighted, and it is said', async () => {
  let last = 3;
  const pickOne = (...texts: string[]) => {
    last = (last * 16_807) % 2_147_483_647;
    return String(texts[Math.floor(last / 7) % texts.length]);
  };
  const views = ['Agree', 'Disagree', 'Strongly agree', 'Neither agree nor disagree', 'Strongly disagree'];
  const rows = Array.from({ length: 100 }, () => [
    ...[1, 2, 3].map(() => pickOne(...views)),
    pickOne('Parent', 'Parent', 'School', 'School', 'Parent', 'Other'),
    pickOne('Young', 'Old', 'Old', 'Middling', 'Old'),
  ]);
  const text = `
title: T
weight: { rake: { age: { Young: 40, Middling: 20, Old: 40 } } }
questions:
  - { id: view, kind: scale, scale: agreement, items: [{ id: a, column: A }, { id: b, column: B }, { id: c, column: C }] }
  - { id: role, kind: choice, column: Role, options: [Parent, School, Other] }
  - { id: age, kind: choice, column: Age, options: [Young, Middling, Old] }
breakdowns: [role]
`;
  const responses = await collect(text, [[['A', 'B', 'C', 'Role', 'Age'], ...rows]]);
  const { analysis, told } = publishWeightedOrNot(analyse(responses), responses);
  expect(told).toBeUndefined();
  const weighted = analyse(responses).questions[0]?.items[0]?.nets[0]?.figure;
  const shown = analysis.questions[0]?.items[0]?.nets[0]?.figure;
  expect(shown?.percent).toBe(Math.round(weighted?.percent ?? 0));
  const [byRole] = analysis.breakdowns;
  const figures = [byRole?.total, ...(byRole?.groups ?? [])].flatMap((one) => one?.nets ?? []);
  for (const { figure } of figures.filter((one) => one.figure.percent !== null))
    expect(figure).toEqual({
      id: figure.id,
      count: figure.count,
      base: figure.base,
      percent: (100 * (figure.count ?? 0)) / (figure.base ?? 0),
    });
  expect(wordsOf(analysis)).toContain('what is broken down by groups is not');
  expect(renderMarkdown(tablesDocument(analysis))).toContain('Nothing is weighted in these tables');
});

test('where few gave an answer that weights are raked by which answers counted as one are enough is said, and not how few', async () => {
  const rows = [
    ...small(2, 'Agree', 'Young'),
    ...small(1, 'Disagree', 'Young'),
    ...small(20, 'Agree', 'Middling'),
    ...small(17, 'Disagree', 'Middling'),
    ...small(25, 'Agree', 'Old'),
    ...small(15, 'Disagree', 'Old'),
  ];
  const analysed = async (shares: string, merge: string) => {
    const text = `
title: T
weight: { rake: { age: { ${shares} } } }
questions:
  - { id: view, kind: scale, scale: agreement, column: View }
  - { id: age, kind: choice, column: Age, options: [Young, Middling, Old], profile: true${merge} }
`;
    const responses = await collect(text, [[['View', 'Age'], ...rows]]);
    return publishWeightedOrNot(analyse(responses), responses).told;
  };
  const told = await analysed('Young: 20, Middling: 50, Old: 30', '');
  // Which count it is would tell it, as another would be named if it were another.
  expect(told?.message).toMatch(/^A count of age is so small that .* would tell it\.$/u);
  expect(told?.hint).toMatch(
    /^For weighted results count “Young” and “Middling” as one by “merge” in age, with one share under “rake”: this was tried, and is enough\./u,
  );
  expect(await analysed('Under 60: 70, Old: 30', ', merge: { Under 60: [Young, Middling] }')).toBeUndefined();
});

test('where exact weighted results would tell what is hidden they are rounded, and it is said', async () => {
  const rows = [
    ...small(90, 'Agree', 'Parent', 'Young'),
    ...small(45, 'Disagree', 'Parent', 'Young'),
    ...small(40, 'Agree', 'Parent', 'Old'),
    ...small(30, 'Disagree', 'Parent', 'Old'),
    ...small(25, 'Agree', 'School', 'Middling'),
    ...small(3, 'Disagree', 'School', 'Middling'),
  ];
  const text = `
title: T
weight: { rake: { age: { Young: 57, Middling: 13, Old: 30 } } }
questions:
  - { id: view, kind: scale, scale: agreement, column: View }
  - { id: role, kind: choice, column: Role, options: [Parent, School] }
  - { id: age, kind: choice, column: Age, options: [Young, Middling, Old] }
breakdowns: [role]
`;
  const responses = await collect(text, [[['View', 'Role', 'Age'], ...rows]]);
  const published = publish(analyse(responses), responses);
  const view = published.questions[0]?.items[0];
  expect(view?.nets.map(({ figure }) => [figure.count, figure.percent, figure.weighted])).toEqual([
    [155, 67, null],
    [0, 0, null],
    [78, 33, null],
  ]);
  expect(view?.base).toEqual({ rule: 'answered', count: 233, weighted: null, effective: null });
  const [, school] = published.breakdowns.find(({ question }) => question === 'view')?.groups ?? [];
  expect(school?.nets.map(({ figure }) => figure.count)).toEqual([null, 0, null]);
  expect(wordsOf(published)).toContain('Weighted percentages are given as rounded, in files too');
  const said = renderMarkdown(tablesDocument(published)).match(/[^\n]*could tell what is hidden/gu);
  expect(said).toEqual([expect.stringContaining('The effective base of a table is not given')]);
});

test('who was asked does not tell what is hidden', async () => {
  const rows = [
    ...small(22, 'Parent', 'North', 'Yes'),
    ...small(12, 'Parent', 'South', ''),
    ...small(15, 'School', 'North', 'No'),
    ...small(2, 'School', 'South', ''),
  ];
  const text = `
title: T
questions:
  - { id: role, kind: choice, column: Role, options: [Parent, School] }
  - { id: area, kind: choice, column: Area, options: [North, South] }
  - { id: bus, kind: choice, column: Bus, options: ["Yes", "No"], asked: { area: North } }
breakdowns: [role]
`;
  const responses = await collect(text, [[['Role', 'Area', 'Bus'], ...rows]]);
  const published = publish(analyse(responses), responses);
  const groupsOf = (id: string) =>
    published.breakdowns.filter(({ question }) => question === id).flatMap((one) => one.groups);
  expect(groupsOf('bus').map(({ base, states }) => [base.count, states.notAsked])).toEqual([
    [null, null],
    [null, null],
  ]);
  const areas = groupsOf('area').flatMap(({ options }) => options.map(({ figure }) => figure.count));
  expect(areas).toEqual([null, null, null, null]);
});

test('a group that a run is about has no small count beside a campaign either', async () => {
  const letter = 'We are against the bypass and want the money spent on schools.';
  const rows = [
    ...small(7, 'Parent', 'Yes', letter),
    ...small(3, 'Parent', 'Yes', ''),
    ...small(17, 'Parent', 'No', ''),
    ...small(20, 'School', 'No', ''),
  ];
  const text = `
title: T
questions:
  - { id: role, kind: choice, column: Role, options: [Parent, School] }
  - { id: bus, kind: choice, column: Bus, options: ["Yes", "No"] }
  - { id: why, kind: text, column: Why }
`;
  const where = { question: 'role', option: 'Parent' };
  const responses = await collect(text, [[['Role', 'Bus', 'Why'], ...rows]], where);
  const published = publish(analyse(responses), responses);
  const groups = published.breakdowns.flatMap((one) => one.groups).filter(({ id }) => id === 'no-campaign');
  const counts = groups.flatMap(({ options }) => options.map(({ figure }) => figure.count));
  expect(counts.filter((count) => count === 3)).toEqual([]);
  expect(published.sensitivity.filter(({ without }) => without.count === 3)).toEqual([]);
});

test('groups within groups of fewer than ten are not listed, and it is said', async () => {
  const rows = [
    ...small(20, 'North', 'Young'),
    ...small(12, 'North', 'Old'),
    ...small(15, 'South', 'Young'),
    ...small(1, 'South', 'Old'),
  ];
  const text = `
title: T
questions:
  - { id: area, kind: choice, column: Area, options: [North, South] }
  - { id: age, kind: choice, column: Age, options: [Young, Old] }
  - { id: sure, kind: choice, column: Sure, options: ["Yes", "No"] }
breakdowns: [[area, age]]
`;
  const answered = rows.map((cells, nth) => [...cells, nth % 2 === 0 ? 'Yes' : 'No']);
  const responses = await collect(text, [[['Area', 'Age', 'Sure'], ...answered]]);
  const published = publish(analyse(responses), responses);
  const nested = published.breakdowns.find(({ by, question }) => by === 'area+age' && question === 'sure');
  expect(nested?.groups.map(({ label }) => label)).toEqual(['North, Young', 'North, Old', 'South, Young']);
  expect(wordsOf(published)).toContain(
    'by “Area” and, within that, by “Age”: groups of fewer than 10 responses, if there are any, are not listed',
  );
});

test('which groups within groups are listed does not tell what a breakdown hides', async () => {
  const views = ['Agree', 'Disagree', "Don't know"];
  const rows = [
    ...small(10, 'Parent', 'North'),
    ...small(10, 'Parent', 'South'),
    ...small(6, 'School', 'North'),
    ...small(3, 'School', 'South'),
    ...small(1, 'Parent', ''),
  ].map((cells, nth) => [...cells, views[nth % 3] ?? '']);
  const text = `
title: T
questions:
  - { id: role, kind: choice, column: Role, options: [Parent, School] }
  - { id: area, kind: choice, column: Area, options: [North, South] }
  - { id: view, kind: scale, scale: agreement, column: View }
breakdowns: [[role, area]]
`;
  const responses = await collect(text, [[['Role', 'Area', 'View'], ...rows]]);
  const published = publish(analyse(responses), responses);
  expect(wordsOf(published)).toMatch(
    /Nothing can be shown of .*“View” by “Role” and, within that, by “Area”/u,
  );
  const groupsBy = (by: string) => published.breakdowns.filter((one) => one.by === by);
  expect(groupsBy('role+area').map(({ groups }) => groups)).toEqual([[]]);
  const areas = groupsBy('role').find(({ question }) => question === 'area')?.groups ?? [];
  expect(
    areas.map(({ base, options }) => [base.count, ...options.map(({ figure }) => figure.count)]),
  ).toEqual([
    [20, null, null],
    [9, null, null],
  ]);
});

test('two groups of nine that are not listed are not the eighteen around them (9 + 9)', async () => {
  const rows = [
    ...small(9, 'Parent', 'Yes'),
    ...small(9, 'Parent', 'No'),
    ...small(40, 'School', 'Yes'),
    ...small(3, 'School', 'No'),
  ].map((cells, nth) => [...cells, nth % 2 === 0 ? 'Agree' : 'Disagree']);
  const text = `
title: T
questions:
  - { id: role, kind: choice, column: Role, options: [Parent, School] }
  - { id: clear, kind: choice, column: Clear, options: ["Yes", "No"] }
  - { id: view, kind: scale, scale: agreement, column: View }
breakdowns: [[role, clear]]
`;
  const responses = await collect(text, [[['Role', 'Clear', 'View'], ...rows]]);
  const published = publish(analyse(responses), responses);
  const tables = published.breakdowns.map(({ by, question, groups }) => [by, question, groups.length]);
  expect(tables).toEqual([
    ['role', 'clear', 2],
    ['role', 'view', 2],
    ['role+clear', 'view', 0],
  ]);
  expect(wordsOf(published)).not.toContain('are not listed');
  const markdown = renderMarkdown(tablesDocument(published));
  expect(markdown).toContain('**View, by “Role”**');
  expect(markdown).not.toContain('**View, by “Role” and');
});

test('how often hidden answers were given shows in no order: they stand last, by name', async () => {
  const rows = [...small(20, 'Oak'), ...small(3, 'Yew'), ...small(2, 'Ash'), ...small(12, 'Elm')];
  const text = '{ title: T, questions: [{ id: tree, kind: choice, column: Tree, profile: true }] }';
  const responses = await collect(text, [[['Tree'], ...rows]]);
  const options = publish(analyse(responses), responses).questions[0]?.items[0]?.options ?? [];
  expect(options.map(({ label, figure }) => [label, figure.count])).toEqual([
    ['Oak', 20],
    ['Elm', 12],
    ['Ash', null],
    ['Yew', null],
  ]);
});

test('what is hidden does not depend on the order of the rows, where a column has weights that are raked too', async () => {
  const survey = `
title: T
respondent: { weight: Weight }
weight: { rake: { age: { Young: 40, Old: 60 } } }
breakdowns: [role]
questions:
  - { id: role, kind: choice, column: Role, options: [Parent, School, Carer] }
  - { id: age, kind: choice, column: Age, options: [Young, Old], profile: true }
  - { id: view, kind: scale, scale: agreement, column: View }
`;
  const answers = ['Agree', 'Neither agree nor disagree', 'Disagree', "Don't know"];
  const person = fc.tuple(
    fc.constantFrom('Parent', 'School', 'Carer', 'Carer'),
    fc.constantFrom('Young', 'Old', 'Old'),
    fc.constantFrom(...answers, 'Agree', 'Disagree'),
    fc.constantFrom('0.5', '1', '2'),
  );
  const countsOf = async (rows: readonly (readonly string[])[]) => {
    const responses = await collect(survey, [[['Role', 'Age', 'View', 'Weight'], ...rows]]);
    const { breakdowns, questions } = publishWeightedOrNot(analyse(responses), responses).analysis;
    const rowsOf = [
      ...questions.flatMap(({ items }) => items),
      ...breakdowns.flatMap(({ groups }) => groups),
    ];
    return rowsOf.map(({ options }) => options.map(({ id, figure }) => [id, figure.count]));
  };
  const surveys = fc.sample(fc.array(person, { minLength: 120, maxLength: 120 }), { numRuns: 12, seed: 5 });
  for (const rows of surveys) expect(await countsOf(rows.toReversed())).toEqual(await countsOf(rows));
}, 60_000);

test.each([
  ['where all may be shown', 'report: { disclosure: none }\nbreakdowns: [role]', ''],
  ['where there is nothing to hide', '', ''],
  [
    'where a campaign is compared with results of all',
    '',
    'We are against the bypass and want the money spent on schools.',
  ],
])('%s, groups are weighted and results are exact', async (_, settings, text) => {
  const survey = `
title: T
respondent: { weight: Weight }
${settings}
questions:
  - { id: role, kind: choice, column: Role }
  - { id: view, kind: scale, scale: agreement, column: View }
  - { id: why, kind: text, column: Text }
`;
  const rows = Array.from({ length: 90 }, (_row, n) => [
    n % 2 === 0 ? 'Parent' : 'School',
    n % 5 < 2 ? 'Agree' : 'Disagree',
    n % 3 === 0 ? '0.7' : '1.31',
    n < 30 ? text : '',
  ]);
  const responses = await collect(survey, [[['Role', 'View', 'Weight', 'Text'], ...rows]]);
  const { analysis } = publishWeightedOrNot(analyse(responses), responses);
  expect(analysis.weighting).not.toHaveProperty('ofAllOnly');
  const { questions, breakdowns } = analysis;
  const all = [...questions.flatMap(({ items }) => items), ...breakdowns.flatMap(({ groups }) => groups)];
  const shown = all.flatMap(({ options }) => options).filter(({ figure }) => figure.count !== null);
  expect(shown.length).toBeGreaterThan(3);
  if (text === '') for (const { figure } of shown) expect(figure.weighted).toBeTypeOf('number');
});
