/**
 * A day that every year has, and after it a time. The 29th of February is left out: whether it exists takes a
 * calendar.
 */
export const timeOfDay =
  /^\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)[T ]/u;

/** A cell such as `2023-07-24T08:15:26` as its day, `2023-07-24`; any other cell as it is. */
export function dayOf(cell: string): string {
  return timeOfDay.test(cell) ? cell.slice(0, 10) : cell;
}
