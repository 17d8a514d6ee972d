import { expect, test } from 'vitest';
import { analyse } from '../../src/analysis/analyse.ts';
import { publish } from '../../src/analysis/disclosure/publish.ts';
import { inferFromSample } from '../../src/analysis/inference/infer.ts';
import { wilson } from '../../src/analysis/inference/intervals.ts';
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
  return inferFromSample(publish(analyse(await collect(text, [[header, ...cells]]), ['tenure'])));
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
  expect((await agree('population: { size: 100 }'))?.interval).toEqual({ lower: 44, upper: 44 });
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
  expect(analysis.notes).toContainEqual({ code: 'probability-sample', tests: 2 });
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
  const analysis = inferFromSample(publish(analyse(responses, ['heard'])));
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
