/** A cell with fewer line breaks than this has no whole line in it that could be compared with others. */
export const FEWEST_BREAKS = 2;

/** So many delimiters at least in such lines: of fewer an answer may have as many. */
const ENOUGH = 4;

/**
 * Whether a cell of a record holds what looks like further records: all whole lines in it would have as many cells as the
 * record, and no space stands behind a delimiter as it does in a sentence. A quotation mark that is missing or one too many
 * runs rows together without anything else being wrong.
 */
export function holdsRows(cells: readonly string[], delimiter: string): boolean {
  const wanted = cells.length - 1;
  const isRow = (line: string): boolean =>
    line.split(delimiter).length - 1 === wanted && !line.includes(`${delimiter} `);
  return cells.some((cell) => {
    const lines = cell.split(/\r\n|\r|\n/u).slice(1, -1);
    return lines.length * wanted >= ENOUGH && lines.every(isRow);
  });
}

/** The same of the text of a record in which every quotation mark is where it should be. */
export function recordHoldsRows(record: string, delimiter: string, width: number): boolean {
  const quoted = record.match(/"(?:[^"]|"")*"/gu) ?? [];
  const others = Array.from({ length: width - 1 }, () => '');
  return quoted.some((cell) => holdsRows([cell.slice(1, -1).replaceAll('""', '"'), ...others], delimiter));
}
