import type { Input, Ledger, LedgerPart, Selection } from '../../responses/responses.ts';
import type { QuestionKind, ReportSettings } from '../../survey/survey.ts';
import type { Analysis, Disclosure, NumberSummary, OptionFigure, ScoreSummary } from '../analysis.ts';
import type { Combination } from '../combinations.ts';
import type { Base, Figure, States } from '../figures.ts';
import type { KindCount } from '../kinds.ts';
import type { WeightingSummary } from '../weights/weights.ts';

/** What a comparison needs of a set of responses to one item. */
export interface ComparableDistribution {
  readonly states: States;
  readonly base: Base;
  readonly options: readonly OptionFigure[];
  readonly nets: readonly OptionFigure[];
  readonly numbers?: NumberSummary;
  readonly scores?: Pick<ScoreSummary, 'n' | 'mean' | 'median'>;
  /** Where responses are weighted and were not read back. */
  readonly weightedStates?: States<number>;
}

export interface ComparableItem extends ComparableDistribution {
  readonly id: string;
  readonly label: string;
  readonly reversed?: true;
}

export interface ComparableQuestion {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly text: string;
  readonly scale?: string;
  /** The code of each option, by label, where means are asked for. */
  readonly codes?: ReadonlyMap<string, number>;
  readonly items: readonly ComparableItem[];
}

export interface ComparableBreakdown {
  readonly by: string;
  readonly question: string;
  readonly item: string;
  readonly groups: readonly ComparableItem[];
}

/** What the same respondents think of an item and whether they find it clear. */
export interface ComparableCombination extends Pick<Combination, 'question' | 'item' | 'clarity' | 'base'> {
  readonly figures: readonly { readonly label: string; readonly figure: Figure }[];
}

/** How many responses of a file or a channel are analysed. */
type ComparablePart = Pick<LedgerPart, 'label' | 'analysed'>;

/** What two runs are compared by. An analysis has all of it, whether it was made just now or was read back from its JSON. */
export interface Comparable {
  readonly survey: Analysis['survey'];
  readonly inputs: readonly Pick<Input, 'file' | 'sha256' | 'records'>[];
  /** The definition that somebody wrote, of a run that was read back. */
  readonly definition?: { readonly sha256: string };
  readonly selection?: Selection;
  readonly ledger: Ledger;
  /** As far as it is known. */
  readonly settings: Pick<ReportSettings, 'decimals'> & Partial<ReportSettings>;
  readonly questions: readonly ComparableQuestion[];
  readonly combinations: readonly ComparableCombination[];
  readonly breakdowns: readonly ComparableBreakdown[];
  readonly ledgerParts: {
    readonly byFile: readonly ComparablePart[];
    readonly byChannel: readonly ComparablePart[];
  };
  readonly kinds: readonly KindCount[];
  readonly campaigns: readonly { readonly responses: number }[] | null;
  /** Which tables of where its responses are from are hidden. */
  readonly disclosure?: Pick<Disclosure, 'withheld'>;
  /** How responses are weighted; none where they are not. */
  readonly weighting?: WeightingSummary;
  /** Where its responses are a probability sample. */
  readonly sample?: object;
}

/** Whether nothing in a distribution is hidden for disclosure: only then is it compared. */
export function isOpen({ states, base, options, nets, numbers }: ComparableDistribution): boolean {
  const figures = [...options, ...nets].map(({ figure }) => figure);
  const counts = [base.count, numbers?.n, ...figures.flatMap((one) => [one.count, one.base])];
  return (
    [...counts, ...Object.values(states)].every((count) => count !== null) &&
    [...figures, numbers].every((one) => one?.withheld !== 'disclosive')
  );
}
