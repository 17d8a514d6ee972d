import { months } from '../../survey/patterns/days.ts';
import type { Survey } from '../../survey/survey.ts';
import { columnIssues } from '../issues/column-issues.ts';
import type { Issue } from '../issues/issues.ts';
import type { PlacedExport } from './exports.ts';
import { isBlank, tidy } from '../../intake/blank.ts';

/** A date as digits in one of three orders; the year may have four digits or, if it comes last or first, two. */
type Order = 'day-first' | 'month-first' | 'year-first';

/** A date as an ISO date, or why there is none: an empty cell, no date, or one whose order nothing proves. */
type DateReading = { readonly day: string } | 'blank' | 'unreadable' | 'unclear';

export interface ColumnDates {
  /** The order of its digits that the column proves; null where it has no date of an order that has to be proven. */
  readonly order: Order | 'ambiguous' | 'contradictory' | null;
  /** One reading a value. */
  readonly dates: readonly DateReading[];
}

/** All that most dates can be read from: many times of submission, few days. */
const digits = /^\d[\d/.-]{5,}/u;
/** A value as far as its time of day. */
const beforeTime = /^(?:(?!\s*\d{1,2}:\d|T\d).)*/u;
/** The year first and in full: 2024-03-05, 2024/3/5, 20240305. */
const yearFirst = /^(\d{4})(?:([/.-])(\d{1,2})\2(\d{1,2})|(\d\d)(\d\d))(?![\d/.-])/u;
const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?!\d)/u;

/**
 * The calendar date at the start of each value of a column; times and zones are ignored.
 *
 * 2024-03-05, 2024/03/05, 20240305 and 5 March 2024 are read as they are. 03/04/2024 is read only where the dates of the
 * same column leave one order that fits them all. A year of two digits might be the first part or the last: it is read
 * only where a date with its year in full, or a number that can be nothing else, settles the order. An impossible
 * date proves nothing. A general date library would have to be told the order first, so the patterns are ours.
 */
export function readDates(values: readonly string[]): ColumnDates {
  const starts = values.map(startOf);
  const distinct = new Map(starts.map((start) => [start, possibleDates(start)]));
  const order = provenOrder([...distinct.values()]);
  const readings = new Map(
    [...distinct].map(([start, possible]) => [start, reading(start, possible, order)]),
  );
  return { order, dates: starts.map((start) => readings.get(start) ?? 'unreadable') };
}

/** What is left of a value when its time of day is, if that does not come first; nothing of a blank one. */
function startOf(value: string): string {
  const text = tidy(value);
  return isBlank(value) ? '' : (digits.exec(text)?.[0] ?? (beforeTime.exec(text)?.[0] || text));
}

/**
 * A date that needs no proof, or the orders that digits can have, each with the day that it gives, if there
 * is such a day.
 */
type Possible = string | ReadonlyMap<Order, string | undefined>;

const impossible: Possible = new Map();

function possibleDates(start: string): Possible {
  const full = yearFirst.exec(start);
  if (full) return calendarDate(full[1], full[3] ?? full[5], full[4] ?? full[6]) ?? impossible;
  const match = parts.exec(start);
  if (!match) return monthDate(start) ?? impossible;
  const [, first = '', second = '', third = ''] = match;
  const orders: [Order, string[]][] = [
    ['day-first', [third, second, first]],
    ['month-first', [third, first, second]],
    ['year-first', third.length === 2 ? [first, second, third] : []],
  ];
  const possible = new Map(
    orders
      .filter(([, [, month, day]]) => isBetween(month, 12) && isBetween(day, 31))
      .map(([order, [year, month, day]]) => [order, calendarDate(year, month, day)]),
  );
  return [...possible.values()].every((day) => day === undefined) ? impossible : possible;
}

function isBetween(part: string | undefined, most: number): boolean {
  return Number(part) >= 1 && Number(part) <= most;
}

/** The order that every date of a column can have, if there is only one; 30/02/24 can be day first all the same. */
function provenOrder(possible: readonly Possible[]): ColumnDates['order'] {
  const open = possible.filter((one) => typeof one !== 'string').filter(({ size }) => size > 0);
  if (open.length === 0) return null;
  const orders = (['day-first', 'month-first', 'year-first'] as const).filter((order) =>
    open.every((dates) => dates.has(order)),
  );
  if (orders.length === 0) return 'contradictory';
  return orders.length === 1 ? (orders[0] ?? null) : 'ambiguous';
}

function reading(start: string, possible: Possible, order: ColumnDates['order']): DateReading {
  if (start === '') return 'blank';
  if (typeof possible === 'string') return { day: possible };
  if (possible.size === 0 || order === null) return 'unreadable';
  if (order === 'ambiguous' || order === 'contradictory') return 'unclear';
  const day = possible.get(order);
  return day === undefined ? 'unreadable' : { day };
}

/** An ISO date, or nothing where the calendar has no such day. A year of two digits is of this century. */
function calendarDate(year = '', month = '', day = ''): string | undefined {
  const full = year.length <= 2 ? `20${year.padStart(2, '0')}` : year;
  const text = `${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text ? undefined : text;
}

/** After a day of the week, if any: 5 March 2024, 5th of March, 2024, 05-Mar-2024. */
const dayFirst = /^(?:[a-z]+[,.]? )?(\d{1,2})(?:st|nd|rd|th)?[ -](?:of )?([a-z]{3,9})[.,]?[ -](\d{4})(?!\d)/u;
/** March 5, 2024; Mar 5 2024. */
const monthFirst = /^(?:[a-z]+[,.]? )?([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)/u;

/** The date at the start of a text that names the month in English, in full or shortened, with its year in full. */
function monthDate(text: string): string | undefined {
  const words = text.toLowerCase();
  const [, day, dayMonth, dayYear] = dayFirst.exec(words) ?? [];
  const [, month = dayMonth, monthDay = day, year = dayYear] = monthFirst.exec(words) ?? [];
  if (month === undefined || monthDay === undefined || year === undefined) return undefined;
  const number = months.findIndex((name) => name.startsWith(month));
  return number === -1 ? undefined : calendarDate(year, String(number + 1), monthDay);
}

/** Marks in `late` the records of one export from outside the dates of the consultation; says which dates cannot tell. */
export function markLate(survey: Survey, one: PlacedExport, late: Uint8Array): Issue[] {
  const { table, claims, offset } = one;
  const position = claims.respondent.submitted;
  const column = position === undefined ? undefined : table.columns.get(position);
  if (column === undefined || position === undefined) return [];
  // Without dates of the consultation nobody is late, whatever stands there.
  if (survey.opened === undefined && survey.closed === undefined) return [];
  const { opened = '', closed = '9999-12-31' } = survey;
  const { order, dates } = readDates(column.values);
  const isLate = dates.map((date) => typeof date === 'object' && (date.day < opened || date.day > closed));
  for (let row = 0; row < table.rows; row++) if (isLate[column.codes[row] ?? 0]) late[offset + row] = 1;
  // Where late responses are left out, one without a date may be late, too.
  const isAsked = survey.exclude.some(({ reason }) => reason === 'late');
  const isBad = (date: (typeof dates)[number]) => date === 'unreadable' || (isAsked && date === 'blank');
  const bad = new Set(column.values.filter((_, index) => isBad(dates[index] ?? 'blank')));
  const issues = columnIssues('bad-date', one, 'submitted', (value) => bad.has(value));
  if (order !== 'ambiguous' && order !== 'contradictory') return issues;
  let count = 0;
  for (let row = 0; row < table.rows; row++) if (dates[column.codes[row] ?? 0] === 'unclear') count++;
  const name = claims.names[position] ?? '';
  return [
    { code: 'ambiguous-dates', file: table.file, column: name, detail: order, count, places: [] },
    ...issues,
  ];
}
