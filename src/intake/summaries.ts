import { tidy } from './blank.ts';
import type { Rows } from './layout.ts';
import { UserError } from './user-error.ts';

const HINT =
  'Export the responses themselves: on most platforms "all responses data" or "individual responses", one row a person.';

/** Cells that only a summary of answers has, in the row where its table of options begins. */
const summaryHeading = /^(?:answer choices|answer options|response percent|response count|response total)$/iu;

/** Headers of a table of counts, of which one that holds responses never has both. */
const share = /^(?:%|percent(?:age)?|share|row percent)$/iu;
const count = /^(?:count|total|responses|number|frequency|n|answer count)$/iu;

const percentage = /^[<>]?\d+(?:[.,]\d+)?\s*%$/u;

/**
 * Refuses a table of results where responses are wanted: a summary of the answers to each question as SurveyMonkey and
 * others write it, or a published table of percentages. `rows` are the first ones of the file.
 */
export function refuseSummaries(file: string, rows: Rows): void {
  if (rows.some((row) => row.filter((cell) => summaryHeading.test(tidy(cell))).length >= 2))
    throw new UserError(`${file} is a summary of the answers to each question, not the responses.`, HINT);
  const headers = (rows[0] ?? []).map(tidy);
  if (
    headers.length <= 8 &&
    headers.some((cell) => share.test(cell)) &&
    headers.some((cell) => count.test(cell))
  )
    throw new UserError(`${file} is a table of counts and percentages, not the responses.`, HINT);
  const cells = rows.slice(1).flatMap((row) => row.map(tidy).filter((cell) => cell !== ''));
  const percentages = cells.filter((cell) => percentage.test(cell)).length;
  if (percentages > 10 && percentages * 2 > cells.length)
    throw new UserError(
      `${file} is a table of percentages that somebody worked out, not the responses.`,
      HINT,
    );
}
