import { isBlank } from '../../intake/blank.ts';
import type { Column, Table } from '../../intake/table.ts';
import type { Question } from '../../survey/survey.ts';
import { fold } from '../../survey/labels/labels.ts';
import { type Issue, type IssueCode, LISTED, type Place, severities } from './issues.ts';
import type { Source } from '../questions/column-cells.ts';
import type { Finding } from '../questions/interpret.ts';
import type { QuestionReading } from '../questions/question-reading.ts';
import type { Records } from '../respondents/records.ts';
import { type Cells, NOT_ASKED } from '../responses.ts';

/** A note says that all is well, so a few of its places are enough unless every one is asked for. */
export const fewPlaces = 5;

type OpenIssue = Omit<Issue, 'count' | 'responses' | 'places'> & {
  count: number;
  responses?: number;
  readonly places: Place[];
};

/**
 * The issues in the cells of one question, for the records that are analysed: one a distinct value and column.
 * Rows that do not fit their header are left out: one issue about the row says so already.
 */
export function cellIssues(
  question: Question,
  { answers, columns }: QuestionReading,
  { exports, records, removed }: Source,
  notePlaces: number,
): Issue[] {
  return columns.flatMap(({ findings, positions, item }) => {
    const cells = answers[item]?.answers.cells;
    if (cells === undefined || (findings.size === 0 && question.asked === undefined)) return [];
    return exports.flatMap(({ table, claims, offset }, index) => {
      const position = positions[index] ?? -1;
      const column = table.columns.get(position);
      if (column === undefined) return [];
      const place = { file: table.file, column: claims.names[position] ?? '', question: question.id };
      const { opened, open } = openIssues(place);
      const byCode = column.values.map((raw) =>
        (findings.get(raw) ?? []).map((finding) => open({ ...finding, value: finding.value ?? raw })),
      );
      // Of free text only whether there is any is known, and none of it is to be shown.
      const isText = question.kind === 'text';
      const abandoned = column.values.map((raw) =>
        isBlank(raw) ? [] : [open({ code: 'answer-not-asked', ...(!isText && { value: raw }) })],
      );
      const isSound = Uint8Array.from(byCode, (found) => (found.length === 0 ? 1 : 0));
      for (const row of rowsToLookAt(column, isSound, cells, offset)) {
        const record = offset + row;
        if (records.misaligned[record] === 1 || removed[record] === 1) continue;
        const found = (cells[record] === NOT_ASKED ? abandoned : byCode)[column.codes[row] ?? 0] ?? [];
        for (const issue of found) addPlace(issue, placeOf(table, row, records, record), notePlaces);
      }
      return [...opened.values()].filter(({ count }) => count > 0);
    });
  });
}

/** The issues of a column, each opened when its code and value are first met. */
function openIssues(place: Pick<Issue, 'file' | 'column' | 'question'>) {
  const opened = new Map<string, OpenIssue>();
  const open = (finding: Finding): OpenIssue => {
    const key = `${finding.code} ${finding.value ?? ''}`;
    const issue = opened.get(key) ?? { ...finding, ...place, count: 0, places: [] };
    opened.set(key, issue);
    return issue;
  };
  return { opened, open };
}

/** What is no answer: an error, unless the definition lists it. */
const unanswers: readonly IssueCode[] = [
  'unknown-answer',
  'misplaced-answer',
  'several-answers',
  'not-a-number',
];

/** These issues, those marked that are about what the definition lists as no answer. */
export function markListed(issues: readonly Issue[], uncounted: readonly string[] = []): readonly Issue[] {
  if (uncounted.length === 0) return issues;
  const listed = new Set(uncounted.map(fold));
  return issues.map((issue) =>
    unanswers.includes(issue.code) && listed.has(fold(issue.value ?? ''))
      ? { ...issue, detail: LISTED }
      : issue,
  );
}

/** The rows of those who were not asked, and those of which the value is not sound: `isSound` is of each code. */
function rowsToLookAt({ codes }: Column, isSound: Uint8Array, cells: Cells, offset: number): number[] {
  const rows: number[] = [];
  for (let row = 0; row < codes.length; row++)
    if (isSound[codes[row] ?? 0] === 0 || cells[offset + row] === NOT_ASKED) rows.push(row);
  return rows;
}

/** Where a row of an export is, and how many responses it stands for. */
export function placeOf({ lines }: Table, row: number, { counts }: Records, record: number): Place {
  const responses = counts?.[record] ?? 1;
  return { row: row + 1, line: lines[row] ?? 0, ...(responses === 1 ? {} : { responses }) };
}

/** Counts a place and keeps it; of a note only the first `notePlaces`. */
export function addPlace(issue: OpenIssue, place: Place, notePlaces: number): void {
  if (place.responses !== undefined || issue.responses !== undefined)
    issue.responses = (issue.responses ?? issue.count) + (place.responses ?? 1);
  issue.count++;
  if (severities[issue.code] !== 'note' || issue.places.length < notePlaces) issue.places.push(place);
}
