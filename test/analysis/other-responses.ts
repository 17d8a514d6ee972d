import { isListed } from '../../src/analysis/disclosure/open-options.ts';
import { inOrder } from '../../src/analysis/disclosure/in-order.ts';
import type { Alternative } from '../../src/analysis/disclosure/search.ts';
import type { Answers, ItemAnswers, Responses } from '../../src/responses/responses.ts';

/** The responses of an alternative: copies in which some answer otherwise. */
export function otherResponses(responses: Responses, edits: Alternative): Responses {
  const answers = new Map<string, readonly ItemAnswers[]>(
    [...responses.answers].map(([id, items]) => [
      id,
      items.map((one) => {
        const own = edits.filter(({ field }) => field.question.id === id && field.item.id === one.item.id);
        const question = responses.survey.questions.find((each) => each.id === id);
        if (own.length === 0 || question === undefined) return one;
        return { ...one, answers: edit(inOrder(one.answers, isListed(question)), own) };
      }),
    ]),
  );
  const kinds = edits.filter(({ field }) => field.question.id === 'respondent.kind');
  if (responses.kinds === null || kinds.length === 0) return { ...responses, answers };
  const cells = Int8Array.from(responses.kinds.cells);
  for (const { record, to } of kinds) cells[record] = typeof to === 'number' ? to : (to[0] ?? -1);
  return { ...responses, answers, kinds: { ...responses.kinds, cells } };
}

function edit(answers: Answers, edits: Alternative): Answers {
  if (answers.kind === 'text') throw new Error('free text has no counts');
  const cells = Int32Array.from(answers.cells);
  if (answers.kind !== 'sets') {
    for (const { record, to } of edits) cells[record] = typeof to === 'number' ? to : (to[0] ?? -1);
    return { ...answers, cells };
  }
  const sets = [...answers.sets];
  for (const { record, to } of edits) cells[record] = typeof to === 'number' ? to : sets.push(to) - 1;
  return { ...answers, sets, cells };
}

/**
 * Where something shown would be otherwise: paths to numbers and words of `shown` that are neither hidden nor the same in `other`.
 * Lists of things with ids are compared by id.
 */
export function differences(shown: unknown, other: unknown, path = ''): string[] {
  if (shown === null || shown === undefined) return [];
  if (typeof shown === 'number')
    return typeof other === 'number' && Math.abs(shown - other) < 1e-9
      ? []
      : [`${path}: ${shown}, not ${String(other)}`];
  if (typeof shown !== 'object')
    return shown === other ? [] : [`${path}: ${String(shown)}, not ${String(other)}`];
  if (Array.isArray(shown)) {
    const others: unknown[] = Array.isArray(other) ? other : [];
    return shown.flatMap((one: unknown, index) => {
      const id = idOf(one);
      const match = id === undefined ? others[index] : others.find((each) => idOf(each) === id);
      return differences(one, match, `${path}/${id ?? index}`);
    });
  }
  const counterpart = (other ?? {}) as Record<string, unknown>;
  return Object.entries(shown).flatMap(([key, value]) =>
    notShown.has(key) ? [] : differences(value, counterpart[key], `${path}.${key}`),
  );
}

/** Why nothing is shown, where what is hidden stands, and what no output has. */
const notShown = new Set(['withheld', 'areHiddenLast', 'weightedStates']);

function idOf(one: unknown): string | undefined {
  if (typeof one !== 'object' || one === null) return undefined;
  if ('with' in one && 'campaign' in one) return `${idOf(one.with)} ${String(one.campaign)}`;
  return 'id' in one ? String(one.id) : undefined;
}
