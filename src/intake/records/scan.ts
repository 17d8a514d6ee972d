import { closingQuote } from './quotes.ts';

/** What one delimiter would make of a sample: how many cells each record has. */
export interface Cut {
  readonly delimiter: string;
  readonly cells: readonly number[];
}

/** A sample cut into records by each delimiter at once, and how often a record ends in LF (or CRLF) and in CR alone. */
export interface Scan {
  readonly cuts: readonly Cut[];
  readonly lineFeeds: number;
  readonly carriageReturns: number;
}

/**
 * Counts the cells and line ends of a sample, keeping nothing else; blank lines are not records. A quotation mark opens a
 * quoted cell after any of the delimiters, since which of them is the right one is not known yet. `whole`: the sample
 * is the whole file, so that its last record counts although no line end follows.
 */
export function scan(text: string, delimiters: readonly string[], whole: boolean): Scan {
  const cuts = delimiters.map((delimiter) => ({ delimiter, cells: new Array<number>(), open: 1 }));
  const marks = anyOf(['"', '\r', '\n', ...delimiters.map((delimiter) => delimiter[0] ?? '')]);
  let lineFeeds = 0;
  let carriageReturns = 0;
  let recordStart = 0;
  let cellStart = 0;
  while (marks.test(text)) {
    const at = marks.lastIndex - 1;
    const character = text[at];
    const cut = cuts.find(({ delimiter }) => text.startsWith(delimiter, at));
    if (cut !== undefined) {
      cut.open++;
      cellStart = at + cut.delimiter.length;
      marks.lastIndex = cellStart;
    } else if (character === '"' && at === cellStart) {
      marks.lastIndex = closingQuote(text, at) + 1;
    } else if (character === '\n' || character === '\r') {
      const [end = character] = /^\r{0,2}\n/u.exec(text.slice(at, at + 3)) ?? [];
      if (end === '\r') carriageReturns++;
      else lineFeeds++;
      if (at > recordStart) closeRecord();
      recordStart = at + end.length;
      cellStart = recordStart;
      marks.lastIndex = recordStart;
    }
  }
  // A record that the end of the sample cuts off has too few cells, but may be all there is.
  if (recordStart < text.length && (whole || cuts.every(({ cells }) => cells.length === 0))) closeRecord();
  return { cuts, lineFeeds, carriageReturns };

  function closeRecord(): void {
    for (const cut of cuts) {
      cut.cells.push(cut.open);
      cut.open = 1;
    }
  }
}

/** Finds, from `lastIndex` on, the next of some characters. */
function anyOf(characters: readonly string[]): RegExp {
  const escapes = characters.map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return new RegExp(`[${escapes.join('')}]`, 'g');
}
