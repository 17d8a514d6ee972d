import type { Side } from '../../survey/survey.ts';
import type { Split } from './dims.ts';
import { type Effect, add, count, entry, newEffect } from './effect.ts';
import { areFewAsTold } from './few-asked.ts';
import { type Field, type Other, type Said, type Value, statesFrom, valueOf } from './fields.ts';
import { isGuardedAlike } from './guard-whole.ts';
import { isReadAsTold } from './one-column.ts';
import type { Rounding } from './rounded.ts';
import { isAskedByAnswer } from './routes.ts';
import { areSizesAsTold } from './sizes.ts';
import { type Change, effectsOnField, movesOf } from './table-effects.ts';
import type { Pairing, Row, Table, Tables } from './tables.ts';

/** One response that answers an item in another way. */
export interface Edit {
  readonly record: number;
  readonly field: Field;
  readonly to: Said;
}

/** What would be otherwise in the tables of one item, or of several. */
export interface TableEffects {
  readonly rows: ReadonlyMap<Row, Effect>;
  /** Of all the groups of a table together, each response once. */
  readonly together: ReadonlyMap<Table, Effect>;
  /** How many more or fewer are in a group. */
  readonly sizes: ReadonlyMap<Row, number>;
}

/** What would be otherwise of all that is counted if some responses were other than they are. */
export interface Effects extends TableEffects {
  /** The same item by item. */
  readonly byField: ReadonlyMap<Field, TableEffects>;
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
  readonly sizes: Map<Row, number>;
  readonly byField: Map<Field, TableEffects>;
  readonly pairings: Map<Pairing, Effect>;
  readonly grouped: Map<Split, number>;
}

/** Whether what would be otherwise in all tables of an item is too much already: nothing else is counted then. */
export type IsTooMuch = (some: TableEffects) => boolean;

/** What is known already of the tables of an item, since no response is otherwise there that was not before. */
export type KnownOf = (field: Field) => TableEffects | undefined;

/**
 * The effects of some edits; nothing where they are too much, other groups within groups would be listed, more or fewer would be in no
 * group, other weights would come of raking, a column would hold what it cannot, nobody would give what somebody did where that is
 * shown, or something would be told of other questions.
 */
export function effectsOf(
  edits: readonly Edit[],
  tables: Tables,
  isTooMuch: IsTooMuch = () => false,
  knownOf: KnownOf = () => undefined,
): Effects | undefined {
  const changes = changesBy(edits, tables);
  if (changes === undefined) return undefined;
  const making = emptyMaking();
  const moved = changes.filter(({ other }) =>
    tables.dims.some(({ fields }) => fields.some((field) => other.has(field))),
  );
  const effectsIn = (field: Field, some: readonly Change[]) =>
    knownOf(field) ?? effectsOnField(field, some, tables);
  const edited = new Set(edits.map(({ field }) => field));
  if (!addFields(edited, changes, making, isTooMuch, effectsIn)) return undefined;
  const others = moved.length > 0 ? tables.fields.filter((field) => !edited.has(field)) : [];
  if (!addFields(others, moved, making, isTooMuch, effectsIn)) return undefined;
  for (const { moves } of moved)
    for (const [split, { from, to }] of moves)
      count(making.grouped, split, Number(to.isGrouped) - Number(from.isGrouped));
  for (const change of changes) for (const pairing of tables.pairings) addPair(pairing, change, making);
  if (!isAsTold(making, edits, tables)) return undefined;
  return { ...making, ...(tables.rounding && { rounding: tables.rounding }) };
}

function emptyMaking(): Making {
  return {
    rows: new Map(),
    together: new Map(),
    sizes: new Map(),
    byField: new Map(),
    pairings: new Map(),
    grouped: new Map(),
  };
}

/** What some edits make of each response; nothing where no response can be so, or raking would give other weights. */
function changesBy(edits: readonly Edit[], tables: Tables): Change[] | undefined {
  const records = new Map<number, Map<Field, Said>>();
  for (const { record, field, to } of edits)
    entry(records, record, () => new Map<Field, Said>()).set(field, to);
  if (!isReadAsTold(records, tables.columns)) return undefined;
  const weights = new Map<number, number>();
  const changes: Change[] = [];
  for (const [record, other] of records) {
    const [was = -1] = tables.weights?.groupsOf(record) ?? [];
    const [is = -1] = tables.weights?.groupsOf(record, other) ?? [];
    if ((is < 0 && was >= 0) || !isAskedByAnswer(record, other)) return undefined;
    count(weights, was, -1);
    count(weights, is, 1);
    changes.push({ record, other, weighs: [was, is], moves: movesOf(record, other, tables) });
  }
  // Of one group only others outside of it may make up for them.
  const areWeightsAlike = tables.isOfGroup || [...weights.values()].every((more) => more === 0);
  return areWeightsAlike ? changes : undefined;
}

/** Whether what is always said of tables would be the same: who is in which, which options nobody gave, and who is asked what. */
function isAsTold(making: Making, edits: readonly Edit[], tables: Tables): boolean {
  return (
    [...making.rows].every(
      ([row, effect]) => areZerosAsShown(row, effect) && isGuardedAlike(row, effect, tables),
    ) &&
    areSizesAsTold(making, tables) &&
    areFewAsTold(edits, making.rows, tables)
  );
}

/** Adds what some responses change in the tables of some items, one item after another until it is too much. */
function addFields(
  fields: Iterable<Field>,
  changes: readonly Change[],
  making: Making,
  isTooMuch: IsTooMuch,
  effectsIn: (field: Field, changes: readonly Change[]) => TableEffects,
): boolean {
  for (const field of fields) {
    const own = effectsIn(field, changes);
    if (isTooMuch(own)) return false;
    making.byField.set(field, own);
    for (const [row, effect] of own.rows) making.rows.set(row, effect);
    for (const [table, effect] of own.together) making.together.set(table, effect);
    for (const [row, more] of own.sizes) making.sizes.set(row, more);
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
  const isGivenStill = (more: number, nth: number) =>
    more >= 0 || (counts[options.at[nth] ?? -1] ?? 0) + more > 0;
  return areBlanksAsShown && (!field.areZerosShown || options.more.every(isGivenStill));
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
