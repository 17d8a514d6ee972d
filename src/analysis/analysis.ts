import type { Input, Ledger, LedgerParts, Repeats, Selection } from '../responses/responses.ts';
import type { Issue } from '../responses/issues/issues.ts';
import type { QuestionKind, ReportSettings, Sample, Side } from '../survey/survey.ts';
import type { NamedCampaign, Sensitivity } from './campaigns.ts';
import type { Combination } from './combinations.ts';
import type { Base, Count, Figure, States, Withheld } from './figures.ts';
import type { GroupTest, Untested } from './inference/group-tests.ts';
import type { Interval } from './inference/intervals.ts';
import type { KindCount } from './kinds.ts';
import type { Note } from './note.ts';
import type { WeightingSummary } from './weights/weights.ts';
import type { PopulationShare } from './population.ts';

/** An option or a net with its figure. A net's `options` are the labels that it takes together. */
export interface OptionFigure<N extends Count = Count> {
  readonly id: string;
  readonly label: string;
  readonly side: Side | null;
  readonly figure: Figure<N>;
  /** For a group of a breakdown, where both it and all the others have a percentage. */
  readonly difference?: Difference<N>;
  /** For a question of which the population's answers are known. */
  readonly population?: PopulationShare;
}

/** How far the percentage of a group is from that of all the others in its breakdown. */
export interface Difference<N extends Count = Count> {
  /** Percentage points, exact: the percentage of the group minus that of the others. */
  readonly points: number;
  /** Of those in some group of the breakdown but not in this one. */
  readonly others: Figure<N>;
  /** How many responses of a simple random sample would tell as much of the others, where responses are weighted. */
  readonly effective?: number;
  /** Of a probability sample: the 95% interval of the points. */
  readonly interval?: Interval;
}

export interface NetFigure<N extends Count = Count> extends OptionFigure<N> {
  readonly side: Exclude<Side, 'outside'>;
  readonly options: readonly string[];
}

/**
 * What the numbers given to a question come to; each statistic is null where none is given, for the reason in
 * `withheld`.
 */
export interface NumberSummary<N extends Count = Count> {
  /** Responses that gave a number. */
  readonly n: N;
  readonly withheld?: Exclude<Withheld, 'outside-base'>;
  readonly mean: number | null;
  readonly minimum: number | null;
  readonly lowerQuartile: number | null;
  readonly median: number | null;
  readonly upperQuartile: number | null;
  readonly maximum: number | null;
}

/** The figures of one set of responses to one item: all of them, or one group. */
export interface Distribution<N extends Count = Count> {
  readonly states: States<N>;
  readonly base: Base<N>;
  readonly options: readonly OptionFigure<N>[];
  /** The options stand by how many gave them, but for hidden ones, which come last whatever their number. */
  readonly areHiddenLast?: true;
  readonly nets: readonly NetFigure<N>[];
  /** What the responses in each state weigh, where they are weighted. */
  readonly weightedStates?: States<number>;
  readonly numbers?: NumberSummary<N>;
  /** What the codes of a scale come to, where the definition gives them. */
  readonly scores?: ScoreSummary<N>;
}

/** Mean and median of the codes of the options on a scale. */
export type ScoreSummary<N extends Count = Count> = Pick<
  NumberSummary<N>,
  'n' | 'withheld' | 'mean' | 'median'
> &
  Pick<Base<N>, 'weighted' | 'effective'>;

export interface ItemAnalysis<N extends Count = Count> extends Distribution<N> {
  readonly id: string;
  readonly label: string;
  readonly sentence?: string;
  readonly reversed?: true;
}

export interface QuestionAnalysis<N extends Count = Count> {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly text: string;
  readonly profile: boolean;
  /** The name of the scale, for a scale question. */
  readonly scale?: string;
  /** The code of each option, by label, where means are asked for. */
  readonly codes?: ReadonlyMap<string, number>;
  /** Whether its figures were asked of some responses only. */
  readonly routed: boolean;
  readonly items: readonly ItemAnalysis<N>[];
}

export interface Group<N extends Count = Count> extends Distribution<N> {
  readonly id: string;
  readonly label: string;
}

/** One item by the groups of another question, or of several, each within those of the one before. */
export interface Breakdown<N extends Count = Count> {
  /** `role`, or `role+age` for age within role. */
  readonly by: string;
  /** The questions that make the groups, the outer one first. */
  readonly byQuestions: readonly Pick<QuestionAnalysis, 'id' | 'text'>[];
  readonly question: string;
  readonly item: string;
  /** All responses analysed, in a group or not: the item's own figures. */
  readonly total: Distribution<N>;
  readonly groups: readonly Group<N>[];
  /** Responses in no group: they did not answer the question that makes the groups. */
  readonly ungrouped: N;
  /** Whether a response may be in several groups. */
  readonly overlapping: boolean;
  /** Of a probability sample: whether the answers of the groups differ by more than chance, or why that is not tested. */
  readonly tests?: readonly GroupTest[];
  readonly untested?: Untested;
}

/** Every figure of a survey, exact and unrounded, with what it takes to trace it. */
export interface Analysis<N extends Count = Count> {
  readonly survey: { readonly title: string; readonly opened?: string; readonly closed?: string };
  readonly settings: ReportSettings;
  readonly inputs: readonly Input[];
  readonly selection?: Selection;
  readonly ledger: Ledger;
  readonly ledgerParts: LedgerParts;
  /** Responses by kind of respondent; none where nothing says it. */
  readonly kinds: readonly KindCount[];
  readonly questions: readonly QuestionAnalysis<N>[];
  /** Views against whether they were found clear; none where no question of the survey asks that. */
  readonly combinations: readonly Combination[];
  readonly breakdowns: readonly Breakdown<N>[];
  /** Responses whose free text is the same, or nearly; null where the survey has no question of free text. */
  readonly campaigns: readonly NamedCampaign[] | null;
  /**
   * Responses that give the same answers to everything; null where the survey has no question of free text,
   * or where how many is hidden.
   */
  readonly repeats: Repeats | null;
  /** The headline figures with and without the campaigns. */
  readonly sensitivity: readonly Sensitivity[];
  /** How responses are weighted; none where they are not. */
  readonly weighting?: WeightingSummary;
  /** Where the definition says that the responses are a probability sample. */
  readonly sample?: Sample;
  /** What is hidden so that nobody can be recognised; none where nothing has been looked at. */
  readonly disclosure?: Disclosure;
  readonly issues: readonly Issue[];
  readonly notes: readonly Note[];
}

/** How many of the figures about people are hidden: those of profiles and of breakdowns. */
export interface Disclosure {
  readonly level: 'none' | 'standard' | 'strict';
  readonly hidden: number;
  readonly of: number;
  /** Of a run of one group: the tables of where its responses are from of which nothing is shown. */
  readonly withheld?: readonly PartTable[];
  /**
   * The profiles, by id, of which the percentages are of all who were asked, whatever the definition says: how many gave no answer is
   * hidden in place of a group.
   */
  readonly basedOnAll?: readonly string[];
}

/** The tables of how many responses came how, in which file, and from which kind of respondent. */
export type PartTable = 'channel' | 'file' | 'kind';

/** What the ids of an item's figures begin with; the item of a question held in one column has no name of its own. */
export function figurePrefix(question: string, item: string): string {
  return item === question ? question : `${question}.${item}`;
}

/** What follows a figure's id when it is of one group only: `priorities.quality.agree@role=parent-or-carer`. */
export function groupSuffix(by: string, group: string): string {
  return `@${by}=${group}`;
}
