import { baseCount } from '../figures.ts';
import { type Effect, newEffect, sumOf } from './effect.ts';
import type { Effects } from './effects.ts';
import { states, statesFrom } from './fields.ts';
import { type Rounding, shiftedBeside, shiftedBy } from './rounded.ts';
import type { Hidden, Pairing, Row, Table, Tables } from './tables.ts';

/** What of a row would look different: the same parts as can be hidden. */
export type RowChanges = {
  readonly [Part in keyof Hidden]: Hidden[Part] extends Set<number> ? number[] : boolean;
};

/** The rows that would look different, each with how; of those alone of which readers see something, where only these are asked for. */
export function* changesOf(
  { rows, together, rounding }: Pick<Effects, 'rows' | 'together' | 'rounding'>,
  areSeenOnly = false,
): Generator<readonly [Row, RowChanges]> {
  const isLeftOut = ({ isListed, table }: Row) => areSeenOnly && (!isListed || table.isWithheld);
  for (const [row, effect] of rows) {
    const all = together.get(row.table) ?? nothing;
    if (isLeftOut(row) || (isNothing(effect) && isNothing(all))) continue;
    const changes = rowChanges(row, effect, all, rounding);
    if (isAny(changes)) yield [row, changes];
  }
  for (const [table, effect] of together) {
    // Of numbers it is not said how far a group is from the others.
    const isApart = table.field.question.kind !== 'number';
    if (!isApart || (areSeenOnly && table.isWithheld) || isNothing(effect)) continue;
    // How far a group is from all the others changes although nothing does in the group: of each such group alike.
    let changes: RowChanges | undefined;
    for (const row of table.rows) {
      if (rows.has(row) || isLeftOut(row)) continue;
      changes ??= rowChanges(row, nothing, effect, rounding);
      yield [row, changes];
    }
  }
}

const nothing = newEffect();

function isNothing({ options, states: all, byWeight }: Effect): boolean {
  if (all.some((more) => more !== 0)) return false;
  for (const more of options.values()) if (more !== 0) return false;
  for (const part of byWeight?.values() ?? []) if (!isNothing(part)) return false;
  return true;
}

function isAny(changes: RowChanges): boolean {
  return Object.values(changes).some((one) => (typeof one === 'boolean' ? one : one.length > 0));
}

function rowChanges(row: Row, own: Effect, together: Effect, rounding: Rounding | undefined): RowChanges {
  const { field, split } = row.table;
  const exact = partsOf(own);
  // Where weighted results are given as rounded, what is weighted may differ as long as it is shown as it was.
  const parts = rounding ? [own] : exact;
  const figures = figuresOf(row, [own]);
  const others = split ? othersOf(own, together, rounding) : [];
  const isBaseChanged = baseOf(row.table, own) !== 0;
  return {
    figures,
    shifted: rounding
      ? shiftedBy(row, own, rounding)
      : exact.length > 1
        ? without(figures, figuresOf(row, exact))
        : [],
    states: states.flatMap((_, state) => (own.states[state] === 0 ? [] : [state])),
    base: isBaseChanged,
    shiftedBase: !isBaseChanged && parts.some((part) => baseOf(row.table, part) !== 0),
    shiftedStates: parts.some((part) => part.states.some((more) => more !== 0)),
    others: others[0] === own && others.length === 1 ? figures : figuresOf(row, others),
    otherBase: others.some((part) => (part === own ? isBaseChanged : baseOf(row.table, part) !== 0)),
    compared: row.compared.length > 0 && exact.some((part) => sumOf(row.compared, part.options) !== 0),
    numbers: field.question.kind === 'number' && differing(exact).length > 0,
  };
}

/**
 * Effects of which any tells that how far a group is from the others would be otherwise; that is given exactly. Where all together are
 * the same the others change as the group does, and where what both weigh is seen, as soon as the group or all together do.
 */
function othersOf(own: Effect, together: Effect, rounding: Rounding | undefined): Effect[] {
  if (isNothing(together)) return partsOf(own);
  if (rounding?.areGroupsWeighted) return [...partsOf(own), ...partsOf(together)];
  return partsOf(minus(together, own));
}

function without(some: readonly number[], all: readonly number[]): number[] {
  return all.filter((one) => !some.includes(one));
}

/** The effect on all and on those of each weight. */
function partsOf(effect: Effect): Effect[] {
  return [effect, ...(effect.byWeight?.values() ?? [])];
}

function differing(parts: readonly Effect[]): number[] {
  const found: number[] = [];
  for (const { options } of parts)
    for (const [option, more] of options) if (more !== 0 && !found.includes(option)) found.push(option);
  return found;
}

/** The figures of a row that differ in any part; numbers have none. */
export function figuresOf({ counts, figures }: Row, parts: readonly Effect[]): number[] {
  if (figures.length === 0) return [];
  const found = differing(parts);
  if (found.length === 0) return found;
  for (let at = counts.length; at < figures.length; at++)
    if (parts.some((part) => sumOf(figures[at] ?? [], part.options) !== 0)) found.push(at);
  return found;
}

/** By how much the base of a row differs. */
export function baseOf({ field: { question } }: Table, effect: Effect): number {
  const rule = question.kind === 'number' ? 'answered' : question.base;
  return baseCount(rule, statesFrom(effect.states));
}

function minus(one: Effect, other: Effect): Effect {
  const options = new Map(one.options);
  for (const [option, more] of other.options) options.set(option, (options.get(option) ?? 0) - more);
  const byWeight = one.byWeight || other.byWeight ? new Map(one.byWeight) : undefined;
  for (const [weight, part] of other.byWeight ?? [])
    byWeight?.set(weight, minus(byWeight.get(weight) ?? nothing, part));
  return { options, states: one.states.map((more, state) => more - (other.states[state] ?? 0)), byWeight };
}

/** The figures of views beside clarity that would be others, by position, and those of which only the percentage would. */
export function pairChanges(
  pairing: Pairing,
  effect: Effect,
  rounding: Rounding | undefined,
): { readonly figures: number[]; readonly shifted: number[] } {
  const figures = differing([effect]);
  const looks = rounding ? shiftedBeside(pairing, effect, rounding) : differing(partsOf(effect));
  return { figures, shifted: without(figures, looks) };
}

/** Whether the base of views beside clarity would be another, or would weigh something else: it is shown in any case. */
export function isBaseOther(effect: Effect, rounding: Rounding | undefined): boolean {
  const parts = rounding ? [effect] : partsOf(effect);
  return parts.some(({ options }) => sumOf([...options.keys()], options) !== 0);
}

/** Hides what would look different. */
export function hide(effects: Effects, { ungrouped }: Pick<Tables, 'ungrouped'>): void {
  for (const [{ hidden }, changes] of changesOf(effects)) addChanges(hidden, changes);
  for (const [pairing, effect] of effects.pairings) {
    const { figures, shifted } = pairChanges(pairing, effect, effects.rounding);
    for (const figure of figures) pairing.hidden.add(figure);
    for (const figure of shifted) pairing.shifted.add(figure);
  }
  for (const [split, more] of effects.grouped) if (more !== 0) ungrouped.add(split);
}

/** Adds what would look different of a row to what else would. */
export function addChanges(hidden: Hidden, changes: RowChanges): void {
  for (const part of ['figures', 'shifted', 'states', 'others'] as const)
    for (const at of changes[part]) hidden[part].add(at);
  hidden.base ||= changes.base;
  hidden.shiftedBase ||= changes.shiftedBase;
  hidden.shiftedStates ||= changes.shiftedStates;
  hidden.otherBase ||= changes.otherBase;
  hidden.compared ||= changes.compared;
  hidden.numbers ||= changes.numbers;
}
