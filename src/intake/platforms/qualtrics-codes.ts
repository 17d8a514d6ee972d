import { groupBy } from '../group-by.ts';
import { type Divided, leastShared } from '../headers/stems.ts';

/** What stands between a question and the row of a grid: older exports have no spaces about it. */
const dashes = [' - ', '-'] as const;

/**
 * Texts as the question and the row of a grid, or an option: columns whose codes say that they are of one
 * question share what it asks, all of them where they can. A row may hold a dash of its own, and options may
 * begin alike.
 */
export function dividedByCodes(codes: readonly string[], texts: readonly string[]): Divided[] {
  const positions = new Map(codes.map((code, column) => [code, column]));
  const ends = endsOfQuestions(codes, texts);
  return texts.map((text, column): Divided => {
    const code = groupOf(codes[column] ?? '');
    if (code === undefined) return [text, ''];
    // The text of an "Other" goes on where the question itself ends: Q3 and Q3_4_TEXT.
    const whole = texts[positions.get(code) ?? -1] ?? '';
    const before = dashes.map((dash): Divided => [text.startsWith(whole + dash) ? whole : '', dash]);
    const beside = [column - 1, column + 1].filter((other) => groupOf(codes[other] ?? '') === code);
    // What all share goes before what two do: "Which? - NA - too dear" and "Which? - NA - too far".
    const shared = [ends.get(code) ?? [], ...beside.map((other) => [texts[other] ?? ''])].flatMap((others) =>
      dashes.map((dash): Divided => [leastShared(text, others, dash), dash]),
    );
    const [stem, dash] = [...before, ...shared].find(([one]) => one !== '') ?? ['', ''];
    return stem === '' ? [text, ''] : [stem, text.slice(stem.length + dash.length)];
  });
}

/** The first and the last text of each question in the order of letters: what these two share all between them do. */
function endsOfQuestions(
  codes: readonly string[],
  texts: readonly string[],
): ReadonlyMap<string | undefined, readonly string[]> {
  const options = [...codes.keys()].filter((column) => !isWritten(codes[column] ?? ''));
  const together = groupBy(options, (column) => groupOf(codes[column] ?? ''));
  return new Map(
    [...together].map(([code, columns]) => {
      const sorted = columns.map((column) => texts[column] ?? '').toSorted();
      return [code, [sorted[0] ?? '', sorted.at(-1) ?? '']];
    }),
  );
}

/** Whether a column holds words of one's own beside an option. */
export function isWritten(code: string): boolean {
  return code.endsWith('_TEXT');
}

/**
 * Q5 of Q5_3, and of Q5_-1, as an option may be recoded; nothing for a code that is no part of a grid or of a
 * question with several answers.
 */
export function groupOf(code: string): string | undefined {
  return /^(.+?)_-?\d+(?:_TEXT)?$/u.exec(code)?.[1];
}

/** The text of a question without what its code would be, which goes before it in exports with internal ids: "Q6_1 - …". */
export function withoutTag(text: string): string {
  return text.replace(/^\S+ - (?=.)/su, '');
}
