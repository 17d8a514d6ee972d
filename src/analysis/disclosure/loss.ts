import { sumOf } from '../../intake/sum.ts';
import { type RowChanges, changesOf, isBaseOther, pairChanges } from './changes.ts';
import { type Edit, type Effects, type KnownOf, type TableEffects, effectsOf } from './effects.ts';
import type { Pairing, Row, Table, Tables } from './tables.ts';

/** A loss that cannot be taken. */
export const FORBIDDEN = 1e6;

/** What the loss of one count is next to the loss of a percentage that nobody would miss much. */
const cost = {
  count: 1,
  /** The sum that sentences are about. */
  net: 1.2,
  /** How far a group is from the others: less than a count of any group, which is what readers ask for first. */
  others: 0.1,
  /** How many gave no answer in a group. */
  state: 0.1,
  /** Mean, median and quartiles of a group. */
  numbers: 3,
  /** How many agreed and found it unclear, or the like: of a group that a run is about, or where a breakdown hides as much. */
  pairing: 1,
  /** How many of all gave an answer to a profile: readers look for it first, and where groups are made by it, it is in every breakdown. */
  ofAll: 6,
  /** An answer that tells nothing of a person. */
  declined: 30,
} as const;

/** What would be otherwise, and how much more would be hidden for it. */
export interface Weighed {
  readonly effects: Effects;
  /** What is lost with each row of the tables of each item. */
  readonly losses: ReadonlyMap<TableEffects, readonly number[]>;
  /** `FORBIDDEN` or more where something would look different that is not hidden for the sake of others. */
  readonly loss: number;
  /** How much of that are views beside clarity. */
  readonly beside: number;
}

/**
 * The effects of some edits and what is lost by them; nothing where that is as much as `most`, views beside clarity aside. `before` is the
 * same of those without the last `more` of them, as long as nothing else is hidden.
 */
export function weighed(
  edits: readonly Edit[],
  tables: Tables,
  most = Infinity,
  before?: { readonly weighed: Weighed; readonly more: readonly Edit[] },
): Weighed | undefined {
  let loss = 0;
  const losses = new Map<TableEffects, readonly number[]>();
  const isTooMuch = (some: TableEffects) => {
    const own: number[] = [];
    for (const one of before?.weighed.losses.get(some) ?? lossesIn(some, tables)) {
      own.push(one);
      loss += one;
      if (loss >= most) return true;
    }
    losses.set(some, own);
    return false;
  };
  const effects = effectsOf(edits, tables, isTooMuch, before && knownBefore(before, tables));
  if (effects === undefined) return undefined;
  const beside = lossBeside(effects);
  return { effects, losses, loss: loss + beside, beside };
}

function* lossesIn(some: TableEffects, { rounding }: Tables): Generator<number> {
  for (const [row, changes] of changesOf({ ...some, ...(rounding && { rounding }) }, true))
    yield lossOfRow(row, changes);
}

/** What is known of the tables of each item of which no more responses are otherwise than before. */
function knownBefore(
  { weighed: { effects }, more }: { readonly weighed: Weighed; readonly more: readonly Edit[] },
  { dims }: Tables,
): KnownOf | undefined {
  const others = new Set(more.map(({ field }) => field));
  // Who is in other groups, or weighs something else, is otherwise in all tables.
  const isAnyMoved = dims.some(({ fields }) => fields.some((field) => others.has(field)));
  return isAnyMoved ? undefined : (field) => (others.has(field) ? undefined : effects.byField.get(field));
}

function lossBeside({ pairings, rounding }: Effects): number {
  let loss = 0;
  for (const [pairing, effect] of pairings) {
    if (isBaseOther(effect, rounding)) loss += FORBIDDEN;
    const { figures, shifted } = pairChanges(pairing, effect, rounding);
    const lost = [
      ...figures.filter((figure) => !pairing.hidden.has(figure)),
      ...shifted.filter((figure) => !pairing.hidden.has(figure) && !pairing.shifted.has(figure)),
    ];
    loss += (mayBeHidden(pairing) ? cost.pairing : FORBIDDEN) * lost.length;
  }
  return loss;
}

/** Views beside clarity are those of a group, or would tell what a breakdown of the one by the other hides. */
function mayBeHidden({ view, clarity }: Pairing): boolean {
  return view.isPersonal || view.makesGroups || clarity.makesGroups;
}

function lossOfRow(row: Row, changes: RowChanges): number {
  const { guard, hidden, table, counts } = row;
  const { field, split } = table;
  if (split === undefined && !field.isPersonal) return FORBIDDEN * figuresIn(changes);
  let loss = 0;
  for (const at of changes.figures) {
    if (!guard.figures.has(at)) loss += hidden.figures.has(at) ? 0 : ownLoss(row, at);
    else if (at < counts.length && !hidden.figures.has(at)) loss += FREE;
  }
  const isHidden = (at: number) => hidden.figures.has(at) || changes.figures.includes(at);
  for (const at of changes.shifted)
    if (!isHidden(at) && !hidden.shifted.has(at) && !guard.figures.has(at)) loss += ownLoss(row, at);
  for (const state of changes.states) if (!hidden.states.has(state)) loss += cost.state;
  // How far a hidden figure is from the others is hidden with it.
  if (!hidden.otherBase)
    loss += cost.others * changes.others.filter((at) => !hidden.others.has(at) && !isHidden(at)).length;
  const isBaseLost = (changes.base || (changes.shiftedBase && !hidden.shiftedBase)) && !hidden.base;
  if (isBaseLost && !guard.isBaseToo)
    loss += 1 + counts.filter((_, at) => !isHidden(at) && !guard.figures.has(at)).length;
  if (changes.numbers && !hidden.numbers) loss += cost.numbers;
  return worthOf(row) * loss;
}

/** What a count of organisations, petitions or a campaign is worth beside one of people, which readers look for first. */
const OF_NOBODY = 0.6;

/** What a figure of groups within groups is worth beside one of the groups around them, which is 1. */
const NESTED = 0.1;

function worthOf({ table: { split } }: Row): number {
  return split?.isNested ? NESTED : 1;
}

/** What is lost where nothing is shown of a table: as many figures as it has. */
export function lossOfTable({ rows }: Table): number {
  return rows.reduce((sum, row) => sum + (row.isRest ? 0 : worthOf(row) * row.figures.length), 0);
}

/** How many figures would look different, at least one: the fewer, the sooner something makes up for them. */
function figuresIn({ figures, shifted }: RowChanges): number {
  return Math.max(1, figures.length + shifted.length);
}

/** Hiding a count that must be hidden costs nothing, but once it is hidden even less. */
const FREE = 1e-3;

/** What it costs to hide one count: less for a small one. */
function countLoss(row: Row, option: number): number {
  return worthOf(row) * ownLoss(row, option);
}

/** What it costs at first sight to have one count another than it is: next to nothing where it is hidden anyway. */
export function costOfChange(row: Row, option: number): number {
  if (row.isRest) return NOT_IN_A_GROUP;
  return row.hidden.figures.has(option) || row.guard.figures.has(option) ? FREE : countLoss(row, option);
}

/** How those in no group answered shows only in how far groups are from all others, which is lost with it. */
export const NOT_IN_A_GROUP = 0.12;

/** The same as if it were of no group within a group; of a net the more the more gave one of its answers. */
function ownLoss({ table: { field, split }, figures, counts, isOfNobody }: Row, at: number): number {
  const count = sumOf(figures[at] ?? [], (option) => counts[option] ?? 0);
  const worth = isOfNobody ? OF_NOBODY : 1;
  if (at >= counts.length) return worth * cost.net * (1 + (2 * count) / Math.max(1, sumOf(counts)));
  const small = 1e-7 * count;
  if (split !== undefined) return worth * cost.count + small;
  if (field.declined.has(at)) return cost.declined;
  if (!field.question.profile || count < 10) return cost.count + small;
  return cost.ofAll * (1 + count / Math.max(1, sumOf(counts))) + small;
}
