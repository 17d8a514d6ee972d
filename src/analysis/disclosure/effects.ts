import type { Side } from '../../survey/survey.ts';
import type { Split } from './dims.ts';
import { areFewAsTold } from './few-asked.ts';
import { type Field, type Other, type Said, type Value, stateOf, valueOf } from './fields.ts';
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

/** By how much counts differ: of options, by position, and of each of `states`. */
export interface Effect {
  readonly options: Map<number, number>;
  readonly states: number[];
  /** The same of those of each weight, where responses are weighted: what they weigh differs with any of them. */
  readonly byWeight: Map<number, Effect>;
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
  /** How many would be in groups within groups that nobody is in. */
  readonly founded: Map<Split, number>;
  /** How many more or fewer weigh so much. */
  readonly weights: Map<number, number>;
}

/** One response as it is and as it would be. */
interface Change {
  readonly record: number;
  readonly other: Other;
  /** The classes of weight, below 0 where nothing is weighted. */
  readonly weighs: readonly [was: number, is: number];
}

/**
 * The effects of some edits; nothing where other groups within groups would be listed, more or fewer would be in no group, other
 * weights would come of raking, who was not asked would answer, nobody would give what somebody did where that is shown, or something
 * would be told of other questions.
 */
export function effectsOf(edits: readonly Edit[], tables: Tables): Effects | undefined {
  const making: Making = {
    rows: new Map(),
    together: new Map(),
    pairings: new Map(),
    sizes: new Map(),
    grouped: new Map(),
    founded: new Map(),
    weights: new Map(),
  };
  const areGroupsWeighted = tables.rounding?.areGroupsWeighted !== false;
  const records = new Map<number, Map<Field, Said>>();
  for (const { record, field, to } of edits) {
    entry(records, record, () => new Map<Field, Said>()).set(field, to);
  }
  for (const [record, other] of records) {
    const [was = -1] = tables.weights?.groupsOf(record) ?? [];
    const [is = -1] = tables.weights?.groupsOf(record, other) ?? [];
    if ((is < 0 && was >= 0) || !isAskedByAnswer(record, other)) return undefined;
    count(making.weights, was, -1);
    count(making.weights, is, 1);
    const change: Change = { record, other, weighs: [was, is] };
    const isMoved = tables.dims.some(({ fields }) => fields.some((field) => other.has(field)));
    for (const field of isMoved ? tables.fields : other.keys()) {
      for (const table of tables.byField.get(field) ?? []) addTo(table, change, making, areGroupsWeighted);
    }
    if (isMoved) addGrouped(change, tables, making);
    for (const pairing of tables.pairings) addPair(pairing, change, making);
  }
  if (![...making.rows].every(([row, effect]) => areZerosAsShown(row, effect))) return undefined;
  if (!areSizesAsTold(making, tables) || !areFewAsTold(edits, making.rows, tables)) return undefined;
  // Of one group only others outside of it may make up for them.
  const isAsRaked = tables.isOfGroup || [...making.weights.values()].every((more) => more === 0);
  const { rounding } = tables;
  return isAsRaked ? { ...making, ...(rounding && { rounding }) } : undefined;
}

/** Whether somebody would still give each option that somebody gave, where it is shown of all others that nobody did. */
function areZerosAsShown({ counts, table: { field, split } }: Row, { options }: Effect): boolean {
  if (split !== undefined || !field.areZerosShown) return true;
  return counts.every((own, option) => own === 0 || own + (options.get(option) ?? 0) > 0);
}

/** Adds whether one response enters or leaves the groups of each breakdown. */
function addGrouped({ record, other }: Change, { byBreakdown }: Tables, { grouped, founded }: Making): void {
  const splits = new Set([...byBreakdown.values()].flatMap(({ split }) => split ?? []));
  for (const split of splits) {
    const isIn = (now?: Other) => (split.isGrouped(record, now) ? 1 : 0);
    count(grouped, split, isIn(other) - isIn());
    const isKnown = split.groupsOf(record, other)?.some((group) => group < split.groups);
    if (isIn(other) > 0 && !isKnown) count(founded, split, 1);
  }
}

/** Adds what one response changes in a table. */
function addTo(
  table: Table,
  { record, other, weighs }: Change,
  making: Making,
  areGroupsWeighted: boolean,
): void {
  const { field, split, rows } = table;
  const isMoved = split?.makers.some((one) => other.has(one)) ?? false;
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

/** By how much some options together differ. */
export function sumOf(options: readonly number[], more: ReadonlyMap<number, number>): number {
  return options.reduce((sum, option) => sum + (more.get(option) ?? 0), 0);
}

/** The effect of nothing. */
export function newEffect(): Effect {
  return { options: new Map(), states: [0, 0, 0, 0, 0], byWeight: new Map() };
}

/** Adds so much to what a map has under a key. */
export function count<Key>(map: Map<Key, number>, key: Key, more: number): void {
  map.set(key, (map.get(key) ?? 0) + more);
}

/** Adds so many more responses that gave some options, of a class of weight unless it is below 0. */
export function add(effect: Effect, options: Value, state: number, more: number, weight = -1): void {
  for (const option of options) count(effect.options, option, more);
  effect.states[state] = (effect.states[state] ?? 0) + more;
  if (weight >= 0) add(entry(effect.byWeight, weight, newEffect), options, state, more);
}

/** What a map has under a key, made where it has nothing. */
export function entry<Key, One>(map: Map<Key, One>, key: Key, make: () => One): One {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
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
