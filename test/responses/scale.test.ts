import { describe, expect, test } from 'vitest';
import type { Selection } from '../../src/responses/responses.ts';
import {
  type Rows,
  analyseColumn,
  analyseTables,
  collect,
  countsOf,
  issuesOf,
  itemOf,
  netsOf,
} from '../support/survey.ts';

const agreement = 'kind: scale, scale: agreement';

test('an option of which a net has the id gets a number', async () => {
  const item = await analyseColumn(agreement, ['Agree', 'Strongly agree', 'Disagree']);
  expect(item.options.map(({ id, figure }) => [id, figure.id])).toEqual([
    ['strongly-agree', 'q.strongly-agree'],
    ['agree-2', 'q.agree-2'],
    ['neither-agree-nor-disagree', 'q.neither-agree-nor-disagree'],
    ['disagree-2', 'q.disagree-2'],
    ['strongly-disagree', 'q.strongly-disagree'],
  ]);
  expect(item.nets.map(({ id, figure }) => [id, figure.id, figure.count])).toEqual([
    ['agree', 'q.agree', 2],
    ['neither', 'q.neither', 0],
    ['disagree', 'q.disagree', 1],
  ]);
});

test('options that nobody chose are kept in their place', async () => {
  const item = await analyseColumn(agreement, ['Strongly disagree']);
  expect(countsOf(item)).toEqual([
    ['Strongly agree', 0],
    ['Agree', 0],
    ['Neither agree nor disagree', 0],
    ['Disagree', 0],
    ['Strongly disagree', 1],
  ]);
});

test('the set of options is the first that holds every answer', async () => {
  const item = await analyseColumn(agreement, [
    'Strongly agree',
    'Tend to disagree',
    'Neither agree nor disagree',
  ]);
  expect(countsOf(item).map(([label]) => label)).toEqual([
    'Strongly agree',
    'Tend to agree',
    'Neither agree nor disagree',
    'Tend to disagree',
    'Strongly disagree',
  ]);
});

test('a scale of four points is listed as options and has no net in the middle', async () => {
  const four = '[Strongly agree, Agree, Disagree, Strongly disagree]';
  const item = await analyseColumn(`${agreement}, options: ${four}`, [
    'Agree',
    'Agree',
    'Disagree',
    'Neutral',
  ]);
  expect(countsOf(item).map(([label]) => label)).toEqual([
    'Strongly agree',
    'Agree',
    'Disagree',
    'Strongly disagree',
  ]);
  expect(netsOf(item)).toEqual([
    ['agree', 2],
    ['disagree', 1],
  ]);
  expect(item.states).toMatchObject({ option: 3, invalid: 1 });
});

test('options outside the scale are listed only where somebody chose them', async () => {
  const none = await analyseColumn(agreement, ['Agree', 'Disagree']);
  expect(none.options.some(({ side }) => side === 'outside')).toBe(false);
  const some = await analyseColumn(agreement, ['Agree', 'don’t know', 'N/A', 'DK']);
  expect(countsOf(some).slice(-2)).toEqual([
    ["Don't know", 2],
    ['Not applicable', 1],
  ]);
  expect(some.states).toEqual({ option: 1, outside: 3, blank: 0, notAsked: 0, invalid: 0 });
});

test("a scale of the definition's own lists every option outside it", async () => {
  const analysis = await analyseTables(
    `title: T
scales: { stars: { positive: [Good], neutral: [Fair], negative: [Bad], outside: [No idea, Not used] } }
questions: [{ id: q, kind: scale, scale: stars, column: A }]`,
    [[['A'], ['Good'], ['No idea']]],
  );
  expect(countsOf(itemOf(analysis, 'q'))).toEqual([
    ['Good', 1],
    ['Fair', 0],
    ['Bad', 0],
    ['No idea', 1],
    ['Not used', 0],
  ]);
});

test('two spellings of the mid-point in one column are one option', async () => {
  const cells = ['Neither agree nor disagree', 'Neutral', 'neither agree or disagree', 'Neither', 'Agree'];
  const item = await analyseColumn(agreement, cells);
  expect(countsOf(item)).toContainEqual(['Neither agree nor disagree', 4]);
  expect(item.options).toHaveLength(5);
});

test('another spelling of the mid-point is known on a set of options that has none', async () => {
  const cells = ['Definitely agree', 'Tend to agree', 'Neutral', 'Tend to disagree', 'Definitely disagree'];
  const item = await analyseColumn(agreement, cells);
  expect(countsOf(item)).toEqual([
    ['Definitely agree', 1],
    ['Tend to agree', 1],
    ['Neither agree nor disagree', 1],
    ['Tend to disagree', 1],
    ['Definitely disagree', 1],
  ]);
});

test('the items of a grid have one set of options, whichever answers each was given', async () => {
  const analysis = await analyseTables(
    `title: T
questions:
  - { id: q, kind: scale, scale: agreement, items: [{ id: a, column: A }, { id: b, column: B }] }`,
    [
      [
        ['A', 'B'],
        ['Tend to agree', 'Strongly agree'],
        ["Don't know", ''],
      ],
    ],
  );
  const labels = (item: string) => countsOf(itemOf(analysis, 'q', item)).map(([label]) => label);
  expect(labels('b')).toEqual(labels('a'));
  expect(labels('b')).toContain('Tend to agree');
  expect(labels('b')).toContain("Don't know");
});

test('a misspelling is not counted and the option that was probably meant is named', async () => {
  const responses = await collect(`{ title: T, questions: [{ id: q, column: A, ${agreement} }] }`, [
    [['A'], ['Strongly agre'], ['Stronly Agree'], ['Mango'], ['Agree']],
  ]);
  const found = issuesOf(responses, 'unknown-answer');
  expect(found.map(({ value, suggestion }) => [value, suggestion])).toEqual([
    ['Strongly agre', 'Strongly agree'],
    ['Stronly Agree', 'Strongly agree'],
    ['Mango', undefined],
  ]);
});

test('the five points of SurveyMonkey are all counted, those who are not satisfied among them', async () => {
  const item = await analyseColumn('kind: scale, scale: satisfaction', [
    'Extremely satisfied',
    'Somewhat satisfied',
    'Not so satisfied',
    'Not at all satisfied',
  ]);
  expect(countsOf(item)).toEqual([
    ['Extremely satisfied', 1],
    ['Very satisfied', 0],
    ['Somewhat satisfied', 1],
    ['Not so satisfied', 1],
    ['Not at all satisfied', 1],
  ]);
  expect(netsOf(item)).toEqual([
    ['satisfied', 2],
    ['dissatisfied', 2],
  ]);
});

test('the seven points of Qualtrics are all counted, the strongest first', async () => {
  const item = await analyseColumn('kind: scale, scale: likelihood', [
    'Slightly likely',
    'Moderately unlikely',
    'Extremely unlikely',
    'Neither likely nor unlikely',
  ]);
  expect(countsOf(item)).toEqual([
    ['Extremely likely', 0],
    ['Moderately likely', 0],
    ['Slightly likely', 1],
    ['Neither likely nor unlikely', 1],
    ['Slightly unlikely', 0],
    ['Moderately unlikely', 1],
    ['Extremely unlikely', 1],
  ]);
});

test('answers of two sets of options stand in one order, the strongest first', async () => {
  const labels = countsOf(
    await analyseColumn('kind: scale, scale: satisfaction', [
      'Satisfied',
      'Very satisfied',
      'Extremely satisfied',
      'Moderately satisfied',
      'Extremely dissatisfied',
      'Dissatisfied',
    ]),
  ).map(([label]) => label);
  expect(labels).toEqual([
    'Extremely satisfied',
    'Very satisfied',
    'Satisfied',
    'Moderately satisfied',
    'Slightly satisfied',
    'Neither satisfied nor dissatisfied',
    'Slightly dissatisfied',
    'Dissatisfied',
    'Extremely dissatisfied',
  ]);
});

describe('the middle option of a scale that nobody chose', () => {
  const middles = async (questions: string, rows: Rows, where?: Selection) => {
    const { unchosenMiddles } = await collect(`{ title: T, questions: [${questions}] }`, [rows], where);
    return unchosenMiddles.map(({ question, options }) => `${question}: ${options.join(', ')}`);
  };
  const column = (...cells: string[]): Rows => [['A'], ...cells.map((cell) => [cell])];
  const ask = (more: string) => `{ id: q, kind: scale, column: A, ${more} }`;

  test('is told, for it may not have been offered', async () => {
    expect(await middles(ask('scale: agreement'), column('Agree', 'Disagree', ''))).toEqual([
      'q: Neither agree nor disagree',
    ]);
    expect(await middles(ask('scale: yes-no'), column('Yes', 'No', 'Not sure'))).toEqual([]);
  });

  test('is that of the usual set where a set without one was taken', async () => {
    expect(await middles(ask('scale: agreement'), column('Totally agree', 'Totally disagree'))).toEqual([
      'q: Neither agree nor disagree',
    ]);
    expect(await middles(ask('scale: clarity'), column('Extremely clear', 'Not so clear'))).toEqual([]);
    expect(await middles(ask('scale: yes-no'), column('Yes', 'No'))).toEqual(['q: Not sure']);
  });

  test('is not in doubt where the definition lists the options, or nobody answered', async () => {
    const four = 'scale: agreement, options: [Strongly agree, Agree, Disagree, Strongly disagree]';
    expect(await middles(ask(four), column('Agree', 'Disagree'))).toEqual([]);
    expect(await middles(ask('scale: agreement'), column('', 'agreed'))).toEqual([]);
    const own = 'scale: s } ], scales: { s: { positive: [Good], neutral: [So-so], negative: [Bad] } }';
    const { unchosenMiddles } = await collect(
      `{ title: T, questions: [ { id: q, kind: scale, column: A, ${own} }`,
      [column('Good', 'Bad')],
    );
    expect(unchosenMiddles).toEqual([]);
  });

  test('was chosen where one item of a grid, or somebody outside the group looked at, has it', async () => {
    const grid =
      '{ id: q, kind: scale, scale: agreement, items: [{ id: a, column: A }, { id: b, column: B }] }';
    expect(
      await middles(grid, [
        ['A', 'B'],
        ['Agree', 'Neither agree nor disagree'],
      ]),
    ).toEqual([]);
    const role = `{ id: role, kind: choice, column: B }, ${ask('scale: agreement')}`;
    const rows = [
      ['A', 'B'],
      ['Agree', 'x'],
      ['Neither agree nor disagree', 'y'],
    ];
    expect(await middles(role, rows, { question: 'role', option: 'x' })).toEqual([]);
  });
});
