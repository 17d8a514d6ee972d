import type { Input, Ledger, Selection } from '../responses/responses.ts';
import type { Issue } from '../responses/issues.ts';
import type { BaseRule, QuestionKind, ReportSettings, Side } from '../survey/survey.ts';
import type { Base, Figure, States, Withheld } from './figures.ts';

/** An option or a net with its figure. A net's `options` are the labels that it takes together. */
export interface OptionFigure {
  readonly id: string;
  readonly label: string;
  readonly side: Side | null;
  readonly figure: Figure;
}

export interface NetFigure extends OptionFigure {
  readonly side: Exclude<Side, 'outside'>;
  readonly options: readonly string[];
}

/** What the numbers given to a question come to; each statistic is null where none is given, for the reason in `withheld`. */
export interface NumberSummary {
  /** Responses that gave a number. */
  readonly n: number;
  readonly withheld?: Exclude<Withheld, 'outside-base'>;
  readonly mean: number | null;
  readonly minimum: number | null;
  readonly lowerQuartile: number | null;
  readonly median: number | null;
  readonly upperQuartile: number | null;
  readonly maximum: number | null;
}

/** The figures of one set of responses to one item: all of them, or one group. */
export interface Distribution {
  readonly states: States;
  readonly base: Base;
  readonly options: readonly OptionFigure[];
  readonly nets: readonly NetFigure[];
  readonly numbers?: NumberSummary;
}

export interface ItemAnalysis extends Distribution {
  readonly id: string;
  readonly label: string;
  readonly sentence?: string;
}

export interface QuestionAnalysis {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly text: string;
  readonly profile: boolean;
  /** The name of the scale, for a scale question. */
  readonly scale?: string;
  /** Whether its figures were asked of some responses only. */
  readonly routed: boolean;
  readonly items: readonly ItemAnalysis[];
}

export interface Group extends Distribution {
  readonly id: string;
  readonly label: string;
}

/** One item by the groups of another question. */
export interface Breakdown {
  readonly by: string;
  readonly byText: string;
  readonly question: string;
  readonly item: string;
  readonly groups: readonly Group[];
  /** Responses in no group: they did not answer the question that makes the groups. */
  readonly ungrouped: number;
  /** Whether a response may be in several groups. */
  readonly overlapping: boolean;
}

/** Something a reader of the figures must know; the words are in report/note-words.ts. */
export type Note =
  | {
      /** More than half on one base rule and not on another. */
      readonly code: 'base-alarm';
      readonly question: string;
      readonly item: string;
      readonly net: string;
      readonly shares: readonly { readonly rule: BaseRule; readonly figure: Figure }[];
    }
  | { readonly code: 'no-disclosure-control' }
  | { readonly code: 'decimals-on-small-base'; readonly decimals: number };

/** Every figure of a survey, exact and unrounded, with what it takes to trace it. */
export interface Analysis {
  readonly survey: { readonly title: string; readonly opened?: string; readonly closed?: string };
  readonly settings: ReportSettings;
  readonly inputs: readonly Input[];
  readonly selection?: Selection;
  readonly ledger: Ledger;
  readonly channels: readonly { readonly label: string; readonly count: number }[];
  readonly questions: readonly QuestionAnalysis[];
  readonly breakdowns: readonly Breakdown[];
  readonly issues: readonly Issue[];
  readonly notes: readonly Note[];
}

/** A figure with where it stands: what the tidy CSV and the expected figures of a fixture are made of. */
export interface PlacedFigure {
  readonly question: string;
  readonly item: string;
  readonly by?: string;
  readonly group?: string;
  readonly kind: 'option' | 'net';
  readonly label: string;
  readonly side: Side | null;
  readonly rule: BaseRule;
  readonly figure: Figure;
}

/** A statistic of a number question with where it stands. */
export interface PlacedStatistic {
  readonly question: string;
  readonly item: string;
  readonly by?: string;
  readonly group?: string;
  readonly id: string;
  readonly name: (typeof statistics)[number];
  readonly n: number;
  readonly value: number | null;
  readonly withheld?: Withheld;
}

/** Every figure of an analysis, in the order of the definition: the questions, then the breakdowns. */
export function listFigures(analysis: Analysis): PlacedFigure[] {
  return places(analysis).flatMap(({ distribution, ...place }) => {
    const { rule } = distribution.base;
    const pick = (kind: 'option' | 'net', { label, side, figure }: OptionFigure): PlacedFigure => ({
      ...place,
      kind,
      label,
      side,
      rule,
      figure,
    });
    return [
      ...distribution.nets.map((net) => pick('net', net)),
      ...distribution.options.map((option) => pick('option', option)),
    ];
  });
}

/** The statistics of number questions that a reader sees, in order. */
export const statistics = ['mean', 'minimum', 'lowerQuartile', 'median', 'upperQuartile', 'maximum'] as const;

/** Every statistic of an analysis, in the order of the definition. */
export function listStatistics(analysis: Analysis): PlacedStatistic[] {
  return places(analysis).flatMap(({ distribution: { numbers }, question, item, by, group }) => {
    if (numbers === undefined) return [];
    const place =
      by === undefined || group === undefined ? { question, item } : { question, item, by, group };
    const prefix = figurePrefix(question, item);
    const suffix = by === undefined || group === undefined ? '' : groupSuffix(by, group);
    return statistics.map((name) => ({
      ...place,
      id: `${prefix}.${name}${suffix}`,
      name,
      n: numbers.n,
      value: numbers[name],
      ...(numbers.withheld === undefined ? {} : { withheld: numbers.withheld }),
    }));
  });
}

/** What the ids of an item's figures begin with; the item of a question held in one column has no name of its own. */
export function figurePrefix(question: string, item: string): string {
  return item === question ? question : `${question}.${item}`;
}

/** What follows a figure's id when it is of one group only: `priorities.quality.agree@role=parent-or-carer`. */
export function groupSuffix(by: string, group: string): string {
  return `@${by}=${group}`;
}

interface PlacedDistribution {
  readonly question: string;
  readonly item: string;
  readonly by?: string;
  readonly group?: string;
  readonly distribution: Distribution;
}

function places({ questions, breakdowns }: Analysis): PlacedDistribution[] {
  const whole = questions.flatMap(({ id, items }) =>
    items.map((item) => ({ question: id, item: item.id, distribution: item })),
  );
  const parts = breakdowns.flatMap(({ by, question, item, groups }) =>
    groups.map((group) => ({ question, item, by, group: group.id, distribution: group })),
  );
  return [...whole, ...parts];
}
