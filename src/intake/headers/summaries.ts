import { answersIn, labelsIn } from './first-rows.ts';
import type { Rows } from './layout.ts';
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

/** The header over what a table of results lists, row by row; a file with a row a person lists none of these. */
const listed = /^(?:questions?|statements?|items?|options?|answers?|fields?|values?)$/iu;

/** Headers of a table of counts, of which one that holds responses never has both. */
const share = /^(?:%|percent(?:age)?|share|row percent)$/iu;
const count = /^(?:count|total|responses|number|frequency|n|answer count)$/iu;

/** The header over a figure that only results have: of answers, or of how many gave them. */
const figure =
  /^(?:(?:number|no\.?|n) of (?:respondents|responses|replies|answers)|(?:mean|average)(?: (?:score|rating))?|base|(?:response|answer) count)$/iu;
/** One that Qualtrics writes over them, whatever the cells hold: beside it they are out of place. */
const choiceCount = /^choice count$/iu;

const statistic = /^(?:min(?:imum)?|max(?:imum)?|mean|std\.? ?dev(?:iation)?|variance|median|count)$/iu;
const shareOf = /\p{L}.* %$|\(%\)$/u;

/** The header over the size of each group, in a table of how groups answered. */
const groupSize = /^(?:tot(?:al|\.)?|number of|no\. of|n of) (?:respondents|responses|replies)$/iu;

/** What the rows of a table say that has a row for each figure of a statement. */
const measure = /^(?:percent(?:age)?|count|number|base|mean|total|(?:\p{L}+ )(?:percent(?:age)?|count))$/iu;

/** How many gave an answer and what share of all that is, in either order: "40 (40%)", "46.8% (528)". */
const countAndShare = /^\d[\d,]* ?\(\d+(?:\.\d+)? ?%\)$|^\d+(?:\.\d+)? ?% *\(\d[\d,]*\)$/u;
const number = /^[<>]?-?\d[\d.,]*\s*%?$/u;

/** Anything with a figure in it, “(55%)” or “n=12”, or a mark in place of one: “*”. */
const figured = /\d|^\P{L}+$/u;
const percentage = /^[<>]?\d+(?:[.,]\d+)?\s*%$/u;

/**
 * Refuses a table of results where responses are wanted: a summary of the answers to each question as SurveyMonkey and
 * others write it, or a published table of percentages. `rows` are the first ones of the file.
 */
export function refuseSummaries(file: string, rows: Rows): void {
  refuseKnownSummaries(file, rows);
  // The question may stand above the table, alone in its row.
  const isTitled = labelsIn(rows[0] ?? []).filter((cell) => cell !== '').length === 1;
  const what = resultTable(isTitled ? rows.slice(1) : rows) ?? shareTable(rows);
  if (what !== undefined) throw refusal(file, what);
}

/** Refuses what can be nothing else, whichever platform the user named. */
export function refuseKnownSummaries(file: string, rows: Rows): void {
  const cells = rows.map(labelsIn);
  if (cells.some((row) => matching(row, summaryHeading).length >= 2))
    throw refusal(file, 'a summary of the answers to each question');
  if (new Set(matching(cells.flat(), pivot).map((cell) => cell.toLowerCase())).size >= 2)
    throw refusal(file, 'a pivot table that somebody made');
  const hint = 'Export the responses themselves: Responses, Export, Export responses, as CSV.';
  if (cells.some(([first = '']) => statistics.test(first)))
    throw refusal(file, 'LimeSurvey’s page of statistics', hint);
}

function refusal(file: string, what: string, hint = HINT): UserError {
  return new UserError(`${file} is ${what}, not the responses.`, hint);
}

function matching(cells: readonly string[], pattern: RegExp): readonly string[] {
  return cells.filter((cell) => pattern.test(cell));
}

/**
 * What sort of table the first rows of a file show, where they are results that somebody worked out and no responses; to
 * complete "the file is …". A row for each person never has a header such as Statement beside a figure about all of them.
 */
function resultTable(rows: Rows): string | undefined {
  const [headers = [], ...below] = rows.map(labelsIn);
  const isThere = (header: RegExp): boolean => headers.some((one) => header.test(one));
  /** How many columns hold nothing but such cells, two of them at least, under such a header; or so large a part of them. */
  const columnsOf = (cell: RegExp, header = /(?:)/u, part = 1): number =>
    headers.filter((own, column) => {
      const cells = header.test(own) ? answersIn(below, column) : [];
      return cells.length > 1 && matching(cells, cell).length >= part * cells.length;
    }).length;
  if (below.some(isOptionTable) || columnsOf(countAndShare) > 0)
    return 'a report of the answers to each question';
  if (isThere(listed)) {
    if (columnsOf(number, statistic) > 2) return 'a table of statistics of each question';
    if (isThere(choiceCount) || columnsOf(number, figure) > 0 || columnsOf(number, shareOf) > 1)
      return 'a table of results, a row for each statement';
    if (columnsOf(measure) > 0) return 'a table of results, a row for each figure';
  }
  const areBoth = columnsOf(figured, share, 0.5) > 0 && columnsOf(figured, count, 0.5) > 0;
  if (headers.length <= 8 && areBoth) return 'a table of counts and percentages';
  return areCounts(headers, below) ? 'a table of how many gave each answer' : undefined;
}

/** The same where most of it are percentages. */
function shareTable(rows: Rows): string | undefined {
  const [headers = [], ...below] = rows.map(labelsIn);
  const isSized = rows.slice(0, 3).some((row) => matching(labelsIn(row), groupSize).length > 0);
  if (isSized && headers.filter((_, column) => isShare(answersIn(below, column))).length > 2)
    return 'a table of how groups answered';
  const cells = below.flat().filter((cell) => cell !== '');
  const percentages = matching(cells, percentage).length;
  return percentages > 10 && percentages * 2 > cells.length
    ? 'a table of percentages that somebody worked out'
    : undefined;
}

/** Whether a row heads the options of a question, with how many and what share chose each: "Value, Percent, Responses". */
function isOptionTable(cells: readonly string[]): boolean {
  const [first = '', ...others] = cells.filter((cell) => cell !== '');
  const isOver = others.length === 2 && listed.test(first);
  return isOver && matching(others, share).length > 0 && matching(others, count).length > 0;
}

/** Whether each row is a question or an option, with how many gave each answer to it and, at the end, the sum of these. */
function areCounts(headers: readonly string[], rows: Rows): boolean {
  const [first = '', ...answers] = headers;
  const isSum = /^(?:grand )?total$/iu.test(answers.pop() ?? '');
  const isTable = isSum && (first === '' || listed.test(first)) && answers.length > 1 && rows.length > 1;
  if (!isTable || !answers.every((cell) => /\p{L}/u.test(cell))) return false;
  return rows.every(([label = '', ...cells]) => {
    const counts = cells.map((cell) => (/^\d[\d,]*$/u.test(cell) ? Number(cell.replaceAll(',', '')) : NaN));
    const sum = counts.slice(0, -1).reduce((before, one) => before + one, 0);
    return /\p{L}/u.test(label) && counts.length === headers.length - 1 && sum === counts.at(-1);
  });
}

/** Whether a column holds percentages, header rows aside. */
function isShare(cells: readonly string[]): boolean {
  return cells.length > 3 && matching(cells, percentage).length >= cells.length - 1;
}
