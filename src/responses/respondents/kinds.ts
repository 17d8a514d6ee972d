import { isBlank } from '../../intake/blank.ts';
import { fold } from '../../survey/labels/labels.ts';
import { suggest } from '../../survey/labels/near-label.ts';
import type { Survey } from '../../survey/survey.ts';
import { columnIssues } from '../issues/column-issues.ts';
import { readNumber } from '../../survey/labels/read-number.ts';
import type { Issue } from '../issues/issues.ts';
import { type PlacedExport, filledFrom } from './exports.ts';

/** The kinds of respondent, in the order in which they are reported. */
export const respondentKinds = ['individual', 'organisation', 'petition'] as const;
export type RespondentKind = (typeof respondentKinds)[number];

/** What kind of respondent each record is from: a position in `respondentKinds`, −1 where nothing says it. */
export interface Kinds {
  readonly cells: Int8Array;
  /** How many people signed each petition; not a number where nothing says it, and for other records. */
  readonly signatories: Float64Array;
}

/** The kind of every record, with what could not be understood; null where the survey names no column for it. */
export function readKinds(
  { respondent: { kind } }: Survey,
  exports: readonly PlacedExport[],
  size: number,
): { readonly kinds: Kinds | null; readonly issues: readonly Issue[] } {
  if (kind === undefined) return { kinds: null, issues: [] };
  const words = respondentKinds.flatMap((one) => kind[one]);
  const cellOf = new Map(
    respondentKinds.flatMap((one, index) => kind[one].map((word) => [fold(word), index] as const)),
  );
  const cells = filledFrom(new Int8Array(size).fill(-1), exports, 'kind', (value) => cellOf.get(fold(value)));
  const signatories = filledFrom(new Float64Array(size).fill(NaN), exports, 'signatories', wholeNumber);
  for (const [record, cell] of cells.entries())
    if (respondentKinds[cell] !== 'petition') signatories[record] = NaN;
  const issues: Issue[] = [];
  for (const one of exports) {
    const isUnknown = (value: string) => !isBlank(value) && !cellOf.has(fold(value));
    for (const issue of columnIssues('unknown-kind', one, 'kind', isUnknown))
      issues.push({ ...issue, ...suggest(issue.value ?? '', words) });
    const uncounted = (value: string) => !isBlank(value) && wholeNumber(value) === undefined;
    for (const issue of columnIssues('not-a-number', one, 'signatories', uncounted)) issues.push(issue);
  }
  return { kinds: { cells, signatories }, issues };
}

/** A number of people; undefined for anything else. */
function wholeNumber(value: string): number | undefined {
  const number = readNumber(value);
  return number !== undefined && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}
