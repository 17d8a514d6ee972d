import { UserError } from '../../intake/user-error.ts';
import { shortened } from '../labels/labels.ts';
import { isQuestionOf, nearestHeader } from './near-header.ts';
import type { Survey } from '../survey.ts';

/** A column that a definition names and an export lacks: all its headers, and what it was for. */
export interface MissingColumn {
  readonly wanted: readonly string[];
  readonly part: string;
}

/**
 * Of more pairs of a missing column and a header none is looked for that may have been meant: hundreds of columns are missing
 * where the export is that of another survey.
 */
const MOST_PAIRS = 100_000;

/** What a user reads when no export has a column that the definition names. `names` are those that may have been meant. */
export function missingColumn(
  survey: Survey,
  wanted: readonly string[],
  names: readonly string[],
  file: string,
): string {
  return sentence(survey, wanted, nearestName(wanted, names), file);
}

/**
 * The error that names every missing column, each with the nearest header among those that nothing else has taken; with
 * none where the same is nearest to several, unless it is that of their question.
 */
export function missingColumns(
  survey: Survey,
  missing: readonly MissingColumn[],
  { names, free, file }: { names: readonly string[]; free: readonly string[]; file: string },
): UserError {
  const isOther = missing.length * free.length > MOST_PAIRS;
  const near = missing.map(({ wanted }) => (isOther ? undefined : nearestName(wanted, free)));
  const isNearToOne = (name: string, nth: number): boolean =>
    near.every((other, at) => other !== name || at === nth);
  const meant = near.map((name, nth) =>
    name === undefined || isNearToOne(name, nth) || isQuestionOf(name, missing[nth]?.wanted[0] ?? '')
      ? name
      : undefined,
  );
  const sentences = missing.map(
    ({ wanted, part }, nth) => `${sentence(survey, wanted, meant[nth], file)} (${part})`,
  );
  const misread = names.find((name) =>
    missing.some(({ wanted }) => wanted.some((one) => isMisread(one, name))),
  );
  const instead = meant.includes(undefined)
    ? someColumns(file, names)
    : 'Where exports call a column differently, the definition names both: column: [one name, the other].';
  const hint = misread === undefined ? instead : sayMisread(misread, file);
  return new UserError(sentences.slice(0, 5).join('\n') + more(sentences.length - 5), hint);
}

/** Whether a header is this name in UTF-8, read in an encoding in which each byte is a letter: "CafÃ©" for "Café". */
function isMisread(name: string, header: string): boolean {
  const bytes = Buffer.from(name).toString('latin1');
  // What those bytes are that Latin-1 has no letters for differs between encodings.
  const isAlike = (letter: string, at: number): boolean =>
    letter === header[at] || /[\u0080-\u009f]/u.test(letter);
  return bytes !== name && bytes.length === header.length && [...bytes].every(isAlike);
}

/** The likely reason: a file of which a byte is damaged is no UTF-8. */
function sayMisread(header: string, file: string): string {
  return `“${shortened(header, longest)}” is UTF-8, but other letters of ${file} are not, so it was read in another encoding: save it as UTF-8 again.`;
}

function nearestName(wanted: readonly string[], names: readonly string[]): string | undefined {
  return wanted.map((name) => nearestHeader(name, names)).find((name) => name !== undefined);
}

/** A message is one line or two; the definition has the whole of a name, at the place that is named. */
const longest = 120;

function sentence(survey: Survey, wanted: readonly string[], near: string | undefined, file: string): string {
  const where = survey.places.get(wanted[0] ?? '') ?? survey.file;
  const meant = near === undefined ? '' : `; did you mean "${shortened(near, longest)}"?`;
  const names = wanted.map((name) => shortened(name, longest));
  return `${where}: no column "${names.join('" or "')}" in ${file}${meant}`;
}

/** What columns there are, as far as two lines have room for them: the file may have been read in the wrong way. */
function someColumns(file: string, names: readonly string[]): string {
  const some = names.slice(0, 5).map((name) => `"${name.length > 30 ? `${name.slice(0, 29)}…` : name}"`);
  const rest = names.length > some.length ? ' …' : '';
  return `${file} has ${names.length} ${names.length === 1 ? 'column' : 'columns'}: ${some.join(', ')}${rest}`;
}

function more(count: number): string {
  return count > 0 ? `\nand ${count} more` : '';
}
