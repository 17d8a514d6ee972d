import { tidy } from '../blank.ts';
import { answersIn, areTicks, labelsIn, widthOf } from '../headers/first-rows.ts';
import { hasHeaders, heading, plainHeading, roleOf, rolesBy } from '../headers/headings.ts';
import type { Heading, Platform, Rows } from '../headers/layout.ts';

const roles = rolesBy({
  id: '#',
  submitted: 'submit date (utc)',
  status: 'response type',
  technical: 'start date (utc) | stage date (utc) | network id | tags | ending | score',
});

const own = ['#', 'submit date (utc)', 'start date (utc)', 'network id', 'response type'];
const token = /^[a-z0-9]{20,}$/u;

/** Which row has Typeform's own headers: a publisher may have put a row of questions above them. */
function ownRow(rows: Rows): number {
  return rows.slice(0, 2).findIndex((_, at) => marksIn(rows, at).length > 1 || hasTokens(rows, at));
}

function marksIn(rows: Rows, at: number): string[] {
  return own.filter((name) => hasHeaders(rows[at] ?? [], [name]));
}

/** Whether the column "#" holds the tokens of responses. */
function hasTokens(rows: Rows, at: number): boolean {
  const column = labelsIn(rows[at] ?? []).indexOf('#');
  const tokens = column === -1 ? [] : answersIn(rows.slice(at + 1), column);
  return tokens.length > 0 && tokens.every((cell) => token.test(cell));
}

/** A header as a reader saw it: without stars, underscores, tags, addresses of links and names of fields. */
function plain(header: string): string {
  return tidy(
    header
      .replace(/\{\{[^}]*\}\}/gu, '…')
      .replace(/\[([^\]]*)\]\([^)]*\)/gu, '$1')
      .replace(/<\/?[a-z][^>]*>/giu, '')
      .replace(/(?<![\p{L}\p{N}*_])(\*{1,3}|_{1,3})(.*?)\1(?![\p{L}\p{N}*_])/gsu, '$2'),
  );
}

/** Which columns hold one option of several: whoever ticked it has the header as the answer. */
function optionColumns(headers: readonly string[], below: Rows): boolean[] {
  const labels = labelsIn(headers);
  const answers = headers.map((_, column) => answersIn(below, column));
  const isOption = labels.map((label, column) => areTicks(answers[column] ?? [], label));
  // What was written in stands beside the options; so does an option that nobody has ticked so far.
  let after = 0;
  for (const [column, header] of headers.entries()) {
    while (after <= column || (answers[after]?.length === 0 && labels[after] !== 'Other')) after++;
    const next = isOption[after] || labels[after] === 'Other';
    const isUnticked = (answers[column] ?? []).length === 0 && !plain(header).endsWith('?') && next;
    if (isOption[column - 1] && (labels[column] === 'Other' || isUnticked)) isOption[column] = true;
  }
  return isOption;
}

/** Whether a column has mostly answers that others of its question have, as the rows of a grid do. */
function overlaps(answers: ReadonlySet<string>, said: ReadonlySet<string>): boolean {
  return answers.size > 0 && [...answers].filter((answer) => said.has(answer)).length * 2 >= answers.size;
}

/**
 * The question that each column holds an option or a row of; '' where it is a question itself. What a publisher wrote above stands over
 * the first of its columns: the others have the same sort of answer.
 */
function questionsOver(
  above: readonly string[],
  headers: readonly string[],
  below: Rows,
  options: readonly boolean[],
): string[] {
  const labels = labelsIn(above);
  let question = '';
  let said = new Set<string>();
  return Array.from({ length: widthOf([headers, above]) }, (_, column) => {
    const answers = answersIn(below, column);
    const isNew = (labels[column] ?? '') !== '';
    const goesOn = options[column] || overlaps(new Set(answers), said);
    if (isNew || !goesOn) {
      said = new Set();
      question = isNew ? plain(above[column] ?? '') : '';
    }
    if (question !== '') for (const answer of answers) said.add(answer);
    return question;
  });
}

/** What a column holds; `beside` is the one before it. */
function headingOf(
  header: string,
  question: string,
  isOption: boolean,
  beside: Heading | undefined,
): Heading {
  const role = roleOf(header, roles);
  if (role !== undefined) return plainHeading(header, role);
  const [text, aliases] = [plain(header), [header]];
  if (isOption) return heading(question, text, { aliases });
  const named = (of: string) => heading(of || text, of === '' ? '' : text, { aliases });
  // A write-in beside a question with one answer has no more of a header than one beside options.
  if (question !== '' || tidy(header) !== 'Other') return named(question);
  const isInstead = beside?.role === undefined && beside?.part === undefined;
  return { ...named(beside?.question ?? ''), ...(isInstead && { isWriteIn: true }) };
}

/** Typeform: one row; an option of several is a header alone, without its question; formatting is left in. */
export const typeform: Platform = {
  title: 'Typeform',
  recognise(rows) {
    const at = ownRow(rows);
    if (at === -1) return undefined;
    const [first = '', second] = marksIn(rows, at).map(
      (name) => labelsIn(rows[at] ?? []).find((header) => header.toLowerCase() === name) ?? name,
    );
    return second === undefined
      ? `the column ${first} with a token in every row`
      : `the columns ${first} and ${second}`;
  },
  layOut(rows) {
    const parts = Math.max(0, ownRow(rows));
    const [headers = [], below] = [rows[parts], rows.slice(parts + 1)];
    const above = parts === 1 ? (rows[0] ?? []) : [];
    const options = optionColumns(headers, below);
    const headings: Heading[] = [];
    for (const [column, question] of questionsOver(above, headers, below, options).entries())
      headings.push(headingOf(headers[column] ?? '', question, options[column] === true, headings.at(-1)));
    return { headerRows: parts + 1, headings, complete: ['completed'] };
  },
};
