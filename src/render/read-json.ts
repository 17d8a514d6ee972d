import * as z from 'zod';
import type { OptionFigure } from '../analysis/analysis.ts';
import { figurePrefix, groupSuffix } from '../analysis/analysis.ts';
import type { Count, Withheld } from '../analysis/figures.ts';
import type { Comparable, ComparableItem } from '../analysis/comparable.ts';
import { UserError } from '../intake/user-error.ts';
import { schemaVersion } from './json.ts';

/** A count, or null where it is hidden for disclosure. */
const count = z.number().nullable();
const rule = z.enum(['answered', 'all', 'gave-view']);
const side = z.enum(['positive', 'neutral', 'negative', 'outside']).nullable();
const percent = z.number().nullable();

const figure = z.object({
  id: z.string(),
  label: z.string(),
  side,
  count,
  percent,
  shown: z.string(),
  weighted: z.number().optional(),
});
const distribution = z.object({
  states: z.object({ option: count, outside: count, blank: count, notAsked: count, invalid: count }),
  base: z.object({ rule, count }),
  options: z.array(figure),
  nets: z.array(figure),
  numbers: z
    .object({
      n: count,
      mean: percent,
      minimum: percent,
      lowerQuartile: percent,
      median: percent,
      upperQuartile: percent,
      maximum: percent,
    })
    .optional(),
});
const labelled = distribution.extend({ id: z.string(), label: z.string() });
const kind = z.enum(['scale', 'choice', 'multiple', 'number', 'text']);

const analysisSchema = z.object({
  survey: z.object({ title: z.string(), opened: z.string().optional(), closed: z.string().optional() }),
  inputs: z.array(z.object({ file: z.string(), sha256: z.string(), records: z.number() })),
  where: z.object({ question: z.string(), option: z.string() }).optional(),
  ledger: z.object({
    received: z.number(),
    removed: z.array(z.object({ reason: z.string(), count: z.number() })),
    analysed: z.number(),
  }),
  disclosure: z.object({ level: z.enum(['none', 'standard', 'strict']) }).optional(),
  questions: z.array(
    z.object({
      id: z.string(),
      kind,
      scale: z.string().optional(),
      text: z.string(),
      items: z.array(labelled),
    }),
  ),
  breakdowns: z.array(
    z.object({ by: z.string(), question: z.string(), item: z.string(), groups: z.array(labelled) }),
  ),
});

type Labelled = z.infer<typeof labelled>;

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
  const { where, disclosure, questions, breakdowns, ...rest } = analysis.data;
  return {
    survey: withoutUndefined(rest.survey),
    inputs: rest.inputs,
    ledger: rest.ledger,
    ...(where ? { selection: where } : {}),
    settings: { decimals: decimalsOf(text), ...(disclosure ? { disclosure: disclosure.level } : {}) },
    questions: questions.map((question) => ({
      ...withoutUndefined(question),
      items: question.items.map((item) => comparableItem(item, figurePrefix(question.id, item.id), '')),
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
  const { id, label, states, base, numbers } = item;
  const figures = (those: Labelled['options']): OptionFigure[] =>
    those.map((one) => ({
      id: one.id,
      label: one.label,
      side: one.side,
      figure: {
        id: `${prefix}.${one.id}${suffix}`,
        count: one.count,
        base: base.count,
        percent: one.percent,
        ...(one.weighted === undefined ? {} : { weighted: one.weighted }),
        ...(one.percent === null ? { withheld: withheldAs(one.shown, base.count) } : {}),
      },
    }));
  return {
    id,
    label,
    states,
    base,
    options: figures(item.options),
    nets: figures(item.nets),
    ...(numbers ? { numbers } : {}),
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
