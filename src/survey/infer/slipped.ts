import { fold } from '../labels/labels.ts';
import { type ColumnFacts, countOf } from './facts.ts';

/**
 * The options of a question whose columns hold another one too in a few rows, as where rows have slipped by a cell, beside those
 * whose columns are ticks throughout: cells out of place do not make another question of an option.
 */
export function slippedAmong(
  stem: readonly ColumnFacts[],
  ticks: ReadonlySet<ColumnFacts>,
): readonly ColumnFacts[] {
  const options = new Set(stem.map(({ heading: { part = '' } }) => fold(part)));
  const slipped = stem.filter((column) => !ticks.has(column) && isMostlyTick(column, options));
  return ticks.size + slipped.length > 2 ? slipped : [];
}

/**
 * Whether nearly all cells of a column repeat its option, or that of a column beside it. Numbers of rows say nothing: in them
 * ratings and ranks are numbers too.
 */
function isMostlyTick({ labels, heading, filled }: ColumnFacts, options: ReadonlySet<string>): boolean {
  const own = fold(heading.part ?? '');
  const isOwn = /\p{L}/u.test(own) && labels.some(({ folded }) => folded === own);
  const known = labels.filter(({ folded }) => options.has(folded));
  return isOwn && filled >= 20 && countOf(known) >= filled * 0.9;
}
