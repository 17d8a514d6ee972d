import { answersIn, labelsIn } from '../headers/first-rows.ts';
import { type Roles, dividedHeadings } from '../headers/headings.ts';
import type { Platform } from '../headers/layout.ts';
import { bracketed } from '../headers/stems.ts';
import { isSummaryLabel } from '../totals/summary-cells.ts';

const roles: Roles = {
  timestamp: 'submitted',
  zeitstempel: 'submitted',
  horodateur: 'submitted',
  'marca temporal': 'submitted',
  'carimbo de data/hora': 'submitted',
  'informazioni cronologiche': 'submitted',
  tidsstempel: 'submitted',
  'stamp amser': 'submitted',
  'email address': 'personal',
  username: 'personal',
  score: 'technical',
};

const stamp = /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?\s+\d{1,2}[:.]\d{2}/u;

const zoned = /\b[ap]m [a-z]{2,5}(?:[+-][\d:]+)?$/iu;

/** Where the column of timestamps is: the first one, but for a column of row numbers that a program put before it. */
function stampColumn(headers: readonly string[]): number {
  return labelsIn(headers)
    .slice(0, 2)
    .findIndex((header) => roles[header.toLowerCase()] === 'submitted');
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
    const headings = dividedHeadings(headers, roles, bracketed);
    return { headerRows: 1, headings, separator: isJoined ? ';' : ', ' };
  },
};
