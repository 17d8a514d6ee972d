import { UserError } from './user-error.ts';

/** How the text of an export is cut into records and cells. */
export interface Dialect {
  readonly delimiter: string;
  readonly lineEnds: readonly string[];
  /** A first line `sep=;`, which tells Excel the delimiter and is no header; '' where there is none. */
  readonly sepLine: string;
}

const words: ReadonlyMap<string, string> = new Map([
  ['comma', ','],
  ['semicolon', ';'],
  ['tab', '\t'],
  ['\\t', '\t'],
  ['pipe', '|'],
]);
const candidates = [',', ';', '\t', '|'];

/** The character that a user's word for a delimiter stands for. Throws a UserError that lists the words. */
export function namedDelimiter(name: string): string {
  const delimiter = words.get(name.toLowerCase()) ?? name;
  if ([...delimiter].length === 1 && !/["\r\n\ufeff\0]/u.test(delimiter)) return delimiter;
  throw new UserError(
    `"${name}" cannot separate the cells of a row.`,
    'Use comma, semicolon, tab, pipe or a single character.',
  );
}

/** What one delimiter would make of a sample: how many cells each record has, and how its records end. */
interface Scan {
  readonly delimiter: string;
  readonly cells: readonly number[];
  readonly lineFeeds: number;
  readonly carriageReturns: number;
}

/** Cuts a sample as csv-parse would, cells in quotation marks included, without keeping anything but counts. */
function scan(text: string, delimiter: string, whole: boolean): Scan {
  const counts: number[] = [];
  let lineFeeds = 0;
  let carriageReturns = 0;
  let cells = 1;
  let recordStart = 0;
  let cellStart = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '"' && at === cellStart) {
      at = closingQuote(text, at);
    } else if (text.startsWith(delimiter, at)) {
      cells++;
      at += delimiter.length - 1;
      cellStart = at + 1;
    } else if (character === '\n' || character === '\r') {
      const [end = character] = /^\r{0,2}\n/u.exec(text.slice(at, at + 3)) ?? [];
      if (end === '\r') carriageReturns++;
      else lineFeeds++;
      if (at > recordStart) counts.push(cells);
      at += end.length - 1;
      recordStart = at + 1;
      cellStart = recordStart;
      cells = 1;
    }
  }
  // A record that the end of the sample cuts off has too few cells, but may be all there is.
  if (recordStart < text.length && (whole || counts.length === 0)) counts.push(cells);
  return { delimiter, cells: counts, lineFeeds, carriageReturns };
}

function closingQuote(text: string, opening: number): number {
  let at = text.indexOf('"', opening + 1);
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at === -1 ? text.length : at;
}

/** The share of records with `cells` cells, weighed by how many those are; 0 for a delimiter that separates nothing. */
function weigh(counts: readonly number[], cells: number): number {
  if (counts.length === 0) return cells - 1;
  return (counts.filter((count) => count === cells).length / counts.length) * (cells - 1);
}

function mostCommon(counts: readonly number[]): number {
  const tally = new Map<number, number>();
  for (const count of counts) tally.set(count, (tally.get(count) ?? 0) + 1);
  return [...tally].reduce((best, next) => (next[1] > best[1] ? next : best), [1, 0])[0];
}

/**
 * The delimiter that gives the most records as many cells as the header has, many cells counting for more than few;
 * where no record agrees with the header, the one by which records agree with one another. A comma where nothing does.
 */
function bestScan(scans: readonly Scan[]): Scan | undefined {
  const byHeader = (of: Scan): number => weigh(of.cells.slice(1), of.cells[0] ?? 1);
  const byRecords = (of: Scan): number => weigh(of.cells, mostCommon(of.cells));
  const weight = scans.some((of) => byHeader(of) > 0) ? byHeader : byRecords;
  return scans.reduce((best, next) => (weight(next) > weight(best) ? next : best));
}

/**
 * CR alone ends records only where it does so more often than LF: otherwise it is a character of a cell. CR CR LF, which
 * a CRLF file becomes when it is written in text mode, is one line end. A sample of a single line tells nothing: all count.
 */
function lineEndsOf({ lineFeeds, carriageReturns }: Scan): readonly string[] {
  if (carriageReturns > lineFeeds) return ['\r\n', '\n', '\r'];
  return lineFeeds > 0 ? ['\r\r\n', '\r\n', '\n'] : ['\r\r\n', '\r\n', '\n', '\r'];
}

/** The dialect of an export from a sample of its text; `delimiter`, where the user gave one, is not looked for. */
export function detectDialect(text: string, whole: boolean, delimiter: string | undefined): Dialect {
  const sep = /^"?sep=([^"\r\n])"?[,;\t|]*(?:\r{0,2}\n|\r)/iu.exec(text);
  const sepLine = sep?.[0] ?? '';
  const given = delimiter ?? sep?.[1];
  const rest = text.slice(sepLine.length);
  const best = bestScan((given === undefined ? candidates : [given]).map((one) => scan(rest, one, whole)));
  if (best === undefined) throw new Error('no delimiter to try');
  return { delimiter: best.delimiter, lineEnds: lineEndsOf(best), sepLine };
}
