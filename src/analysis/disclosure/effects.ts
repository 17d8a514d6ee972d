import type { Side } from '../../survey/survey.ts';
import type { Split } from './dims.ts';
import { type Effect, add, count, entry, newEffect } from './effect.ts';
import { areFewAsTold } from './few-asked.ts';
import { type Field, type Other, type Said, type Value, stateOf, statesFrom, valueOf } from './fields.ts';
import { isGuardedAlike } from './guard-whole.ts';
import { isReadAsTold } from './one-column.ts';
import type { Rounding } from './rounded.ts';
import { isAskedByAnswer } from './routes.ts';
import { areSizesAsTold } from './sizes.ts';
import type { Pairing, Row, Table, Tables } from './tables.ts';

/** One response that answers an item in another way. */
export interface Edit {
  readonly record: number;
  readonly field: Field;
  readonly to: Said;
}

/** What would be otherwise of all that is counted if some responses were other than they are. */
export interface Effects {
  readonly rows: ReadonlyMap<Row, Effect>;
  /** Of all the groups of a table together, each response once. */
  readonly together: ReadonlyMap<Table, Effect>;
  /** Of views beside clarity: figures, by position, in place of options. */
  readonly pairings: ReadonlyMap<Pairing, Effect>;
  /** How many more or fewer are in any group of a breakdown: how many are in none is printed. */
  readonly grouped: ReadonlyMap<Split, number>;
  /** Where weighted results are given as rounded. */
  readonly rounding?: Rounding;
}

/** The same while it is being counted. */
export interface Making {
  readonly rows: Map<Row, Effect>;
  readonly together: Map<Table, Effect>;
  readonly pairings: Map<Pairing, Effect>;
  /** How many more or fewer are in a group. */
  readonly sizes: Map<Row, number>;
  readonly grouped: Map<Split, number>;
  /** How many more or fewer weigh so much. */
  readonly weights: Map<number, number>;
}

/** One response as it is and as it would be. */
interface Change {
  readonly record: number;
  readonly other: Other;
  /** The classes of weight, below 0 where nothing is weighted. */
  readonly weighs: readonly [was: number, is: number];
  /** What makes groups by its other answers. */
  readonly moves: ReadonlySet<Split>;
}

/** Whether what would be otherwise in all tables of an item is too much already: nothing else is counted then. */
export type IsTooMuch = (some: Pick<Effects, 'rows' | 'together' | 'rounding'>) => boolean;

/**
 * The effects of some edits; nothing where they are too much, other groups within groups would be listed, more or fewer would be in no
 * group, other weights would come of raking, a column would hold what it cannot, nobody would give what somebody did where that is shown, or something
 * would be told of other questions.
 */
export function effectsOf(
  edits: readonly Edit[],
  tables: Tables,
  isTooMuch: IsTooMuch = () => false,
): Effects | undefined {
  const making: Making = {
    rows: new Map(),
    together: new Map(),
    pairings: new Map(),
    sizes: new Map(),
    grouped: new Map(),
    weights: new Map(),
  };
  const records = new Map<number, Map<Field, Said>>();
  for (const { record, field, to } of edits)
    entry(records, record, () => new Map<Field, Said>()).set(field, to);
  if (!isReadAsTold(records, tables.columns)) return undefined;
  const changes: Change[] = [];
  for (const [record, other] of records) {
    const [was = -1] = tables.weights?.groupsOf(record) ?? [];
    const [is = -1] = tables.weights?.groupsOf(record, other) ?? [];
    if ((is < 0 && was >= 0) || !isAskedByAnswer(record, other)) return undefined;
    count(making.weights, was, -1);
    count(making.weights, is, 1);
    const moves = tables.splits.filter(({ makers }) => makers.some((maker) => other.has(maker)));
    changes.push({ record, other, weighs: [was, is], moves: new Set(moves) });
  }
  const moved = changes.filter(({ other }) =>
    tables.dims.some(({ fields }) => fields.some((field) => other.has(field))),
  );
  const edited = new Set(edits.map(({ field }) => field));
  if (!addFields(edited, changes, making, tables, isTooMuch)) return undefined;
  const others = moved.length > 0 ? tables.fields.filter((field) => !edited.has(field)) : [];
  if (!addFields(others, moved, making, tables, isTooMuch)) return undefined;
  for (const change of moved) addGrouped(change, tables, making);
  for (const change of changes) for (const pairing of tables.pairings) addPair(pairing, change, making);
  const isSeenAlike = ([row, effect]: readonly [Row, Effect]) =>
    areZerosAsShown(row, effect) && isGuardedAlike(row, effect, tables);
  if (![...making.rows].every(isSeenAlike)) return undefined;
  if (!areSizesAsTold(making, tables) || !areFewAsTold(edits, making.rows, tables)) return undefined;
  // Of one group only others outside of it may make up for them.
  const isAsRaked = tables.isOfGroup || [...making.weights.values()].every((more) => more === 0);
  return isAsRaked ? { ...making, ...(tables.rounding && { rounding: tables.rounding }) } : undefined;
}

/** Adds what some responses change in the tables of some items, one item after another until it is too much. */
function addFields(
  fields: Iterable<Field>,
  changes: readonly Change[],
  making: Making,
  { byField, rounding }: Tables,
  isTooMuch: IsTooMuch,
): boolean {
  const areGroupsWeighted = rounding?.areGroupsWeighted !== false;
  for (const field of fields) {
    const own = { rows: new Map<Row, Effect>(), together: new Map<Table, Effect>(), sizes: making.sizes };
    for (const table of byField.get(field) ?? [])
      for (const change of changes) addTo(table, change, own, areGroupsWeighted);
    if (isTooMuch({ ...own, ...(rounding && { rounding }) })) return false;
    for (const [row, effect] of own.rows) making.rows.set(row, effect);
    for (const [table, effect] of own.together) making.together.set(table, effect);
  }
  return true;
}

/**
 * Whether somebody would still give each option that somebody gave, where it is shown of all others that nobody did; and whether some
 * would still give no answer, or none, as that is said unless nothing is shown of the table.
 */
function areZerosAsShown({ counts, distribution, table }: Row, { options, states }: Effect): boolean {
  const { field, split, isWithheld } = table;
  if (split !== undefined) return true;
  const { blank } = distribution.states;
  const areBlanksAsShown = isWithheld || blank > 0 === blank + statesFrom(states).blank > 0;
  const isGivenStill = ([option, more]: readonly [number, number]) =>
    more >= 0 || (counts[option] ?? 0) + more > 0;
  return areBlanksAsShown && (!field.areZerosShown || [...options].every(isGivenStill));
}

/** Adds whether one response enters or leaves the groups of each breakdown. */
function addGrouped({ record, other }: Change, { splits }: Tables, { grouped }: Making): void {
  for (const split of splits) {
    const isIn = (now?: Other) => (split.isGrouped(record, now) ? 1 : 0);
    count(grouped, split, isIn(other) - isIn());
  }
}

/** Adds what one response changes in a table. */
function addTo(
  table: Table,
  { record, other, weighs, moves }: Change,
  making: Pick<Making, 'rows' | 'together' | 'sizes'>,
  areGroupsWeighted: boolean,
): void {
  const { field, split, rows } = table;
  const isMoved = split !== undefined && moves.has(split);
  const [was, is] = split === undefined || areGroupsWeighted ? weighs : [-1, -1];
  if (!isMoved && !other.has(field) && was === is) return;
  const before = split?.groupsOf(record) ?? [0];
  const after = isMoved ? (split?.groupsOf(record, other) ?? []) : before;
  const put = (effect: Effect, more: 1 | -1) => {
    const now = more < 0 ? undefined : other;
    const state = stateOf(field, record, now);
    add(effect, valueOf(field, record, now) ?? [], state, more, more < 0 ? was : is);
  };
  const change = (group: number, more: 1 | -1) => {
    const row = rows[group];
    if (row === undefined) return;
    put(entry(making.rows, row, newEffect), more);
    if (isMoved) count(making.sizes, row, more);
  };
  for (const group of before) change(group, -1);
  for (const group of after) change(group, 1);
  if (split === undefined) return;
  const together = entry(making.together, table, newEffect);
  if (split.isGrouped(record)) put(together, -1);
  if (split.isGrouped(record, other)) put(together, 1);
}

/** Adds which of the figures of views beside clarity one response changes. */
function addPair(pairing: Pairing, { record, other, weighs }: Change, making: Making): void {
  const { view, clarity, combination } = pairing;
  if (!other.has(view) && !other.has(clarity) && weighs[0] === weighs[1]) return;
  const figureOf = (now?: Other): Value => {
    const [one, two] = [sideOf(view, record, now), sideOf(clarity, record, now)];
    if (one === undefined || two === undefined) return [];
    const corner = combination.figures.findIndex(({ sides }) => sides?.[0] === one && sides[1] === two);
    return [corner < 0 ? combination.figures.length - 1 : corner];
  };
  const effect = entry(making.pairings, pairing, newEffect);
  add(effect, figureOf(), 0, -1, weighs[0]);
  add(effect, figureOf(other), 0, 1, weighs[1]);
}

function sideOf(field: Field, record: number, other?: Other): Side | null | undefined {
  const value = valueOf(field, record, other);
  return value && (field.sides[value[0] ?? -1] ?? null);
}
