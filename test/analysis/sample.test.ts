import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/analysis/analyse.ts';
import { publish } from '../../src/analysis/disclosure/publish.ts';
import { inferFromSample } from '../../src/analysis/inference/infer.ts';
import { wilson } from '../../src/analysis/inference/intervals.ts';
import { tablesDocument } from '../../src/report/tables/tables.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import { collect } from '../support/survey.ts';

const header = ['Tenure', 'Repairs', 'Heard', 'Weight'];

/** So many rows with these cells, a tenure and what they think. */
function rows(...groups: readonly (readonly [number, string, string])[]): string[][] {
  return groups.flatMap(([times, tenure, view]) =>
    Array.from({ length: times }, (_, nth) => [
      tenure,
      view,
      nth % 2 === 0 ? 'Letter;Website' : 'Letter',
      nth % 2 === 0 ? '1' : '2',
    ]),
  );
}

function definition(...more: readonly string[]): string {
  return [
    'title: Tenants',
    'questions:',
    '  - { id: tenure, kind: choice, column: Tenure }',
    '  - { id: repairs, kind: scale, scale: agreement, column: Repairs }',
    '  - { id: heard, kind: multiple, column: Heard, separator: ";" }',
    ...more,
  ].join('\n');
}

const clear = rows(
  [30, 'Flat', 'Agree'],
  [20, 'Flat', 'Disagree'],
  [14, 'House', 'Agree'],
  [36, 'House', 'Disagree'],
);

async function infer(text: string, cells = clear) {
  const responses = await collect(text, [[header, ...cells]]);
  return inferFromSample(publish(analyse(responses, ['tenure']), responses));
}

function byTenure({ breakdowns }: Awaited<ReturnType<typeof infer>>, question: string) {
  const found = breakdowns.find((one) => one.question === question);
  if (found === undefined) throw new Error(`no breakdown of ${question}`);
  return found;
}

test('nothing has an interval, and nothing is tested, unless the responses are a probability sample', async () => {
  const analysis = await infer(definition());
  expect(JSON.stringify(analysis)).not.toMatch(/interval|tests|untested/u);
});

test('a percentage has an interval, narrower where much of the population answered', async () => {
  const agree = async (...more: string[]) =>
    (await infer(definition('sample: probability', ...more))).questions[1]?.items[0]?.nets[0]?.figure;
  const figure = await agree();
  expect(figure).toMatchObject({ count: 44, base: 100, percent: 44 });
  expect(figure?.interval?.lower).toBeCloseTo(100 * wilson({ share: 0.44, size: 100 }).lower, 10);
  // (400 − 100) / (400 − 1) of the variance is left: as precise as 133 of an endless population.
  const corrected = (await agree('population: { size: 400 }'))?.interval;
  expect(corrected?.upper).toBeCloseTo(100 * wilson({ share: 0.44, size: 133 }).upper, 10);
});

test('a breakdown is tested, and the p-values are corrected for all tests of the run', async () => {
  const analysis = await infer(definition('sample: probability'));
  // (30 · 36 − 20 · 14)² · 100 / (50 · 50 · 44 · 56)
  expect(byTenure(analysis, 'repairs').tests).toMatchObject([
    {
      method: 'chi-square',
      answers: 'options',
      count: 100,
      degrees: 1,
      statistic: expect.closeTo(10.3896, 4) as number,
    },
  ]);
  const all = analysis.breakdowns.flatMap(({ tests = [] }) => tests);
  // Everybody heard by letter: there is nothing to test about that.
  expect(all.map(({ option }) => option)).toEqual([null, 'website']);
  const smallest = Math.min(...all.map(({ p }) => p));
  expect(all.find(({ p }) => p === smallest)?.corrected).toBeCloseTo(2 * smallest, 12);
  expect(analysis.notes).toContainEqual({ code: 'probability-sample', tests: 2, drawn: 100 });
});

test('“Don’t know” is an answer that is tested where it is in the base, and none where it is not', async () => {
  const cells = rows(
    [25, 'Flat', 'Agree'],
    [15, 'Flat', 'Disagree'],
    [10, 'Flat', "Don't know"],
    [15, 'House', 'Agree'],
    [25, 'House', 'Disagree'],
    [10, 'House', "Don't know"],
  );
  const testsOn = async (base: string) =>
    byTenure(await infer(definition('sample: probability', `report: { base: ${base} }`), cells), 'repairs')
      .tests;
  expect(await testsOn('answered')).toMatchObject([{ count: 100, degrees: 2 }]);
  expect(await testsOn('gave-view')).toMatchObject([{ count: 80, degrees: 1 }]);
});

test('figures with and without a campaign have no intervals and are not tested', async () => {
  const letter = 'Please mend the roof of our block before another winter comes, as you promised.';
  const own = (nth: number) => `${'Mine is flat number door floor stair'.replaceAll(' ', ` ${nth} `)} ${nth}`;
  const text = definition('sample: probability').replace(
    /- \{ id: heard.*/u,
    '- { id: heard, kind: text, column: Heard }',
  );
  const cells = clear.map(([tenure = '', view = ''], nth) => [
    tenure,
    view,
    nth % 4 === 0 ? letter : own(nth),
    '',
  ]);
  const analysis = await infer(text, cells);
  const byCampaign = analysis.breakdowns.filter(({ by }) => by === 'respondent.campaign');
  expect(byCampaign.map(({ question }) => question)).toEqual(['tenure', 'repairs']);
  expect(analysis.sensitivity.length).toBeGreaterThan(0);
  expect(JSON.stringify([byCampaign, analysis.sensitivity])).not.toMatch(/interval|tests|untested/u);
  expect(analysis.questions[1]?.items[0]?.nets[0]?.figure).toHaveProperty('interval');
});

test('nets are tested where an option is hidden, and nothing where a net is', async () => {
  const options = rows(
    ...([
      [20, 'Flat', 'Agree'],
      [2, 'Flat', 'Strongly agree'],
      [28, 'Flat', 'Disagree'],
    ] as const),
    ...([
      [14, 'House', 'Agree'],
      [10, 'House', 'Strongly agree'],
      [26, 'House', 'Disagree'],
    ] as const),
  );
  const [only] = byTenure(await infer(definition('sample: probability'), options), 'repairs').tests ?? [];
  expect(only).toMatchObject({ answers: 'nets', count: 100 });
  const nets = rows(
    [47, 'Flat', 'Agree'],
    [3, 'Flat', 'Disagree'],
    [30, 'House', 'Agree'],
    [20, 'House', 'Disagree'],
  );
  const hidden = byTenure(await infer(definition('sample: probability'), nets), 'repairs');
  expect(hidden.untested).toBe('hidden');
  const figures = hidden.groups.flatMap((group) => [...group.options, ...group.nets]);
  for (const { figure, difference } of figures) {
    if (figure.count === null) expect([figure.interval, difference]).toEqual([undefined, undefined]);
  }
  expect(figures.some(({ figure }) => figure.count === null)).toBe(true);
});

test('weighted percentages have the interval of their effective base, and are not tested', async () => {
  const analysis = await infer(definition('respondent: { weight: Weight }', 'sample: probability'));
  const { base, nets } = analysis.questions[1]?.items[0] ?? {};
  const [agree] = nets ?? [];
  expect(base?.effective).toBeCloseTo(90, 10);
  const expected = wilson({ share: (agree?.figure.percent ?? 0) / 100, size: 90 });
  expect(agree?.figure.interval?.lower).toBeCloseTo(100 * expected.lower, 10);
  expect(byTenure(analysis, 'repairs').untested).toBe('weighted');
  expect(byTenure(analysis, 'repairs').groups[0]?.nets[0]?.difference?.interval).toBeDefined();
});

test('groups that overlap are not tested', async () => {
  const responses = await collect(definition('sample: probability'), [[header, ...clear]]);
  const analysis = inferFromSample(publish(analyse(responses, ['heard']), responses));
  expect(byTenure(analysis, 'repairs').untested).toBe('overlapping');
});

test('a population smaller than its sample is refused', async () => {
  await expect(infer(definition('sample: probability', 'population: { size: 99 }'))).rejects.toThrow(
    'The population has 99 people by the definition, and 100 responses are analysed.',
  );
  await expect(infer(definition('population: { size: 990 }'))).rejects.toThrow(
    '"population" needs "sample: probability", which says that people were drawn from it',
  );
});

describe('the size of the population', () => {
  const wordsOf = (analysis: Awaited<ReturnType<typeof infer>>) =>
    renderTerminal(tablesDocument(analysis), { width: 400, colour: 0 });

  test('where everybody responded there are no intervals and no tests, and that is said', async () => {
    const analysis = await infer(definition('sample: probability', 'population: { size: 100 }'));
    expect(JSON.stringify(analysis)).not.toMatch(/"interval"|"tests":\[/u);
    expect(analysis.breakdowns.map(({ untested }) => untested)).toEqual(['census', 'census']);
    expect(wordsOf(analysis)).toContain('Everybody was asked and responded, all 100 of the population');
    expect(wordsOf(analysis)).toContain('everybody was asked, so that no chance is in them');
    expect(wordsOf(analysis)).not.toMatch(/p [<=]|95% interval/u);
  });

  test('tests do not use it, and that is said where it is more than a little', async () => {
    const ofPopulation = (size: number) =>
      infer(definition('sample: probability', `population: { size: ${size} }`));
    const [large, small] = [await ofPopulation(400), await ofPopulation(4000)];
    expect(byTenure(large, 'repairs').tests).toEqual(byTenure(small, 'repairs').tests);
    const said = 'The tests take no account of the size of the population, unlike the intervals';
    expect(wordsOf(large)).toContain(said);
    expect(wordsOf(small)).not.toContain(said);
  });

  test('a group that is looked at alone is drawn from as large a part of it', async () => {
    const of = async (size: number, where?: { question: string; option: string }) => {
      const text = definition('sample: probability', `population: { size: ${size} }`);
      const responses = await collect(text, [[header, ...clear]], where);
      return inferFromSample(publish(analyse(responses), responses));
    };
    const flat = { question: 'tenure', option: 'Flat' };
    const agree = (await of(400, flat)).questions[1]?.items[0]?.nets[0]?.figure;
    // 50 of the 100 of 400: as precise as 50 / ((200 − 50) / (200 − 1)).
    const expected = wilson({ share: 0.6, size: (50 * 199) / 150 });
    expect(agree?.interval?.lower).toBeCloseTo(100 * expected.lower, 10);
    expect(JSON.stringify(await of(100, flat))).not.toContain('"interval"');
    await expect(of(99, flat)).rejects.toThrow('The population has 99 people');
  });
});

test('under a breakdown it is said that p takes account of all comparisons, and an interval of its own alone', async () => {
  const text = renderTerminal(tablesDocument(await infer(definition('sample: probability'))), {
    width: 400,
    colour: 0,
  });
  expect(text).toContain(
    ', which takes account of how many comparisons there are in all the tables; Cramér’s V',
  );
  expect(text).toContain(
    'Each is of 100 responses; each p takes account of how many comparisons there are in all the tables.',
  );
  expect(text).toContain(
    'Each of these intervals is for one comparison alone: of many, a few lie wholly above or below 0',
  );
});

test('respondents drawn at random are not said to have chosen to respond beside the population', async () => {
  const told = async (more: string) => {
    const text = `{ title: T, ${more} questions: [
      { id: tenure, kind: choice, column: Tenure, profile: true, options: [Owner, Tenant], population: { Owner: 60, Tenant: 40 } }] }`;
    const cells = [
      ...Array.from({ length: 30 }, () => ['Owner']),
      ...Array.from({ length: 20 }, () => ['Tenant']),
    ];
    return renderTerminal(tablesDocument(analyse(await collect(text, [[['Tenure'], ...cells]]))), {
      colour: 0,
      width: 400,
    });
  };
  expect(await told('')).toContain('they chose to respond');
  expect(await told('sample: probability,')).not.toContain('chose to respond');
});

test('two questions that break down each other are one table, with one test', async () => {
  const cells = rows(
    [12, 'Flat', 'Agree'],
    [3, 'Flat', 'Disagree'],
    [2, 'House', 'Agree'],
    [9, 'House', 'Disagree'],
    [4, 'Boat', 'Agree'],
    [1, 'Boat', 'Neither agree nor disagree'],
  );
  const responses = await collect(
    definition('sample: probability', 'breakdowns: [tenure, repairs]', 'report: { disclosure: none }'),
    [[header, ...cells]],
  );
  const { breakdowns, notes } = inferFromSample(publish(analyse(responses), responses));
  const tests = breakdowns
    .filter(({ question, by }) => [question, by].toSorted().join() === 'repairs,tenure')
    .map((one) => one.tests);
  expect(tests).toHaveLength(2);
  expect(tests[0]).toMatchObject([{ method: 'fisher-simulated' }]);
  expect(tests[1]).toEqual(tests[0]);
  const others = breakdowns.flatMap((one) => one.tests ?? []).length - 2;
  expect(notes).toContainEqual(expect.objectContaining({ code: 'probability-sample', tests: 1 + others }));
});
