import { sumOf as totalOf } from '../../intake/sum.ts';
import { baseCount } from '../figures.ts';
import {
  type Effect,
  type PlainEffect,
  addCount,
  isEachZero,
  isNothing,
  newEffect,
  sumOf,
} from './effect.ts';
import type { Effects } from './effects.ts';
import { states, statesFrom } from './fields.ts';
import type { Rounding } from './rounded.ts';
import { shiftedBeside, shiftedBy } from './shifted.ts';
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

function isAny(changes: RowChanges): boolean {
  const { figures, shifted, states: all, others } = changes;
  if (figures.length + shifted.length + all.length + others.length > 0) return true;
  const { base, shiftedBase, shiftedStates, otherBase, compared, numbers } = changes;
  return base || shiftedBase || shiftedStates || otherBase || compared || numbers;
}

function rowChanges(row: Row, own: Effect, together: Effect, rounding: Rounding | undefined): RowChanges {
  const { table, compared } = row;
  const { field, split } = table;
  const parts = partsOf(own);
  const figures = figuresOf(row, [own]);
  const exact = parts.length > 1 ? figuresOf(row, parts) : figures;
  const others = split ? othersOf(own, together, rounding, parts) : [];
  const isBaseChanged = baseOf(table, own) !== 0;
  // Where weighted results are given as rounded, what is weighted may differ as long as it is shown as it was.
  const seen = rounding ? [own] : parts;
  return {
    figures,
    shifted: rounding ? shiftedBy(row, own, rounding) : without(figures, exact),
    states: isEachZero(own.states)
      ? []
      : states.flatMap((_, state) => (own.states[state] === 0 ? [] : [state])),
    base: isBaseChanged,
    shiftedBase: !isBaseChanged && seen.some((part) => baseOf(table, part) !== 0),
    shiftedStates: !seen.every((part) => isEachZero(part.states)),
    others: others === parts ? exact : figuresOf(row, others),
    otherBase: others.some((part) => (part === own ? isBaseChanged : baseOf(table, part) !== 0)),
    compared: compared.length > 0 && parts.some((part) => sumOf(compared, part.options) !== 0),
    numbers: field.question.kind === 'number' && differing(parts).length > 0,
  };
}

/**
 * Effects of which any tells that how far a group is from the others would be otherwise; that is given exactly. Where all together are
 * the same the others change as the group does, and where what both weigh is seen, as soon as the group or all together do. `parts` are
 * those of the group's own.
 */
function othersOf(
  own: Effect,
  together: Effect,
  rounding: Rounding | undefined,
  parts: readonly PlainEffect[],
): readonly PlainEffect[] {
  if (isNothing(together)) return parts;
  if (rounding?.areGroupsWeighted) return [...parts, ...partsOf(together)];
  return minus(together, own);
}

function without(some: readonly number[], all: readonly number[]): number[] {
  return all.filter((one) => !some.includes(one));
}

/** The effect on all and on those of each weight. */
function partsOf(effect: Effect): readonly PlainEffect[] {
  return effect.byWeight.length === 0 ? [effect] : [effect, ...effect.byWeight];
}

/** The options of which there are more or fewer in any part. */
function differing(parts: readonly PlainEffect[]): number[] {
  const found: number[] = [];
  for (const { options } of parts)
    for (let nth = 0; nth < options.at.length; nth++) {
      const option = options.at[nth] ?? -1;
      if (options.more[nth] !== 0 && !found.includes(option)) found.push(option);
    }
  return found;
}

/** The figures of a row that differ in any part; numbers have none. */
export function figuresOf({ counts, figures }: Row, parts: readonly PlainEffect[]): number[] {
  if (figures.length === 0) return [];
  const found = differing(parts);
  if (found.length === 0) return found;
  for (let at = counts.length; at < figures.length; at++)
    if (parts.some((part) => sumOf(figures[at] ?? [], part.options) !== 0)) found.push(at);
  return found;
}

/** By how much the base of a row differs. */
export function baseOf({ field: { question } }: Table, part: PlainEffect): number {
  if (isEachZero(part.states)) return 0;
  const rule = question.kind === 'number' ? 'answered' : question.base;
  return baseCount(rule, statesFrom(part.states));
}

/** What one effect comes to without another, of all and of those of each weight. */
function minus(one: Effect, other: Effect): PlainEffect[] {
  const weights = new Set([...one.byWeight, ...other.byWeight].map(({ weight }) => weight));
  const ofWeight = ({ byWeight }: Effect, weight: number) =>
    byWeight.find((part) => part.weight === weight) ?? nothing;
  return [
    partWithout(one, other),
    ...[...weights].map((weight) => partWithout(ofWeight(one, weight), ofWeight(other, weight))),
  ];
}

function partWithout(one: PlainEffect, other: PlainEffect): PlainEffect {
  const options = { at: [...one.options.at], more: [...one.options.more] };
  for (const [nth, option] of other.options.at.entries())
    addCount(options, option, -(other.options.more[nth] ?? 0));
  return { options, states: one.states.map((more, state) => more - (other.states[state] ?? 0)) };
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
  return parts.some(({ options }) => totalOf(options.more) !== 0);
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
