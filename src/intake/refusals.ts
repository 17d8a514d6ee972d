import type { Heading } from './headers/layout.ts';
import type { RowFault } from './table.ts';
import { UserError } from './user-error.ts';

const EXPORT_AGAIN = 'Check on the survey platform that there are responses, and export them again as CSV.';
const MARKS_HINT =
  'An answer that opens with a quotation mark must close with one, and a quotation mark inside it is written twice. ' +
  'Correct that row, or export the file again.';

/** There is not a single row in a file. */
export function emptyFile(file: string): UserError {
  return new UserError(`${file} is empty.`, EXPORT_AGAIN);
}

/** There are headers in a file and nothing below them. */
export function noResponses(file: string): UserError {
  return new UserError(`${file} has a header but no responses under it.`, EXPORT_AGAIN);
}

/** No row has its cells under the headers; `first` is the first of them, of so many columns. */
export function noHeaderFits(file: string, first: RowFault, columns: number): UserError {
  return new UserError(
    `${file} has more cells in every row than the header: ${first.cells} instead of ${columns} on line ${first.line}. Nothing says which answer belongs to which question.`,
    'Give each column a header, or export the file again.',
  );
}

/** The user said in which encoding a file is, and it is not. */
export function notEncoded(file: string, encoding: string, line: number): UserError {
  return new UserError(
    `${file} is not written in ${encoding} throughout: line ${line} holds something else.`,
    'Leave the encoding to be detected, or name another one such as windows-1252.',
  );
}

/** `line` is that on which the row starts; `column` counts from 0. */
export function unclosedQuote(
  file: string,
  line: number,
  column: number,
  headings: readonly Heading[] | undefined,
): UserError {
  const header = headings?.[column]?.name ?? '';
  const named = header === '' ? '' : ` (${header.slice(0, 60)})`;
  return new UserError(
    `${file} has a quotation mark that is never closed, in the row that starts on line ${line}, column ${column + 1}${named}.`,
    MARKS_HINT,
  );
}

/** `line` is that on which the cell starts whose quotation mark is followed by more text on a later line. */
export function tornQuotes(file: string, line: number): UserError {
  return new UserError(
    `${file} has quotation marks that do not match from line ${line} on, so it is not certain where the next row begins.`,
    MARKS_HINT,
  );
}

/** Another form's headers stand among the responses, on this line. */
export function otherHeaders(file: string, line: number): UserError {
  return new UserError(
    `${file} has another row of headers on line ${line}, with other headers than those of the first row: different exports seem to be pasted under one another.`,
    'Save each as a file of its own, and name them all one after another.',
  );
}

/** A header row stands among the responses. */
export function displacedHeaders(file: string, line: number): UserError {
  return new UserError(
    `${file} has a row of headers on line ${line}, among the responses: sorting the sheet may have moved it there.`,
    'Move it back under the first row, or export the file again.',
  );
}

/** Averages or totals stand between the responses of exports that were pasted under one another. */
export function totalsBetween(file: string, line: number): UserError {
  return new UserError(
    `${file} has a row of averages, totals or notes on line ${line}, between the responses of exports pasted under one another.`,
    'Delete that row, or save each export as a file of its own and name them all.',
  );
}
