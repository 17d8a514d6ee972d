import { tidy } from './blank.ts';

/** A header as a question and its part, which is '' where the header is the whole of it. */
export type Divided = readonly [question: string, part: string];

/**
 * Divides headers of one row such as "Question - Option" at the separator, as far as neighbours show that what stands
 * before it is a question: two headers that begin alike up to a separator, or one that goes on where the one before
 * ends. A dash inside a question or an option divides nothing by itself.
 */
export function sharedStems(headers: readonly string[], separator: string): Divided[] {
  const stems = headers.map((header, column) => {
    const [before = '', after = ''] = [headers[column - 1], headers[column + 1]];
    const shared = [sharedStem(before, header, separator), sharedStem(header, after, separator)];
    if (before !== '' && header.startsWith(before + separator)) shared.push(before);
    return shared.toSorted((a, b) => b.length - a.length)[0] ?? '';
  });
  return headers.map((header, column) => {
    const stem = stems[column] ?? '';
    return stem === '' ? [header, ''] : [stem, header.slice(stem.length + separator.length)];
  });
}

/** What two headers have in common up to the last separator before they differ; '' where that is nothing. */
export function sharedStem(a: string, b: string, separator: string): string {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const end = a.lastIndexOf(separator, at - separator.length);
  return at < separator.length || end <= 0 || a === b ? '' : a.slice(0, end);
}

/** Divides a header such as "Question [Row]" at its last pair of brackets. */
export function bracketed(header: string): Divided {
  const [, question = header, part = ''] = /^(.*\S)\s*\[([^\]]*)\]\s*$/su.exec(header) ?? [];
  return tidy(part) === '' ? [header, ''] : [question, part];
}
