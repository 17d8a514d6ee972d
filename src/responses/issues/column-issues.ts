import { isBlank } from '../../intake/blank.ts';
import type { RespondentColumn } from '../../survey/columns/claims.ts';
import { fold } from '../../survey/labels/labels.ts';
import { suggest } from '../../survey/labels/near-label.ts';
import type { Survey } from '../../survey/survey.ts';
import type { Export } from '../respondents/exports.ts';
import type { Issue, IssueCode, Place } from './issues.ts';

/** The rows of a respondent column whose value is `bad`, one issue a distinct value. */
export function columnIssues(
  code: IssueCode,
  { table, claims }: Export,
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

/** What the definition calls a complete response, where no response of an export is one: perhaps misspelt. */
export function unseenStatus({ respondent: { status } }: Survey, { table, claims }: Export): Issue[] {
  const position = claims.respondent.status ?? -1;
  const values = table.columns.get(position)?.values.filter((value) => !isBlank(value)) ?? [];
  const seen = new Set(values.map(fold));
  const [value] = status?.complete ?? [];
  if (value === undefined || values.length === 0 || status?.complete?.some((one) => seen.has(fold(one))))
    return [];
  const issue = { code: 'option-not-seen', file: table.file, column: claims.names[position] ?? '' } as const;
  return [{ ...issue, value, ...suggest(value, values), count: 1, places: [] }];
}
