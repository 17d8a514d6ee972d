import { UserError } from '../../intake/user-error.ts';
import { shortened, fold, nearest } from '../labels/labels.ts';
import type { Survey } from '../survey.ts';

/** A column that a definition names and an export lacks: all its headers, and what it was for. */
export interface MissingColumn {
  readonly wanted: readonly string[];
  readonly part: string;
}

/**
 * Of more pairs of a missing column and a header none is looked for that may have been meant: hundreds of
 * columns are missing where the export is that of another survey.
 */
const MOST_PAIRS = 100_000;

const bothNames =
  'Where exports call a column differently, the definition names both: column: [one name, the other].';

/**
 * What a user reads when no export has a column that the definition names. `names` are those that may have
 * been meant.
 */
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
  const instead = [
    ...(meant.includes(undefined) ? [someColumns(file, names)] : []),
    ...(survey.guessed === true
      ? [`${bothNames} soundings init writes one to begin with.`]
      : meant.includes(undefined)
        ? []
        : [bothNames]),
  ].join('\n');
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

/** A header as the text of its question and the item behind it: "Question - Item", "Question [Item]". */
const behindQuestion = /^(.*\S)(?:\s+[-–—:>]+\s+|\s*\[)([^[\]]*\S)\]?$/su;

/** The number of a question, and what Qualtrics writes behind one that has words of one's own beside its options. */
const around = /^q?\d+(?:\.?[a-z])?[.):]\s+(?=\S)|\s+-\s+selected choice$/giu;

/**
 * The header that was probably meant by one that an export lacks, whatever number is in front: one spelt
 * nearly so; or the same item with the question in front in one of the two and without in the other; or one
 * of which all words are in the other, as "Ward" and "Which ward?".
 */
function nearestHeader(wanted: string, headers: readonly string[]): string | undefined {
  const bare = headers.map(bareOf);
  const own = bareOf(wanted);
  const same = bare.filter((one) => fold(one) === fold(own));
  if (same.length === 1) return headers[bare.indexOf(same[0] ?? '')];
  const near = nearest(wanted, headers);
  if (near !== undefined) return near;
  const other = nearest(own, bare) ?? sameItem(own, bare) ?? sharingWords(own, bare);
  // Where two differ in nothing but their numbers, neither is nearest.
  const isOnly = other !== undefined && bare.indexOf(other) === bare.lastIndexOf(other);
  return isOnly ? headers[bare.indexOf(other)] : undefined;
}

function bareOf(header: string): string {
  return header.replaceAll(around, '');
}

/**
 * Whether a header is that of the whole question to which an item belongs: an export may have all items in
 * one column.
 */
function isQuestionOf(header: string, item: string): boolean {
  const question = behindQuestion.exec(item)?.[1];
  return question !== undefined && fold(bareOf(question)) === fold(bareOf(header));
}

function sameItem(wanted: string, headers: readonly string[]): string | undefined {
  const itemOf = (header: string): string | undefined => behindQuestion.exec(header)?.[2];
  const item = itemOf(wanted);
  if (item !== undefined)
    return nearest(
      item,
      headers.filter((header) => itemOf(header) === undefined),
    );
  const items = new Map(headers.map((header) => [itemOf(header), header]));
  const near = nearest(
    wanted,
    [...items.keys()].filter((text) => text !== undefined),
  );
  return near === undefined ? undefined : items.get(near);
}

function sharingWords(wanted: string, headers: readonly string[]): string | undefined {
  const own = wordsOf(wanted);
  const shared = headers.map((header) => {
    const words = wordsOf(header);
    const [few, many] = words.size < own.size ? [words, own] : [own, words];
    return few.size > 0 && [...few].every((word) => many.has(word)) ? [...few].join('').length : 0;
  });
  const most = Math.max(0, ...shared);
  // Where two have as much in common with it, neither is nearest.
  const only = shared.indexOf(most) === shared.lastIndexOf(most);
  return most > 0 && only ? headers[shared.indexOf(most)] : undefined;
}

/** The words of a header, one or many of a thing alike, and without those that are too short to say anything. */
function wordsOf(header: string): ReadonlySet<string> {
  const words = fold(header).match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => word.length > 2).map((word) => word.replace(/s$/u, '')));
}
