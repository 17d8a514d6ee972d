import { answersIn, labelsIn } from '../headers/first-rows.ts';
import { dividedHeadings, rolesBy } from '../headers/headings.ts';
import type { Platform, Rows } from '../headers/layout.ts';
import type { Divided } from '../headers/stems.ts';

const roles = rolesBy({
  id: 'submission id',
  submitted: 'submission date',
  personal: 'submission ip | ip | first name | last name | name | email | e-mail | phone number',
  technical: 'last update date | status',
});

const arrow = ' >> ';

/** "Question >> Row": nothing else has such an arrow. */
function divide(header: string): Divided {
  const at = header.indexOf(arrow);
  return at <= 0 ? [header, ''] : [header.slice(0, at), header.slice(at + arrow.length)];
}

/** Several answers are on lines of their own, or joined by ";": whichever is seen more often in short cells. */
function separatorOf(rows: Rows): string {
  const cells = rows.flat().filter((cell) => cell.length < 200);
  const lines = cells.filter((cell) => /\S\r?\n\S/u.test(cell)).length;
  return lines > cells.filter((cell) => /\S; ?\S/u.test(cell)).length ? '\n' : ';';
}

/** Jotform: no export was there to learn from. One row, "Submission Date" first, and a matrix as "Question >> Row". */
export const jotform: Platform = {
  title: 'Jotform',
  recognise([headers = [], ...below]) {
    const names = labelsIn(headers);
    const date = names.indexOf('Submission Date');
    const isDated = date !== -1 && answersIn(below, date).every((cell) => /\d{4}|\d:\d\d/u.test(cell));
    if (!isDated) return undefined;
    const other = names.find((name) => name === 'Submission ID' || name === 'Submission IP');
    if (other !== undefined) return `the columns Submission Date and ${other}`;
    if (names.some((name) => name.includes(arrow))) return 'headers such as “Question >> Row”';
    return date === 0 ? 'the column Submission Date, which comes first' : undefined;
  },
  layOut([headers = [], ...below]) {
    const headings = dividedHeadings(headers, roles, divide);
    return { headerRows: 1, headings, separator: separatorOf(below) };
  },
};
