import { isBlank } from '../blank.ts';
import { COUNT, FIRST, RUNS, UNORDERED, fingerprinter, keyOf } from './fingerprint.ts';
import { keyTable } from './key-table.ts';
import type { Column, ColumnTexts } from '../table.ts';
import { twiceAsLong } from '../records/line-breaks.ts';

/**
 * The fingerprints of texts, each known by its position. There may be millions: their numbers stand one after
 * the other in pages, since as strings they would take up the memory that JavaScript has to look through
 * again and again.
 */
export interface Prints {
  readonly pages: readonly Uint32Array[];
  /** Where each begins, the numbers of all pages before it counted; none goes on into another page. */
  readonly starts: Uint32Array;
  /** How many runs of words each has, at most `SAMPLE`; none where the text is short. */
  readonly runs: Uint8Array;
}

/** How many numbers there are in a page; in the first one fewer, as long as there are few. */
const PAGE_BITS = 16;
const PAGE = 2 ** PAGE_BITS;
const FIRST_PAGE = 2 ** 8;

/** The page that the fingerprint of a text is in. */
export function pageOf({ pages, starts }: Prints, text: number): Uint32Array {
  return pages[(starts[text] ?? 0) >>> PAGE_BITS] ?? none;
}

const none = new Uint32Array(0);

/** Where in its page the fingerprint of a text begins. */
export function beginningOf({ starts }: Prints, text: number): number {
  return (starts[text] ?? 0) & (PAGE - 1);
}

/** Where in its page the runs of a text begin. They are in ascending order, each of them once. */
export function firstRunOf(prints: Prints, text: number): number {
  return beginningOf(prints, text) + RUNS;
}

/** How many words a text has, those beyond `FEWEST_WORDS` not counted. */
export function countWords(prints: Prints, text: number): number {
  return (pageOf(prints, text)[beginningOf(prints, text) + FIRST] ?? 0) & COUNT;
}

/** A number for the words of a text: another one for other words, but for one chance in 2⁵³. */
export function textKey(prints: Prints, text: number): number {
  return keyOf(pageOf(prints, text), beginningOf(prints, text));
}

/** A number for the words of a text that is the same in whatever order they stand. */
export function unorderedOf(prints: Prints, text: number): number {
  return pageOf(prints, text)[beginningOf(prints, text) + UNORDERED] ?? 0;
}

/** Which of two texts comes first in an order that depends on their words alone: below 0 for the first. */
export function comparePrints(prints: Prints, one: number, other: number): number {
  return Buffer.compare(bytesOf(prints, one), bytesOf(prints, other));
}

function bytesOf(prints: Prints, text: number): Uint8Array {
  const { buffer, byteOffset } = pageOf(prints, text);
  const length = RUNS + (prints.runs[text] ?? 0);
  return new Uint8Array(buffer, byteOffset + 4 * beginningOf(prints, text), 4 * length);
}

/** Fingerprints as they are made, of each text once. */
export interface PrintStore {
  /** The position of a text, which is between two places of these bytes in UTF-8. */
  add(bytes: Buffer, from: number, to: number): number;
  /** Takes over the pages of others; the position here of each of their texts. */
  absorb(others: Prints): Uint32Array;
  prints(): Prints;
}

/** A store without a text; it reads words with `reader`, which several may share. */
export function printStore(reader = fingerprinter()): PrintStore {
  const known = keyTable();
  const list = printList();
  const pages: Uint32Array[] = [];
  let page = new Uint32Array(FIRST_PAGE);
  let used = 0;

  /** Makes room for so many numbers in the last page. */
  function reserve(length: number): void {
    while (page.length < PAGE && used + length > page.length) page = twiceAsLong(page);
    if (used + length > PAGE) {
      pages.push(page);
      page = new Uint32Array(PAGE);
      used = 0;
    }
  }

  return {
    add(bytes, from, to) {
      const key = reader.read(bytes, from, to);
      const before = known.get(key);
      if (before !== undefined) return before;
      const length = reader.print();
      reserve(length);
      for (let nth = 0; nth < length; nth++) page[used + nth] = reader.numbers[nth] ?? 0;
      const text = list.add(pages.length * PAGE + used, length - RUNS);
      used += length;
      known.add(key, text);
      return text;
    },
    absorb(others) {
      const before = pages.push(page);
      pages.push(...others.pages);
      page = new Uint32Array(FIRST_PAGE);
      used = 0;
      return others.starts.map((start, nth) => {
        const key = textKey(others, nth);
        const found = known.get(key);
        if (found !== undefined) return found;
        const text = list.add(before * PAGE + start, others.runs[nth] ?? 0);
        known.add(key, text);
        return text;
      });
    },
    prints: () => list.of([...pages, page]),
  };
}

/** Fingerprints that several lists hold as one list, in which each text is once. */
export interface PrintPool {
  /** The position of a text of one of the lists in this one. */
  add(from: Prints, text: number): number;
  prints(): Prints;
}

/** `areDistinct` where no text will be added twice. */
export function printPool(areDistinct: boolean): PrintPool {
  const known = areDistinct ? undefined : keyTable();
  const list = printList();
  const pages: Uint32Array[] = [];
  const pagesBefore = new Map<Prints, number>();
  return {
    add(from, text) {
      const key = textKey(from, text);
      const found = known?.get(key);
      if (found !== undefined) return found;
      const before = pagesBefore.get(from) ?? pages.length;
      if (!pagesBefore.has(from)) {
        pagesBefore.set(from, before);
        for (const page of from.pages) pages.push(page);
      }
      const position = list.add(before * PAGE + (from.starts[text] ?? 0), from.runs[text] ?? 0);
      known?.add(key, position);
      return position;
    },
    prints: () => list.of(pages),
  };
}

/** Where texts begin and how many runs they have, one after the other. */
function printList() {
  let starts = new Uint32Array(64);
  let runs = new Uint8Array(64);
  let count = 0;
  return {
    add(start: number, runCount: number): number {
      if (count === starts.length) {
        const fewer = runs;
        starts = twiceAsLong(starts);
        runs = new Uint8Array(starts.length);
        runs.set(fewer);
      }
      starts[count] = start;
      runs[count] = runCount;
      return count++;
    },
    of: (pages: readonly Uint32Array[]): Prints => ({
      pages,
      starts: starts.subarray(0, count),
      runs: runs.subarray(0, count),
    }),
  };
}

/** The texts of a column, made of its values where these were kept. */
export function textsOf({ values, codes, texts }: Column, reader = fingerprinter()): ColumnTexts {
  if (texts !== undefined) return texts;
  const store = printStore(reader);
  const known = values.map((value) => {
    const bytes = Buffer.from(value);
    return isBlank(value) ? 0 : 1 + store.add(bytes, 0, bytes.length);
  });
  const numbers = new Uint32Array(codes.length);
  for (let row = 0; row < codes.length; row++) numbers[row] = known[codes[row] ?? 0] ?? 0;
  return { numbers, prints: store.prints() };
}
