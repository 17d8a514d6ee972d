import type { HeaderGround } from '../../intake/headers/layout.ts';
import type { Issue } from '../../responses/issues/issues.ts';

/** The words for a kind of issue. */
export interface Words {
  /** What kind of thing it is, to stand before a count. */
  readonly title: string;
  /** What became of it, where a reader must know. */
  readonly effect?: string;
  /** One occurrence of it, without its place. */
  readonly say: (issue: Issue) => string;
}

/** A message quotes the start of a long answer; lists of issues have the whole value beside it. */
const longestQuote = 100;

/** What stands in a cell or a row, quoted. */
export const answer = ({ value = '' }: { readonly value?: string | undefined }) =>
  `“${value.length > longestQuote ? `${value.slice(0, longestQuote)}…` : value}”`;

/** What makes a row one of headers, or makes that doubtful, to stand behind “it”. */
const grounds: Readonly<Record<HeaderGround, string>> = {
  parts: 'names what belongs to the questions above it',
  told: 'is among the rows that were named as headers',
  sorts: 'says of what sort each question is',
  'header-again': 'repeats a header where every other row has an id or a time',
  'like-headers': 'is written as headers are, and not as the answers below it',
  'names-ids': 'names the id or the time that every other row has',
  'lacks-ids': 'has no id or time as every other row has',
  'asks-alike': 'asks something in the columns in which the headers do',
  'words-again': 'says again what the headers say',
  'under-codes': 'has words under the codes of questions',
  'unlike-answers': 'says nothing that the rows below it say',
  welsh: 'is in Welsh, as no other row is',
};

function groundOf({ detail }: Issue): string {
  return grounds[detail as HeaderGround];
}

/** The words for what is wrong with rows and files as text, before anybody asks what their cells mean. */
export const rowWords = {
  'short-row': {
    title: 'rows with fewer cells than the header',
    effect: 'the missing cells count as blank',
    say: ({ detail }) => `${detail} cells`,
  },
  'long-row': {
    title: 'rows with more cells than the header',
    effect: 'their answers are not counted, since they may stand under the wrong header',
    say: ({ detail }) => `${detail} cells: is there a separator in an answer that is not in quotation marks?`,
  },
  'stray-quote': {
    title: 'rows with a quotation mark out of place',
    effect: 'it was read as an ordinary character',
    say: () =>
      'a quotation mark inside an answer that should be doubled, or an answer not in quotation marks',
  },
  'swallowed-rows': {
    title: 'answers that hold what look like rows of the file',
    effect: 'these rows are not counted, since a quotation mark may be missing or one too many',
    say: () => 'rows of the file in one answer: look at its quotation marks, here and where it ends',
  },
  'nul-character': {
    title: 'rows with a NUL character',
    effect: 'part of the file may be damaged',
    say: () => 'a NUL character',
  },
  'bad-bytes': {
    title: 'lines with doubtful bytes',
    effect: 'letters there may be wrong',
    say: ({ detail = '' }) => {
      const [count = '', wanted = '', encoding] = detail.split(' ');
      const what = wanted === 'utf-8' ? 'byte' : 'character';
      const name = wanted === 'utf-8' ? 'UTF-8' : wanted;
      const many =
        count === '1'
          ? `1 ${what} of the file is not ${name} and is`
          : `${count} ${what}s of the file are not ${name} and are`;
      return `${many} read as ${encoding === wanted ? '“\ufffd”' : 'Windows-1252'}`;
    },
  },
  'mac-roman': {
    title: 'files that may come from an old Macintosh',
    effect: 'their quotation marks, dashes and accents may be wrong, and answers may differ only by them',
    say: () => 'read as Windows-1252, this looks like Mac OS Roman: try --encoding macintosh',
  },
  'encoded-twice': {
    title: 'answers and headers of which letters were encoded twice',
    effect: 'they stand as they are, so one answer may be counted as two',
    say: (issue) =>
      `${answer(issue)}: UTF-8 that was taken for Windows-1252 before the file was written; export it again`,
  },
  'summary-row': {
    title: 'rows of averages, totals or counts',
    effect: 'they are not responses and are left out',
    say: (issue) =>
      /\d/u.test(issue.value ?? '')
        ? `${answer(issue)}: figures that somebody worked out`
        : `${answer(issue)} stands over figures that somebody works out; where it is an answer, list it among the options in a definition`,
  },
  'note-row': {
    title: 'notes under the responses',
    effect: 'they are not responses and are left out',
    say: (issue) => `${answer(issue)} is a note`,
  },
  'maybe-summary': {
    title: 'last rows that may be averages or totals and no responses',
    effect: 'each counts as a response; where it is none, delete it from the export',
    say: (issue) => `${answer(issue)}: figures that somebody worked out, or what a respondent says?`,
  },
  'header-row': {
    title: 'rows that repeat the headers among the responses',
    effect: 'they are left out; check that no response stands in the file twice',
    say: () => 'the headers again: exports seem to be pasted under one another',
  },
  'second-headers': {
    title: 'further rows of headers',
    effect:
      'they count as no responses; where one is a response, say how many rows are headers with --header-rows',
    say: (issue) => `${answer(issue)} was taken for headers: it ${groundOf(issue)}`,
  },
  'maybe-headers': {
    title: 'first rows that may be headers and no response',
    effect:
      'each counts as a response; where it is none, say how many rows are headers, it included, with --header-rows',
    say: (issue) => `${answer(issue)}: a further row of headers? It ${groundOf(issue)}`,
  },
} satisfies Record<string, Words>;
