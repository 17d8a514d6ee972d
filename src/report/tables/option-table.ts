import type { Distribution, OptionFigure } from '../../analysis/analysis.ts';
import { type Figure, figure as figureOf } from '../../analysis/figures.ts';
import type { Cell, Table, TableColumn } from '../document.ts';
import { capitalise } from '../../survey/labels/labels.ts';

/**
 * Options as rows, for a question held in one item; the nets that take several options together come first. Those who did
 * not reply are a row of the table of a profile. Where the population is known it stands beside the respondents.
 */
export function optionTable(
  caption: string,
  distribution: Distribution,
  isProfile: boolean,
  minimumBase: number,
): Table {
  const { states, options } = distribution;
  const nets = distribution.nets.filter((net) => net.options.length > 1);
  const isCompared = options.some(({ population }) => population !== undefined);
  const isEstimated = options.some(({ figure }) => figure.interval !== undefined);
  const rows = [...nets.map((net) => ({ ...net, label: `${capitalise(net.label)} (net)` })), ...options].map(
    (option) => [
      ...optionCells(option),
      ...(isEstimated ? [intervalCell(option.figure)] : []),
      ...(isCompared ? populationCells(option) : []),
    ],
  );
  const filler = [...(isEstimated ? [null] : []), ...(isCompared ? populationCells(undefined) : [])];
  return {
    kind: 'table',
    caption,
    columns: [
      { heading: 'Answer', kind: 'label' },
      { heading: 'Share', kind: 'bar' },
      { heading: '%', kind: 'figure', strong: true },
      { heading: 'Count', kind: 'figure' },
      ...(isEstimated ? [{ heading: '95% interval', kind: 'figure' } as const] : []),
      ...(isCompared ? populationColumns : []),
    ],
    rows:
      isProfile && states.blank !== 0
        ? [...rows, [...noReplyCells(distribution, minimumBase), ...filler]]
        : rows,
    notes: [],
  };
}

/** Those who did not reply: a share of the base where it is of everybody who was asked. */
function noReplyCells({ base, states, weightedStates }: Distribution, minimumBase: number): Cell[] {
  const of = (percent: Cell, bar: Cell = ''): Cell[] => ['No reply', bar, percent, { count: states.blank }];
  if (base.rule !== 'all') return of('not in base');
  if (states.blank === null || base.count === null) return of({ withheld: 'disclosive' });
  // What those who did not reply weigh is not known where weighted results are rounded, or where it would tell something.
  if (base.weighted === null || (base.weighted !== undefined && !weightedStates)) return of('not given');
  const weighted = base.weighted === undefined ? {} : { weighted: base.weighted };
  const whole = { rule: base.rule, count: base.count, ...weighted };
  const share = figureOf('', states.blank, whole, { minimumBase, weighted: weightedStates?.blank });
  return of({ percent: share }, { bar: share });
}

/** The interval of a percentage, or why there is none. */
export function intervalCell({ interval, withheld }: Figure): Cell {
  return interval ? { interval } : { withheld: withheld ?? 'empty-base' };
}

function optionCells({ label, figure }: OptionFigure): Cell[] {
  return [label, { bar: figure }, { percent: figure }, { count: figure.count }];
}

const populationColumns: readonly TableColumn[] = [
  { heading: '% of those compared', kind: 'figure' },
  { heading: '% of population', kind: 'figure' },
  { heading: 'Difference', kind: 'figure' },
];

function populationCells(option: OptionFigure | undefined): Cell[] {
  const { population } = option ?? {};
  if (population === undefined || option === undefined) return ['not compared', 'not known', 'not known'];
  const { percent, base, points } = population;
  const withheld = option.figure.withheld === 'disclosive' ? 'disclosive' : 'empty-base';
  const compared = { id: option.figure.id, count: option.figure.count, base, percent: population.compared };
  return [
    points === null ? { withheld } : { percent: compared },
    { given: percent },
    points === null ? { withheld } : { points },
  ];
}
