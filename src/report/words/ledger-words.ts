import type { Issue, IssueCode } from '../../responses/issues/issues.ts';
import type { Ledger, Removed, Selection } from '../../responses/responses.ts';
import type { Sentence } from '../document.ts';
import { listed, quotedOptions } from './phrases.ts';
import { type Questions, questionName } from './question-name.ts';
import { sumOf } from '../../intake/sum.ts';

/** A reason for removal after "was" and, where that differs, after "were"; and at the head of a column. */
interface ReasonWords {
  readonly was: string;
  readonly were?: string;
  readonly heading: string;
}

const reasons: Readonly<Record<string, ReasonWords>> = {
  incomplete: { was: 'incomplete', heading: 'Incomplete' },
  test: { was: 'a test', were: 'tests', heading: 'Tests' },
  duplicate: {
    was: 'a repeat of an earlier response',
    were: 'repeats of earlier responses',
    heading: 'Repeats',
  },
  late: { was: 'outside the dates of the consultation', heading: 'Late/early' },
  campaign: { was: 'part of a campaign', were: 'part of campaigns', heading: 'Campaigns' },
  'bad-count': { was: 'without a readable number of responses', heading: 'No readable count' },
};

function describeReason({ reason, count, answer }: Removed, questions: Questions): string {
  if (answer)
    return `left out for the answer ${quotedOptions(answer.options)} to ${questionName(answer.question, questions)}`;
  const { was, were = was } = reasons[reason] ?? { was: outsideWords(reason) };
  return count === 1 ? was : were;
}

/** A reason for removal at the head of a column. */
export function reasonHeading({ reason, answer }: Removed): string {
  return answer ? answerWords(answer) : (reasons[reason]?.heading ?? 'Not in the group');
}

/** A reason for removal in short, as the definition has it. */
export function reasonWords({ reason, answer }: Removed): string {
  if (answer) return answerWords(answer);
  return reason === 'bad-count' ? 'without a readable count' : outsideWords(reason);
}

function answerWords({ question, options }: NonNullable<Removed['answer']>): string {
  return `${question}: ${quotedOptions(options)}`;
}

/** "outside the group role = Parent", of those who are not in the group that is looked at; any other reason as it is. */
function outsideWords(reason: string): string {
  return reason.replace(/^not ([^=]*)=/u, 'outside the group $1 = ');
}

/** What a rule could have left out and none did, one and several. */
const kept: readonly (readonly [code: IssueCode, one: string, several: string])[] = [
  ['incomplete', 'incomplete response', 'incomplete responses'],
  ['test', 'test', 'tests'],
  ['late', 'from outside the dates of the consultation', 'from outside the dates of the consultation'],
];

/**
 * How many responses were received, how many are analysed, why the others are not, and which of them might
 * have been left out.
 */
export function ledgerSentence({ ledger, issues, questions = [] }: Received): Sentence {
  const parts = kept.flatMap(([code, one, several]): Sentence[] => {
    const own = issues.filter((issue) => issue.code === code);
    const count = sumOf(own, (issue) => issue.responses ?? issue.count);
    return count === 0 ? [] : [[{ count }, ` ${count === 1 ? one : several}`]];
  });
  const received = receivedSentence(ledger, questions);
  return parts.length === 0
    ? received
    : [...received, ' Counted among those analysed: ', ...listed(parts), '.'];
}

/** What became of the responses, and what was wrong with them, with the words of the questions where these are known. */
interface Received {
  readonly ledger: Ledger;
  readonly issues: readonly Issue[];
  readonly questions?: Questions;
}

function receivedSentence({ received, removed, analysed }: Ledger, questions: Questions): Sentence {
  const left = removed.filter(({ count }) => count > 0);
  const start: Sentence = ['We received ', { count: received }, received === 1 ? ' response' : ' responses'];
  if (left.length === 0) {
    return analysed === 1 ? [...start, '; it is analysed here.'] : [...start, '; all are analysed here.'];
  }
  const parts = left.map((one): Sentence => [
    { count: one.count },
    ` ${one.count === 1 ? 'was' : 'were'} ${describeReason(one, questions)}`,
  ]);
  return [
    ...start,
    ', of which ',
    { count: analysed },
    analysed === 1 ? ' is' : ' are',
    ' analysed here: ',
    ...listed(parts),
    '.',
  ];
}

/** What says which group an analysis is narrowed to, with the words of its questions where these are known. */
interface Narrowed {
  readonly selection?: Selection;
  readonly questions?: Questions;
}

/** The group that an analysis is narrowed to, as a sentence; none where it is not. */
export function selectionNotes(analysis: Narrowed): [string][] {
  return analysis.selection ? [[`Only ${selectedWords(analysis)}.`]] : [];
}

/** What a heading says of the group that an analysis is narrowed to. */
export function groupWords(analysis: Narrowed): string {
  return analysis.selection ? ` (only ${selectedWords(analysis)})` : '';
}

/** "those who answered “Yes” to “Do you use a library?”" */
export function selectedWords({ selection, questions = [] }: Narrowed): string {
  return `those who answered “${selection?.option}” to ${questionName(selection?.question ?? '', questions)}`;
}
