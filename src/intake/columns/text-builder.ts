import { isBlank, isNoReply } from '../blank.ts';
import { GIVEN } from './fingerprint.ts';
import type { ColumnBuilder } from './column-builder.ts';
import { ofKind } from './part.ts';
import { printStore } from './prints.ts';
import { twiceAsLong } from '../records/line-breaks.ts';
import type { Column } from '../table.ts';

/** Takes the cells of a column of free text, and keeps their fingerprints. */
export interface TextBuilder extends ColumnBuilder {
  /**
   * Takes a cell as it stands in a file in UTF-8, between two places, with quotation marks in it written
   * twice or not.
   */
  addBytes(bytes: Buffer, from: number, to: number): void;
  /** Whether what it was given cell by cell is free text for sure, although nobody knew (see `isText`). */
  isFreeText(): boolean;
}

/**
 * A column of more different values than this, most of which occur once among the cells that are not empty,
 * is free text.
 */
const MOST_ANSWERS = 5000;

/**
 * Whether a column is free text that has so many cells that are not empty, and among them a value that is the
 * `nth` from 0 on.
 */
export function isText(nth: number, filled: number): boolean {
  return nth > MOST_ANSWERS && nth * 2 > filled;
}

const [LESS_THAN, AMPERSAND] = [0x3c, 0x26];

/** A cell of `noReply` counts as blank, as does one in which nothing can be seen. */
export function textBuilder(noReply: ReadonlySet<string> = new Set()): TextBuilder {
  const store = printStore();
  let memory = Buffer.alloc(256);
  /** Of each row one more than the position of its text, 0 where there is none. */
  let numbers = new Uint32Array(64);
  let [rows, filled, isFreeText] = [0, 0, false];

  const isNothing = (cell: string) => isBlank(cell) || isNoReply(cell, noReply);

  /** Whether a cell may be nothing, by its first byte. */
  function maySayNothing(first: number): boolean {
    if (noReply.size > 0 || first <= 0x20 || first >= 0x7f) return true;
    return first === LESS_THAN || first === AMPERSAND;
  }

  function take(number: number): void {
    if (rows === numbers.length) numbers = twiceAsLong(numbers);
    numbers[rows++] = number;
  }

  /** The number of a cell that is not empty. */
  function numberOf(cell: string): number {
    if (isNothing(cell)) return 0;
    // A character takes three bytes at most, or four and is two.
    if (cell.length * 3 > memory.length) memory = Buffer.alloc(cell.length * 6);
    return 1 + store.add(memory, 0, memory.write(cell));
  }

  return {
    add(cell) {
      if (cell === '') return take(0);
      filled++;
      take(numberOf(cell));
    },
    addBytes(bytes, from, to) {
      if (from >= to) return take(0);
      filled++;
      if (
        maySayNothing(bytes[from] ?? 0) &&
        isNothing(bytes.toString('utf8', from, to).replaceAll('""', '"'))
      )
        return take(0);
      const text = store.add(bytes, from, to);
      // Two texts of the same words may be two values: there are at least as many of these.
      isFreeText ||= isText(text, filled);
      take(1 + text);
    },
    isFreeText: () => isFreeText,
    column(length) {
      const own = numbers.slice(0, length);
      return { ...valuesOf(own), texts: { numbers: own, prints: store.prints() } };
    },
    part: () => ({ kind: 'texts', numbers: numbers.subarray(0, rows), prints: store.prints() }),
    absorb(part) {
      if (part.kind === 'values') {
        const own = part.values.map(numberOf);
        for (const code of part.codes) take(own[code] ?? 0);
      } else {
        const { prints, numbers: given } = ofKind(part, 'texts');
        const own = store.absorb(prints);
        for (const number of given) take(number === 0 ? 0 : 1 + (own[number - 1] ?? 0));
      }
      return true;
    },
  };
}

/** Whether each row holds a text, as values and codes. */
function valuesOf(numbers: Uint32Array): Column {
  const startsBlank = numbers[0] === 0;
  const codes = new Uint8Array(numbers.length);
  for (let row = 0; row < codes.length; row++) codes[row] = (numbers[row] === 0) === startsBlank ? 0 : 1;
  const values = startsBlank ? ['', GIVEN] : [GIVEN, ''];
  return { values: values.slice(0, numbers.length === 0 ? 0 : codes.includes(1) ? 2 : 1), codes };
}
