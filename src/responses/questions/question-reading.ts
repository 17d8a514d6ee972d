import type { Finding } from './interpret.ts';
import { type ItemAnswers, INVALID } from '../responses.ts';

/** What was found in one column of the question: by distinct raw value, for every export in order. */
interface ColumnFindings {
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  /** The position of the column in each export. */
  readonly positions: readonly number[];
  /** Which item the column belongs to. */
  readonly item: number;
}

/** An option that has more than one column, where the first export has them. */
export interface OptionTwice {
  readonly label: string;
  readonly positions: readonly number[];
}

/** An answer that `merge` names and nobody gave, and the one that was perhaps meant. */
export interface UnseenPart {
  readonly value: string;
  readonly suggestion?: string;
}

/** A question as read: its answers, and what there is to say of each of its columns. */
export interface QuestionReading {
  readonly answers: readonly ItemAnswers[];
  readonly columns: readonly ColumnFindings[];
  /** The middle options of a scale that nobody chose. */
  readonly middle?: readonly string[];
  /** Options of a split question that are listed twice. */
  readonly twice?: readonly OptionTwice[];
  readonly unseenParts?: readonly UnseenPart[];
}

/** What every question holds, by its id. */
export type Readings = ReadonlyMap<string, QuestionReading>;

/** What the records answer to each item of each question. */
export function allCells(readings: Readings) {
  return [...readings.values()].flatMap(({ answers }) => answers.map((one) => one.answers.cells));
}

/**
 * Which of so many records answer no question at all, as where they hold only an id that was filled in before
 * they were sent: 1 for each.
 */
export function unansweredIn(readings: Readings, size: number): Uint8Array {
  let left = Uint32Array.from({ length: size }, (_, record) => record);
  for (const cells of allCells(readings))
    left = left.filter((record) => {
      const cell = cells[record] ?? INVALID;
      return cell < 0 && cell !== INVALID;
    });
  const flags = new Uint8Array(size);
  for (const record of left) flags[record] = 1;
  return flags;
}
