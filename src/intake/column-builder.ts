import { isBlank } from './blank.ts';
import { dayOf } from './day.ts';
import { fingerprint } from './fingerprint.ts';
import type { Codes, Column, Keep } from './table.ts';

/** Takes a column's cells one after the other. */
export interface ColumnBuilder {
  add(cell: string): void;
  /** The column as far as its first `rows` cells. */
  column(rows: number): Column;
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

/** A column of more different values than this, most of which occur once among the cells that are not empty, is free text. */
const MOST_ANSWERS = 5000;

/**
 * Encodes a column as it is read: each distinct cell is kept once. Cells come from csv-parse as strings of their own,
 * not as slices of a chunk, so keeping one keeps nothing else alive. A cell of `noReply` counts as blank.
 */
export function columnBuilder(keep: Keep, noReply: ReadonlySet<string> = new Set()): ColumnBuilder {
  const dictionary = new Map<string, number>();
  let codes: Codes = new Uint8Array(FIRST_CAPACITY);
  let rows = 0;
  let empty = 0;
  let limit = 0xff;

  const whole = (cell: string): string => cell;
  const printed = (cell: string): string => (isBlank(cell) || noReply.has(cell) ? '' : fingerprint(cell));
  const keptBy = { values: whole, answers: whole, days: dayOf, fingerprints: printed } satisfies Record<
    Keep,
    typeof whole
  >;
  let kept = keptBy[keep];

  /** Forgets what the answers were, and keeps their fingerprints. */
  function forget(): void {
    const values = [...dictionary.keys()];
    dictionary.clear();
    const given = values.map((value) => {
      const print = printed(value);
      const code = dictionary.get(print) ?? dictionary.size;
      dictionary.set(print, code);
      return code;
    });
    for (let row = 0; row < rows; row++) codes[row] = given[codes[row] ?? 0] ?? 0;
    kept = printed;
  }

  return {
    add(cell) {
      const value = kept(cell);
      if (value === '') empty++;
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
      if (keep === 'answers' && kept === whole && code > MOST_ANSWERS && code * 2 > rows - empty) forget();
    },
    column(length) {
      const first = codes.slice(0, length);
      // Values are in order of first appearance, so that those of rows cut off at the end come last.
      let distinct = length === rows ? dictionary.size : 0;
      if (length < rows) for (const code of first) distinct = Math.max(distinct, code + 1);
      const values = [...dictionary.keys()].slice(0, distinct);
      return { values: values.map((value) => (noReply.has(value) ? '' : value)), codes: first };
    },
  };
}
