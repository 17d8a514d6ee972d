import { tidy } from '../../intake/blank.ts';
import { fold } from '../../survey/labels/labels.ts';
import type { Finding } from './interpret.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const pattern = /^(?:(\d{1,2})-([a-z]{3})t?|([a-z]{3})t?-(\d{2}))$/u;

/**
 * The range that a spreadsheet may have turned into a date such as "5-Feb" (2–5) or "Oct-49" (10–49); undefined where a
 * value is no such date.
 */
export function rangeBehind(value: string): string | undefined {
  const [, before, monthAfter, monthBefore, after] = pattern.exec(fold(value)) ?? [];
  const month = months.indexOf(monthAfter ?? monthBefore ?? '') + 1;
  if (month === 0) return undefined;
  const other = Number(before ?? after);
  return `${Math.min(month, other)}–${Math.max(month, other)}`;
}

/** What there is to say of a value that looks like a range turned into a date. */
export function dateFindings(value: string): Finding[] {
  const range = rangeBehind(value);
  return range === undefined ? [] : [{ code: 'excel-date', value: tidy(value), suggestion: range }];
}
