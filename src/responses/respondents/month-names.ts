const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** After a day of the week, if any: 5 March 2024, 5th of March, 2024, 05-Mar-2024. */
const dayFirst = /^(?:[a-z]+[,.]? )?(\d{1,2})(?:st|nd|rd|th)?[ -](?:of )?([a-z]{3,9})[.,]?[ -](\d{4})(?!\d)/u;
/** March 5, 2024; Mar 5 2024. */
const monthFirst = /^(?:[a-z]+[,.]? )?([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)/u;

/** The date at the start of a text that names the month in English, in full or shortened, with its year in full. */
export function monthDate(
  text: string,
  calendarDate: (year: string, month: string, day: string) => string | undefined,
): string | undefined {
  const words = text.toLowerCase();
  const [, day, dayMonth, dayYear] = dayFirst.exec(words) ?? [];
  const [, month = dayMonth, monthDay = day, year = dayYear] = monthFirst.exec(words) ?? [];
  if (month === undefined || monthDay === undefined || year === undefined) return undefined;
  const number = months.findIndex((name) => name.startsWith(month));
  return number === -1 ? undefined : calendarDate(year, String(number + 1), monthDay);
}
