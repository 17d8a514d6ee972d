import type { Issue, IssueCode } from '../../responses/issues/issues.ts';
import { type Words, answer, rowWords } from './row-words.ts';

/** The answer that was meant, in quotation marks. */
const meant = ({ suggestion }: Issue) => answer({ value: suggestion });
const maybe = (issue: Issue) => (issue.suggestion === undefined ? '' : `; did you mean ${meant(issue)}?`);

/** The words for every kind of issue, for officers: what it is, and what became of the answer. */
const words = {
  ...rowWords,
  'unknown-answer': {
    title: 'answers that are not among the options of their question',
    effect: 'they are not counted',
    say: (issue) => `${answer(issue)} is not an option${maybe(issue)}`,
  },
  'unknown-kind': {
    title: 'responses whose kind of respondent is not known',
    effect:
      'they are counted, as not stated; respondent.kind.individual, .organisation and .petition in the definition list the words for each',
    say: (issue) => `${answer(issue)} is no known kind of respondent${maybe(issue)}`,
  },
  'misplaced-answer': {
    title: 'answers that stand in the column of another option',
    effect: 'they are not counted; the cells of their row may have slipped by a column',
    say: (issue) => `${answer(issue)} stands in the column of “${issue.suggestion}”`,
  },
  'several-answers': {
    title: 'more than one answer where only one was allowed',
    effect: 'none of them is counted',
    say: (issue) => `${answer(issue)} is more than one answer`,
  },
  'not-a-number': {
    title: 'answers to a number question that are not numbers',
    effect: 'they are not counted',
    say: (issue) => `${answer(issue)} is not a number`,
  },
  'bad-count': {
    title: 'records that do not say how many responses they stand for',
    effect: 'each is removed, as one response',
    say: (issue) => `${answer(issue)} is not a whole number of responses`,
  },
  'bad-weight': {
    title: 'responses without a weight above 0',
    effect: 'they are counted, and weigh nothing in any percentage',
    say: (issue) => `${answer(issue)} is no weight`,
  },
  'bad-date': {
    title: 'dates that are missing or cannot be read',
    effect: 'nobody can say whether these responses were late',
    say: (issue) => (issue.value === '' ? 'there is no date' : `${answer(issue)} cannot be read as a date`),
  },
  'ambiguous-dates': {
    title: 'dates that could be read in more than one way',
    effect: 'no such date counts as late',
    say: ({ detail }) =>
      detail === 'contradictory'
        ? 'no one order of day, month and year fits all of these dates'
        : 'no date proves which of day, month and year comes first',
  },
  'duplicate-id': {
    title: 'responses that repeat the id of an earlier one',
    effect: 'decide which of them counts',
    say: ({ detail }) => {
      if (detail === 'left out')
        return 'left out, though it answers otherwise than the first with its id, which is counted';
      if (detail === 'in another file')
        return 'counted, though a response in another file has its id (if both are one response, exclude: [duplicate] leaves this one out)';
      return detail === undefined
        ? 'counted, though an earlier response has its id (exclude: [duplicate] leaves it out)'
        : `counted: one person has a row for each “${detail}”, and is counted in each`;
    },
  },
  'missing-id': {
    title: 'responses without the id or time that others have',
    effect: 'a repeat of them would not be noticed, and they may be no responses',
    say: () => 'blank, unlike in other responses',
  },
  'rows-again': {
    title: 'responses that answer everything as others before them do, in the same order',
    effect: 'they are counted, but part of the export may be in it twice',
    say: ({ detail = '' }) => {
      const [row = '', line = '', ...file] = detail.split(' ');
      const where = [file.join(' '), `row ${row} (line ${line})`].filter(Boolean).join(', ');
      return `it and those beside it answer everything as those from ${where} on do`;
    },
  },
  'excel-date': {
    title: 'answers that a spreadsheet may have turned into dates',
    effect: 'they stay as they are: compare them with the form',
    say: (issue) =>
      `${answer(issue)}: a spreadsheet may have turned a range such as ${issue.suggestion} into this date`,
  },
  'maybe-no-reply': {
    title: 'answers that may stand for no reply',
    effect: 'they are counted: what is none, name under “blank” in the definition',
    say: (issue) => `${answer(issue)} may stand for no reply`,
  },
  'option-not-seen': {
    title: 'options that a rule of the definition names and nobody chose',
    effect: 'check how they are spelt',
    say: (issue) =>
      issue.detail === undefined
        ? `no response has ${answer(issue)}, so that none is complete${maybe(issue)}`
        : `nobody answered ${answer(issue)} to question ${issue.detail}${maybe(issue)}`,
  },
  'answer-not-asked': {
    title: 'answers to a question that the respondent was not asked',
    effect: 'they are not counted',
    say: (issue) =>
      `${issue.value === undefined ? 'an answer' : answer(issue)} from a respondent who was not asked`,
  },
  'near-option': {
    title: 'written-in answers that are nearly an option',
    effect: 'they are counted as “Other”',
    say: (issue) => `${answer(issue)}${maybe(issue)}`,
  },
  'write-in': { title: 'written-in answers', effect: 'they are counted as “Other”', say: answer },
  'label-variant': {
    title: 'answers spelt differently from their option',
    effect: 'they are counted as that option',
    say: (issue) => `${answer(issue)} is counted as ${meant(issue)}`,
  },
  'other-separator': {
    title: 'answers with other marks between them than the separator',
    effect: 'each counts as the options that it names',
    say: (issue) => `${answer(issue)} is counted as each of the options that it names`,
  },
  'tick-value': {
    title: 'ticks that are neither their option nor a yes',
    effect: 'nothing else but the option stands in their column, and they are counted as ticks',
    say: (issue) => `${answer(issue)} is counted as a tick`,
  },
  'option-twice': {
    title: 'options that have two columns or more',
    effect: 'each is one option, and whoever ticked it in any of them counts once',
    say: (issue) => `${answer(issue)} stands over ${issue.detail}`,
  },
  incomplete: {
    title: 'incomplete responses',
    effect: 'they are counted',
    say: () => 'an incomplete response (exclude: [incomplete] leaves it out)',
  },
  test: {
    title: 'test responses',
    effect: 'they are counted',
    say: () => 'a test response (exclude: [test] leaves it out)',
  },
  late: {
    title: 'responses from before the opening or after the closing date',
    effect: 'they are counted',
    say: () => 'submitted outside the dates of the consultation (exclude: [late] leaves it out)',
  },
  unanswered: {
    title: 'responses without an answer to any question',
    effect: 'they are counted among those received',
    say: () => 'blank, or no option ticked, under every question',
  },
  'no-responses': {
    title: 'records that stand for no responses',
    effect: 'they are left out',
    say: (issue) => `${answer(issue)} responses`,
  },
  'blank-rows': { title: 'blank rows', effect: 'they were skipped', say: ({ count }) => `${count} blank` },
  'unclaimed-columns': {
    title: 'columns that the definition does not use',
    say: ({ detail = '' }) => detail,
  },
  'missing-column': {
    title: 'respondent columns that one of the files lacks',
    effect: 'its responses go without',
    say: ({ column, detail }) => `no column “${column}” (${detail})`,
  },
} satisfies Record<IssueCode, Words> as Record<IssueCode, Words>;

/** What a kind of issue is called, and what became of the answers. */
export function issueTitle(code: IssueCode): { readonly title: string; readonly effect: string } {
  const { title, effect } = words[code];
  return { title, effect: effect === undefined ? '' : `; ${effect}` };
}

/** One issue in words, without its place. */
export function describeIssue(issue: Issue): string {
  return words[issue.code].say(issue);
}
