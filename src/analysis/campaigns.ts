import type { Campaign } from '../responses/alike/campaigns.ts';
import type { Responses } from '../responses/responses.ts';
import type { Side } from '../survey/survey.ts';
import {
  type Breakdown,
  type Distribution,
  type OptionFigure,
  figurePrefix,
  groupSuffix,
} from './analysis.ts';
import { type Count, type Figure, isMajority } from './figures.ts';
import type { Grouping } from './groupings.ts';
import { sumOf } from '../intake/sum.ts';

/** The id of the breakdown by campaign; no question can have it. */
export const campaignId = 'respondent.campaign';
/** What it is called. */
export const campaignText = 'Campaign';
/** The group of those who are part of none. */
export const NO_CAMPAIGN = 'no-campaign';

/** So many campaigns are told apart; the others are taken together. */
const MOST_NAMED = 10;

/** A campaign, or all those together that are smaller than the ten largest; then every number is the sum of theirs. */
export interface NamedCampaign extends Campaign {
  /** `campaign-1`, the largest, or `smaller-campaigns`. */
  readonly id: string;
  /** How many campaigns it takes together, where it is more than one. */
  readonly campaigns?: number;
}

/** What a headline figure is with the responses of a campaign, and without them. */
export interface Sensitivity {
  readonly question: string;
  readonly item: string;
  readonly label: string;
  readonly side: Side | null;
  /** The id of a campaign; null for all campaigns together. */
  readonly campaign: string | null;
  /** How many responses the campaign has. */
  readonly responses: number;
  readonly with: Figure;
  readonly without: Figure;
  /** The effective bases of the two, where responses are weighted. */
  readonly effective?: { readonly with: Count; readonly without: Count };
  /** Whether more than half gave the answer, of all responses. */
  readonly isMajority: boolean;
  /** Whether that is otherwise without the campaign. */
  readonly majorityChanges: boolean;
}

/** The campaigns that were found, the largest first; those after the tenth as one, unless there is only one more. */
export function nameCampaigns({ campaigns }: Responses): NamedCampaign[] {
  const found = campaigns?.found ?? [];
  const named = found
    .slice(0, found.length > MOST_NAMED + 1 ? MOST_NAMED : undefined)
    .map((campaign, index) => ({ id: `campaign-${index + 1}`, ...campaign }));
  const [largest, ...others] = found.slice(named.length);
  if (largest === undefined) return named;
  const together = others.reduce(
    (sum, campaign) => ({
      responses: sum.responses + campaign.responses,
      texts: sum.texts + campaign.texts,
      identical: sum.identical + campaign.identical,
      first: sum.first,
    }),
    largest,
  );
  return [...named, { id: 'smaller-campaigns', campaigns: 1 + others.length, ...together }];
}

/** What a campaign is called: "Campaign 1", "65 smaller campaigns". */
export function campaignLabel({ id, campaigns }: NamedCampaign): string {
  return campaigns === undefined ? id.replace('campaign-', 'Campaign ') : `${campaigns} smaller campaigns`;
}

/** The groups that the campaigns make, and all who are part of none; for opinions that headlines are made of. */
export function groupingByCampaign(responses: Responses): Grouping[] {
  const { campaigns } = responses;
  if (campaigns === null || campaigns.found.length === 0) return [];
  const named = nameCampaigns(responses);
  const isNone = campaigns.cells.includes(-1);
  const groups = [
    ...named.map((campaign) => ({ id: campaign.id, label: campaignLabel(campaign) })),
    ...(isNone ? [{ id: NO_CAMPAIGN, label: 'No campaign' }] : []),
  ];
  return [
    {
      by: campaignId,
      questions: [{ id: campaignId, text: campaignText }],
      groups,
      members: groups.map((_, group) => [group]),
      cells: campaigns.cells.map((cell) => (cell < 0 ? named.length : Math.min(cell, named.length - 1))),
      overlapping: false,
      isAbout: ({ kind, profile }) => !profile && kind !== 'number',
    },
  ];
}

/** The headline figures with and without each campaign, and without any where there are several: nets, else options. */
export function compareWithout(
  breakdowns: readonly Breakdown[],
  campaigns: readonly NamedCampaign[],
): Sensitivity[] {
  const all = { campaign: null, responses: sumOf(campaigns, ({ responses }) => responses) };
  return breakdowns
    .filter(({ by }) => by === campaignId)
    .flatMap((breakdown) => {
      const { total, groups } = breakdown;
      const headlinesOf = (of: Distribution) => (total.nets.length > 0 ? of.nets : of.options);
      return headlinesOf(total).flatMap((headline): Sensitivity[] => {
        const inGroup = (wanted: string) => {
          const group = groups.find(({ id }) => id === wanted);
          return { base: group?.base, ...(group && headlinesOf(group).find(({ id }) => id === headline.id)) };
        };
        const { figure, base } = inGroup(NO_CAMPAIGN);
        return [
          ...campaigns.flatMap(({ id, responses }) =>
            sensitivityTo({ campaign: id, responses }, breakdown, headline, inGroup(id).difference),
          ),
          ...(campaigns.length > 1 && figure
            ? sensitivityTo(all, breakdown, headline, { others: figure, effective: base?.effective })
            : []),
        ];
      });
    });
}

/** What a headline figure is with the responses of a campaign and without; nothing where either has no percentage. */
function sensitivityTo(
  left: Pick<Sensitivity, 'campaign' | 'responses'>,
  { question, item, total }: Breakdown,
  { id, label, side, figure }: OptionFigure,
  without: { readonly others: Figure; readonly effective?: Count | undefined } | undefined,
): Sensitivity[] {
  if (without === undefined || without.others.percent === null || figure.percent === null) return [];
  const suffix = groupSuffix(campaignId, `without-${left.campaign ?? 'any'}`);
  const others = { ...without.others, id: `${figurePrefix(question, item)}.${id}${suffix}` };
  const [whole, effective] = [total.base.effective, without.effective ?? undefined];
  return [
    {
      question,
      item,
      label,
      side,
      ...left,
      with: figure,
      without: others,
      isMajority: isMajority(figure),
      majorityChanges: isMajority(figure) !== isMajority(others),
      ...(whole !== undefined &&
        effective !== undefined && { effective: { with: whole, without: effective } }),
    },
  ];
}

/** Both sides of a scale, with a campaign and without it. */
export interface LeadChange {
  readonly positive: Sensitivity;
  readonly negative: Sensitivity;
}

/**
 * Where one side of a scale has more with a campaign and the other without it, and neither has a majority on
 * account of that.
 */
export function leadChanges(sensitivity: readonly Sensitivity[]): LeadChange[] {
  return sensitivity.flatMap((positive) => {
    const { question, item, campaign, side } = positive;
    const negative = sensitivity.find(
      (one) =>
        one.question === question &&
        one.item === item &&
        one.campaign === campaign &&
        one.side === 'negative',
    );
    if (side !== 'positive' || negative === undefined) return [];
    const leadIn = (run: 'with' | 'without') =>
      Math.sign((positive[run].percent ?? 0) - (negative[run].percent ?? 0));
    const isOther = leadIn('with') * leadIn('without') < 0;
    return isOther && !positive.majorityChanges && !negative.majorityChanges ? [{ positive, negative }] : [];
  });
}
