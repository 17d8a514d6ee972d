import { tidy } from '../../intake/blank.ts';
import { fold } from '../../survey/labels/labels.ts';
import { months } from '../../survey/patterns/days.ts';
import type { Finding } from './interpret.ts';

const pattern = /^(?:(\d{1,2})-([a-z]{3})t?|([a-z]{3})t?-(\d{2}))$/u;

/**
 * The range that a spreadsheet may have turned into a date such as "5-Feb" (2–5) or "Oct-49" (10–49); undefined where a
 * value is no such date.
 */
export function rangeBehind(value: string): string | undefined {
  const [, before, monthAfter, monthBefore, after] = pattern.exec(fold(value)) ?? [];
  const short = monthAfter ?? monthBefore;
  const month = months.findIndex((name) => name.slice(0, 3) === short) + 1;
  if (month === 0) return undefined;
  const other = Number(before ?? after);
  return `${Math.min(month, other)}–${Math.max(month, other)}`;
}

/** A day with its month and year, and a range of numbers, which may be open: “More than 10”. */
const day = /^(?:(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}|\d{4}-(\d\d)-(\d\d)(?: 00:00(?::00)?)?)$/u;
const ofNumbers =
  /^(?:\D{0,3}\d+\s*(?:-|to|and)|more than|over|at least|less than|fewer than|under|up to)\s*\D{0,3}\d+$|^\d+\s*(?:\+|or (?:more|over))$/u;

/** The same of each of the values of a column: among ranges a day with its year, “05/10/2025”, may have been one too. */
export function datesAmong(values: Iterable<string>): (value: string) => Finding[] {
  const areRanges = [...values].some((value) => ofNumbers.test(fold(value)) && !day.test(fold(value)));
  return (value) => {
    const [, ...parts] = (areRanges && day.exec(fold(value))) || [];
    const [from, to] = parts
      .flatMap((part) => (part === undefined ? [] : Number(part)))
      .toSorted((a, b) => a - b);
    if (from === undefined || to === undefined) return dateFindings(value);
    return [{ code: 'excel-date', value: tidy(value), suggestion: `${from}–${to}` }];
  };
}

/** What there is to say of a value that looks like a range turned into a date. */
export function dateFindings(value: string): Finding[] {
  const range = rangeBehind(value);
  return range === undefined ? [] : [{ code: 'excel-date', value: tidy(value), suggestion: range }];
}
