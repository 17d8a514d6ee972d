import { isBlank, isEmptyField, tidy } from '../blank.ts';
import { codeMap } from './code-map.ts';
import { dayOf } from './day.ts';
import { type Fingerprinter, fingerprinter } from './fingerprint.ts';
import { keyTable } from './key-table.ts';
import type { Codes, Column, Keep } from '../table.ts';

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

/** Up to so many values are compared with a cell one by one, which is quicker than looking it up. */
const FEW = 8;

/** A column of more different values than this, most of which occur once among the cells that are not empty, is free text. */
const MOST_ANSWERS = 5000;

/**
 * Encodes a column as it is read: each distinct cell is kept once. Cells come from csv-parse as strings of their own,
 * not as slices of a chunk, so keeping one keeps nothing else alive. A cell of `noReply` counts as blank.
 */
export function columnBuilder(keep: Keep, noReply: ReadonlySet<string> = new Set()): ColumnBuilder {
  /** The code of each value, and of free text, which is not kept, by a number that is made of it. */
  const known = codeMap<string>();
  const texts = keyTable();
  let values: string[] = [];
  let codes: Codes = new Uint8Array(FIRST_CAPACITY);
  let rows = 0;
  let empty = 0;
  let limit = 0xff;
  /** Reads free text; there is one only where the column is that. */
  let reader = keep === 'fingerprints' ? fingerprinter() : undefined;

  const isNoReply = (cell: string): boolean =>
    (noReply.size > 0 && noReply.has(tidy(cell))) || isEmptyField(cell);

  /** The code of a cell, a new one where its value is new. */
  function codeOf(cell: string): number {
    // Most cells of free text are empty.
    const blank = cell === '' ? known.get('') : undefined;
    if (blank !== undefined) {
      empty++;
      return blank;
    }
    // As long as a value stands for itself, a cell that is the same needs no second look.
    if (reader === undefined && keep !== 'days' && values.length <= FEW)
      for (let code = 0; code < values.length; code++) if (values[code] === cell) return code;
    const isNothing = reader !== undefined && (isBlank(cell) || isNoReply(cell));
    const value = keep === 'days' ? dayOf(cell) : isNothing ? '' : cell;
    if (value === '') empty++;
    return value === '' || reader === undefined ? codeOfValue(value) : codeOfText(value, reader);
  }

  function codeOfValue(value: string): number {
    const code = known.get(value);
    if (code !== undefined) return code;
    known.add(value, values.length);
    return values.push(value) - 1;
  }

  function codeOfText(text: string, { key, print }: Fingerprinter): number {
    const number = key(text);
    const code = texts.get(number);
    if (code !== undefined) return code;
    texts.add(number, values.length);
    return values.push(print()) - 1;
  }

  /** Forgets what the answers were, and keeps their fingerprints. */
  function forget(): void {
    const answers = values;
    const empties = empty;
    values = [];
    known.clear();
    reader = fingerprinter();
    const given = answers.map(codeOf);
    for (let row = 0; row < rows; row++) codes[row] = given[codes[row] ?? 0] ?? 0;
    empty = empties;
  }

  return {
    add(cell) {
      const code = codeOf(cell);
      if (code > limit) {
        codes = roomFor(codes, codes.length, code);
        limit = codes instanceof Uint16Array ? 0xffff : 0xffffffff;
      }
      if (rows === codes.length) codes = roomFor(codes, rows * 2, 0);
      codes[rows++] = code;
      if (keep === 'answers' && reader === undefined && code > MOST_ANSWERS && code * 2 > rows - empty)
        forget();
    },
    column(length) {
      const first = codes.slice(0, length);
      // Values are in order of first appearance, so that those of rows cut off at the end come last.
      let distinct = length === rows ? values.length : 0;
      if (length < rows) for (const code of first) distinct = Math.max(distinct, code + 1);
      const kept = values.slice(0, distinct);
      return { values: kept.map((value) => (isNoReply(value) ? '' : value)), codes: first };
    },
  };
}
