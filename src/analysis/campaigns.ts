import type { Campaign } from '../responses/campaigns.ts';
import type { Responses } from '../responses/responses.ts';
import { type Breakdown, type OptionFigure, figurePrefix, groupSuffix } from './analysis.ts';
import type { Figure } from './figures.ts';
import type { Grouping } from './groupings.ts';

/** The id of the breakdown by campaign; no question can have it. */
const campaignId = 'respondent.campaign';

const NO_CAMPAIGN = 'no-campaign';

export interface NamedCampaign extends Campaign {
  /** `campaign-1`, the largest. */
  readonly id: string;
}

/** What a headline figure is with the responses of a campaign, and without them. */
export interface Sensitivity {
  readonly question: string;
  readonly item: string;
  readonly label: string;
  /** The id of a campaign; null for all campaigns together. */
  readonly campaign: string | null;
  /** How many responses the campaign has. */
  readonly responses: number;
  readonly with: Figure;
  readonly without: Figure;
  /** Whether more than half gave the answer in one of the two and not in the other. */
  readonly majorityChanges: boolean;
}

/** The campaigns that were found, the largest first. */
export function nameCampaigns({ campaigns }: Responses): NamedCampaign[] {
  return (campaigns?.found ?? []).map((campaign, index) => ({ id: `campaign-${index + 1}`, ...campaign }));
}

/** The groups that the campaigns make, and all who are part of none; for opinions that headlines are made of. */
export function groupingByCampaign({ campaigns }: Responses): Grouping[] {
  if (campaigns === null || campaigns.found.length === 0) return [];
  const { found } = campaigns;
  const isNone = campaigns.cells.includes(-1);
  const groups = [
    ...found.map((_, index) => ({ id: `campaign-${index + 1}`, label: `Campaign ${index + 1}` })),
    ...(isNone ? [{ id: NO_CAMPAIGN, label: 'No campaign' }] : []),
  ];
  return [
    {
      by: campaignId,
      questions: [{ id: campaignId, text: 'Campaign' }],
      groups,
      members: groups.map((_, group) => [group]),
      cells: campaigns.cells.map((cell) => (cell < 0 ? found.length : cell)),
      overlapping: false,
      isAbout: ({ kind, profile }) => !profile && (kind === 'scale' || kind === 'choice'),
    },
  ];
}

/** The headline figures with and without each campaign, and without any where there are several: nets, else options. */
export function compareWithout(
  breakdowns: readonly Breakdown[],
  campaigns: readonly NamedCampaign[],
): Sensitivity[] {
  const all = campaigns.reduce((sum, { responses }) => sum + responses, 0);
  return breakdowns
    .filter(({ by }) => by === campaignId)
    .flatMap(({ question, item, total, groups }) => {
      const headlines = (of: Pick<Breakdown['total'], 'nets' | 'options'>): readonly OptionFigure[] =>
        total.nets.length > 0 ? of.nets : of.options;
      const prefix = figurePrefix(question, item);
      return headlines(total).flatMap(({ id, label, figure }) => {
        const compare = (
          campaign: string | null,
          responses: number,
          without: Figure | undefined,
        ): Sensitivity[] => {
          if (without === undefined || without.percent === null || figure.percent === null) return [];
          const name = `${prefix}.${id}${groupSuffix(campaignId, `without-${campaign ?? 'any'}`)}`;
          const majorityChanges = figure.percent > 50 !== without.percent > 50;
          const place = { question, item, label, campaign, responses };
          return [{ ...place, with: figure, without: { ...without, id: name }, majorityChanges }];
        };
        const of = (group: string) => {
          const found = groups.find((one) => one.id === group);
          return found && headlines(found).find((one) => one.id === id);
        };
        return [
          ...campaigns.flatMap((one) => compare(one.id, one.responses, of(one.id)?.difference?.others)),
          ...(campaigns.length > 1 ? compare(null, all, of(NO_CAMPAIGN)?.figure) : []),
        ];
      });
    });
}
