import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/analysis/analyse.ts';
import { publish } from '../../src/analysis/disclosure/publish.ts';
import { publishWeightedOrNot } from '../../src/analysis/disclosure/ways-out.ts';
import { renderCsv } from '../../src/render/csv.ts';
import { sentenceText } from '../../src/render/inline.ts';
import { renderJson } from '../../src/render/json.ts';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { itemSentence } from '../../src/report/words/item-sentence.ts';
import { withheldNotes } from '../../src/report/words/withheld-words.ts';
import { describeNote, notesInWords } from '../../src/report/words/note-words.ts';
import { summaryDocument } from '../../src/report/summary.ts';
import { tablesDocument } from '../../src/report/tables/tables.ts';
import { type Rows, collect } from '../support/survey.ts';

const times = (count: number, ...row: string[]): Rows => Array.from({ length: count }, () => row);

async function publishOf(definition: string, rows: Rows, where?: { question: string; option: string }) {
  const responses = await collect(definition, [rows], where);
  const analysis = publish(analyse(responses), responses);
  const notes = analysis.notes.map((note) => sentenceText(describeNote(note, analysis), 0)).join('\n');
  return { analysis, notes };
}

test('that everybody in a group gave one answer is said, since it tells that of each of them', async () => {
  const definition = `
title: T
breakdowns: [age]
questions:
  - { id: age, kind: choice, column: Age, options: [Young, Old] }
  - { id: q, kind: choice, column: Q, options: ["Yes", "No"] }`;
  const rows = (no: number) => [
    ['Age', 'Q'],
    ...times(20, 'Young', 'Yes'),
    ...times(20, 'Old', 'Yes'),
    ...times(no, 'Old', 'No'),
  ];
  expect((await publishOf(definition, rows(15))).notes).toContain(
    'all 20 of “Young” (by “Age”) answered “Yes” to “Q”.',
  );
  const several = `
title: T
breakdowns: [age]
questions:
  - { id: age, kind: choice, column: Age, options: [Young, Middling, Old] }
  - { id: q, kind: choice, column: Q, options: ["Yes", "No"] }`;
  expect((await publishOf(several, [...rows(15), ...times(12, 'Middling', 'Yes')])).notes).toContain(
    'in the group: all 20 of “Young” and all 12 of “Middling” (by “Age”) answered “Yes” to “Q”.',
  );
  // Of a group some of whom left the question blank nobody's answer is known.
  expect((await publishOf(definition, [...rows(15), ['Young', '']])).notes).not.toContain('of “Young”');
  // What all respondents answered is no news of a group.
  expect((await publishOf(definition, rows(0))).notes).not.toContain('all 20 of');
});

test('of a profile of which nothing is shown a report speaks of no other answers', async () => {
  const definition = `
title: T
questions:
  - { id: age, kind: choice, column: Age, options: [Young, Middling, Old], profile: true }`;
  const rows = [['Age'], ...times(4, 'Young'), ...times(4, 'Middling'), ...times(4, 'Old')];
  const { analysis } = await publishOf(definition, rows);
  const [question] = analysis.questions;
  const [item] = question?.items ?? [];
  if (question === undefined || item === undefined) throw new Error('there is no question');
  expect(sentenceText(itemSentence(question, item, analysis.settings), 0)).toBe(
    'How many gave each answer is not shown.',
  );
});

describe('with --where', () => {
  const definition = (kind: string) => `
title: T
${kind}
questions:
  - { id: age, kind: choice, column: Age, options: [Young, Old], profile: true }
  - { id: q, kind: choice, column: Q, options: ["Yes", "No"] }`;
  const young = { question: 'age', option: 'Young' };
  const rows = (old: number) => [
    ['Age', 'Q'],
    ...times(20, 'Young', 'Yes'),
    ...times(20, 'Young', 'No'),
    ...times(old, 'Old', 'No'),
  ];

  test.each([1, 9])(
    'a run of all but %i is refused: what these said is what it leaves of all',
    async (old) => {
      await expect(publishOf(definition(''), rows(old), young)).rejects.toThrow(
        'All but fewer than 10 responses answered “Young” to question age',
      );
    },
  );

  test('a run of all, or of all but ten, is shown, and it is said that runs are not checked against each other', async () => {
    const said = 'Only this run was checked';
    for (const old of [0, 10])
      expect((await publishOf(definition(''), rows(old), young)).notes).toContain(said);
    expect((await publishOf(definition(''), rows(10))).notes).not.toContain(said);
  });

  test('few organisations are hidden as people are', async () => {
    const kinds = 'respondent: { kind: { column: Kind, individual: I, organisation: O } }';
    const table = [
      ['Age', 'Q', 'Kind'],
      ...times(20, 'Young', 'Yes', 'I'),
      ...times(20, 'Young', 'No', 'I'),
      ...times(5, 'Young', 'Yes', 'O'),
      ...times(1, 'Young', 'No', 'O'),
      ...times(20, 'Old', 'Yes', 'I'),
    ];
    const { analysis } = await publishOf(definition(kinds), table, young);
    const organisations = analysis.breakdowns
      .find(({ by, question }) => by === 'respondent.kind' && question === 'q')
      ?.groups.find(({ id }) => id === 'organisation');
    expect(organisations?.options.map(({ figure }) => figure.count)).toEqual([null, null]);
  });
});

test('where a breakdown hides a count it is said that another run beside it may tell it, and only there', async () => {
  const definition = `
title: T
breakdowns: [age]
questions:
  - { id: age, kind: choice, column: Age, options: [Young, Old] }
  - { id: q, kind: choice, column: Q, options: ["Yes", "No"] }`;
  const notesOf = async (no: number) =>
    (
      await publishOf(definition, [
        ['Age', 'Q'],
        ...times(20, 'Young', 'Yes'),
        ...times(20, 'Young', 'No'),
        ...times(20, 'Old', 'Yes'),
        ...times(no, 'Old', 'No'),
      ])
    ).notes;
  const said = 'Ask for all breakdowns that you publish in one run.';
  expect(await notesOf(2)).toContain(said);
  expect(await notesOf(20)).not.toContain(said);
});

test('for the sake of few of whom it is not said what they are, the answers of organisations are hidden, not of individuals', async () => {
  const definition = `
title: T
respondent: { kind: { column: Kind, individual: I, organisation: O, petition: P } }
questions:
  - { id: view, kind: scale, scale: agreement, column: View, options: [Strongly agree, Agree, Neither agree nor disagree, Disagree, Don't know] }`;
  const answers = ['Strongly agree', 'Agree', 'Neither agree nor disagree', 'Disagree', "Don't know"];
  const of = (kind: string, ...counts: number[]): Rows =>
    counts.flatMap((count, at) => times(count, answers[at] ?? '', kind));
  const { analysis } = await publishOf(definition, [
    ['View', 'Kind'],
    ...of('I', 29, 18, 33, 21, 35),
    ...of('O', 15, 13, 5, 12, 8),
    ...of('P', 5, 0, 1, 0, 2),
    ...of('', 3, 3, 0, 1, 0),
  ]);
  const hidden = analysis.breakdowns[0]?.groups.map(({ id, options, nets }) => [
    id,
    [...options, ...nets].filter(({ figure }) => figure.count === null).length,
  ]);
  expect(hidden).toEqual([
    ['individual', 0],
    ['organisation', 5],
    ['petition', 0],
  ]);
});

test('means of organisations and petitions are shown however few these are, and hide none of people but for the sake of few', async () => {
  const definition = `
title: T
respondent: { kind: { column: Kind, individual: Person, organisation: Group, petition: Petition } }
questions:
  - { id: cars, kind: number, column: Cars }`;
  const means = async (others: number) => {
    const rows = [
      ['Kind', 'Cars'],
      ...times(30, 'Person', '1'),
      ...times(20, 'Person', '2'),
      ...times(6, 'Group', '0'),
      ...times(6, 'Group', '4'),
      ...times(1, 'Petition', '9'),
      ...times(others, '', '3'),
    ];
    const { analysis } = await publishOf(definition, rows);
    const groups = analysis.breakdowns.find(({ question }) => question === 'cars')?.groups ?? [];
    return groups.map(({ numbers }) => numbers?.mean);
  };
  expect(await means(0)).toEqual([1.4, 2, 9]);
  expect(await means(12)).toEqual([1.4, 2, 9]);
  // All less the three kinds is what few who did not say theirs gave.
  expect(await means(3)).toEqual([1.4, null, null]);
});

describe('a question that is read from the column of the kind of respondent', () => {
  const definition = `
title: T
respondent: { kind: { column: Role, individual: [Resident, Visitor], organisation: [Business, Club] } }
breakdowns: [role]
questions:
  - { id: role, kind: choice, column: Role, options: [Resident, Visitor, Business, Club], profile: true }
  - { id: q, kind: choice, column: Q, options: ["Yes", "No"] }`;
  const rows = (visitors: number) => [
    ['Role', 'Q'],
    ...times(50, 'Resident', 'Yes'),
    ...times(30, 'Resident', 'No'),
    ...times(visitors, 'Visitor', 'Yes'),
    ...times(12, 'Business', 'Yes'),
    ...times(8, 'Business', 'No'),
    ...times(2, 'Club', 'No'),
  ];

  test('hides another answer of individuals beside a small one, since their number is told', async () => {
    const { analysis, notes } = await publishOf(definition, rows(3));
    expect(analysis.kinds.map(({ count }) => count)).toEqual([83, 22]);
    const [role] = analysis.questions[0]?.items ?? [];
    expect(role?.options.map(({ figure }) => figure.count)).toEqual([null, null, 20, 2]);
    expect(notes).toContain('organisations, petitions and campaigns however few');
  });

  test('shows what few of an organisation answered, and of individuals all where they have one answer', async () => {
    const { analysis } = await publishOf(definition, rows(0));
    const [role] = analysis.questions[0]?.items ?? [];
    expect(role?.options.map(({ figure }) => figure.count)).toEqual([80, 0, 20, 2]);
    const clubs = analysis.breakdowns
      .find(({ by, question }) => by === 'role' && question === 'q')
      ?.groups.find(({ id }) => id === 'club');
    expect(clubs?.options.map(({ figure }) => figure.count)).toEqual([0, 2]);
    const few = [['Role', 'Q'], ...times(3, 'Resident', 'Yes'), ...times(20, 'Business', 'No')];
    const one = await publishOf(definition, few);
    expect(one.analysis.kinds.map(({ count }) => count)).toEqual([3, 20]);
    expect(one.analysis.questions[0]?.items[0]?.options[0]?.figure.count).toBe(3);
  });
});

test('how many of a group gave the same answers to everything is not shown where it would tell what a campaign answered', async () => {
  const letter = 'please keep the number fourteen village bus service running every day';
  const definition = `
title: T
questions:
  - { id: age, kind: choice, column: Age, options: [Young, Old] }
  - { id: q, kind: choice, column: Q, options: ["Yes", "No"] }
  - { id: why, kind: text, column: Why }`;
  const rows = [
    ['Age', 'Q', 'Why'],
    ...times(9, 'Young', 'Yes', letter),
    ...times(25, 'Young', 'Yes', ''),
    ...times(7, 'Young', 'No', ''),
    ...times(30, 'Old', 'No', ''),
  ];
  const { analysis, notes } = await publishOf(definition, rows, { question: 'age', option: 'Young' });
  const campaign = analysis.breakdowns.find(({ question }) => question === 'q')?.groups[0];
  expect(campaign?.options.map(({ figure }) => figure.count)).toEqual([null, null]);
  // That nine gave the same answers, as many as are in the campaign, would say that each of these said yes.
  expect(notes).toContain('Some responses give the same answers to everything');
  expect(notes).not.toMatch(/9 responses give/u);
  expect(analysis.repeats).toBeNull();

  const all = await publishOf(definition, rows);
  expect(all.notes).toContain('9 responses give the same answers to everything');
});

test('a profile of which nothing can be shown is named, and that it is not set beside the population is said', async () => {
  const definition = `
title: T
questions:
  - { id: age, kind: choice, column: Age group, profile: true, options: [Young, Old], population: { Young: 40, Old: 60 } }
  - { id: q, kind: choice, column: Q, options: ["Yes", "No"] }`;
  const rows = [['Age group', 'Q'], ...times(3, 'Young', 'Yes'), ...times(30, 'Old', 'No')];
  const { analysis, notes } = await publishOf(definition, rows);
  expect(analysis.questions[0]?.items[0]?.options.map(({ figure }) => figure.count)).toEqual([null, null]);
  expect(notes).toContain('Nothing can be shown of “Age group”: whatever was shown');
  expect(notes).toContain('“Age group” is not set beside the population here');
});

test('bases beside clarity, and with and without a campaign, have what they weigh and their effective size', async () => {
  const letter = 'please keep the number fourteen village bus service running every day';
  const definition = `
title: T
respondent: { weight: Weight }
questions:
  - { id: view, kind: scale, scale: agreement, column: View }
  - { id: clear, kind: scale, scale: clarity, column: Clear }
  - { id: why, kind: text, column: Why }`;
  const rows = [
    ['View', 'Clear', 'Why', 'Weight'],
    ...times(10, 'Agree', 'No', '', '1'),
    ...times(5, 'Disagree', 'Yes', '', '3'),
    ...times(6, 'Agree', 'Yes', letter, '2'),
  ];
  const { analysis } = await publishOf(definition, rows);
  const json = JSON.parse(renderJson(analysis, '0')) as {
    combinations: { base: object }[];
    sensitivity: { question: string; with: object; without: object }[];
  };
  // Kish: (10 × 1 + 5 × 3 + 6 × 2)² / (10 × 1 + 5 × 9 + 6 × 4), and the same without the campaign.
  expect(json.combinations[0]?.base).toEqual({
    rule: 'answered',
    count: 21,
    weighted: 37,
    effective: 37 ** 2 / 79,
  });
  const view = json.sensitivity.find(({ question }) => question === 'view');
  expect(view?.with).toMatchObject({ effective: 37 ** 2 / 79 });
  expect(view?.without).toMatchObject({ effective: 25 ** 2 / 55 });
  const text = renderMarkdown(tablesDocument(analysis));
  expect(text.slice(text.indexOf('beside “Clear”'))).toMatch(/Effective base: 17\.33/u);
});

describe('views beside clarity that would tell what a breakdown hides are left out, and named', () => {
  const definition = (asked: string) => `
title: T
breakdowns: [role]
questions:
  - { id: role, kind: choice, column: Role, options: [A, B, C] }
  - { id: q1, kind: scale, scale: agreement, column: Q1, options: [Agree, Disagree] }
  - { id: clear, kind: scale, scale: clarity, column: Clear, options: ["Yes", "No"]${asked} }`;
  const [yes, no] = ['Yes', 'No'];

  test('where only a small group was asked whether it was clear', async () => {
    const rows = [
      ['Role', 'Q1', 'Clear'],
      ...times(20, 'A', 'Agree', ''),
      ...times(12, 'A', 'Disagree', ''),
      ...times(1, 'B', 'Disagree', yes),
      ...times(2, 'B', 'Disagree', no),
      ...times(16, 'C', 'Agree', ''),
      ...times(10, 'C', 'Disagree', ''),
    ];
    const { analysis, notes } = await publishOf(definition(', asked: { role: B }'), rows);
    expect(analysis.combinations).toEqual([]);
    expect(notes).toContain('“Q1” beside “Clear”: whatever was shown');
  });

  const rows = (clearOfB: string) => [
    ['Role', 'Q1', 'Clear'],
    ...[yes, no].flatMap((clear) => [
      ...times(7, 'A', 'Agree', clear),
      ...times(5, 'A', 'Disagree', clear),
      ...times(6, 'C', 'Agree', clear),
      ...times(6, 'C', 'Disagree', clear),
    ]),
    ...times(3, 'B', 'Agree', clearOfB),
  ];

  test('where only a small group left that blank: it is what the views leave of all', async () => {
    const { analysis, notes } = await publishOf(definition(''), rows(''));
    expect(analysis.combinations).toEqual([]);
    expect(notes).toContain('“Q1” beside “Clear”: whatever was shown');
  });

  test('but not where everybody said whether it was clear', async () => {
    const { analysis, notes } = await publishOf(definition(''), rows(yes));
    expect(analysis.combinations[0]?.figures.map(({ figure }) => figure.count)).toEqual([16, 13, 11, 11, 0]);
    expect(notes).not.toContain('beside “Clear”');
  });
});

test('what the few who are in no group within a group said is not what a group and its difference leave of the total', async () => {
  const definition = `
title: T
breakdowns: [[role, use]]
questions:
  - { id: role, kind: choice, column: Role, options: [A, B] }
  - { id: use, kind: multiple, column: Use, options: [P, Q] }
  - { id: q, kind: choice, column: Q, options: ["Yes", "No", "Perhaps"] }`;
  const rows = [
    ['Role', 'Use', 'Q'],
    ...['A', 'B'].flatMap((role) =>
      ['P', 'Q', 'P; Q'].flatMap((use) =>
        ['Yes', 'No', 'Perhaps'].flatMap((answer) => times(12, role, use, answer)),
      ),
    ),
    ...times(2, 'A', '', 'Yes'),
    ...times(1, 'A', '', 'No'),
    ...times(1, 'B', '', 'Perhaps'),
    ...times(2, '', 'P', 'Yes'),
    ...times(1, '', 'P; Q', 'No'),
  ];
  const { analysis } = await publishOf(definition, rows);
  const nested = analysis.breakdowns.find(({ by, question }) => by === 'role+use' && question === 'q');
  const told = nested?.groups.flatMap(({ options }) =>
    options.flatMap(({ id, figure, difference }) => {
      const all = nested.total.options.find((one) => one.id === id)?.figure.count ?? 0;
      return difference && figure.count !== null ? [all - figure.count - (difference.others.count ?? 0)] : [];
    }),
  );
  expect(told).toEqual([]);
});

test('how many are in no group is hidden where the profile that says so hides it too', async () => {
  const definition = `
title: T
breakdowns: [role]
questions:
  - { id: role, kind: choice, column: Role, options: [A, B], profile: true }
  - { id: sure, kind: choice, column: Sure, options: ["Yes", "No"] }
  - { id: q, kind: choice, column: Q, options: [One, Two, Three], asked: { role: B } }`;
  const rows = [
    ['Role', 'Q', 'Sure'],
    ...['Yes', 'No'].flatMap((sure) => [
      ...times(2, 'A', '', sure),
      ...['One', 'Two', 'Three'].flatMap((answer) => times(6, 'B', answer, sure)),
    ]),
    ...times(1, '', '', 'Yes'),
  ];
  const { analysis } = await publishOf(definition, rows);
  expect(analysis.questions[0]?.items[0]?.states.blank).toBe(null);
  expect(analysis.breakdowns[0]?.ungrouped).toBe(null);
  expect(renderMarkdown(tablesDocument(analysis))).toContain('but in no group is hidden, as in the profile');
});

test('which answers may hide less if they are counted as one is said of a profile and of groups, by what is seen to be hidden', async () => {
  const definition = (age: string, more = '') => `
title: T
questions:
  - { id: age, kind: choice, column: Age, profile: true, ${age} }
  - { id: role, kind: choice, column: Role, options: [Parent, Staff, Pupil] }
  - { id: heard, kind: multiple, column: Heard, options: [Post, Web] }
  - { id: q, kind: choice, column: Q, options: ["Yes", "No"] }
${more}`;
  const rows = [
    ['Age', 'Role', 'Heard', 'Q'],
    ...times(3, 'Under 18', 'Parent', 'Web', 'Yes'),
    ...times(7, '18–24', 'Parent', 'Web', 'Yes'),
    ...times(30, '25 and over', 'Parent', 'Web', 'No'),
    ...times(1, '25 and over', 'Pupil', 'Web', 'Yes'),
    ...times(13, '25 and over', 'Staff', 'Web', 'Yes'),
    ...times(4, '25 and over', 'Staff', 'Post', 'No'),
    ...times(12, '25 and over', 'Pupil', 'Web', 'No'),
  ];
  const apart = 'options: [Under 18, 18–24, 25 and over]';
  const { notes, analysis } = await publishOf(definition(apart), rows);
  expect(notes).toContain(
    'So that no small count can be seen or worked out it is hidden how many answered “Under 18” and “18–24” to “Age”. Answers that go together, counted as one by “merge” in the definition, may hide less.',
  );
  expect(analysis.disclosure?.hidden).toBe(2);
  const merged = await publishOf(
    definition('options: [Under 25, 25 and over], merge: { Under 25: [Under 18, 18–24] }'),
    rows,
  );
  expect(merged.analysis.disclosure?.hidden).toBe(0);
  expect(merged.notes).not.toContain('merge');
  const byRole = await publishOf(
    definition(
      'options: [Under 25, 25 and over], merge: { Under 25: [Under 18, 18–24] }',
      'breakdowns: [role]',
    ),
    rows,
  );
  expect(byRole.notes).toMatch(
    /More than half is hidden in results by “Role” of .*“Pupil”\. Groups that go together, counted as one by “merge”/u,
  );
  // Several answers may be given: none can be counted as one.
  const byHeard = await publishOf(
    definition(
      'options: [Under 25, 25 and over], merge: { Under 25: [Under 18, 18–24] }',
      'breakdowns: [heard]',
    ),
    rows,
  );
  expect(byHeard.notes).toContain('Nothing can be shown of “Age”, “Role” and “Q”, by “Heard”');
  expect(byHeard.notes).not.toContain('merge');
});

test('of two groups, or of kinds of respondent, it is not said that some counted as one may hide less', async () => {
  const definition = (roles: string) => `
title: T
respondent: { kind: { column: Kind, individual: I, organisation: O } }
questions:
  - { id: role, kind: choice, column: Role, options: ${roles} }
  - { id: q, kind: choice, column: Q, options: ["Yes", "No"] }
breakdowns: [role]`;
  const rows = [
    ['Kind', 'Role', 'Q'],
    ...times(30, 'I', 'Parent', 'Yes'),
    ...times(20, 'O', 'Parent', 'Yes'),
    ...times(5, 'I', 'Staff', 'Yes'),
    ...times(1, 'I', 'Staff', 'No'),
  ];
  const { notes } = await publishOf(definition('[Parent, Staff]'), rows);
  expect(notes).toMatch(
    /Nothing can be shown of “Q” by “Kind of respondent”.*: whatever was shown, what few/u,
  );
  expect(notes).not.toContain('merge');
  const pupils = [...times(3, 'I', 'Pupil', 'Yes'), ...times(1, 'I', 'Pupil', 'No')];
  const three = await publishOf(definition('[Parent, Staff, Pupil]'), [...rows, ...pupils]);
  expect(three.notes).toContain('merge');
});

test('groups that would have no small count as one are named before the results by them, and are enough', async () => {
  const definition = (age: string) => `
title: T
questions:
  - { id: age, kind: choice, column: Age, profile: true, ${age} }
  - { id: q, kind: choice, column: Q, options: ["Yes", "No"] }
breakdowns: [age]`;
  const rows = (unknown: number) => [
    ['Age', 'Q'],
    ...times(3, 'Under 18', 'Yes'),
    ...times(2, 'Under 18', 'No'),
    ...times(8, '18–24', 'Yes'),
    ...times(9, '18–24', 'No'),
    ...times(30, '25–64', 'No'),
    ...times(21, '25–64', 'Yes'),
    ...times(20, '65 and over', 'No'),
    ...times(14, '65 and over', 'Yes'),
    ...times(unknown, '', 'Yes'),
  ];
  const apart = await publishOf(definition('options: [Under 18, 18–24, 25–64, 65 and over]'), rows(0));
  expect(apart.analysis.disclosure?.hidden).toBeGreaterThan(0);
  const words =
    'Counted as one by “merge” in the definition, “Under 18” and “18–24” of “Age” would have no small count';
  const [before = '', after = ''] = renderMarkdown(tablesDocument(apart.analysis)).split('**Q, by “Age”**');
  expect(before).toContain(words);
  expect(after).not.toContain('Counted as one');
  const merged = await publishOf(
    definition('options: [Under 25, 25–64, 65 and over], merge: { Under 25: [Under 18, 18–24] }'),
    rows(0),
  );
  expect(merged.analysis.disclosure?.hidden).toBe(0);
  // With some in no group nobody can see what the two have together.
  const some = await publishOf(definition('options: [Under 18, 18–24, 25–64, 65 and over]'), rows(12));
  expect(some.notes).not.toContain('Counted as one');
});

test('how many wrote something beside a profile is hidden where a count of one is: as many chose “Other” as said what', async () => {
  const definition = `
title: T
questions:
  - { id: origin, kind: choice, column: Origin, profile: true, options: [Here, Near, Far, Other] }
  - { id: which, kind: text, column: 'Origin - Other, please say' }
  - { id: more, kind: text, column: More about you, profile: true }
  - { id: why, kind: text, column: Originality matters? Why }
  - { id: q, kind: choice, column: Q, options: ["Yes", "No"] }`;
  const table = (far: number) => [
    ['Origin', 'Origin - Other, please say', 'More about you', 'Originality matters? Why', 'Q'],
    ...times(20, 'Here', '', 'a', '', 'Yes'),
    ...times(far, 'Far', '', '', '', 'No'),
    ...times(7, 'Other', 'Cornish', '', 'b', 'Yes'),
    ...times(12, 'Near', '', '', '', 'Yes'),
  ];
  const wrote = ({ analysis }: Awaited<ReturnType<typeof publishOf>>) =>
    ['which', 'more', 'why'].map(
      (id) => analysis.questions.find((one) => one.id === id)?.items[0]?.states.option,
    );
  const hiding = await publishOf(definition, table(2));
  expect(hiding.analysis.questions[0]?.items[0]?.options[2]?.figure.count).toBe(null);
  expect(wrote(hiding)).toEqual([null, null, 7]);
  const apart = definition.replace(
    "column: 'Origin - Other, please say'",
    "column: 'Origin - Other, please say', text: Please specify",
  );
  expect(wrote(await publishOf(apart, table(2)))).toEqual([null, null, 7]);
  expect(wrote(await publishOf(definition, table(10)))).toEqual([7, 20, 7]);
  expect(wrote(await publishOf(`${definition}\nreport: { disclosure: none }`, table(2)))).toEqual([7, 20, 7]);
});

test('how many wrote an answer to what only a hidden option is asked is hidden, and how many were not asked it', async () => {
  const definition = `
title: T
questions:
  - { id: gender, kind: choice, column: Gender, profile: true, options: [Man, Woman, Other] }
  - { id: ward, kind: choice, column: Ward, options: [North, South] }
  - { id: which, kind: text, column: Which college?, asked: { gender: Other } }
  - { id: what, kind: text, column: What ward?, asked: { ward: North } }`;
  const table = (other: number, wrote: number) => [
    ['Gender', 'Ward', 'Which college?', 'What ward?'],
    ...times(23, 'Man', 'North', '', 'x'),
    ...times(34, 'Woman', 'South', '', ''),
    ...times(wrote, 'Other', 'North', 'The art college', ''),
    ...times(other - wrote, 'Other', 'North', '', ''),
  ];
  const nothing = { option: null, outside: 0, blank: null, notAsked: null, invalid: null };
  const all = async (rows: Rows, where?: { question: string; option: string }) => {
    const { analysis } = await publishOf(definition, rows, where);
    const [which, what] = ['which', 'what'].map(
      (id) => analysis.questions.find((one) => one.id === id)?.items[0],
    );
    return { which, what, analysis };
  };
  for (const wrote of [0, 2, 3]) {
    const { which, what, analysis } = await all(table(3, wrote));
    expect(which).toMatchObject({ base: { count: null }, states: nothing });
    expect(what).toMatchObject({ base: { count: 23 }, states: { option: 23, blank: 3, notAsked: 34 } });
    expect(renderMarkdown(tablesDocument(analysis))).not.toMatch(/\d of 3 wrote/u);
  }
  const north = await all(table(3, 1), { question: 'ward', option: 'North' });
  expect(north.which).toMatchObject({ base: { count: null }, states: nothing });
  const many = await all(table(20, 12));
  expect(many.which).toMatchObject({ base: { count: 12 }, states: { option: 12, notAsked: 57 } });
});

test('how few wrote about themselves is hidden wherever that was asked, and how many is not', async () => {
  const definition = `
title: T
questions:
  - { id: own, kind: text, column: Self-describe }
  - { id: gender, kind: choice, column: Gender, profile: true, options: [Man, Woman, Other] }
  - { id: view, kind: choice, column: View, options: [For, Against] }
  - { id: other, kind: text, column: Other gender }
  - { id: more, kind: text, column: Anything else? }`;
  const wrote = async (few: number) => {
    const { analysis } = await publishOf(definition, [
      ['Self-describe', 'Gender', 'View', 'Other gender', 'Anything else?'],
      ...times(20, '', 'Man', 'For', '', ''),
      ...times(30, '', 'Woman', 'Against', '', ''),
      ...times(few, 'Mine', 'Other', 'For', 'Mine', 'Trees'),
    ]);
    return ['own', 'other', 'more'].map(
      (id) => analysis.questions.find((one) => one.id === id)?.items[0]?.states.option,
    );
  };
  expect(await wrote(3)).toEqual([null, null, 3]);
  expect(await wrote(12)).toEqual([12, 12, 12]);
});

test('that few were left out for an answer about themselves is shown on purpose, and said, as the numbers must add up', async () => {
  const definition = (exclude: string) => `
title: T
exclude: [${exclude}]
questions:
  - { id: age, kind: choice, column: Age, profile: true, options: [Young, Old] }
  - { id: role, kind: choice, column: Role, options: [A, B] }`;
  const rows = [
    ['Age', 'Role'],
    ...times(2, 'Young', 'A'),
    ...times(20, 'Old', 'A'),
    ...times(3, 'Old', 'B'),
  ];
  const left = 'Shown on purpose: how few were left out for an answer about themselves';
  expect((await publishOf(definition('{ age: Young }'), rows)).notes).toContain(left);
  expect((await publishOf(definition('{ role: B }'), rows)).notes).not.toContain(left);
});

test('words on small groups say what is still told of them, and why some are in none', async () => {
  const definition = `
title: T
breakdowns: [role]
questions:
  - { id: role, kind: choice, column: Role, options: [A, B] }
  - { id: q, kind: choice, column: Q, options: ["Yes", "No"] }`;
  const rows = (no: number) => [
    ['Role', 'Q'],
    ...times(20, 'A', 'Yes'),
    ...times(no, 'A', 'No'),
    ...times(5, 'B', 'Yes'),
    ...times(12, 'C', 'Yes'),
  ];
  const told = 'all that they answered is hidden, but for what the results of all tell.';
  const same = await publishOf(definition, rows(0));
  expect(same.notes).toContain(told);
  expect((await publishOf(definition, rows(15))).notes).not.toContain(told);
  expect(renderMarkdown(tablesDocument(same.analysis))).toContain(
    '12 under “All respondents” but in no group: no answer to “Role” that could be counted.',
  );
});

test('a table of which nothing can be shown has no count of any group in JSON and CSV either', async () => {
  const definition = `
title: T
respondent: { kind: { column: Kind, individual: I, organisation: O } }
breakdowns: [age]
questions:
  - { id: age, kind: choice, column: Age, profile: true, options: [Young, Middling, Old] }
  - { id: agree, kind: scale, scale: agreement, column: Agree, options: [Agree, Disagree] }
  - { id: clear, kind: scale, scale: clarity, column: Clear, options: ["Yes", "No"] }`;
  const rows = [
    ['Kind', 'Age', 'Agree', 'Clear'],
    ['O', 'Middling', 'Disagree', 'No'],
    ['I', 'Middling', 'Disagree', 'No'],
    ['I', 'Middling', '', 'Yes'],
    ['I', 'Middling', 'Agree', 'No'],
    ...times(2, 'I', 'Middling', 'Disagree', 'Yes'),
    ...times(6, 'I', 'Middling', 'Agree', 'Yes'),
    ['I', 'Young', 'Agree', 'No'],
    ...times(3, 'I', 'Young', 'Agree', 'Yes'),
    ...times(4, 'I', 'Young', 'Disagree', 'Yes'),
    ['I', 'Old', 'Agree', 'Yes'],
    ['I', 'Old', '', 'Yes'],
    ['I', '', 'Agree', 'Yes'],
    ['I', '', 'Disagree', 'Yes'],
  ];
  const responses = await collect(definition, [rows]);
  const { analysis } = publishWeightedOrNot(analyse(responses), responses);
  const notes = analysis.notes.map((note) => sentenceText(describeNote(note, analysis), 0)).join(' ');
  expect(notes).toContain(
    'Nothing can be shown of “Age” and “Clear”, by “Kind of respondent”; “Agree” and “Clear”, by “Age”: ',
  );
  const { breakdowns } = JSON.parse(renderJson(analysis, '0')) as {
    breakdowns: { by: string; question: string; groups: unknown }[];
  };
  const groupsOf = (question: string, by: string) =>
    JSON.stringify(breakdowns.find((one) => one.question === question && one.by === by)?.groups);
  for (const hidden of [groupsOf('age', 'respondent.kind'), groupsOf('agree', 'age')]) {
    expect(hidden).toContain('"count":null');
    expect(hidden).not.toMatch(/"(?:count|base|option|blank)":[1-9]/u);
  }
  expect(groupsOf('agree', 'respondent.kind')).toMatch(/"count":[1-9]/u);
  const young = renderCsv(analysis)
    .split('\n')
    .filter((row) => row.startsWith('agree.agree@age=young,'));
  expect(young.map((row) => row.replace(/^.*,answered,/u, ''))).toEqual([',,[c],,,,,']);
});

test('an answer of a profile that is hidden is named though a small group of the same question is named too', async () => {
  const definition = `
title: T
breakdowns: [gender]
questions:
  - { id: gender, kind: choice, column: Gender, profile: true, options: [Female, Male, Other, Prefer not to say] }
  - { id: q, kind: choice, column: Q, options: ["Yes", "No"] }`;
  const { notes } = await publishOf(definition, [
    ['Gender', 'Q'],
    ...times(60, 'Female', 'Yes'),
    ...times(50, 'Female', 'No'),
    ...times(40, 'Male', 'Yes'),
    ...times(30, 'Male', 'No'),
    ...times(2, 'Other', 'Yes'),
    ...times(3, 'Prefer not to say', 'Yes'),
    ...times(3, 'Prefer not to say', 'No'),
    ...times(20, '', 'Yes'),
  ]);
  expect(notes).toContain('Fewer than 10 responses in group “Prefer not to say” of “Gender”');
  expect(notes).toMatch(/it is hidden how many answered .*“Other” to “Gender”/u);
  // How many say “Other” is hidden, and may be as few as these.
  expect(notes).toContain('Of “Gender” there are groups of which no size is shown: they may be as small.');
});

test('how few described themselves in words that are no option is not told, of all or of a group', async () => {
  const definition = `
title: T
breakdowns: [age]
questions:
  - { id: age, kind: choice, column: Age, options: [Young, Old] }
  - { id: sex, kind: choice, column: Sex, profile: true, options: [Female, Male] }`;
  const rows = (other: number) => [
    ['Age', 'Sex'],
    ...['Young', 'Old'].flatMap((age) => [...times(20, age, 'Female'), ...times(15, age, 'Male')]),
    ...times(other, 'Young', 'Genderqueer'),
    ...times(1, 'Old', 'Genderqueer'),
  ];
  const few = (await publishOf(definition, rows(2))).analysis;
  expect(few.questions[1]?.items[0]?.states).toMatchObject({ option: 70, blank: null, invalid: null });
  expect(few.issues.filter(({ question }) => question === 'sex')).toEqual([]);
  const many = (await publishOf(definition, rows(8))).analysis;
  expect(many.questions[1]?.items[0]?.states).toMatchObject({ blank: 0, invalid: 9 });
  expect(many.breakdowns[0]?.groups.map(({ states }) => states.invalid)).toEqual([null, null]);
});

test('an answer that is shown is not taken for the most frequent where one that is hidden may be', async () => {
  const told = async (options: string, ...counts: [string, number][]) => {
    const definition = `{ title: T, questions: [{ id: home, kind: choice, column: Home, profile: true${options} }] }`;
    const rows = [['Home'], ...counts.flatMap(([answer, count]) => times(count, answer))];
    const { analysis } = await publishOf(definition, rows);
    return renderMarkdown(summaryDocument(analysis, { version: '0', definition: undefined }));
  };
  const last = 'Answers stand by how many gave them; those with \\[c] come last, however many that is.';
  const hidden = await told('', ['Owned', 60], ['Boat', 3], ['Prefer not to say', 9]);
  expect(hidden).toContain(
    '\nHow many gave some answers is not shown, and one of these may be the most frequent. 13% answered “Prefer not to say” (9 of 72).\n',
  );
  expect(hidden).toContain(last);
  // The other answers are 7 of 67 together.
  const most = await told('', ['Owned', 60], ['Boat', 3], ['Caravan', 4]);
  expect(most).toContain(
    '\n90% answered “Owned” (60 of 67). How many gave the other answers is not shown.\n',
  );
  expect(most).toContain(last);
  const listed = await told(', options: [Caravan, Boat, Owned]', ['Owned', 60], ['Boat', 3], ['Caravan', 4]);
  expect(listed).not.toContain(last);
});

test('many results of which nothing can be shown are named by their groups, in sentences that can be read', async () => {
  const items = Array.from({ length: 9 }, (_, at) => `Q${at + 1}`);
  const definition = `
title: T
breakdowns: [role, heard]
questions:
  - { id: role, kind: choice, column: Role, options: [A, B, C] }
  - { id: heard, kind: choice, column: Heard, options: [Letter, Post] }
${items.map((item) => `  - { id: ${item}, kind: choice, column: ${item}, options: [Good, Bad] }`).join('\n')}`;
  const whole = analyse(
    await collect(definition, [
      [['Role', 'Heard', ...items], times(1, ...['A', 'Post', ...items.map(() => 'Good')]).flat()],
    ]),
  );
  const of = (by: string, hidden: (question: string) => boolean) =>
    whole.breakdowns.filter((one) => one.by === by && hidden(one.question));
  const tables = [
    ...of('role', (question) => question !== 'Q3'),
    ...of('heard', (question) => question === 'Q1' || question === 'Q2'),
  ];
  const told = (those: typeof tables) =>
    withheldNotes({ code: 'withheld-tables', tables: those, views: [] }, whole).map((note) =>
      sentenceText(note, 0),
    );
  const why =
    'whatever was shown, what few people answered could be worked out from it and the other results.';
  expect(told(tables)).toEqual([
    `Nothing can be shown of 11 results, which the next notes name: ${why} With fewer options or groups (“merge” in the definition) some of them may be shown.`,
    'By “Role” nothing is shown but “Q3”.',
    'Not shown by “Heard”: “Q1” and “Q2”.',
  ]);
  expect(told(of('heard', () => true)).at(-1)).toBe('By “Heard” nothing is shown.');
  expect(told(tables.slice(-3))).toEqual([
    `Nothing can be shown of “Q9” by “Role”; “Q1” and “Q2”, by “Heard”: ${why} With fewer options or groups (“merge” in the definition) it may be shown.`,
  ]);
});

test('hidden answers of a question with several answers are named, and that they cannot be counted as one', async () => {
  const definition = (more: string) => `
title: T
questions:
  - { id: travel, kind: multiple, column: Travel, profile: true, options: [Bus, Car, Boat, Tram] }
${more}`;
  const rows = [
    ['Travel', 'Home'],
    ...times(30, 'Bus;Car', 'Owned'),
    ...times(20, 'Car', 'Rented'),
    ...times(3, 'Boat;Car', 'Owned'),
    ...times(2, 'Tram;Bus', 'Rented'),
    ...Array.from({ length: 10 }, (_, at) => ['Bus', `Home ${at + 1}`]),
  ];
  const alone = 'As respondents could give several answers, these cannot be counted as one.';
  const { notes } = await publishOf(definition(''), rows);
  expect(notes).toContain(
    `So that no small count can be seen or worked out it is hidden how many answered “Boat” and “Tram” to “Travel”. ${alone}`,
  );
  // Of a question with many hidden answers only how many these are.
  const { analysis } = await publishOf(
    definition('  - { id: home, kind: choice, column: Home, profile: true }'),
    rows,
  );
  const named = notesInWords(analysis).map((note) => sentenceText(note, 0));
  expect(named.join('\n')).toMatch(
    /hidden how many gave \d+ of the answers to “Home”, those with \[c\] in its table\./u,
  );
  expect(named.join('\n')).not.toContain('Home 1');
});

test('whoever would not say is not to be counted as one with anybody, and many small groups are named by their tables', async () => {
  const told = async (...small: string[]) => {
    const definition =
      '{ title: T, breakdowns: [ward], questions: [{ id: ward, kind: choice, column: Ward }, { id: q, kind: choice, column: Q }] }';
    const rows = [
      ['Ward', 'Q'],
      ...['North', 'South', 'East'].flatMap((ward) => [...times(20, ward, 'Yes'), ...times(15, ward, 'No')]),
      ...small.flatMap((ward) => [...times(4, ward, 'Yes'), ...times(4, ward, 'No')]),
    ];
    const { notes } = await publishOf(definition, rows);
    return notes.split('\n').find((note) => note.startsWith('Fewer than 10'));
  };
  expect(await told('Prefer not to say')).toBe(
    'Fewer than 10 responses in group “Prefer not to say” of “Ward”: all that they answered is hidden.',
  );
  expect(await told('West')).toContain('Groups that go together, counted as one by “merge”');
  const many = Array.from({ length: 9 }, (_, at) => `Ward ${at + 1}`);
  expect(await told(...many)).toContain(
    'Fewer than 10 responses in each of 9 groups of “Ward”, whose bases are in the tables by it: all that they answered is hidden',
  );
});

test.each([
  [
    [3, 8, 60],
    'How many agreed with “View”, and how many neither agreed nor disagreed, is not shown; 85% disagreed (60 of 71).',
  ],
  [
    [60, 8, 3],
    '85% agreed with “View” (60 of 71); how many disagreed, and how many neither agreed nor disagreed, is not shown.',
  ],
])(
  'of a scale a sentence says what is shown with its base, and of what that is not: %j',
  async (given, told) => {
    const [agree = 0, neither = 0, disagree = 0] = given;
    const definition = `
title: T
questions:
  - { id: role, kind: choice, column: Role, options: [Parent, Staff] }
  - { id: view, kind: scale, scale: agreement, column: View, options: [Agree, Neither agree nor disagree, Disagree] }`;
    const rows = [
      ['Role', 'View'],
      ...times(agree, 'Parent', 'Agree'),
      ...times(neither, 'Parent', 'Neither agree nor disagree'),
      ...times(disagree, 'Parent', 'Disagree'),
      ...times(40, 'Staff', 'Agree'),
    ];
    const { analysis } = await publishOf(definition, rows, { question: 'role', option: 'Parent' });
    const [, view] = analysis.questions;
    const [item] = view?.items ?? [];
    if (view === undefined || item === undefined) throw new Error('there is no question');
    expect(sentenceText(itemSentence(view, item, analysis.settings), 0)).toBe(told);
  },
);

test('how many of a group did not answer is shown where its size, its base and the don’t knows that are shown tell it', async () => {
  const definition = `
title: T
report: { base: gave-view }
breakdowns: [role]
questions:
  - { id: role, kind: choice, column: Role, options: [Parent, School] }
  - { id: view, kind: scale, column: View, scale: agreement, options: [Agree, Neither, Disagree, Don't know] }`;
  const rows = [
    ['Role', 'View'],
    ...times(20, 'Parent', 'Agree'),
    ...times(7, 'Parent', 'Neither'),
    ...times(2, 'Parent', 'Disagree'),
    ...times(6, 'Parent', 'Don’t know'),
    ...times(3, 'Parent', ''),
    ...times(12, 'School', 'Agree'),
    ...times(9, 'School', 'Neither'),
    ...times(8, 'School', 'Disagree'),
    ...times(5, 'School', 'Don’t know'),
    ...times(4, 'School', ''),
  ];
  const groups = async (given: Rows) => (await publishOf(definition, given)).analysis.breakdowns[0]?.groups;
  const [parent, school] = (await groups(rows)) ?? [];
  expect(parent?.options.map(({ figure }) => figure.count)).toEqual([20, null, null, 6]);
  expect([parent?.states.blank, school?.states.blank]).toEqual([3, 4]);
  const fewUnsure = rows.filter(([role, view]) => role !== 'Parent' || view !== 'Don’t know');
  const [few] = (await groups([...fewUnsure, ...times(2, 'Parent', 'Don’t know')])) ?? [];
  expect(few?.options[3]?.figure.count).toBeNull();
  expect(few?.states).toMatchObject({ outside: null, blank: null });
});

test('nor is it hidden where a net that is shown tells it, or the groups that are shown leave nobody who did not', async () => {
  const definition = `
title: T
report: { base: all }
breakdowns: [role]
questions:
  - { id: role, kind: choice, column: Role, options: [Parent, School] }
  - { id: view, kind: scale, column: View, scale: agreement, options: [Strongly agree, Agree, Disagree, Don't know] }`;
  const statesOf = async (rows: Rows) => {
    const { analysis } = await publishOf(definition, [['Role', 'View'], ...rows]);
    return analysis.breakdowns[0]?.groups.map(({ states: { option, blank } }) => [option, blank]);
  };
  const allAgreed = [
    ...times(5, 'Parent', 'Strongly agree'),
    ...times(5, 'Parent', ''),
    ...times(1, 'School', 'Agree'),
    ...times(5, '', 'Strongly agree'),
    ...times(5, '', ''),
  ];
  expect(await statesOf(allAgreed)).toEqual([
    [5, 5],
    [1, 0],
  ]);
  const allReplied = [
    ...times(5, 'Parent', 'Agree'),
    ...times(5, 'Parent', ''),
    ...times(5, 'School', 'Agree'),
    ...times(5, 'School', 'Disagree'),
    ...times(5, 'School', 'Don’t know'),
    ...times(1, '', 'Don’t know'),
  ];
  expect(await statesOf(allReplied)).toEqual([
    [5, 5],
    [null, 0],
  ]);
});

test('no difference from the other groups tells how many of a group did not answer, where that is hidden', async () => {
  const definition = `
title: T
report: { base: all }
breakdowns: [role, age]
questions:
  - { id: role, kind: choice, column: Role, options: [Parent, School, Health, Youth] }
  - { id: age, kind: choice, column: Age, profile: true, options: [Young, Middle, Old] }`;
  const rows = [
    ['Role', 'Age'],
    ...times(9, 'Parent', 'Young'),
    ...times(2, 'Parent', 'Middle'),
    ...times(7, 'Parent', 'Old'),
    ...times(3, 'Parent', ''),
    ...times(1, 'School', 'Young'),
    ...times(1, 'School', 'Middle'),
    ...times(2, 'Health', 'Young'),
    ...times(4, 'Health', 'Middle'),
    ...times(4, 'Health', 'Old'),
    ...times(1, 'Health', ''),
    ...times(2, 'Youth', 'Young'),
    ...times(6, 'Youth', 'Middle'),
    ...times(6, 'Youth', 'Old'),
    ...times(2, 'Youth', ''),
    ...times(1, '', 'Young'),
    ...times(1, '', 'Middle'),
    ...times(3, '', 'Old'),
  ];
  const { breakdowns } = (await publishOf(definition, rows)).analysis;
  const [ageByRole, roleByAge] = breakdowns;
  expect(roleByAge?.groups[0]?.states.blank).toBeNull();
  // Of 15 who are young 9 are parents: “and 5 of the others” would leave one who gave no role.
  expect(ageByRole?.groups[0]?.options[0]?.figure.count).toBe(9);
  expect(ageByRole?.groups.flatMap(({ options }) => options.map(({ difference }) => difference))).toEqual(
    Array.from({ length: 12 }, () => undefined),
  );
});
