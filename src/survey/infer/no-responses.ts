import { UserError } from '../../intake/user-error.ts';
import { fold } from '../labels/labels.ts';
import type { ColumnFacts, LabelCount } from './facts.ts';
import { inWords } from './question-words.ts';
import { roleOfHeading } from './roles.ts';
import { matchScale } from './scale-match.ts';

/** The header over how many gave each answer. */
const count =
  /^(?:count|responses|respondents|replies|frequency|n|(?:number|no\.?) of (?:responses|respondents|replies|people))$/u;
const figure = /^(?:total|number|votes|%|percent(?:age)?|share)$/u;

/** The headers over questions and over the answers to them, where a row is neither a person nor what one said. */
const question = /^question(?: ?(?:text|title|label|name))?$/u;
const option = /^(?:(?:answer|response) )?(?:option|choice)s?$|^(?:answer|response|value)s?$/u;

/** The names of rows that sum up the others. */
const sum = /^(?:(?:grand )?total|all|base|n|net\b.*|cyfanswm)$/u;

/** No question has more options, and no table of groups that somebody made more rows. */
const MOST_ROWS = 60;

/** Refuses a table of which a row is no response: a count of answers, or an answer of somebody. Throws a `UserError`. */
export function refuseOthers(file: string, columns: readonly ColumnFacts[]): void {
  const filled = columns.filter(({ filled: some }) => some > 0);
  refuseCounts(file, filled);
  refuseLong(file, filled);
}

/**
 * Refuses a table of how many gave each answer, which only a definition that says so may hold: an option in each row with its
 * count, alone, beside its question or by groups, or a group in each row with the answers of a scale as headers. A row for each
 * person never has these above numbers.
 */
function refuseCounts(file: string, filled: readonly ColumnFacts[]): void {
  if (listsOptions(filled) || listsQuestions(filled) || isTable(filled))
    throw new UserError(
      `${file} is a table of how many gave each answer, not the responses.`,
      'Export the responses themselves, one row a person. Of rows that each stand for many, a definition can say so: respondent, count.',
    );
}

/** Whether each row is an option of some question, with how many chose it. */
function listsOptions(columns: readonly ColumnFacts[]): boolean {
  const under = (header: RegExp): readonly ColumnFacts[] =>
    columns.filter(({ heading }) => header.test(fold(heading.name)));
  const figures = [...under(count), ...under(figure)];
  return (
    under(question).length === 1 &&
    under(option).length === 1 &&
    figures.length + 2 === columns.length &&
    figures.some((column) => holds(column, whole)) &&
    figures.every((column) => holds(column, whole) || holds(column, percentage))
  );
}

/**
 * Whether each row has the question itself, in several rows, with an answer to it and figures beside them and nothing else. Where
 * questions were the options, their answers come again, and beside them is what each person rated from 1 to 10.
 */
function listsQuestions(columns: readonly ColumnFacts[]): boolean {
  const areAsked = ({ labels, known }: ColumnFacts): boolean =>
    known && labels.every(({ label }) => /\?[\s*]*(?:\([^()]*\))?[.\s*]*$/u.test(label));
  const about = columns.find((column) => comesAgain(column) && areAsked(column));
  const others = columns.filter((column) => column !== about);
  const figures = others.filter((column) => holds(column, figureOrNone) && !person.test(fold(column.name)));
  const [answer, another] = others.filter((column) => !figures.includes(column));
  if (about === undefined || answer === undefined || another !== undefined || figures.length < 2)
    return false;
  const areOnce = answer.distinct >= Math.max(...about.labels.map((label) => label.count));
  const areMany = ({ label }: LabelCount): boolean => /\d[.,]\d|%/u.test(label) || numberOf(label) > 10;
  return areOnce && figures.some(({ labels }) => labels.some(areMany));
}

/** Whether each row is an answer or a group of its own, and every other column counts or shares of people. */
function isTable([first, ...others]: readonly ColumnFacts[]): boolean {
  if (first === undefined || first.records < 2 || first.records > MOST_ROWS || !namesRows(first))
    return false;
  const areCounts = others.every(holdsCounts);
  const headers = others.map(({ heading }) => fold(heading.name));
  // Under Total may be what one person scored.
  const answers = headers.filter((header) => header !== 'total' && !count.test(header));
  const [header = ''] = headers;
  const isCounted = headers.length === 1 && (count.test(header) || isHeaderless(first, header));
  const isCrossed = answers.length > 1 && matchScale(answers.map(asLabel), '') !== undefined;
  if (areCounts && (isCounted || isCrossed)) return true;
  if (others.length < 2) return false;
  if (rowsAreScale(first)) return areCounts || others.every((column) => holds(column, percentage));
  return areCounts && option.test(fold(first.heading.name)) && endsInSum(others);
}

/** Whether the first of the rows, an answer and how many gave it, was taken for headers. */
function isHeaderless({ heading, labels }: ColumnFacts, header: string): boolean {
  const isAnswer = roleOfHeading(heading) === undefined && !/^q?\d*$|\?\W*$/u.test(fold(heading.name));
  return isAnswer && whole.test(header) && labels.some(({ label }) => label.includes(' '));
}

/** Whether each row has a name of its own in this column, which is no number. */
function namesRows({ labels, known, filled, distinct, records }: ColumnFacts): boolean {
  return (
    known && filled === records && distinct === records && labels.every(({ label }) => /\p{L}/u.test(label))
  );
}

/** Whether the rows are answers of a scale, each once, as hardly ever the answers of that many people are. */
function rowsAreScale({ labels }: ColumnFacts): boolean {
  const answers = labels.filter(({ folded }) => !sum.test(folded));
  return answers.length > 2 && matchScale(answers, '') !== undefined;
}

/** Whether the last column holds what the others come to. */
function endsInSum(columns: readonly ColumnFacts[]): boolean {
  const last = columns.at(-1);
  if (last === undefined || !sum.test(fold(last.heading.name))) return false;
  const totalOf = ({ labels }: ColumnFacts): number =>
    labels.reduce((total, { label, count: times }) => total + numberOf(label) * times, 0);
  return columns.slice(0, -1).reduce((total, column) => total + totalOf(column), 0) === totalOf(last);
}

const figureOrNone = /^(?:\d[\d,.]* ?%?|n\/?a|-)$/iu;
const whole = /^\d[\d,]*$/u;
const percentage = /^[<>]?\d+(?:\.\d+)? ?%$/u;

function holds({ labels, known }: ColumnFacts, cell: RegExp): boolean {
  return known && labels.every(({ label }) => cell.test(label));
}

/** Whether these are whole numbers of people, and not merely yes and no. */
function holdsCounts(column: ColumnFacts): boolean {
  return holds(column, whole) && column.labels.some(({ label }) => numberOf(label) > 5);
}

function numberOf(label: string): number {
  return Number(label.replaceAll(',', ''));
}

function asLabel(header: string): LabelCount {
  return { label: header, raw: header, folded: header, count: 1 };
}

/** The headers over what stands in a row for each answer: to which question it is, what it is, and who gave it. */
const asked = /^question(?: ?(?:text|title|label|name|id|no|number))?$/u;
const answered = /^(?:(?:original|raw|full) )?(?:answer|response|reply|value)(?: ?(?:text|value|label))?$/u;
const person =
  /^(?:responde(?:nt|r)|participant|person|user|response|submission|contribution|reply)(?: ?(?:id|no|number|ref|reference|name|code))?$|^(?:id|ref|reference|name|user ?name|e-?mail)$/u;

/** Those who answer are of no more sorts. */
const MOST_SORTS = 20;

/** Refuses an export that has a row for each answer: every row would count as a response, and the answers to all questions as those to one. */
function refuseLong(file: string, columns: readonly ColumnFacts[]): void {
  const under = (header: RegExp): readonly ColumnFacts[] =>
    columns.filter(({ heading }) => header.test(fold(inWords(heading.name))));
  const [[about], [answer]] = [under(asked), under(answered)];
  if (about === undefined || answer === undefined || !comesAgain(about)) return;
  // Hardly anybody answers a question more than twice: “Resident” and “Trader” are no names of people.
  const areEnough = ({ distinct, records }: ColumnFacts): boolean =>
    distinct > MOST_SORTS || distinct * about.distinct * 2 >= records;
  if (!under(person).some((column) => column !== answer && comesAgain(column) && areEnough(column))) return;
  throw new UserError(
    `${file} has a row for each answer, not for each person.`,
    'Export the responses with one row a person and a column for each question.',
  );
}

/** Whether several things stand in a column, each in several rows, and something in every row. */
function comesAgain({ distinct, filled, records }: ColumnFacts): boolean {
  return filled === records && distinct > 1 && distinct * 2 <= filled;
}
