import type { Distribution } from '../analysis.ts';
import { type PlainEffect, moreOf } from './effect.ts';
import { type Field, states as stateNames, statesFrom } from './fields.ts';
import { type Guard, guardedIn } from './guard.ts';
import { type Limits, isDeclined, isSmallCount, isSmallGroup } from './limits.ts';
import { toldByKind } from './one-column.ts';
import type { Row, Tables } from './tables.ts';

/** What it takes to tell what must not be found out of the results of all. */
export interface OfAll {
  /** The options that are told, by position. */
  readonly told: ReadonlySet<number>;
  /** Whether the run is about one group only. */
  readonly isOfGroup: boolean;
}

/** Small counts of all responses, where they are about the person or the run is about one group only; not those that are told. */
export function guardWhole(
  field: Field,
  whole: Distribution<number>,
  { told, isOfGroup }: OfAll,
  limits: Limits,
): Guard {
  const isSmall = isOfGroup && isSmallGroup(whole, limits);
  const isToldOf = (label: string) =>
    field.item.options.some((one) => one.label === label && told.has(field.positions.get(one.id) ?? -1));
  const isGuarded = (count: number, label: string) =>
    field.isPersonal && (isSmall || (isSmallCount(count, limits) && !isDeclined(label) && !isToldOf(label)));
  const guard = { figures: guardedIn(field, whole, isGuarded), isBaseToo: false };
  if (field.isSeveral) return isSmall ? guard : withMostTicked(guard, field, whole, limits);
  return { ...guard, mayHideBlanks: mayHideBlanks(guard, field, whole, limits) };
}

/** Whether those who gave no answer may be hidden with the one small count of a profile, where they are in the base. */
function mayHideBlanks(
  { figures }: Guard,
  { isPersonal, question: { base } }: Field,
  whole: Distribution<number>,
  limits: Limits,
): boolean {
  return base === 'all' && isPersonal && figures.size === 1 && canBlanksHide(whole, limits);
}

/**
 * Whether how many gave no answer can hide the one small count there is, “prefer not to say” aside: together they are not 2, as each
 * would be 1, and no other count might be small, since that both are hidden, and these not, would tell that both are as large as can be.
 */
export function canBlanksHide({ options, states: { blank } }: Distribution<number>, limits: Limits): boolean {
  const given = options.filter(({ label, figure }) => !isDeclined(label) && figure.count > 0);
  const [small, ...more] = given.filter(({ figure }) => figure.count < 2 * limits.count);
  if (small === undefined || more.length > 0 || blank === 0) return false;
  return isSmallCount(small.figure.count, limits) && small.figure.count + blank > 2;
}

/**
 * What must not be found out where several may be ticked: the ticks are as many as those who answered, or more, since each of these
 * ticked something. Where by that no small count can be more than one lower than the highest that is hidden, the most ticked of the
 * others is guarded too, which it still is with one tick more; where there is none, how many answered, unless one may be lower and everybody did.
 */
function withMostTicked(
  guard: Guard,
  { positions }: Field,
  { options, states: { option, outside, blank } }: Distribution<number>,
  limits: Limits,
): Guard {
  const others = options.filter(({ id }) => !guard.figures.has(positions.get(id) ?? -1));
  const fewest = others.reduce((left, { figure }) => left - figure.count, option + outside);
  const lower = guard.figures.size * limits.count - fewest;
  if (guard.figures.size === 0 || lower > 1) return guard;
  const ticked = others.filter(({ figure }) => figure.count > 0);
  const [most] = ticked.toSorted(
    (a, b) => Number(isDeclined(a.label)) - Number(isDeclined(b.label)) || b.figure.count - a.figure.count,
  );
  return most
    ? { ...guard, figures: new Set([...guard.figures, positions.get(most.id) ?? -1]) }
    : { ...guard, isBaseToo: lower < 1 || blank > 0 };
}

/**
 * Whether the same must not be found out of a row if its counts were others: where several may be ticked, or how many gave no answer is
 * hidden, each that is hidden of all is known to be small.
 */
export function isGuardedAlike(
  { distribution, guard, table: { field, split, isWithheld } }: Row,
  { options, states: more }: PlainEffect,
  { columns, isOfGroup, limits }: Tables,
): boolean {
  const isKnown =
    field.isPersonal && split === undefined && (field.isSeveral || statesFrom(more).blank !== 0);
  if (!isKnown || (isWithheld && !guard.isBaseToo)) return true;
  const other = guardWhole(
    field,
    {
      ...distribution,
      states: statesFrom(stateNames.map((state, at) => distribution.states[state] + (more[at] ?? 0))),
      options: distribution.options.map(({ figure, ...one }) => ({
        ...one,
        figure: { ...figure, count: figure.count + moreOf(options, field.positions.get(one.id) ?? -1) },
      })),
    },
    { told: toldByKind(field, columns, isOfGroup).told, isOfGroup },
    limits,
  );
  return (
    other.isBaseToo === guard.isBaseToo &&
    other.mayHideBlanks === guard.mayHideBlanks &&
    other.figures.size === guard.figures.size &&
    [...other.figures].every((at) => guard.figures.has(at))
  );
}
