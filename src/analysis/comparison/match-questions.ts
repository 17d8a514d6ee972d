import { groupBy } from '../../intake/group-by.ts';
import type { Ledger, Removed } from '../../responses/responses.ts';
import { fold } from '../../survey/labels/labels.ts';
import type { Comparable, ComparableCombination, ComparableItem, ComparableQuestion } from './comparable.ts';

/** Two things of two runs that are one, or one that only one of the runs has. */
export interface Pair<T> {
  readonly a?: T;
  readonly b?: T;
}

/**
 * Pairs in the order of `b`; then what only `a` has. Each way gives a key: two match that have one key, and
 * the first way in which they do is the one.
 */
function pairUp<T>(a: readonly T[], b: readonly T[], ways: readonly ((one: T) => string)[]): Pair<T>[] {
  const partners = new Map<T, T>();
  const taken = new Set<T>();
  for (const keyOf of ways) {
    const left = groupBy(
      a.filter((one) => !taken.has(one)),
      keyOf,
    );
    for (const one of b) {
      if (partners.has(one)) continue;
      const partner = left.get(keyOf(one))?.find((other) => !taken.has(other));
      if (partner === undefined) continue;
      partners.set(one, partner);
      taken.add(partner);
    }
  }
  const ofB = b.map((one): Pair<T> => {
    const partner = partners.get(one);
    return partner === undefined ? { b: one } : { a: partner, b: one };
  });
  return [...ofB, ...a.filter((one) => !taken.has(one)).map((one) => ({ a: one }))];
}

/** The questions of two runs: those with one id are one question, and of the others those of one kind with one text. */
export function pairQuestions(
  a: readonly ComparableQuestion[],
  b: readonly ComparableQuestion[],
): Pair<ComparableQuestion>[] {
  return pairUp(a, b, [({ id }) => id, ({ kind, text }) => `${kind} ${fold(text)}`]);
}

/** The items of a question, by id, else by label; the item of a question held in one column is that of the other. */
export function pairItems({ a, b }: Pair<ComparableQuestion>): Pair<ComparableItem>[] {
  const isOnly = a?.items.length === 1 && b?.items.length === 1;
  return pairUp(a?.items ?? [], b?.items ?? [], [({ id }) => id, ({ label }) => (isOnly ? '' : fold(label))]);
}

/** Why responses were removed, by the reason. */
export function pairReasons(a: Ledger, b: Ledger): Pair<Removed>[] {
  return pairUp(a.removed, b.removed, [({ reason }) => reason]);
}

/** Whatever has an id, by that. */
export function pairById<T extends { readonly id: string }>(a: readonly T[], b: readonly T[]): Pair<T>[] {
  return pairUp(a, b, [({ id }) => id]);
}

/** Views beside clarity, by their questions and items; what B calls otherwise goes by its id there. */
export function pairCombinations(a: Comparable, b: Comparable): Pair<ComparableCombination>[] {
  const idOf = (question = '', item = '') => JSON.stringify([question, item]);
  const idsInB = new Map(
    pairQuestions(a.questions, b.questions).flatMap((pair) =>
      pairItems(pair).flatMap((item): [string, string][] =>
        item.a && item.b ? [[idOf(pair.a?.id, item.a.id), idOf(pair.b?.id, item.b.id)]] : [],
      ),
    ),
  );
  const keyed = ({ combinations }: Comparable, ids: ReadonlyMap<string, string>) =>
    combinations.map((combination) => {
      const parts = [combination, combination.clarity].map(({ question, item }) => idOf(question, item));
      return { combination, id: parts.map((part) => ids.get(part) ?? part).join() };
    });
  return pairById(keyed(a, idsInB), keyed(b, new Map())).map((pair) => ({
    ...(pair.a && { a: pair.a.combination }),
    ...(pair.b && { b: pair.b.combination }),
  }));
}
