import type { Sensitivity } from '../analysis/campaigns.ts';
import type { Combination } from '../analysis/combinations.ts';
import type { Count, Figure } from '../analysis/figures.ts';
import { showPercent } from './numbers.ts';

/** Views beside clarity of one item. */
export function combinationOf(
  { question, item, clarity, base, weightedBase, figures }: Combination,
  decimals: number,
) {
  return {
    question,
    item,
    with: clarity,
    base: { rule: 'answered', count: base, ...weightedBase },
    figures: figures.map(({ label, figure }) => ({
      id: figure.id,
      label,
      count: figure.count,
      percent: figure.percent,
      shown: showPercent(figure, decimals),
      ...(figure.weighted === undefined ? {} : { weighted: figure.weighted }),
      ...(figure.interval && { interval: figure.interval }),
    })),
  };
}

/** One headline figure with and without a campaign. */
export function sensitivityOf(
  { question, item, label, campaign, responses, majorityChanges, effective, ...figures }: Sensitivity,
  decimals: number,
) {
  const shown = (figure: Figure, of: Count | undefined) => ({
    ...figure,
    ...(of === undefined ? {} : { effective: of }),
    shown: showPercent(figure, decimals),
  });
  return {
    question,
    item,
    label,
    campaign: campaign ?? 'all',
    responses,
    with: shown(figures.with, effective?.with),
    without: shown(figures.without, effective?.without),
    majorityChanges,
  };
}
