import { expect, test } from 'vitest';
import { analyse } from '../../src/analysis/analyse.ts';
import type { Analysis, Distribution } from '../../src/analysis/analysis.ts';
import { publish } from '../../src/analysis/disclosure/publish.ts';
import type { Selection } from '../../src/responses/responses.ts';
import { collect } from '../support/survey.ts';

/*
 * Somebody who tries all there is: of every set of so many responses whether it fits all that is published, which groups within groups
 * are listed and what the notes say of others included. Each hidden count and base must be another in some of those that fit, of
 * tables of which nothing else is shown and where nobody is counted too.
 */

interface Design {
  /** The answers to each question, '' where it may be left blank. */
  readonly answers: Readonly<Record<string, readonly string[]>>;
  readonly profiles: readonly string[];
  /** Those of which the percentages are of all who were asked. */
  readonly ofAll?: readonly string[];
  readonly breakdowns: string;
  /** Answers that are read from the column of another question, with how: of another question, or the kind of respondent. */
  readonly derived?: Readonly<
    Record<
      string,
      { readonly from: string; readonly as: Readonly<Record<string, string>>; readonly question?: string }
    >
  >;
  /** Options that nobody may have given who is analysed, by question. */
  readonly never?: Readonly<Record<string, readonly string[]>>;
  /** More of the definition, and responses that are not analysed. */
  readonly more?: string;
  readonly others?: readonly Person[];
  /** The group that the run is about, and how few are a small one. */
  readonly where?: Selection;
}
type Person = Readonly<Record<string, string>>;

/** How many of some people, by position, there may be. */
interface Fact {
  readonly people: readonly number[];
  readonly least: number;
  readonly most: number;
}

const peopleOf = ({ answers, derived = {} }: Design): Person[] =>
  Object.entries(answers)
    .reduce<Person[]>(
      (all, [id, own]) => all.flatMap((person) => own.map((answer) => ({ ...person, [id]: answer }))),
      [{}],
    )
    .filter((person) => Object.values(person).some((answer) => answer !== ''))
    .map((person) => {
      const more = Object.entries(derived).map(([id, { from, as }]) => [id, as[person[from] ?? ''] ?? '']);
      return { ...person, ...(Object.fromEntries(more) as Person) };
    });

/** Every way in which so many responses can be spread over some sorts of people. */
function spreads(sorts: number, size: number): number[][] {
  if (sorts === 1) return [[size]];
  return Array.from({ length: size + 1 }, (_, first) =>
    spreads(sorts - 1, size - first).map((rest) => [first, ...rest]),
  ).flat();
}

const sum = (counts: readonly number[], people: readonly number[]): number =>
  people.reduce((all, person) => all + (counts[person] ?? 0), 0);

/** What is published as facts, and the people behind each hidden count. */
function read(published: Analysis, people: readonly Person[], fewest: number) {
  const facts: Fact[] = [];
  const hidden = new Map<string, readonly number[]>();
  const who = (is: (person: Person) => boolean) => [...people.keys()].filter((at) => is(people[at] ?? {}));
  const say = (is: (person: Person) => boolean, count: number | null) => {
    if (count !== null) facts.push({ people: who(is), least: count, most: count });
  };
  const readRow = (
    one: Distribution,
    id: string,
    isIn: (person: Person) => boolean,
    isOther: typeof isIn,
    name: string,
  ) => {
    for (const { label, figure, difference } of one.options) {
      const isIts = (person: Person) => person[id] === label;
      say((person) => isIn(person) && isIts(person), figure.count);
      if (figure.count === null)
        hidden.set(
          `${name} ${label}`,
          who((person) => isIn(person) && isIts(person)),
        );
      say((person) => isOther(person) && isIts(person), difference?.others.count ?? null);
      say((person) => isOther(person) && person[id] !== '', difference?.others.base ?? null);
    }
    const isInBase = (person: Person) => isIn(person) && (one.base.rule === 'all' || person[id] !== '');
    say(isInBase, one.base.count);
    // How many were asked is no secret.
    if (one.base.count === null && one.base.rule !== 'all') hidden.set(`${name} base`, who(isInBase));
    const isBlank = (person: Person) => isIn(person) && person[id] === '';
    say(isBlank, one.states.blank);
    if (one.base.rule === 'all' && one.states.blank === null) hidden.set(`${name} no reply`, who(isBlank));
  };
  for (const { id, items } of published.questions)
    for (const item of items)
      readRow(
        item,
        id,
        () => true,
        () => false,
        id,
      );
  const kindWords = { individual: 'Individuals', organisation: 'Organisations', petition: 'Petitions' };
  for (const { kind, count } of published.kinds)
    say((person) => person['respondent.kind'] === (kind === null ? '' : kindWords[kind]), count);
  for (const { by, byQuestions, question, groups, ungrouped } of published.breakdowns) {
    const ids = byQuestions.map((one) => one.id);
    const isGrouped = (person: Person) => ids.every((id) => person[id] !== '');
    const nameOf = (person: Person) => ids.map((id) => person[id]).join(', ');
    say((person) => !isGrouped(person), ungrouped);
    for (const group of groups) {
      const isIn = (person: Person) => isGrouped(person) && nameOf(person) === group.label;
      readRow(
        group,
        question,
        isIn,
        (person) => isGrouped(person) && !isIn(person),
        `${question} by ${by} ${group.label}`,
      );
      if (ids.length > 1) facts.push({ people: who(isIn), least: fewest, most: Infinity });
    }
    if (ids.length < 2) continue;
    const isNoted = published.notes.some(
      (note) => note.code === 'unlisted-groups' && note.byQuestions.map(({ id }) => id).join('+') === by,
    );
    if (groups.length === 0 && !isNoted) continue;
    const listed = new Set(groups.map(({ label }) => label));
    const isUnlisted = (person: Person) => isGrouped(person) && !listed.has(nameOf(person));
    for (const name of new Set(people.filter(isUnlisted).map(nameOf)))
      facts.push({
        people: who((person) => isUnlisted(person) && nameOf(person) === name),
        least: 0,
        most: fewest - 1,
      });
  }
  for (const note of published.notes) {
    if (note.code !== 'small-groups') continue;
    for (const { by, question } of published.breakdowns.filter((one) => one.by === note.by))
      for (const label of note.groups)
        facts.push({
          people: who((person) => person[by] === label && person[question] !== ''),
          least: 0,
          most: fewest - 1,
        });
  }
  return { facts, hidden };
}

const yesNo = ['Yes', 'No'];
const designs: readonly (readonly [string, Design])[] = [
  [
    'groups within groups, and a table of their sizes',
    {
      answers: { view: yesNo, role: ['P', 'S'], clear: yesNo },
      profiles: [],
      breakdowns: '[[role, clear], clear]',
    },
  ],
  [
    'profiles, one within the other',
    {
      answers: { view: yesNo, role: ['P', 'S'], age: ['Y', 'O'] },
      profiles: ['role', 'age'],
      breakdowns: '[[role, age]]',
    },
  ],
  [
    'a profile by which a question is broken down that some left blank',
    { answers: { view: ['Yes', 'No', ''], role: ['P', 'S', ''] }, profiles: ['role'], breakdowns: '[role]' },
  ],
  [
    'a group alone, where whoever gave one answer to a profile, or to a view, is left out',
    {
      answers: { view: yesNo, role: ['P', 'S'], ward: ['N'] },
      profiles: ['role'],
      breakdowns: '[role]',
      never: { view: ['Maybe'], role: ['X'], ward: ['S'] },
      more: 'exclude: [{ view: Maybe }, { role: X }]',
      others: [
        { view: 'Maybe', role: 'P', ward: 'N' },
        { view: 'Yes', role: 'X', ward: 'N' },
        ...Array.from({ length: 12 }, () => ({ view: 'Yes', role: 'P', ward: 'S' })),
      ],
      where: { question: 'ward', option: 'N' },
    },
  ],
  [
    'a profile by two others',
    {
      answers: { age: ['Y', 'O'], role: ['P', 'S'], home: ['T', 'V'] },
      profiles: ['age', 'home'],
      breakdowns: '[role, home]',
    },
  ],
  [
    'the kind of respondent and a question about it, from one column',
    {
      answers: { role: ['R', 'V', 'B', 'C'], view: yesNo },
      profiles: ['role'],
      breakdowns: '[role]',
      more: 'respondent: { kind: { column: role, individual: [R, V], organisation: [B, C] } }',
      derived: {
        'respondent.kind': {
          from: 'role',
          as: { R: 'Individuals', V: 'Individuals', B: 'Organisations', C: 'Organisations' },
        },
      },
    },
  ],
  [
    'the kind of respondent and a question that has one answer for each and one for neither, from one column',
    {
      answers: { role: ['I', 'O', 'X', ''], view: yesNo },
      profiles: ['role'],
      breakdowns: '[]',
      more: 'respondent: { kind: { column: role, individual: I, organisation: O } }',
      derived: { 'respondent.kind': { from: 'role', as: { I: 'Individuals', O: 'Organisations' } } },
    },
  ],
  [
    'a profile of which the percentages are of all, and groups by it',
    {
      answers: { age: ['Y', 'M', 'O', ''], view: yesNo },
      profiles: ['age'],
      ofAll: ['age'],
      breakdowns: '[age]',
    },
  ],
  [
    'a question and the same with its answers merged, from one column',
    {
      answers: { age: ['16', '18', '65'], view: yesNo },
      profiles: ['age'],
      breakdowns: '[band]',
      derived: {
        band: {
          from: 'age',
          as: { 16: 'Y', 18: 'Y', 65: 'O' },
          question:
            '{ id: band, kind: choice, column: age, profile: true, options: [Y, O], merge: { Y: [16, 18], O: [65] } }',
        },
      },
    },
  ],
];

test.each(
  designs.flatMap((one) => [
    // Nine alone are too few to look at.
    ...(one[1].where ? [] : [[...one, { count: 4, group: 10 }] as const]),
    [...one, { count: 1, group: 3 }] as const,
  ]),
)(
  'of all sets of nine responses some that fit what is published differ in each hidden count: %s',
  async (_, design, limits) => {
    const people = peopleOf(design);
    const ids = Object.keys(design.answers);
    const all = spreads(people.length, 9);
    const optionsOf = (id: string) => [
      ...(design.answers[id] ?? []).filter(Boolean),
      ...(design.never?.[id] ?? []),
    ];
    const definition = `
title: T
${design.more ?? ''}
report: { disclosure: standard }
questions:
${ids.map((id) => `  - { id: ${id}, kind: choice, column: ${id}, options: ${JSON.stringify(optionsOf(id))}, profile: ${design.profiles.includes(id)}${design.ofAll?.includes(id) ? ', base: all' : ''} }`).join('\n')}
${Object.values(design.derived ?? {})
  .flatMap(({ question }) => (question === undefined ? [] : [`  - ${question}`]))
  .join('\n')}
breakdowns: ${design.breakdowns}
`;
    for (let at = 0; at < all.length; at += Math.min(397, Math.ceil(all.length / 30))) {
      const truth = all[at] ?? [];
      const rowOf = (person: Person) => ids.map((id) => person[id] ?? '');
      const rows = people.flatMap((person, sort) =>
        Array.from({ length: truth[sort] ?? 0 }, () => rowOf(person)),
      );
      const others = design.others?.map(rowOf) ?? [];
      const responses = await collect(definition, [[ids, ...rows, ...others]], design.where);
      const { facts, hidden } = read(publish(analyse(responses), responses, limits), people, limits.group);
      const fits = (counts: readonly number[]) =>
        facts.every(
          ({ people: some, least, most }) => sum(counts, some) >= least && sum(counts, some) <= most,
        );
      expect(fits(truth)).toBe(true);
      const fitting = all.filter(fits);
      for (const [name, some] of hidden) {
        const counts = new Set(fitting.map((one) => sum(one, some)));
        expect([rows.join(' '), name, counts.size > 1]).toEqual([rows.join(' '), name, true]);
      }
    }
  },
);
