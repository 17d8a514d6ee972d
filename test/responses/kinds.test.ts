import { expect, test } from 'vitest';
import { analyse } from '../../src/analysis/analyse.ts';
import { publish } from '../../src/analysis/disclosure/publish.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import { describeIssue, issueTitle } from '../../src/report/issues/issue-words.ts';
import { tablesDocument } from '../../src/report/tables/tables.ts';
import { collect, issuesOf } from '../support/survey.ts';

const definition = (kind: string) => `
title: T
respondent: { kind: ${kind} }
questions: [{ id: view, kind: scale, scale: agreement, column: View }]`;

const rows = [
  ['Who', 'Signed', 'View'],
  ['individual', '', 'Agree'],
  [' An Individual ', '9', 'Disagree'],
  ['Organisation', '', 'Disagree'],
  ['PETITION', '7,014', 'Agree'],
  ['Petition', 'many', 'Agree'],
  ['Organisaton', '', 'Agree'],
  ['', '', 'Agree'],
];

test('a petition is one response, and those who signed it are in no base', async () => {
  const responses = await collect(definition('{ column: Who, signatories: Signed }'), [rows]);
  const { kinds, breakdowns, questions } = analyse(responses);
  expect(kinds).toEqual([
    { kind: 'individual', count: 2 },
    { kind: 'organisation', count: 1 },
    { kind: 'petition', count: 2, signatories: 7014, signatoriesUnknown: 1 },
    { kind: null, count: 2 },
  ]);
  expect(questions[0]?.items[0]?.base.count).toBe(7);
  const [byKind] = breakdowns;
  expect([byKind?.by, byKind?.ungrouped]).toEqual(['respondent.kind', 2]);
  expect(byKind?.groups.map(({ id, base, nets }) => [id, base.count, nets[0]?.figure.count])).toEqual([
    ['individual', 2, 1],
    ['organisation', 1, 0],
    ['petition', 2, 2],
  ]);
});

test('a record of several petitions stands for the signatures of each', async () => {
  const counted = rows.map((row, nth) => [...row, nth === 0 ? 'Times' : '3']);
  const text = definition('{ column: Who, signatories: Signed }, count: Times');
  const { kinds } = analyse(await collect(text, [counted]));
  expect(kinds.find(({ kind }) => kind === 'petition')).toEqual({
    kind: 'petition',
    count: 6,
    signatories: 21042,
    signatoriesUnknown: 3,
  });
});

test('a kind that is not known and a number of signatures that is none are said', async () => {
  const responses = await collect(definition('{ column: Who, signatories: Signed }'), [rows]);
  expect(issuesOf(responses, 'unknown-kind')).toMatchObject([
    {
      column: 'Who',
      value: 'Organisaton',
      suggestion: 'Organisation',
      count: 1,
      places: [{ row: 6, line: 7 }],
    },
  ]);
  expect(issuesOf(responses, 'not-a-number')).toMatchObject([{ column: 'Signed', value: 'many', count: 1 }]);
});

test('what forms write out is known, and of anything else it is said which keys of the definition list the words', async () => {
  const said = [
    'I am responding as an individual',
    'On behalf of a business/an organisation',
    'Parish Council',
    'Community council',
    'Town or parish council',
    "Residents' association",
    'Beekeeper',
  ];
  const table = [['Who', 'View'], ...said.map((who) => [who, 'Agree'])];
  const responses = await collect(definition('{ column: Who }'), [table]);
  expect(analyse(responses).kinds).toEqual([
    { kind: 'individual', count: 1 },
    { kind: 'organisation', count: 5 },
    { kind: null, count: 1 },
  ]);
  const [issue] = issuesOf(responses, 'unknown-kind');
  expect(issue && describeIssue(issue)).toBe('“Beekeeper” is no known kind of respondent');
  expect(issueTitle('unknown-kind').effect).toContain('respondent.kind.individual');
});

test('the words for each kind may be those of the form', async () => {
  const form = rows.map(([who = '', signed = '', view = '']) => [
    who.trim() === '' ? 'A club' : who,
    signed,
    view,
  ]);
  const kind =
    '{ column: Who, organisation: [A club, Organisation, Organisaton], individual: [individual, An individual] }';
  const responses = await collect(definition(kind), [form]);
  expect(issuesOf(responses, 'unknown-kind')).toEqual([]);
  expect(analyse(responses).kinds.map(({ kind: one, count }) => [one, count])).toEqual([
    ['individual', 2],
    ['organisation', 3],
    ['petition', 2],
  ]);
});

test('how many signed is not known where no column says it', async () => {
  const words = async (kind: string) =>
    renderTerminal(tablesDocument(analyse(await collect(definition(kind), [rows]))), {
      width: 200,
      colour: 0,
    });
  expect(await words('{ column: Who }')).toContain(
    'A petition counts as one response. How many signed is not known.',
  );
  expect(await words('{ column: Who, signatories: Signed }')).toContain(
    'Those who signed, 7,014 in all, are in no other figure. Of 1 it is not known how many signed.',
  );
});

test('what organisations think is no secret, and who they are is hidden as with people', async () => {
  const text = `
title: T
respondent: { kind: { column: Who } }
questions:
  - { id: view, kind: scale, scale: agreement, column: View, options: [Agree, Disagree] }
  - { id: area, kind: choice, column: Area, options: [Town, Village], profile: true }`;
  const people = (count: number, ...row: string[]) => Array.from({ length: count }, () => row);
  const table = [
    ['Who', 'View', 'Area'],
    ...people(30, 'individual', 'Agree', 'Town'),
    ...people(30, 'individual', 'Disagree', 'Village'),
    ...people(15, 'organisation', 'Agree', 'Town'),
    ...people(2, 'organisation', 'Disagree', 'Village'),
  ];
  const responses = await collect(text, [table]);
  const { breakdowns } = publish(analyse(responses), responses);
  const countsBy = (id: string) =>
    breakdowns
      .find(({ question }) => question === id)
      ?.groups.find((group) => group.id === 'organisation')
      ?.options.map(({ figure }) => figure.count);
  expect(countsBy('view')).toEqual([15, 2]);
  expect(countsBy('area')).toContain(null);
});
