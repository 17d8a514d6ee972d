import { groupBy } from '../intake/group-by.ts';
import type { Repeats, Responses, TickedAlike, UnchosenMiddle } from '../responses/responses.ts';
import { FEWEST_ANSWERS } from '../responses/alike/repeats.ts';
import type { Breakdown, QuestionAnalysis } from './analysis.ts';
import { baseAlarms, groupAlarms } from './base-alarms.ts';
import type { Note } from './note.ts';
import { uncoded } from './distribution.ts';
import { type NamedCampaign, type Sensitivity, leadChanges } from './campaigns.ts';
import { sumOf } from '../intake/sum.ts';

/** What a reader of these figures must be told beside them. */
export function collectNotes(
  { survey: { report, guessed }, selection, unchosenMiddles, sameWords, tickedAlike, ledger }: Responses,
  questions: readonly QuestionAnalysis<number>[],
  breakdowns: readonly Breakdown<number>[],
): Note[] {
  const alarms = questions.flatMap(({ id, items }) => items.flatMap((item) => baseAlarms(id, item.id, item)));
  const smallest = Math.min(...questions.flatMap(({ items }) => items.map(({ base }) => base.count)));
  const isOpen =
    report.disclosure === 'none' && (breakdowns.length > 0 || questions.some(({ profile }) => profile));
  // Of a group that is picked even how many wrote an answer may be hidden.
  const isHidden = selection !== undefined && report.disclosure !== 'none';
  return [
    ...(guessed === true ? [{ code: 'no-definition' } as const] : []),
    ...alarms,
    ...breakdowns.flatMap(groupAlarms),
    ...sameWords.map((one) => ({ code: 'same-words', isHidden, ...one }) as const),
    ...(ledger.analysed > 1 ? alikeNotes(tickedAlike) : []),
    ...middleNotes(unchosenMiddles),
    ...questions.flatMap(codeNotes),
    ...(isOpen ? [{ code: 'no-disclosure-control' } as const] : []),
    ...(report.decimals > 0 && smallest < 1000
      ? [{ code: 'decimals-on-small-base', decimals: report.decimals } as const]
      : []),
  ];
}

/** What must be said of responses that may not have been written one by one. */
export function campaignNotes(
  campaigns: readonly NamedCampaign[],
  all: readonly Sensitivity[],
  { repeats, raked }: { readonly repeats: Repeats | undefined; readonly raked: readonly string[] },
): Note[] {
  // What an answer is weighted to is set by the definition, with a campaign as without it, and is no finding.
  const sensitivity = all.filter(({ question }) => !raked.includes(question));
  const responses = sumOf(campaigns, (campaign) => campaign.responses);
  const found = sumOf(campaigns, (campaign) => campaign.campaigns ?? 1);
  const changes = sensitivity.filter(({ majorityChanges }) => majorityChanges);
  return [
    ...(responses > 0 ? [{ code: 'campaigns', responses, campaigns: found, hidden: [] } as const] : []),
    ...changes.map((change) => ({ code: 'campaign-majority', change }) as const),
    ...leadChanges(sensitivity).map((lead) => ({ code: 'campaign-lead', ...lead }) as const),
    ...(repeats && repeats.responses > 0 ? [{ code: 'same-answers', repeats } as const] : []),
  ];
}

/** Responses with a few words of free text, or none, that are alike, or why nobody looked for them. */
function alikeNotes(alike: TickedAlike): Note[] {
  if (alike.responses > 0) return [{ code: 'ticked-alike', alike }];
  const isSought = alike.items >= FEWEST_ANSWERS || alike.isWritten;
  return isSought ? [] : [{ code: 'repeats-not-sought', items: alike.items }];
}

/** One note for all questions with the same middle options. */
function middleNotes(middles: readonly UnchosenMiddle[]): Note[] {
  const key = ({ options }: UnchosenMiddle) => options.join('\n');
  return [...groupBy(middles, key).values()].map((same) => ({
    code: 'middle-not-chosen',
    options: same[0].options,
    questions: same.map(({ question }) => question),
  }));
}

/** Options that somebody chose and that have no code: no mean is given of their items. */
function codeNotes({ id, codes, items }: QuestionAnalysis): Note[] {
  if (codes === undefined) return [];
  const options = [...new Set(items.flatMap((item) => uncoded(codes, item.options)))];
  return options.length > 0 ? [{ code: 'no-code', question: id, options }] : [];
}
