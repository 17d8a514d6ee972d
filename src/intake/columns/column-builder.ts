import { isNoReply } from '../blank.ts';
import { codeMap } from './code-map.ts';
import { dayOf } from './day.ts';
import { type ColumnPart, ofKind } from './part.ts';
import { isText, textBuilder } from './text-builder.ts';
import type { Codes, Column, Keep } from '../table.ts';

/** Takes a column's cells one after the other. */
export interface ColumnBuilder {
  add(cell: string): void;
  /** The column as far as its first `rows` cells. */
  column(rows: number): Column;
  /** All its cells. */
  part(): ColumnPart;
  /**
   * Takes all cells of another builder after its own. Returns whether it could: texts without their words are
   * no answers.
   */
  absorb(part: ColumnPart): boolean;
}

const FIRST_CAPACITY = 64;

/** Codes with room for `capacity`, in the narrowest array that also holds `largest`. */
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

/**
 * Encodes a column as it is read: each distinct cell is kept once. Cells come from csv-parse as strings of their own,
 * not as slices of a chunk, so keeping one keeps nothing else alive. A cell of `noReply` counts as blank.
 */
export function columnBuilder(keep: Keep, noReply: ReadonlySet<string> = new Set()): ColumnBuilder {
  if (keep === 'fingerprints') return textBuilder(noReply);
  const known = codeMap<string>();
  let values: string[] = [];
  let codes: Codes = new Uint8Array(FIRST_CAPACITY);
  let rows = 0;
  let empty = 0;
  let limit = 0xff;
  /** Takes all cells once the column turns out to be free text. */
  let texts: ColumnBuilder | undefined;

  /** The code of a cell, a new one where its value is new. */
  function codeOf(cell: string): number {
    // As long as a value stands for itself, a cell that is the same needs no second look.
    if (keep !== 'days' && values.length <= FEW)
      for (let code = 0; code < values.length; code++) if (values[code] === cell) return code;
    const value = keep === 'days' ? dayOf(cell) : cell;
    const code = known.get(value);
    if (code !== undefined) return code;
    known.add(value, values.length);
    return values.push(value) - 1;
  }

  function put(code: number): void {
    if (code > limit) {
      codes = roomFor(codes, codes.length, code);
      limit = codes instanceof Uint16Array ? 0xffff : 0xffffffff;
    }
    if (rows === codes.length) codes = roomFor(codes, rows * 2, 0);
    codes[rows++] = code;
  }

  /** Forgets what the answers were, and keeps their fingerprints. */
  function forget(): ColumnBuilder {
    const builder = textBuilder(noReply);
    for (let row = 0; row < rows; row++) builder.add(values[codes[row] ?? 0] ?? '');
    values = [];
    codes = new Uint8Array(0);
    known.clear();
    return builder;
  }

  /** Takes a cell, whose code may be known. */
  function add(cell: string, codeIfKnown?: number): void {
    if (texts !== undefined) return texts.add(cell);
    if (cell === '') empty++;
    const code = codeIfKnown ?? codeOf(cell);
    put(code);
    if (keep === 'answers' && isText(code, rows - empty)) texts = forget();
  }

  return {
    add,
    column(length) {
      if (texts !== undefined) return texts.column(length);
      const first = codes.slice(0, length);
      // Values are in order of first appearance, so that those of rows cut off at the end come last.
      let distinct = length === rows ? values.length : 0;
      if (length < rows) for (const code of first) distinct = Math.max(distinct, code + 1);
      const kept = values.slice(0, distinct);
      return { values: kept.map((value) => (isNoReply(value, noReply) ? '' : value)), codes: first };
    },
    part: () => texts?.part() ?? { kind: 'values', values, codes: codes.subarray(0, rows) },
    absorb(part) {
      if (texts !== undefined) return texts.absorb(part);
      if (part.kind === 'texts') return false;
      const { values: others, codes: given } = ofKind(part, 'values');
      const own = others.map(codeOf);
      for (const code of given) add(others[code] ?? '', own[code]);
      return true;
    },
  };
}
