import { expect, test } from 'vitest';
import { analyse } from '../../src/analysis/analyse.ts';
import type { Limits } from '../../src/analysis/disclosure/limits.ts';
import { publish } from '../../src/analysis/disclosure/publish.ts';
import { collect } from '../support/survey.ts';

/*
 * Somebody who knows the program and runs it on every set of so many responses that there may have been: of those of which the same is
 * published in every way, which counts are hidden and what the notes say included, some must differ in each number that is hidden.
 */

interface Design {
  readonly header: readonly string[];
  /** Every row that there may be. */
  readonly rows: readonly (readonly string[])[];
  readonly size: number;
  readonly definition: string;
  readonly limits?: Limits;
}

/** Smaller than what is used, so that a few responses are many. */
const few = { count: 2, group: 4 };

/** Every row of one cell of each list. */
const rowsOf = (...lists: readonly (readonly string[])[]) =>
  lists.reduce<string[][]>((rows, list) => rows.flatMap((row) => list.map((cell) => [...row, cell])), [[]]);

/** Every way in which so many responses can be spread over some rows. */
function spreads(rows: number, size: number): number[][] {
  if (rows === 1) return [[size]];
  return Array.from({ length: size + 1 }, (_, first) =>
    spreads(rows - 1, size - first).map((rest) => [first, ...rest]),
  ).flat();
}

/** No numbers of people: shares, statistics and comparisons, which are hidden with counts. */
const notCounts = new Set(['percent', 'points', 'numbers', 'scores', 'difference', 'population']);

const nameOf = (one: unknown): string | undefined => {
  const { id, by, question } = one as { id?: string; by?: string; question?: string };
  return id ?? (by === undefined ? undefined : `${question} by ${by}`);
};

/** The counts that are hidden, by where they stand. */
function hiddenCounts(shown: unknown, own: unknown, path = ''): (readonly [string, number])[] {
  if (typeof own === 'number') return shown === null ? [[path, own]] : [];
  if (typeof own !== 'object' || own === null || typeof shown !== 'object' || shown === null) return [];
  if (Array.isArray(own))
    return own.flatMap((one: unknown, nth) => {
      const name = nameOf(one);
      const all = shown as unknown[];
      const match = name === undefined ? all[nth] : all.find((each) => nameOf(each) === name);
      return hiddenCounts(match, one, `${path}/${name ?? nth}`);
    });
  const others = shown as Record<string, unknown>;
  return Object.entries(own).flatMap(([key, value]) =>
    notCounts.has(key) ? [] : hiddenCounts(others[key], value, `${path}.${key}`),
  );
}

const view = '{ id: view, kind: choice, column: view, options: ["Yes", "No"] }';
const yesNo = ['Yes', 'No'];
const designs: readonly (readonly [string, Design])[] = [
  [
    'organisations, of which all is shown, beside individuals',
    {
      header: ['kind', 'view'],
      rows: rowsOf(['I', 'O'], yesNo),
      size: 6,
      definition: `
respondent: { kind: { column: kind, individual: I, organisation: O } }
questions: [${view}]`,
    },
  ],
  [
    'groups that overlap',
    {
      header: ['ticked', 'view'],
      rows: rowsOf(['A', 'B', 'A;B'], yesNo),
      size: 5,
      definition: `
questions: [${view}, { id: ticked, kind: multiple, column: ticked, options: [A, B] }]
breakdowns: [ticked]`,
    },
  ],
  [
    'three groups',
    {
      header: ['role', 'view'],
      rows: rowsOf(['P', 'S', 'O'], yesNo),
      size: 6,
      definition: `
questions: [${view}, { id: role, kind: choice, column: role, options: [P, S, O] }]
breakdowns: [role]`,
    },
  ],
  [
    'a group, with others in none who are as many as a group that is shown',
    {
      header: ['role', 'view'],
      rows: rowsOf(['P', ''], yesNo),
      size: 9,
      definition: `
questions: [${view}, { id: role, kind: choice, column: role, options: [P, S] }]
breakdowns: [role]`,
    },
  ],
  [
    'a base of all, with those who gave no answer',
    {
      header: ['role', 'view'],
      rows: rowsOf(['P', 'S'], [...yesNo, '']),
      size: 6,
      definition: `
questions: [${view.replace(' }', ', base: all }')}, { id: role, kind: choice, column: role, options: [P, S] }]
breakdowns: [role]`,
    },
  ],
  [
    'a profile of which the percentages are of all, with those who gave no answer',
    {
      header: ['age'],
      rows: rowsOf(['A', 'B', 'C', '']),
      size: 12,
      limits: { count: 4, group: 10 },
      definition: `
questions: [{ id: age, kind: choice, column: age, profile: true, base: all, options: [A, B, C] }]`,
    },
  ],
  [
    'groups within groups, of which it would tell something that there are small ones',
    {
      header: ['role', 'clear', 'view'],
      rows: rowsOf(['P', 'S'], yesNo, ['No']),
      size: 6,
      definition: `
questions:
  - ${view}
  - { id: role, kind: choice, column: role, options: [P, S] }
  - { id: clear, kind: choice, column: clear, options: ["Yes", "No"] }
breakdowns: [[role, clear]]`,
    },
  ],
  [
    'a profile of which several may be ticked',
    {
      header: ['ticked'],
      rows: rowsOf(['A', 'B', 'A;B', '']),
      size: 11,
      limits: { count: 4, group: 10 },
      definition: `
questions: [{ id: ticked, kind: multiple, column: ticked, options: [A, B], profile: true }]`,
    },
  ],
  [
    'a profile with three options of which several may be ticked',
    {
      header: ['ticked'],
      rows: rowsOf(['A', 'B', 'C', 'A;B', 'A;C', 'B;C', 'A;B;C', '']),
      size: 5,
      limits: { count: 2, group: 3 },
      definition: `
questions: [{ id: ticked, kind: multiple, column: ticked, options: [A, B, C], profile: true }]`,
    },
  ],
];

test.each(designs)(
  'sets of responses of which the same is published differ in each hidden count: %s',
  async (_, { header, rows, size, definition, limits = few }) => {
    /** By all that is published: the sets of responses, and each hidden count in these. */
    const alike = new Map<string, { sets: string[]; counts: Map<string, Set<number>> }>();
    const everywhere = new Map<string, Set<number>>();
    for (const spread of spreads(rows.length, size)) {
      const table = rows.flatMap((row, nth) => Array.from({ length: spread[nth] ?? 0 }, () => [...row, 'x']));
      const responses = await collect(`title: T${definition}`, [[[...header, 'id'], ...table]]);
      const exact = analyse(responses);
      const published = publish(exact, responses, limits);
      const { questions, breakdowns, combinations, kinds, ledger, notes, disclosure } = published;
      const key = JSON.stringify({ questions, breakdowns, combinations, kinds, ledger, notes, disclosure });
      const found = alike.get(key) ?? { sets: [], counts: new Map<string, Set<number>>() };
      alike.set(key, found);
      found.sets.push(spread.join(' '));
      for (const part of ['questions', 'breakdowns'] as const)
        for (const [path, count] of hiddenCounts(published[part], exact[part]))
          for (const all of [found.counts, everywhere])
            all.set(path, (all.get(path) ?? new Set()).add(count));
    }
    // What could be nothing else whatever was answered, such as how many were not asked, is not hidden by anybody.
    const isSecret = (path: string) => (everywhere.get(path)?.size ?? 0) > 1;
    const told = [...alike.values()].flatMap(({ sets, counts }) =>
      [...counts].flatMap(([path, values]) =>
        values.size < 2 && isSecret(path) ? [`${sets.join(', ')}: ${path} is ${[...values].join()}`] : [],
      ),
    );
    expect(everywhere.size).toBeGreaterThan(1);
    expect(told).toEqual([]);
  },
);
