import { tidy } from '../blank.ts';
import type { Layout, Rows } from './layout.ts';

/** What pandas writes over a column that has no header. */
const byPandas = /^Unnamed: \d+(?:_level_\d+)?$/u;
/** The same of Excel, where a range is made a table; it counts them from 1. */
const byExcel = /^Column([1-9]\d*)$/u;

/** The same rows without what a program wrote where no header was; a row in which nothing else stands keeps it. */
export function withoutFillers(rows: Rows): Rows {
  return rows.map((cells) => {
    const isFiller = fillersIn(cells);
    return cells.some(isFiller) ? cells.map((cell) => (isFiller(cell) ? '' : cell)) : cells;
  });
}

function fillersIn(cells: readonly string[]): (cell: string) => boolean {
  const numbers = cells.flatMap((cell) => byExcel.exec(tidy(cell))?.[1] ?? []).map(Number);
  const isCounted = numbers.every((number, nth) => nth === 0 || number > (numbers[nth - 1] ?? 0));
  const isOnly = cells.every((cell) => tidy(cell) === '' || byExcel.test(tidy(cell)));
  return (cell) => byPandas.test(tidy(cell)) || (isCounted && !isOnly && byExcel.test(tidy(cell)));
}

/** The same layout in which a column without a header is called as the program called it, and may be where it has got one. */
export function withFillers<T extends Layout>(layout: T, written: readonly string[]): T {
  const isFiller = fillersIn(written);
  if (!written.some(isFiller)) return layout;
  const headings = layout.headings.map((heading, column) => {
    const name = written[column] ?? '';
    if (!isFiller(name)) return heading;
    return heading.name === '' ? { ...heading, name } : { ...heading, aliases: [...heading.aliases, name] };
  });
  return { ...layout, headings };
}
