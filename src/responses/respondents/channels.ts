import { isBlank, tidy } from '../../intake/blank.ts';
import { fold } from '../../survey/labels/labels.ts';
import { type PlacedExport, filledFrom } from './exports.ts';

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
  const numberOf = (value: string): number | undefined => {
    if (isBlank(value)) return undefined;
    const number = numbers.get(fold(value)) ?? numbers.size;
    numbers.set(fold(value), number);
    // Of several spellings the one that sorts first, whatever the order of the files.
    const [label, known = label] = [tidy(value), labels[number]];
    labels[number] = label < known ? label : known;
    return number;
  };
  const cells = new Int32Array(size).fill(-1);
  for (const one of exports) {
    const { table, channel, offset } = one;
    if (channel === undefined) filledFrom(cells, [one], 'channel', numberOf);
    else cells.fill(numberOf(channel) ?? -1, offset, offset + table.rows);
  }
  return { cells, labels };
}
