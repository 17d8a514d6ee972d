import { labelsIn } from './first-rows.ts';
import type { Layout, Rows } from './layout.ts';

/** What pandas writes over a column that has no header. */
const byPandas = /^Unnamed: \d+(?:_level_\d+)?$/u;
/** The same of Excel, where a range is made a table; it counts them from 1. */
const byExcel = /^Column([1-9]\d*)$/u;

/** The same rows without what a program wrote where no header was; a row in which nothing else stands keeps it. */
export function withoutFillers(rows: Rows): Rows {
  return rows.map((cells) => {
    const fillers = fillersIn(cells);
    return fillers.size > 0 ? cells.map((cell, column) => (fillers.has(column) ? '' : cell)) : cells;
  });
}

/** In which columns such a name stands. */
function fillersIn(cells: readonly string[]): ReadonlySet<number> {
  const labels = labelsIn(cells);
  const numbers = labels.flatMap((label) => byExcel.exec(label)?.[1] ?? []).map(Number);
  const isCounted = numbers.every((number, nth) => nth === 0 || number > (numbers[nth - 1] ?? 0));
  const isOnly = labels.every((label) => label === '' || byExcel.test(label));
  const isFiller = (label: string): boolean =>
    byPandas.test(label) || (isCounted && !isOnly && byExcel.test(label));
  return new Set(labels.flatMap((label, column) => (isFiller(label) ? [column] : [])));
}

/** The same layout in which a column without a header is called as the program called it, and may be where it has got one. */
export function withFillers<T extends Layout>(layout: T, written: readonly string[]): T {
  const fillers = fillersIn(written);
  if (fillers.size === 0) return layout;
  const headings = layout.headings.map((heading, column) => {
    const name = written[column] ?? '';
    if (!fillers.has(column)) return heading;
    return heading.name === '' ? { ...heading, name } : { ...heading, aliases: [...heading.aliases, name] };
  });
  return { ...layout, headings };
}
