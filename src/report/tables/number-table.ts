import type { NumberSummary } from '../../analysis/analysis.ts';
import { whyNoStatistic } from '../../analysis/numbers.ts';
import { statistics } from '../../analysis/figure-list.ts';
import type { Cell, Table } from '../document.ts';
import type { LabelledDistribution } from './table-notes.ts';

/** What the statistics of a number question are called. */
export const statisticNames = {
  mean: 'Mean',
  minimum: 'Lowest',
  lowerQuartile: 'Lower quartile',
  median: 'Median',
  upperQuartile: 'Upper quartile',
  maximum: 'Highest',
} as const;

/** Items or groups as rows, the statistics of the numbers given as columns. */
export function numberTable(caption: string, heading: string, rows: readonly LabelledDistribution[]): Table {
  return {
    kind: 'table',
    caption,
    columns: [
      { heading, kind: 'label' },
      ...statistics.map((name) => ({ heading: statisticNames[name], kind: 'figure' }) as const),
      { heading: 'Base', kind: 'figure' },
    ],
    rows: rows.map(({ label, numbers }) => [
      heading === '' ? 'All who gave a number' : label,
      ...statistics.map((name) => statisticCell(numbers, name)),
      { count: numbers ? numbers.n : 0 },
    ]),
    notes: [],
  };
}

/** A statistic, or why there is none. */
export function statisticCell<Name extends string>(
  summary: (Pick<NumberSummary, 'n' | 'withheld'> & Readonly<Record<Name, number | null>>) | undefined,
  name: Name,
): Cell {
  const value = summary?.[name] ?? null;
  return value === null ? { withheld: whyNoStatistic(summary) } : { value };
}
