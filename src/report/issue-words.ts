import type { Issue, IssueCode } from '../responses/issues.ts';

interface Words {
  /** What kind of thing it is, over all its occurrences. */
  readonly title: string;
  /** One occurrence of it, without its place. */
  readonly say: (issue: Issue) => string;
}

const answer = ({ value = '' }: Issue) => `“${value}”`;
const maybe = ({ suggestion }: Issue) => (suggestion === undefined ? '' : `; did you mean “${suggestion}”?`);

/** The words for every kind of issue, for officers: what it is, and what became of the answer. */
const words = {
  'short-row': {
    title: 'rows have fewer cells than the header; the missing cells count as blank',
    say: ({ detail }) => `${detail} cells`,
  },
  'long-row': {
    title:
      'rows have more cells than the header; none of their answers is counted, since they may stand under the wrong header',
    say: ({ detail }) => `${detail} cells: is there a separator in an answer that is not in quotation marks?`,
  },
  'stray-quote': {
    title: 'rows have a quotation mark out of place; it was read as an ordinary character',
    say: () =>
      'a quotation mark inside an answer that should be doubled, or an answer not in quotation marks',
  },
  'nul-character': {
    title: 'rows hold a NUL character: part of the file may be damaged',
    say: () => 'a NUL character',
  },
  'unknown-answer': {
    title: 'answers are not among the options of their question; they are not counted',
    say: (issue) => `${answer(issue)} is not an option${maybe(issue)}`,
  },
  'not-a-number': {
    title: 'answers to a number question are not numbers; they are not counted',
    say: (issue) => `${answer(issue)} is not a number`,
  },
  'bad-count': {
    title: 'records do not say how many responses they stand for; each is removed, as one response',
    say: (issue) => `${answer(issue)} is not a whole number of responses`,
  },
  'bad-date': {
    title: 'dates cannot be read, so nobody can say whether these responses were late',
    say: (issue) => `${answer(issue)} is not a date`,
  },
  'ambiguous-dates': {
    title: 'dates could be day first or month first, so no response of the file counts as late',
    say: ({ detail }) =>
      detail === 'contradictory'
        ? 'some dates can only be day first and others only month first'
        : 'no date proves whether the day or the month comes first',
  },
  'duplicate-id': {
    title: 'responses repeat the id of an earlier one; they are counted (exclude: [duplicate] removes them)',
    say: () => 'an id that an earlier response has',
  },
  'missing-id': {
    title: 'responses have no id, so a repeat of them would not be noticed',
    say: () => 'no id',
  },
  'option-not-seen': {
    title: 'options named by a rule of the definition were chosen by nobody',
    say: (issue) => `nobody answered ${answer(issue)} to question ${issue.detail}${maybe(issue)}`,
  },
  'answer-not-asked': {
    title: 'answers were given to a question that the respondent was not asked; they are not counted',
    say: (issue) => `${answer(issue)} from a respondent who was not asked`,
  },
  'near-option': {
    title: 'written-in answers are nearly an option; they are counted as “Other”',
    say: (issue) => `${answer(issue)}${maybe(issue)}`,
  },
  'write-in': { title: 'written-in answers are counted as “Other”', say: answer },
  'label-variant': {
    title: 'answers are spelt differently from their option and are counted as it',
    say: (issue) => `${answer(issue)} is counted as “${issue.suggestion}”`,
  },
  incomplete: {
    title: 'responses are incomplete; they are counted (exclude: [incomplete] removes them)',
    say: () => 'an incomplete response',
  },
  test: {
    title: 'responses are tests; they are counted (exclude: [test] removes them)',
    say: () => 'a test response',
  },
  late: {
    title: 'responses came before opening or after closing; they are counted (exclude: [late] removes them)',
    say: () => 'submitted outside the dates of the consultation',
  },
  'blank-rows': { title: 'blank rows were skipped', say: ({ count }) => `${count} blank` },
  'unclaimed-columns': { title: 'columns are not used by the definition', say: ({ detail = '' }) => detail },
  'missing-column': {
    title: 'respondent columns are not in one of the files; its responses go without',
    say: ({ column, detail }) => `no column “${column}” (${detail})`,
  },
} satisfies Record<IssueCode, Words> as Record<IssueCode, Words>;

/** What a kind of issue is called, over all its occurrences. */
export function issueTitle(code: IssueCode): string {
  return words[code].title;
}

/** One issue in words, without its place. */
export function describeIssue(issue: Issue): string {
  return words[issue.code].say(issue);
}
