import {
  type Issue,
  type IssueCode,
  LISTED,
  type Place,
  type Severity,
  severities,
} from '../../responses/issues/issues.ts';
import { capitalise } from '../../survey/labels/labels.ts';
import { describeIssue, issueTitle } from './issue-words.ts';
import type { Analysis } from '../../analysis/analysis.ts';
import { type Block, type Sentence, list, paragraph } from '../document.ts';
import { sumOf } from '../../intake/sum.ts';

/** One place of one issue, in words. */
export interface Occurrence extends Partial<Place> {
  readonly file: string;
  readonly column?: string;
  readonly value?: string;
  readonly suggestion?: string;
  readonly message: string;
}

/** All issues of one kind. */
export interface IssueGroup {
  readonly code: IssueCode;
  readonly severity: Severity;
  readonly count: number;
  /** How many responses these stand for, where records have a count. */
  readonly responses?: number;
  /** What kind of thing it is and what became of it, to stand around the count. */
  readonly title: string;
  readonly effect: string;
  /** How many different values (or files, where there are none) it is about. */
  readonly issues: readonly Issue[];
}

/** Issues by kind: errors first, then warnings and notes, each in the order of `severities`. */
export function groupIssues(issues: readonly Issue[]): IssueGroup[] {
  const codes = Object.keys(severities) as IssueCode[];
  const order: readonly Severity[] = ['error', 'warning', 'note'];
  const groups = codes.flatMap((code) => {
    const members = issues.filter((issue) => issue.code === code);
    if (members.length === 0) return [];
    const count = sumOf(members, (issue) => issue.count);
    const responses = sumOf(members, (issue) => issue.responses ?? issue.count);
    const standFor = responses === count ? {} : { responses };
    return [
      { code, severity: severityOf(code, members), count, ...standFor, ...issueTitle(code), issues: members },
    ];
  });
  return groups.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}

/**
 * How bad they are together: words under codes may be headers or a response, so taking them for the former is
 * more than a note. What is no answer is no error where the definition lists all of it.
 */
function severityOf(code: IssueCode, issues: readonly Issue[]): Severity {
  if (issues.every(({ detail }) => detail === LISTED)) return 'warning';
  const isDoubtful = code === 'second-headers' && issues.some(({ detail }) => detail === 'under-codes');
  return isDoubtful ? 'warning' : severities[code];
}

/**
 * The places of a group, at most `limit`: first one of each issue, so that few examples show as many different
 * values as they can, then the others; in the order of the files.
 */
export function occurrences({ issues }: IssueGroup, limit = Infinity): Occurrence[] {
  const first = issues.map((issue) => occurrence(issue, issue.places[0]));
  if (first.length >= limit) return first.slice(0, limit).toSorted(byPlace);
  const rest = issues.flatMap((issue) => issue.places.slice(1).map((place) => occurrence(issue, place)));
  return [...first, ...rest.slice(0, limit - first.length)].toSorted(byPlace);
}

function occurrence(issue: Issue, place: Place | undefined): Occurrence {
  const { file, column, value, suggestion } = issue;
  return {
    file,
    ...place,
    ...(column === undefined ? {} : { column }),
    ...(value === undefined ? {} : { value }),
    ...(suggestion === undefined ? {} : { suggestion }),
    message: describeIssue(issue),
  };
}

function byPlace(a: Occurrence, b: Occurrence): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (a.row ?? 0) - (b.row ?? 0);
}

/** Notes that a reader of the figures needs as much as any problem: responses counted that a rule could have removed. */
const keptResponses: readonly IssueCode[] = ['incomplete', 'test', 'late'];

/** Notes on how labels were matched: of use to whoever checks the definition, noise to anybody else. */
const matching: readonly IssueCode[] = ['label-variant', 'write-in'];

/** Whether a reader of the figures must know of it. */
export function bearsOnFigures({ severity, code }: IssueGroup): boolean {
  return severity !== 'note' || keptResponses.includes(code);
}

/** Whether somebody who runs an analysis should be told of it. */
export function bearsOnRun({ code }: IssueGroup): boolean {
  return !matching.includes(code);
}

/** What became of a kind of issue, for a reader of the figures, who decides no more. */
function effectOn({ code, effect, count, issues }: IssueGroup): Sentence {
  if (code !== 'duplicate-id') return [effect];
  const left = sumOf(
    issues.filter(({ detail }) => detail === 'left out'),
    (issue) => issue.count,
  );
  if (left === 0) return ['; all of them are counted'];
  return left === count
    ? ['; left out, and the first with each id is counted']
    : ['; ', { count: left }, ' of them left out, the others counted'];
}

/** What was wrong with the data, as a list that a reader of the figures sees; nothing where all is well. */
export function issueBlocks({ issues }: Pick<Analysis, 'issues'>): Block[] {
  const groups = groupIssues(issues).filter(bearsOnFigures);
  if (groups.length === 0) return [];
  return [
    paragraph(['What to know about the data:']),
    ...list(
      groups.map((group) => [
        `${capitalise(group.title)}: `,
        { count: group.count },
        ...(group.responses === undefined
          ? []
          : [', which stand for ', { count: group.responses }, ' responses']),
        ...effectOn(group),
        '.',
      ]),
    ),
  ];
}
