import type { Heading } from '../../intake/headers/layout.ts';
import type { Keep } from '../../intake/table.ts';
import { UserError } from '../../intake/user-error.ts';
import { tidy } from '../../intake/blank.ts';
import { refuseColumnFaults } from './column-faults.ts';
import { columnFinder, nameColumns } from './find-column.ts';
import { type MissingColumn, missingColumns } from './missing-columns.ts';
import type { Question, Survey } from '../survey.ts';

/** Which column of one export holds what the survey asks for. Columns are positions, counted from 0. */
export interface Claims {
  /** The columns of each question: one an item, or one an option where `split` has it. */
  readonly questions: ReadonlyMap<string, readonly number[]>;
  /** The questions of which this export has one column an option. */
  readonly split: ReadonlySet<string>;
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

export type RespondentColumn =
  'id' | 'submitted' | 'status' | 'test' | 'channel' | 'count' | 'weight' | 'kind' | 'signatories';

/**
 * Finds the column of every item, option and respondent field of a survey in the headings of one export.
 *
 * A header matches as labels do; `#12` is the twelfth column. Where no column has the name, one that goes by
 * it too (its code, its question or its part alone) is meant, if there is only one. Of two columns of one
 * export nobody can say which is meant, and the answers in the other would be lost: a `UserError`. Throws a
 * `UserError` that names every column which the definition asks for and the export lacks, with the nearest
 * header. Respondent columns may be missing from one of several exports: the caller sees them in `missing`.
 */
export function claimColumns(survey: Survey, headings: readonly Heading[], file: string): Claims {
  const names = nameColumns(headings);
  const matches = columnFinder(headings, names);
  const find = (wanted: readonly string[], what: string): number | undefined => {
    const found = matches(wanted);
    if (found.length > 1)
      throw new UserError(...onlyOne(survey, wanted, found, what, { headings, names, file }));
    return found[0];
  };
  const keep = new Map<number, Keep>();
  const lacking: MissingColumn[] = [];

  const questions = new Map<string, readonly number[]>();
  const split = new Set<string>();
  const isThere = (wanted: readonly string[]) => matches(wanted).length > 0;
  for (const question of survey.questions) {
    const columns = new Set<number>();
    const form = formIn(question, isThere);
    if (form.isSplit) split.add(question.id);
    for (const [nth, wanted] of form.columns.entries()) {
      const column = find(wanted, `question "${question.id}"`);
      if (column === undefined) {
        lacking.push({ wanted, part: partOf(question, nth, form.columns.length) });
        continue;
      }
      if (columns.has(column)) {
        throw new UserError(
          `${survey.places.get(wanted[0] ?? '') ?? survey.file}: question "${question.id}" takes column "${names[column]}" twice`,
          `Where an export has a header twice, "${names[column]} (2)" names the second column.`,
        );
      }
      columns.add(column);
      if (question.kind !== 'text') keep.set(column, 'values');
      else if (!keep.has(column)) keep.set(column, survey.blank.length > 0 ? 'answers' : 'fingerprints');
    }
    questions.set(question.id, [...columns]);
  }
  if (lacking.length > 0) {
    const free = names.filter((_, column) => !keep.has(column));
    throw missingColumns(survey, lacking, { names, free, file });
  }
  refuseColumnFaults(survey, { questions, split, names, headings });

  const respondent: Partial<Record<RespondentColumn, number>> = {};
  const missing: RespondentColumn[] = [];
  for (const [field, wanted] of respondentColumns(survey)) {
    const column = find(wanted, `respondent.${field}`);
    if (column === undefined) {
      missing.push(field);
    } else {
      respondent[field] = column;
      keep.set(column, keep.has(column) ? 'values' : keptOf(field, survey));
    }
  }
  const unclaimed = names.filter((_, index) => !keep.has(index));
  return { questions, split, respondent, keep, unclaimed, missing, names, headings };
}

/**
 * What is kept of a respondent column, where that is all it is. A word for no reply may be an id that must
 * not get lost.
 */
function keptOf(field: RespondentColumn, { blank }: Survey): Keep {
  if (field === 'submitted') return 'days';
  return field === 'id' && blank.length === 0 ? 'ids' : 'values';
}

/** What a user reads when several columns of one export have the names that the definition gives to one, and a hint. */
function onlyOne(
  survey: Survey,
  wanted: readonly string[],
  found: readonly number[],
  what: string,
  { headings, names, file }: { headings: readonly Heading[]; names: readonly string[]; file: string },
): [message: string, hint: string] {
  const headers = found.map((position) => tidy(headings[position]?.name ?? ''));
  const isTold = new Set(headers).size === headers.length && !headers.includes('');
  const columns = isTold ? headers : found.map((position) => names[position] ?? '');
  const where = survey.places.get(wanted[0] ?? '') ?? survey.file;
  return [
    `${where}: ${file} has both ${columns.map((name) => `"${name}"`).join(' and ')}, of which only one can be ${what}`,
    'Name only the one that is meant, exactly as it is written there, or rename the other.',
  ];
}

/** The respondent columns that a survey names, each with its alternative headers. */
export function respondentColumns({ respondent }: Survey): [RespondentColumn, readonly string[]][] {
  const { id, submitted, status, test, channel, count, weight, kind } = respondent;
  const all = {
    id,
    submitted,
    status: status?.columns,
    test: test?.columns,
    channel,
    count,
    weight,
    kind: kind?.columns,
    signatories: kind?.signatories,
  };
  return (Object.entries(all) as [RespondentColumn, readonly string[] | undefined][]).flatMap(
    ([field, columns]) => (columns ? [[field, columns]] : []),
  );
}

/**
 * Which part of a question the column is for that has this place among so many: the item of a grid, else the
 * question.
 */
function partOf({ id, items }: Question, nth: number, columns: number): string {
  const item = items.length > 1 ? items[Math.floor((nth * items.length) / columns)] : undefined;
  return item === undefined ? `question "${id}"` : `question "${id}", item "${item.id}"`;
}

/** The columns of a question, each as its alternative headers: one an item, or one an option where they are split. */
export function questionColumns(question: Question): readonly (readonly string[])[] {
  return optionColumns(question) ?? itemColumns(question);
}

/** In which of two ways an export holds a question, and in what columns: those of its options where all are there. */
function formIn(
  question: Question,
  isThere: (wanted: readonly string[]) => boolean,
): { readonly isSplit: boolean; readonly columns: readonly (readonly string[])[] } {
  const [options, items] = [optionColumns(question), itemColumns(question)];
  if (options === undefined) return { isSplit: false, columns: items };
  const isOnlySplit = items.some((wanted) => wanted.length === 0);
  const isSplit = isOnlySplit || options.every(isThere) || (!items.some(isThere) && options.some(isThere));
  return { isSplit, columns: isSplit ? options : items };
}

function optionColumns(question: Question): readonly (readonly string[])[] | undefined {
  return 'optionColumns' in question ? question.optionColumns?.map(({ columns }) => columns) : undefined;
}

function itemColumns({ items }: Question): readonly (readonly string[])[] {
  return items.map(({ columns }) => columns);
}
