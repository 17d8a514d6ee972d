import type { Responses } from '../../responses/responses.ts';
import type { Analysis, Breakdown, Distribution, OptionFigure } from '../analysis.ts';
import type { Combination } from '../combinations.ts';
import { weigh } from '../weights/weights.ts';
import { type Dim, type Split, dimsOf, splitOf } from './dims.ts';
import { type Field, type Value, fieldsOf } from './fields.ts';
import type { Guard } from './guard.ts';
import { type Column, columnsOf } from './one-column.ts';
import type { Limits } from './limits.ts';
import { type Rest, restsOf } from './rests.ts';
import { type Rounding, roundingOf } from './rounded.ts';
import { groupsOf, tableOfAll } from './rows.ts';
import { splitByWeight } from './weight-classes.ts';

/** The results of one item: of all responses, or of each group. */
export interface Table {
  readonly field: Field;
  /** What makes the groups; none for all responses. */
  readonly split?: Split;
  readonly rows: readonly Row[];
  /** Whether as much of it is hidden as it takes to show other tables, or to hide its own small counts: it may be nothing is left. */
  isWithheld: boolean;
}

/** What is published of one group, or of all responses. */
export interface Row {
  readonly table: Table;
  readonly distribution: Distribution<number>;
  /** How many gave each option, by position. */
  readonly counts: readonly number[];
  /** The options that each of its figures counts: those of one option each, by position, and after them those of nets. */
  readonly figures: readonly Value[];
  /** These figures as they are, each with its position. */
  readonly placed: readonly (readonly [at: number, one: OptionFigure<number>])[];
  /** How many responses are in it, whatever they answered. */
  readonly size: number;
  /** Whether it is those who are in no group: they are nowhere shown, but are what the groups leave of the total. */
  readonly isRest: boolean;
  /** Whether readers see that there is such a group: of groups within groups only of those that are not small. */
  readonly isListed: boolean;
  /** Whether it is of organisations, petitions or a campaign, and not of people: what these answered is no secret. */
  readonly isOfNobody: boolean;
  /** The options of which the population is known. */
  readonly compared: readonly number[];
  readonly guard: Guard;
  hidden: Hidden;
}

/** What of a row must not be shown, since other responses that all else would be the same of have it otherwise. */
export interface Hidden {
  /** By position in `figures` of the row. */
  readonly figures: Set<number>;
  /** Those of which only what they weigh, or the weighted percentage as rounded, is otherwise: that hides no count. */
  readonly shifted: Set<number>;
  /** How many are in a state, by position in `states`. */
  readonly states: Set<number>;
  base: boolean;
  /** Only what the base weighs, and so every percentage. */
  shiftedBase: boolean;
  /** What those in any state weigh. */
  shiftedStates: boolean;
  /** Figures of all the other groups together, and their base. */
  readonly others: Set<number>;
  otherBase: boolean;
  /** How many gave an option for which the population is known. */
  compared: boolean;
  /** The statistics of its numbers. */
  numbers: boolean;
}

/** Views beside clarity: the items, and which of its figures are hidden, or their percentages alone. */
export interface Pairing {
  readonly combination: Combination;
  readonly view: Field;
  readonly clarity: Field;
  readonly hidden: Set<number>;
  readonly shifted: Set<number>;
}

/** Everything of an analysis that is counted from responses, and how it hangs together. */
export interface Tables {
  readonly fields: readonly Field[];
  /** The field of an item of a question, by their ids. */
  readonly fieldOf: (ids: { readonly question: string; readonly item: string }) => Field | undefined;
  /** The table of the results of all responses to an item. */
  readonly wholeOf: (field: Field | undefined) => Table | undefined;
  readonly dims: readonly Dim[];
  /** What makes the groups of the breakdowns. */
  readonly splits: readonly Split[];
  /** Those from which more is read than one item. */
  readonly columns: readonly Column[];
  /** The tables of each item, first that of all responses. */
  readonly byField: ReadonlyMap<Field, readonly Table[]>;
  readonly all: readonly Table[];
  readonly byBreakdown: ReadonlyMap<Breakdown<number>, Table>;
  /** Those that are shown. */
  readonly pairings: Set<Pairing>;
  /** What makes groups of which it must not be seen how many are in none. */
  readonly ungrouped: Set<Split>;
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
  const columns = columnsOf(fields, responses, analysis);
  const dims = [...dimsOf(analysis, fields, responses, columns), ...(weights?.dims ?? [])];
  const splits = new Map<string, { readonly split: Split; readonly rests: readonly Rest[] }>();
  const byBreakdown = new Map<Breakdown<number>, Table>();
  const byField = new Map(fields.map((field) => [field, [tableOfAll(field, analysis, columns, limits)]]));
  const wholeOf: Tables['wholeOf'] = (field) => field && byField.get(field)?.[0];
  for (const breakdown of analysis.breakdowns) {
    const field = fieldOf(breakdown);
    if (field === undefined) continue;
    const known = splits.get(breakdown.by);
    const split = known?.split ?? splitOf(breakdown, dims, limits);
    const rests = known?.rests ?? restsOf(split, breakdown, responses);
    splits.set(breakdown.by, { split, rests });
    const [maker, ...more] = split.makers;
    const isOfGroup = analysis.selection !== undefined;
    const groups = {
      split,
      breakdown,
      total: wholeOf(field),
      rests,
      maker: more.length === 0 ? wholeOf(maker) : undefined,
      columns,
      isRestTold: isRestTold(more.length === 0 ? maker : undefined, analysis),
      isOfGroup,
    };
    const table = groupsOf(field, groups, limits);
    byField.get(field)?.push(table);
    byBreakdown.set(breakdown, table);
  }
  const pairings = analysis.combinations.flatMap((combination): Pairing[] => {
    const [view, clarity] = [fieldOf(combination), fieldOf(combination.clarity)];
    return view && clarity ? [{ combination, view, clarity, hidden: new Set(), shifted: new Set() }] : [];
  });
  return {
    fields,
    fieldOf,
    wholeOf,
    dims,
    splits: [...splits.values()].map(({ split }) => split),
    columns,
    byField,
    all: [...byField.values()].flat(),
    byBreakdown,
    pairings: new Set(pairings),
    ungrouped: new Set(),
    size: responses.size,
    isOfGroup: analysis.selection !== undefined,
    limits,
    ...(weights && { weights }),
    ...(isRounded &&
      weighting &&
      weights && {
        rounding: roundingOf(weighting, weights, responses, analysis.weighting?.ofAllOnly !== true),
      }),
  };
}

/**
 * Whether something else says what those who left a question blank answered to an item: where the item makes groups too, the bases of
 * that question by them say how many of each left it blank; and who was not asked it had said why to the item that decides.
 */
function isRestTold(maker: Field | undefined, { breakdowns }: Analysis<number>): (field: Field) => boolean {
  const id = maker?.question.id;
  const turned = new Set(breakdowns.flatMap(({ by, question }) => (question === id ? [by] : [])));
  return ({ item, routes }) => turned.has(item.id) || routes.some(({ to }) => to === id);
}

/** Of larger tables whatever is hidden that the first other responses found would change: to look for the least would take too long. */
const MOST_CELLS = 3000;

/** Whether a table is too large to look for the least that must be hidden in it. */
export function isLarge({ rows, field }: Table): boolean {
  return rows.length * field.ids.length > MOST_CELLS;
}
