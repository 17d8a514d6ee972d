import { isBlank, tidy } from '../intake/blank.ts';

/** How a column writes its dates, as far as the column itself proves it. */
type DateOrder = 'iso' | 'day-first' | 'month-first' | 'ambiguous' | 'contradictory';

export interface ColumnDates {
  readonly order: DateOrder;
  /** For each value an ISO date, `undefined` where it is blank, `null` where no date can be read from it. */
  readonly dates: readonly (string | undefined | null)[];
}

/** All that a date can be read from: many times of submission, few days. */
const datePart = /^[\d/.-]*/u;
const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/u;
const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?!\d)/u;

/**
 * The calendar date at the start of each value of a column; times and zones are ignored.
 *
 * ISO dates are read as they are. 03/04/2024 is read only where another date of the same column proves the order, by a
 * day above 12. A general date library would have to be told the order first, so the three patterns are ours.
 */
export function readDates(values: readonly string[]): ColumnDates {
  const starts = values.map((value) => (isBlank(value) ? undefined : datePart.exec(tidy(value))?.[0]));
  const distinct = [...new Set(starts)];
  const order = provenOrder(distinct);
  const read = new Map(distinct.map((text) => [text, dateOf(text, order)]));
  return { order, dates: starts.map((text) => read.get(text)) };
}

function provenOrder(starts: readonly (string | undefined)[]): DateOrder {
  let [slashed, dayFirst, monthFirst] = [false, false, false];
  for (const text of starts) {
    const match = parts.exec(text ?? '');
    if (!match) continue;
    slashed = true;
    if (Number(match[1]) > 12) dayFirst = true;
    if (Number(match[2]) > 12) monthFirst = true;
  }
  if (dayFirst && monthFirst) return 'contradictory';
  if (dayFirst) return 'day-first';
  if (monthFirst) return 'month-first';
  return slashed ? 'ambiguous' : 'iso';
}

function dateOf(start: string | undefined, order: DateOrder): string | undefined | null {
  if (start === undefined) return undefined;
  const isoMatch = iso.exec(start);
  if (isoMatch) return calendarDate(isoMatch[1], isoMatch[2], isoMatch[3]);
  const match = parts.exec(start);
  if (!match || order === 'ambiguous' || order === 'contradictory') return null;
  const [, first, second, year] = match;
  return order === 'day-first' ? calendarDate(year, second, first) : calendarDate(year, first, second);
}

/** An ISO date, or null where the calendar has no such day. A year of two digits is of this century. */
function calendarDate(year = '', month = '', day = ''): string | null {
  const full = year.length === 2 ? `20${year}` : year;
  const text = `${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text ? null : text;
}
