import { tidy } from '../../intake/blank.ts';
import { questionColumns, respondentColumns } from '../columns/claims.ts';
import { fold } from '../labels/labels.ts';
import { sqlDialects } from './sql-dialects.ts';
import type { Survey } from '../survey.ts';

const { possibleName } = sqlDialects.bigquery;

/**
 * The headers of answer patterns, under their names in the definition; undefined where a file holds none: in
 * patterns the row under the headers says how many responses it stands for, in the column that the definition
 * names for that.
 */
export function patternHeaders(
  survey: Survey,
): (headers: readonly string[], cells: readonly string[]) => readonly string[] | undefined {
  const { count } = survey.respondent;
  if (count === undefined) return () => undefined;
  const names = new Set(count.map(fold));
  return (headers, cells) => {
    const own = ownNames(survey, headers);
    const isCounted = own.some(
      (header, column) => names.has(fold(header)) && /^\s*\d+\s*$/u.test(cells[column] ?? ''),
    );
    return isCounted ? own : undefined;
  };
}

/**
 * Headers of which those are called as in the definition that a query for BigQuery had to call otherwise. A
 * name is the one that is meant only where its column is not there, and no other such name, no name of the
 * definition and no other header is the same to BigQuery; and no header at all is one that BigQuery cannot
 * have.
 */
function ownNames(survey: Survey, headers: readonly string[]): readonly string[] {
  const there = new Set(headers.map(fold));
  const columns = [
    ...survey.questions.flatMap(questionColumns),
    ...respondentColumns(survey).map(([, names]) => names),
  ];
  const lacking = columns.filter((names) => !names.some((name) => there.has(fold(name))));
  if (lacking.length === 0 || headers.some((header) => possibleName(header) !== header)) return headers;
  const known = new Set(columns.flat().map(fold));
  const meant = new Map<string, Set<string>>();
  for (const name of lacking.flatMap((names) => names.slice(0, 1))) {
    const possible = tidy(possibleName(name));
    meant.set(possible, (meant.get(possible) ?? new Set()).add(name));
  }
  const tidied = headers.map(tidy);
  return headers.map((header, column) => {
    const same = tidied[column] ?? '';
    const [name, ...others] = meant.get(same) ?? [];
    const isOnly = others.length === 0 && tidied.indexOf(same) === tidied.lastIndexOf(same);
    return name !== undefined && isOnly && !known.has(fold(header)) ? name : header;
  });
}
