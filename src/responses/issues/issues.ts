/**
 * How bad: an error means that an answer was not counted; a warning that figures may mislead; a note that all
 * is well.
 */
export type Severity = 'error' | 'warning' | 'note';

/** Every kind of issue and how bad it is. The words are in report/issues/issue-words.ts. */
export const severities = {
  'short-row': 'error',
  'long-row': 'error',
  'swallowed-rows': 'error',
  'stray-quote': 'warning',
  'nul-character': 'warning',
  'bad-bytes': 'warning',
  'mac-roman': 'warning',
  'encoded-twice': 'warning',
  'summary-row': 'warning',
  'note-row': 'warning',
  'maybe-summary': 'warning',
  'header-row': 'warning',
  'maybe-headers': 'warning',
  'unknown-answer': 'error',
  'unknown-kind': 'error',
  'misplaced-answer': 'error',
  'several-answers': 'error',
  'not-a-number': 'error',
  'bad-count': 'error',
  'bad-weight': 'error',
  'bad-date': 'warning',
  'ambiguous-dates': 'warning',
  'duplicate-id': 'warning',
  'missing-id': 'warning',
  'rows-again': 'warning',
  'excel-date': 'warning',
  'maybe-no-reply': 'warning',
  'option-not-seen': 'warning',
  'answer-not-asked': 'warning',
  'near-option': 'warning',
  'second-headers': 'note',
  'write-in': 'note',
  'label-variant': 'note',
  'other-separator': 'note',
  incomplete: 'note',
  test: 'note',
  late: 'note',
  unanswered: 'note',
  'no-responses': 'note',
  'tick-value': 'note',
  'option-twice': 'note',
  'blank-rows': 'note',
  'unclaimed-columns': 'note',
  'missing-column': 'note',
} as const satisfies Record<string, Severity>;

export type IssueCode = keyof typeof severities;

/** The detail of an issue about what is no answer, where the definition lists it. */
export const LISTED = 'listed';

/**
 * Where in an export: the record, counted from 1 below the header, and the line of the file; of a record the
 * one on which it starts.
 */
export interface Place {
  readonly row?: number;
  readonly line: number;
  /** How many responses the record stands for, where that is not one. */
  readonly responses?: number;
}

/**
 * One thing wrong with the data, wherever it occurs: the same value in the same column is one issue with many places.
 * Problems of a whole file have no places; `count` then says how many (rows, columns) they are about.
 */
export interface Issue {
  readonly code: IssueCode;
  readonly file: string;
  readonly column?: string;
  /** The question that the column is of, where it is about an answer. */
  readonly question?: string;
  readonly value?: string;
  /** The nearest option, the option that a variant was taken for, or the range that a date may have been. */
  readonly suggestion?: string;
  /** What was expected or found, by code: the cells expected in a row, the headers of unclaimed columns, how many bytes
   * were not UTF-8 and as what they were read; of what is no answer, that the definition lists it. */
  readonly detail?: string;
  readonly count: number;
  /** How many responses the records at its places stand for, where that is another number than they are. */
  readonly responses?: number;
  readonly places: readonly Place[];
}
