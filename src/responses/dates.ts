import { isBlank } from '../intake/blank.ts';
import { tidy } from '../survey/labels.ts';

/** How a column writes its dates, as far as the column itself proves it. */
type DateOrder = 'iso' | 'day-first' | 'month-first' | 'ambiguous' | 'contradictory';

export interface ColumnDates {
  readonly order: DateOrder;
  /** For each value an ISO date, `undefined` where it is blank, `null` where no date can be read from it. */
  readonly dates: readonly (string | undefined | null)[];
}

const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/u;
const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?!\d)/u;

/**
 * The calendar date at the start of each value of a column; times and zones are ignored.
 *
 * ISO dates are read as they are. 03/04/2024 is read only where another date of the same column proves the order, by a
 * day above 12. A general date library would have to be told the order first, so the three patterns are ours.
 */
export function readDates(values: readonly string[]): ColumnDates {
  const texts = values.map(tidy);
  const order = provenOrder(texts);
  const dates = texts.map((text) => {
    if (isBlank(text)) return undefined;
    const isoMatch = iso.exec(text);
    if (isoMatch) return calendarDate(isoMatch[1], isoMatch[2], isoMatch[3]);
    const match = parts.exec(text);
    if (!match || order === 'ambiguous' || order === 'contradictory') return null;
    const [, first, second, year] = match;
    return order === 'day-first' ? calendarDate(year, second, first) : calendarDate(year, first, second);
  });
  return { order, dates };
}

function provenOrder(texts: readonly string[]): DateOrder {
  let [slashed, dayFirst, monthFirst] = [false, false, false];
  for (const text of texts) {
    const match = parts.exec(text);
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

/** An ISO date, or null where the calendar has no such day. A year of two digits is of this century. */
function calendarDate(year = '', month = '', day = ''): string | null {
  const full = year.length === 2 ? `20${year}` : year;
  const lastDay = new Date(Date.UTC(Number(full), Number(month), 0)).getUTCDate();
  const exists = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= lastDay;
  return exists ? `${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : null;
}
