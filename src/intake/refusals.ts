import type { Heading } from './layout.ts';
import { UserError } from './user-error.ts';

const EXPORT_AGAIN = 'Check on the survey platform that there are responses, and export them again as CSV.';
const MARKS_HINT =
  'An answer that opens with a quotation mark must close with one, and a quotation mark inside it is written twice. ' +
  'Correct that row, or export the file again.';

export function emptyFile(file: string): UserError {
  return new UserError(`${file} is empty.`, EXPORT_AGAIN);
}

export function noResponses(file: string): UserError {
  return new UserError(`${file} has a header but no responses under it.`, EXPORT_AGAIN);
}

/** The user said that a file is UTF-8, and it is not. */
export function notUtf8(file: string): UserError {
  return new UserError(
    `${file} is not written in UTF-8 throughout.`,
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
