import type { OptionFigure } from '../../analysis/analysis.ts';
import type { Cell, Table, TableColumn } from '../document.ts';
import { intervalCell } from './option-table.ts';
import { capitalise } from '../../survey/labels/labels.ts';
import type { LabelledDistribution } from './table-notes.ts';

/** Items or groups as rows; the nets, every option and the base as columns. */
export function gridTable(caption: string, heading: string, rows: readonly LabelledDistribution[]): Table {
  const [first] = rows;
  const options = first?.options ?? [];
  const nets = (first?.nets ?? []).filter((net) => net.options.length > 1);
  const [positive] = first?.nets ?? [];
  const before = nets.filter(({ side }) => side === 'positive');
  const after = nets.filter(({ side }) => side !== 'positive');
  const isEstimated = rows.some(({ nets: [net] }) => net?.figure.interval !== undefined);
  const netColumn = ({ label }: { label: string }): TableColumn => ({
    heading: `${capitalise(label)} (net)`,
    kind: 'figure',
    strong: true,
  });
  const column = ({ label }: { label: string }): TableColumn => ({ heading: label, kind: 'figure' });
  return {
    kind: 'table',
    caption,
    columns: [
      { heading, kind: 'label' },
      ...(positive ? [{ heading: `% ${positive.label}`, kind: 'bar' } as const] : []),
      ...before.map(netColumn),
      ...(isEstimated ? [{ heading: `% ${positive?.label}, 95% interval`, kind: 'figure' } as const] : []),
      ...options.map(column),
      ...after.map(netColumn),
      { heading: 'Base', kind: 'figure' },
    ],
    rows: rows.map((row) => {
      const named = (wanted: readonly { readonly id: string }[], among: readonly OptionFigure[]): Cell[] => {
        const figures = new Map(among.map(({ id, figure }) => [id, figure]));
        return wanted.map(({ id }) => {
          const figure = figures.get(id);
          return figure ? { figure } : null;
        });
      };
      const bar = row.nets.find(({ side }) => side === positive?.side);
      return [
        row.label,
        ...(positive ? [bar ? { bar: bar.figure } : null] : []),
        ...named(before, row.nets),
        ...(isEstimated ? [bar ? intervalCell(bar.figure) : null] : []),
        ...named(options, row.options),
        ...named(after, row.nets),
        { count: row.base.count },
      ];
    }),
    notes: [],
  };
}
