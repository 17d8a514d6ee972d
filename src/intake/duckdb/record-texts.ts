import type { Rows } from '../headers/layout.ts';
import { type TextBuilder, textBuilder } from '../columns/text-builder.ts';
import type { Column, Keep } from '../table.ts';

/** Takes the record between two places in these bytes. */
export type TakeRecord = (bytes: Buffer, from: number, to: number) => void;

/** The columns of free text of a plain file, read from its bytes one record after the other. */
export interface RecordTexts {
  readonly take: TakeRecord;
  /** Each of them by its position, as far as the first `rows`. */
  columns(rows: number): ReadonlyMap<number, Column>;
}

const QUOTE = 0x22;
const [LF, CR] = [0x0a, 0x0d];

/** `delimiter` is a byte; `first` are the rows before the records that are to come. */
export function recordTexts(
  delimiter: number,
  kept: ReadonlyMap<number, Keep>,
  first: Rows,
  noReply: ReadonlySet<string>,
): RecordTexts {
  const builders: (TextBuilder | undefined)[] = [];
  for (const [position, how] of kept) if (how === 'fingerprints') builders[position] = textBuilder(noReply);
  for (const row of first)
    for (const [position, builder] of builders.entries()) builder?.add(row[position] ?? '');
  function endOfBare(bytes: Buffer, begin: number, to: number): number {
    let at = begin;
    for (; at < to; at++) {
      const byte = bytes[at];
      if (byte === delimiter || byte === LF || byte === CR) return at;
    }
    return at;
  }

  return {
    take(bytes, from, to) {
      let at = from;
      for (let position = 0; position < builders.length; position++) {
        const isQuoted = at < to && bytes[at] === QUOTE;
        const begin = isQuoted ? at + 1 : at;
        const end = isQuoted ? endOfQuoted(bytes, begin) : endOfBare(bytes, begin, to);
        builders[position]?.addBytes(bytes, begin, end);
        at = end + (isQuoted ? 2 : 1);
      }
    },
    columns: (rows) =>
      new Map(
        builders.flatMap((builder, position) =>
          builder === undefined ? [] : [[position, builder.column(rows)] as const],
        ),
      ),
  };
}

/** Where the quotation mark is that ends a cell; two of them are one that stands in it. */
function endOfQuoted(bytes: Buffer, begin: number): number {
  let at = bytes.indexOf(QUOTE, begin);
  while (bytes[at + 1] === QUOTE) at = bytes.indexOf(QUOTE, at + 2);
  return at;
}
