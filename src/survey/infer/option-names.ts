import { tidy } from '../../intake/blank.ts';
import type { LabelCount } from './facts.ts';

/**
 * Whether cells hold names that a form gives to its options, with spaces between them, and not words: names have no capital
 * letters, and most of them are somebody's only answer.
 */
export function areNames(labels: readonly LabelCount[]): boolean {
  const cells = labels.map(({ raw }) => tidy(raw).split(' '));
  const names = new Set(cells.flat());
  const alone = cells.filter(({ length }) => length === 1).length;
  return [...names].every((name) => /^[a-z\d_]+$/u.test(name)) && alone * 2 >= names.size;
}
