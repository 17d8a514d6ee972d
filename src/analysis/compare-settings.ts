import type { Question, Survey } from '../survey/survey.ts';
import type { ComparableQuestion } from './comparable.ts';
import { pairQuestions } from './match-questions.ts';

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
const saidOfQuestions = new Set(['id', 'text', 'kind', 'base', 'scale.name', 'options']);

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
    return differences(settingsOf(before, after), settingsOf(after, before), saidOfQuestions).map(
      (change) => ({
        ...change,
        path: `questions.${after.id}.${change.path}`,
      }),
    );
  });
  return [...differences(a, b, saidElsewhere), ...ofQuestions];
}

/** A question with those items, by id, that the other has too: of the others it is said that only one has them. */
function settingsOf({ items, ...question }: Question, other: Question): object {
  const known = new Set(other.items.map(({ id }) => id));
  const shared = items.filter(({ id }) => known.has(id));
  return {
    ...question,
    items: Object.fromEntries(shared.map((item) => [item.id, { ...item, label: undefined }])),
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
