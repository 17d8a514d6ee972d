import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/analysis/analyse.ts';
import { collect, countsOf, issuesOf, itemOf } from '../support/survey.ts';

type Rows = readonly (readonly string[])[];

async function readFiles(question: string, ...files: readonly Rows[]) {
  const responses = await collect(`title: T\nquestions: [{ id: q, ${question} }]`, files);
  const item = itemOf(analyse(responses), 'q');
  return {
    counts: countsOf(item),
    states: { blank: item.states.blank, invalid: item.states.invalid },
    issues: responses.issues.map(({ code }) => code),
    several: issuesOf(responses, 'several-answers').map(({ value }) => value),
    unknown: issuesOf(responses, 'unknown-answer').map(({ value }) => value),
    misplaced: issuesOf(responses, 'misplaced-answer').map(
      ({ value, suggestion }) => `${value} under ${suggestion}`,
    ),
  };
}

describe('a question with one answer, of which each option has a column', () => {
  const header = ['Id', 'Parent', 'School', 'Other'];
  const rows: Rows = [
    header,
    ['1', 'Parent', '', ''],
    ['2', '', 'School', ''],
    ['3', 'Parent', '', ''],
    ['4', '', '', ''],
  ];

  test('is a choice whose options are all there, ticked or not', async () => {
    const { counts, states } = await readFiles('kind: choice, columns: [Parent, School, Other]', rows);
    expect(counts).toEqual([
      ['Parent', 2],
      ['School', 1],
      ['Other', 0],
    ]);
    expect(states).toEqual({ blank: 1, invalid: 0 });
  });

  test('takes yes and no, 1 and 0, and words of one’s own under Other', async () => {
    const { counts } = await readFiles('kind: choice, columns: [Parent, School, Other]', [
      header,
      ['1', '1', '0', ''],
      ['2', '0', '1', ''],
      ['3', '0', '0', 'A neighbour'],
    ]);
    expect(counts).toEqual([
      ['Parent', 1],
      ['School', 1],
      ['Other', 1],
    ]);
  });

  test('takes what most ticks of one column repeat for another name of its option, however few spellings it has', async () => {
    const question = 'kind: choice, columns: [Parent, School, Other], options: [Parent, School, Other]';
    const named = (...more: readonly (readonly string[])[]) =>
      readFiles(question, [
        header,
        ['1', 'Parent', '', ''],
        ['2', 'Rhiant', '', ''],
        ['3', '', 'School', ''],
        ...more,
      ]);
    const twice = await named(['4', 'Rhiant', '', '']);
    expect(twice.counts[0]).toEqual(['Parent', 3]);
    expect(twice.states.invalid).toBe(0);
    // One odd cell is a mistake as easily.
    const once = await named();
    expect(once.counts[0]).toEqual(['Parent', 1]);
    expect(once.states.invalid).toBe(1);
  });

  test('may have items, of which one file has a column an option and the other a column an item', async () => {
    const items =
      '[{ id: speed, column: Speed, columns: [S yes, S no] }, { id: price, column: Price, columns: [P yes, P no] }]';
    const responses = await collect(
      `title: T\nquestions: [{ id: q, kind: choice, options: ["Yes", "No"], items: ${items} }]`,
      [
        [
          ['S yes', 'S no', 'P yes', 'P no'],
          ['Yes', '', '', 'No'],
          ['Yes', '', '', ''],
          ['', 'No', 'Yes', 'No'],
        ],
        [
          ['Price', 'Speed'],
          ['No', 'Yes'],
        ],
      ],
    );
    expect(
      analyse(responses).questions[0]?.items.map((item) => [item.id, countsOf(item), item.states]),
    ).toEqual([
      [
        'speed',
        [
          ['Yes', 3],
          ['No', 1],
        ],
        { option: 4, outside: 0, blank: 0, notAsked: 0, invalid: 0 },
      ],
      [
        'price',
        [
          ['Yes', 0],
          ['No', 2],
        ],
        { option: 2, outside: 0, blank: 1, notAsked: 0, invalid: 1 },
      ],
    ]);
    expect(issuesOf(responses, 'several-answers')).toMatchObject([{ value: 'Yes; No', count: 1 }]);
  });

  test('has no answer where the cell is another option’s, and it is said where it stands', async () => {
    const question = 'kind: choice, columns: [Parent, School, Other]';
    const { counts, misplaced } = await readFiles(question, [...rows, ['5', 'School', 'School', '']]);
    expect(counts.map(([, count]) => count)).toEqual([2, 1, 0]);
    expect(misplaced).toEqual(['School under Parent']);
  });

  test('has no answer where two are ticked, or something else stands there, and that is said', async () => {
    const { counts, states, several, unknown } = await readFiles(
      'kind: choice, columns: [Parent, School, Other]',
      [...rows, ['5', 'Parent', 'School', ''], ['6', 'Parnet', '', ''], ['7', 'Parent', '', '']],
    );
    expect(counts.map(([, count]) => count)).toEqual([3, 1, 0]);
    expect({ states, several, unknown }).toEqual({
      states: { blank: 1, invalid: 2 },
      several: ['Parent; School'],
      unknown: ['Parnet'],
    });
  });

  test('counts options that are merged as the option that they are part of', async () => {
    const question =
      'kind: choice, columns: [Parent, School, Other], options: [Parent, School, Other], merge: { Anybody else: [School, Other] }';
    const { counts, states } = await readFiles(question, [...rows, ['5', '', '', 'Other']]);
    expect(counts).toEqual([
      ['Parent', 2],
      ['Anybody else', 2],
    ]);
    expect(states).toEqual({ blank: 1, invalid: 0 });
  });

  test('is a scale whose options stand in the order of the scale', async () => {
    const { counts } = await readFiles(
      'kind: scale, scale: agreement, columns: [Disagree, Agree, Neither agree nor disagree, Strongly agree, Strongly disagree]',
      [
        ['Disagree', 'Agree', 'Neither agree nor disagree', 'Strongly agree', 'Strongly disagree'],
        ['Disagree', '', '', '', ''],
        ['', 'Agree', '', '', ''],
        ['', '', '', 'Strongly agree', ''],
        ['', '', '', 'Strongly agree', ''],
      ],
    );
    expect(counts).toEqual([
      ['Strongly agree', 2],
      ['Agree', 1],
      ['Neither agree nor disagree', 0],
      ['Disagree', 1],
      ['Strongly disagree', 0],
    ]);
  });

  test('joins with a file that has it in one column', async () => {
    const paper: Rows = [['Role'], ['School'], ['Other'], ['Parent']];
    const question = 'kind: choice, column: Role, columns: [Parent, School, Other]';
    const expected = [
      ['Parent', 3],
      ['School', 2],
      ['Other', 1],
    ];
    expect((await readFiles(question, rows, paper)).counts).toEqual(expected);
    expect((await readFiles(question, paper, rows)).counts).toEqual(expected);
    expect((await readFiles(question, paper)).counts).toEqual([
      ['Other', 1],
      ['Parent', 1],
      ['School', 1],
    ]);
  });
});

test('a question with several answers joins a file with a column an option and one with all in a column', async () => {
  const online: Rows = [
    ['By bus, or coach', 'By car', 'On foot'],
    ['By bus, or coach', '', 'On foot'],
    ['', 'By car', ''],
  ];
  const paper: Rows = [['Travel'], ['By car, By bus, or coach'], ['By car']];
  const question =
    'kind: multiple, column: Travel, separator: ", ", columns: ["By bus, or coach", By car, On foot]';
  for (const files of [
    [online, paper],
    [paper, online],
  ]) {
    const { counts, states, issues } = await readFiles(question, ...files);
    expect(counts).toEqual([
      ['By bus, or coach', 2],
      ['By car', 3],
      ['On foot', 1],
    ]);
    expect({ states, issues }).toEqual({ states: { blank: 0, invalid: 0 }, issues: [] });
  }
});

test('where a row of them has slipped by a column, it is no answer and no words of one’s own', async () => {
  const { counts, states, misplaced } = await readFiles(
    'kind: multiple, column: Travel, separator: ", ", columns: [By bus, By car, On foot]',
    [
      ['By bus', 'By car', 'On foot'],
      ['By bus', '', ''],
      ['By car', 'On foot', ''],
    ],
    [['Travel'], ['By car, By bus']],
  );
  expect(counts.map(([, count]) => count)).toEqual([2, 1, 0]);
  expect({ states, misplaced }).toEqual({
    states: { blank: 0, invalid: 1 },
    misplaced: ['By car under By bus'],
  });
});

test('where an export has neither form, the columns that it lacks are named', async () => {
  const wrong: Rows = [['Journey'], ['By car']];
  await expect(readFiles('kind: multiple, column: Travel, columns: [By bus, By car]', wrong)).rejects.toThrow(
    'no column "Travel"',
  );
});
