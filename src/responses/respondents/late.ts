import type { Survey } from '../../survey/survey.ts';
import { columnIssues } from '../issues/column-issues.ts';
import { readDates } from './dates.ts';
import type { Issue } from '../issues/issues.ts';
import type { PlacedExport } from './records.ts';

/** Marks in `late` the records of one export from outside the dates of the consultation; says which dates cannot tell. */
export function markLate(survey: Survey, one: PlacedExport, late: Uint8Array): Issue[] {
  const { table, claims, offset } = one;
  const position = claims.respondent.submitted;
  const column = position === undefined ? undefined : table.columns.get(position);
  if (column === undefined || position === undefined) return [];
  // Without dates of the consultation nobody is late, whatever stands there.
  if (survey.opened === undefined && survey.closed === undefined) return [];
  const { opened = '', closed = '9999-12-31' } = survey;
  const { order, dates } = readDates(column.values);
  const isLate = dates.map((date) => typeof date === 'object' && (date.day < opened || date.day > closed));
  for (let row = 0; row < table.rows; row++) if (isLate[column.codes[row] ?? 0]) late[offset + row] = 1;
  // Where late responses are left out, one without a date may be late, too.
  const isAsked = survey.exclude.some(({ reason }) => reason === 'late');
  const isBad = (date: (typeof dates)[number]) => date === 'unreadable' || (isAsked && date === 'blank');
  const bad = new Set(column.values.filter((_, index) => isBad(dates[index] ?? 'blank')));
  const issues = columnIssues('bad-date', one, 'submitted', (value) => bad.has(value));
  if (order !== 'ambiguous' && order !== 'contradictory') return issues;
  let count = 0;
  for (let row = 0; row < table.rows; row++) if (dates[column.codes[row] ?? 0] === 'unclear') count++;
  const name = claims.names[position] ?? '';
  return [
    { code: 'ambiguous-dates', file: table.file, column: name, detail: order, count, places: [] },
    ...issues,
  ];
}
