import { tidy } from '../blank.ts';

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

/** What stands between a question and what belongs to it, with spaces around it. */
const marks = [' - ', ' – ', ' — ', ' | ', ' > ', ' >> '];

/**
 * Divides headers of one row as spreadsheets and platforms join them: at a dash or another sign with spaces around it, or
 * after the sentence that a question is.
 */
export function commonStems(headers: readonly string[]): Divided[] {
  const shared = marks.map((mark) => sharedStems(headers, mark));
  const sentences = ['? ', '?/', '?-', '?_', '?;', '?,', ':', '. ', '_'].map((mark) =>
    sentenceStems(headers, mark),
  );
  return headers.map((header, column) => {
    const whole: Divided = [header, ''];
    const at = (ways: readonly Divided[][]): Divided[] =>
      ways.map((divided) => divided[column] ?? whole).filter(([, part]) => part !== '');
    const deepest = at(sentences).toSorted((a, b) => b[0].length - a[0].length);
    return at(shared)[0] ?? deepest[0] ?? whole;
  });
}

/** "Question:Option" or "Question? Item", as headers share it. A word or two before a mark head several questions. */
function sentenceStems(headers: readonly string[], mark: string): Divided[] {
  const kept = mark.startsWith('?') ? '?' : '';
  return sharedStems(headers, mark).map(([stem, part], column) => {
    const isSentence = part !== '' && /(?:\S+\s+){3}\S/u.test(stem);
    return isSentence ? [`${stem}${kept}`, part.replace(/^\((.*)\)$/u, '$1')] : [headers[column] ?? '', ''];
  });
}

/** What two headers have in common up to the last separator before they differ; '' where that is nothing. */
function sharedStem(a: string, b: string, separator: string): string {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const end = a.lastIndexOf(separator, at - separator.length);
  return at < separator.length || end <= 0 || a === b ? '' : a.slice(0, end);
}

/** The least that a header has in common with any of the others that begin as it does; '' where none does. */
export function leastShared(header: string, others: readonly string[], separator: string): string {
  const shared = others.map((other) => sharedStem(header, other, separator)).filter((stem) => stem !== '');
  return shared.toSorted((a, b) => a.length - b.length)[0] ?? '';
}

/**
 * Whether what several headers begin with is itself an option, of a question that has only its number: "8. SQL" of "8. SQL - old"
 * and "8. SQL - new", where there is "8. Images" too.
 */
export function isNumberedOption(stem: string, headers: readonly string[]): boolean {
  const number = /^\d+[.)]\s/u.exec(stem)?.[0];
  return (
    number !== undefined && headers.some((header) => header.startsWith(number) && !header.startsWith(stem))
  );
}

/**
 * Headers without what a program put behind the brackets of those that stand there twice: “Question [Row].1” beside “Question [Row]”.
 * Where none stands there without it, somebody numbered the rows.
 */
export function withoutTwins(headers: readonly string[]): readonly string[] {
  const bare = headers.map((header) => header.replace(/(?<=\])\.\d{1,2}$/u, ''));
  return bare.some((one, at) => one !== headers[at] && headers.includes(one)) ? bare : headers;
}

/** Divides a header such as "Question [Row]" at its last pair of brackets. */
export function bracketed(header: string): Divided {
  if (!header.trimEnd().endsWith(']')) return [header, ''];
  const [, question = header, part = ''] = /^(.*\S)\s*\[([^\]]*)\]\s*$/su.exec(header) ?? [];
  return tidy(part) === '' ? [header, ''] : [question, part];
}
