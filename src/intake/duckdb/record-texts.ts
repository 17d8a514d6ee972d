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
 * `delimiter` is a byte, `width` how many columns the file has; `first` are the rows before the records that are to come, and the
 * whole has so many `times` as many, more or less. Columns of answers are taken for free text where these show it.
 */
export function recordTexts(
  { delimiter, width, times }: { readonly delimiter: number; readonly width: number; readonly times: number },
  kept: ReadonlyMap<number, Keep>,
  first: Rows,
  noReply: ReadonlySet<string>,
): RecordTexts {
  const texts = [...kept]
    .flatMap(([position, how]): TextColumn[] => {
      const cells = first.map((row) => row[position] ?? '');
      if (how !== 'fingerprints' && (how !== 'answers' || !isLikelyText(cells, times))) return [];
      const builder = textBuilder(noReply);
      for (const cell of cells) builder.add(cell);
      return [{ position, how, builder }];
    })
    .toSorted((a, b) => a.position - b.position);
  const fromLast = texts.toReversed();
  const isNearerToEnd = width - 1 - (texts[0]?.position ?? 0) < (fromLast[0]?.position ?? 0);

  function takeCounted(bytes: Buffer, record: RecordMeasure): void {
    for (const { position, builder } of texts) {
      const begin = record.cellStart(position);
      const end = record.cellStart(position + 1) - 1;
      if (bytes[begin] === QUOTE) builder.addBytes(bytes, begin + 1, end - 1);
      else builder.addBytes(bytes, begin, end);
    }
  }

  /** The record has no quotation marks, and ends before a place with its last cell. */
  function takeForwards(bytes: Buffer, from: number, end: number): void {
    let [at, passed] = [from, 0];
    for (const { position, builder } of texts) {
      for (; passed < position && at < end; at++) if (bytes[at] === delimiter) passed++;
      const begin = at;
      while (at < end && bytes[at] !== delimiter) at++;
      builder.addBytes(bytes, begin, at);
    }
  }

  function takeBackwards(bytes: Buffer, from: number, end: number): void {
    let [at, left] = [end, width - 1];
    for (const { position, builder } of fromLast) {
      while (left > position && at > from) if (bytes[--at] === delimiter) left--;
      const behind = at;
      while (at > from && bytes[at - 1] !== delimiter) at--;
      builder.addBytes(bytes, at, behind);
    }
  }

  return {
    take(bytes, from, to, record) {
      if (texts.length === 0) return;
      const end = to - (record.isCrLf() ? 2 : 1);
      if (record.cells() > 0) takeCounted(bytes, record);
      else if (isNearerToEnd) takeBackwards(bytes, from, end);
      else takeForwards(bytes, from, end);
    },
    has: (position) => texts.some((text) => text.position === position),
    columns: (rows) => new Map(texts.map(({ position, builder }) => [position, builder.column(rows)])),
    areFreeText: () => texts.every(({ how, builder }) => how === 'fingerprints' || builder.isFreeText()),
  };
}
