import type { BaseRule } from '../survey/survey.ts';
import type { Breakdown, Distribution, Group, OptionFigure } from './analysis.ts';
import { campaignId } from './campaigns.ts';
import {
  type ComparableBreakdown,
  type ComparableDistribution,
  type ComparableQuestion,
  isOpen,
} from './comparison/comparable.ts';
import { baseCount, figure, isMajority } from './figures.ts';
import type { Note } from './note.ts';

const rules: readonly BaseRule[] = ['answered', 'all', 'gave-view'];

/** A distribution of which nothing is hidden. */
type Counted = Pick<Distribution<number>, 'options' | 'states' | 'weightedStates'> & {
  readonly nets: readonly OptionFigure<number>[];
};

type CountedGroup = Counted & Pick<Group<number>, 'id' | 'label'>;

/** A majority that there is on one base rule and not on another. */
export type BaseAlarm = Extract<Note, { readonly code: 'base-alarm' }>;

/** The nets, and the options of a question without nets, that more than half gave on one base rule and not on another; not where an answer is the only one. */
export function baseAlarms(
  question: string,
  item: string,
  { nets, options, states, weightedStates }: Counted,
  group?: BaseAlarm['group'],
): BaseAlarm[] {
  const candidates = nets.length > 0 ? nets : options;
  // Whoever answers where there is one answer gives it: that says nothing of a majority.
  if (options.length === 1) return [];
  return candidates.flatMap(({ label, side, figure: { id, count, weighted, withheld } }) => {
    if (withheld === 'small-base') return [];
    const shares = rules.map((rule) => {
      const weight = weightedStates && { weighted: baseCount(rule, weightedStates) };
      const base = { rule, count: baseCount(rule, states), ...weight };
      const one = figure(id, count, base, { side, weighted });
      return { rule, figure: one, isMajority: isMajority(one) };
    });
    if (new Set(shares.map((share) => share.isMajority)).size < 2) return [];
    // Where every answer is a view, the last rule is the first one.
    const told = shares.filter(({ rule }) => rule !== 'gave-view' || states.outside !== 0);
    return [
      { code: 'base-alarm', question, item, ...(group && { group }), net: label, shares: told } as const,
    ];
  });
}

/** The base alarms of each group of a breakdown, but for groups by campaign: what these change is said of the whole. */
export function groupAlarms({
  by,
  question,
  item,
  groups,
}: Pick<Breakdown, 'by' | 'question' | 'item'> & { readonly groups: readonly CountedGroup[] }): BaseAlarm[] {
  if (by === campaignId) return [];
  return groups.flatMap((group) =>
    baseAlarms(question, item, group, { by, id: group.id, label: group.label }),
  );
}

/**
 * Those of the questions and the groups of a run that is compared, where nothing is hidden. Of weighted
 * responses that were read back nobody knows what other bases weigh: there are none.
 */
export function runAlarms(
  questions: readonly ComparableQuestion[],
  breakdowns: readonly ComparableBreakdown[],
): BaseAlarm[] {
  return [
    ...questions.flatMap(({ id, items }) =>
      items.filter(isKnown).flatMap((item) => baseAlarms(id, item.id, item as Counted)),
    ),
    ...breakdowns.flatMap(({ by, question, item, groups }) =>
      groupAlarms({ by, question, item, groups: groups.filter(isKnown) as readonly CountedGroup[] }),
    ),
  ];
}

function isKnown(distribution: ComparableDistribution): boolean {
  return (
    (distribution.weightedStates !== undefined || distribution.base.weighted === undefined) &&
    isOpen(distribution)
  );
}
