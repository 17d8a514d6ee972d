import type { Question, Survey } from '../../survey/survey.ts';
import type { ComparableItem, ComparableQuestion } from './comparable.ts';
import { type Pair, pairItems, pairQuestions } from './match-questions.ts';

/** What a definition says otherwise at one path of it; `undefined` where it says nothing there. */
export interface SettingChange {
  readonly code: 'setting';
  readonly path: string;
  readonly a: string | undefined;
  readonly b: string | undefined;
}

/** What a comparison says in words of its own, or what is no part of what a definition says. */
const saidElsewhere = new Set([
  ...['file', 'places', 'guessed', 'title', 'opened', 'closed', 'exclude', 'breakdowns', 'questions'],
  ...['report.disclosure', 'report.minimumBase'],
]);
const wordsOfKinds = ['individual', 'organisation', 'petition'].map((kind) => `respondent.kind.${kind}`);
const saidOfQuestions = new Set(['id', 'text', 'kind', 'base', 'isBaseGiven', 'scale.name']);

/** Whatever else differs between two definitions, by its path there; of questions those that both have. */
export function compareSettings(
  a: Survey,
  b: Survey,
  asked: { readonly a: readonly ComparableQuestion[]; readonly b: readonly ComparableQuestion[] },
): SettingChange[] {
  const ofQuestions = pairQuestions(asked.a, asked.b).flatMap((pair) => {
    const before = a.questions.find(({ id }) => id === pair.a?.id);
    const after = b.questions.find(({ id }) => id === pair.b?.id);
    if (before === undefined || after === undefined) return [];
    const items = pairItems(pair);
    const isReordered = haveOneOrder(before, after) === false;
    // With the same base otherwise, a profile may be based on all only where the definition does not give it.
    const mayBeOfAll = before.profile && after.profile && before.base === after.base;
    const settingsIn = (side: 'a' | 'b', question: Question) => ({
      ...question,
      given: mayBeOfAll && question.isBaseGiven ? question.base : undefined,
      options: isReordered && 'options' in question ? question.options : undefined,
      items: itemsOf(question, side, items),
    });
    return differences(settingsIn('a', before), settingsIn('b', after), saidOfQuestions).map((change) => ({
      ...change,
      path: `questions.${after.id}.${change.path}`,
    }));
  });
  // Most of these words are built in: where only one of the two has such a column, that is what differs.
  const areKinds = a.respondent.kind !== undefined && b.respondent.kind !== undefined;
  const skipped = areKinds ? saidElsewhere : new Set([...saidElsewhere, ...wordsOfKinds]);
  return [...differences(settingsOf(a), settingsOf(b), skipped), ...ofQuestions];
}

/**
 * The codes of two questions of which no more is known, as of an analysis that was read back: means move
 * where these differ.
 */
export function compareCodes(
  a: readonly ComparableQuestion[],
  b: readonly ComparableQuestion[],
): SettingChange[] {
  return pairQuestions(a, b).flatMap((pair) => {
    if (pair.a === undefined || pair.b === undefined) return [];
    const items = pairItems(pair);
    const settingsIn = (side: 'a' | 'b') => ({
      codes: pair[side]?.codes,
      items: Object.fromEntries(
        items.flatMap((item) =>
          item.a && item.b ? [[item.b.id, { reversed: item[side]?.reversed }] as const] : [],
        ),
      ),
    });
    return differences(settingsIn('a'), settingsIn('b'), new Set()).map((change) => ({
      ...change,
      path: `questions.${pair.b?.id}.${change.path}`,
    }));
  });
}

/** Whether two questions offer the same options in one order; undefined where they do not offer the same. */
function haveOneOrder(before: Question, after: Question): boolean | undefined {
  const [a, b] = [before, after].map((one) => ('options' in one ? one.options : undefined));
  if (a === undefined || b === undefined || a.toSorted().join('\n') !== b.toSorted().join('\n'))
    return undefined;
  return a.join('\n') === b.join('\n');
}

/** The items that both runs have, by the id that B has: of the others it is said that only one has them. */
function itemsOf({ items }: Question, side: 'a' | 'b', pairs: readonly Pair<ComparableItem>[]): object {
  return Object.fromEntries(
    pairs.flatMap((pair) => {
      const item = items.find(({ id }) => id === pair[side]?.id);
      return pair.a && pair.b && item ? [[pair.b.id, { ...item, label: undefined }]] : [];
    }),
  );
}

/** A definition with what has no name of its own by the question that it is of, and shares as percentages. */
function settingsOf({ sample, weighting, ...survey }: Survey): object {
  const percentOf = (share: number) => `${Number((100 * share).toPrecision(12))}%`;
  return {
    ...survey,
    ...(sample && { sample: { kind: 'probability', ...sample } }),
    ...(weighting && {
      weight: {
        trim: weighting.trim,
        rake: Object.fromEntries(
          weighting.rake.flatMap(({ question, shares }) =>
            [...shares].map(([label, share]) => [`${question}: ${label}`, percentOf(share)]),
          ),
        ),
      },
    }),
  };
}

function differences(a: object, b: object, skipped: ReadonlySet<string>): SettingChange[] {
  const [before, after] = [leavesOf(a, skipped), leavesOf(b, skipped)];
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((path) =>
    before.get(path) === after.get(path)
      ? []
      : [{ code: 'setting', path, a: before.get(path), b: after.get(path) }],
  );
}

/** Every setting by its path, as one line of text; of a list of plain values the list. */
function leavesOf(value: unknown, skipped: ReadonlySet<string>, path = ''): Map<string, string> {
  if (value === undefined || skipped.has(path)) return new Map();
  if (typeof value !== 'object' || value === null) return new Map([[path, String(value)]]);
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object'))
    return value.length === 0 ? new Map() : new Map([[path, value.join(', ')]]);
  const entries = value instanceof Map ? [...value] : Object.entries(value);
  return new Map(
    entries.flatMap(([key, one]) => [...leavesOf(one, skipped, path === '' ? key : `${path}.${key}`)]),
  );
}
