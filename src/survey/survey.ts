/** Where an option of a scale stands. */
export type Side = 'positive' | 'neutral' | 'negative' | 'outside';

/** An answer that could be chosen. `side` is null for a question that has no scale. */
export interface Option {
  readonly id: string;
  readonly label: string;
  readonly side: Side | null;
}

/** Which responses a percentage is out of; see `base` in analysis/figures.ts for the arithmetic. */
export type BaseRule = 'answered' | 'all' | 'gave-view';

/** The word for each net of a scale: agree, neither, disagree. */
export type SideWords = Readonly<Record<Exclude<Side, 'outside'>, string>>;

/** The labels of each side, in the order in which they were offered: positive first, strongest first. */
export type SideLabels = Readonly<Record<Side, readonly string[]>>;

export interface Scale {
  readonly name: string;
  /**
   * The sets of options under which a scale is offered (four-point, five-point, "tend to agree"): the first that
   * holds every answer seen is the one that was offered. A scale of the definition's own has exactly one.
   */
  readonly variants: readonly SideLabels[];
  /** Other spellings, each with the label it stands for. */
  readonly synonyms: ReadonlyMap<string, string>;
  readonly words: SideWords;
  /** Own scales list every outside option offered; built-in ones only those that somebody chose. */
  readonly outsideOffered: boolean;
}

/** One statement, or one row of a grid; a question held in one column has one item whose id is the question's own. */
export interface Item {
  readonly id: string;
  readonly label: string;
  /** Completes "88% either strongly agreed or agreed with …". */
  readonly sentence?: string;
  /** Worded the other way round: in means and medians its codes are reversed. */
  readonly reversed?: true;
  /** The headers under which the item may be found; the first that a file has is the one. */
  readonly columns: readonly string[];
}

/** Who was asked: those whose answer to `question` was one of `options`. */
export interface Asked {
  readonly question: string;
  readonly options: readonly string[];
}

interface Common {
  readonly id: string;
  readonly text: string;
  readonly base: BaseRule;
  /** Where the definition gives the base, for the question or for all. */
  readonly isBaseGiven?: true;
  /** About the person rather than their view. */
  readonly profile: boolean;
  readonly asked?: Asked;
  /** Cells that are no answer, as somebody knows. */
  readonly uncounted?: readonly string[];
}

/** The column of one option: its headers, and the option, where the definition lists them. */
interface OptionColumn {
  readonly columns: readonly string[];
  readonly label?: string;
}

/** A question of which an export may hold the answers in one column an option. */
interface WithOptionColumns {
  readonly optionColumns?: readonly OptionColumn[];
}

export interface ScaleQuestion extends Common, WithOptionColumns {
  readonly kind: 'scale';
  readonly scale: Scale;
  /** The options offered, in order, where the definition lists them. */
  readonly options?: readonly string[];
  /** The number that stands for each option on the scale, by label of the scale; only where means are asked for. */
  readonly codes?: ReadonlyMap<string, number>;
  readonly items: readonly Item[];
}

export interface ChoiceQuestion extends Common, WithOptionColumns {
  readonly kind: 'choice';
  readonly options?: readonly string[];
  /** Answers that are counted as another option, folded, each with its label. */
  readonly merged?: ReadonlyMap<string, string>;
  /** The answers that `merged` has, as the definition spells them, where it lists no options that show what can be chosen. */
  readonly parts?: readonly string[];
  /** The percentage of the population that would give each of some options, by label. */
  readonly population?: ReadonlyMap<string, number>;
  readonly items: readonly Item[];
}

export interface MultipleQuestion extends Common, WithOptionColumns {
  readonly kind: 'multiple';
  readonly options?: readonly string[];
  readonly items: readonly [Item];
  /** What stands between answers where all are in one column. */
  readonly separator: string;
}

interface NumberQuestion extends Common {
  readonly kind: 'number';
  readonly items: readonly Item[];
}

interface TextQuestion extends Common {
  readonly kind: 'text';
  readonly items: readonly Item[];
}

export type Question = ScaleQuestion | ChoiceQuestion | MultipleQuestion | NumberQuestion | TextQuestion;
export type QuestionKind = Question['kind'];

/** Why a record can be left out; an answer rule leaves out those who gave one of `options` to `question`. */
export type ExcludeRule =
  | { readonly reason: 'incomplete' | 'test' | 'duplicate' | 'late' | 'campaign' }
  | { readonly reason: 'answer'; readonly question: string; readonly options: readonly string[] };

/** The columns that say who answered, when and how; each a list of headers, the first found being the one. */
export interface Respondent {
  readonly id?: readonly string[];
  readonly submitted?: readonly string[];
  readonly status?: {
    readonly columns: readonly string[];
    /** Without it, whatever is not blank. */
    readonly complete?: readonly string[];
    readonly test: readonly string[];
  };
  /** Where another column than that of `status` says which responses are tests. */
  readonly test?: { readonly columns: readonly string[]; readonly values: readonly string[] };
  /** The column that says what kind of respondent answered, and the words for each kind. */
  readonly kind?: {
    readonly columns: readonly string[];
    readonly individual: readonly string[];
    readonly organisation: readonly string[];
    readonly petition: readonly string[];
    /** The column that says how many people signed a petition. */
    readonly signatories?: readonly string[];
  };
  readonly channel?: readonly string[];
  readonly count?: readonly string[];
  readonly weight?: readonly string[];
}

/** How responses are weighted to look like the population. */
export interface WeightingRules {
  /** Questions with the share of each option, by label, adding up to 1. */
  readonly rake: readonly {
    readonly question: string;
    readonly shares: ReadonlyMap<string, number>;
    /** What the percentages given add up to, where that is not quite 100: the shares are in proportion to them. */
    readonly total?: number;
  }[];
  /** How many times the mean a weight may be at most. */
  readonly trim?: number;
}

/** What is known of how the respondents were drawn: at random from a population of so many people, where that is said. */
export interface Sample {
  readonly population?: number;
}

export interface ReportSettings {
  readonly disclosure: 'none' | 'standard' | 'strict';
  readonly decimals: number;
  /** Below this base sentences lead with the count and tables flag it. */
  readonly smallBase: number;
  /** Below this base no percentage and no statistic is given; 0 withholds nothing. */
  readonly minimumBase: number;
}

/** What was asked and how the export holds it: a definition with every default filled in and every reference checked. */
export interface Survey {
  /** The definition's file name, and where in it each column is named ("survey.yaml:12:13"), for messages. */
  readonly file: string;
  readonly places: ReadonlyMap<string, string>;
  readonly title: string;
  /** ISO dates, both included. */
  readonly opened?: string;
  readonly closed?: string;
  readonly respondent: Respondent;
  readonly exclude: readonly ExcludeRule[];
  /** What cells hold where nobody replied, other than nothing. */
  readonly blank: readonly string[];
  readonly questions: readonly Question[];
  /** By which questions the others are broken down; of several together, each is within the groups of the one before. */
  readonly breakdowns: readonly (readonly string[])[];
  readonly weighting?: WeightingRules;
  /** Only where the responses are a probability sample. */
  readonly sample?: Sample;
  readonly report: ReportSettings;
  /** Nobody wrote it: it was made from the columns of an export. */
  readonly guessed?: true;
}
