import { isBlank } from './blank.ts';
import { GIVEN } from './table.ts';
import type { Codes, Column, Keep } from './table.ts';

/** Takes a column's cells one after the other. */
export interface ColumnBuilder {
  add(cell: string): void;
  column(): Column;
}

const FIRST_CAPACITY = 64;

/** The same codes with room for `capacity`, in the narrowest array that also holds `largest`. */
function roomFor(codes: Codes, capacity: number, largest: number): Codes {
  const wide = largest > 0xffff || codes instanceof Uint32Array;
  const middling = largest > 0xff || codes instanceof Uint16Array;
  const wider = wide
    ? new Uint32Array(capacity)
    : middling
      ? new Uint16Array(capacity)
      : new Uint8Array(capacity);
  wider.set(codes);
  return wider;
}

/**
 * Encodes a column as it is read: each distinct cell is kept once. Cells come from csv-parse as strings of their own,
 * not as slices of a chunk, so keeping one keeps nothing else alive.
 */
export function columnBuilder(keep: Keep): ColumnBuilder {
  const dictionary = new Map<string, number>();
  let codes: Codes = new Uint8Array(FIRST_CAPACITY);
  let rows = 0;
  let limit = 0xff;
  const presenceOnly = keep === 'presence';
  return {
    add(cell) {
      const value = presenceOnly ? (isBlank(cell) ? '' : GIVEN) : cell;
      let code = dictionary.get(value);
      if (code === undefined) {
        code = dictionary.size;
        dictionary.set(value, code);
        if (code > limit) {
          codes = roomFor(codes, codes.length, code);
          limit = codes instanceof Uint16Array ? 0xffff : 0xffffffff;
        }
      }
      if (rows === codes.length) codes = roomFor(codes, rows * 2, 0);
      codes[rows++] = code;
    },
    column: () => ({ values: [...dictionary.keys()], codes: codes.slice(0, rows) }),
  };
}
