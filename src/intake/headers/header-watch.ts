import { isBlank, tidy } from '../blank.ts';
import { groupBy } from '../group-by.ts';
import type { Rows } from './layout.ts';
import { cellsOf } from '../records/quotes.ts';

/** Whether a record, which stands in these bytes from one place to another, begins as a row does that is no response. */
export type MayBeHeaders = (bytes: Buffer, from: number, to: number) => boolean;

interface FirstCell {
  readonly column: number;
  readonly text: string;
}

function firstCellsOf(others: Rows): readonly FirstCell[] {
  return others.map((row) => {
    const column = Math.max(
      0,
      row.findIndex((cell) => !isBlank(cell)),
    );
    return { column, text: tidy(row[column] ?? '') };
  });
}

/** Knows the cells of a record that begin as one of these rows does, of headers or totals. */
export function beginsAsOne(others: Rows): (cells: readonly string[]) => boolean {
  const columns = [...groupBy(firstCellsOf(others), ({ column }) => column)].map(([column, wanted]) => ({
    column,
    texts: new Set(wanted.map(({ text }) => text)),
  }));
  return (cells) => columns.some(({ column, texts }) => texts.has(tidy(cells[column] ?? '')));
}

/**
 * Knows records that begin as one of these rows does, of headers or totals, in its first cell that is not blank, however that is written.
 * Nearly every record is told by its first few bytes.
 */
export function headerWatch(others: Rows, delimiter: string): MayBeHeaders {
  const wanted = firstCellsOf(others);
  const isAlike = beginsAsOne(others);
  const most = Math.max(...wanted.map(({ column }) => column));
  const words = wanted.map(({ text }) => Buffer.from(/^[\w().:#-]*/u.exec(text)?.[0] ?? ''));
  /** 1 for what may stand before the first word of a header, 2 for what such a word begins with. */
  const kinds = Uint8Array.from({ length: 256 }, (_, byte) => {
    const isOutside = byte <= 0x20 || byte >= 0x7f || '"<&'.includes(String.fromCharCode(byte));
    return isOutside || (most > 0 && byte === delimiter.charCodeAt(0)) ? 1 : 0;
  });
  for (const word of words) kinds[word[0] ?? 0] ||= 2;
  // A header that begins with anything else is looked for in every record.
  if (words.some((word) => word.length === 0)) kinds.fill(1);

  const wordsFrom = groupBy(words, ([first]) => first);

  /** Whether a word stands there, or as much of it as there is before what may be formatting. */
  function mayBeginWith(bytes: Buffer, from: number, word: Buffer): boolean {
    const other = word.findIndex((byte, nth) => bytes[from + nth] !== byte);
    return other === -1 || kinds[bytes[from + other] ?? 0] === 1;
  }

  function beginsWithWord(bytes: Buffer, from: number): boolean {
    return (wordsFrom.get(bytes[from]) ?? []).some((word) => mayBeginWith(bytes, from, word));
  }

  return (bytes, from, to) => {
    const kind = kinds[bytes[from] ?? 0];
    if (kind === 0) return false;
    if (kind === 2 && !beginsWithWord(bytes, from)) return false;
    return isAlike(cellsOf(bytes.toString('utf8', from, to).replace(/\r?\n$/u, ''), delimiter, most + 1));
  };
}
