import type { ColumnBuilder } from './column-builder.ts';
import { ofKind } from './part.ts';
import { twiceAsLong } from '../records/line-breaks.ts';
import { MOST_IN_DICTIONARY, ONLY_ONCE, codesFor } from '../table.ts';
import { mix } from './words.ts';

/**
 * An id of which no other spelling is the same one, to JavaScript and to DuckDB. No word for no reply has a
 * digit in it.
 */
export const plainId = /^[A-Za-z_.-]*[0-9][0-9A-Za-z_.-]*$/u;

/**
 * Encodes a column of many ids: those that stand in one row each become `ONLY_ONCE`, unless one may be a
 * spelling of another. Nearly all ids differ, and strings and a map of them would take four times the memory:
 * their bytes stand one id after the other, and are found by a hash table with open addressing (Knuth, volume
 * 3, 6.4). As long as each is greater than the one before, as where a platform counts them up, all differ and
 * there is no table.
 */
export function idBuilder(): ColumnBuilder {
  let bytes = Buffer.alloc(1 << 12);
  /** Where each id starts, and after the last one where the next will; of each place in the table the id, from 1 on. */
  let starts = new Uint32Array(64);
  let table: Uint32Array | undefined;
  let codes = new Uint32Array(64);
  let [count, rows] = [0, 0];
  let greatest = '';
  let arePlain = true;

  /** The place of an id in the table, or the one that is free for it. */
  function placeOf(places: Uint32Array, from: number, to: number): number {
    // By FNV-1a (Fowler, Noll and Vo).
    let hash = 0x811c9dc5;
    for (let at = from; at < to; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
    const last = places.length - 1;
    for (let place = mix(hash) & last; ; place = (place + 1) & last) {
      const id = places[place] ?? 0;
      if (id === 0 || isAt(id - 1, from, to)) return place;
    }
  }

  function isAt(id: number, from: number, to: number): boolean {
    const start = starts[id] ?? 0;
    if ((starts[id + 1] ?? 0) - start !== to - from) return false;
    for (let nth = 0; nth < to - from; nth++) if (bytes[start + nth] !== bytes[from + nth]) return false;
    return true;
  }

  function tableOfAll(): Uint32Array {
    const places = new Uint32Array(starts.length * 2);
    for (let id = 0; id < count; id++) places[placeOf(places, starts[id] ?? 0, starts[id + 1] ?? 0)] = id + 1;
    return places;
  }

  /** Writes an id behind the others and says where it ends: ASCII itself, since asking Node to takes longer. */
  function write(cell: string, from: number): number {
    for (let at = 0; at < cell.length; at++) {
      const code = cell.charCodeAt(at);
      if (code > 0x7f) return from + bytes.write(cell, from);
      bytes[from + at] = code;
    }
    return from + cell.length;
  }

  /** The number of an id, whose bytes stay where they are written if it is new. */
  function numberOf(cell: string): number {
    const from = starts[count] ?? 0;
    if (bytes.length - from < cell.length * 3)
      bytes = Buffer.concat([bytes], bytes.length * 2 + cell.length * 3);
    const to = write(cell, from);
    if (table === undefined && (count === 0 || cell > greatest)) {
      greatest = cell;
    } else {
      table ??= tableOfAll();
      const place = placeOf(table, from, to);
      const known = table[place] ?? 0;
      if (known > 0) return known - 1;
      table[place] = count + 1;
    }
    arePlain &&= cell === '' || plainId.test(cell);
    starts[++count] = to;
    if (count + 1 === starts.length) {
      starts = twiceAsLong(starts);
      if (table !== undefined) table = tableOfAll();
    }
    return count - 1;
  }

  function put(id: number): void {
    if (rows === codes.length) codes = twiceAsLong(codes);
    codes[rows++] = id;
  }

  return {
    add: (cell) => put(numberOf(cell)),
    part: () => ({
      kind: 'ids',
      bytes: bytes.subarray(0, starts[count]),
      starts: starts.subarray(0, count + 1),
      codes: codes.subarray(0, rows),
    }),
    absorb(part) {
      const { bytes: others, starts: places, codes: given } = ofKind(part, 'ids');
      const text = Buffer.from(others.buffer, others.byteOffset, others.length);
      const own = new Uint32Array(places.length - 1);
      for (let id = 0; id < own.length; id++)
        own[id] = numberOf(text.toString('utf8', places[id], places[id + 1]));
      for (const id of given) put(own[id] ?? 0);
      return true;
    },
    column(length) {
      const given = new Uint32Array(count);
      for (const id of codes.subarray(0, length)) given[id] = (given[id] ?? 0) + 1;
      const name = (id: number) => bytes.toString('utf8', starts[id], starts[id + 1]);
      const repeated: number[] = [];
      let distinct = 0;
      for (let id = 0; id < count; id++) {
        if (given[id] !== 0) distinct++;
        if ((given[id] ?? 0) > 1 || (given[id] === 1 && starts[id] === starts[id + 1])) repeated.push(id);
      }
      if (!arePlain || distinct <= MOST_IN_DICTIONARY || repeated.length > MOST_IN_DICTIONARY) {
        // Ids are in the order in which they came, so that those of rows cut off at the end come last.
        const values = Array.from({ length: distinct }, (_, id) => name(id));
        return { values, codes: codes.slice(0, length) };
      }
      const values = repeated.map(name).toSorted();
      const codeOf = new Map(values.map((value, code) => [value, code + 1]));
      const meant = new Uint32Array(count);
      for (const id of repeated) meant[id] = codeOf.get(name(id)) ?? 0;
      const narrow = codesFor(values.length + 1, length);
      for (let row = 0; row < length; row++) narrow[row] = meant[codes[row] ?? 0] ?? 0;
      return { values: [ONLY_ONCE, ...values], codes: narrow };
    },
  };
}
