import type { Responses } from '../../responses/responses.ts';
import type { Analysis, Breakdown, Distribution } from '../analysis.ts';
import { campaignId } from '../campaigns.ts';
import type { Combination } from '../combinations.ts';
import { kindId } from '../kinds.ts';
import { weigh } from '../weights.ts';
import { type Dim, type Split, dimsOf, splitByWeight, splitOf } from './dims.ts';
import { type Field, fieldsOf } from './fields.ts';
import { type Guard, guardGroup, guardWhole, nothing } from './guard.ts';
import type { Limits } from './limits.ts';
import { type Rounding, roundingOf } from './rounded.ts';

/** The results of one item: of all responses, or of each group. */
export interface Table {
  readonly field: Field;
  /** What makes the groups; none for all responses. */
  readonly split?: Split;
  readonly rows: readonly Row[];
  /** Whether nothing of it can be shown. */
  isWithheld: boolean;
}

/** What is published of one group, or of all responses. */
export interface Row {
  readonly table: Table;
  readonly distribution: Distribution<number>;
  /** How many gave each option, by position. */
  readonly counts: readonly number[];
  /** How many responses are in it, whatever they answered. */
  readonly size: number;
  /** Whether it is a group within a group. */
  readonly isNested: boolean;
  /** Whether readers see that there is such a group: of groups within groups only of those that are not small. */
  readonly isListed: boolean;
  /** The options that each net takes together. */
  readonly nets: readonly (readonly number[])[];
  /** The options of which the population is known. */
  readonly compared: readonly number[];
  readonly guard: Guard;
  readonly hidden: Hidden;
}

/** What of a row must not be shown, since other responses that all else would be the same of have it otherwise. */
export interface Hidden {
  readonly options: Set<number>;
  readonly nets: Set<number>;
  /** By position in `states`. */
  readonly states: Set<number>;
  base: boolean;
  /** Options and nets of all the other groups together, and their base. */
  readonly others: Set<number>;
  readonly otherNets: Set<number>;
  otherBase: boolean;
  /** How many gave an option for which the population is known. */
  compared: boolean;
  /** The statistics of its numbers. */
  numbers: boolean;
}

/** Views beside clarity: the items, and which of its figures are hidden. */
export interface Pairing {
  readonly combination: Combination;
  readonly view: Field;
  readonly clarity: Field;
  readonly hidden: Set<number>;
}

/** Everything of an analysis that is counted from responses, and how it hangs together. */
export interface Tables {
  readonly fields: readonly Field[];
  /** The field of an item of a question, by their ids. */
  readonly fieldOf: (ids: { readonly question: string; readonly item: string }) => Field | undefined;
  readonly dims: readonly Dim[];
  readonly byField: ReadonlyMap<Field, readonly Table[]>;
  readonly byBreakdown: ReadonlyMap<Breakdown<number>, Table>;
  readonly pairings: readonly Pairing[];
  /** Which responses weigh the same, where that may be known. */
  readonly weights?: Split;
  /** Where weighted results are given as rounded. */
  readonly rounding?: Rounding;
  readonly size: number;
  /** Whether the run is about one group only. */
  readonly isOfGroup: boolean;
  readonly limits: Limits;
}

/** Sets up the tables of an analysis, with what must not be found out; weighted results may be given as rounded. */
export function tabulate(
  analysis: Analysis<number>,
  responses: Responses,
  limits: Limits,
  isRounded = false,
): Tables {
  const fields = fieldsOf(analysis, responses);
  const byId = new Map(fields.map((field) => [`${field.question.id}.${field.item.id}`, field]));
  const fieldOf: Tables['fieldOf'] = ({ question, item }) => byId.get(`${question}.${item}`);
  const weighting = weigh(responses);
  const weights = weighting ? splitByWeight(weighting, fields, responses) : undefined;
  const dims = [...dimsOf(analysis, fields, responses), ...(weights?.dims ?? [])];
  const splits = new Map<string, Split>();
  const byBreakdown = new Map<Breakdown<number>, Table>();
  const byField = new Map(fields.map((field) => [field, [wholeOf(field, analysis, limits)]]));
  for (const breakdown of analysis.breakdowns) {
    const field = fieldOf(breakdown);
    if (field === undefined) continue;
    const split = splits.get(breakdown.by) ?? splitOf(breakdown, dims);
    splits.set(breakdown.by, split);
    const table = groupsOf(field, split, breakdown, byField, analysis.selection !== undefined, limits);
    byField.get(field)?.push(table);
    byBreakdown.set(breakdown, table);
  }
  const pairings = analysis.combinations.flatMap((combination): Pairing[] => {
    const [view, clarity] = [fieldOf(combination), fieldOf(combination.clarity)];
    return view && clarity ? [{ combination, view, clarity, hidden: new Set() }] : [];
  });
  return {
    fields,
    fieldOf,
    dims,
    byField,
    byBreakdown,
    pairings,
    size: responses.size,
    isOfGroup: analysis.selection !== undefined,
    limits,
    ...(weights && { weights }),
    ...(isRounded && weighting && weights && { rounding: roundingOf(weighting, weights, responses) }),
  };
}

function wholeOf(field: Field, analysis: Analysis<number>, limits: Limits): Table {
  const rows: Row[] = [];
  const table: Table = { field, rows, isWithheld: false };
  rows.push(rowOf(table, field.item, guardWhole(field, analysis, limits), limits));
  return table;
}

function groupsOf(
  field: Field,
  split: Split,
  { by, groups }: Breakdown<number>,
  byField: ReadonlyMap<Field, readonly Table[]>,
  isOfGroup: boolean,
  limits: Limits,
): Table {
  const rows: Row[] = [];
  const table: Table = { field, split, rows, isWithheld: false };
  const [maker, ...within] = split.dims.flatMap(({ fields }) => fields);
  const whole = maker && within.length === 0 ? byField.get(maker)?.[0]?.rows[0] : undefined;
  for (const group of groups) {
    // A campaign is no group of people that anybody is born into, and what an organisation or a petition thinks is no secret.
    const isNoPerson = by === kindId && group.id !== 'individual' && !field.question.profile;
    const isPeople = by === campaignId ? isOfGroup : !isNoPerson;
    const isSizeHidden = whole?.guard.options.has(maker?.positions.get(group.id) ?? -1) === true;
    const isBaseToo = isSizeHidden && group.base.count > 0;
    rows.push(rowOf(table, group, isPeople ? guardGroup(field, group, isBaseToo, limits) : nothing, limits));
  }
  return table;
}

function rowOf(table: Table, distribution: Distribution<number>, guard: Guard, limits: Limits): Row {
  const { field } = table;
  const isNested = (table.split?.dims.length ?? 0) > 1;
  const size = sizeOf(distribution);
  const counts = new Map(distribution.options.map(({ id, figure }) => [id, figure.count]));
  const positions = new Map(
    field.item.options.map(({ id, label }) => [label, field.positions.get(id) ?? -1]),
  );
  return {
    table,
    distribution,
    counts: field.ids.map((id) => counts.get(id) ?? 0),
    size,
    isNested,
    isListed: !isNested || size >= limits.group,
    nets: distribution.nets.map(({ options }) => options.flatMap((label) => positions.get(label) ?? [])),
    compared: distribution.options.flatMap((one) =>
      one.population ? [field.positions.get(one.id) ?? -1] : [],
    ),
    guard,
    hidden: {
      options: new Set(),
      nets: new Set(),
      states: new Set(),
      base: false,
      others: new Set(),
      otherNets: new Set(),
      otherBase: false,
      compared: false,
      numbers: false,
    },
  };
}

/** How many responses a distribution is of, whatever they answered. */
function sizeOf({ states }: Distribution<number>): number {
  return Object.values(states).reduce((sum, count) => sum + count, 0);
}
