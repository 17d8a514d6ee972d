import type { Figure, Withheld } from '../analysis/figures.ts';
import type { Interval } from '../analysis/inference/intervals.ts';

/** A piece of a sentence: words, or a number that becomes text only when it is rendered. */
export type Inline =
  | string
  /** With a decimal more than others where it would look like another beside it that it is not. */
  | { readonly percent: Figure; readonly isFine?: boolean }
  /** Null where it is hidden. */
  | { readonly count: number | null }
  /** A statistic such as a mean, shown to at most two decimal places. */
  | { readonly value: number }
  /** A difference in percentage points, shown with its sign. */
  | { readonly points: number }
  /** A difference that is no percentage, shown with its sign and at most two decimal places. */
  | { readonly change: number }
  /** How far two percentages are apart, in words: 9 percentage points. */
  | { readonly apart: number }
  /** A percentage that is no figure of the survey, shown as it was given. */
  | { readonly given: number }
  /** From one percentage to another: 79% to 94%. */
  | { readonly interval: Interval }
  /** From one difference in percentage points to another: -2 to +20. */
  | { readonly pointsInterval: Interval }
  /** How likely something is, 0 to 1, after “p”: = 0.034, < 0.001. */
  | { readonly probability: number };

export type Sentence = readonly Inline[];

/**
 * A cell of a table. `figure` shows a percentage and its count, and how many percentage points it is from
 * that of others; `bar` draws the percentage, `withheld` says why there is none.
 */
export type Cell =
  | null
  | string
  | { readonly figure: Figure; readonly fromOthers?: FromOthers }
  | { readonly percent: Figure }
  | { readonly bar: Figure }
  | { readonly count: number | null }
  | { readonly value: number }
  | FromOthers
  | { readonly change: number }
  | { readonly given: number }
  | { readonly interval: Interval }
  | { readonly withheld: Withheld };

/** A difference in percentage points, and its interval where there is one. */
export interface FromOthers {
  readonly points: number;
  readonly interval?: Interval;
}

export interface TableColumn {
  readonly heading: string;
  /** Labels and short words are read, figures compared, bars looked at; where there is no room bars go first. */
  readonly kind: 'label' | 'word' | 'figure' | 'bar';
  /** A column that sums up others: the net. */
  readonly strong?: boolean;
}

export interface Table {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly Cell[])[];
  /** What a reader must know to read it: the base, the rounding, what a mark means. */
  readonly notes: readonly Sentence[];
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: Sentence }
  | { readonly kind: 'list'; readonly items: readonly Sentence[] }
  | Table;

/** What is put before a reader, whatever it is rendered as: words and figures, no layout and no rounding. */
export interface Document {
  readonly title: string;
  readonly decimals: number;
  readonly blocks: readonly Block[];
}

/** A heading; the title of a document has level 1. */
export function heading(level: 1 | 2 | 3, text: string): Block {
  return { kind: 'heading', level, text };
}

/** A paragraph of one sentence or more. */
export function paragraph(text: Sentence): Block {
  return { kind: 'paragraph', text };
}

/** A list, where there is anything in it. */
export function list(items: readonly Sentence[]): Block[] {
  return items.length > 0 ? [{ kind: 'list', items }] : [];
}
