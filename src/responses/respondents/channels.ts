import { isBlank, tidy } from '../../intake/blank.ts';
import { fold } from '../../survey/labels/labels.ts';
import type { PlacedExport } from './records.ts';

/** How each record came: an index into `labels`, −1 where nothing says it. */
export interface Channels {
  readonly cells: Int32Array;
  readonly labels: readonly string[];
}

/**
 * The channel of every record: what the user said of its file, else what its channel column holds. Null where neither
 * says anything of any file.
 */
export function readChannels(exports: readonly PlacedExport[], size: number): Channels | null {
  if (
    exports.every(({ channel, claims }) => channel === undefined && claims.respondent.channel === undefined)
  )
    return null;
  const numbers = new Map<string, number>();
  const labels: string[] = [];
  const numberOf = (value: string): number => {
    if (isBlank(value)) return -1;
    const number = numbers.get(fold(value)) ?? numbers.size;
    numbers.set(fold(value), number);
    // Of several spellings the one that sorts first, whatever the order of the files.
    const [label, known = label] = [tidy(value), labels[number]];
    labels[number] = label < known ? label : known;
    return number;
  };
  const cells = new Int32Array(size).fill(-1);
  for (const { table, claims, channel, offset } of exports) {
    const column = table.columns.get(claims.respondent.channel ?? -1);
    if (channel !== undefined) cells.fill(numberOf(channel), offset, offset + table.rows);
    else if (column !== undefined) {
      const known = column.values.map(numberOf);
      for (let row = 0; row < table.rows; row++) cells[offset + row] = known[column.codes[row] ?? 0] ?? -1;
    }
  }
  return { cells, labels };
}
