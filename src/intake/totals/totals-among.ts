import { answersIn, labelsIn } from '../headers/first-rows.ts';
import type { Layout, Rows } from '../headers/layout.ts';
import { hasIds, number } from './summary-cells.ts';
import { figureNames } from './summary-names.ts';

/** So many ids or times show that no respondent has a word in place of one. */
const ENOUGH = 4;

const names = new Set(
  figureNames
    .flatMap((name) => [name, name.replace(/^./u, upper), name.replace(/(?<=^|[ -])./gu, upper), upper(name)])
    .flatMap((name) => [name, `${name}:`]),
);

function upper(word: string): string {
  return word.toUpperCase();
}

/**
 * Rows of averages and totals above or among the responses, as where somebody keeps them under the headers or
 * sorts the file.
 */
export interface TotalsAmong {
  /** What their first cell may hold; none where a response may begin with it too. */
  readonly names: Rows;
  readonly isTotals: (cells: readonly string[]) => boolean;
}

/**
 * Knows them by the first rows under the headers: where each of these begins with an id or a time, a row of
 * totals begins with the name of a figure and holds nothing but numbers else.
 */
export function totalsAmong(below: Rows, { headings, isResponse }: Layout): TotalsAmong {
  const isNamed = ([first = '']: readonly string[]): boolean => names.has(first.trim());
  const others = below.filter((cells) => !isNamed(cells));
  const keys = answersIn(others, 0);
  const areTimes = headings[0]?.role !== undefined && keys.every((key) => /\d/u.test(key));
  const isTold = keys.length >= ENOUGH && keys.length === others.length && (areTimes || hasIds(keys, ENOUGH));
  return {
    names: isTold ? [...names].map((name) => [name]) : [],
    isTotals(cells) {
      if (!isTold || !isNamed(cells) || isResponse?.(cells) === true) return false;
      const figures = labelsIn(cells)
        .slice(1)
        .filter((cell) => cell !== '');
      return figures.length > 0 && figures.every((figure) => number.test(figure));
    },
  };
}
