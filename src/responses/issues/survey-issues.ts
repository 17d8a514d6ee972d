import { groupBy } from '../../intake/group-by.ts';
import type { RowFault, Table } from '../../intake/table.ts';
import { UserError } from '../../intake/user-error.ts';
import { respondentColumns } from '../../survey/columns/claims.ts';
import { missingColumn } from '../../survey/columns/missing-columns.ts';
import { fold, shortened } from '../../survey/labels/labels.ts';
import { suggest } from '../../survey/labels/near-label.ts';
import type { Survey } from '../../survey/survey.ts';
import { addPlace, placeOf } from './cell-issues.ts';
import { encodingIssues } from './encoding-issues.ts';
import { recordPlace } from '../alike/campaigns.ts';
import type { RowsAgain } from '../alike/rows-again.ts';
import type { ReadAnswers } from '../exclusions.ts';
import type { Issue, IssueCode } from './issues.ts';
import type { QuestionReading } from '../questions/question-reading.ts';
import type { Source } from '../questions/column-cells.ts';
import { repeatsByFile } from '../respondents/differing-repeats.ts';
import type { Export } from '../respondents/exports.ts';

/** What is to be said of an export as a whole: rows that do not fit, blank rows, columns not used or not there. */
export function exportIssues(survey: Survey, { table, claims }: Export, exports: readonly Export[]): Issue[] {
  const { file, blankRows } = table;
  const issues = rowIssues(table);
  for (const issue of encodingIssues(table, claims)) issues.push(issue);
  if (blankRows > 0) issues.push({ code: 'blank-rows', file, count: blankRows, places: [] });
  if (claims.unclaimed.length > 0) {
    const { unclaimed } = claims;
    issues.push({
      code: 'unclaimed-columns',
      file,
      detail: firstNames(unclaimed),
      count: unclaimed.length,
      places: [],
    });
  }
  for (const [field, columns] of respondentColumns(survey)) {
    if (!claims.missing.includes(field)) continue;
    if (exports.every((other) => other.claims.missing.includes(field))) {
      throw new UserError(missingColumn(survey, columns, claims.names, file));
    }
    issues.push({
      code: 'missing-column',
      file,
      column: columns[0] ?? '',
      detail: field,
      count: 1,
      places: [],
    });
  }
  return issues;
}

/**
 * What is to be said of rows as text; of rows that do not fit their header by the number of their cells, of
 * others by what they hold.
 */
export function rowIssues({ file, faults, layout }: Table): Issue[] {
  const isRagged = ({ code }: RowFault) => code === 'short-row' || code === 'long-row';
  const keyOf = (fault: RowFault) => `${fault.code} ${isRagged(fault) ? fault.cells : (fault.text ?? '')}`;
  return [...groupBy(faults, keyOf).values()].map((group): Issue => {
    const [{ code, cells, text, ground }] = group;
    const said = isRagged(group[0]) ? `${cells} instead of ${layout.headings.length}` : ground;
    const detail = said === undefined ? {} : { detail: said };
    const isNone = (row: number) => row === 0 || code === 'header-row';
    const places = group.map(({ row, line }) => (isNone(row) ? { line } : { row, line }));
    const value = text === undefined ? {} : { value: text };
    return { code, file, ...value, ...detail, count: places.length, places };
  });
}

/**
 * Records that a rule could have removed and none did: kept, and said; and repeats that were removed though
 * they are `differing` from the first. Those that are `unanswered` answer no question; those that come
 * `again` are a part of the file that is in it twice.
 */
export function recordIssues(
  { records, exports, removed }: Source,
  {
    repeated,
    differing,
    unanswered,
    again,
  }: {
    readonly repeated: Uint8Array;
    readonly differing: Uint8Array;
    readonly unanswered: Uint8Array;
    readonly again: RowsAgain;
  },
): Issue[] {
  const [own, elsewhere] = repeatsByFile(repeated, exports, records, removed);
  const kinds: { code: IssueCode; flags: Uint8Array; detail?: string }[] = [
    { code: 'test', flags: records.test },
    { code: 'incomplete', flags: records.incomplete },
    { code: 'late', flags: records.late },
    { code: 'unanswered', flags: unanswered },
    { code: 'duplicate-id', flags: own },
    { code: 'duplicate-id', flags: elsewhere, detail: 'in another file' },
    { code: 'duplicate-id', flags: differing, detail: 'left out' },
    { code: 'rows-again', flags: again.flags, detail: whereIs(again.first ?? 0, exports) },
  ];
  return exports.flatMap(({ table, claims, offset }) =>
    kinds.flatMap(({ code, flags, detail }) => {
      const id = code === 'duplicate-id' ? claims.names[claims.respondent.id ?? -1] : undefined;
      const isOfRows = code === 'duplicate-id' && detail === undefined;
      const said = isOfRows ? table.layout.rowsBy : detail;
      const about = { ...(id && { column: id }), ...(said !== undefined && { detail: said }) };
      const issue = { code, file: table.file, ...about, count: 0, places: [] };
      for (let row = 0; row < table.rows; row++) {
        if (flags[offset + row] === 1 && (detail === 'left out' || removed[offset + row] !== 1)) {
          addPlace(issue, placeOf(table, row, records, offset + row), Infinity);
        }
      }
      return issue.count > 0 ? [issue] : [];
    }),
  );
}

/** The row and the line of a record, and its file where there are several. */
function whereIs(record: number, exports: Source['exports']): string {
  const { row, line, file } = recordPlace(record, { exports });
  return `${row} ${line}${exports.length > 1 ? ` ${file}` : ''}`;
}

/**
 * Options that a rule names and nobody gave, where the definition does not list them: perhaps never chosen, perhaps
 * misspelt. `before` are the answers of all received: what `exclude` names is not among those of the others.
 */
export function unseenOptions(survey: Survey, answersTo: ReadAnswers, before: ReadAnswers): Issue[] {
  const rules = [
    ...survey.questions.flatMap(({ asked }) =>
      asked ? [{ ...asked, answers: answersTo(asked.question) }] : [],
    ),
    ...survey.exclude.flatMap((rule) =>
      rule.reason === 'answer' ? [{ ...rule, answers: before(rule.question) }] : [],
    ),
  ];
  const issues = rules.flatMap(({ question, options: wanted, answers }) => {
    if (answers === undefined || !('options' in answers)) return [];
    const labels = answers.options.map(({ label }) => label);
    const known = new Set([...labels.map(fold), ...answers.options.map(({ id }) => id)]);
    return wanted
      .filter((option) => !known.has(fold(option)))
      .map((value): Issue => ({
        code: 'option-not-seen',
        file: survey.file,
        value,
        detail: question,
        ...suggest(value, labels),
        count: 1,
        places: [],
      }));
  });
  return issues.filter(
    ({ value, detail }, index) =>
      issues.findIndex((other) => other.value === value && other.detail === detail) === index,
  );
}

/** Answers that `merge` names and nobody gave: perhaps misspelt, so that others are not counted as it says. */
export function unseenPartIssues(
  file: string,
  question: string,
  { unseenParts = [] }: QuestionReading,
): Issue[] {
  return unseenParts.map((part) => ({
    code: 'option-not-seen',
    file,
    ...part,
    detail: question,
    count: 1,
    places: [],
  }));
}

/** Options of a question that have more than one column, as the first export calls them. */
export function twiceIssues({ twice = [] }: QuestionReading, exports: readonly Export[]): Issue[] {
  const [first] = exports;
  if (first === undefined) return [];
  const { table, claims } = first;
  return twice.map(({ label, positions }) => {
    const names = positions.map((position) => claims.names[position] ?? '');
    return {
      code: 'option-twice',
      file: table.file,
      value: label,
      detail: firstNames(names),
      count: 1,
      places: [],
    };
  });
}

/** Names in quotation marks, one after another; of a very wide export only the first. */
function firstNames(names: readonly string[]): string {
  const most = 20;
  const short = names.map((name) => `“${shortened(name, 120)}”`);
  const rest = names.length - most;
  return rest > 0 ? `${short.slice(0, most).join(', ')} and ${rest} more` : short.join(', ');
}
