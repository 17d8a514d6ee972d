import type { ComparedItem } from '../../analysis/comparison/compare.ts';
import { statistics } from '../../analysis/figure-list.ts';
import { whyNoStatistic } from '../../analysis/numbers.ts';
import { effectiveWords, weightedNotes } from './compared-bases.ts';
import type { Cell, Table, TableColumn } from '../document.ts';
import { statisticNames } from '../tables/number-table.ts';

/** The statistics of both runs, and how many gave a number, the first. What one of them hides is not compared. */
export function statisticsOf({ a, b }: ComparedItem['numbers']): { a: number | null; b: number | null }[] {
  return (['n', ...statistics] as const).map((name) => ({ a: a?.[name] ?? null, b: b?.[name] ?? null }));
}

/** The columns of counts or statistics of both runs. */
export const changeColumns: readonly TableColumn[] = [
  { heading: 'A', kind: 'figure' },
  { heading: 'B', kind: 'figure' },
  { heading: 'Change', kind: 'figure' },
];

/** The statistics of numbers in both runs. */
export function statisticsTable(caption: string, item: ComparedItem): Table {
  const { a, b } = item.numbers;
  const cell = (value: number | null, of: typeof a): Cell =>
    value !== null ? { value } : of?.mean === null ? null : { withheld: whyNoStatistic(of) };
  return {
    kind: 'table',
    caption,
    columns: [{ heading: 'Statistic', kind: 'label' }, ...changeColumns],
    rows: statistics.map((name) => {
      const [before, after] = [a?.[name] ?? null, b?.[name] ?? null];
      const change = before === null || after === null ? '–' : { change: after - before };
      return [statisticNames[name], cell(before, a), cell(after, b), change];
    }),
    notes: [
      [
        'Base: those who gave a number, A ',
        { count: a?.n ?? 0 },
        ', B ',
        { count: b?.n ?? 0 },
        ...effectiveWords(item.base),
        '.',
      ],
      ...weightedNotes('Mean and quartiles', [item]),
    ],
  };
}
