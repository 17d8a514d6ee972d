import fc from 'fast-check';
import { mean, quantileSorted } from 'simple-statistics';
import { expect, test } from 'vitest';
import type { Analysis, Distribution } from '../../src/analysis/analysis.ts';
import type { Ledger } from '../../src/responses/responses.ts';
import { analyseTables } from '../support/survey.ts';
import {
  type ItemName,
  baseOf,
  counted,
  expectedOf,
  numbersOf,
  optionsOf,
  statesOf,
  weighed,
} from './oracle.ts';
import {
  type Setup,
  definitionOf,
  headers,
  rowsFor,
  scaleOptions,
  scaleSides,
  setup,
} from './random-surveys.ts';

type People = ReturnType<typeof expectedOf>['people'];

const survey = (distinct: boolean, fixed: Partial<Setup> = {}) =>
  setup.chain((some) => {
    const settings = { ...some, ...fixed };
    return fc.tuple(fc.constant(settings), rowsFor(settings, distinct));
  });

const analyseRows = async (
  settings: Setup,
  parts: readonly (readonly (readonly string[])[])[],
  by: readonly string[] = [],
): Promise<Analysis<number>> =>
  analyseTables(
    definitionOf(settings),
    parts.map((rows) => [headers, ...rows]),
    { by },
  );

/** All that a reader sees of an analysis, the files and the problems found in them aside. */
function resultsOf({ ledger, questions, breakdowns, ledgerParts, notes }: Analysis<number>) {
  return { ledger, questions, breakdowns, channels: ledgerParts.byChannel, notes };
}

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, number) => total + number, 0);

/** Compares one distribution of the analysis with the oracle's, for the people it is of. */
function compare(
  found: Distribution<number>,
  people: People,
  item: ItemName,
  { rule: asked, weighted }: Setup,
): void {
  // A statistic of numbers is of those who gave one, whatever the rule for percentages.
  const rule = item === 'years' ? 'answered' : asked;
  const base = baseOf(people, item, rule);
  const counts = optionsOf(people, item);
  expect(found.states).toEqual(statesOf(people, item));
  const weights = optionsOf(people, item, weighted ? weighed : counted);
  const whole = baseOf(people, item, rule, weighted ? weighed : counted);
  const squares = baseOf(people, item, rule, ({ times, weight }) => times * weight ** 2);
  const { effective, ...said } = found.base;
  expect(said).toEqual({ rule, count: base, ...(weighted ? { weighted: whole } : {}) });
  // Kish: the square of what they weigh together, by the sum of the squares.
  if (weighted && whole > 0) expect(effective).toBeCloseTo(whole ** 2 / squares, 9);
  if (item === 'years') {
    const numbers = numbersOf(people);
    expect(found.numbers?.n).toBe(numbers.length);
    if (numbers.length === 0 || whole === 0) return;
    if (weighted) {
      const heaviest = people.map((person) => weighed(person) * sum(person.answers.years.given.map(Number)));
      expect(found.numbers?.mean).toBeCloseTo(sum(heaviest) / whole, 9);
      return;
    }
    expect(found.numbers?.mean).toBeCloseTo(mean(numbers), 9);
    for (const [name, share] of Object.entries(shares)) {
      expect(found.numbers?.[name as keyof typeof shares]).toBeCloseTo(quantileSorted(numbers, share), 9);
    }
    return;
  }
  const chosen = found.options.filter(({ figure }) => figure.count > 0);
  expect(new Map(chosen.map(({ label, figure }) => [label.toLowerCase(), figure.count]))).toEqual(counts);
  for (const { label, figure } of found.options)
    if (weighted) expect(figure.weighted).toBe(weights.get(label.toLowerCase()) ?? 0);
  for (const { figure, side } of [...found.options, ...found.nets]) {
    const isOut = rule === 'gave-view' && side === 'outside';
    const part = weighted ? (figure.weighted ?? Number.NaN) : figure.count;
    expect(figure.base).toBe(base);
    expect(figure.percent).toBe(whole === 0 || isOut ? null : (100 * part) / whole);
  }
  if (item !== 'one' && item !== 'two') return;
  expect(found.options.map(({ label }) => label)).toEqual(scaleOptions);
  for (const net of found.nets) {
    const labels = scaleSides[net.side];
    expect(net.options).toEqual(labels);
    const together = (some: Map<string, number>) =>
      sum(labels.map((label) => some.get(label.toLowerCase()) ?? 0));
    expect(net.figure.count).toBe(together(counts));
    if (weighted) expect(net.figure.weighted).toBe(together(weights));
  }
}

const shares = { minimum: 0, lowerQuartile: 0.25, median: 0.5, upperQuartile: 0.75, maximum: 1 } as const;

test('every state, base, option, net and statistic is what counting row by row gives', async () => {
  await fc.assert(
    fc.asyncProperty(survey(false), async ([settings, rows]) => {
      const analysis = await analyseRows(settings, [rows]);
      const { ledger, people } = expectedOf(settings, rows);
      const removed = analysis.ledger.removed.map(({ reason, count }) => ({ reason, count }));
      expect({ ...analysis.ledger, removed }).toEqual(ledger);
      expect(ledger.received - sum(ledger.removed.map(({ count }) => count))).toBe(analysis.ledger.analysed);
      for (const { items } of analysis.questions) {
        for (const item of items) {
          expect(sum(Object.values(item.states))).toBe(ledger.analysed);
          compare(item, people, item.id as ItemName, settings);
        }
      }
    }),
    { numRuns: 100 },
  );
});

/** The labels of the groups that a person is in: an answer to each question, joined. */
const groupsOf = ({ answers }: People[number], by: string): string[] =>
  by
    .split('+')
    .map((question) => answers[question as ItemName].given.map(String))
    .reduce((outer, inner) => outer.flatMap((group) => inner.map((part) => `${group}, ${part}`)));

/** Compares how far each option of a group is from the others, with the oracle's counts of both. */
function compareDifferences(
  group: Distribution,
  mine: People,
  theirs: People,
  item: ItemName,
  { rule, weighted }: Setup,
) {
  const weigh = weighted ? weighed : counted;
  const [base, othersBase] = [baseOf(mine, item, rule, weigh), baseOf(theirs, item, rule, weigh)];
  const [counts, othersCounts] = [optionsOf(mine, item, weigh), optionsOf(theirs, item, weigh)];
  for (const { label, side, difference } of group.options) {
    const isOut = rule === 'gave-view' && side === 'outside';
    expect(difference === undefined).toBe(base === 0 || othersBase === 0 || isOut);
    if (difference === undefined) continue;
    const count = counts.get(label.toLowerCase()) ?? 0;
    const othersCount = othersCounts.get(label.toLowerCase()) ?? 0;
    expect(difference.others).toMatchObject({
      count: optionsOf(theirs, item).get(label.toLowerCase()) ?? 0,
      base: baseOf(theirs, item, rule),
    });
    expect(difference.points).toBeCloseTo((100 * count) / base - (100 * othersCount) / othersBase, 9);
  }
}

const breakdownHolds = async (
  settings: Setup,
  rows: readonly (readonly string[])[],
  by: readonly string[],
) => {
  const { breakdowns, questions } = await analyseRows(settings, [rows], by);
  const { ledger, people } = expectedOf(settings, rows);
  for (const { by: path, question, item, total, groups, ungrouped, overlapping } of breakdowns) {
    const grouped = people.filter((person) => groupsOf(person, path).length > 0);
    expect(ungrouped).toBe(ledger.analysed - sum(grouped.map(({ times }) => times)));
    const whole = questions.find(({ id }) => id === question)?.items.find(({ id }) => id === item);
    expect(total).toBe(whole);
    for (const group of groups) {
      const isMember = (person: People[number]) => groupsOf(person, path).includes(group.label.toLowerCase());
      const [mine, theirs] = [people.filter(isMember), grouped.filter((person) => !isMember(person))];
      compare(group, mine, item as ItemName, settings);
      if (path.includes('+')) expect(mine.length).toBeGreaterThan(0);
      if (item !== 'years') compareDifferences(group, mine, theirs, item as ItemName, settings);
    }
    const inGroups = sum(groups.flatMap(({ states }) => Object.values(states)));
    if (!overlapping) expect(inGroups + ungrouped).toBe(ledger.analysed);
    const labels = new Set(grouped.flatMap((person) => groupsOf(person, path)));
    const found = groups.map(({ label }) => label.toLowerCase());
    expect([...labels].filter((label) => !found.includes(label))).toEqual([]);
  }
  return breakdowns.map(({ by: path }) => path);
};

test('every group of a breakdown is what counting its people alone gives, and with the ungrouped they are everybody', async () => {
  await fc.assert(
    fc.asyncProperty(
      survey(false),
      fc.constantFrom('role', 'heard', 'places'),
      async ([settings, rows], by) => {
        expect(await breakdownHolds(settings, rows, [by])).toEqual(Array.from({ length: 5 }, () => by));
      },
    ),
    { numRuns: 60 },
  );
});

test('groups within groups are what counting their people alone gives', async () => {
  const order = fc.shuffledSubarray(['role', 'heard', 'places'], { minLength: 2, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(survey(false), order, async ([settings, rows], by) => {
      const paths = by.map((_, index) => by.slice(0, index + 1).join('+'));
      expect(new Set(await breakdownHolds(settings, rows, by))).toEqual(new Set(paths));
    }),
    { numRuns: 60 },
  );
});

/** What the parts of a ledger come to together: received, analysed, and removed for each reason. */
const summed = (parts: readonly Ledger[]): number[] => [
  sum(parts.map(({ received }) => received)),
  sum(parts.map(({ analysed }) => analysed)),
  ...(parts[0]?.removed ?? []).map((_, reason) =>
    sum(parts.map(({ removed }) => removed[reason]?.count ?? 0)),
  ),
];

test('two files joined are one file', async () => {
  await fc.assert(
    fc.asyncProperty(survey(false), fc.nat(), async ([settings, rows], at) => {
      const isGiven = (part: string[][]) => part.some((row) => row.some((cell) => cell.trim() !== ''));
      const parts = [rows.slice(0, at % rows.length), rows.slice(at % rows.length)].filter(isGiven);
      const joined = await analyseRows(settings, parts, ['role']);
      expect(summed(joined.ledgerParts.byFile)).toEqual(summed([joined.ledger]));
      expect(resultsOf(joined)).toEqual(resultsOf(await analyseRows(settings, [rows], ['role'])));
    }),
    { numRuns: 40 },
  );
});

test('where no id is repeated neither the order of the rows nor that of the columns matters', async () => {
  const shuffled = survey(true).chain(([settings, rows]) =>
    fc.tuple(
      fc.constant(settings),
      fc.constant(rows),
      fc.shuffledSubarray(rows, { minLength: rows.length }),
      fc.shuffledSubarray([...headers.keys()], { minLength: headers.length }),
    ),
  );
  await fc.assert(
    fc.asyncProperty(shuffled, async ([settings, rows, otherRows, order]) => {
      const table = [headers, ...otherRows].map((row) => order.map((column) => row[column] ?? ''));
      const other = await analyseTables(definitionOf(settings), [table], { by: ['role', 'heard'] });
      expect(resultsOf(other)).toEqual(resultsOf(await analyseRows(settings, [rows], ['role', 'heard'])));
    }),
    { numRuns: 40 },
  );
});

test('a record that stands for n responses is n records', async () => {
  const withCounts = survey(false, { counted: true }).map(
    ([settings, rows]) =>
      [{ ...settings, exclude: settings.exclude.filter((rule) => rule !== 'duplicate') }, rows] as const,
  );
  const at = headers.indexOf('How many');
  await fc.assert(
    fc.asyncProperty(withCounts, async ([settings, rows]) => {
      const written = rows.flatMap((row) => {
        const times = Number(row[at]);
        return times > 0 ? Array.from({ length: times }, () => row.with(at, '1')) : [row];
      });
      const once = await analyseRows(settings, [rows], ['role', 'places']);
      expect(resultsOf(once)).toEqual(resultsOf(await analyseRows(settings, [written], ['role', 'places'])));
    }),
    { numRuns: 40 },
  );
});

test('--where is analysing only the rows of the group', async () => {
  await fc.assert(
    fc.asyncProperty(survey(true, { declared: true }), async ([settings, written]) => {
      // What a tick looks like is judged by all rows, so that no cell here may leave it in doubt.
      const rows = written.map((row) => row.map((cell) => (cell === 'perhaps' ? '1' : cell)));
      const group = rows.filter((row) => row[headers.indexOf('Role')]?.trim().toLowerCase() === 'parent');
      fc.pre(group.length > 0);
      const narrowed = await analyseTables(definitionOf(settings), [[headers, ...rows]], {
        where: { question: 'role', option: 'parent' },
        by: ['heard'],
      });
      const alone = await analyseRows(settings, [group], ['heard']);
      expect(narrowed.ledger.analysed).toBe(alone.ledger.analysed);
      expect({ ...resultsOf(narrowed), ledger: null }).toEqual({ ...resultsOf(alone), ledger: null });
    }),
    { numRuns: 40 },
  );
});
