import { withoutEntities } from '../columns/entities.ts';
import { withFillers, withoutFillers } from './fillers.ts';
import { refuseTextsAmong, refuseWithoutHeaders, refuseWithoutQuestions } from './headerless.ts';
import type { Heading, Rows } from './layout.ts';
import type { PlatformName } from '../platforms/registry.ts';
import { refuseQuestionnaires } from './questionnaires.ts';
import { type RecognisedLayout, recogniseLayout } from './recognise.ts';
import { withoutRepeats } from './repeated-headers.ts';
import { refuseKnownSummaries, refuseSummaries } from './summaries.ts';
import { belowTitles, countTitles } from './title-rows.ts';

/** Which rows are responses, by whoever knows what was asked, or has looked. */
export interface KnownRows {
  /** Knows rows that are responses whatever they look like, once the headings are known. */
  readonly isResponse?: (headings: readonly Heading[]) => (cells: readonly string[]) => boolean;
  /** Knows answer patterns by their first two rows, of which one is headers, and gives these as they are known. */
  readonly patternHeaders?: (
    headers: readonly string[],
    cells: readonly string[],
  ) => readonly string[] | undefined;
  /** Knows a row under the headers that names columns as they are known; below it are responses, as far as is known. */
  readonly isNamed?: (headers: readonly string[], cells: readonly string[], below: Rows) => boolean;
  /** How many rows are headers, under lines of title. */
  readonly headerRows?: number;
}

/** The layout of a file from its first rows; one that holds no responses is refused. */
export function recogniseRows(
  file: string,
  first: Rows,
  platform: PlatformName | undefined,
  { isResponse, patternHeaders, isNamed, headerRows }: KnownRows,
): RecognisedLayout {
  const whole = withoutRepeats(first).map((cells) => cells.map(withoutEntities));
  const rows = withoutFillers(whole);
  refuseQuestionnaires(file, rows);
  // Whoever defines its columns, or names who wrote it, knows what it is, unless it can be nothing else.
  if (platform === undefined && isResponse === undefined) refuseSummaries(file, rows);
  else refuseKnownSummaries(file, rows);
  const titles = countTitles(rows);
  const [written = [], ...below] = rows.slice(titles);
  const ofPatterns = patternHeaders?.(written, below[0] ?? []);
  const headers = ofPatterns ?? written;
  // Answer patterns have one row of headers, whoever wrote the responses: the next is none, though it may look like one.
  const own = ofPatterns === undefined ? [headers, ...below] : [headers];
  const found = recogniseLayout(own, platform, headerRows);
  const named = namedRows(own, isNamed);
  const isMore = headerRows === undefined && named > found.headerRows;
  const layout = withFillers(isMore ? recogniseLayout(own, platform, named) : found, whole[titles] ?? []);
  if (layout.platform === 'generic') {
    refuseWithoutQuestions(file, [headers, ...below]);
    refuseWithoutHeaders(file, [headers, ...below]);
    refuseTextsAmong(file, [headers, ...below]);
  }
  const known = isResponse === undefined ? layout : { ...layout, isResponse: isResponse(layout.headings) };
  return titles === 0 ? known : belowTitles(known, titles);
}

/** No more rows than these name columns again. */
const MOST_NAMING = 2;

/** How many rows there are down to the last one that names columns as they are known. */
function namedRows([headers = [], ...below]: Rows, isNamed: KnownRows['isNamed']): number {
  const naming = below
    .slice(0, MOST_NAMING)
    .findLastIndex((row, nth) => isNamed?.(headers, row, below.slice(nth + 1)) === true);
  return naming + 2;
}
