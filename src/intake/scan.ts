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
  const starts = new Set<string | undefined>(delimiters.map((delimiter) => delimiter[0]));
  let lineFeeds = 0;
  let carriageReturns = 0;
  let recordStart = 0;
  let cellStart = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    const cut = starts.has(character)
      ? cuts.find(({ delimiter }) => text.startsWith(delimiter, at))
      : undefined;
    if (cut !== undefined) {
      cut.open++;
      at += cut.delimiter.length - 1;
      cellStart = at + 1;
    } else if (character === '"' && at === cellStart) {
      at = closingQuote(text, at);
    } else if (character === '\n' || character === '\r') {
      const [end = character] = /^\r{0,2}\n/u.exec(text.slice(at, at + 3)) ?? [];
      if (end === '\r') carriageReturns++;
      else lineFeeds++;
      if (at > recordStart) closeRecord();
      at += end.length - 1;
      recordStart = at + 1;
      cellStart = recordStart;
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

function closingQuote(text: string, opening: number): number {
  let at = text.indexOf('"', opening + 1);
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at === -1 ? text.length : at;
}
