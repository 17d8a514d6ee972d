import type { Distribution, Group, OptionFigure, ScoreSummary } from '../analysis.ts';
import type { Base, Figure } from '../figures.ts';
import { states as stateNames } from './fields.ts';
import { type Limits, isSmallCount, isSmallGroup } from './limits.ts';
import type { Hidden, Row, Pairing, Tables } from './tables.ts';
import type { Combination } from '../combinations.ts';

/**
 * A distribution without what must not be seen of its row. `all` are the options of the item: where something is hidden the
 * group's own, most frequent first, would tell which counts are larger.
 */
export function hideDistribution<Kind extends Distribution<number>>(
  distribution: Kind,
  row: Row,
  all: readonly OptionFigure<number>[],
): Omit<Kind, keyof Distribution> & Distribution {
  const { hidden, table } = row;
  const { states, nets, scores, base } = distribution;
  const { figures, shifted } = hidden;
  const isHiding =
    hidden.base || hidden.shiftedStates || [figures, shifted, hidden.states].some(({ size }) => size > 0);
  if (!isHiding) return distribution;
  const { positions, ids } = table.field;
  const own = new Map(distribution.options.map((option) => [option.id, option]));
  const options = all.map((option) => own.get(option.id) ?? option);
  return {
    ...(hidden.shiftedStates ? withoutWeighedStates(distribution) : distribution),
    states: {
      ...states,
      ...Object.fromEntries([...hidden.states].map((at) => [stateNames[at], null])),
    },
    base: hideBase(base, hidden),
    options: options.map((option) => {
      const { population, ...shown } = hideFigure(option, positions.get(option.id) ?? -1, hidden);
      return population && !hidden.compared ? { ...shown, population } : shown;
    }),
    nets: nets.map((net, index) => hideFigure(net, ids.length + index, hidden)),
    ...(scores && { scores: hiddenScores }),
  };
}

/** A distribution without what those in each state weigh. */
export function withoutWeighedStates<Kind extends Pick<Distribution, 'weightedStates'>>(
  distribution: Kind,
): Kind {
  const { weightedStates: _weightedStates, ...rest } = distribution;
  return rest as Kind;
}

/** A base without what must not be seen of it. */
export function hideBase(
  { rule, ...base }: Base<number>,
  hidden: Pick<Hidden, 'base' | 'shiftedBase'>,
): Base {
  if (hidden.base) return { rule, count: null };
  return hidden.shiftedBase
    ? { rule, count: base.count, weighted: null, effective: null }
    : { rule, ...base };
}

/** A group without how far it is from all the others, where that must not be seen, or they are few. */
export function hideDifferences(
  group: Group,
  { hidden, table }: Row,
  isPeople: boolean,
  limits: Limits,
): Group {
  const { positions, ids } = table.field;
  const isFew = ({ difference }: OptionFigure) => {
    const { count, base } = difference?.others ?? { count: 0, base: 0 };
    return (
      isPeople &&
      (isSmallCount(count ?? 0, limits) ||
        isSmallGroup({ base: { rule: 'answered', count: base ?? 0 } }, limits))
    );
  };
  const show = <Kind extends OptionFigure>(one: Kind, at: number): Kind =>
    hidden.others.has(at) || hidden.otherBase || isFew(one) ? withoutDifference(one) : one;
  return {
    ...group,
    options: group.options.map((one) => show(one, positions.get(one.id) ?? -1)),
    nets: group.nets.map((net, index) => show(net, ids.length + index)),
  };
}

/** A figure without what must not be seen of it; `at` is its position in the row. */
function hideFigure<Kind extends OptionFigure<number>>(
  option: Kind,
  at: number,
  { figures, shifted, base, shiftedBase }: Hidden,
): Omit<Kind, 'figure' | 'difference' | 'population'> &
  Pick<OptionFigure, 'figure' | 'difference' | 'population'> {
  if (!figures.has(at) && !base && !shiftedBase && !shifted.has(at)) return option;
  const { difference: _difference, population, figure, ...rest } = option;
  const hidden = { ...rest, figure: hiddenFigure(figure, !figures.has(at), !base) };
  if (population === undefined) return hidden;
  return { ...hidden, population: { ...population, compared: null, points: null } };
}

/** Nothing of a figure but its name, and of what it is where that is no secret. */
export function hiddenFigure(
  { id, count, base }: Figure,
  isCountKnown: boolean,
  isBaseKnown: boolean,
): Figure {
  return {
    id,
    count: isCountKnown ? count : null,
    base: isBaseKnown ? base : null,
    percent: null,
    withheld: 'disclosive',
  };
}

/** Mean and median of codes that must not be seen. */
export const hiddenScores: ScoreSummary = { n: null, withheld: 'disclosive', mean: null, median: null };

/** A figure without how far it is from that of others, of whom no more is known than of it. */
export function withoutDifference<Kind extends OptionFigure>(option: Kind): Kind {
  const { difference: _difference, ...rest } = option;
  return rest as Kind;
}

/** Views beside clarity without what would tell something that is hidden elsewhere. */
export function hideCombination({ combination, hidden, shifted }: Pairing): Combination {
  const figures = combination.figures.map((one, at) =>
    hidden.has(at) || shifted.has(at)
      ? { ...one, figure: hiddenFigure(one.figure, !hidden.has(at), true) }
      : one,
  );
  return { ...combination, figures };
}

/**
 * Leaves out the views beside clarity that would show a small count of the group (`selected`) that a run is about. Not where the group
 * gave one answer to one of the two questions: there they say the same as the results of the other.
 */
export function withholdSmallViews(selected: string, tables: Tables): void {
  const { pairings, limits } = tables;
  for (const pairing of [...pairings]) {
    const { combination, view, clarity, hidden } = pairing;
    const isWithheld = [view, clarity].some((field) => tables.wholeOf(field)?.isWithheld);
    const isTold = [view, clarity].some(({ question }) => question.id === selected) && !isWithheld;
    const isSmallShown = combination.figures.some(
      ({ figure }, at) => !hidden.has(at) && isSmallCount(figure.count ?? 0, limits),
    );
    if (isWithheld || (isSmallShown && !isTold)) pairings.delete(pairing);
  }
}
