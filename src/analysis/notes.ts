import type { Repeats, Responses, TickedAlike, UnchosenMiddle } from '../responses/responses.ts';
import { FEWEST_ANSWERS } from '../responses/ticked-alike.ts';
import type { BaseRule } from '../survey/survey.ts';
import type { Breakdown, Distribution, NetFigure, OptionFigure, QuestionAnalysis } from './analysis.ts';
import type { Note } from './note.ts';
import { uncoded } from './distribution.ts';
import { type NamedCampaign, type Sensitivity, campaignId } from './campaigns.ts';
import { baseCount, figure } from './figures.ts';

const rules: readonly BaseRule[] = ['answered', 'all', 'gave-view'];

/** Raked weights come to their margins within a little: half of what is weighed is no majority for that. */
const rakedWithin = 1e-6;

/** What a reader of these figures must be told beside them. */
export function collectNotes(
  { survey: { report }, unchosenMiddles, tickedAlike, ledger }: Responses,
  questions: readonly QuestionAnalysis<number>[],
  breakdowns: readonly Breakdown<number>[],
): Note[] {
  const alarms = questions.flatMap(({ id, items }) => items.flatMap((item) => baseAlarms(id, item.id, item)));
  const smallest = Math.min(...questions.flatMap(({ items }) => items.map(({ base }) => base.count)));
  const isOpen =
    report.disclosure === 'none' && (breakdowns.length > 0 || questions.some(({ profile }) => profile));
  return [
    ...alarms,
    ...breakdowns.flatMap(groupAlarms),
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
  sensitivity: readonly Sensitivity[],
  repeats: Repeats | undefined,
): Note[] {
  const responses = campaigns.reduce((sum, campaign) => sum + campaign.responses, 0);
  const found = campaigns.reduce((sum, campaign) => sum + (campaign.campaigns ?? 1), 0);
  const changes = sensitivity.filter(({ majorityChanges }) => majorityChanges);
  return [
    ...(responses > 0 ? [{ code: 'campaigns', responses, campaigns: found } as const] : []),
    ...changes.map((change) => ({ code: 'campaign-majority', change }) as const),
    ...(repeats && repeats.responses > 0 ? [{ code: 'same-answers', repeats } as const] : []),
  ];
}

/** Responses without free text that are alike, or why nobody looked for them. */
function alikeNotes(alike: TickedAlike | null): Note[] {
  if (alike === null) return [];
  if (alike.responses > 0) return [{ code: 'ticked-alike', alike }];
  const isSought = alike.items >= FEWEST_ANSWERS || alike.isWritten;
  return isSought ? [] : [{ code: 'repeats-not-sought', items: alike.items }];
}

/** One note for all questions with the same middle options. */
function middleNotes(middles: readonly UnchosenMiddle[]): Note[] {
  const key = ({ options }: UnchosenMiddle) => options.join('\n');
  return [...new Set(middles.map(key))].map((one) => {
    const same = middles.filter((middle) => key(middle) === one);
    const questions = same.map(({ question }) => question);
    return { code: 'middle-not-chosen', options: same[0]?.options ?? [], questions };
  });
}

/** Options that somebody chose and that have no code: no mean is given of their items. */
function codeNotes({ id, codes, items }: QuestionAnalysis): Note[] {
  if (codes === undefined) return [];
  const options = [...new Set(items.flatMap((item) => uncoded(codes, item.options)))];
  return options.length > 0 ? [{ code: 'no-code', question: id, options }] : [];
}

/** The base alarms of each group of a breakdown, but for groups by campaign: what these change is said of the whole. */
function groupAlarms({ by, question, item, groups }: Breakdown<number>): Note[] {
  if (by === campaignId) return [];
  return groups.flatMap((group) =>
    baseAlarms(question, item, group, { by, id: group.id, label: group.label }),
  );
}

type BaseAlarm = Extract<Note, { readonly code: 'base-alarm' }>;

/** The nets, and the options of a question without nets, that more than half gave on one base rule and not on another. */
function baseAlarms(
  question: string,
  item: string,
  { nets, options, states, weightedStates }: Distribution<number>,
  group?: BaseAlarm['group'],
): BaseAlarm[] {
  const candidates: readonly (NetFigure<number> | OptionFigure<number>)[] = nets.length > 0 ? nets : options;
  return candidates.flatMap(({ label, side, figure: { id, count, weighted, withheld } }) => {
    if (withheld === 'small-base') return [];
    const shares = rules.map((rule) => {
      const weight = weightedStates && { weighted: baseCount(rule, weightedStates) };
      const base = { rule, count: baseCount(rule, states), ...weight };
      return { rule, figure: figure(id, count, base, 0, side, weighted) };
    });
    const majority = shares.map(({ figure: one }) =>
      weighted === undefined ? 2 * count > one.base && one.base > 0 : (one.percent ?? 0) > 50 + rakedWithin,
    );
    if (new Set(majority).size < 2) return [];
    // Where every answer is a view, the last rule is the first one.
    const told = shares.filter(({ rule }) => rule !== 'gave-view' || states.outside !== 0);
    return [
      { code: 'base-alarm', question, item, ...(group && { group }), net: label, shares: told } as const,
    ];
  });
}
