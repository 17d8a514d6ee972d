import type { Column, Table } from '../../intake/table.ts';
import type { Claims, RespondentColumn } from '../../survey/columns/claims.ts';

/** One export with what its columns were taken for. */
export interface Export {
  readonly table: Table;
  readonly claims: Claims;
  /** How its responses came, where the user said so of the whole file. */
  readonly channel?: string;
}

/** One of several exports, whose records stand one after another. */
export interface PlacedExport extends Export {
  /** How many records the exports before it have. */
  readonly offset: number;
}

/** The column of an export that says this of respondents; undefined where it has none. */
export function respondentColumn({ table, claims }: Export, field: RespondentColumn): Column | undefined {
  return table.columns.get(claims.respondent[field] ?? -1);
}

/**
 * One number a record, each filled with what its value in a respondent column comes to; each distinct value is looked at
 * once. Where that is nothing, or its export has no such column, the number stays.
 */
export function filledFrom<Numbers extends { [record: number]: number }>(
  numbers: Numbers,
  exports: readonly PlacedExport[],
  field: RespondentColumn,
  look: (value: string, code: number) => number | null | undefined,
): Numbers {
  for (const one of exports) {
    const column = respondentColumn(one, field);
    if (column === undefined) continue;
    const looked = column.values.map(look);
    for (let row = 0; row < one.table.rows; row++) {
      const number = looked[column.codes[row] ?? 0];
      if (number !== null && number !== undefined) numbers[one.offset + row] = number;
    }
  }
  return numbers;
}
