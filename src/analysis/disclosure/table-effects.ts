import type { Place, Split } from './dims.ts';
import { type Effect, add, count, entry, isNothing, newEffect } from './effect.ts';
import type { Making, TableEffects } from './effects.ts';
import { type Field, type Other, type Value, stateOf, valueOf } from './fields.ts';
import type { Row, Table, Tables } from './tables.ts';

/** One response as it is and as it would be. */
export interface Change {
  readonly record: number;
  readonly other: Other;
  /** The classes of weight, below 0 where nothing is weighted. */
  readonly weighs: readonly [was: number, is: number];
  /** What makes groups by its other answers, and in which of these it is and would be. */
  readonly moves: ReadonlyMap<Split, Move>;
}

interface Move {
  readonly from: Place;
  readonly to: Place;
}

/** What makes groups by the other answers of a response, and in which of these it is and would be. */
export function movesOf(record: number, other: Other, { splits }: Pick<Tables, 'splits'>): Change['moves'] {
  const moves = new Map<Split, Move>();
  for (const split of splits)
    if (split.makers.some((maker) => other.has(maker)))
      moves.set(split, { from: placeOf(split, record), to: placeOf(split, record, other) });
  return moves;
}

function placeOf(split: Split, record: number, other?: Other): Place {
  return { groups: split.groupsOf(record, other) ?? [], isGrouped: split.isGrouped(record, other) };
}

/** What one response says of an item as it is and as it would be. */
interface Saying {
  readonly change: Change;
  readonly was: Answer;
  readonly is: Answer;
}

interface Answer {
  readonly options: Value;
  readonly state: number;
  /** The class of weight of whoever gives it. */
  readonly weight: number;
}

/** What some responses change in the tables of an item. */
export function effectsOnField(
  field: Field,
  changes: readonly Change[],
  { byField, rounding }: Pick<Tables, 'byField' | 'rounding'>,
): TableEffects {
  const areGroupsWeighted = rounding?.areGroupsWeighted !== false;
  const making = {
    rows: new Map<Row, Effect>(),
    together: new Map<Table, Effect>(),
    sizes: new Map<Row, number>(),
  };
  const ofAll = sayingsOf(field, changes, true);
  const ofGroups = areGroupsWeighted ? ofAll : sayingsOf(field, changes, false);
  for (const table of byField.get(field) ?? []) addTable(table, table.split ? ofGroups : ofAll, making);
  return making;
}

/** What some responses say of an item, and what they change in the results of all. */
interface Sayings {
  readonly all: readonly Saying[];
  readonly whole: Effect;
}

function sayingsOf(field: Field, changes: readonly Change[], areWeighted: boolean): Sayings {
  const answerOf = ({ record, other, weighs }: Change, at: 0 | 1): Answer => {
    const now = at === 0 ? undefined : other;
    return {
      options: valueOf(field, record, now) ?? [],
      state: stateOf(field, record, now),
      weight: areWeighted ? weighs[at] : -1,
    };
  };
  const all = changes.map((change): Saying => {
    const was = answerOf(change, 0);
    const isSame = !change.other.has(field) && (!areWeighted || change.weighs[0] === change.weighs[1]);
    return { change, was, is: isSame ? was : answerOf(change, 1) };
  });
  const whole = newEffect();
  for (const { was, is } of all) {
    if (was === is) continue;
    put(whole, was, -1);
    put(whole, is, 1);
  }
  return { all, whole };
}

function put(effect: Effect, { options, state, weight }: Answer, more: 1 | -1): void {
  add(effect, options, state, more, weight);
}

/** Adds what some responses change in a table, unless it is nothing in any of its rows. */
function addTable(
  table: Table,
  { all, whole }: Sayings,
  { rows: effects, together, sizes }: Pick<Making, 'rows' | 'together' | 'sizes'>,
): void {
  const { split, rows } = table;
  if (split === undefined) {
    const [row] = rows;
    if (row && !isNothing(whole)) effects.set(row, whole);
    return;
  }
  const concerned = all.filter(({ change, was, is }) => was !== is || change.moves.has(split));
  if (concerned.length === 0) return;
  const shared = sharedGroups(split, concerned);
  if (shared && isNothing(whole)) return;
  together.set(table, togetherOf(split, concerned, whole));
  for (const group of shared ?? []) {
    const row = rows[group];
    if (row) effects.set(row, whole);
  }
  if (shared) return;
  const change = (groups: readonly number[], answer: Answer, more: 1 | -1, isMoved: boolean) => {
    for (const group of groups) {
      const row = rows[group];
      if (row === undefined) continue;
      put(entry(effects, row, newEffect), answer, more);
      if (isMoved) count(sizes, row, more);
    }
  };
  for (const {
    change: { record, moves },
    was,
    is,
  } of concerned) {
    const move = moves.get(split);
    const groups = move?.from.groups ?? split.groupsOf(record) ?? [];
    change(groups, was, -1, move !== undefined);
    change(move?.to.groups ?? groups, is, 1, move !== undefined);
  }
}

/** The groups that some responses are all in, and would be; nothing where they are or would be in different ones. */
function sharedGroups(split: Split, concerned: readonly Saying[]): readonly number[] | undefined {
  let shared: readonly number[] | undefined;
  for (const { change } of concerned) {
    // Responses of the same parts have the same list of groups.
    const groups = split.groupsOf(change.record) ?? [];
    if (change.moves.has(split) || (shared !== undefined && groups !== shared)) return undefined;
    shared = groups;
  }
  return shared;
}

/** Whether a response is in any group, and would be. */
function groupedIn(split: Split, { record, moves }: Change): readonly [was: boolean, is: boolean] {
  const move = moves.get(split);
  if (move) return [move.from.isGrouped, move.to.isGrouped];
  const isGrouped = split.isGrouped(record);
  return [isGrouped, isGrouped];
}

/** What they change in all groups together, each response once. */
function togetherOf(split: Split, concerned: readonly Saying[], whole: Effect): Effect {
  if (concerned.every(({ change }) => groupedIn(split, change).every(Boolean))) return whole;
  const effect = newEffect();
  for (const { change, was, is } of concerned) {
    const [wasGrouped, isGrouped] = groupedIn(split, change);
    if (wasGrouped) put(effect, was, -1);
    if (isGrouped) put(effect, is, 1);
  }
  return effect;
}
