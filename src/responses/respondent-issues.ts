import type { Table } from '../intake/table.ts';
import type { Claims, RespondentColumn } from '../survey/columns.ts';
import type { Survey } from '../survey/survey.ts';
import { readDates } from './dates.ts';
import type { Issue, IssueCode, Place } from './issues.ts';

/** The rows of a respondent column whose value is `bad`, one issue a distinct value. */
export function columnIssues(
  code: IssueCode,
  table: Table,
  claims: Claims,
  field: RespondentColumn,
  bad: (value: string) => boolean,
): Issue[] {
  const position = claims.respondent[field];
  const column = position === undefined ? undefined : table.columns.get(position);
  if (column === undefined || position === undefined) return [];
  const places = new Map<number, Place[]>();
  for (const [index, value] of column.values.entries()) if (bad(value)) places.set(index, []);
  if (places.size === 0) return [];
  for (let row = 0; row < table.rows; row++) {
    places.get(column.codes[row] ?? -1)?.push({ row: row + 1, line: table.lines[row] ?? 0 });
  }
  const name = claims.names[position] ?? '';
  return [...places].map(([value, found]) => ({
    code,
    file: table.file,
    column: name,
    value: column.values[value] ?? '',
    count: found.length,
    places: found,
  }));
}

/** Marks the records submitted outside the dates of the survey, and says which dates cannot be read. */
export function markLate(
  survey: Survey,
  table: Table,
  claims: Claims,
  offset: number,
  late: Uint8Array,
): Issue[] {
  const position = claims.respondent.submitted;
  const column = position === undefined ? undefined : table.columns.get(position);
  if (column === undefined || position === undefined) return [];
  const { opened = '', closed = '9999-12-31' } = survey;
  const { order, dates } = readDates(column.values);
  const isLate = dates.map((date) => date !== undefined && date !== null && (date < opened || date > closed));
  for (let row = 0; row < table.rows; row++) if (isLate[column.codes[row] ?? 0]) late[offset + row] = 1;
  if (order === 'ambiguous' || order === 'contradictory') {
    const name = claims.names[position] ?? '';
    const count = dates.filter((date) => date === null).length;
    return [{ code: 'ambiguous-dates', file: table.file, column: name, detail: order, count, places: [] }];
  }
  const unreadable = new Set(column.values.filter((_, index) => dates[index] === null));
  return columnIssues('bad-date', table, claims, 'submitted', (value) => unreadable.has(value));
}
