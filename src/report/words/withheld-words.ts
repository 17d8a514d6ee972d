import type { Analysis } from '../../analysis/analysis.ts';
import type { DisclosureNote } from '../../analysis/note.ts';
import { groupBy } from '../../intake/group-by.ts';
import { capitalise } from '../../survey/labels/labels.ts';
import type { Sentence } from '../document.ts';
import { canMerge } from './merge-words.ts';
import { MOST_TOGETHER, listed } from './phrases.ts';
import { groupedBy, quotedItem } from './question-name.ts';

type WithheldNote = Extract<DisclosureNote, { code: 'withheld-tables' }>;

/** Results that are named: the item, and by what groups or beside what, where it is not of all respondents. */
export interface NamedResult {
  readonly name: string;
  /** 'by “Role”', or 'beside “Is it clear?”'. */
  readonly how?: string;
}

/** Results by their names, those by the same groups together: "“Parks” and “Roads”, by “Role”; “Parks” by “Age”". */
export function resultNames(results: readonly NamedResult[]): string {
  return [...groupBy(results, ({ how }) => how)]
    .map(([how, its]) => `${namesOf(its)}${how === undefined ? '' : `${its.length > 1 ? ',' : ''} ${how}`}`)
    .join('; ');
}

function namesOf(results: readonly Pick<NamedResult, 'name'>[]): string {
  return listed(results.map(({ name }) => [name])).join('');
}

/**
 * Many results that are not `done` (shown, compared), a sentence for those by the same groups: "Not shown by “Role”: “Parks” and “Roads”."
 * Where these are most of `all` that there are by these groups, the others are named instead: "By “Role” nothing is shown but “Parks”."
 */
export function resultsByGroups(
  done: 'shown' | 'compared',
  results: readonly NamedResult[],
  all: readonly NamedResult[],
): Sentence[] {
  return [...groupBy(results, ({ how }) => how)].map(([how, its]) => {
    const names = new Set(its.map(({ name }) => name));
    const alike = new Set(all.flatMap((one) => (one.how === how ? [one.name] : [])));
    const others = [...alike].filter((name) => !names.has(name));
    if (how !== undefined && alike.size > 0 && 2 * others.length < names.size) {
      const but = others.length > 0 ? ` but ${namesOf(others.map((name) => ({ name })))}` : '';
      return [`${capitalise(how)} nothing is ${done}${but}.`];
    }
    return [`Not ${done}${how === undefined ? '' : ` ${how}`}: ${namesOf(its)}.`];
  });
}

/**
 * Tables and views beside clarity of which nothing can be shown, and what to do about it where something can be done; many by what they
 * are results by.
 */
export function withheldNotes(
  { tables, views }: WithheldNote,
  { questions, breakdowns }: Pick<Analysis, 'questions' | 'breakdowns'>,
): Sentence[] {
  const questionOf = (id: string) => questions.find((one) => one.id === id);
  const isMultiple = (id: string) => questionOf(id)?.kind === 'multiple';
  const mayHelp =
    (views.length > 0 && questions.some(canMerge)) ||
    tables.some(
      ({ question, byQuestions }) =>
        !byQuestions.some(({ id }) => isMultiple(id)) &&
        [question, ...byQuestions.map(({ id }) => id)].some((id) => canMerge(questionOf(id))),
    );
  const nameOf = (one: WithheldNote['tables'][number]): NamedResult => ({
    name: quotedItem(one, questions),
    ...(one.byQuestions.length > 0 && { how: groupedBy(one.byQuestions) }),
  });
  const names = [
    ...tables.map(nameOf),
    ...views.map((one) => ({
      name: quotedItem(one, questions),
      how: `beside ${quotedItem(one.clarity, questions)}`,
    })),
  ];
  const areMany = names.length > MOST_TOGETHER;
  const which: Sentence = areMany
    ? [{ count: names.length }, ' results, which the next notes name']
    : [resultNames(names)];
  const help = `With fewer options or groups (“merge” in the definition) ${areMany ? 'some of them' : 'it'} may be shown.`;
  return [
    [
      'Nothing can be shown of ',
      ...which,
      `: whatever was shown, what few people answered could be worked out from it and the other results.${mayHelp ? ` ${help}` : ''}`,
    ],
    ...(areMany ? resultsByGroups('shown', names, breakdowns.map(nameOf)) : []),
  ];
}
