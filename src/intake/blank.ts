const blank = /^[\s\u200b-\u200d\u2060\ufeff]*$/u;

/** Whether a cell holds nothing, or nothing that can be seen: white space, no-break and zero-width spaces, byte order marks. */
export function isBlank(cell: string): boolean {
  return cell === '' || blank.test(cell);
}
