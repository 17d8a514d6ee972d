import { type Prints, beginningOf, firstRunOf, pageOf, printStore } from '../../src/intake/columns/prints.ts';
import type { Column } from '../../src/intake/table.ts';

/** What is kept of texts in their place, of the same words once. */
export function printsOf(texts: readonly string[]): Prints {
  const store = printStore();
  for (const text of texts) store.add(Buffer.from(text), 0, Buffer.byteLength(text));
  return store.prints();
}

/** What is kept of a text, as its numbers. */
export function fingerprint(text: string): readonly number[] {
  return numbersOf(printsOf([text]), 0);
}

/** What of that tells how alike two texts are. */
export function runsOf(text: string): readonly number[] {
  const prints = printsOf([text]);
  return fingerprint(text).slice(firstRunOf(prints, 0) - beginningOf(prints, 0));
}

/** What is kept of the text in each row of a column, nothing where there is none. */
export function textsOf(column: Column | undefined): (readonly number[])[] {
  if (column?.texts === undefined) return [];
  const { numbers, prints } = column.texts;
  return Array.from(numbers, (number) => (number === 0 ? [] : numbersOf(prints, number - 1)));
}

function numbersOf(prints: Prints, text: number): readonly number[] {
  const end = firstRunOf(prints, text) + (prints.runs[text] ?? 0);
  return [...pageOf(prints, text).subarray(beginningOf(prints, text), end)];
}
