import { isBlank } from '../columns/blank.ts';
import type { RecognisedLayout } from './recognise.ts';
import type { RowFault } from '../table.ts';

/**
 * What is to be said of rows that were taken for headers though no platform writes them, as where they name the columns again,
 * and of a first response that may be one, where nothing shows which it is. `lead` are the first rows, headers and all.
 */
export function secondHeaders(
  { mayHaveSecondHeader, namesAgain = 0, furtherHeaders = 0, headerRows }: RecognisedLayout,
  lead: readonly { readonly cells: readonly string[]; readonly line: number }[],
): RowFault[] {
  const further = furtherHeaders + namesAgain;
  const fault = (code: RowFault['code'], row: number, rows: typeof lead): RowFault[] =>
    rows.map(({ cells, line }) => ({ code, row, line, cells: cells.length, text: shownText(cells) }));
  const response = mayHaveSecondHeader === true ? lead.slice(headerRows, headerRows + 1) : [];
  return [
    ...fault('second-headers', 0, lead.slice(headerRows - further, headerRows)),
    ...fault('maybe-headers', 1, response),
  ];
}

/** What stands in a row. */
export function shownText(cells: readonly string[]): string {
  return cells.filter((cell) => !isBlank(cell)).join(', ');
}
