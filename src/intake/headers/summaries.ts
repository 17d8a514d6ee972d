import { answersIn, labelsIn } from './first-rows.ts';
import type { Rows } from './layout.ts';
import { resultTable } from './result-tables.ts';
import { UserError } from '../user-error.ts';

const HINT =
  'Export the responses themselves: on most platforms "all responses data" or "individual responses", one row a person.';

/** Cells that only a summary of answers has, in the row where its table of options begins. */
const summaryHeading =
  /^(?:answer choices|answer options|response percent|response count|response total|responses)$/iu;

/** Cells that only a spreadsheet's pivot table has, or LimeSurvey's page of statistics. */
const pivot = /^(?:row labels|column labels|grand total)$/iu;
const statistics =
  /^(?:number of records in this query|total records in survey|(?:field )?summary for \S+)/iu;

/** Headers of a table of counts, of which one that holds responses never has both. */
const share = /^(?:%|percent(?:age)?|share|row percent)$/iu;
const count = /^(?:count|total|responses|number|frequency|n|answer count)$/iu;

/** The header over the size of each group, in a table of how groups answered. */
const groupSize = /^(?:tot(?:al|\.)?|number of|no\. of|n of) (?:respondents|responses|replies)$/iu;

/** The header over what such a table lists; a row for each person is listed by none of these. */
const listed = /^(?:|questions?|statements?|items?|options?|answers?)$/iu;

const percentage = /^[<>]?\d+(?:[.,]\d+)?\s*%$/u;

/**
 * Refuses a table of results where responses are wanted: a summary of the answers to each question as SurveyMonkey and
 * others write it, or a published table of percentages. `rows` are the first ones of the file.
 */
export function refuseSummaries(file: string, rows: Rows): void {
  refuseKnownSummaries(file, rows);
  const headers = labelsIn(rows[0] ?? []);
  // The question may stand above the table, alone in its row.
  const table = rows.slice(filledIn(headers) === 1 ? 1 : 0).map(labelsIn);
  const results = resultTable(table);
  if (results !== undefined) throw new UserError(`${file} is ${results}, not the responses.`, HINT);
  const [head = [], ...under] = table;
  if (head.length <= 8 && head.some((cell) => share.test(cell)) && head.some((cell) => count.test(cell)))
    throw new UserError(`${file} is a table of counts and percentages, not the responses.`, HINT);
  if (areCounts(head, under))
    throw new UserError(`${file} is a table of how many gave each answer, not the responses.`, HINT);
  const cells = rows.slice(1).flatMap((row) => labelsIn(row).filter((cell) => cell !== ''));
  const sized = rows.slice(0, 3).some((row) => labelsIn(row).some((cell) => groupSize.test(cell)));
  const isOfShares = (_: string, column: number): boolean => isShare(answersIn(rows.slice(1), column));
  if (sized && headers.filter(isOfShares).length > 2)
    throw new UserError(`${file} is a table of how groups answered, not the responses.`, HINT);
  const percentages = cells.filter((cell) => percentage.test(cell)).length;
  if (percentages > 10 && percentages * 2 > cells.length)
    throw new UserError(
      `${file} is a table of percentages that somebody worked out, not the responses.`,
      HINT,
    );
}

function filledIn(cells: readonly string[]): number {
  return cells.filter((cell) => cell !== '').length;
}

/** Whether each row is a question or an option, with how many gave each answer to it and, at the end, the sum of these. */
function areCounts(headers: readonly string[], rows: Rows): boolean {
  const answers = headers.slice(1, -1);
  const isTable = listed.test(headers[0] ?? '') && /^(?:grand )?total$/iu.test(headers.at(-1) ?? '');
  if (!isTable || answers.length < 2 || rows.length < 2 || !answers.every((cell) => /\p{L}/u.test(cell)))
    return false;
  return rows.every(([label = '', ...cells]) => {
    const counts = cells.map((cell) => (/^\d[\d,]*$/u.test(cell) ? Number(cell.replaceAll(',', '')) : NaN));
    const sum = counts.slice(0, -1).reduce((before, one) => before + one, 0);
    return /\p{L}/u.test(label) && counts.length === headers.length - 1 && sum === counts.at(-1);
  });
}

/** Whether a column holds percentages, header rows aside. */
function isShare(cells: readonly string[]): boolean {
  return cells.length > 3 && cells.filter((cell) => percentage.test(cell)).length >= cells.length - 1;
}

/** Refuses what can be nothing else, whichever platform the user named. */
export function refuseKnownSummaries(file: string, rows: Rows): void {
  const cells = rows.map(labelsIn);
  if (cells.some((row) => row.filter((cell) => summaryHeading.test(cell)).length >= 2))
    throw new UserError(`${file} is a summary of the answers to each question, not the responses.`, HINT);
  if (
    new Set(
      cells
        .flat()
        .filter((cell) => pivot.test(cell))
        .map((cell) => cell.toLowerCase()),
    ).size >= 2
  )
    throw new UserError(`${file} is a pivot table that somebody made, not the responses.`, HINT);
  if (cells.some(([first = '']) => statistics.test(first)))
    throw new UserError(
      `${file} is LimeSurvey’s page of statistics, not the responses.`,
      'Export the responses themselves: Responses, Export, Export responses, as CSV.',
    );
}
