import type { Rows } from '../headers/layout.ts';
import { type TextBuilder, isText, textBuilder } from '../columns/text-builder.ts';
import type { RecordMeasure } from './plain-record.ts';
import type { Column, Keep } from '../table.ts';

/** Takes the record between two places in these bytes, which was measured last. */
export type TakeRecord = (bytes: Buffer, from: number, to: number, record: RecordMeasure) => void;

/** The columns of free text of a plain file, read from its bytes one record after the other. */
export interface RecordTexts {
  readonly take: TakeRecord;
  /** Whether the column at a position is one of them. */
  has(position: number): boolean;
  /** Each of them by its position, as far as the first `rows`. */
  columns(rows: number): ReadonlyMap<number, Column>;
  /** Whether those that were taken for free text are. */
  areFreeText(): boolean;
}

interface TextColumn {
  readonly position: number;
  readonly how: Keep;
  readonly builder: TextBuilder;
}

const QUOTE = 0x22;

/** Fewer cells than this do not show what a column holds. */
const ENOUGH_CELLS = 200;

/** Whether a column of answers is free text, by the first cells of a file of so many `times` as many. */
function isLikelyText(first: readonly string[], times: number): boolean {
  const cells = first.filter((cell) => cell !== '');
  // Half of what is to be expected is to be enough.
  return (
    cells.length >= ENOUGH_CELLS && isText((new Set(cells).size * times) / 2, (cells.length * times) / 2)
  );
}

/**
 * `delimiter` is a byte; `first` are the rows before the records that are to come, and the whole has so many `times` as many, more or less. Columns of answers are taken for free text where these show it.
 */
export function recordTexts(
  { delimiter, times }: { readonly delimiter: number; readonly times: number },
  kept: ReadonlyMap<number, Keep>,
  first: Rows,
  noReply: ReadonlySet<string>,
): RecordTexts {
  const texts = [...kept].flatMap(([position, how]): TextColumn[] => {
    const cells = first.map((row) => row[position] ?? '');
    if (how !== 'fingerprints' && (how !== 'answers' || !isLikelyText(cells, times))) return [];
    const builder = textBuilder(noReply);
    for (const cell of cells) builder.add(cell);
    return [{ position, how, builder }];
  });
  /** The builders by their columns, up to the last of them. */
  const builders = Array.from(
    { length: Math.max(0, ...texts.map(({ position }) => position + 1)) },
    (_, column) => texts.find(({ position }) => position === column)?.builder,
  );

  return {
    // From the beginning on, since there may be empty cells too many at the end.
    take(bytes, from, to, record) {
      const end = to - (record.isCrLf() ? 2 : 1);
      let [at, quoted] = [from, 0];
      for (const builder of builders) {
        const begin = at;
        const isQuoted = at < end && bytes[at] === QUOTE;
        if (isQuoted) at = record.quotedEnd(quoted++);
        else while (at < end && bytes[at] !== delimiter) at++;
        if (isQuoted) builder?.addBytes(bytes, begin + 1, at - 1);
        else builder?.addBytes(bytes, begin, at);
        at++;
      }
    },
    has: (position) => texts.some((text) => text.position === position),
    columns: (rows) => new Map(texts.map(({ position, builder }) => [position, builder.column(rows)])),
    areFreeText: () => texts.every(({ how, builder }) => how === 'fingerprints' || builder.isFreeText()),
  };
}
