import type { Rows } from './layout.ts';

/** The header over what a table of results lists, row by row; a file with a row a person lists none of these. */
const listed = /^(?:questions?|statements?|items?|options?|answers?|fields?|values?)$/iu;

/** The header over a figure that only results have: of answers, or of how many gave them. */
const figure =
  /^(?:(?:number|no\.?|n) of (?:respondents|responses|replies|answers)|(?:mean|average)(?: (?:score|rating))?|base|(?:response|answer) count)$/iu;
/** One that Qualtrics writes over them, whatever the cells hold: beside it they are out of place. */
const choiceCount = /^choice count$/iu;

const statistic = /^(?:min(?:imum)?|max(?:imum)?|mean|std\.? ?dev(?:iation)?|variance|median|count)$/iu;
const share = /^(?:%|percent(?:age)?|share)$/iu;
const count = /^(?:count|total|responses|number|frequency|n|answer count)$/iu;
const shareOf = /\p{L}.* %$|\(%\)$/u;

/** What the rows of a table say that has a row for each figure of a statement. */
const measure = /^(?:percent(?:age)?|count|number|base|mean|total|(?:\p{L}+ )(?:percent(?:age)?|count))$/iu;

/** How many gave an answer, and what share of all that is: "40 (40%)". */
const countAndShare = /^\d[\d,]* ?\(\d+(?:\.\d+)? ?%\)$/u;

const number = /^[<>]?-?\d[\d.,]*\s*%?$/u;

/**
 * What sort of table the first rows of a file show, tidied, where they are results that somebody worked out and no responses; to
 * complete "the file is …". A row for each person never has a header such as Statement beside a figure about all of them.
 */
export function resultTable(rows: Rows): string | undefined {
  const [headers = [], ...below] = rows;
  if (below.some((row) => isOptionTable(row))) return 'a report of the answers to each question';
  const holds = (column: number, pattern: RegExp): boolean => {
    const cells = below.map((row) => row[column] ?? '').filter((cell) => cell !== '');
    return cells.length > 1 && cells.every((cell) => pattern.test(cell));
  };
  if (headers.some((_, column) => holds(column, countAndShare)))
    return 'a report of the answers to each question';
  if (!headers.some((header) => listed.test(header))) return undefined;
  const figures = headers.filter(
    (header, column) => choiceCount.test(header) || (figure.test(header) && holds(column, number)),
  );
  const shares = headers.filter((header, column) => shareOf.test(header) && holds(column, number));
  const statistics = headers.filter((header, column) => statistic.test(header) && holds(column, number));
  if (statistics.length > 2) return 'a table of statistics of each question';
  if (figures.length > 0 || shares.length > 1) return 'a table of results, a row for each statement';
  const isMeasured = headers.some((_, column) => holds(column, measure));
  return isMeasured ? 'a table of results, a row for each figure' : undefined;
}

/** Whether a row heads the options of a question, with how many and what share chose each: "Value, Percent, Responses". */
function isOptionTable(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  const [first = '', ...others] = filled;
  return (
    filled.length === 3 &&
    listed.test(first) &&
    others.some((cell) => share.test(cell)) &&
    others.some((cell) => count.test(cell))
  );
}
