import { tidy } from '../blank.ts';
import { answersIn, labelsIn } from '../headers/first-rows.ts';
import { dividedHeadings, roleOf, rolesBy } from '../headers/headings.ts';
import type { Platform, Rows } from '../headers/layout.ts';
import { bracketed, withoutTwins } from '../headers/stems.ts';
import { isSummaryLabel } from '../totals/summary-names.ts';

const roles = rolesBy({
  submitted: [
    'timestamp | zeitstempel | horodateur | marca temporal | carimbo de data/hora',
    'informazioni cronologiche | tidsstempel | tijdstempel | stamp amser',
    'отметка времени | zaman damgası | タイムスタンプ',
  ],
  personal: 'email address | username',
  technical: 'score',
});

const stamp = /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?\s+\d{1,2}[:.]\d{2}/u;

const zoned = /\b[ap]m [a-z]{2,5}(?:[+-][\d:]+)?$/iu;

/** Where the column of timestamps is: the first one, but for a column of row numbers that a program put before it. */
function stampColumn(headers: readonly string[]): number {
  return labelsIn(headers)
    .slice(0, 2)
    .findIndex((header) => roleOf(header, roles) === 'submitted');
}

/** The points that somebody got in a quiz, of those to be got: “1.00 / 1”, “-- / 0”. */
const points = /^(?:--|\d+(?:[.,]\d+)?) \/ \d+(?:[.,]\d+)?$/u;

/**
 * What the CSV of a quiz puts after each answer, in the language of its form: “Question [Score]” and
 * “Question [Feedback]”. They are no answers, and neither is the total.
 */
function gradeColumns([headers = [], ...below]: Rows): ReadonlySet<number> {
  const names = labelsIn(headers);
  const isOf = (name: string, question: string): boolean =>
    name !== question && bracketed(name)[0] === question;
  const grades = names.flatMap((question, column) => {
    const [score = '', feedback = ''] = names.slice(column + 1, column + 3);
    const found = isOf(score, question) ? answersIn(below, column + 1) : [];
    if (found.length === 0 || !found.every((cell) => points.test(cell))) return [];
    return isOf(feedback, question) ? [column + 1, column + 2] : [column + 1];
  });
  if (grades.length === 0) return new Set();
  const total = names.findIndex((_, column) => {
    const found = answersIn(below, column);
    return found.length > 0 && found.every((cell) => points.test(cell));
  });
  return new Set([...grades, total]);
}

/** Google Forms, from its sheet or directly: one row, a grid as "Question [Row]", several answers joined by ", ". */
export const googleforms: Platform = {
  title: 'Google Forms',
  recognise([headers = [], ...below]) {
    const column = stampColumn(headers);
    const found = column === -1 ? [] : answersIn(below, column);
    // Somebody may have written “Total” under the times.
    const stamps = found.filter((cell) => !isSummaryLabel(cell));
    if (stamps.length === 0 || !stamps.every((cell) => stamp.test(cell))) return undefined;
    return `the column ${labelsIn(headers)[column]} with a time in every row`;
  },
  layOut([headers = [], ...below]) {
    // The CSV that the form itself gives joins by ";", and its times have a zone; its sheet joins by ", ".
    const isDirect = answersIn(below, stampColumn(headers)).every((cell) => zoned.test(cell));
    const cells = below.flatMap((row) => labelsIn(row).slice(1));
    const semicolons = cells.filter((cell) => /\S;\S/u.test(cell)).length;
    const commas = cells.filter((cell) => cell.includes(', ')).length;
    const isJoined = semicolons > commas || (isDirect && semicolons > 0);
    const grades = gradeColumns([headers, ...below]);
    const roleIn = (header: string, column: number) =>
      grades.has(column) ? 'technical' : roleOf(header, roles);
    const bare = withoutTwins(headers.map(tidy));
    const headings = dividedHeadings(headers, roleIn, (header, column) => bracketed(bare[column] ?? header));
    return { headerRows: 1, headings, separator: isJoined ? ';' : ', ' };
  },
};
