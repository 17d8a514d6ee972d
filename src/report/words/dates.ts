const format = () =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** An ISO date as councils write it: 24 July 2023. */
export function longDate(iso: string): string {
  return format().format(dayOf(iso));
}

/** Two ISO dates, the earlier one first, with what they have in common said once: 24 July to 11 August 2023. */
export function dateRange(from: string, to: string): string {
  return format()
    .formatRangeToParts(dayOf(from), dayOf(to))
    .map(({ type, value }) => (type === 'literal' && value.includes('–') ? ' to ' : value))
    .join('');
}

function dayOf(iso: string): Date {
  return new Date(`${iso}T00:00:00Z`);
}
