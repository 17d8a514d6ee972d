import * as z from 'zod';
import type { OptionFigure } from '../analysis/analysis.ts';
import { figurePrefix, groupSuffix } from '../analysis/analysis.ts';
import type { Count, Figure, Withheld } from '../analysis/figures.ts';
import type { Comparable, ComparableItem } from '../analysis/comparison/comparable.ts';
import { UserError } from '../intake/user-error.ts';
import { type Labelled, type Shown, analysisSchema } from './analysis-schema.ts';
import { schemaVersion } from './json.ts';

/**
 * An analysis from the JSON that `renderJson` made of one, as far as two runs are compared by it. Throws a `UserError`
 * where the text is no JSON, no analysis, or one of another version of the contract.
 */
export function readJsonAnalysis(text: string, file: string): Comparable {
  const value = parse(text, file);
  const version = z.object({ schemaVersion: z.unknown(), questions: z.unknown() }).safeParse(value);
  const found = version.success ? version.data.schemaVersion : undefined;
  const isAnalysis = typeof found === 'number' && version.data?.questions !== undefined;
  if (isAnalysis && found !== schemaVersion)
    throw new UserError(
      `${file} is an analysis of version ${found} of the JSON; this program reads version ${schemaVersion}.`,
      'Write it anew with soundings analyse, or compare the exports themselves.',
    );
  const analysis = analysisSchema.safeParse(value);
  if (!isAnalysis || !analysis.success) throw notAnalysis(file, isAnalysis ? 'damaged' : 'another');
  const { where, disclosure, questions, breakdowns, combinations = [], ...rest } = analysis.data;
  return {
    survey: withoutUndefined(rest.survey),
    inputs: rest.inputs,
    ...(rest.definition ? { definition: rest.definition } : {}),
    ledger: rest.ledger,
    ledgerParts: { byFile: rest.ledger.byFile ?? [], byChannel: rest.ledger.byChannel ?? [] },
    kinds: (rest.kinds ?? []).map(withoutUndefined),
    campaigns: rest.campaigns ?? null,
    ...(rest.weighting ? { weighting: withoutUndefined(rest.weighting) } : {}),
    ...(rest.sample ? { sample: rest.sample } : {}),
    ...(where ? { selection: where } : {}),
    ...(disclosure ? { disclosure: withoutUndefined(disclosure) } : {}),
    // Where the level is none an analysis does not speak of disclosure.
    settings: { decimals: decimalsOf(text), disclosure: disclosure?.level ?? 'none' },
    questions: questions.map(({ codes, ...question }) => ({
      ...withoutUndefined(question),
      ...(codes ? { codes: new Map(Object.entries(codes)) } : {}),
      items: question.items.map((item) => comparableItem(item, figurePrefix(question.id, item.id), '')),
    })),
    combinations: combinations.map(({ question, item, with: clarity, base, figures }) => ({
      question,
      item,
      clarity,
      base: base.count,
      figures: figures.map((one) => ({ label: one.label, figure: figureOf(one, one.id, base.count) })),
    })),
    breakdowns: breakdowns.map(({ by, question, item, groups }) => ({
      by,
      question,
      item,
      groups: groups.map((group) =>
        comparableItem(group, figurePrefix(question, item), groupSuffix(by, group.id)),
      ),
    })),
  };
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UserError(
      `${file} is not JSON, or only part of it.`,
      'Write it anew: soundings analyse EXPORT --output figures.json',
    );
  }
}

function notAnalysis(file: string, what: 'damaged' | 'another'): UserError {
  return new UserError(
    what === 'damaged'
      ? `${file} is an analysis that something was taken out of, or added to.`
      : `${file} is JSON, but not an analysis that soundings wrote.`,
    'Write one: soundings analyse EXPORT --output figures.json',
  );
}

function comparableItem(item: Labelled, prefix: string, suffix: string): ComparableItem {
  const { id, label, reversed, states, base, numbers, scores } = item;
  const figures = (those: Labelled['options']): OptionFigure[] =>
    those.map((one) => ({
      id: one.id,
      label: one.label,
      side: one.side,
      figure: figureOf(one, `${prefix}.${one.id}${suffix}`, base.count),
    }));
  return {
    id,
    label,
    ...(reversed ? { reversed } : {}),
    states,
    base: withoutUndefined(base),
    options: figures(item.options),
    nets: figures(item.nets),
    ...(numbers ? { numbers } : {}),
    ...(scores ? { scores } : {}),
  };
}

function figureOf(
  { count: own, percent: exact, shown, weighted }: Pick<Shown, 'count' | 'percent' | 'shown' | 'weighted'>,
  id: string,
  base: Count,
): Figure {
  return {
    id,
    count: own,
    base,
    percent: exact,
    ...(weighted === undefined ? {} : { weighted }),
    ...(exact === null ? { withheld: withheldAs(shown, base) } : {}),
  };
}

/** Why a figure has no percentage, from what a reader sees instead of one. */
function withheldAs(shown: string, base: Count): Withheld {
  if (shown === '[c]') return 'disclosive';
  if (shown === '[u]') return 'small-base';
  return base === 0 ? 'empty-base' : 'outside-base';
}

/** With how many decimals percentages are shown: as many as any of them has. */
function decimalsOf(text: string): number {
  const shown = [...text.matchAll(/"shown": ?"[<>]?\d+(?:\.(\d+))?%"/gu)];
  return Math.max(0, ...shown.map(([, decimals = '']) => decimals.length));
}

/** What is left out is left out, and not there as `undefined`. */
function withoutUndefined<T extends object>(value: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as never;
}
