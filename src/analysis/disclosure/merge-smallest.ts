import type { Answers, Responses } from '../../responses/responses.ts';
import type { Survey } from '../../survey/survey.ts';
import { isListed } from './open-options.ts';
import { isDeclined } from './limits.ts';
import type { ToldCount } from './ladder.ts';

/** Responses of which some answers to one question are counted as one: these, by name, in the order of the options. */
export interface Merging {
  readonly responses: Responses;
  readonly labels: readonly string[];
}

/**
 * Responses of which an answer that few gave is counted as one with the one beside it that fewer gave: of options that stand in an
 * order of their own only with a neighbour. Their shares under “rake” are put together too. Nothing where there is none beside it.
 */
export function mergeSmallest(
  { question: id, answers: [small] }: ToldCount,
  { responses, labels }: Merging,
): Merging | undefined {
  const { survey, answers } = responses;
  const question = survey.questions.find((one) => one.id === id);
  const own = answers.get(id)?.[0]?.answers;
  const rake = survey.weighting?.rake.find((one) => one.question === id);
  if (question === undefined || own?.kind !== 'options' || rake === undefined) return undefined;
  const counts = countsOf(own, responses);
  const given = own.options.flatMap(({ label }, at) =>
    (counts[at] ?? 0) > 0 && rake.shares.has(label) && !isDeclined(label) ? [at] : [],
  );
  const place = given.findIndex((at) => own.options[at]?.label === small);
  const others = given.filter(
    (_, other) => other !== place && (!isListed(question) || Math.abs(other - place) === 1),
  );
  const [beside] = others.toSorted((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0));
  const from = given[place];
  if (from === undefined || beside === undefined) return undefined;
  const [gone, kept] = [own.options[from]?.label ?? '', own.options[beside]?.label ?? ''];
  const cells = own.cells.map((cell) => (cell === from ? beside : cell));
  const merged = (answers.get(id) ?? []).map((one) => ({ ...one, answers: { ...own, cells } }));
  const all = new Set([...labels, gone, kept]);
  return {
    responses: {
      ...responses,
      answers: new Map(answers).set(id, merged),
      survey: withOneShare(survey, rake, gone, kept),
    },
    labels: own.options.flatMap(({ label }) => (all.has(label) ? [label] : [])),
  };
}

type OptionAnswers = Extract<Answers, { readonly kind: 'options' }>;

type Margin = NonNullable<Survey['weighting']>['rake'][number];

/** How many gave each option, by position. */
function countsOf({ options, cells }: OptionAnswers, responses: Responses): number[] {
  const counts = options.map(() => 0);
  for (const [record, cell] of cells.entries())
    if (cell >= 0) counts[cell] = (counts[cell] ?? 0) + (responses.counts?.[record] ?? 1);
  return counts;
}

/** A survey that is raked to the shares of two answers as if they were one. */
function withOneShare(survey: Survey, rake: Margin, gone: string, kept: string): Survey {
  const { weighting } = survey;
  if (weighting === undefined) return survey;
  const shares = new Map(rake.shares).set(kept, (rake.shares.get(kept) ?? 0) + (rake.shares.get(gone) ?? 0));
  shares.delete(gone);
  const all = weighting.rake.map((one) => (one === rake ? { ...one, shares } : one));
  return { ...survey, weighting: { ...weighting, rake: all } };
}
