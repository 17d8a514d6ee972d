import type { Rows } from '../headers/layout.ts';
import { type TextBuilder, isText, textBuilder } from '../columns/text-builder.ts';
import type { RecordMeasure } from './plain-record.ts';
import type { Column, Keep } from '../table.ts';

/** Takes the record between two places in these bytes, which was measured last. */
export type TakeRecord = (bytes: Buffer, from: number, to: number, record: RecordMeasure) => void;

/** The columns of free text of a plain file, read from its bytes one record after the other. */
export interface RecordTexts {
  /** Nothing where there are none. */
  readonly take: TakeRecord | undefined;
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
 * `delimiter` is a byte, `width` how many headers there are; `first` are the rows before the records that are
 * to come, and the whole has so many `times` as many, more or less. Columns of answers are taken for free
 * text where these show it.
 */
export function recordTexts(
  { delimiter, width, times }: { readonly delimiter: number; readonly width: number; readonly times: number },
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
  const positions = texts.map(({ position }) => position);
  const firstText = Math.min(...positions);
  const builders = Array.from({ length: width }, (_, column) => texts[positions.indexOf(column)]?.builder);

  /**
   * How many cells a record has: as many as the headers, unless it ends with empty ones, of which there may
   * be too many.
   */
  function countCells(bytes: Buffer, from: number, end: number, record: RecordMeasure): number {
    const last = bytes[end - 1];
    if (last !== delimiter && !(last === QUOTE && bytes[end - 2] === QUOTE)) return width;
    let [cells, at] = [1, from];
    for (let nth = 0; nth <= record.quotedCells(); nth++) {
      const to = nth < record.quotedCells() ? record.quotedStart(nth) : end;
      for (; at < to; at++) if (bytes[at] === delimiter) cells++;
      at = record.quotedEnd(nth);
    }
    return cells;
  }

  /** From the end, since there free text stands more often than not. */
  const take: TakeRecord = (bytes, from, to, record) => {
    const end = to - (record.isCrLf() ? 2 : 1);
    let [at, quoted] = [end, record.quotedCells()];
    for (let column = countCells(bytes, from, end, record) - 1; column >= firstText; column--) {
      const behind = at;
      const isQuoted = quoted > 0 && record.quotedEnd(quoted - 1) === at;
      if (isQuoted) at = record.quotedStart(--quoted);
      else while (at > from && bytes[at - 1] !== delimiter) at--;
      if (isQuoted) builders[column]?.addBytes(bytes, at + 1, behind - 1);
      else builders[column]?.addBytes(bytes, at, behind);
      at--;
    }
  };

  return {
    take: texts.length === 0 ? undefined : take,
    has: (position) => texts.some((text) => text.position === position),
    columns: (rows) => new Map(texts.map(({ position, builder }) => [position, builder.column(rows)])),
    areFreeText: () => texts.every(({ how, builder }) => how === 'fingerprints' || builder.isFreeText()),
  };
}
