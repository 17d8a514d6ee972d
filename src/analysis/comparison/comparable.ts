import type { Input, LedgerPart } from '../../responses/responses.ts';
import type { ReportSettings } from '../../survey/survey.ts';
import type {
  Analysis,
  Breakdown,
  Disclosure,
  Distribution,
  ItemAnalysis,
  OptionFigure,
  QuestionAnalysis,
  ScoreSummary,
} from '../analysis.ts';
import type { Combination } from '../combinations.ts';

/** What a comparison needs of a set of responses to one item. */
export interface ComparableDistribution extends Pick<
  Distribution,
  'states' | 'base' | 'options' | 'numbers' | 'weightedStates'
> {
  readonly nets: readonly OptionFigure[];
  readonly scores?: Pick<ScoreSummary, 'n' | 'mean' | 'median'>;
}

export type ComparableItem = ComparableDistribution & Pick<ItemAnalysis, 'id' | 'label' | 'reversed'>;

export interface ComparableQuestion extends Pick<
  QuestionAnalysis,
  'id' | 'kind' | 'text' | 'scale' | 'codes'
> {
  readonly items: readonly ComparableItem[];
}

export interface ComparableBreakdown extends Pick<Breakdown, 'by' | 'question' | 'item'> {
  readonly groups: readonly ComparableItem[];
}

/** What the same respondents think of an item and whether they find it clear. */
export interface ComparableCombination extends Pick<Combination, 'question' | 'item' | 'clarity' | 'base'> {
  readonly figures: readonly Pick<Combination['figures'][number], 'label' | 'figure'>[];
}

/** How many responses of a file or a channel are analysed. */
type ComparablePart = Pick<LedgerPart, 'label' | 'analysed'>;

/**
 * What two runs are compared by. An analysis has all of it, whether it was made just now or was read back
 * from its JSON.
 */
export interface Comparable extends Pick<
  Analysis,
  'survey' | 'selection' | 'ledger' | 'kinds' | 'weighting'
> {
  readonly inputs: readonly Pick<Input, 'file' | 'sha256' | 'records'>[];
  /** The definition that somebody wrote, of a run that was read back. */
  readonly definition?: { readonly sha256: string };
  /** As far as it is known. */
  readonly settings: Pick<ReportSettings, 'decimals'> & Partial<ReportSettings>;
  readonly questions: readonly ComparableQuestion[];
  readonly combinations: readonly ComparableCombination[];
  readonly breakdowns: readonly ComparableBreakdown[];
  readonly ledgerParts: {
    readonly byFile: readonly ComparablePart[];
    readonly byChannel: readonly ComparablePart[];
  };
  readonly campaigns: readonly { readonly responses: number }[] | null;
  /** Which tables of where its responses are from are hidden, and what is of all who were asked for the sake of that. */
  readonly disclosure?: Pick<Disclosure, 'withheld' | 'basedOnAll'>;
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
