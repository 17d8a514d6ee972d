import { expect, test } from 'vitest';
import { analyse } from '../../src/analysis/analyse.ts';
import { compareRuns } from '../../src/analysis/comparison/comparison.ts';
import { publish } from '../../src/analysis/disclosure/publish.ts';
import { sentenceText } from '../../src/render/inline.ts';
import { renderComparisonJson } from '../../src/render/comparison-json.ts';
import { renderJson } from '../../src/render/json.ts';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { readJsonAnalysis } from '../../src/render/read-json.ts';
import { comparisonDocument } from '../../src/report/comparison/comparison.ts';
import { reasonsOf } from '../../src/report/comparison/change-words.ts';
import { analyseTables, collect, exportsOf } from '../support/survey.ts';

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
    'Rules: whom the percentages of “Role” and “View” are of (base): A those who answered, B everybody who was asked.',
  ]);
});

test('a majority that depends on the base is named for each run, one that was read back too', async () => {
  const analysis = await analyseTables(definition(), [table]);
  const read = readJsonAnalysis(renderJson(analysis, '0'), 'a.json');
  const comparison = compareRuns({ name: 'a.json', analysis: read }, { name: 'b.csv', analysis });
  const alarm =
    '“View”: whether a majority answered “agree” depends on the base: more than half of those who gave a view (55%, 11 of 20), not of those who answered (46%, 11 of 24) nor of all respondents (46%, 11 of 24).';
  const text = renderMarkdown(comparisonDocument(comparison));
  expect(text).toContain(`In A and B, ${alarm}`);
  expect(JSON.parse(renderComparisonJson(comparison, '0'))).toMatchObject({
    a: { notes: [alarm] },
    b: { notes: [alarm] },
  });
});

test('where single people may be told by what moved, that is said, of analyses in JSON and of one export by two rules too', async () => {
  const text = (exclude: string) =>
    `{ title: T, respondent: { id: Ref }, exclude: [${exclude}], questions: [{ id: view, kind: scale, scale: agreement, column: View }] }`;
  const views = (agree: number, disagree: number, id = '') => [
    ['Ref', 'View'],
    ...Array.from({ length: agree + disagree }, (_, at) => [`${id}${at}`, at < agree ? 'Agree' : 'Disagree']),
  ];
  const runOf = async (cells: string[][], exclude = '') => {
    const { survey, exports } = await exportsOf(text(exclude), [cells]);
    return {
      name: 'x.csv',
      analysis: await analyseTables(text(exclude), [cells]),
      rows: { survey, exports },
    };
  };
  const told = (...[a, b]: Parameters<typeof compareRuns>) => {
    const comparison = compareRuns(a, b);
    const { notes } = JSON.parse(renderComparisonJson(comparison, '0'));
    const reasons = reasonsOf(comparison).map((sentence) => sentenceText(sentence, 0));
    expect(notes).toEqual(reasons.filter((reason) => reason.includes('do not publish')));
    return notes;
  };
  const inJson = (run: Awaited<ReturnType<typeof runOf>>) => ({
    name: 'x.json',
    analysis: readJsonAnalysis(renderJson(run.analysis, '0'), 'x.json'),
  });
  const may = (responses: string) => [
    `By these figures A and B may differ in as few as ${responses}. If both are of the same respondents, what moved tells what these few answered: do not publish this comparison then.`,
  ];
  const [first, more, many] = [
    await runOf(views(30, 20)),
    await runOf(views(31, 22)),
    await runOf(views(50, 40)),
  ];
  expect(told(inJson(first), inJson(more))).toEqual(may('3 responses'));
  expect(told(inJson(first), more)).toEqual(may('3 responses'));
  expect(told(first, await runOf(views(29, 21)))).toEqual([expect.stringContaining('So few rows differ')]);
  expect(told(first, await runOf([...views(30, 20), ['0', 'Agree']], 'duplicate'))).toHaveLength(1);
  expect(told(inJson(first), inJson(first))).toEqual([]);
  // Others, by their ids.
  expect(told(first, await runOf(views(31, 22, 'b')))).toEqual([]);
  expect(told(inJson(first), inJson(many))).toEqual([]);
  const late = [...views(30, 20), ...[50, 51].map((at) => [`${at}`, 'Disagree'])];
  expect(told(await runOf(late), await runOf(late, '{ view: Disagree }'))).toEqual([]);
  const two = [...views(30, 20), ...[50, 51].map((at) => [`${at}`, "Don't know"])];
  expect(told(await runOf(two), await runOf(two, `{ view: "Don't know" }`))).toEqual(may('2 responses'));
});

test('that a difference of two runs is a small count is said, however many are in one alone, but not of two consultations', async () => {
  const text = (exclude: string) => `
title: T
exclude: [${exclude}]
questions:
  - { id: role, kind: choice, column: Role, options: [Parent, Governor] }
  - { id: gender, kind: choice, column: Gender, options: [Woman, Man, Other], profile: true }`;
  const people = (role: string, ...counts: number[]) =>
    ['Woman', 'Man', 'Other'].flatMap((gender, at) =>
      Array.from({ length: counts[at] ?? 0 }, () => [role, gender]),
    );
  const runOf = async (those: string[][], exclude = '') => {
    const responses = await collect(text(exclude), [[['Role', 'Gender'], ...those]]);
    return { name: 'x.csv', analysis: publish(analyse(responses), responses) };
  };
  const inJson = ({ analysis }: Awaited<ReturnType<typeof runOf>>) => ({
    name: 'x.json',
    analysis: readJsonAnalysis(renderJson(analysis, '0'), 'x.json'),
  });
  const told = (...[a, b]: Parameters<typeof compareRuns>) =>
    reasonsOf(compareRuns(a, b))
      .map((sentence) => sentenceText(sentence, 0))
      .filter((reason) => reason.includes('do not publish'));
  const received = [...people('Parent', 60, 50, 20), ...people('Governor', 12, 10, 1)];
  const [all, without] = [await runOf(received), await runOf(received, '{ role: Governor }')];
  // That one of the governors is neither a woman nor a man is what results by role would hide.
  const same = [expect.stringContaining('Both are of the same respondents')];
  expect(told(all, without)).toEqual(same);
  expect(told(inJson(all), inJson(without))).toEqual(same);
  const later = await runOf([...received, ...people('Parent', 30, 20, 4)]);
  expect(told(inJson(all), inJson(later))).toEqual([
    expect.stringContaining('If one of them is a part of the other'),
  ]);
  const another = await runOf([...people('Parent', 90, 40, 22), ...people('Governor', 12, 10, 1)]);
  expect(told(inJson(all), inJson(another))).toEqual([]);
  const many = await runOf([...people('Parent', 60, 50, 20), ...people('Governor', 12, 10, 5)]);
  const allOf = await runOf(
    [...people('Parent', 60, 50, 20), ...people('Governor', 12, 10, 5)],
    '{ role: Governor }',
  );
  expect(told(many, allOf)).toEqual([]);
});

test('that a difference is a small count is not said where many are in each run alone, and says what to publish where few are', async () => {
  const text = `{ title: T, respondent: { id: Ref }, questions: [
    { id: park, kind: choice, column: Park, options: ["Yes", "No"] },
    { id: bus, kind: choice, column: Bus, options: ["Yes", "No"] }] }`;
  // Of 100 respondents some, by their ids, with as many who say yes to both questions.
  const some = (from: number, to: number, yes: (id: number) => boolean) =>
    Array.from({ length: to - from }, (_, at) => from + at).map((id) => {
      const answer = yes(id) ? 'Yes' : 'No';
      return [`${id}`, answer, answer];
    });
  const even = (id: number) => id % 2 === 0;
  const runOf = async (those: string[][]) => {
    const cells = [['Ref', 'Park', 'Bus'], ...those];
    const { survey, exports } = await exportsOf(text, [cells]);
    const responses = await collect(text, [cells]);
    return { name: 'x.csv', analysis: publish(analyse(responses), responses), rows: { survey, exports } };
  };
  const told = (...[a, b]: Parameters<typeof compareRuns>) =>
    reasonsOf(compareRuns(a, b))
      .map((sentence) => sentenceText(sentence, 0))
      .filter((reason) => reason.includes('do not publish'));
  const first = await runOf(some(0, 60, even));
  // 20 came and 16 went: 2 more of each answer are no two people.
  expect(told(first, await runOf(some(16, 80, even)))).toEqual([]);
  // 20 came and 4 of them say yes.
  const part = [...some(0, 60, even), ...some(60, 80, (id) => id < 64)];
  const says = [
    'Some counts of A and B differ by 1 to 4, in “Park” and “Bus”. Both are of the same respondents, but for some: such a difference is how many of those whom only one of the two has gave an answer. Publish the figures of one of the two, not of both, and do not publish this comparison.',
  ];
  expect(told(first, await runOf(part))).toEqual(says);
  // One went: what moved is still nearly what those who came said.
  expect(told(first, await runOf(part.slice(1)))).toEqual(says);
  // 16 changed one answer, so that nothing is told of it, but the other question still tells.
  const changed = part.map(([id = '', park = '', bus = '']) => {
    const isOther = Number(id) < 16;
    return [id, isOther ? (park === 'Yes' ? 'No' : 'Yes') : park, bus];
  });
  expect(told(first, await runOf(changed))).toEqual([says[0]?.replace('“Park” and “Bus”', '“Bus”')]);
});

test('the largest movements are of nets and of options, and the first moved by as much as the header says', async () => {
  const text = '{ title: T, questions: [{ id: view, kind: scale, scale: agreement, column: View }] }';
  const runOf = async (strongly: number, agree: number, disagree: number) => {
    const cells = [
      ['View'],
      ...Array.from({ length: strongly }, () => ['Strongly agree']),
      ...Array.from({ length: agree }, () => ['Agree']),
      ...Array.from({ length: disagree }, () => ['Disagree']),
    ];
    return { name: 'x.csv', analysis: await analyseTables(text, [cells]) };
  };
  const document = comparisonDocument(compareRuns(await runOf(100, 50, 50), await runOf(70, 90, 40)));
  const markdown = renderMarkdown(document);
  expect(markdown).toContain('5 moved, by 20 percentage points at most');
  const largest = markdown.split('## The largest movements')[1]?.split('##')[0]?.trim().split('\n');
  expect(largest?.map((line) => line.replace(/from .*, /u, ''))).toEqual([
    '- View – “Agree”: 20 percentage points more',
    '- View – “Strongly agree”: 15 percentage points fewer',
    '- View – “Agree (net)”: 5 percentage points more',
    // “Disagree” moved by as much, and is not named beside it.
    '- View – “Disagree (net)”: 5 percentage points fewer',
  ]);
});

test('whether two analyses in JSON were made by the same definition is known by its SHA-256', async () => {
  const analysis = await analyseTables(definition(), [table]);
  const read = (sha256?: string) => {
    const json = renderJson(
      analysis,
      '0',
      sha256 === undefined ? undefined : { file: 'survey.yaml', sha256 },
    );
    return { name: 'x.json', analysis: readJsonAnalysis(json, 'x.json') };
  };
  const said = (...runs: Parameters<typeof compareRuns>) =>
    reasonsOf(compareRuns(...runs))
      .map((sentence) => sentenceText(sentence, 0))
      .filter((reason) => reason.startsWith('Definition'));
  expect(said(read('aa'), read('aa'))).toEqual(['Definition: the same file.']);
  expect(said(read('aa'), { name: 'b.csv', analysis, definition: 'aa' })).toEqual([
    'Definition: the same file.',
  ]);
  expect(said(read('aa'), read('bb')).at(-1)).toMatch(
    /^Definition: the two files are not the same; whether columns,.* not known/u,
  );
  expect(said(read(), read('bb')).at(-1)).toMatch(/^Definition: whether columns,.* not known/u);
});

test('that responses are weighted in one run only is a rule that differs', async () => {
  const raked = 'weight: { rake: { role: { Parent: 40, Staff: 60 } } }';
  const reasons = reasonsOf(await compared(definition(), definition(raked)));
  expect(reasons.map((sentence) => sentenceText(sentence, 0))).toContain(
    'Rules: how responses are weighted (respondent.weight, weight): A not at all; B raked to role.',
  );
});

test('what is left out of two runs is told apart', async () => {
  const respondent = 'respondent: { status: { column: Why }, test: { column: Why, values: [x] } }';
  const [a, b] = ['[incomplete]', '[incomplete, test]'].map((rules) =>
    definition(`${respondent}\nexclude: ${rules}`),
  );
  const reasons = reasonsOf(await compared(a ?? '', b ?? ''));
  expect(reasons.map((sentence) => sentenceText(sentence, 0))).toContain(
    'Rules: what is left out (exclude): A incomplete; B incomplete, test.',
  );
});

test('an option that moved within a group is shown where its net did not move', async () => {
  const broken = definition('breakdowns: [role]');
  const run = async (strongly: number) => ({
    name: `${strongly}.csv`,
    analysis: await analyseTables(broken, [
      [
        ['Role', 'View', 'Why'],
        ...rows(strongly, 'Parent', 'Strongly agree', ''),
        ...rows(16 - strongly, 'Parent', 'Agree', ''),
        ...rows(4, 'Parent', 'Disagree', ''),
        ...rows(20, 'Staff', 'Agree', ''),
      ],
    ]),
  });
  const text = renderMarkdown(comparisonDocument(compareRuns(await run(6), await run(11))));
  expect(text).toContain('| Parent: Strongly agree | 30% | 6 | 55% | 11 | +25 |');
  expect(text).toContain('Parent: Agree (net)');
});

test('whatever else differs in two definitions is named in words, and of an analysis that it is not known', async () => {
  const run = async (text: string) => ({
    name: 'x.csv',
    analysis: await analyseTables(text, [table]),
    rows: await exportsOf(text, [table]),
  });
  const before = definition();
  const after = definition('blank: [none]').replace('column: Role', 'column: Why');
  const [a, b] = [await run(before), await run(after)];
  const reasons = (one: typeof a | Omit<typeof a, 'rows'>) =>
    reasonsOf(compareRuns(one, b)).map((sentence) => sentenceText(sentence, 0));
  expect(reasons(a)).toContain('Definition: what counts as no reply: A not given; B none.');
  expect(reasons(a)).toContain('Definition: “Why” (role), its column: A Role; B Why.');
  // What the rules say is there; that none differs would contradict it.
  expect(reasons(a).join()).not.toContain('Rules:');
  const { rows: _, ...read } = a;
  expect(reasons(read).join()).toContain('other settings differ is not known');
});

test('what one run hides or does not know of where responses are from is no 0 there', async () => {
  const survey = (respondent: string) => `
title: T
respondent: ${respondent}
questions:
  - { id: role, kind: choice, column: Role }
  - { id: why, kind: text, column: Why }
`;
  const all = survey('{ channel: How, kind: { column: Who } }');
  const exported = [
    ['Role', 'Why', 'How', 'Who'],
    ...rows(20, 'Parent', '', 'Online', 'Individual'),
    ...rows(18, 'Staff', '', 'Online', 'Individual'),
    ...rows(2, 'Staff', '', 'Paper', 'Organisation'),
  ];
  const run = async (text: string, option?: string) => {
    const where = option === undefined ? undefined : { question: 'role', option };
    const responses = await collect(text, [exported], where);
    const json = renderJson(publish(analyse(responses), responses), '0');
    return { name: 'x.json', analysis: readJsonAnalysis(json, 'x.json') };
  };
  const told = (...runs: Parameters<typeof compareRuns>) =>
    renderMarkdown(comparisonDocument(compareRuns(...runs)));
  const hidden = told(await run(all), await run(all, 'Staff'));
  expect(hidden).toContain('| Analysed: Paper | 2 | \\[c] | – |');
  expect(hidden).toContain('| Analysed: individuals | 38 | \\[c] | – |');
  expect(hidden).toContain(
    'Definition: results by “Kind of respondent” are hidden in B, and are not compared.',
  );
  const swapped = told(await run(all, 'Staff'), await run(all));
  expect(swapped).toContain(
    'Definition: results by “Kind of respondent” are hidden in A, and are not compared.',
  );
  const unknown = told(await run(survey('{}').replace(/.*kind: text.*\n/u, '')), await run(all));
  expect(unknown).toContain('| Analysed: Online | not known | 38 | – |');
  expect(unknown).toContain('| Analysed: organisations | not known | 2 | – |');
});

test('numbers of which the extremes are hidden in one run are listed only where others moved, and the extremes as hidden', async () => {
  const survey = (level: string, kind = 'kind: { column: Who }') => `
title: T
respondent: { ${kind} }
report: { disclosure: ${level} }
questions:
  - { id: children, kind: number, column: Children, profile: true }
  - { id: view, kind: scale, scale: agreement, column: View }
`;
  const run = async (text: string, more = 0) => {
    const exported = [
      ['Children', 'View', 'Who'],
      ...rows(20, '1', 'Agree', 'Individual'),
      ...rows(20 + more, '3', 'Agree', 'Organisation'),
    ];
    const responses = await collect(text, [exported]);
    const analysis = publish(analyse(responses), responses);
    return { name: 'x.csv', analysis, rows: await exportsOf(text, [exported]) };
  };
  const told = (...runs: Parameters<typeof compareRuns>) =>
    renderMarkdown(comparisonDocument(compareRuns(...runs)));
  const hidden = await run(survey('standard'));
  expect(told(hidden, await run(survey('none')))).not.toContain('| Lowest |');
  const moved = told(hidden, await run(survey('none'), 10));
  expect(moved).toContain('| Lowest | \\[c] | 1 | – |');
  expect(moved).toContain('- \\[c]: hidden, so that nobody can be recognised.\n- –: A or B has nothing here');
  expect(told(await run(survey('none')), await run(survey('none'), 10))).not.toMatch(/\[c\]|–:/u);
  expect(moved).toContain('by “Kind of respondent”');
  // Of the built-in words for kinds nobody wrote one.
  const without = told(hidden, await run(survey('standard', '')));
  expect(without).toContain('results by “Kind of respondent” are in A only');
  expect(without).toContain('the column that says what kind of respondent answered: A Who; B not given');
  expect(without).not.toMatch(/words for|respondent\.kind/u);
});

test('order of answers, shares to rake to, samples and columns of items with another id are differences', async () => {
  const run = async (text: string) => ({
    name: 'x.csv',
    analysis: await analyseTables(text, [table]),
    rows: await exportsOf(text, [table]),
  });
  const options = definition().replace('column: Role', 'column: Role, options: [Parent, Staff]');
  const reasons = async (before: string, after: string) =>
    reasonsOf(compareRuns(await run(before), await run(after))).map((sentence) => sentenceText(sentence, 0));
  expect(await reasons(options, options.replace('[Parent, Staff]', '[Staff, Parent]'))).toContain(
    'Definition: “Role”, the order of its answers: A Parent, Staff; B Staff, Parent.',
  );
  const raked = (parents: number) =>
    definition(`weight: { rake: { role: { Parent: ${parents}, Staff: ${100 - parents} } } }`);
  expect(await reasons(raked(60), raked(65))).toEqual(
    expect.arrayContaining(['Definition: the share that weights are raked to (role: Parent): A 60%; B 65%.']),
  );
  expect(await reasons(definition(), definition('sample: probability'))).toContain(
    'Definition: whether the responses are a random sample: A not given; B probability.',
  );
  const items = (id: string, column: string) => `
title: T
questions:
  - { id: q, kind: choice, items: [{ id: ${id}, label: First, column: ${column} }, { id: other, column: View }] }`;
  const moved = await reasons(items('one', 'Role'), items('two', 'Why'));
  expect(moved).toContain('Definition: “q”, “First”, its id: A one; B two.');
  expect(moved).toContain('Definition: “q”, “First”, its column: A Role; B Why.');
});

test('a view beside clarity is that of an item with another id in the other run', async () => {
  const text = (id: string) => `
title: T
questions:
  - { id: plan, kind: scale, scale: agreement, items: [{ id: ${id}, label: Pool, column: View }, { id: b, label: Bus, column: Bus }] }
  - { id: clear, kind: scale, scale: clarity, column: Plain? }`;
  const cells = [
    ['View', 'Bus', 'Plain?'],
    ...rows(8, 'Agree', 'Agree', 'Clear'),
    ...rows(5, 'Disagree', 'Agree', 'Unclear'),
  ];
  const run = async (id: string) => ({ name: id, analysis: await analyseTables(text(id), [cells]) });
  const { items } = compareRuns(await run('pool'), await run('baths'));
  const beside = items.filter((item) => item.beside !== undefined);
  expect(beside.map(({ item }) => item)).toEqual(['baths', 'b']);
  const counts = beside.flatMap(({ figures }) => figures.map(({ a, b }) => [a?.count, b?.count]));
  expect(counts).toContainEqual([8, 8]);
  expect(counts.filter(([before, after]) => before === undefined || before !== after)).toEqual([]);
});

test('weighted runs say so beside their figures, with both effective bases, read back from JSON too', async () => {
  const weighted = (text = 'weight: { rake: { role: { Parent: 50, Staff: 50 } } }') =>
    `${definition(text)}breakdowns: [role]\n`;
  const run = async (text: string, more: number) => {
    const exported = [...table, ...rows(more, 'Staff', 'Agree', '')];
    return { name: 'x.csv', analysis: await analyseTables(text, [exported]) };
  };
  const read = (one: { analysis: Parameters<typeof renderJson>[0] }) => ({
    name: 'x.json',
    analysis: readJsonAnalysis(renderJson(one.analysis, '0'), 'x.json'),
  });
  const [a, b] = [await run(weighted(), 2), await run(weighted(), 8)];
  for (const comparison of [compareRuns(a, b), compareRuns(read(a), read(b))]) {
    const text = renderMarkdown(comparisonDocument(comparison));
    // Of 24 parents, 6 staff and 12 staff: 26² / (20 × 0.65² + 6 × 2.1667²) = 18.46, and 32² / (20 × 0.8² + 12 × 1.3333²) = 30.
    expect(text).toContain(
      '- Base: A 26, B 32, those who answered; effective base A 18.46, B 30.\n- Percentages are weighted, counts are not.\n',
    );
    expect(text).toContain('- Base of “Staff”: A 6, B 12, those who answered; effective base A 6, B 12.\n');
    expect(text).toContain('– “Agree (net)”: from 44% (weighted; 13 of 26) to 61% (weighted; 19 of 32)');
    expect(text).toContain(
      '- In A, percentages, means and quartiles are weighted to the population by “Role”',
    );
    const json = JSON.parse(renderComparisonJson(comparison, '0'));
    expect(json.b.weighting).toMatchObject({ effective: expect.closeTo(30, 9) as number, raked: ['role'] });
    const agree = json.figures.find(({ id }: { id: string }) => id === 'view.agree');
    expect(agree.b).toMatchObject({
      count: 19,
      weighted: expect.closeTo((32 * 11) / 40 + (16 * 8) / 12, 9) as number,
    });
    expect(json.bases.find(({ id }: { id: string }) => id === 'view').b.effective).toBeCloseTo(30, 9);
  }
  const half = renderMarkdown(comparisonDocument(compareRuns(await run(weighted(''), 2), b)));
  expect(half).toContain(
    'those who answered; effective base B 30.\n- Percentages of B are weighted, counts are not.\n',
  );
  expect(half).not.toContain('In A, percentages');
});

test('a majority among a group that is compared is named where it depends on the base', async () => {
  const run = async (by: string) => ({
    name: 'x.csv',
    analysis: await analyseTables(`${definition()}breakdowns: [${by}]\n`, [
      [...table, ...rows(11, 'Staff', 'Agree', ''), ...rows(8, 'Staff', 'Disagree', '')],
    ]),
  });
  const told = async (a: string, b: string) =>
    renderMarkdown(comparisonDocument(compareRuns(await run(a), await run(b))));
  const alarm =
    '“View”, in the group “Staff” (by “Role”): whether a majority answered “agree” depends on the base';
  expect(await told('role', 'role')).toContain(`In A and B, ${alarm}`);
  expect(await told('role', '')).not.toContain(alarm);
});

test('another label of the one item of a question is a change, as its heading is', async () => {
  const labelled = (label: string) => `
title: T
questions:
  - { id: view, kind: choice, text: Keep it?, items: [{ id: view, label: ${label}, column: Why }], options: [x, y] }`;
  const reasons = reasonsOf(await compared(labelled('Park'), labelled('The park')));
  expect(reasons.map((sentence) => sentenceText(sentence, 0)).join('\n')).toContain(
    'a label of “Keep it?”: A “Park”, B “The park”',
  );
});

test('two questions of the same words are told apart by their ids where a definition changed', async () => {
  const both = (label: string) => `
title: T
questions:
  - { id: before, kind: choice, text: View, column: Role, options: [Parent, ${label}] }
  - { id: after, kind: choice, text: View, column: Why, options: [x, y] }`;
  const reasons = reasonsOf(await compared(both('Staff'), both('School')));
  const said = reasons.map((sentence) => sentenceText(sentence, 0)).join('\n');
  expect(said).toContain('of “View” (before) is in A only');
});

test('what is hidden in one of two runs is not said to have moved least, and much of it is named by its groups', async () => {
  const items = Array.from({ length: 9 }, (_, at) => `Q${at + 1}`);
  const text = `
title: T
breakdowns: [role]
questions:
  - { id: role, kind: choice, column: Role, options: [Parent, Staff, Pupil], profile: true }
${items.map((item) => `  - { id: ${item}, kind: choice, column: ${item}, options: [Good, Bad] }`).join('\n')}`;
  const runOf = async (good: number, pupils: number) => {
    const row = (role: string, answer: string) => [role, ...items.map(() => answer)];
    const exported = [
      ['Role', ...items],
      ...rows(good, ...row('Parent', 'Good')),
      ...rows(40, ...row('Parent', 'Bad')),
      ...rows(30, ...row('Staff', 'Good')),
      ...rows(30, ...row('Staff', 'Bad')),
      ...rows(pupils, ...row('Pupil', 'Good')),
    ];
    const responses = await collect(text, [exported]);
    return { name: 'x.csv', analysis: publish(analyse(responses), responses) };
  };
  const told = renderMarkdown(comparisonDocument(compareRuns(await runOf(60, 20), await runOf(90, 3))));
  expect(told).toMatch(/^Of \d+ figures of all respondents that A and B both show, /mu);
  expect(told).toContain('## The largest movements of what is compared\n');
  expect(told).toContain(
    '- 10 results are not compared, since something in their tables is hidden for disclosure in A or in B. The next notes name them.\n- Not compared: “Role”.\n- By “Role” nothing is compared.\n',
  );
});
