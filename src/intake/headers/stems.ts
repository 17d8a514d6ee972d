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

/** Two headers may end alike in the name of a question that a platform adds columns to: "Points - ", "Feedback - ". */
const ENOUGH_BEHIND = 3;

/** What stands between a question and what belongs to it, with spaces around it. */
const marks = [' - ', ' – ', ' — ', ' | ', ' > ', ' >> '];

/**
 * Divides headers of one row as spreadsheets and platforms join them: at a dash or another sign with spaces around it, or
 * after the sentence that a question is. The question may stand behind, where more headers end in it than begin alike.
 */
export function commonStems(headers: readonly string[]): Divided[] {
  const shared = marks.map((mark) => sharedStems(headers, mark));
  const sentences = ['? ', '?/', '?-', '?_', '?;', '?,', ':', '. ', '_'].map((mark) =>
    sentenceStems(headers, mark),
  );
  const tails = marks.map((mark) => sharedTails(headers, mark));
  const count = counterOf(headers);
  /** Of two texts that as many headers have the longer one is the question. */
  const isMore = (tail: string, stem: string): boolean =>
    count(tail) - count(stem) > (tail.length > stem.length ? -1 : 0);
  return headers.map((header, column) => {
    const whole: Divided = [header, ''];
    const at = (ways: readonly Divided[][]): Divided[] =>
      ways.map((divided) => divided[column] ?? whole).filter(([, part]) => part !== '');
    const deepest = at(sentences).toSorted((a, b) => b[0].length - a[0].length);
    const stem = at(shared)[0] ?? deepest[0];
    const tail = at(tails).find(([question]) => count(question) >= ENOUGH_BEHIND);
    return tail !== undefined && (stem === undefined || isMore(tail[0], stem[0])) ? tail : (stem ?? whole);
  });
}

/** Stands between headers: in no header that text is encoded in. */
const between = '\uffff';

/** How many of the headers have a text in them: each text is looked for once, in all of them put together. */
function counterOf(headers: readonly string[]): (text: string) => number {
  const all = headers.join(between);
  const known = new Map<string, number>();
  return (text) => {
    let count = known.get(text);
    if (count !== undefined) return count;
    count = 0;
    for (let at = all.indexOf(text); at >= 0; count++) {
      const end = all.indexOf(between, at);
      at = end < 0 ? -1 : all.indexOf(text, end);
    }
    known.set(text, count);
    return count;
  };
}

/** A question of three words at least, and none with a number, behind what belongs to it. */
const isQuestion = /^(?:\S+\s+){2}\S/u;
const isNumbered = /^(?:Q?\d+[a-z]?[.):]|Q\d)/iu;

/** "Item - Question", as headers share the question. */
function sharedTails(headers: readonly string[], mark: string): Divided[] {
  const turned = sharedStems(headers.map(reversed), reversed(mark));
  return turned.map(([tail, part], column) => {
    const question = reversed(tail);
    const isTail = part !== '' && isQuestion.test(question) && !isNumbered.test(reversed(part));
    return isTail && isClosed(question) ? [question, reversed(part)] : [headers[column] ?? '', ''];
  });
}

/** Whether a text opens every bracket that it closes: a mark within brackets divides nothing. */
function isClosed(text: string): boolean {
  return text.split('(').length >= text.split(')').length;
}

function reversed(text: string): string {
  return [...text].toReversed().join('');
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

/** Divides a header such as "Question [Row]" at its last pair of brackets. */
export function bracketed(header: string): Divided {
  if (!header.trimEnd().endsWith(']')) return [header, ''];
  const [, question = header, part = ''] = /^(.*\S)\s*\[([^\]]*)\]\s*$/su.exec(header) ?? [];
  return tidy(part) === '' ? [header, ''] : [question, part];
}
