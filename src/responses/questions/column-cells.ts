import { addUp } from '../../intake/group-by.ts';
import type { Column } from '../../intake/table.ts';
import type { Question } from '../../survey/survey.ts';
import type { Tally } from './labels-seen.ts';
import type { Records } from '../respondents/records.ts';
import type { PlacedExport } from '../respondents/exports.ts';
import { type Cells, INVALID, newCells } from '../responses.ts';

/** The exports, and what their respondent columns say of every record. */
export interface Source {
  readonly records: Records;
  readonly exports: readonly PlacedExport[];
  /** 1 for every record that is left out or was not asked: what it holds says nothing of what could be answered. */
  readonly removed: Uint8Array;
}

/** Where each column of a question stands in each export. */
export function positionsOf({ id }: Question, exports: Source['exports']): readonly (readonly number[])[] {
  const width = exports[0]?.claims.questions.get(id)?.length ?? 0;
  return Array.from({ length: width }, (_, nth) =>
    exports.map(({ claims }) => claims.questions.get(id)?.[nth] ?? -1),
  );
}

/**
 * How often each distinct value of a column occurs, over all exports, in responses; removed records, and rows that do
 * not fit the header, aside.
 */
export function tallyOf(positions: readonly number[], { records, exports, removed }: Source): Tally {
  const tally = new Map<string, number>();
  for (const [index, { table, offset }] of exports.entries()) {
    const column = table.columns.get(positions[index] ?? -1);
    if (column === undefined) continue;
    for (const [code, count] of countCodes(column, offset, records, removed).entries()) {
      const value = column.values[code] ?? '';
      if (count > 0) tally.set(value, (tally.get(value) ?? 0) + count);
    }
  }
  return tally;
}

function countCodes(
  { values, codes }: Column,
  offset: number,
  { counts, misaligned }: Records,
  removed: Uint8Array,
): Float64Array {
  const tally = new Float64Array(values.length);
  for (let row = 0; row < codes.length; row++) {
    const [code, record] = [codes[row] ?? 0, offset + row];
    if (misaligned[record] === 0 && removed[record] === 0)
      tally[code] = (tally[code] ?? 0) + (counts?.[record] ?? 1);
  }
  return tally;
}

/**
 * The cells of every record, from what each distinct value means; invalid in a row that does not fit the header and
 * where only removed records hold the value.
 */
export function translate(
  positions: readonly number[],
  meanings: ReadonlyMap<string, number>,
  source: Source,
): Cells {
  let answers = 0;
  for (const meaning of meanings.values()) answers = Math.max(answers, meaning + 1);
  return translateBy(positions, (value) => meanings.get(value) ?? INVALID, answers, source);
}

/** The cells of every record, where `meaningOf` tells of each value which of so many `answers` it means. */
export function translateBy(
  positions: readonly number[],
  meaningOf: (value: string) => number,
  answers: number,
  { records, exports }: Source,
): Cells {
  const cells = newCells(records.size, answers);
  for (const [index, { table, offset }] of exports.entries()) {
    const column = table.columns.get(positions[index] ?? -1);
    if (column === undefined) continue;
    const meaning = new Int32Array(column.values.length);
    for (let code = 0; code < meaning.length; code++) meaning[code] = meaningOf(column.values[code] ?? '');
    for (let row = 0; row < table.rows; row++)
      cells[offset + row] = meaning[column.codes[row] ?? 0] ?? INVALID;
  }
  for (let row = 0; row < records.size; row++) if (records.misaligned[row] === 1) cells[row] = INVALID;
  return cells;
}

/** Several tallies as one. */
export function mergeTallies(tallies: readonly Tally[]): Tally {
  return addUp(tallies.flatMap((tally) => [...tally]));
}
