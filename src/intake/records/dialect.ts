import { addUp } from '../group-by.ts';
import { scan } from './scan.ts';
import type { Cut, Scan } from './scan.ts';
import { UserError } from '../user-error.ts';

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

/** The share of records with `width` cells, weighed by how many delimiters those have; 0 where nothing is separated. */
function weigh(cells: readonly number[], width: number): number {
  if (cells.length === 0) return width - 1;
  return (cells.filter((count) => count === width).length / cells.length) * (width - 1);
}

function byHeader({ cells }: Cut): number {
  return weigh(cells.slice(1), cells[0] ?? 1);
}

function byRecords({ cells }: Cut): number {
  return weigh(cells, mostCommon(cells));
}

function mostCommon(counts: readonly number[]): number {
  return [...addUp(counts.map((count) => [count, 1]))].reduce(
    (best, next) => (next[1] > best[1] ? next : best),
    [1, 0],
  )[0];
}

/** More records than this above the headers are no title. */
const MOST_TITLES = 10;

/**
 * Whether nearly all records have as many cells, three or more, but for the first, as where lines of title
 * stand above the headers.
 */
function isTitled({ cells }: Cut): boolean {
  const width = mostCommon(cells);
  const start = cells.indexOf(width);
  const alike = cells.filter((count) => count === width).length;
  return (
    width > 2 && start > 0 && start <= MOST_TITLES && alike >= (cells.length - start) * 0.8 && alike > start
  );
}

/**
 * The delimiter that gives the most records as many cells as the header has, many cells counting for more
 * than few; where no record agrees with the header, the one by which records agree with one another. One that
 * the header does not hold is out of the question, unless what looks like a header is a title that hardly any
 * record agrees with; and where the header holds none it is a single column: the first delimiter, a comma.
 */
function bestDelimiter(cuts: readonly Cut[]): string {
  const held = cuts.filter(({ cells }) => (cells[0] ?? 1) > 1);
  const areHeaders = held.some((cut) => byHeader(cut) * 2 >= (cut.cells[0] ?? 1) - 1);
  const titled = areHeaders ? [] : cuts.filter(isTitled);
  const possible = titled.length > 0 ? titled : held;
  const weight = possible.some((cut) => byHeader(cut) > 0) && titled.length === 0 ? byHeader : byRecords;
  const [first = cuts[0], ...others] = possible;
  const best = others.reduce(
    (so, next) => (so === undefined || weight(next) > weight(so) ? next : so),
    first,
  );
  return best?.delimiter ?? ',';
}

/**
 * CR alone ends records only where it does so more often than LF: otherwise it is a character of a cell. CR
 * CR LF, which a CRLF file becomes when it is written in text mode, is one line end. A sample of a single
 * line tells nothing: all count.
 */
function lineEndsOf({ lineFeeds, carriageReturns }: Scan): readonly string[] {
  if (carriageReturns > lineFeeds) return ['\r\n', '\n', '\r'];
  return lineFeeds > 0 ? ['\r\r\n', '\r\n', '\n'] : ['\r\r\n', '\r\n', '\n', '\r'];
}

/** The dialect of an export from a sample of its text; `delimiter`, where the user gave one, is not looked for. */
export function detectDialect(text: string, whole: boolean, delimiter: string | undefined): Dialect {
  const sep = /^(?:sep=([^"\r\n])|"sep=([^"\r\n])")[,;\t|]*(?:\r{0,2}\n|\r)/iu.exec(text);
  const sepLine = sep?.[0] ?? '';
  const given = delimiter ?? sep?.[1] ?? sep?.[2];
  const rest = text.slice(sepLine.length);
  const scanned = scan(rest, given === undefined ? candidates : [given], whole);
  return { delimiter: given ?? bestDelimiter(scanned.cuts), lineEnds: lineEndsOf(scanned), sepLine };
}
