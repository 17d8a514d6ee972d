import type { Heading } from '../intake/layout.ts';
import type { Keep } from '../intake/table.ts';
import { UserError } from '../intake/user-error.ts';
import { isBlank, tidy } from '../intake/blank.ts';
import { fold, nearest } from './labels.ts';
import type { Question, Survey } from './survey.ts';

/** Which column of one export holds what the survey asks for. Columns are positions, counted from 0. */
export interface Claims {
  /** The columns of each question: one an item, or one an option where a multiple question is split. */
  readonly questions: ReadonlyMap<string, readonly number[]>;
  readonly respondent: Readonly<Partial<Record<RespondentColumn, number>>>;
  /** How every column that anybody asked for is to be read. */
  readonly keep: ReadonlyMap<number, Keep>;
  /** The names of the columns that nobody asked for. */
  readonly unclaimed: readonly string[];
  /** Respondent columns of the definition that this export does not have. */
  readonly missing: readonly RespondentColumn[];
  /** What each column is called in messages and definitions. */
  readonly names: readonly string[];
  /** The headings as the export has them. */
  readonly headings: readonly Heading[];
}

export type RespondentColumn = 'id' | 'submitted' | 'status' | 'test' | 'channel' | 'count';

/** The columns as a definition may name them: tidied, a repeated name as `Header (2)`, a blank one as `#12`. */
export function nameColumns(headings: readonly Heading[]): string[] {
  const seen = new Map<string, number>();
  return headings.map(({ name }, index) => {
    if (isBlank(name)) return `#${index + 1}`;
    const key = fold(name);
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return times === 1 ? tidy(name) : `${tidy(name)} (${times})`;
  });
}

/**
 * Finds the column of every item, option and respondent field of a survey in the headings of one export.
 *
 * A header matches as labels do; `#12` is the twelfth column. Where no column has the name, one that goes by it too (its
 * code, its question or its part alone) is meant, if there is only one. Throws a `UserError` that names every column which the
 * definition asks for and the export lacks, with the nearest header. Respondent columns may be missing from one of
 * several exports: the caller sees them in `missing`.
 */
export function claimColumns(survey: Survey, headings: readonly Heading[], file: string): Claims {
  const names = nameColumns(headings);
  const find = finder(headings, names);
  const keep = new Map<number, Keep>();
  const lacking: string[] = [];

  const questions = new Map<string, readonly number[]>();
  for (const question of survey.questions) {
    const columns: number[] = [];
    for (const wanted of columnsOf(question)) {
      const column = find(wanted);
      if (column === undefined) {
        lacking.push(complaint(survey, question, wanted, names, file));
        continue;
      }
      if (columns.includes(column)) {
        throw new UserError(
          `${survey.places.get(wanted[0] ?? '') ?? survey.file}: question "${question.id}" takes column "${names[column]}" twice`,
          `Where an export has a header twice, "${names[column]} (2)" names the second column.`,
        );
      }
      columns.push(column);
      if (question.kind !== 'text') keep.set(column, 'values');
      else if (!keep.has(column)) keep.set(column, 'presence');
    }
    questions.set(question.id, columns);
  }
  if (lacking.length > 0) {
    const isClear = lacking.every((sentence) => sentence.includes('did you mean'));
    throw new UserError(
      lacking.slice(0, 5).join('\n') + more(lacking.length - 5),
      isClear ? undefined : columnsIn(file, names),
    );
  }

  const respondent: Partial<Record<RespondentColumn, number>> = {};
  const missing: RespondentColumn[] = [];
  for (const [field, wanted] of respondentColumns(survey)) {
    const column = find(wanted);
    if (column === undefined) {
      missing.push(field);
    } else {
      respondent[field] = column;
      keep.set(column, field === 'submitted' && keep.get(column) !== 'values' ? 'days' : 'values');
    }
  }
  const unclaimed = names.filter((_, index) => !keep.has(index));
  return { questions, respondent, keep, unclaimed, missing, names, headings };
}

/** The respondent columns that a survey names, each with its alternative headers. */
export function respondentColumns({ respondent }: Survey): [RespondentColumn, readonly string[]][] {
  const { id, submitted, status, test, channel, count } = respondent;
  const all = { id, submitted, status: status?.columns, test: test?.columns, channel, count };
  return (Object.entries(all) as [RespondentColumn, readonly string[] | undefined][]).flatMap(
    ([field, columns]) => (columns ? [[field, columns]] : []),
  );
}

/** What a user reads when no export has a column that the definition names. */
export function missingColumn(
  survey: Survey,
  wanted: readonly string[],
  names: readonly string[],
  file: string,
): string {
  const [first = ''] = wanted;
  const near = wanted.map((name) => nearest(name, names)).find((name) => name !== undefined);
  const where = survey.places.get(first) ?? survey.file;
  const meant = near === undefined ? '' : `; did you mean "${near}"?`;
  return `${where}: no column "${wanted.join('" or "')}" in ${file}${meant}`;
}

function complaint(
  survey: Survey,
  question: Question,
  wanted: readonly string[],
  names: readonly string[],
  file: string,
): string {
  const sentence = missingColumn(survey, wanted, names, file);
  return sentence.includes('did you mean') ? sentence : `${sentence} (question "${question.id}")`;
}

/** What columns there are, as far as two lines have room for them: the file may have been read in the wrong way. */
function columnsIn(file: string, names: readonly string[]): string {
  const some = names.slice(0, 5).map((name) => `"${name.length > 30 ? `${name.slice(0, 29)}…` : name}"`);
  const rest = names.length > some.length ? ' …' : '';
  return `${file} has ${names.length} ${names.length === 1 ? 'column' : 'columns'}: ${some.join(', ')}${rest}`;
}

function more(count: number): string {
  return count > 0 ? `\nand ${count} more` : '';
}

function columnsOf(question: Question): readonly (readonly string[])[] {
  if (question.kind === 'multiple' && question.layout.kind === 'split') return question.layout.columns;
  return question.items.map((item) => item.columns);
}

function finder(headings: readonly Heading[], names: readonly string[]) {
  const headers = headings.map(({ name }) => name);
  const exact = firstPositions(headers);
  const named = firstPositions(names.map(fold));
  const folded = firstPositions(headers.map(fold));
  const also = onlyPositions(headings);
  return (wanted: readonly string[]): number | undefined => {
    for (const name of wanted) {
      const key = fold(name);
      const found = exact.get(name) ?? folded.get(key) ?? named.get(key) ?? also.get(key);
      if (found !== undefined) return found;
      const position = /^#([1-9]\d*)$/.exec(name)?.[1];
      if (position !== undefined && Number(position) <= headers.length) return Number(position) - 1;
    }
    return undefined;
  };
}

function firstPositions(keys: readonly string[]): ReadonlyMap<string, number> {
  const positions = new Map<string, number>();
  for (const [index, key] of keys.entries()) if (!positions.has(key)) positions.set(key, index);
  return positions;
}

/** Where each alias is that belongs to one column alone. */
function onlyPositions(headings: readonly Heading[]): ReadonlyMap<string, number> {
  const positions = new Map<string, number>();
  const shared = new Set<string>();
  for (const [index, { aliases }] of headings.entries()) {
    for (const key of new Set(aliases.map(fold))) {
      if (positions.has(key)) shared.add(key);
      positions.set(key, index);
    }
  }
  for (const key of shared) positions.delete(key);
  return positions;
}
