/** White space of every kind, no-break spaces and byte order marks among them; zero-width spaces and joiners too; and as HTML. */
const space = /(?:[\s\u200b-\u200d\u2060\ufeff]|&nbsp;)+/gu;
const untidy = /^ | $| {2}|[^\S ]|[\u200b-\u200d\u2060\ufeff]|&nbsp;/u;
const blank = /^[\s\u200b-\u200d\u2060\ufeff]*$/u;

/** Whether a cell holds nothing, or nothing that can be seen: white space, no-break and zero-width spaces, byte order marks. */
export function isBlank(cell: string): boolean {
  const first = cell.charCodeAt(0);
  return !(first > 0x20 && first < 0x7f) && blank.test(cell);
}

/** A label as it should be shown: white space at the ends removed, each run of it inside one plain space. */
export function tidy(value: string): string {
  return untidy.test(value) ? value.replace(space, ' ').trim() : value;
}
