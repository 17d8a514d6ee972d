import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Analysis, Distribution } from '../../src/analysis/analysis.ts';
import { analyse } from '../../src/analysis/analyse.ts';
import { isBreakdownEmptied, isEmptied } from '../../src/analysis/disclosure/hidden.ts';
import { publish } from '../../src/analysis/disclosure/publish.ts';
import { collect } from '../support/survey.ts';
import { type Equation, canSumDiffer } from './disclosure-solver.ts';

/*
 * Whoever knows everything that is published of a run, whatever its percentages are of and however strict it is, and solves for how many
 * there are of each sort of respondent: of every number that is hidden, be it an answer, a net, a base, who gave none or who is in no
 * group, two values are left.
 */

const answers = {
  role: ['Parent', 'School', ''],
  view: ['Strongly agree', 'Agree', 'Disagree', "Don't know", ''],
} as const;
type Id = keyof typeof answers;

/** A sort of respondent: their role and what they think. */
type Kind = Readonly<Record<Id, string>>;
type Which = (kind: Kind) => boolean;

const kinds: readonly Kind[] = answers.role.flatMap((role) =>
  answers.view.map((view): Kind => ({ role, view })),
);
const nameOf = ({ role, view }: Kind) => `${role}/${view}`;

const settings = fc.record({
  level: fc.constantFrom('standard', 'strict'),
  base: fc.constantFrom('answered', 'gave-view', 'all'),
  breakdowns: fc.constantFrom('[role]', '[view]', '[role, view]'),
  isRoleProfile: fc.boolean(),
});
type Settings = typeof settings extends fc.Arbitrary<infer One> ? One : never;

const definitionOf = ({ level, base, breakdowns, isRoleProfile }: Settings) => `
title: T
report: { disclosure: ${level}, base: ${base} }
respondent: { id: ID }
breakdowns: ${breakdowns}
questions:
  - { id: role, kind: choice, column: Role, options: [Parent, School]${isRoleProfile ? ', profile: true' : ''} }
  - { id: view, kind: scale, scale: agreement, column: View, options: [Strongly agree, Agree, Disagree, Don't know] }
`;

/** All that is shown, as equations over how many there are of each sort, and what is hidden. */
function read({ questions, breakdowns }: Analysis, size: number) {
  const equations: Equation[] = [{ names: kinds.map(nameOf), sum: size }];
  const hidden: { readonly name: string; readonly which: Which }[] = [];
  const say = (name: string, which: Which, count: number | null | undefined): void => {
    if (typeof count === 'number') equations.push({ names: kinds.filter(which).map(nameOf), sum: count });
    else if (count === null) hidden.push({ name, which });
  };
  const readDistribution = (id: Id, where: string, isIn: Which, shown: Distribution, isEmpty: boolean) => {
    const isOfAll = kinds.every(isIn);
    const isOutside: Which = (kind) => kind[id] === "Don't know";
    const isBlank: Which = (kind) => kind[id] === '';
    for (const { label, figure } of shown.options)
      say(`${label} ${where}`, (kind) => isIn(kind) && kind[id] === label, figure.count);
    for (const { label, options, figure } of shown.nets)
      say(`${label} (net) ${where}`, (kind) => isIn(kind) && options.includes(kind[id]), figure.count);
    // Of a table of which nothing is shown the sizes may follow.
    const sayOfAll: typeof say = (name, which, count) => {
      if (count !== null || !isEmpty) say(name, which, count);
    };
    // How many of a group answered, or did not, is hidden with the rest of it where the base does not say it, be it told or not.
    const sayState: typeof say = (name, which, count) => {
      if (count !== null || isOfAll || shown.base.rule === 'answered') sayOfAll(name, which, count);
    };
    sayOfAll(
      `base ${where}`,
      (kind) =>
        isIn(kind) &&
        (shown.base.rule === 'all' || !isBlank(kind)) &&
        !(shown.base.rule === 'gave-view' && isOutside(kind)),
      shown.base.count,
    );
    sayState(
      `answered ${where}`,
      (kind) => isIn(kind) && !isBlank(kind) && !isOutside(kind),
      shown.states.option,
    );
    sayState(`don't know ${where}`, (kind) => isIn(kind) && isOutside(kind), shown.states.outside);
    sayState(`no reply ${where}`, (kind) => isIn(kind) && isBlank(kind), shown.states.blank);
  };
  for (const { id, items } of questions)
    for (const item of items) readDistribution(id as Id, `to ${id}`, () => true, item, isEmptied(item));
  for (const breakdown of breakdowns) {
    const [id, by] = [breakdown.question as Id, breakdown.by as Id];
    say(`in no group by ${by}`, (kind) => kind[by] === '', breakdown.ungrouped);
    for (const group of breakdown.groups) {
      const isIn: Which = (kind) => kind[by] === group.label;
      const isOther: Which = (kind) => kind[by] !== '' && !isIn(kind);
      readDistribution(id, `to ${id} of ${group.label}`, isIn, group, isBreakdownEmptied(breakdown));
      for (const { label, difference } of group.options)
        say('', (kind) => isOther(kind) && kind[id] === label, difference?.others.count);
      for (const { options, difference } of group.nets)
        say('', (kind) => isOther(kind) && options.includes(kind[id]), difference?.others.count);
    }
  }
  return { equations, hidden };
}

const few = fc.oneof(fc.constant(0), fc.constant(0), fc.nat({ max: 4 }), fc.integer({ min: 5, max: 14 }));

test('of every number that is hidden two values are left to whoever solves for it', async () => {
  await fc.assert(
    fc.asyncProperty(
      settings,
      fc.array(few, { minLength: kinds.length, maxLength: kinds.length }),
      async (some, counts) => {
        const rows = kinds.flatMap(({ role, view }, nth) =>
          Array.from({ length: counts[nth] ?? 0 }, (_, at) => [`${nth}-${at}`, role, view]),
        );
        fc.pre(rows.length >= 10);
        const responses = await collect(definitionOf(some), [[['ID', 'Role', 'View'], ...rows]]);
        const { equations, hidden } = read(publish(analyse(responses), responses), rows.length);
        const truth = new Map(kinds.map((kind, nth) => [nameOf(kind), counts[nth] ?? 0]));
        for (const { name, which } of hidden)
          expect([name, canSumDiffer(kinds.filter(which).map(nameOf), truth, equations)]).toEqual([
            name,
            true,
          ]);
      },
    ),
    { numRuns: 400 },
  );
}, 200_000);
