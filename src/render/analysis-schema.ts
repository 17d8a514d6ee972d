import * as z from 'zod';
import { respondentKinds } from '../responses/respondents/kinds.ts';

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
  weighted: z.number().nullable().optional(),
});
const distribution = z.object({
  states: z.object({ option: count, outside: count, blank: count, notAsked: count, invalid: count }),
  base: z.object({
    rule,
    count,
    weighted: z.number().nullable().optional(),
    effective: z.number().nullable().optional(),
  }),
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
  scores: z.object({ n: count, mean: percent, median: percent }).optional(),
});
const labelled = distribution.extend({
  id: z.string(),
  label: z.string(),
  reversed: z.literal(true).optional(),
});
const kind = z.enum(['scale', 'choice', 'multiple', 'number', 'text']);

const ledgerParts = z.array(z.object({ label: z.string(), analysed: z.number() })).optional();

/** What two runs are compared by, of the JSON of an analysis. */
export const analysisSchema = z.object({
  survey: z.object({ title: z.string(), opened: z.string().optional(), closed: z.string().optional() }),
  inputs: z.array(z.object({ file: z.string(), sha256: z.string(), records: z.number() })),
  definition: z.object({ sha256: z.string() }).optional(),
  where: z.object({ question: z.string(), option: z.string() }).optional(),
  ledger: z.object({
    received: z.number(),
    removed: z.array(z.object({ reason: z.string(), count: z.number() })),
    analysed: z.number(),
    byFile: ledgerParts,
    byChannel: ledgerParts,
  }),
  kinds: z
    .array(
      z.object({
        kind: z.enum(respondentKinds).nullable(),
        count: z.number(),
        signatories: z.number().optional(),
        signatoriesUnknown: z.number().optional(),
      }),
    )
    .optional(),
  campaigns: z.array(z.object({ responses: z.number() })).optional(),
  weighting: z
    .object({
      effective: z.number(),
      designEffect: z.number(),
      raked: z.array(z.string()),
      scaled: z.array(z.object({ question: z.string(), total: z.number() })).default([]),
      unweighted: z.number(),
      trimmed: z.number(),
      ofAllOnly: z.literal(true).optional(),
      missed: z
        .object({ question: z.string(), label: z.string(), wanted: z.number(), percent: z.number() })
        .optional(),
      untargeted: z.array(z.object({ question: z.string(), labels: z.array(z.string()) })).default([]),
    })
    .optional(),
  sample: z.object({}).optional(),
  disclosure: z
    .object({
      level: z.enum(['none', 'standard', 'strict']),
      withheld: z.array(z.enum(['channel', 'file', 'kind'])).optional(),
      basedOnAll: z.array(z.string()).optional(),
    })
    .optional(),
  questions: z.array(
    z.object({
      id: z.string(),
      kind,
      scale: z.string().optional(),
      codes: z.record(z.string(), z.number()).optional(),
      text: z.string(),
      items: z.array(labelled),
    }),
  ),
  combinations: z
    .array(
      z.object({
        question: z.string(),
        item: z.string(),
        with: z.object({ question: z.string(), item: z.string() }),
        base: z.object({ count: z.number() }),
        figures: z.array(figure.omit({ side: true })),
      }),
    )
    .optional(),
  breakdowns: z.array(
    z.object({ by: z.string(), question: z.string(), item: z.string(), groups: z.array(labelled) }),
  ),
});

export type Labelled = z.infer<typeof labelled>;
export type Shown = z.infer<typeof figure>;
