import type { Asked, Item, Option, Survey } from '../survey/survey.ts';
import type { Campaign } from './alike/campaigns.ts';
import type { SameWords } from './alike/same-words.ts';
import type { Issue } from './issues/issues.ts';
import type { Kinds } from './respondents/kinds.ts';

/** The states of a cell that is not an answer. An answer is 0 or more. */
export const BLANK = -1;
export const NOT_ASKED = -2;
export const INVALID = -3;

/** One number a record: an answer (0 or more) or one of the states above. As narrow as the answers allow. */
export type Cells = Int8Array | Int16Array | Int32Array;

/**
 * What the records answered to one item. An answer is an index: into `options`, into `sets` (the distinct
 * combinations of options ticked), into `values` (the distinct numbers); for free text it is always 0.
 */
export type Answers =
  | { readonly kind: 'options'; readonly options: readonly Option[]; readonly cells: Cells }
  | {
      readonly kind: 'sets';
      readonly options: readonly Option[];
      readonly sets: readonly (readonly number[])[];
      readonly cells: Cells;
    }
  | { readonly kind: 'numbers'; readonly values: readonly number[]; readonly cells: Cells }
  | { readonly kind: 'text'; readonly cells: Cells };

export interface ItemAnswers {
  readonly item: Item;
  readonly answers: Answers;
}

/** An export as it was read, for the record: which bytes, how they were understood, how many records they held. */
export interface Input {
  readonly file: string;
  readonly sha256: string;
  readonly encoding: string;
  readonly delimiter: string;
  readonly platform: string;
  /** By what the platform was recognised, to complete "recognised by …". */
  readonly recognisedBy: string;
  readonly records: number;
  readonly blankRows: number;
  /** How its responses came, where the user said so. */
  readonly channel?: string;
}

/** How many responses were removed for one reason. */
export interface Removed {
  /** A word, or `question=option`: its name in JSON. */
  readonly reason: string;
  readonly count: number;
  /** The answer that was the reason, where it was one. */
  readonly answer?: Asked;
}

/** Received − removed, by reason in the order of removal = analysed. Counted in responses, not records. */
export interface Ledger {
  readonly received: number;
  readonly removed: readonly Removed[];
  readonly analysed: number;
}

/** The ledger of the responses of one file, or of those that came in one way. */
export interface LedgerPart extends Ledger {
  readonly label: string;
}

/** The ledger in parts that together are the whole of it. */
export interface LedgerParts {
  /** One a file, in the order in which they were given. */
  readonly byFile: readonly LedgerPart[];
  /** By how the responses came, most frequent first; empty where nothing says it. */
  readonly byChannel: readonly LedgerPart[];
}

/** One group to look at: those who gave this option to this question. */
export interface Selection {
  readonly question: string;
  readonly option: string;
}

/** What some records weigh and answered, in the order in which they were received. */
export interface ResponseSet {
  /** How many records: the length of every `Cells`. */
  readonly size: number;
  /** How many identical responses each record stands for; null when each is one. */
  readonly counts: Uint32Array | null;
  /** What each record weighs, 0 where its weight cannot be used; null where the survey names no column of weights. */
  readonly weights: Float64Array | null;
  /** By question id, one entry an item, in the order of the definition. */
  readonly answers: ReadonlyMap<string, readonly ItemAnswers[]>;
}

/** A column from which more is read than one item: items as `question.item`, and whether the kind of respondent is. */
export interface SharedColumn {
  readonly items: readonly string[];
  readonly isOfKind: boolean;
}

/** Validated answers of the analysed records of one or more exports. */
export interface Responses extends ResponseSet {
  readonly survey: Survey;
  readonly inputs: readonly Input[];
  readonly selection?: Selection;
  /**
   * Where the survey is raked and one group of it is looked at: all that would be analysed, and where the
   * records of the group stand there.
   */
  readonly whole?: ResponseSet & { readonly positions: Uint32Array };
  readonly ledger: Ledger;
  readonly ledgerParts: LedgerParts;
  /** What kind of respondent each analysed record is from; null where the survey names no column for it. */
  readonly kinds: Kinds | null;
  readonly sharedColumns: readonly SharedColumn[];
  /** Null where the survey has no question of free text. */
  readonly campaigns: Campaigns | null;
  readonly sameWords: readonly SameWords[];
  readonly tickedAlike: TickedAlike;
  readonly issues: readonly Issue[];
  /** Questions on a scale whose middle options nobody chose, where nobody wrote down what was offered. */
  readonly unchosenMiddles: readonly UnchosenMiddle[];
}

/** Responses that may not have been written one by one. */
interface Campaigns {
  /** Largest first. */
  readonly found: readonly Campaign[];
  /** One number a record: the campaign that it is part of, as a position in `found`, or −1. */
  readonly cells: Int32Array;
  readonly repeats: Repeats;
}

/** Responses of which each gives the same answers to everything as another: free text of some length and all. */
export interface Repeats {
  /** How many, the first of each kind among them. */
  readonly responses: number;
  /** How many kinds there are. */
  readonly groups: number;
}

/** Responses with no more than a few words of free text of which each gives the same answers to everything as another. */
export interface TickedAlike {
  /** How many answers other than free text a response can give. */
  readonly items: number;
  /** Whether anybody wrote free text. */
  readonly isWritten: boolean;
  /**
   * How many, the first of each set among them; 0 where nobody can give answers enough, or records stand for
   * several responses.
   */
  readonly responses: number;
  /** How many sets of them there are, and how many responses are in the largest. */
  readonly groups: number;
  readonly largest: number;
}

export interface UnchosenMiddle {
  readonly question: string;
  readonly options: readonly string[];
}

/** Cells for `length` records whose answers are all below `answers`. */
export function newCells(length: number, answers: number): Cells {
  if (answers <= 0x7f) return new Int8Array(length);
  return answers <= 0x7fff ? new Int16Array(length) : new Int32Array(length);
}
