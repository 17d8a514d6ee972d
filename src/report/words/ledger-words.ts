import type { Ledger, Removed, Selection } from '../../responses/responses.ts';
import type { Sentence } from '../document.ts';
import { quotedOptions } from './phrases.ts';
import { type Questions, questionName } from './question-name.ts';

/** Reasons for removal, to stand after "was" and after "were". */
const reasons: Readonly<Record<string, readonly [one: string, several: string]>> = {
  incomplete: ['incomplete', 'incomplete'],
  test: ['a test', 'tests'],
  duplicate: ['a repeat of an earlier response', 'repeats of earlier responses'],
  late: ['outside the dates of the consultation', 'outside the dates of the consultation'],
  campaign: ['part of a campaign', 'part of campaigns'],
  'bad-count': ['without a readable number of responses', 'without a readable number of responses'],
};

function describeReason({ reason, count, answer }: Removed): string {
  if (answer)
    return `left out for the answer ${quotedOptions(answer.options)} to question ${answer.question}`;
  const known = reasons[reason]?.[count === 1 ? 0 : 1];
  if (known !== undefined) return known;
  const [question = ''] = reason.split('=', 1);
  return `outside the group ${question.slice('not '.length)} = ${reason.slice(question.length + 1)}`;
}

/** Reasons for removal, at the head of a column. */
const headings: Readonly<Record<string, string>> = {
  incomplete: 'Incomplete',
  test: 'Tests',
  duplicate: 'Repeats',
  late: 'Late/early',
  campaign: 'Campaigns',
  'bad-count': 'No readable count',
};

/** A reason for removal at the head of a column. */
export function reasonHeading({ reason, answer }: Removed): string {
  if (answer) return `${answer.question}: ${quotedOptions(answer.options)}`;
  return headings[reason] ?? 'Not in the group';
}

/** How many responses were received, how many are analysed, and why the others are not. */
export function ledgerSentence({ received, removed, analysed }: Ledger): Sentence {
  const left = removed.filter(({ count }) => count > 0);
  const start: Sentence = ['We received ', { count: received }, received === 1 ? ' response' : ' responses'];
  if (left.length === 0) {
    return analysed === 1 ? [...start, '; it is analysed here.'] : [...start, '; all are analysed here.'];
  }
  const parts = left.flatMap((one, index) => [
    index === 0 ? '' : index === left.length - 1 ? ' and ' : ', ',
    { count: one.count },
    ` ${one.count === 1 ? 'was' : 'were'} ${describeReason(one)}`,
  ]);
  return [
    ...start,
    ', of which ',
    { count: analysed },
    analysed === 1 ? ' is' : ' are',
    ' analysed here: ',
    ...parts,
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
