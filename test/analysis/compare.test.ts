import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/analysis/analyse.ts';
import type { Analysis } from '../../src/analysis/analysis.ts';
import { publish } from '../../src/analysis/disclosure/publish.ts';
import { withRounded } from '../../src/analysis/disclosure/rounded.ts';
import { compareFigureSets, movedBeyond } from '../../src/analysis/comparison/compare.ts';
import { fewestDiffering } from '../../src/analysis/comparison/fewest-differing.ts';
import { hasMoved } from '../../src/analysis/comparison/compared-figure.ts';
import { compareDefinitions, compareRules } from '../../src/analysis/comparison/compare-definitions.ts';
import type { Comparable } from '../../src/analysis/comparison/comparable.ts';
import { compareRuns, countMovements } from '../../src/analysis/comparison/comparison.ts';
import { readJsonAnalysis } from '../../src/render/read-json.ts';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { comparisonDocument } from '../../src/report/comparison/comparison.ts';
import { responsesTable } from '../../src/report/comparison/comparison-summary.ts';
import { renderJson } from '../../src/render/json.ts';
import { type Rows, analyseTables, collect } from '../support/survey.ts';
import { definitionOf, headers, rowsFor, setup } from './random-surveys.ts';

const survey = (questions: string, more = '') => `{ title: T, ${more} questions: [${questions}] }`;
const scale = '{ id: q, kind: scale, scale: agreement, column: A }';

/** A column "A" with each answer so many times. */
const answers = (counts: Readonly<Record<string, number>>): Rows => [
  ['A', 'Row'],
  ...Object.entries(counts).flatMap(([answer, times]) =>
    Array.from({ length: times }, (_, index) => [answer, `${answer}${index}`]),
  ),
];

const analysed = (counts: Readonly<Record<string, number>>, definition = survey(scale)) =>
  analyseTables(definition, [answers(counts)]);

const figureOf = (a: Comparable, b: Comparable, id: string) => {
  const figures = compareFigureSets(a, b).items.flatMap((item) => item.figures);
  return figures.find((one) => (one.b ?? one.a)?.id === id);
};

describe('a figure of two runs', () => {
  test('moves by the difference of its exact percentages, of the base that each run has', async () => {
    const a = await analysed({ Agree: 2, Disagree: 1 });
    const b = await analysed({ Agree: 3, Disagree: 5 });
    expect(figureOf(a, b, 'q.agree')).toMatchObject({
      a: { count: 2, base: 3 },
      b: { count: 3, base: 8 },
      points: (100 * 3) / 8 - (100 * 2) / 3,
    });
  });

  test('moved too where only its count and base are others', async () => {
    const a = await analysed({ Agree: 1, Disagree: 1 });
    const b = await analysed({ Agree: 2, Disagree: 2 });
    const figure = figureOf(a, b, 'q.agree');
    expect(figure?.points).toBe(0);
    expect(figure && hasMoved(figure)).toBe(true);
  });

  test('has no movement in points where one run gives no percentage', async () => {
    const definition = survey(scale, 'report: { minimumBase: 3 },');
    const a = await analysed({ Agree: 2 }, definition);
    const b = await analysed({ Agree: 3 }, definition);
    expect(figureOf(a, b, 'q.agree')).toMatchObject({ a: { count: 2 }, b: { count: 3 }, points: null });
  });

  test('is not beyond a limit that it moved by exactly, whatever floating point makes of it', async () => {
    // From 14% to 16%: floating point makes a little more than 2 of some such differences.
    for (const base of [50, 150, 350, 700, 1100]) {
      const a = await analysed({ Agree: (base * 7) / 50, Disagree: (base * 43) / 50 });
      const b = await analysed({ Agree: (base * 8) / 50, Disagree: (base * 42) / 50 });
      expect(movedBeyond(compareFigureSets(a, b), 2)).toEqual([]);
      expect(movedBeyond(compareFigureSets(a, b), 1.99).length).toBeGreaterThan(0);
    }
  });
});

describe('a question of two runs', () => {
  const runs = async (before: string, after: string, rows: Rows) =>
    [await analyseTables(survey(before), [rows]), await analyseTables(survey(after), [rows])] as const;

  test('is one question where only its id is another, and that is said', async () => {
    const [a, b] = await runs(
      scale,
      '{ id: view, kind: scale, scale: agreement, column: A }',
      answers({ Agree: 1 }),
    );
    expect(figureOf(a, b, 'view.agree')).toMatchObject({ a: { id: 'q.agree' }, points: 0 });
    expect(compareDefinitions(a, b)).toEqual([{ code: 'id', question: 'view', a: 'q', b: 'view' }]);
  });

  test('is one question where only its wording is another, and that is said', async () => {
    const [a, b] = await runs(
      scale,
      scale.replace('column', 'text: New words, column'),
      answers({ Agree: 1 }),
    );
    expect(figureOf(a, b, 'q.agree')?.points).toBe(0);
    expect(compareDefinitions(a, b)).toEqual([{ code: 'text', question: 'q', a: 'A', b: 'New words' }]);
  });

  test('has the options that only one run has, in no movement', async () => {
    const choice = '{ id: q, kind: choice, column: A }';
    const a = await analyseTables(survey(choice), [answers({ Bus: 1, Train: 1 })]);
    const b = await analyseTables(survey(choice), [answers({ Bus: 1, Tram: 1 })]);
    expect(figureOf(a, b, 'q.tram')).toMatchObject({ b: { count: 1 }, points: null });
    expect(figureOf(a, b, 'q.tram')?.a).toBeUndefined();
    expect(compareDefinitions(a, b)).toEqual([
      { code: 'option', only: 'b', question: 'q', label: 'Tram' },
      { code: 'option', only: 'a', question: 'q', label: 'Train' },
    ]);
    expect(countMovements(compareFigureSets(a, b), 'all')).toMatchObject({ both: 1, onlyA: 1, onlyB: 1 });
  });

  test('and a rule that differs are told apart from what moved', async () => {
    const a = await analysed({ Agree: 1, '': 1 });
    const b = await analysed(
      { Agree: 1, '': 1 },
      survey(scale.replace('column', 'base: all, column'), 'exclude: [duplicate], respondent: { id: Row },'),
    );
    expect(compareRules(a, b)).toEqual([
      { rule: 'exclude', a: undefined, b: 'duplicate' },
      { rule: 'base', question: 'q', a: 'answered', b: 'all' },
    ]);
  });

  test('and the level of disclosure control is a rule, of a run too that was read back and hides nothing', async () => {
    const at = async (level: string) => {
      const responses = await collect(survey(scale, `report: { disclosure: ${level} },`), [
        answers({ Agree: 12, Disagree: 11 }),
      ]);
      const analysis = publish(analyse(responses), responses);
      return [analysis, readJsonAnalysis(renderJson(analysis, '0'), 'a.json')];
    };
    const [none, standard] = [await at('none'), await at('standard')];
    for (const a of none) {
      for (const b of standard)
        expect(compareRules(a, b)).toEqual([{ rule: 'disclosure', a: 'none', b: 'standard' }]);
      for (const b of none) expect(compareRules(a, b)).toEqual([]);
    }
  });

  test('that no run shares with the other is no ground for a comparison', async () => {
    const [a, b] = await runs(scale, '{ id: x, kind: choice, column: Row }', answers({ Agree: 1 }));
    const run = (name: string, analysis: Analysis) => ({ name, analysis });
    expect(() => compareRuns(run('a.csv', a), run('b.csv', b))).toThrow('no question in common');
  });
});

describe('a table of which something is hidden for disclosure in one run', () => {
  const definition = survey(`${scale}, { id: role, kind: choice, column: Role }`, 'breakdowns: [role],');
  const rows: Rows = [
    ['A', 'Role'],
    ...Array.from({ length: 12 }, (_, index) => [index % 3 ? 'Agree' : 'Disagree', index < 8 ? 'x' : 'y']),
  ];
  /** The same with what one figure of a group says hidden, as an analysis in JSON has it. */
  const hiding = (analysis: Analysis): Comparable => {
    const json = JSON.parse(renderJson(analysis, '0'));
    const [figure] = json.breakdowns.find((one: { question: string }) => one.question === 'q').groups[1]
      .options;
    Object.assign(figure, { count: null, percent: null, shown: '[c]' });
    return readJsonAnalysis(JSON.stringify(json), 'hidden.json');
  };

  test('is not compared at all, on whichever side it is hidden, and the others are', async () => {
    const open = await analyseTables(definition, [rows]);
    for (const [a, b] of [
      [hiding(open), open],
      [open, hiding(open)],
    ] as const) {
      const { items, hidden } = compareFigureSets(a, b);
      expect(hidden).toEqual([{ question: 'q', item: 'q', by: 'role' }]);
      expect(items.filter(({ question, by }) => question === 'q' && by !== undefined)).toEqual([]);
      expect(items.some(({ question, by }) => question === 'q' && by === undefined)).toBe(true);
    }
  });
});

test('views beside clarity of which something is hidden in one run are not compared, and have not moved', async () => {
  const clear = '{ id: clear, kind: scale, scale: clarity, column: Clear, text: Is it clear? }';
  const text = (more = '') => survey(`${scale}, ${clear}`, more);
  const times = (count: number, ...row: string[]): Rows => Array.from({ length: count }, () => row);
  const rows: Rows = [
    ['A', 'Clear'],
    ...times(23, 'Agree', 'Yes'),
    ...times(5, 'Agree', 'No'),
    ...times(15, 'Disagree', 'Yes'),
    ...times(2, 'Disagree', 'No'),
    ...times(13, 'Neither agree nor disagree', 'Yes'),
    ...times(2, 'Neither agree nor disagree', 'Not sure'),
  ];
  const run = async (definition: string) => {
    const responses = await collect(definition, [rows]);
    return publish(analyse(responses), responses);
  };
  const broken = await run(text('breakdowns: [clear],'));
  expect(broken.combinations[0]?.figures.some(({ figure }) => figure.count === null)).toBe(true);
  const whole = await run(text());
  for (const [a, b] of [
    [broken, whole],
    [whole, broken],
  ] as const) {
    const comparison = compareRuns({ name: 'a.csv', analysis: a }, { name: 'b.csv', analysis: b });
    expect(comparison.hidden).toEqual([{ question: 'q', item: 'q', beside: 'Is it clear?' }]);
    expect(countMovements(comparison, 'all')).toMatchObject({ moved: 0 });
    const told = renderMarkdown(comparisonDocument(comparison));
    expect(told).not.toContain('Every figure that moved');
    expect(told).toContain('in A or in B: “A” beside “Is it clear?”.');
  }
});

test('views beside clarity that one run leaves out to hide something are not in the other alone', async () => {
  const more = `
  - { id: clear, kind: scale, scale: clarity, column: Clear, options: ['Yes', Not sure, 'No'] }
  - { id: age, kind: choice, column: Age, options: [Young, Old], profile: true }`;
  const text = (breakdowns: string) => `
title: T
breakdowns: ${breakdowns}
questions:
  - { id: q, kind: scale, scale: agreement, column: A, options: [Agree, Neither agree nor disagree, Disagree] }${more}`;
  const times = (count: number, ...row: string[]): Rows => Array.from({ length: count }, () => row);
  const run = async (breakdowns: string) => {
    const responses = await collect(text(breakdowns), [
      [
        ['A', 'Clear', 'Age'],
        ...times(9, 'Agree', 'Yes', ''),
        ...times(9, 'Agree', 'Yes', 'Young'),
        ...times(6, 'Neither agree nor disagree', 'No', 'Young'),
      ],
    ]);
    return publish(analyse(responses), responses);
  };
  const [whole, broken] = [await run('[]'), await run('[[age, clear]]')];
  expect([whole, broken].map(({ combinations }) => combinations.length)).toEqual([1, 0]);
  const comparison = compareRuns({ name: 'a.csv', analysis: whole }, { name: 'b.csv', analysis: broken });
  expect(comparison.hidden).toContainEqual({ question: 'q', item: 'q', beside: 'Clear' });
  expect(countMovements(comparison, 'all')).toMatchObject({ moved: 0, onlyA: 0, onlyB: 0 });
  const told = renderMarkdown(comparisonDocument(comparison));
  expect(told).toContain('beside “Clear”');
  expect(told).not.toContain('In A only');
});

/** Any two random surveys of one definition. */
const twoRuns = setup.chain((settings) =>
  fc.tuple(fc.constant(settings), rowsFor(settings, true), rowsFor(settings, true)),
);

test('nothing moves between an analysis and its own JSON', async () => {
  await fc.assert(
    fc.asyncProperty(twoRuns, async ([settings, rows]) => {
      const analysis = await analyseTables(definitionOf(settings), [[headers, ...rows]], { by: ['role'] });
      const comparison = compareFigureSets(analysis, readJsonAnalysis(renderJson(analysis, '0'), 'a.json'));
      for (const of of ['all', 'groups'] as const)
        expect(countMovements(comparison, of)).toMatchObject({ moved: 0, onlyA: 0, onlyB: 0, most: 0 });
      expect(comparison.hidden).toEqual([]);
    }),
    { numRuns: 40, seed: 7 },
  );
});

test('weighted percentages that are given as rounded do not move because exact ones are beside them', async () => {
  const rows = (answer: string, weight: string, times: number) =>
    Array.from({ length: times }, () => [answer, weight]);
  const analysis = await analyseTables(survey(scale, 'respondent: { weight: W },'), [
    [
      ['A', 'W'],
      ...rows('Agree', '1', 13),
      ...rows('Agree', '3', 4),
      ...rows('Disagree', '1', 11),
      ...rows('Disagree', '3', 6),
    ],
  ]);
  const rounded = withRounded(analysis, 0);
  for (const [a, b] of [
    [analysis, rounded],
    [rounded, analysis],
    [rounded, rounded],
  ] as const) {
    const comparison = compareFigureSets(a, b);
    expect(countMovements(comparison, 'all')).toMatchObject({ moved: 0, most: 0 });
    const run = (one: typeof a) => ({ name: '', analysis: one });
    expect(renderMarkdown(comparisonDocument(compareRuns(run(a), run(b))))).toContain('are given as rounded');
  }
});

test('two runs differ in no fewer responses than their counts tell', async () => {
  const surely: number[] = [];
  await fc.assert(
    fc.asyncProperty(twoRuns, fc.nat(), async ([settings, before, others], many) => {
      const once = { ...settings, counted: false };
      const changed = many % (before.length + 1);
      // Whether this is a tick depends on what else the column holds: one row changes how others are read.
      const isRead = (cells: string[]) => cells.map((cell) => (cell === 'perhaps' ? '' : cell));
      const after = [...others.slice(0, changed), ...before.slice(changed)].map(isRead);
      if (after.length === 0) return;
      const run = async (rows: Rows) => ({
        name: '',
        analysis: await analyseTables(definitionOf(once), [[headers, ...rows]], { by: ['role'] }),
      });
      const fewest = fewestDiffering(compareRuns(await run(before.map(isRead)), await run(after)));
      expect(fewest).toBeLessThanOrEqual(changed);
      surely.push(fewest);
    }),
    { numRuns: 60, seed: 7 },
  );
  expect(Math.max(...surely)).toBeGreaterThan(3);
});

test('back from B to A everything moves as far the other way', async () => {
  await fc.assert(
    fc.asyncProperty(twoRuns, async ([settings, before, after]) => {
      const run = (rows: Rows) => analyseTables(definitionOf(settings), [[headers, ...rows]]);
      const [a, b] = [await run(before), await run(after)];
      const points = (x: Comparable, y: Comparable) =>
        compareFigureSets(x, y)
          .items.flatMap(({ figures }) => figures.map((one) => [(one.b ?? one.a)?.id, one.points] as const))
          .toSorted(([one = ''], [other = '']) => (one < other ? -1 : 1));
      const there = points(a, b);
      const back = points(b, a).map(([id, moved]) => [id, moved === null ? null : 0 - moved]);
      expect(back).toEqual(there);
    }),
    { numRuns: 40, seed: 7 },
  );
});

describe('of two runs are compared too', () => {
  const definition = `{ title: T, respondent: { channel: Came, kind: { column: Kind, individual: Person, organisation: Body } },
    questions: [
      { id: q, kind: scale, scale: agreement, column: A, options: [Agree, Disagree], codes: { Agree: 2, Disagree: 1 } },
      { id: c, kind: scale, scale: clarity, column: C, text: Is it clear?, options: ['Yes', 'No'] }] }`;
  const header = ['A', 'C', 'Came', 'Kind'];
  const row = (text: string) => text.split('/');
  const before = ['Agree/Yes/Post/Person', 'Agree/No/Post/Person', 'Disagree/No/Web/Body'].map(row);
  const after = [
    'Agree/No/Web/Person',
    'Agree/No/Web/Person',
    'Disagree/No/Web/Body',
    'Agree/Yes/Post/Body',
  ].map(row);

  test.each(['made now', 'read from JSON'])(
    'views beside clarity, means, channels and kinds (%s)',
    async (from) => {
      const runs = await Promise.all(
        [before, after].map(async (rows) => {
          const analysis = await analyseTables(definition, [[header, ...rows]]);
          return from === 'made now' ? analysis : readJsonAnalysis(renderJson(analysis, '0'), 'x.json');
        }),
      );
      const [a, b] = runs as [Comparable, Comparable];
      expect(figureOf(a, b, 'q.agree+c.unclear')).toMatchObject({
        label: 'agree, unclear',
        a: { count: 1, base: 3 },
        b: { count: 2, base: 4 },
        points: 50 - 100 / 3,
      });
      const compared = compareFigureSets(a, b);
      expect(compared.items.find(({ item }) => item === 'q')?.scores).toEqual({
        a: { n: 3, mean: 5 / 3, median: 2 },
        b: { n: 4, mean: 7 / 4, median: 2 },
      });
      const { rows } = responsesTable(a, b, compared);
      expect(rows.map(([label]) => label)).toEqual([
        'Received',
        'Analysed',
        'Analysed: Web',
        'Analysed: Post',
        'Analysed: individuals',
        'Analysed: organisations',
      ]);
      expect(rows[2]).toEqual(['Analysed: Web', { count: 1 }, { count: 3 }, { change: 2 }]);
      expect(rows[5]).toEqual(['Analysed: organisations', { count: 1 }, { count: 2 }, { change: 1 }]);
    },
  );

  test('the files of each, where one has several', async () => {
    const a = await analyseTables(definition, [[header, ...before]]);
    const b = await analyseTables(definition, [
      [header, ...before],
      [header, ...after],
    ]);
    const labels = (one: Comparable, other: Comparable) =>
      responsesTable(one, other, compareFigureSets(one, other)).rows.map(([label]) => label);
    const files = b.ledgerParts.byFile.map(({ label }) => `Analysed: ${label}`);
    expect(new Set(files).size).toBe(2);
    expect(labels(a, b)).toEqual(expect.arrayContaining(files));
    const elsewhere = {
      ...a.ledgerParts,
      byFile: [{ label: `2023/${b.ledgerParts.byFile[1]?.label}`, analysed: 3 }],
    };
    const { rows } = responsesTable({ ...a, ledgerParts: elsewhere }, b, compareFigureSets(a, b));
    expect(rows).toContainEqual([files[1], { count: 3 }, { count: 4 }, { change: 1 }]);
    expect(labels(a, a).filter((label) => files.includes(String(label)))).toEqual([]);
  });
});
