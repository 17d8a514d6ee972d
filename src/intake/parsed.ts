import { countLineBreaks } from './line-breaks.ts';

/**
 * How the reading went. `stray-quote`: strict reading met a quotation mark that it cannot place, and gave up there.
 * `unclosed-quote`: the input ended inside a quoted cell; `column` is that cell's, counted from 0.
 */
export type Parsed =
  | { readonly kind: 'read' }
  | { readonly kind: 'stray-quote' }
  | { readonly kind: 'unclosed-quote'; readonly column: number };

/**
 * Takes a record's cells, how many line breaks stand in them and, from a forgiving reader only, its text as it stands in
 * the file.
 */
export type OnRecord = (cells: readonly string[], breaks: number, text: string | undefined) => void;

export function breaksIn(cells: readonly string[]): number {
  let breaks = 0;
  for (const cell of cells) breaks += countLineBreaks(cell);
  return breaks;
}

/** What an error of csv-parse says about quotation marks; one about anything else is thrown. */
export function quoteProblem(error: unknown): Exclude<Parsed, { readonly kind: 'read' }> {
  const { code, column } = error as { readonly code?: unknown; readonly column?: unknown };
  if (code === 'INVALID_OPENING_QUOTE' || code === 'CSV_INVALID_CLOSING_QUOTE')
    return { kind: 'stray-quote' };
  if (code === 'CSV_QUOTE_NOT_CLOSED') return { kind: 'unclosed-quote', column: Number(column) };
  throw error;
}
