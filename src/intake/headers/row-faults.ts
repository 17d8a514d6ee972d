import { isBlank } from '../blank.ts';
import type { HeaderGround } from './layout.ts';
import type { RecognisedLayout } from './recognise.ts';
import type { RowFault } from '../table.ts';

/**
 * What is to be said of rows that were taken for headers though no platform writes them, as where they name the columns again,
 * and of a first response that may be one, where nothing shows which it is. `lead` are the first rows, headers and all.
 */
export function secondHeaders(
  { further = [], doubt, headerRows }: RecognisedLayout,
  lead: readonly { readonly cells: readonly string[]; readonly line: number }[],
): RowFault[] {
  const fault = (code: RowFault['code'], row: number, at: number, ground: HeaderGround): RowFault[] =>
    lead
      .slice(at, at + 1)
      .map(({ cells, line }) => ({ code, row, line, cells: cells.length, text: shownText(cells), ground }));
  const start = headerRows - further.length;
  return [
    ...further.flatMap((ground, nth) => fault('second-headers', 0, start + nth, ground)),
    ...(doubt === undefined ? [] : fault('maybe-headers', 1, headerRows, doubt)),
  ];
}

/** What stands in a row. */
export function shownText(cells: readonly string[]): string {
  return cells.filter((cell) => !isBlank(cell)).join(', ');
}
