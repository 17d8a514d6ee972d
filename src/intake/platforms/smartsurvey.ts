import { tidy } from '../blank.ts';
import { answersIn, labelsIn, placeOf, reordered, widthOf } from '../headers/first-rows.ts';
import { dividedHeadings, heading, roleOf, rolesBy } from '../headers/headings.ts';
import type { Heading, Platform, Rows } from '../headers/layout.ts';
import type { Divided } from '../headers/stems.ts';

/** What it fills in where nobody replied. */
const fillers = ['-', '.', 'NA'];

const roles = rolesBy({
  id: 'userid',
  submitted: 'ended',
  status: 'status',
  personal: 'name | email | ip address',
  technical: [
    'userno | id | unique id | uniqueid | started | tracking link | tracking_link',
    'device type | language',
  ],
});

/**
 * The number of a question and of a part of it, as one header row has them where it leaves out the question:
 * "Q10.2. Parks".
 */
const partNumber = /^(Q\d+)\.\d+\.\s+(\S.*)$/su;

function dividePart(header: string): Divided {
  const [, question = header, part = ''] = partNumber.exec(header) ?? [];
  return [question, part];
}

function idColumn(headers: readonly string[]): number {
  return labelsIn(headers)
    .slice(0, 6)
    .findIndex((header) => header.toLowerCase() === 'userid');
}

/**
 * Rows under the first that have nothing under the columns about the respondent go on with the headers: two
 * at most, and only under questions of several columns, whose text stands over the first of them or over
 * each.
 */
function headerRowsOf([first = [], ...below]: Rows): number {
  const titles = labelsIn(first);
  if (!titles.some((title, column) => title === '' || title === titles[column + 1])) return 1;
  const about = titles.flatMap((title, column) => (roleOf(title, roles) === undefined ? [] : [column]));
  // Who answered on paper has no id either, but says again and again what others say, as no row of headers does.
  const others = below
    .slice(2)
    .map((row) => labelsIn(row).map((cell) => (fillers.includes(cell) ? '' : cell)));
  const isResponse = (row: readonly string[]): boolean =>
    about.some((column) => labelsIn(row)[column]) || row.some((_, at) => isGiven(row, at, others));
  const end = below.slice(0, 2).findIndex((row) => isResponse(row));
  return Math.min(end === -1 ? 3 : end + 1, Math.max(1, below.length));
}

/**
 * Whether a row says in a column what others say there, among other things: where they say nothing else it
 * may be an option.
 */
function isGiven(row: readonly string[], column: number, others: Rows): boolean {
  const given = new Set(answersIn(others, column));
  return given.size > 1 && given.has(labelsIn(row)[column] ?? '');
}

/**
 * The questions first, as their row names the ids. Of two rows above it the order is not known: options stand over more
 * columns than sub-questions.
 */
function inOrder(rows: Rows): Rows | undefined {
  const titles = placeOf(rows, 3, (row) => idColumn(row) !== -1);
  if (titles === undefined || titles === 0) return undefined;
  const id = idColumn(rows[titles] ?? []);
  const others = [0, 1, 2].filter((at) => at < titles || (at > titles && !labelsIn(rows[at] ?? [])[id]));
  const filled = (at: number): number => labelsIn(rows[at] ?? []).filter((cell) => cell !== '').length;
  const parts = others.length === 2 ? others.toSorted((a, b) => filled(a) - filled(b)) : others;
  return reordered(rows, [titles, ...parts]);
}

/**
 * SmartSurvey: the question over its columns, sub-questions below, then options; or one row, in which options
 * have the number of their question. A mark or NA stands where nobody replied, and Yes or No under each
 * option.
 */
export const smartsurvey: Platform = {
  title: 'SmartSurvey',
  inOrder,
  recognise([headers = []]) {
    const names = labelsIn(headers).map((header) => header.toLowerCase());
    const other = ['ended', 'started', 'uniqueid', 'unique id'].find((name) => names.includes(name));
    if (idColumn(headers) === -1 || other === undefined) return undefined;
    return `the columns UserID and ${labelsIn(headers)[names.indexOf(other)]}`;
  },
  layOut(rows) {
    const headerRows = headerRowsOf(rows);
    const above = rows.slice(0, headerRows);
    const shared = { headerRows, noReply: fillers, complete: ['Completed', 'Complete'] };
    const [first = []] = above;
    if (headerRows === 1) return { ...shared, headings: dividedHeadings(first, roles, dividePart) };
    const headings: Heading[] = [];
    let [question, group] = ['', ''];
    for (let column = 0; column < widthOf(above); column++) {
      const [own = '', second = '', third = ''] = above.map((row) => tidy(row[column] ?? ''));
      question = own || question;
      // A sub-question stands over the first of its options, within its question.
      group = headerRows > 2 ? second || (own === '' ? group : '') : '';
      const part = [group, headerRows > 2 ? third : second].filter((text) => text !== '').join(' - ');
      headings.push(heading(question, part, { role: part === '' ? roleOf(question, roles) : undefined }));
    }
    return { ...shared, headings };
  },
};
