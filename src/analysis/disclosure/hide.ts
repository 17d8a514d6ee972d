import type { Distribution, NetFigure, OptionFigure, ScoreSummary } from '../analysis.ts';
import type { Figure } from '../figures.ts';
import { withoutStatistics } from '../numbers.ts';
import { type Hiding, alternativesTo } from './alternatives.ts';
import { type Cell, changeOf } from './count-table.ts';
import type { Places } from './places.ts';

/** Whether the sum of some counts can be shown: in every alternative it is the same. */
export function isKnown(cells: readonly Cell[], hiding: Hiding): boolean {
  if (cells.some(({ table }) => hiding.withheld.has(table))) return false;
  return [...alternativesTo(cells, hiding)].every((alternative) => changeOf(cells, alternative) === 0);
}

/**
 * A distribution without what must not be seen. `all` are the options of the item in the order in which `places` has them:
 * where something is hidden the group's own, most frequent first, would tell which counts are larger.
 */
export function hideDistribution<Kind extends Distribution<number>>(
  distribution: Kind,
  places: Places,
  all: readonly OptionFigure<number>[],
  hiding: Hiding,
): Omit<Kind, keyof Distribution> & Distribution {
  const cellOf = new Map(all.map(({ id }, index) => [id, places.options[index]]));
  const cellsOf = (options: readonly OptionFigure[]) => options.flatMap(({ id }) => cellOf.get(id) ?? []);
  const isCountKnown = (option: OptionFigure) => isKnown(cellsOf([option]), hiding);
  const isBaseKnown = isKnown(places.base, hiding);
  if (isBaseKnown && distribution.options.every(isCountKnown)) return distribution;
  const { states, nets, scores, base } = distribution;
  const own = new Map(distribution.options.map((option) => [option.id, option]));
  const options = all.map((option) => own.get(option.id) ?? option);
  const members = (net: NetFigure<number>) => options.filter(({ label }) => net.options.includes(label));
  const isComparable = isKnown(cellsOf(options.filter(({ population }) => population)), hiding);
  const isOneTable = new Set(places.options.map(({ table }) => table)).size === 1;
  const onScale = options.filter(({ side }) => side !== 'outside');
  const given = isOneTable ? cellsOf(onScale) : places.base;
  return {
    ...distribution,
    states: {
      ...states,
      ...(!isKnown(given, hiding) && { option: null }),
      ...(!isKnown(cellsOf(options.filter(({ side }) => side === 'outside')), hiding) && { outside: null }),
      ...(!isBaseKnown && { blank: null, notAsked: null, invalid: null }),
    },
    base: isBaseKnown ? base : { rule: base.rule, count: null },
    options: options.map((option) => {
      const { population, ...shown } = hideFigure(option, isCountKnown(option), isBaseKnown);
      return population && isComparable ? { ...shown, population } : shown;
    }),
    nets: nets.map((net) => hideFigure(net, isKnown(cellsOf(members(net)), hiding), isBaseKnown)),
    ...(scores && { scores: hiddenScores }),
  };
}

function hideFigure<Kind extends OptionFigure<number>>(
  option: Kind,
  isCountKnown: boolean,
  isBaseKnown: boolean,
): Omit<Kind, 'figure' | 'difference' | 'population'> &
  Pick<OptionFigure, 'figure' | 'difference' | 'population'> {
  if (isCountKnown && isBaseKnown) return option;
  const { difference: _difference, population, figure, ...rest } = option;
  const hidden = { ...rest, figure: hiddenFigure(figure, isCountKnown && figure.count === 0, isBaseKnown) };
  if (population === undefined) return hidden;
  return { ...hidden, population: { ...population, compared: null, points: null } };
}

/** Nothing of a figure but its name, and of what it is where that is no secret. */
function hiddenFigure({ id, count, base }: Figure, isCountKnown: boolean, isBaseKnown: boolean): Figure {
  return {
    id,
    count: isCountKnown ? count : null,
    base: isBaseKnown ? base : null,
    percent: null,
    withheld: 'disclosive',
  };
}

const hiddenScores: ScoreSummary = { n: null, withheld: 'disclosive', mean: null, median: null };

/** A distribution of which nothing is shown but what the total says anyway: that nobody gave an answer that nobody gave at all. */
export function withholdDistribution<Kind extends Distribution<number>>(
  distribution: Kind,
  total: Pick<Distribution, 'options' | 'nets'>,
): Omit<Kind, keyof Distribution> & Distribution {
  const own = new Map(distribution.options.map((option) => [option.id, option]));
  const { base, nets, numbers, scores } = distribution;
  const isNobodys = (all: readonly OptionFigure[], id: string) =>
    all.some((one) => one.id === id && one.figure.count === 0);
  return {
    ...distribution,
    states: { option: null, outside: null, blank: null, notAsked: null, invalid: null },
    base: { rule: base.rule, count: null },
    options: total.options.flatMap(({ id }) => {
      const option = own.get(id);
      return option ? [hideFigure(option, isNobodys(total.options, id), false)] : [];
    }),
    nets: nets.map((net) => hideFigure(net, isNobodys(total.nets, net.id), false)),
    ...(numbers && { numbers: withoutStatistics(null, 'disclosive') }),
    ...(scores && { scores: hiddenScores }),
  };
}

/** A figure without how far it is from that of others, of whom no more is known than of it. */
export function withoutDifference<Kind extends OptionFigure>(option: Kind): Kind {
  const { difference: _difference, ...rest } = option;
  return rest as Kind;
}

/** A figure of which the count is known or not; its base is no secret. */
export function hideCount(figure: Figure, isCountKnown: boolean): Figure {
  return isCountKnown ? figure : hiddenFigure(figure, false, true);
}
